"""Records ↔ JSON. In: a record or a line; out: the other. Strict on the way in: a wrong type, a missing field or one
too many is a RecordError. A span is written as [start, stop]."""

from __future__ import annotations

from typing import Any

import msgspec

from sayso.codes import cameo, plover
from sayso.errors import RecordError
from sayso.records import Reading, Statement
from sayso.spans import cut

ROLES = ("source", "cue", "content")


def encode_reading(reading: Reading) -> str:
    """A reading as one line of JSON; ``decode_reading`` is the inverse."""
    return msgspec.json.encode(reading).decode()


def decode_reading(line: str | bytes) -> Reading:
    """The reading of a line. Raises RecordError."""
    try:
        return msgspec.json.decode(line, type=Reading, strict=True)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise RecordError(f"not a reading: {error}; write readings with `sayso read --format reading`.") from error


def statement_rows(reading: Reading) -> list[dict[str, Any]]:
    """The statements of a reading as plain rows, each complete in itself: the article's id, outlet, date and URL, the
    statement's fields, its act in PLOVER's and CAMEO's codes, and in ``words`` the exact characters of source, cue and
    content."""
    return [statement_row(reading, statement) for statement in reading.statements]


def statement_row(reading: Reading, statement: Statement) -> dict[str, Any]:
    document = reading.document
    about = {name: getattr(document, name) for name in ("title", "outlet", "published", "url", "lang")}
    words = {role: [cut(document.text, span) for span in getattr(statement, role)] for role in ROLES}
    fields = msgspec.to_builtins(statement)
    made_by = msgspec.to_builtins(reading.made_by)
    codes = {"plover": plover(statement.act), "cameo": cameo(statement.act, statement.force)}
    return {"document": document.id, **fields, **codes, "words": words, **about, "made_by": made_by}


def encode_row(row: dict[str, Any]) -> str:
    """A row as one line of JSON."""
    return msgspec.json.encode(row).decode()
