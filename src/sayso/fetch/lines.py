"""JSON Lines to pages. In: lines of bytes, one JSON object a line; out: a Page for each, or a Failure that names the
line. Nothing is held beyond the line in hand.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from sayso.clean.binary import name_binary
from sayso.errors import InputError
from sayso.records import Failure, Page

BODIES = ("text", "html")
FACTS = ("url", "title", "outlet", "published", "lang")
WIDE_BOMS = (b"\xff\xfe", b"\xfe\xff")
EXAMPLE = '{"id": "a1", "text": "…"}'


def read_lines(lines: Iterable[bytes], *, name: str, default_id: str) -> Iterator[Page | Failure]:
    """A page for each line that holds one, a Failure for each that does not; blank lines are passed over.

    name: what a Failure calls the file (it adds the line's number). default_id: the same for the id of a page that
    gives none. Never raises."""
    decoder = msgspec.json.Decoder()
    for number, line in enumerate(lines, start=1):
        if number == 1:
            line = line.removeprefix(b"\xef\xbb\xbf")
            if hopeless := _not_lines(line):
                yield Failure(id=name, message=f"{name}: {hopeless}")
                return
        if line.strip():
            try:
                yield _page(_object(decoder, line), f"{default_id}:{number}")
            except InputError as error:
                yield Failure(id=f"{name}:{number}", message=f"{name}, line {number}: {error}")


def _not_lines(first: bytes) -> str | None:
    """Why no line of a file will do, where the first one shows it: one Failure then stands for them all."""
    if first.startswith(WIDE_BOMS):
        return "this is UTF-16, and JSON Lines are UTF-8. Convert it (iconv -f utf-16 -t utf-8) and read that."
    if what := name_binary(first):
        return f"this looks like {what}, not JSON Lines."
    if first.strip() == b"[":
        return "this is one JSON array, not JSON Lines. Put one object on each line (jq -c '.[]' FILE) and read that."
    return None


def _object(decoder: msgspec.json.Decoder[Any], line: bytes) -> dict[str, Any]:
    try:
        found = decoder.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise InputError(f"this is not JSON ({error}). Mend the line, or leave it out.") from None
    if not isinstance(found, dict):
        raise InputError(f"this is a JSON {_kind(found)}, not an object. A line must look like {EXAMPLE}.")
    return found


def _page(found: dict[str, Any], default_id: str) -> Page:
    for key in (*BODIES, *FACTS):
        if not isinstance(found.get(key), str | None):
            raise InputError(f"{key} is a {_kind(found[key])}, and must be a string. Quote it, or leave it out.")
    media = next((key for key in BODIES if found.get(key) is not None), None)
    if media is None:
        raise InputError(f"there is neither text nor html in it. A line must look like {EXAMPLE}.")
    facts = {key: found.get(key) or None for key in FACTS}
    return Page(id=_id(found, default_id), body=found[media], media="html" if media == "html" else "text", **facts)


def _id(found: dict[str, Any], default_id: str) -> str:
    """The id as given (a whole number is fine), or the default."""
    given = found.get("id")
    if given is None or given == "":
        return default_id
    if isinstance(given, bool) or not isinstance(given, str | int):
        raise InputError(f"id is a {_kind(given)}, and must be a string. Quote it, or leave it out.")
    return str(given)


def _kind(value: object) -> str:
    names = {bool: "true or false", int: "number", float: "number", list: "list", dict: "object", str: "string"}
    return names.get(type(value), "null")
