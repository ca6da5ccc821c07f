"""A reading as rows of the ledger's tables. In: a Reading; out: plain dicts, without the numbers that the database
gives."""

from __future__ import annotations

from hashlib import sha256
from typing import Any

import msgspec

from sayso.codes import cameo, plover
from sayso.identity import identity_key
from sayso.ledger.stems import stems_of
from sayso.records import Addressee, Document, Fault, Member, Reading, Speaker, SpeakerKind, Statement
from sayso.spans import Spans, cut, holds, hull

FACTS = ("title", "url", "outlet", "published", "lang", "text")
LONGEST = 400  # characters of what rows are known by; PostgreSQL takes no more than some 2,700 bytes
NAMED = ("person", "organization", "country")
Row = dict[str, Any]
Somebody = Speaker | Addressee | Member


def document_row(document: Document) -> Row:
    """The row of a document. What its name is, is no part of its digest."""
    record = encode(msgspec.structs.replace(document, text=""))
    unnamed = encode(msgspec.structs.replace(document, id=""))
    return {
        "name": without_nul(document.id),
        "address": fitted(without_nul(document.url)) if document.url else f"text:{digest_of(document.text)}",
        "digest": digest_of(unnamed),
        **{name: without_nul(getattr(document, name)) for name in FACTS},
        "outlet_key": without_nul(document.outlet.casefold()) if document.outlet else None,
        "record": record,
    }


def document_of(record: str, text: str) -> Document:
    """The document of a row: the inverse of ``document_row``."""
    return msgspec.structs.replace(msgspec.json.decode(record, type=Document), text=text)


class Body(msgspec.Struct, frozen=True):
    """What a reading's row holds beside its document, its statements and what made it."""

    cast: tuple[Member, ...]
    faults: tuple[Fault, ...]


def reading_row(reading: Reading) -> Row:
    """The row of a reading: its cast and faults, and what made it; its statements have rows of their own."""
    bare = msgspec.structs.replace(reading.document, id="", text="")
    made_by = reading.made_by
    return {
        "digest": digest_of(encode(msgspec.structs.replace(reading, document=bare))),
        "version": made_by.version,
        "model": made_by.model,
        "roster": made_by.roster,
        "record": encode(Body(reading.cast, reading.faults)),
    }


def statement_row(document: Document, statement: Statement, number: int) -> Row:
    """The row of a statement, without its speaker, side and addressee."""
    spans = (*statement.source, *statement.cue, *statement.content)
    start, stop = hull(spans).start, hull(spans).stop
    return {
        "number": number,
        "uid": statement.id,
        **{name: getattr(statement, name) for name in ("inside", "form", "act", "force", "polarity", "time", "stance")},
        **{role: words_of(document.text, getattr(statement, role)) for role in ("source", "cue", "content")},
        "role": statement.speaker.role if statement.speaker else None,
        "said_on": statement.said_on.value if statement.said_on else None,
        "day": (statement.said_on.value if statement.said_on else None) or document.published or "",
        "stems": " ".join(s.stem for span in statement.content for s in stems_of(cut(document.text, span))),
        "venue": statement.venue.text if statement.venue else None,
        "condition": statement.condition.text if statement.condition else None,
        "plover": plover(statement.act),
        "cameo": cameo(statement.act, statement.force),
        "score": statement.score,
        "start": start,
        "stop": stop,
        "corrected": None,
    }


def figure_rows(statement: Statement) -> list[Row]:
    """The rows of a statement's figures."""
    named = ("low", "high", "unit", "currency", "counted", "sure")
    return [
        {"number": n, "words": f.text, **{name: getattr(f, name) for name in named}}
        for n, f in enumerate(statement.figures)
    ]


def figure_key(row: Row) -> str:
    """A figure as it is compared over languages: its ends, and a currency or percentages."""
    unit = row["currency"] or (row["unit"] if row["unit"] in ("%", "percentage points") else None)
    ends = (None if row[end] is None else float(row[end]) for end in ("low", "high"))
    return " ".join(map(str, (*ends, unit)))


def named_in(statement: Statement, cast: tuple[Member, ...]) -> list[Member]:
    """The members of the cast that a statement's content names."""
    return [m for m in cast if any(holds(c, name) for c in statement.content for name in m.names)]


def speaker_row(speaker: Somebody) -> Row:
    """The row of somebody."""
    return named_row(speaker.english or speaker.name, speaker.kind, speaker.english)


def named_row(name: str, kind: SpeakerKind, english: str | None = None) -> Row:
    """The row of who has a name: of a name the key is one for its spellings, of a description its words."""
    key = identity_key(name) if kind in NAMED else name.casefold()
    return {"kind": kind, "key": fitted(key), "name": name, "english": english}


def fitted(key: str) -> str:
    """What a row is known by, a long one cut with a digest of all of it."""
    return key if len(key) <= LONGEST else f"{key[:LONGEST]}#{digest_of(key)}"


def without_nul(text: Any) -> Any:
    """A text without the one character that PostgreSQL cannot hold."""
    return text.replace("\0", "\ufffd") if isinstance(text, str) else text


def words_of(text: str, spans: Spans) -> str:
    """The exact words of spans, as the text has them; what lies between them is left out."""
    return " … ".join(cut(text, span) for span in spans)


def encode(record: Any) -> str:
    return msgspec.json.encode(record).decode()


def digest_of(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:32]
