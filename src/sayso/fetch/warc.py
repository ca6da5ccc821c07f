"""Web archives (WARC, plain, gzip or zstd) to pages. In: a stream and its name; out: a page for each answer that is one
(status 200, HTML or plain text) and each record that was converted to text, and a Failure for each that is damaged. One
record is held at a time. ISO 28500; read with FastWARC.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any, BinaryIO

from fastwarc.stream_io import BrotliReader, GzipReader
from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from sayso.records import Failure, Media, Page

LARGEST = 20 * 2**20  # bytes of a page
TEXTS = ("text/plain",)
PAGES = ("text/html", "application/xhtml+xml", *TEXTS)
WANTED = WarcRecordType.response | WarcRecordType.conversion | WarcRecordType.resource
PACKED = {"gzip": GzipReader, "x-gzip": GzipReader, "br": BrotliReader}


class DamagedError(Exception):
    """A record cannot be read, for the reason given."""


def read_warc(stream: BinaryIO, name: str) -> Iterator[Page | Failure]:
    """The pages of an archive. Never raises for a damaged one: what is whole is read, and the rest is a Failure."""
    try:
        for record in ArchiveIterator(stream, record_types=WANTED, parse_http=True):
            address = record.headers.get("WARC-Target-URI") or record.record_id or name
            try:
                page = page_of(record, address.strip("<>"))
            except DamagedError as error:
                yield Failure(id=address, message=f"{name}: {address}: {error}.")
            else:
                if page is not None:
                    yield page
    except (OSError, ValueError) as error:
        yield Failure(id=name, message=f"{name}: the archive is damaged ({error}); what stood before was read.")


def page_of(record: WarcRecord, address: str) -> Page | None:
    """The page of a record; None for what is none. Raises DamagedError."""
    http = record.http_headers
    charset: str | None = "utf-8"
    if record.record_type == WarcRecordType.conversion:
        kind = TEXTS[0]
    elif http is None or http.status_code != 200:
        return None
    else:
        kind, charset = (record.http_content_type or "").lower(), record.http_charset
    if kind not in PAGES:
        return None
    media: Media = "text" if kind in TEXTS else "html"
    body = unpacked(whole(record), http.get("Content-Encoding", "") if http else "")
    date = record.headers.get("WARC-Date")
    url = address if address.startswith(("http://", "https://")) else None
    return Page(id=address, body=body, media=media, url=url, charset=charset, fetched_at=date)


def whole(record: WarcRecord) -> bytes:
    """The payload of a record. Raises DamagedError for one that is cut off, too long, or longer than it says."""
    length = record.content_length
    if length > LARGEST:
        raise DamagedError(f"the record says that it has {length:,} bytes, and {LARGEST:,} are the most")
    body = taken(record.reader, length)
    if len(body) < length:
        raise DamagedError(f"the record is cut off: {length:,} bytes are announced, {len(body):,} are there")
    http = record.http_headers
    if http is None:
        return body
    if "chunked" in (http.get("Transfer-Encoding") or "").lower():
        return dechunked(body)
    told = (http.get("Content-Length") or "").strip()
    return body[: int(told)] if told.isdecimal() and int(told) < len(body) else body


def taken(reader: Any, most: int) -> bytes:
    """So many bytes of a reader, or all there are."""
    made = bytearray()
    while len(made) < most and (some := reader.read(most - len(made))):
        made += some
    return bytes(made)


def dechunked(body: bytes) -> bytes:
    """A body without the marks of its chunks; archives say *chunked* of many that are not, which stay as they are."""
    parts: list[bytes] = []
    at = 0
    while True:
        end = body.find(b"\r\n", at)
        size = body[at:end].partition(b";")[0].strip() if end > 0 else b""
        try:
            length = int(size, 16)
        except ValueError:
            return b"".join(parts) or body
        if not length:
            return b"".join(parts)
        parts.append(body[end + 2 : end + 2 + length])
        at = end + 2 + length + 2


def unpacked(body: bytes, encoding: str | None) -> bytes:
    """A body without its packing. Raises DamagedError for what cannot be unpacked, or is too much."""
    kind = (encoding or "").strip().lower()
    if kind in ("", "identity", "none", "utf-8"):
        return body
    if kind not in PACKED:
        raise DamagedError(f"it is packed as {kind}, which is not read")
    if kind != "br" and not body.startswith(b"\x1f\x8b"):
        return body  # archives keep the header of what they have unpacked
    try:
        with PACKED[kind](io.BytesIO(body)) as reader:
            made = taken(reader, LARGEST + 1)
    except (OSError, ValueError) as error:
        raise DamagedError(f"its {kind} is damaged ({error})") from error
    if len(made) > LARGEST:
        raise DamagedError(f"unpacked it has more than {LARGEST:,} bytes")
    return made
