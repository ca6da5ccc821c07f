"""What leaves a ledger: every format is opened by a reader of its own, and comes back whole where it can."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import get_args

import openpyxl
import pyarrow.parquet
import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from msgspec.structs import replace

from sayso.errors import ExportError
from sayso.export.annotations import source_of, statement_iri, write_annotations
from sayso.export.brat import write_articles
from sayso.export.cells import COLUMNS, cells_of, entry_of_cells
from sayso.export.csv import STARTS, read_csv, write_csv
from sayso.export.export import export, stream
from sayso.export.followthemoney import write_followthemoney
from sayso.export.formats import FORMATS, format_of
from sayso.export.jsonl import read_jsonl, write_jsonl
from sayso.export.parquet import read_parquet, write_parquet
from sayso.export.schema import write_schema
from sayso.export.sqlite import read_sqlite, write_sqlite
from sayso.export.tei import TEI, write_tei
from sayso.export.xlsx import CHARACTERS, write_xlsx
from sayso.ledger.correction import Correction, Person
from sayso.ledger.entry import Article, Claim, Entry
from sayso.ledger.ledger import Ledger
from sayso.ledger.query import parse_query
from sayso.records import Act, Addressee, Document, Form, MadeBy, SpeakerKind, Sure
from sayso.spans import Span, cut
from tests.answered import answered
from tests.ftm import model
from tests.marked import reading_of
from tests.said import said, who

PROMISE = "On Telegram {1s Ana Lima} {1q promised} {1c to pay 2.5 million crowns to NATO if the gate is shut}."
NESTED = "«{1c Мы 🙂 готовы.\n{2s Он} {2q сказал}, что {2c пора}}», — {1q сказал} {1s Шойгу}."


@pytest.fixture(scope="module")
def articles(tmp_path_factory: pytest.TempPathFactory) -> tuple[Article, ...]:
    """What a ledger gives of three articles, one of them corrected."""
    reading = reading_of(PROMISE)
    (statement,) = answered(PROMISE)
    facts = {"url": "https://a.example/1?x=1&y=2", "title": "=SUM(A1)", "outlet": "Post", "published": "2025-03-14"}
    speaker = who("Ana Lima", "Portugal")
    first = replace(
        reading,
        document=replace(reading.document, **facts),
        statements=(replace(statement, speaker=speaker, via=(who("CBS"), who("a; b\\", kind="unnamed"))),),
        made_by=MadeBy(version="1", model="m", roster=None),
    )
    second = reading_of(NESTED)
    named = (replace(second.statements[0], speaker=who("Сергей Шойгу", "Russia")), second.statements[1])
    second = replace(second, document=replace(second.document, lang="ru", id="Статья 1"), statements=named)
    third = said("{1s It} {1q said} {1c @all: so}.", None, url="https://a.example/3")
    with Ledger(tmp_path_factory.mktemp("ledger") / "ledger.sqlite") as ledger:
        for one in (first, second, third):
            ledger.add(one)
        (quoted,) = ledger.statements_named(third.statements[0].id)
        eva = Person(name="Eva Ruiz", kind="organization")
        ledger.correct(Correction(kind="speaker", by="Ed", made_at="2026-01-01", statement=quoted, who=eva))
        return tuple(ledger.articles(parse_query("")))


def entries(articles: tuple[Article, ...]) -> list[Entry]:
    return [entry for article in articles for entry in article.entries]


def text_of(write: Callable[..., int], articles: tuple[Article, ...]) -> str:
    out = io.StringIO(newline="")
    assert write(articles, out) == len(entries(articles))
    return out.getvalue()


def test_an_entry_has_what_the_text_has(articles: tuple[Article, ...]) -> None:
    for article in articles:
        for entry in article.entries:
            for role in ("source", "cue", "content"):
                spans = getattr(entry, f"{role}_spans")
                assert " … ".join(cut(article.document.text, span) for span in spans) == getattr(entry, role)
    promise, outer, inner, corrected = entries(articles)
    assert (promise.act, promise.plover, promise.cameo, promise.via) == ("promise", "AGREE", "030", ("CBS", "a; b\\"))
    assert (promise.condition, promise.figures[0].low) == ("if the gate is shut", 2.5e6)
    assert inner.inside == outer.id
    assert (corrected.speaker, corrected.kind, corrected.corrected) == ("Eva Ruiz", "organization", ("speaker",))


def test_only_what_is_searched_for_leaves(tmp_path: Path) -> None:
    with Ledger(tmp_path / "ledger.sqlite") as ledger:
        ledger.add(said("{1s Lima} {1q said} {1c the port is shut}.", who("Ana Lima")))
        ledger.add(said("{1s Lima} {1q said} {1c the gate is shut}.", who("Ana Lima")))
        assert [e.content for a in ledger.articles(parse_query("port")) for e in a.entries] == ["the port is shut"]


# CSV and XLSX


def test_csv(articles: tuple[Article, ...]) -> None:
    text = text_of(write_csv, articles)
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert [row["speaker"] for row in rows] == ["Ana Lima", "Сергей Шойгу", "", "Eva Ruiz"]
    assert rows[0]["title"] == "'=SUM(A1)"
    assert rows[3]["content"] == "'@all: so"
    assert list(read_csv(io.StringIO(text, newline=""))) == entries(articles)
    assert not [
        c for row in csv.reader(io.StringIO(text, newline="")) for c in row if c.startswith(STARTS) and c[0] != "'"
    ]


def formulas(text: str) -> list[str]:
    """The cells that a spreadsheet takes for more than words."""
    cells = [cell for row in csv.reader(io.StringIO(text, newline="")) for cell in row]
    return [cell for cell in cells if cell.startswith(STARTS) and not cell.startswith("'")]


def test_a_csv_file_is_one_for_excel(articles: tuple[Article, ...], tmp_path: Path) -> None:
    export(articles, "csv", tmp_path / "all.csv")
    assert (tmp_path / "all.csv").read_bytes().startswith(b"\xef\xbb\xbfid,")
    with (tmp_path / "all.csv").open(encoding="utf-8", newline="") as file:
        assert list(read_csv(file)) == entries(articles)


def test_a_csv_file_of_others_is_refused() -> None:
    with pytest.raises(ExportError, match="the file's columns are a, b"):
        list(read_csv(io.StringIO("a,b\n1,2\n")))


def test_xlsx(articles: tuple[Article, ...], tmp_path: Path) -> None:
    long = replace(articles[0].entries[0], content="x" * 40_000)
    path = tmp_path / "all.xlsx"
    assert write_xlsx((*articles, replace(articles[0], entries=(long,))), path) == 5
    sheet = openpyxl.load_workbook(path)["statements"]
    heading, *rows = list(sheet.iter_rows())
    assert tuple(cell.value for cell in heading) == COLUMNS
    assert {cell.data_type for row in rows for cell in row} <= {"s", "n", "inlineStr"}  # no formula
    assert rows[0][COLUMNS.index("title")].value == "=SUM(A1)"
    back = [entry_of_cells({name: c.value for name, c in zip(COLUMNS, row, strict=True)}) for row in rows[:4]]
    assert back == entries(articles)
    assert len(rows[4][COLUMNS.index("content")].value) == CHARACTERS


# JSON Lines, Parquet, SQLite


def test_jsonl(articles: tuple[Article, ...]) -> None:
    text = text_of(write_jsonl, articles)
    assert json.loads(text.splitlines()[0])["cameo"] == "030"
    assert list(read_jsonl(io.StringIO(text))) == entries(articles)
    with pytest.raises(ExportError, match="line 5 is no statement"):
        list(read_jsonl(io.StringIO(text + "{}\n")))


def test_parquet(articles: tuple[Article, ...], tmp_path: Path) -> None:
    path = tmp_path / "all.parquet"
    assert write_parquet(articles, path) == 4
    table = pyarrow.parquet.read_table(path)
    assert table.column("via").to_pylist()[0] == ["CBS", "a; b\\"]
    assert table.column("content_spans").to_pylist()[3] == [{"start": 8, "stop": 16}]
    assert list(read_parquet(path)) == entries(articles)


def test_sqlite(articles: tuple[Article, ...], tmp_path: Path) -> None:
    path = tmp_path / "all.sqlite"
    assert write_sqlite(articles, path) == 4
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute("SELECT outlet, count(*) FROM statements GROUP BY outlet ORDER BY 2").fetchall()
        (text,) = connection.execute("SELECT text FROM articles WHERE lang = 'ru'").fetchone()
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    assert sorted(rows, key=str) == [("Post", 1), ("The Post", 1), (None, 2)]
    assert text == articles[1].document.text
    assert list(read_sqlite(path)) == entries(articles)
    path.write_bytes(b"no database " * 99)
    with pytest.raises(ExportError, match="is none that sayso wrote"):
        list(read_sqlite(path))


WORDS = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=20)
SOME = st.lists(WORDS.filter(bool), max_size=3).map(tuple)
UNKNOWN = st.none() | WORDS.filter(bool)
PAIRS = st.tuples(st.integers(0, 99), st.integers(1, 99))
SPANS = st.lists(PAIRS.map(lambda pair: Span(pair[0], pair[0] + pair[1])), max_size=3).map(tuple)
NUMBER = st.none() | st.floats(allow_nan=False, allow_infinity=False)
CLAIM = st.builds(
    Claim, words=WORDS.filter(bool), low=NUMBER, high=NUMBER, unit=UNKNOWN, currency=UNKNOWN, counted=UNKNOWN,
    sure=st.sampled_from(get_args(Sure)),
)  # fmt: skip
PERHAPS = (
    "inside", "url", "title", "outlet", "published", "speaker", "role", "side", "said_on", "day", "addressee", "venue",
    "plover", "cameo", "condition", "model", "roster",
)  # fmt: skip
ENTRIES = st.builds(
    Entry,
    **dict.fromkeys(PERHAPS, UNKNOWN),
    **{name: WORDS.filter(bool) for name in ("id", "group")},
    **dict.fromkeys(("name", "lang", "source", "cue", "content", "version"), WORDS),
    **dict.fromkeys(("via", "about", "corrected"), SOME),
    **dict.fromkeys(("source_spans", "cue_spans", "content_spans"), SPANS),
    kind=st.none() | st.sampled_from(get_args(SpeakerKind)), form=st.sampled_from(get_args(Form)),
    act=st.none() | st.sampled_from(get_args(Act)), force=st.none(), polarity=st.none(), time=st.none(),
    stance=st.none(), figures=st.lists(CLAIM, max_size=3).map(tuple), score=NUMBER,
)  # fmt: skip
BARE = Document(id="a", text="a", lang="en")


def as_articles(*some: Entry) -> tuple[Article, ...]:
    return (Article(BARE, MadeBy(version="1", model=None), some),)


@given(ENTRIES)
def test_cells_lose_nothing(entry: Entry) -> None:
    assert entry_of_cells(cells_of(entry)) == entry


@given(st.lists(ENTRIES, max_size=3))
def test_any_entry_comes_back_from_csv(some: list[Entry]) -> None:
    text = text_of(write_csv, as_articles(*some))
    assert list(read_csv(io.StringIO(text, newline=""))) == some
    assert not [
        c for row in csv.reader(io.StringIO(text, newline="")) for c in row if c.startswith(("=", "+", "@", "\t", "\r"))
    ]


@given(st.lists(ENTRIES, max_size=3))
@settings(max_examples=30)
def test_any_entry_comes_back_from_the_others(tmp_path_factory: pytest.TempPathFactory, some: list[Entry]) -> None:
    folder = tmp_path_factory.mktemp("out")
    assert list(read_jsonl(io.StringIO(text_of(write_jsonl, as_articles(*some)), newline="\n"))) == some
    for write, read, name in ((write_parquet, read_parquet, "parquet"), (write_sqlite, read_sqlite, "sqlite")):
        write(as_articles(*some), folder / name)
        assert list(read(folder / name)) == some


# Web Annotation, schema.org, FollowTheMoney


def test_annotations_are_found_again_by_their_selectors(articles: tuple[Article, ...]) -> None:
    page = json.loads(text_of(write_annotations, articles))
    assert (page["@context"][0], page["type"]) == ("http://www.w3.org/ns/anno.jsonld", "AnnotationPage")
    texts = {source_of(a.document): a.document.text for a in articles}
    assert sum(source.startswith("urn:sayso:document:") for source in texts) == 1
    for annotation in page["items"]:
        assert annotation["generator"]["name"].startswith("sayso ")
        for part in (*annotation["target"], *(b for b in annotation["body"] if b["type"] == "SpecificResource")):
            position, quotation = part["selector"]
            text = texts[part["source"]]
            assert text[position["start"] : position["end"]] == quotation["exact"]
            assert text.count(quotation["prefix"] + quotation["exact"] + quotation["suffix"]) == 1
    facts = page["items"][0]["body"][0]
    assert (facts["sayso:act"], facts["sayso:side"], facts["sayso:plover"]) == ("promise", "Portugal", "AGREE")
    assert {b.get("sayso:is") for b in page["items"][0]["body"]} == {None, "source", "cue"}


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph")  # of rdflib within itself
def test_schema_is_a_graph_of_quotations_and_claims(articles: tuple[Article, ...]) -> None:
    graph = rdflib.Graph().parse(data=text_of(write_schema, articles), format="json-ld")
    schema = rdflib.Namespace("https://schema.org/")
    claims, quotations = (set(graph.subjects(rdflib.RDF.type, schema[t])) for t in ("Claim", "Quotation"))
    assert (len(claims), len(quotations)) == (3, 1)
    (claim,) = (c for c in claims if str(graph.value(c, schema.text)).startswith("to pay"))
    assert str(graph.value(graph.value(claim, schema.creator), schema.name)) == "Ana Lima"
    assert graph.value(claim, schema.appearance) == rdflib.URIRef("https://a.example/1?x=1&y=2")
    assert str(graph.value(graph.value(claim, schema.appearance), schema.headline)) == "=SUM(A1)"
    assert str(graph.value(claim, rdflib.URIRef("urn:sayso:cameo"))) == "030"


def test_followthemoney_reads_it(articles: tuple[Article, ...]) -> None:
    lines = [json.loads(line) for line in text_of(write_followthemoney, articles).splitlines()]
    proxies = {line["id"]: model.get_proxy(line, cleaned=False) for line in lines}
    for line, proxy in zip(lines, proxies.values(), strict=True):
        proxy.schema.validate(line)
        assert {name for name in line["properties"] if not proxy.get(name)} == set()  # nothing is thrown away as wrong
    events = [p for p in proxies.values() if p.schema.name == "Event"]
    assert len(events) == 4
    promise = next(e for e in events if e.first("description").startswith("to pay"))
    (lima,) = (proxies[id] for id in promise.get("involved"))
    assert (lima.schema.name, lima.caption) == ("Person", "Ana Lima")
    assert proxies[promise.first("proof")].first("sourceUrl") == "https://a.example/1?x=1&y=2"
    assert {"act:promise", "plover:AGREE", "cameo:030"} <= set(promise.get("keywords"))


# brat and TEI


def test_brat(articles: tuple[Article, ...], tmp_path: Path) -> None:
    assert write_articles(articles, tmp_path) == 4
    assert len(list(tmp_path.glob("*.ann"))) == len(list(tmp_path.glob("*.txt"))) == 3
    (annotations,) = (p for p in tmp_path.glob("*.ann") if "to pay" in p.read_text(encoding="utf-8"))
    text = annotations.with_suffix(".txt").read_bytes().decode()
    for line in annotations.read_text(encoding="utf-8").splitlines():
        if line.startswith("T"):
            _, place, words = line.split("\t")
            start, stop = map(int, place.split()[1:])
            assert text[start:stop] == words


def saids(path: Path) -> Iterator[tuple[dict[str, str], str]]:
    """The pieces of a TEI file, each with its text."""
    for piece in etree.parse(path).iter(f"{{{TEI}}}said"):
        yield {str(name): str(value) for name, value in piece.attrib.items()}, "".join(piece.itertext())


def test_tei(articles: tuple[Article, ...], tmp_path: Path) -> None:
    assert write_tei(articles, tmp_path) == 4
    (path,) = (p for p in tmp_path.iterdir() if "Мы" in p.read_text(encoding="utf-8"))
    pieces = list(saids(path))
    outer, inner = articles[1].entries
    for entry in (outer, inner):
        mine = [text for marks, text in pieces if marks["corresp"] == statement_iri(articles[1].document, entry)]
        assert "\n".join(mine) == entry.content
    assert [marks["direct"] for marks, _ in pieces] == ["true", "true", "false"]
    assert pieces[0][0]["next"] == "#" + pieces[1][0]["{http://www.w3.org/XML/1998/namespace}id"]
    assert 'role="person"' in path.read_text(encoding="utf-8")


@given(st.text(st.characters(codec="utf-8", exclude_characters="\x00\r"), min_size=8, max_size=40), st.data())
@settings(max_examples=60)
def test_any_contents_are_in_tei(tmp_path_factory: pytest.TempPathFactory, text: str, data: st.DataObject) -> None:
    def span() -> Span:
        start = data.draw(st.integers(0, len(text) - 2))
        return Span(start, data.draw(st.integers(start + 1, len(text))))

    bare = data.draw(ENTRIES)
    some = tuple(replace(bare, id=f"{n}", content_spans=(span(),)) for n in range(3))
    folder = tmp_path_factory.mktemp("tei")
    article = Article(Document(id="a", text=text, lang="en"), MadeBy(version="1", model=None), some)
    write_tei([article], folder)
    pieces = list(saids(folder / "a.xml"))
    for one in some:
        mine = [words for marks, words in pieces if marks["corresp"] == statement_iri(article.document, one)]
        whole = cut(text, one.content_spans[0]).replace("\n", "")
        assert len("".join(mine)) == len(whole)


# All


def test_a_name_tells_its_format() -> None:
    assert [format_of(f"all{shape.suffix}") for shape in FORMATS.values() if shape.suffix] == [
        name for name, shape in FORMATS.items() if shape.suffix
    ]
    assert (format_of("ALL.CSV"), format_of("all.doc"), format_of("all")) == ("csv", None, None)


@pytest.mark.parametrize("form", FORMATS)
def test_nothing_at_all_is_written_in_every_format(form: str, tmp_path: Path) -> None:
    assert export((), form, tmp_path / "out") == 0
    assert (tmp_path / "out").exists()


@pytest.mark.parametrize("form", [f for f, shape in FORMATS.items() if shape.suffix])
def test_what_breaks_half_way_leaves_what_was_there(form: str, articles: tuple[Article, ...], tmp_path: Path) -> None:
    def broken() -> Iterator[Article]:
        yield articles[0]
        raise RuntimeError("the light goes out")

    (tmp_path / "out").write_text("what was there")
    with pytest.raises(RuntimeError):
        export(broken(), form, tmp_path / "out")
    assert [p.name for p in tmp_path.iterdir()] == ["out"]
    assert (tmp_path / "out").read_text() == "what was there"


def test_a_stream_takes_text_alone(articles: tuple[Article, ...]) -> None:
    with pytest.raises(ExportError, match="parquet needs a place of its own"):
        stream(articles, "parquet", io.StringIO())


def test_articles_of_one_name_stay_two(tmp_path: Path) -> None:
    two = [replace(said(f"{{1s Li}} {{1q said}} {{1c {word}}}.", who("Li")), cast=()) for word in ("so", "no")]
    with Ledger(tmp_path / "ledger.sqlite") as ledger:
        for reading in two:
            ledger.add(reading)
        both = tuple(ledger.articles(parse_query("")))
    assert {a.document.id for a in both} == {"a"}
    write_tei(both, tmp_path / "tei")
    assert len(list((tmp_path / "tei").iterdir())) == 2
    lines = [json.loads(line) for line in text_of(write_followthemoney, both).splitlines()]
    assert sum(line["schema"] == "Article" for line in lines) == 2
    assert len({item["target"][0]["source"] for item in json.loads(text_of(write_annotations, both))["items"]}) == 2


def test_copies_of_a_text_have_ids_of_their_own(tmp_path: Path) -> None:
    reading = said("{1s Li} {1q said} {1c so}.", who("Li"))
    with Ledger(tmp_path / "ledger.sqlite") as ledger:
        for number in range(2):
            ledger.add(replace(reading, document=replace(reading.document, url=f"https://a.example/{number}")))
        both = tuple(ledger.articles(parse_query("")))
    assert len({item["id"] for item in json.loads(text_of(write_annotations, both))["items"]}) == 2


def test_what_two_are_called_after_they_are_one(tmp_path: Path) -> None:
    line = "{1s Ana Lima} {1q told} Eva Ruiz {1c the port is shut}."
    reading = said(line, who("Ana Lima"))
    span = Span(14, 22)
    addressee = Addressee(name="Eva Ruiz", kind="person", span=span, rule="object")
    with Ledger(tmp_path / "ledger.sqlite") as ledger:
        ledger.add(replace(reading, statements=(replace(reading.statements[0], addressee=addressee),)))
        one, other = Person(name="Eva Ruiz"), Person(name="Eva Lima")
        ledger.correct(Correction(kind="same", by="Ed", made_at="2026-01-01", who=one, other=other))
        ((entry,),) = [article.entries for article in ledger.articles(parse_query(""))]
    assert entry.addressee == "Eva Lima"
