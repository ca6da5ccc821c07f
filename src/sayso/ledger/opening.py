"""Single things of a ledger, looked up by their numbers. In: a connection and a number; out: an article with all that
is shown of it, or somebody with the roles that the articles give."""

from __future__ import annotations

import msgspec
from sqlalchemy import Connection, func, select, true

from sayso.errors import MissingError
from sayso.ledger.batches import batched
from sayso.ledger.entry import Article
from sayso.ledger.hit import Hit
from sayso.ledger.leaving import article
from sayso.ledger.search import hit_of, rows_of
from sayso.ledger.tables import documents, readings, sides, speakers, statement_records, statements
from sayso.records import SpeakerKind, Statement

ROLES = 20  # roles and sides that are told of somebody


class Opened(msgspec.Struct, frozen=True):
    """An article as it is shown: its number in the ledger, the numbers of all versions of it, and its statements in
    the order of the text: as entries and as hits, both corrected, and as they were read."""

    number: int
    versions: tuple[int, ...]
    article: Article
    hits: tuple[Hit, ...]
    read: tuple[Statement, ...]


class Held(msgspec.Struct, frozen=True):
    """A role or a side that the articles give somebody, with the first and the last day, and in how many statements."""

    name: str
    first: str
    last: str
    statements: int


class Somebody(msgspec.Struct, frozen=True):
    """Somebody in a ledger: number, name, the names that are one with it, roles and sides."""

    number: int
    name: str
    kind: SpeakerKind
    names: tuple[str, ...]
    roles: tuple[Held, ...]
    sides: tuple[Held, ...]


def opened(connection: Connection, number: int) -> Opened:
    """The article of a document's number, in its newest version. Raises MissingError where there is none."""
    address = select(documents.c.address).where(documents.c.id == number).scalar_subquery()
    rows = connection.execute(
        select(documents.c.id, readings.c.id.label("reading"), readings.c.shown)
        .join(readings, readings.c.document == documents.c.id)
        .where(documents.c.address == address)
        .order_by(documents.c.id, readings.c.id)
    ).all()
    shown = [row for row in rows if row.shown]
    if not shown:
        raise MissingError(f"there is no article {number}.")
    kept = select(statements.c.id).where(statements.c.reading == shown[0].reading, statements.c.shown == true())
    numbers = connection.scalars(kept.order_by(statements.c.number)).all()
    found = rows_of(connection, numbers)
    records: dict[int, str] = {}
    for some in batched(numbers):
        as_read = select(statement_records).where(statement_records.c.statement.in_(some))
        records |= {row.statement: row.record for row in connection.execute(as_read)}
    return Opened(
        number=shown[0].id,
        versions=tuple(dict.fromkeys(row.id for row in rows)),
        article=article(connection, shown[0].reading, numbers),
        hits=tuple(hit_of(found[n], f"{found[n]['day']}/{n}", ()) for n in numbers),
        read=tuple(msgspec.json.decode(records[n], type=Statement) for n in numbers),
    )


def somebody(connection: Connection, number: int) -> Somebody:
    """Who has a number. Raises MissingError where nobody has."""
    one = connection.scalar(select(speakers.c.one).where(speakers.c.id == number))
    rows = connection.execute(select(speakers).where(speakers.c.one == one).order_by(speakers.c.id)).all()
    if not rows:
        raise MissingError(f"there is nobody with the number {number}.")
    shown = next(row for row in rows if row.id == one)
    roles, spoken_for = held(connection, [row.id for row in rows])
    return Somebody(
        number=shown.id,
        name=shown.name,
        kind=shown.kind,
        names=tuple(dict.fromkeys(row.name for row in rows)),
        roles=roles,
        sides=spoken_for,
    )


def held(connection: Connection, numbers: list[int]) -> tuple[tuple[Held, ...], tuple[Held, ...]]:
    """The roles and the sides that the articles give somebody, the most frequent first."""
    rows = (
        select(statements.c.role, sides.c.name, func.min(statements.c.day), func.max(statements.c.day), func.count())
        .select_from(statements.outerjoin(sides, statements.c.side == sides.c.id))
        .where(statements.c.speaker.in_(numbers), statements.c.shown == true())
        .group_by(statements.c.role, sides.c.name)
    )
    found: tuple[dict[str, Held], dict[str, Held]] = ({}, {})
    for role, side, first, last, number in connection.execute(rows):
        for name, of_kind in zip((role, side), found, strict=True):
            if name:
                one = of_kind.get(name, Held(name, first, last, 0))
                of_kind[name] = Held(name, min(one.first, first), max(one.last, last), one.statements + number)
    roles, spoken_for = (
        tuple(sorted(of_kind.values(), key=lambda one: (-one.statements, one.name))[:ROLES]) for of_kind in found
    )
    return roles, spoken_for
