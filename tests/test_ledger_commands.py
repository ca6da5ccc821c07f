"""`sayso add` and `sayso ledger`: what goes to stdout and stderr, and the exit codes."""

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
    assert result.stdout.splitlines() == [
        "Ana Ruiz  said  [direct, promise]", "  We will open the gate in May", "  2025-03-14 · Post · gate", ""
    ]  # fmt: skip
    assert result.stderr == "1 statement\n"
    (row,) = sayso("search", 'speaker:"Ana Ruiz" gate', "--format", "jsonl").stdout.splitlines()
    assert json.loads(row)["marks"] == [[17, 21]]
    assert sayso("search", "-has:speaker").stderr == "0 statements\n"
    assert sayso("search", "--limit", "1").stderr == "1 statement; for more: --after 2025-03-14/1\n"
    assert sayso("search", "--after", "2025-03-14/1").stdout == ""
    assert "         1 Ana Ruiz" in sayso("search", "--counts").stdout
    assert {"facet": "act", "value": "promise", "count": 1} in [
        json.loads(line) for line in sayso("search", "--counts", "--format", "jsonl").stdout.splitlines()
    ]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (('speaker:"Ana',), "search, character 9: the quotation mark is not closed"),
        (("colour:red",), "search, character 1: colour: is no field"),
        (("gate", "--sorted"), "--sorted is no option of a search"),
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
