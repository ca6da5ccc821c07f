"""brat standoff: what is written is parsed again, and its offsets are held to the text."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec
import pytest

from sayso.export.brat import write_brat
from sayso.records import Reading
from tests.marked import reading_of

LINE = (
    "🙂 “{1c We,” {1q said} {1s Ana Ruiz}, “are\nready.\r\n\r\nWe wait}.” {2s Li} {2q wrote} {2c {3q it is said} that "
    "{3c it rains}}. {4c “It does.”}"
)
Bound = dict[str, tuple[str, list[tuple[int, int]], str]]


def parse(lines: str) -> tuple[Bound, list[list[str]], list[list[str]]]:
    """The text-bound annotations, the relations and the attributes, as brat itself takes them apart."""
    bound: Bound = {}
    relations, attributes = [], []
    for line in lines.splitlines():
        name, fields, *rest = line.split("\t")
        if name[0] == "T":
            kind, offsets = fields.split(" ", 1)
            parts = [tuple(map(int, part.split(" "))) for part in offsets.split(";")]
            bound[name] = (kind, parts, rest[0])
        else:
            (relations if name[0] == "R" else attributes).append([name, *fields.split(" ")])
    return bound, relations, attributes


def test_offsets_agree_with_the_text(tmp_path: Path) -> None:
    reading = reading_of(LINE)
    annotations = write_brat(reading, tmp_path / "new" / "folder")
    text = annotations.with_suffix(".txt").read_bytes().decode()
    assert text == reading.document.text
    bound, _, _ = parse(annotations.read_bytes().decode())
    assert len(bound) == 3 + 3 + 2 + 1
    for _, parts, words in bound.values():
        assert " ".join(text[start:stop] for start, stop in parts) == words
        assert not set("\r\n") & set(words)
        assert parts == sorted(parts)


def test_relations_and_forms(tmp_path: Path) -> None:
    reading = reading_of(LINE)
    bound, relations, attributes = parse(write_brat(reading, tmp_path).read_text("utf-8"))
    assert [row[1:] for row in attributes] == [
        ["Form", name, s.form]
        for name, s in zip((n for n, b in bound.items() if b[0] == "Content"), reading.statements, strict=True)
    ]
    told = set()
    for _, kind, content, other in relations:
        one, two = bound[content.removeprefix("Arg1:")], bound[other.removeprefix("Arg2:")]
        assert one[0] == "Content"
        assert kind == f"Has{two[0]}"
        told.add((two[2], one[2]))
    assert ("Ana Ruiz", "We are ready. We wait") in told
    assert ("Li", "it is said that it rains") in told
    assert len(told) == 5


def test_no_statements(tmp_path: Path) -> None:
    assert write_brat(reading_of("It rains."), tmp_path).read_bytes() == b""


def named(name: str) -> Reading:
    reading = reading_of("{1q It is said} that {1c it rains}")
    return msgspec.structs.replace(reading, document=msgspec.structs.replace(reading.document, id=name))


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("gate", r"gate\.ann"),
        ("gate.html:3", r"gate\.html_3-\w{8}\.ann"),
        ("https://a.example/b?c=d", r"https_a\.example_b_c_d-\w{8}\.ann"),
        ("../../etc/passwd", r"_\.\._etc_passwd-\w{8}\.ann"),
        ("/etc/passwd", r"_etc_passwd-\w{8}\.ann"),
        ("..", r"document-\w{8}\.ann"),
        ("", r"document-\w{8}\.ann"),
        ("a\0b\nc\x1b", r"a_b_c_-\w{8}\.ann"),
        ("ворота 🙂", r"ворота_-\w{8}\.ann"),
    ],
)
def test_ids_are_made_safe(name: str, file: str, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    path = write_brat(named(name), folder)
    assert path.parent == folder
    assert re.fullmatch(file, path.name)
    assert list(tmp_path.rglob("*.ann")) == [path]


def test_a_long_id(tmp_path: Path) -> None:
    assert write_brat(named("https://a.example/" + "gate-" * 60), tmp_path).exists()


@pytest.mark.parametrize(("one", "two"), [("a/1", "a_1"), ("gate 1", "gate?1"), ("", "document")])
def test_no_article_takes_the_place_of_another(one: str, two: str, tmp_path: Path) -> None:
    assert write_brat(named(one), tmp_path) != write_brat(named(two), tmp_path)
