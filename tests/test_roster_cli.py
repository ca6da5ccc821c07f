"""`sayso roster`: what goes to stdout and stderr, and the exit codes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sayso.cli import main
from sayso.roster.holder import COLUMNS
from sayso.roster.table import read_table

HEADER = ",".join(COLUMNS)
TABLE = f"""{HEADER}
Ana Lima,A. Lima,Ана Лима,,President,,Norland,2020-05,2024-05-01
Bo Ek,,,,President,,Norland,2024-05-01,
Cy Vega,,,,Head,Harbour Union,,2022,2024
"""
MEMBERS = {
    "persons": [{"id": n, "name": f"Member {n}"} for n in range(8)],
    "memberships": [{"person_id": n, "role": "member", "country": "Norland", "start_date": "2020"} for n in range(8)],
}


def sayso(*arguments: str | Path, stdin: str | bytes | None = None) -> Result:
    return CliRunner().invoke(main, ["roster", *map(str, arguments)], input=stdin)


@pytest.fixture(autouse=True)
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "own.csv"
    monkeypatch.setenv("SAYSO_ROSTER", str(path))
    return path


@pytest.fixture
def fresh(tmp_path: Path) -> Path:
    path = tmp_path / "fresh.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


def test_import(fresh: Path, own: Path) -> None:
    result = sayso("import", fresh)
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == f"csv: 3 rows added, 0 replaced, 0 already there, 0 left out; written to {own}\n"
    assert len(read_table(own)) == 3
    again = sayso("import", fresh)
    assert again.stderr == f"csv: 0 rows added, 0 replaced, 3 already there, 0 left out; nothing to write to {own}\n"


@pytest.mark.parametrize("option", [(), ("--format", "csv")])
def test_import_from_standard_input_into_a_file(option: tuple[str, ...], own: Path, tmp_path: Path) -> None:
    result = sayso("import", "-", "--into", tmp_path / "there.csv", *option, stdin=TABLE)
    assert result.exit_code == 0
    assert len(read_table(tmp_path / "there.csv")) == 3
    assert not own.exists()


def test_what_is_left_out_is_told_up_to_five() -> None:
    result = sayso("import", "-", stdin=json.dumps(MEMBERS))
    assert result.exit_code == 0
    first, *rest = result.stderr.splitlines()
    assert first.startswith("popolo: 0 rows added, 0 replaced, 0 already there, 8 left out; nothing to write to ")
    assert [line.split(",")[0] for line in rest] == [*(f"left out: Member {n}" for n in range(5)), "left out: 3 more"]


@pytest.mark.parametrize(
    ("arguments", "stdin", "told"),
    [
        (("import", "no.csv"), None, "no.csv: there is no such file."),
        (("import", "-"), "", "-: this looks like none of the formats"),
        (("import", "-"), f"{HEADER}\nAna,,,,,,,,\n", "-, row 2, column office: '' is empty"),
        (("import", "-", "--format", "wikidata"), TABLE, "-: this is not JSON"),
        (
            ("import", "-", "--format", "xml"),
            TABLE,
            "'xml' is not one of 'csv', 'followthemoney', 'popolo', 'wikidata'",
        ),
        (("import",), None, "Missing argument 'FILE'"),
        (("import", "-"), b"\x1b]0;b\x07\xff", "looks like none"),
        (("show", "--on", "31 March"), None, "--on: '31 March' is not a date. Give a year, a month or a day"),
        (("show", "--on", "2025-02-30"), None, "--on: '2025-02-30' is not a date."),
        (("show", "--on", ""), None, "--on: '' is not a date."),
    ],
)
def test_misuse(arguments: tuple[str, ...], stdin: str | bytes | None, told: str, own: Path) -> None:
    result = sayso(*arguments, stdin=stdin)
    assert (result.exit_code, result.stdout, type(result.exception)) == (2, "", SystemExit)
    assert told in " ".join(result.stderr.split())
    assert "\x1b" not in result.stderr
    assert not own.exists()


def shown(*arguments: str) -> list[list[str]]:
    """The cells of the rows about Norland and the Harbour Union, parted at two spaces or more."""
    result = sayso("show", *arguments)
    assert result.exit_code == 0
    lines = [[cell.strip() for cell in line.split("  ") if cell.strip()] for line in result.stdout.splitlines()]
    return [cells for cells in lines if any("Norland" in cell or "Harbour Union" in cell for cell in cells)]


ANA = ["Ana Lima", "President", "Norland", "2020-05", "2024-05-01"]
BO = ["Bo Ek", "President", "Norland", "2024-05-01"]
CY = ["Cy Vega", "Head", "Harbour Union", "2022", "2024"]


@pytest.mark.parametrize(
    ("arguments", "rows"),
    [
        ((), [CY, ANA, BO]),
        (("NORLAND",), [ANA, BO]),
        (("lima",), [ANA]),
        (("a. lim",), [ANA]),
        (("ана",), [ANA]),
        (("harbour",), [CY]),
        (("head", "--on", "2023"), [CY]),
        (("head", "--on", "2024-02-01"), [[*CY[:-1], "2024 perhaps"]]),
        (("norland", "--on", "2024-04-30"), [ANA]),
        (("norland", "--on", "2024-05-01"), [BO]),
        (("norland", "--on", "2024-05"), [BO]),
        (("norland", "--on", "2024"), [[*ANA[:-1], "2024-05-01 perhaps"], [*BO, "perhaps"]]),
        (("norland", "--on", "2019"), []),
        (("nobody at all",), []),
    ],
)
def test_show(arguments: tuple[str, ...], rows: list[list[str]], fresh: Path) -> None:
    sayso("import", fresh)
    assert shown(*arguments) == rows


def test_show_as_lines_of_json(fresh: Path) -> None:
    sayso("import", fresh)
    result = sayso("show", "ana lima", "--format", "jsonl")
    assert json.loads(result.stdout) == {
        "name": "Ana Lima",
        "office": "President",
        "country": "Norland",
        "organization": None,
        "since": "2020-05",
        "until": "2024-05-01",
        "aliases": ["A. Lima"],
        "name_ru": "Ана Лима",
        "aliases_ru": [],
    }
    assert result.stderr == "1 row\n"


def test_nobody() -> None:
    result = sayso("show", "nobody at all")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "0 rows\n")


def test_a_name_is_not_obeyed(own: Path) -> None:
    own.write_text(f"{HEADER}\nAna \u202eLima,,,,President,,Norland,2020,\n", encoding="utf-8")
    assert "\u202e" not in sayso("show", "Norland").stdout


@pytest.mark.parametrize("command", [(), ("import",), ("show",)])
def test_help(command: tuple[str, ...]) -> None:
    result = sayso(*command, "--help")
    assert result.exit_code == 0
    assert "Usage: " in result.stdout
