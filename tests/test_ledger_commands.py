"""The commands of a ledger: what goes to stdout and stderr, and the exit codes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sayso.codec import decode_reading
from tests.conftest import PLAIN
from tests.test_cli import sayso


def test_add_and_add_again(gate: Path, tmp_path: Path) -> None:
    where = tmp_path / "ledger.sqlite"
    first = sayso("add", gate, "--ledger", where, "--published", "2025-03-14")
    assert (first.exit_code, first.stdout) == (0, "new document\tgate\t1 statement\n")
    assert first.stderr.startswith(f"{where}: 1 article new\n1 statement in 1 article, ")
    again = sayso("add", gate, "--ledger", where, "--published", "2025-03-14")
    assert again.stdout == "known\tgate\t1 statement\n"
    assert f"{where}: 1 article known already" in again.stderr


def test_one_bad_file_does_not_stop_the_others(gate: Path, tmp_path: Path) -> None:
    bad = tmp_path / "bad.txt"
    bad.write_bytes(b"")
    result = sayso("add", bad, gate, "--ledger", tmp_path / "ledger.sqlite")
    assert result.exit_code == 1
    assert result.stdout == "new document\tgate\t1 statement\n"
    assert "bad" in result.stderr


def test_what_a_ledger_holds(gate: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAYSO_LEDGER", str(tmp_path / "mine.sqlite"))
    sayso("add", gate)
    lines = sayso("ledger").stdout.splitlines()
    assert lines[0] == str(tmp_path / "mine.sqlite")
    assert [line.split() for line in lines[1:]] == [
        ["1", "documents"], ["1", "versions"], ["1", "readings"], ["1", "statements"], ["1", "speakers"]
    ]  # fmt: skip
    (line,) = sayso("ledger", "--format", "reading").stdout.splitlines()
    assert decode_reading(line).document.text == PLAIN


@pytest.mark.parametrize("command", [("add", "GATE"), ("ledger",)])
def test_what_is_no_ledger(command: tuple[str, ...], gate: Path, tmp_path: Path) -> None:
    notes = tmp_path / "notes"
    notes.write_text("no database " * 99)
    result = sayso(*(str(gate) if c == "GATE" else c for c in command), "--ledger", notes)
    assert (result.exit_code, result.stdout) == (2, "")
    assert f"{notes}: it is no SQLite file; name another with --ledger." in result.stderr


def test_no_ledger_yet(tmp_path: Path) -> None:
    result = sayso("ledger", "--ledger", tmp_path / "none.sqlite")
    assert result.exit_code == 2
    assert "there is no ledger" in result.stderr


def test_search(gate: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAYSO_LEDGER", str(tmp_path / "mine.sqlite"))
    sayso("add", gate, "--published", "2025-03-14", "--outlet", "Post")
    result = sayso("search", "gates", "speaker:Ana Ruiz", "-act:deny")
    (row,) = sayso("search", 'speaker:"Ana Ruiz" gate', "--format", "jsonl").stdout.splitlines()
    assert result.stdout.splitlines() == [
        "Ana Ruiz  said  [direct, promise]",
        "  We will open the gate in May",
        f"  2025-03-14 · Post · gate · {json.loads(row)['id']}",
        "",
    ]
    assert result.stderr == "1 statement\n"
    assert json.loads(row)["marks"] == [[17, 21]]
    assert sayso("search", "-has:speaker").stderr == "0 statements\n"
    assert sayso("search", "--limit", "1").stderr == "1 statement\n"
    assert sayso("search", "--after", "2025-03-14/1").stdout == ""
    assert "         1         1 Ana Ruiz" in sayso("search", "--counts").stdout
    assert {"facet": "act", "value": "promise", "statements": 1, "distinct": 1} in [
        json.loads(line) for line in sayso("search", "--counts", "--format", "jsonl").stdout.splitlines()
    ]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (('speaker:"Ana',), "search, character 9: the quotation mark is not closed"),
        (("colour:red",), "search, character 1: colour: is no field"),
        (("gate", "--sorted"), "--sorted is no option"),
        (("--sort", "relevance"), "needs a word"),
    ],
)
def test_a_search_that_cannot_be_read(
    arguments: tuple[str, ...], told: str, gate: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SAYSO_LEDGER", str(tmp_path / "mine.sqlite"))
    sayso("add", gate)
    result = sayso("search", *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert told in result.stderr


@pytest.fixture
def mine(gate: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A ledger of one statement; the id of it."""
    monkeypatch.setenv("SAYSO_LEDGER", str(tmp_path / "mine.sqlite"))
    sayso("add", gate, "--published", "2025-03-14", "--outlet", "Post")
    return str(json.loads(sayso("search", "--format", "jsonl").stdout)["id"])


def test_correct_and_undo(mine: str) -> None:
    result = sayso(
        "correct", "statement", mine[:6], "--act", "deny", "--date", "2025-03-13", "--by", "Ed", "--note", "tape"
    )
    assert (result.exit_code, result.stdout) == (0, "")
    assert "correction 1; `sayso correct undo 1` takes it back" in result.stderr
    assert "[direct, deny]" in sayso("search", "act:deny", "until:2025-03-13").stdout
    assert "corrected: act, said_on" in sayso("search").stdout
    listed = sayso("correct", "list").stdout
    assert f"   1  {mine}: “We will open the gate in May” act: deny" in listed
    assert "tape" in listed
    assert "correction 1 is undone" in sayso("correct", "undo", "1").stderr
    assert "[direct, promise]" in sayso("search").stdout
    again = sayso("correct", "undo", "1")
    assert (again.exit_code, "correction 1 was undone by" in again.stderr) == (2, True)


def test_a_speaker_of_ones_own(mine: str) -> None:
    sayso("correct", "statement", mine, "--speaker", "Eva Lima", "--role", "mayor", "--side", "Chile")
    assert "Eva Lima · mayor" in sayso("search", "side:Chile").stdout
    result = sayso("correct", "same", "Eva Lima", "Ana Ruiz")
    assert result.exit_code == 0
    assert sayso("search", 'speaker:"Ana Ruiz"').stderr == "1 statement\n"
    assert "say the contrary" in sayso("correct", "different", "Eva Lima", "Ana Ruiz").stderr


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("statement", "ID"), "say what to correct"),
        (("statement", "ID", "--role", "mayor"), "give --speaker too"),
        (("statement", "ID", "--date", "2025-02-30"), "'2025-02-30' is no date"),
        (("statement", "zz", "--none"), "there is no statement 'zz'"),
        (("same", "Bo", "Ana Ruiz"), "nobody in the ledger is called 'Bo'"),
        (("undo", "7"), "there is no correction 7"),
    ],
)
def test_what_cannot_be_corrected(mine: str, arguments: tuple[str, ...], told: str) -> None:
    result = sayso("correct", *(mine if a == "ID" else a for a in arguments))
    assert (result.exit_code, result.stdout) == (2, "")
    assert told in result.stderr


def test_corrections_go_to_another_ledger(mine: str, gate: Path, tmp_path: Path) -> None:
    sayso("correct", "statement", mine, "--none")
    file = tmp_path / "corrections.jsonl"
    file.write_text(sayso("correct", "list", "--format", "jsonl").stdout)
    other = tmp_path / "other.sqlite"
    sayso("add", gate, "--ledger", other)
    assert "1 correction taken; 0 of all here wait" in sayso("correct", "import", file, "--ledger", other).stderr
    assert sayso("search", "--ledger", other).stderr == "0 statements\n"
    file.write_text(file.read_text() + '{"kind": "none"}\n')
    refused = sayso("correct", "import", file, "--ledger", other)
    assert (refused.exit_code, "line 2 is no correction" in refused.stderr) == (2, True)


def test_variants(mine: str, gate: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text("“We will open the gate in June,” Ana Ruiz promised.\n")
    sayso("add", other, "--published", "2025-03-15", "--outlet", "Star")
    result = sayso("variants", mine)
    assert result.stderr == "2 variants\n"
    assert "    words: May → June" in result.stdout
    assert "    cue: said → promised" in result.stdout
    rows = [json.loads(line) for line in sayso("variants", mine, "--format", "jsonl").stdout.splitlines()]
    assert [row["hit"]["outlet"] for row in rows] == ["Post", "Star"]
    assert "2         1" in sayso("search", "--counts").stdout


def test_export(mine: str, tmp_path: Path) -> None:
    result = sayso("export", "gate", "--format", "csv")
    assert result.stderr == "1 statement written\n"
    assert result.stdout.startswith("id,group,inside,url,")
    assert mine in result.stdout
    out = tmp_path / "new" / "all.xlsx"
    assert sayso("export", "--out", out).stderr == f"1 statement written to {out}\n"
    assert out.exists()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--out", "TMP/all.doc"), "tells no format; give --format"),
        (("--format", "xlsx"), "xlsx needs a place of its own; say where with --out"),
        (("--format", "csv", "--out", "TMP"), "csv is one file, and this is a folder"),
        (("--format", "tei", "--out", "TMP/gate.txt"), "tei writes files for each article; name a folder"),
        (("act:sing", "--format", "csv"), "search, character 5"),
    ],
)
def test_what_cannot_be_exported(mine: str, tmp_path: Path, arguments: tuple[str, ...], told: str) -> None:
    result = sayso("export", *(a.replace("TMP", str(tmp_path)) for a in arguments))
    assert (result.exit_code, result.stdout) == (2, "")
    assert told in result.stderr
    assert sorted(p.name for p in tmp_path.iterdir()) == ["gate.txt", "mine.sqlite"]


def test_no_export_takes_the_place_of_the_ledger(mine: str, tmp_path: Path) -> None:
    result = sayso("export", "--format", "sqlite", "--out", tmp_path / "mine.sqlite")
    assert (result.exit_code, "it is the ledger; name another file" in result.stderr) == (2, True)
    assert sayso("search").stderr == "1 statement\n"


@pytest.mark.parametrize("arguments", [("search", "--bogus"), ("export", "-o"), ("search", "-o", "x.csv")])
def test_a_mistyped_option_is_no_search(mine: str, arguments: tuple[str, ...]) -> None:
    result = sayso(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "is no option" in result.stderr


def test_a_country_stays_one(mine: str) -> None:
    sayso("correct", "statement", mine, "--speaker", "Norway", "--kind", "country")
    sayso("correct", "statement", mine, "--speaker", "Norway")
    assert json.loads(sayso("search", "--format", "jsonl").stdout)["kind"] == "country"
