"""A ledger of readings. In: readings; out: the same, kept, and what was new about each.

A document is known by its URL, or without one by its text. The same document is kept once; one whose text or facts
have changed is a new version that names the one before. Readings stand beside one another, and the newest is shown.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Literal, Self

import msgspec
from sqlalchemy import Connection, Table, and_, func, select, update

from sayso.errors import LedgerError
from sayso.ledger.database import Database, user_ledger
from sayso.ledger.fulltext import index_words
from sayso.ledger.hit import Hit, Sort
from sayso.ledger.query import Query
from sayso.ledger.rows import Row, document_row, figure_rows, named_in, reading_row, speaker_row, statement_row
from sayso.ledger.search import counts, search
from sayso.ledger.steps import STEPS, steps_taken, take_steps
from sayso.ledger.tables import about, documents, figures, readings, sides, speakers, statements, via
from sayso.records import Addressee, Document, Fault, MadeBy, Member, Reading, Speaker, Statement

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
    """The statements of a reading, with everyone in them."""
    known: dict[tuple[str, str], int] = {}

    def number_of(somebody: Speaker | Addressee | Member) -> int:
        row = speaker_row(somebody)
        key = (row["kind"], row["key"])
        if key not in known:
            known[key] = find_or_insert(connection, speakers, {"kind": row["kind"], "key": row["key"]}, row)
        return known[key]

    for number, statement in enumerate(kept.statements, 1):
        side = statement.speaker.side if statement.speaker else None
        row = statement_row(kept.document, statement, number)
        at = insert(
            connection,
            statements,
            {
                **row,
                "reading": reading,
                "speaker": number_of(statement.speaker) if statement.speaker else None,
                "side": find_or_insert(connection, sides, {"name": side}, {"name": side}) if side else None,
                "addressee": number_of(statement.addressee) if statement.addressee else None,
            },
        )
        passed = [{"statement": at, "number": n, "speaker": number_of(s)} for n, s in enumerate(statement.via)]
        claimed = [{"statement": at, **row} for row in figure_rows(statement)]
        named = {number_of(m) for m in named_in(statement, kept.cast)}
        meant = [{"statement": at, "speaker": number} for number in sorted(named)]
        index_words(connection, at, row["stems"].split())
        for table, rows in ((via, passed), (figures, claimed), (about, meant)):
            if rows:
                connection.execute(table.insert(), rows)


def insert(connection: Connection, table: Table, row: Row) -> int:
    """The number that a new row gets."""
    key = connection.execute(table.insert().values(row)).inserted_primary_key
    assert key is not None
    return int(key[0])


def find_or_insert(connection: Connection, table: Table, key: Row, row: Row) -> int:
    """The number of the row that has a key, made where there is none."""
    wanted = and_(*(table.c[name] == value for name, value in key.items()))
    found = connection.scalar(select(table.c.id).where(wanted))
    return int(found) if found is not None else insert(connection, table, row)


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
