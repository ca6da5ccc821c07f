"""Web archives: real ones, made here byte by byte, whole and damaged."""

from __future__ import annotations

import gzip
from collections.abc import Sequence
from pathlib import Path

import pytest
from fastwarc.stream_io import ZstdWriter

from sayso.fetch.files import find_pages
from sayso.fetch.warc import LARGEST
from sayso.records import Failure, Page
from tests.test_cli import sayso

HTML = "<html><head><title>Порт</title></head><body><p>«Порт закрыт», — сказала Анна Лима.</p></body></html>"
DATE = "2025-03-14T05:00:00Z"


def record(
    body: bytes, url: str = "http://a.example/1", *, kind: str = "response", status: str = "200 OK",
    headers: Sequence[str] = ("Content-Type: text/html; charset=windows-1251",), length: int | None = None,
) -> bytes:  # fmt: skip
    """A record as it stands in a plain archive."""
    http = f"HTTP/1.1 {status}\r\n" + "".join(f"{h}\r\n" for h in headers) + "\r\n"
    payload = (http.encode() if kind == "response" else b"") + body
    media = "application/http; msgtype=response" if kind == "response" else "text/plain"
    told = len(payload) if length is None else length
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:{len(body)}>\r\nWARC-Target-URI: {url}\r\n"
        f"WARC-Date: {DATE}\r\nContent-Type: {media}\r\nContent-Length: {told}\r\n\r\n"
    )
    return head.encode() + payload + b"\r\n\r\n"


def packed_as(kind: str) -> list[str]:
    return ["Content-Type: text/html", f"Content-Encoding: {kind}"]


PLAIN = record(HTML.encode("cp1251"))


def read(tmp_path: Path, content: bytes, name: str = "a.warc") -> list[Page | Failure]:
    path = tmp_path / name
    path.write_bytes(content)
    return list(find_pages([str(path)]))


def zstd(content: bytes, tmp_path: Path) -> bytes:
    path = tmp_path / "packed"
    with path.open("wb") as file, ZstdWriter(file) as writer:
        writer.write(content)
    return path.read_bytes()


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz", "A.WARC.GZ", "a.warc.zst"])
def test_a_page_comes_with_all_that_is_known(tmp_path: Path, name: str) -> None:
    packed = {"gz": gzip.compress, "zst": lambda content: zstd(content, tmp_path)}.get(name.rpartition(".")[2].lower())
    (page,) = read(tmp_path, packed(PLAIN) if packed else PLAIN, name)
    assert page == Page(
        id="http://a.example/1", url="http://a.example/1", body=HTML.encode("cp1251"), media="html",
        charset="windows-1251", fetched_at=DATE,
    )  # fmt: skip


def test_each_record_is_packed_by_itself(tmp_path: Path) -> None:
    content = b"".join(gzip.compress(record(b"x", f"http://a.example/{n}")) for n in range(50))
    assert [page.id for page in read(tmp_path, content, "a.warc.gz")] == [f"http://a.example/{n}" for n in range(50)]


def test_what_was_converted_to_text(tmp_path: Path) -> None:
    (page,) = read(tmp_path, record("Порт закрыт.".encode(), kind="conversion"))
    assert isinstance(page, Page)
    assert (page.body, page.media, page.charset) == ("Порт закрыт.".encode(), "text", "utf-8")


@pytest.mark.parametrize(
    ("headers", "body"),
    [
        (["Content-Encoding: gzip"], gzip.compress(b"<p>so</p>")),
        (["Content-Encoding: gzip"], b"<p>so</p>"),
        (["Transfer-Encoding: chunked"], b"4\r\n<p>s\r\n5;x=1\r\no</p>\r\n0\r\n\r\n"),
        (["Transfer-Encoding: chunked"], b"<p>so</p>"),
        (["Content-Length: 9"], b"<p>so</p>and more"),
        (["Content-Length: 900"], b"<p>so</p>"),
    ],
)
def test_bodies_as_servers_send_them(tmp_path: Path, headers: list[str], body: bytes) -> None:
    (page,) = read(tmp_path, record(body, headers=["Content-Type: text/html", *headers]))
    assert isinstance(page, Page)
    assert page.body == b"<p>so</p>"


def test_what_is_no_page_is_passed_over(tmp_path: Path) -> None:
    content = b"".join((
        record(b"x", status="404 Not Found"), record(b"x", headers=["Content-Type: image/png"]),
        record(b"x", headers=[]), record(b"x", kind="request"), record(b"x", kind="metadata"), PLAIN,
    ))  # fmt: skip
    assert len(read(tmp_path, content)) == 1


@pytest.mark.parametrize(
    ("content", "pages", "told"),
    [
        (PLAIN + PLAIN[:-40], 1, "the record is cut off"),
        (PLAIN + PLAIN[:60], 1, None),
        (PLAIN + record(b"x", length=10**10) + PLAIN, 1, "says that it has"),
        (PLAIN + record(b"x" * 99, length=120) + PLAIN, 2, "the archive is damaged"),
        (b"no archive at all\n" * 99, 0, "the archive is damaged"),
        (PLAIN + record(b"\x1f\x8bnonsense", headers=packed_as("gzip")) + PLAIN, 2, "its gzip is damaged"),
        (PLAIN + record(b"x", headers=packed_as("zz")) + PLAIN, 2, "packed as zz"),
        (b"", 0, None),
    ],
)  # fmt: skip
def test_what_is_damaged_is_named_and_the_rest_is_read(
    tmp_path: Path, content: bytes, pages: int, told: str | None
) -> None:
    found = read(tmp_path, content)
    failures = [one for one in found if isinstance(one, Failure)]
    assert len(found) - len(failures) == pages
    assert [told in one.message for one in failures] == ([True] if told else [])


def test_a_bomb(tmp_path: Path) -> None:
    bomb = gzip.compress(b"\0" * (LARGEST * 8))
    found = read(tmp_path, record(bomb, headers=packed_as("gzip")) + PLAIN)
    assert [isinstance(one, Failure) for one in found] == [True, False]
    assert "unpacked it has more than" in found[0].message  # type: ignore[union-attr]


def test_an_archive_is_read_and_added(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.warc.gz").write_bytes(gzip.compress(PLAIN))
    result = sayso("add", tmp_path / "in", "--ledger", tmp_path / "l.sqlite")
    assert result.stdout == "new document\thttp://a.example/1\t1 statement\n"
    assert sayso("add", tmp_path / "in", "--ledger", tmp_path / "l.sqlite").stdout.startswith("known")
