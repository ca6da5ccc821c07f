"""What somebody points at. In: an id of a statement as it is shown, or a name; out: what a correction names it by."""

from __future__ import annotations

from sqlalchemy import Connection, select, true

from sayso.errors import LedgerError, MissingError
from sayso.identity import identity_key
from sayso.ledger.correction import Person, Quoted
from sayso.ledger.tables import documents, readings, speakers, statements
from sayso.records import SpeakerKind

SHOWN = 5  # of what a name may mean, this many are told


def statements_named(connection: Connection, uid: str) -> list[Quoted]:
    """The statement with an id, or the beginning of one, in each document that has it. Raises LedgerError where there
    is none, or several begin so."""
    rows = connection.execute(
        select(statements.c.uid, statements.c.content, statements.c.start, documents.c.address)
        .join(readings, statements.c.reading == readings.c.id)
        .join(documents, readings.c.document == documents.c.id)
        .where(statements.c.uid.startswith(uid.lower(), autoescape=True), readings.c.shown == true())
        .order_by(statements.c.uid, statements.c.id)
    ).all()
    if not rows or not uid:
        raise MissingError(f"there is no statement {uid!r}; `sayso search` tells the ids.")
    if len(several := {row.uid for row in rows}) > 1:
        raise LedgerError(f"{len(several)} statements begin with {uid!r}; give more of the id.")
    return [Quoted(address=row.address, id=row.uid, content=row.content, start=row.start) for row in rows]


def person_named(connection: Connection, name: str, kind: SpeakerKind | None = None) -> Person:
    """Who in the ledger has a name, in either script. Raises LedgerError where nobody has, or several have."""
    keys = sorted({identity_key(name), name.casefold()} - {""})
    rows = connection.execute(
        select(speakers.c.name, speakers.c.kind).where(speakers.c.key.in_(keys)).order_by(speakers.c.kind)
    ).all()
    found = [row for row in rows if kind in (None, row.kind)]
    if not found:
        raise MissingError(f"nobody in the ledger is called {name!r}; give the whole name, as `sayso search` tells it.")
    if len(found) > 1:
        told = ", ".join(f"{row.name} ({row.kind})" for row in found[:SHOWN])
        raise LedgerError(f"{name!r} may be {told}; say which with --kind.")
    return Person(name=found[0].name, kind=found[0].kind)
