"""A desk's day, by the commands alone: real articles in two languages are added, searched, corrected and exported, and
every export is opened. Needs the shared data; the articles stay there."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import openpyxl
import pyarrow.parquet
import pytest
import rdflib
from lxml import etree

from evaluation.corpora import PLACES, find_shared
from sayso.export.csv import read_csv
from sayso.export.tei import TEI
from tests.ftm import model
from tests.test_cli import sayso

SHARED = find_shared()
FOLDERS = [SHARED / PLACES[name] for name in ("gold", "gold ru")] if SHARED else []
pytestmark = [
    pytest.mark.skipif(not all(f.is_dir() for f in FOLDERS) or not FOLDERS, reason="the shared data is not here"),
    pytest.mark.filterwarnings("ignore:ConjunctiveGraph"),  # of rdflib within itself
]


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A ledger with all articles of gold/dev."""
    folder = tmp_path_factory.mktemp("desk")
    pages = folder / "pages.jsonl"
    facts = ("id", "text", "title", "outlet", "published", "url", "lang")
    rows = [json.loads(p.read_text("utf-8")) for f in FOLDERS for p in sorted(f.glob("*.json"))]
    pages.write_text("".join(json.dumps({k: r[k] for k in facts if r.get(k)}) + "\n" for r in rows), encoding="utf-8")
    where = str(folder / "ledger.sqlite")
    result = sayso("add", pages, "--ledger", where)
    assert result.exit_code == 0, result.stderr
    assert result.stdout.count("new document\t") == len(rows) == 10
    assert sayso("add", pages, "--ledger", where).stdout.count("known\t") == 10
    return where


def hits(ledger: str, *terms: str) -> list[dict[str, object]]:
    result = sayso("search", *terms, "--limit", "1000", "--format", "jsonl", "--ledger", ledger)
    assert result.exit_code == 0, result.stderr
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_searches_in_both_languages(ledger: str) -> None:
    every = hits(ledger)
    assert len(every) > 200
    assert {hit["lang"] for hit in every} == {"en", "ru"}
    assert len(hits(ledger, "lang:ru")) + len(hits(ledger, "lang:en")) == len(every)
    for field in ("act:demand", "form:direct", "has:figures", "has:condition", "kind:person"):
        some = hits(ledger, field)
        assert 0 < len(some) < len(every)
        assert len(hits(ledger, f"-{field}")) == len(every) - len(some)
    speaker = max((str(h["speaker"]) for h in every if h["kind"] == "person"), key=[h["speaker"] for h in every].count)
    assert {hit["speaker"] for hit in hits(ledger, f'speaker:"{speaker}"')} == {speaker}


def test_every_word_of_a_statement_finds_it(ledger: str) -> None:
    for hit in hits(ledger)[::25]:
        word = max(str(hit["content"]).replace("…", " ").split(), key=len).strip("«»“”\"'’.,:;!?()—-")
        assert hit["id"] in {found["id"] for found in hits(ledger, f'"{word}"')}


def test_a_correction_is_in_what_leaves(ledger: str, tmp_path: Path) -> None:
    (hit, *_) = hits(ledger, "act:state")
    sayso("correct", "statement", str(hit["id"]), "--act", "concede", "--ledger", ledger)
    out = tmp_path / "some.csv"
    sayso("export", "act:concede", "--out", out, "--ledger", ledger)
    with out.open(encoding="utf-8", newline="") as file:
        corrected = {entry.id: entry for entry in read_csv(file)}[str(hit["id"])]
    assert (corrected.act, corrected.plover, corrected.corrected) == ("concede", "CONCEDE", ("act",))
    sayso("correct", "undo", "1", "--ledger", ledger)
    assert hit["id"] not in {found["id"] for found in hits(ledger, "act:concede")}


def of_csv(out: Path) -> int:
    with out.open(encoding="utf-8", newline="") as file:
        return len(list(read_csv(file)))


def of_xlsx(out: Path) -> int:
    return int(openpyxl.load_workbook(out)["statements"].max_row) - 1


def of_sqlite(out: Path) -> int:
    with closing(sqlite3.connect(out)) as connection:
        joined = connection.execute("SELECT count(*) FROM statements JOIN articles ON article = articles.id")
        return int(joined.fetchone()[0])


def of_schema(out: Path) -> int:
    graph = rdflib.Graph().parse(out, format="json-ld")
    kinds = (rdflib.URIRef(f"https://schema.org/{name}") for name in ("Claim", "Quotation"))
    return sum(len(set(graph.subjects(rdflib.RDF.type, kind))) for kind in kinds)


def of_followthemoney(out: Path) -> int:
    proxies = [model.get_proxy(json.loads(line), cleaned=False) for line in out.read_text("utf-8").splitlines()]
    return sum(proxy.schema.name == "Event" for proxy in proxies)


def of_brat(out: Path) -> int:
    lines = (line for path in out.glob("*.ann") for line in path.read_text("utf-8").splitlines())
    return sum(line.split("\t")[1].startswith("Content ") for line in lines)


def of_tei(out: Path) -> int:
    pieces = (said for path in out.glob("*.xml") for said in etree.parse(path).iter(f"{{{TEI}}}said"))
    return len({piece.get("corresp") for piece in pieces})


READERS: dict[str, tuple[str, Callable[[Path], int]]] = {
    "csv": ("all.csv", of_csv),
    "xlsx": ("all.xlsx", of_xlsx),
    "jsonl": ("all.jsonl", lambda out: len(out.read_text("utf-8").splitlines())),
    "parquet": ("all.parquet", lambda out: int(pyarrow.parquet.read_table(out).num_rows)),
    "sqlite": ("all.sqlite", of_sqlite),
    "annotations": ("all.jsonld", lambda out: len(json.loads(out.read_text("utf-8"))["items"])),
    "schema": ("all.schema.jsonld", of_schema),
    "followthemoney": ("all.ftm.json", of_followthemoney),
    "brat": ("brat", of_brat),
    "tei": ("tei", of_tei),
}


@pytest.mark.parametrize("form", READERS)
def test_every_format_holds_every_statement(form: str, ledger: str, tmp_path: Path) -> None:
    name, count = READERS[form]
    result = sayso("export", "--format", form, "--out", tmp_path / name, "--ledger", ledger)
    assert result.exit_code == 0, result.stderr
    assert count(tmp_path / name) == len(hits(ledger))
