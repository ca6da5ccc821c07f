"""The command line: what goes to stdout and stderr, and the exit codes 0 done, 1 faults, 2 misuse."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sayso import __version__
from sayso.cli import main
from sayso.codec import decode_reading
from tests.conftest import PLAIN

HARBOUR = Path(__file__).parent.parent / "examples" / "harbour.txt"


def sayso(*arguments: str | Path, stdin: str | bytes | None = None) -> Result:
    return CliRunner().invoke(main, [str(a) for a in arguments], input=stdin)


def rows(result: Result) -> list[dict[str, object]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_text(gate: Path) -> None:
    result = sayso("read", gate, "--title", "The gate", "--outlet", "Post", "--published", "2025-03-14")
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert lines[:2] == ["The gate", "Post · 2025-03-14"]
    assert "Ana Ruiz  said  [direct, promise]" in result.stdout
    assert "times: 2025-05" in result.stdout
    assert "“We will open the gate in May”" in result.stdout
    assert result.stderr.startswith("1 statement in 1 article, ")


def test_jsonl(gate: Path) -> None:
    result = sayso("read", gate, "--format", "jsonl", "--url", "https://a.example/1")
    (row,) = rows(result)
    assert result.exit_code == 0
    assert (row["document"], row["form"], row["url"], row["lang"]) == ("gate", "direct", "https://a.example/1", "en")
    assert row["words"] == {"source": ["Ana Ruiz"], "cue": ["said"], "content": ["We will open the gate in May"]}
    assert row["content"] == [[1, 29]]


def test_reading(gate: Path) -> None:
    result = sayso("read", gate, HARBOUR, "--format", "reading")
    first, second = map(decode_reading, result.stdout.splitlines())
    assert first.document.text == PLAIN
    assert second.document.id == "harbour"
    assert second.document.text == HARBOUR.read_text(encoding="utf-8")
    assert result.stderr.splitlines()[-1].startswith(f"{1 + len(second.statements)} statements in 2 articles, ")


def test_brat(gate: Path, tmp_path: Path) -> None:
    out = tmp_path / "out" / "deep"
    result = sayso("read", gate, "--format", "brat", "--out", out)
    assert (result.exit_code, result.stdout) == (0, "")
    assert sorted(p.name for p in out.iterdir()) == ["gate.ann", "gate.txt"]
    assert (out / "gate.txt").read_bytes() == gate.read_bytes()
    assert "T1\tContent 1 29\tWe will open the gate in May" in (out / "gate.ann").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("stdin", "documents"),
    [
        (PLAIN, ["stdin"]),
        (PLAIN.encode("utf-16"), ["stdin"]),
        (json.dumps({"id": "a1", "text": PLAIN}) + "\n\n" + json.dumps({"id": 7, "text": PLAIN}), ["a1", "7"]),
    ],
)
def test_stdin(stdin: str | bytes, documents: list[str]) -> None:
    result = sayso("read", "-", "--format", "jsonl", stdin=stdin)
    assert result.exit_code == 0
    assert [row["document"] for row in rows(result)] == documents


def test_what_the_input_tells_wins(tmp_path: Path) -> None:
    lines = tmp_path / "two.jsonl"
    two = ({"id": "a", "text": PLAIN, "outlet": "The Post", "published": "2024"}, {"id": "b", "text": PLAIN})
    lines.write_text("\n".join(map(json.dumps, two)), encoding="utf-8")
    result = sayso("read", lines, "--format", "jsonl", "--outlet", "Courier", "--published", "2025-03")
    assert [(r["outlet"], r["published"]) for r in rows(result)] == [("The Post", "2024"), ("Courier", "2025-03")]


def test_a_folder_and_a_pattern(gate: Path, tmp_path: Path) -> None:
    (tmp_path / "boat.txt").write_text(PLAIN, encoding="utf-8")
    for name in (tmp_path, tmp_path / "*.txt"):
        assert [r["document"] for r in rows(sayso("read", name, "--format", "jsonl"))] == ["boat", "gate"]


def test_one_bad_file_among_good_ones(gate: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\0")
    result = sayso("read", tmp_path / "no.txt", tmp_path, gate, "--format", "jsonl")
    assert result.exit_code == 1
    assert [r["document"] for r in rows(result)] == ["gate", "gate"]
    for told in ("no.txt: there is no such file. Check", "empty: the text is empty", "picture: this looks like a PNG"):
        assert told in result.stderr
    assert result.stderr.splitlines()[-1].endswith("; 3 not read")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((), "Missing argument 'FILE...'"),
        (("x.txt", "--format", "xml"), "'xml' is not one of 'text', 'jsonl', 'reading', 'brat'"),
        (("x.txt", "--format", "brat"), "--format brat and --out FOLDER go together"),
        (("x.txt", "--out", "there"), "--format brat and --out FOLDER go together"),
        (("x.txt", "--threads", "0"), "--threads"),
        (("x.txt", "--nothing"), "--nothing"),
    ],
)
def test_misuse(arguments: tuple[str, ...], told: str) -> None:
    result = sayso("read", *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert told in result.stderr


def test_a_language_that_is_not_read(gate: Path) -> None:
    result = sayso("read", gate, "--lang", "uk")
    assert result.exit_code == 1
    assert "--lang CODE" in result.stderr


def test_explain(gate: Path) -> None:
    text = sayso("explain", gate, "--statement", "1")
    assert text.exit_code == 0
    assert "all words quoted (rule 1 of 4)" in text.stdout
    as_json = json.loads(sayso("explain", gate, "--statement", "1", "--format", "json").stdout)
    assert as_json["words"]["content"] == ["We will open the gate in May"]
    assert 0 < as_json["score"] <= 1


@pytest.mark.parametrize(
    ("name", "number", "told"),
    [
        ("gate.txt", "2", "has 1 statements, numbered from 1; `sayso read` shows"),
        ("no.txt", "1", "there is no such file"),
    ],
)
def test_what_cannot_be_explained(name: str, number: str, told: str, gate: Path) -> None:
    result = sayso("explain", gate.with_name(name), "--statement", number)
    assert (result.exit_code, result.stdout) == (2, "")
    assert told in result.stderr


@pytest.mark.parametrize("command", [(), ("read",), ("explain",)])
@pytest.mark.parametrize("option", ["-h", "--help"])
def test_help(command: tuple[str, ...], option: str) -> None:
    result = sayso(*command, option)
    assert result.exit_code == 0
    assert "Usage: " in result.stdout


def test_version() -> None:
    assert __version__ in sayso("--version").stdout


def test_a_broken_line_in_the_middle_of_ten_thousand(tmp_path: Path) -> None:
    lines = tmp_path / "many.jsonl"
    good = [json.dumps({"id": f"n{n}", "text": ("Yes.", "No way.", "It rains.")[n % 3]}) for n in range(10_000)]
    good[4_999] = '{"id": broken'
    lines.write_text("\n".join(good), encoding="utf-8")
    result = sayso("read", lines, "--format", "reading")
    assert result.exit_code == 1
    ids = [json.loads(line)["document"]["id"] for line in result.stdout.splitlines()]
    assert ids == [f"n{n}" for n in range(10_000) if n != 4_999]
    assert "many.jsonl, line 5000: this is not JSON" in result.stderr
    assert "9999 articles" in result.stderr
    assert result.stderr.splitlines()[-1].endswith("1 not read")


def process(*arguments: str, **options: object) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-c", "from sayso.cli import main; main()", *arguments]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, **options)  # type: ignore[call-overload,no-any-return]


def test_a_closed_pipe_ends_in_peace(tmp_path: Path) -> None:
    lines = tmp_path / "many.jsonl"
    lines.write_text((json.dumps({"text": "It rains."}) + "\n") * 2_000, encoding="utf-8")
    with process("read", str(lines), "--format", "reading", "--threads", "1") as run:
        assert run.stdout is not None
        assert run.stderr is not None
        run.stdout.readline()
        run.stdout.close()
        told = run.stderr.read().decode()
    assert run.returncode == 0
    assert "Traceback" not in told
    assert "Exception" not in told


def test_stdin_and_stdout_of_a_process() -> None:
    with process("read", "-", "--format", "jsonl", stdin=subprocess.PIPE) as run:
        out, err = run.communicate(PLAIN.encode())
    assert run.returncode == 0
    assert json.loads(out)["words"]["source"] == ["Ana Ruiz"]
    assert err.decode().startswith("1 statement in 1 article, ")


def test_a_folder_that_cannot_be_made(gate: Path) -> None:
    result = sayso("read", gate, "--format", "brat", "--out", gate / "sub")
    assert (result.exit_code, type(result.exception)) == (2, SystemExit)
    assert "sub" in result.stderr


def test_nothing_to_explain(tmp_path: Path) -> None:
    lines = tmp_path / "none.jsonl"
    lines.write_bytes(b"\n")
    result = sayso("explain", lines, "--statement", "1")
    assert (result.exit_code, type(result.exception)) == (2, SystemExit)
    assert "none.jsonl" in result.stderr


def test_two_files_of_one_name(tmp_path: Path) -> None:
    for folder in ("monday", "tuesday"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "index.txt").write_text(PLAIN + folder, encoding="utf-8")
    assert sayso("read", tmp_path, "--format", "brat", "--out", tmp_path / "out").exit_code == 0
    assert len(list((tmp_path / "out").glob("*.ann"))) == 2


def test_records_are_utf_8_whatever_the_locale(tmp_path: Path) -> None:
    lines = tmp_path / "one.jsonl"
    lines.write_text(json.dumps({"id": "ворота", "text": PLAIN}), encoding="utf-8")
    with process("read", str(lines), "--format", "reading", env={"PYTHONIOENCODING": "ascii"}) as run:
        out, err = run.communicate()
    assert b"Traceback" not in err
    assert json.loads(out)["document"]["id"] == "ворота"


def test_a_file_name_is_not_obeyed(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["explain", str(tmp_path / "a\x1b]0;b\x07.txt"), "--statement", "1"], color=True)
    assert "there is no such file" in result.stderr
    assert "\x1b" not in result.stderr


@pytest.mark.parametrize(
    ("option", "value"), [("--published", "31 March"), ("--published", "2025-02-31"), ("--lang", "?")]
)
def test_a_fact_that_will_not_do(option: str, value: str, gate: Path) -> None:
    result = sayso("read", gate, option, value)
    assert result.exit_code == 2
    assert option in result.stderr
    assert value in result.stderr


def test_records_go_to_the_file_though_a_bar_is_on_the_terminal(gate: Path, tmp_path: Path) -> None:
    controller, terminal = os.openpty()
    out = tmp_path / "out.jsonl"
    with out.open("wb") as file:
        command = [sys.executable, "-m", "sayso.cli", "read", str(gate), str(HARBOUR), "--format", "jsonl"]
        done = subprocess.run(command, stdout=file, stderr=terminal, check=False)
    os.close(terminal)
    os.close(controller)
    assert done.returncode == 0
    assert len(out.read_text(encoding="utf-8").splitlines()) > 1


def test_a_closed_pipe_is_no_error(gate: Path) -> None:
    command = f"'{sys.executable}' -m sayso.cli read '{HARBOUR}' --format jsonl | true; echo ${{PIPESTATUS[0]}}"
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONUNBUFFERED"}
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=True, env=environment)
    assert done.stdout == "0\n"
    assert "Traceback" not in done.stderr
    assert "Exception" not in done.stderr
