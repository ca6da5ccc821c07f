"""A ledger of readings. In: readings; out: the same, kept, and what was new about each.

A document is known by its URL, or without one by its text. The same document is kept once; one whose text or facts
have changed is a new version that names the one before. Readings stand beside one another, and the newest is shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Any, Literal, Self

import msgspec
from sqlalchemy import Connection, Table, and_, func, select, tuple_, update

from sayso.errors import LedgerError
from sayso.ledger.database import Database, user_ledger
from sayso.ledger.fulltext import index_words
from sayso.ledger.hit import Hit, Sort
from sayso.ledger.query import Query
from sayso.ledger.rows import Row, document_row, figure_rows, named_in, reading_row, speaker_row, statement_row
from sayso.ledger.search import counts, search
from sayso.ledger.steps import STEPS, steps_taken, take_steps
from sayso.ledger.tables import about, documents, figures, readings, sides, speakers, statements, via
from sayso.ledger.tags import tags_of
from sayso.records import Addressee, Document, Fault, MadeBy, Member, Reading, Speaker, Statement

KEYS = {speakers: ("kind", "key"), sides: ("name",)}
SOME = 200  # keys that are asked for at once
Added = Literal["new document", "new version", "new reading", "known"]


class Kept(msgspec.Struct, frozen=True):
    """How much a ledger holds: documents with the versions of each, readings, those shown, and their statements."""

    documents: int
    versions: int
    readings: int
    statements: int
    speakers: int


class Body(msgspec.Struct, frozen=True):
    """What a reading holds beside its statements."""

    cast: tuple[Member, ...]
    faults: tuple[Fault, ...]


class Ledger:
    """A ledger. Raises LedgerError when the database cannot be opened, is none of sayso's, or of a newer version."""

    def __init__(self, where: str | Path | None = None, *, make: bool = True) -> None:
        """``where`` is the path of an SQLite file or a postgresql:// URL; None for the user's own. With ``make`` one is
        made where there is none."""
        self.database = Database(where or user_ledger())
        path = self.database.path
        if path and not make and not path.exists():
            raise LedgerError(f"{path}: there is no ledger; `sayso add FILE --ledger {path}` makes one.")
        try:
            if (path and not path.exists()) or self.lacking():
                with self.database.writing() as connection:
                    take_steps(connection, self.name)
        except BaseException:
            self.close()
            raise

    def lacking(self) -> bool:
        """Whether steps are still to be taken."""
        with self.database.looking() as connection:
            return steps_taken(connection, self.name) < len(STEPS)

    @property
    def name(self) -> str:
        return self.database.name

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        self.database.close()

    def add(self, reading: Reading) -> Added:
        """Keep a reading, all of it or nothing. One that is there already changes nothing. Raises LedgerError."""
        with self.database.writing() as connection:
            return add(connection, reading)

    def shown(self) -> Iterator[Reading]:
        """The readings that are shown, in the order in which they were added. Raises LedgerError."""
        last = 0
        while True:  # each in a transaction of its own, so that no writer waits for who reads
            with self.database.looking() as connection:
                row = connection.execute(
                    select(readings, documents.c.text, documents.c.record.label("about"))
                    .join(documents, readings.c.document == documents.c.id)
                    .where(readings.c.shown, readings.c.id > last)
                    .order_by(readings.c.id)
                    .limit(1)
                ).mappings()
                found = row.first()
                if found is None:
                    return
                reading = reading_of(connection, dict(found))
            last = found["id"]
            yield reading

    def search(self, query: Query, *, sort: Sort = "date", limit: int = 20, after: str | None = None) -> list[Hit]:
        """What a query finds, the newest or the best first, from the hit after a key on. Raises QueryError, and
        LedgerError."""
        with self.database.looking() as connection:
            return search(connection, query, sort, limit, after)

    def counts(self, query: Query) -> dict[str, dict[str, int]]:
        """How many statements a query finds, by facet and value. Raises LedgerError."""
        with self.database.looking() as connection:
            return counts(connection, query)

    def kept(self) -> Kept:
        """How much it holds. Raises LedgerError."""
        with self.database.looking() as connection:
            shown = select(func.count()).select_from(statements.join(readings)).where(readings.c.shown)
            return Kept(
                documents=connection.scalar(select(func.count(documents.c.address.distinct()))) or 0,
                versions=count_of(connection, documents),
                readings=count_of(connection, readings),
                statements=connection.scalar(shown) or 0,
                speakers=count_of(connection, speakers),
            )


def count_of(connection: Connection, table: Table) -> int:
    return connection.scalar(select(func.count()).select_from(table)) or 0


def add(connection: Connection, reading: Reading) -> Added:
    """Keep a reading within a transaction."""
    now = datetime.now(UTC).isoformat(timespec="seconds")
    document, row = document_row(reading.document), reading_row(reading)
    found = connection.scalar(
        select(documents.c.id).where(
            documents.c.address == document["address"], documents.c.digest == document["digest"]
        )
    )
    made: Added = "new reading"
    if found is None:
        previous = connection.scalar(select(func.max(documents.c.id)).where(documents.c.address == document["address"]))
        found = insert(connection, documents, {**document, "previous": previous, "added_at": now})
        made = "new document" if previous is None else "new version"
    elif connection.scalar(
        select(readings.c.id).where(readings.c.document == found, readings.c.digest == row["digest"])
    ):
        return "known"
    same = select(documents.c.id).where(documents.c.address == document["address"])
    connection.execute(
        update(readings).where(and_(readings.c.document.in_(same), readings.c.shown)).values(shown=False)
    )
    number = insert(connection, readings, {**row, "document": found, "shown": True, "added_at": now})
    add_statements(connection, number, reading)
    return made


def add_statements(connection: Connection, reading: int, kept: Reading) -> None:
    """The statements of a reading, with everyone in them: whole tables at a time."""
    named = [named_in(statement, kept.cast) for statement in kept.statements]
    numbers = numbers_of(connection, speakers, [speaker_row(s) for s in everyone(kept.statements, named)])
    spoken_for = sorted({s.speaker.side for s in kept.statements if s.speaker and s.speaker.side})
    side_numbers = numbers_of(connection, sides, [{"name": side} for side in spoken_for])

    def number_of(somebody: Speaker | Addressee | Member | None) -> int | None:
        return numbers[key_of(speakers, speaker_row(somebody))] if somebody else None

    rows: dict[Table, list[Row]] = {table: [] for table in (statements, via, figures, about)}
    first = last_of(connection, statements) + 1
    for at, (statement, members) in enumerate(zip(kept.statements, named, strict=True), first):
        side = statement.speaker.side if statement.speaker else None
        row = {
            **statement_row(kept.document, statement, at - first + 1),
            "id": at,
            "reading": reading,
            "speaker": number_of(statement.speaker),
            "side": side_numbers[(side,)] if side else None,
            "addressee": number_of(statement.addressee),
        }
        in_it = {
            "speaker": [row["speaker"]],
            "to": [row["addressee"]],
            "via": [number_of(s) for s in statement.via],
            "about": [number_of(m) for m in members],
        }
        kind = statement.speaker.kind if statement.speaker else None
        d = kept.document
        told = {**row, "side": side, "outlet": d.outlet, "lang": d.lang, "kind": kind}
        row["tags"] = " ".join(tags_of(told, in_it))
        rows[statements].append(row)
        rows[via] += [{"statement": at, "number": n, "speaker": number_of(s)} for n, s in enumerate(statement.via)]
        rows[figures] += [{"statement": at, **figure} for figure in figure_rows(statement)]
        rows[about] += [{"statement": at, "speaker": n} for n in sorted({number_of(m) or 0 for m in members})]
    for table, made in rows.items():
        if made:
            connection.execute(table.insert(), made)
    index_words(connection, rows[statements])


def everyone(kept: Sequence[Statement], named: Sequence[Sequence[Member]]) -> Iterator[Speaker | Addressee | Member]:
    """All who speak, pass on, are spoken to or spoken of."""
    for statement, members in zip(kept, named, strict=True):
        yield from (s for s in (statement.speaker, statement.addressee, *statement.via, *members) if s)


def insert(connection: Connection, table: Table, row: Row) -> int:
    """The number that a new row gets."""
    number = last_of(connection, table) + 1
    connection.execute(table.insert().values(**row, id=number))
    return number


def last_of(connection: Connection, table: Table) -> int:
    """The highest number of a table. Who writes is alone, and numbers the rows."""
    return connection.scalar(select(func.max(table.c.id))) or 0


def numbers_of(connection: Connection, table: Table, wanted: Sequence[Row]) -> dict[tuple[Any, ...], int]:
    """The numbers of rows by their keys; those that are not there are made."""
    rows = {key_of(table, row): row for row in wanted}
    names = KEYS[table]
    found: dict[tuple[Any, ...], int] = {}
    for some in batched(rows, SOME):
        columns = [table.c[name] for name in names]
        for row in connection.execute(select(table.c.id, *columns).where(tuple_(*columns).in_(some))):
            found[tuple(row[1:])] = row[0]
    last = last_of(connection, table)
    made = [
        {**row, "id": n} for n, (key, row) in enumerate(((k, r) for k, r in rows.items() if k not in found), last + 1)
    ]
    if made:
        connection.execute(table.insert(), made)
    return found | {key_of(table, row): row["id"] for row in made}


def key_of(table: Table, row: Row) -> tuple[Any, ...]:
    """What a row is known by."""
    return tuple(row[name] for name in KEYS[table])


def batched(keys: Iterable[tuple[Any, ...]], size: int) -> Iterator[list[tuple[Any, ...]]]:
    left = iter(keys)
    while some := list(islice(left, size)):
        yield some


def reading_of(connection: Connection, row: Row) -> Reading:
    """The reading of a row, as it was added."""
    about = msgspec.json.decode(row["about"], type=Document)
    body = msgspec.json.decode(row["record"], type=Body)
    kept = connection.scalars(
        select(statements.c.record).where(statements.c.reading == row["id"]).order_by(statements.c.number)
    )
    return Reading(
        document=msgspec.structs.replace(about, text=row["text"]),
        cast=body.cast,
        statements=tuple(msgspec.json.decode(record, type=Statement) for record in kept),
        faults=body.faults,
        made_by=MadeBy(version=row["version"], model=row["model"], roster=row["roster"]),
    )
