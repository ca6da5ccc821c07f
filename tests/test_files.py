"""find_pages: whatever a name stands for is read; what cannot be is a Failure, and the rest goes on."""

from __future__ import annotations

import io
import json
import os
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.fetch.files import find_pages
from sayso.fetch.lines import read_lines
from sayso.records import Failure, Page

TEXT = "The harbour board met on Monday, said Ana Lima.\r\n"
HTML = "<!DOCTYPE html><html><body><p>The harbour board met on Monday.</p></body></html>"


def lines(*objects: object) -> bytes:
    return b"".join(json.dumps(o).encode() + b"\n" for o in objects)


def ids(found: Iterator[Page | Failure]) -> list[str]:
    return [f"!{item.id}" if isinstance(item, Failure) else item.id for item in found]


def only(found: Iterator[Page | Failure]) -> Page | Failure:
    (item,) = found
    return item


def failure(found: Iterator[Page | Failure]) -> str:
    item = only(found)
    assert isinstance(item, Failure)
    return item.message


def test_a_text_and_a_page(tmp_path: Path) -> None:
    (tmp_path / "harbour_2025.v2.txt").write_bytes(TEXT.encode())
    (tmp_path / "port.HTML").write_text(HTML)
    names = [str(tmp_path / "harbour_2025.v2.txt"), str(tmp_path / "port.HTML")]
    assert list(find_pages(names)) == [
        Page(id="harbour_2025.v2", body=TEXT.encode(), media="text"),
        Page(id="port", body=HTML.encode(), media="html"),
    ]


def test_json_lines_with_all_that_they_may_hold(tmp_path: Path) -> None:
    facts = {"title": "T", "outlet": "The Gull", "published": "2025-03-14", "url": "https://gull.example", "lang": "en"}
    path = tmp_path / "a.jsonl"
    path.write_bytes(
        b"\xef\xbb\xbf"
        + lines({"id": "a1", "text": TEXT, "licence": "own", **facts}, {"id": 7, "html": HTML, "title": None})
        + b"\n"
        + lines({"text": "No id"}, {"id": "a1", "text": "Again"})
    )
    assert list(find_pages([str(path)])) == [
        Page(id="a1", body=TEXT, media="text", **facts),
        Page(id="7", body=HTML, media="html"),
        Page(id="a.jsonl:4", body="No id", media="text"),
        Page(id="a1", body="Again", media="text"),
    ]


def test_one_broken_line_in_ten_thousand(tmp_path: Path) -> None:
    good = [lines({"id": str(n), "text": TEXT}) for n in range(10_000)]
    good[4_999] = b'{"id": "4999", "text": "cut o\n'
    path = tmp_path / "many.jsonl"
    path.write_bytes(b"".join(good))
    found = list(find_pages([str(path)]))
    failures = [item for item in found if isinstance(item, Failure)]
    assert len(found) - len(failures) == 9_999
    assert [f.id for f in failures] == [f"{path}:5000"]
    assert "many.jsonl, line 5000: this is not JSON" in failures[0].message


@pytest.mark.parametrize(
    ("line", "why"),
    [
        (b"[1, 2]", "this is a JSON list, not an object"),
        (b'"text"', "this is a JSON string, not an object"),
        (b"null", "this is a JSON null, not an object"),
        (b"{}", "neither text nor html"),
        (b'{"id": "a", "text": null}', "neither text nor html"),
        (b'{"text": 5}', "text is a number, and must be a string"),
        (b'{"html": ["a"]}', "html is a list"),
        (b'{"text": "a", "title": {}}', "title is a object"),
        (b'{"text": "a", "published": 2025}', "published is a number"),
        (b'{"text": "a", "id": true}', "id is a true or false"),
        (b'{"text": "a', "this is not JSON"),
        (b'{"text": "\xff"}', "this is not JSON"),
        (b"\x00\x01", "this is not JSON"),
        (b"[" * 100_000, "this is not JSON"),
    ],
)
def test_a_line_that_is_none_is_named(line: bytes, why: str) -> None:
    found = list(read_lines([b'{"text": "a"}\n', line], name="a.jsonl", default_id="a.jsonl"))
    assert ids(iter(found)) == ["a.jsonl:1", "!a.jsonl:2"]
    assert isinstance(found[1], Failure)
    assert found[1].message.startswith("a.jsonl, line 2: ")
    assert why in found[1].message


@pytest.mark.parametrize(
    ("body", "why"),
    [
        (b'[\n{"text": "a"}\n]\n', "one JSON array"),
        ('{"text": "a"}\n'.encode("utf-16"), "UTF-16"),
        (b"\x89PNG\r\n\x1a\n\0\0\n\n\0", "a PNG picture"),
    ],
)
def test_a_file_of_which_no_line_will_do_fails_once(tmp_path: Path, body: bytes, why: str) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(body)
    assert why in failure(find_pages([str(path)]))


@given(st.lists(st.binary(max_size=40)))
def test_no_line_raises(bodies: list[bytes]) -> None:
    list(read_lines([body + b"\n" for body in bodies], name="a", default_id="a"))


def test_a_folder_is_read_in_order_with_what_lies_under_it(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "c/d.htm", "c/a.ndjson", "notes.md", ".hidden.txt", ".git/x.txt", "e.TXT"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(lines({"id": "line", "text": "a"}) if name.endswith("json") else b"x")
    assert ids(find_pages([str(tmp_path)])) == ["a", "b", "line", "d", "e"]


def test_folders_with_nothing_in_them(tmp_path: Path) -> None:
    (tmp_path / "notes.md").write_text("x")
    assert "there is nothing to read in this folder" in failure(find_pages([str(tmp_path)]))


def test_patterns(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    for name in ("b.txt", "a.txt", "[1].txt", "sub/c.txt"):
        (tmp_path / name).write_bytes(b"x")
    assert ids(find_pages([str(tmp_path / "?.txt")])) == ["a", "b"]
    assert ids(find_pages([str(tmp_path / "**")])) == ["[1]", "a", "b", "c"]
    assert ids(find_pages([str(tmp_path / "[1].txt")])) == ["[1]"]
    assert "no file matches this pattern" in failure(find_pages([str(tmp_path / "*.html")]))


def test_a_name_that_is_nothing_does_not_stop_the_rest(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"x")
    missing = str(tmp_path / "missing.txt")
    found = list(find_pages([missing, str(tmp_path / "a.txt")]))
    assert ids(iter(found)) == [f"!{missing}", "a"]
    assert isinstance(found[0], Failure)
    assert "there is no such file" in found[0].message


@pytest.mark.parametrize("name", ["", "a\0b", "x" * 5_000])
def test_names_that_cannot_be(name: str) -> None:
    assert isinstance(only(find_pages([name])), Failure)


def test_what_may_not_be_read_is_a_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    path = tmp_path / "a.txt"
    path.write_bytes(b"x")
    monkeypatch.setattr(Path, "open", refuse)
    assert "not allowed to read" in failure(find_pages([str(path)]))
    monkeypatch.setattr(os, "scandir", refuse)
    assert "not allowed to read" in failure(find_pages([str(tmp_path)]))


@pytest.mark.parametrize(
    ("body", "media"),
    [
        (TEXT.encode(), "text"),
        (HTML.encode(), "html"),
        (b"\n\n  <!-- a --><html><p>x</p></html>", "html"),
        (HTML.encode("utf-16"), "html"),
        (TEXT.encode("utf-16"), "text"),
        (b"<3 the port, she said", "text"),
        (b"", "text"),
        (b"\n \n", "text"),
        (b"{ so it begins", "text"),
    ],
)
def test_standard_input_and_unknown_endings_are_sniffed(tmp_path: Path, body: bytes, media: str) -> None:
    page = only(find_pages(["-"], stdin=io.BytesIO(body)))
    assert page == Page(id="stdin", body=body, media="html" if media == "html" else "text")
    path = tmp_path / "story.md"
    path.write_bytes(body)
    assert only(find_pages([str(path)])) == Page(id="story.md", body=body, media="html" if media == "html" else "text")


def test_json_lines_from_standard_input_and_unknown_endings(tmp_path: Path) -> None:
    body = b"\n" + lines({"id": "a", "text": "x" * 9_000}, {"text": "y"}) + b"{broken\n"
    assert ids(find_pages(["-"], stdin=io.BytesIO(body))) == ["a", "stdin:3", "!-:4"]
    path = tmp_path / "export"
    path.write_bytes(body)
    assert ids(find_pages([str(path)])) == ["a", "export:3", f"!{path}:4"]


def test_json_lines_are_streamed(tmp_path: Path) -> None:
    path = tmp_path / "big.jsonl"
    with path.open("wb") as file:
        for number in range(2_000):
            file.write(lines({"id": str(number), "text": "x" * 10_000}))
    tracemalloc.start()
    assert sum(1 for _ in find_pages([str(path)])) == 2_000
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 2_000_000  # bytes, of a file of 20 million
