"""A ledger of readings. In: readings; out: the same, kept, and what was new about each.

A document is known by its URL, or without one by its text. The same document is kept once; one whose text or facts
have changed is a new version that names the one before. Readings stand beside one another, and the newest is shown.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

import msgspec
from sqlalchemy import Connection, Table, func, select, true

from sayso.errors import LedgerError
from sayso.ledger import correcting
from sayso.ledger.adding import Added, add
from sayso.ledger.correction import Correction, KeptCorrection, Person, Quoted
from sayso.ledger.database import PATIENCE, Database, user_ledger
from sayso.ledger.entry import Article, Claim
from sayso.ledger.hit import Count, Hit, Sort, Variant
from sayso.ledger.leaving import article, found
from sayso.ledger.opening import Opened, Somebody, opened, somebody
from sayso.ledger.pointing import person_named, statements_named
from sayso.ledger.query import Query
from sayso.ledger.rows import Body, Row, document_of, document_row
from sayso.ledger.sampling import Sample, claims_of, named_in_sample, sample
from sayso.ledger.search import counts, search
from sayso.ledger.steps import STEPS, steps_taken, take_steps
from sayso.ledger.tables import documents, readings, speakers, statement_records, statements
from sayso.ledger.variants import variants_of
from sayso.records import Document, MadeBy, Reading, SpeakerKind, Statement


class Kept(msgspec.Struct, frozen=True):
    """How much a ledger holds: documents with the versions of each, readings, those shown, and their statements."""

    documents: int
    versions: int
    readings: int
    statements: int
    speakers: int


class Ledger:
    """A ledger. Raises LedgerError when the database cannot be opened, is none of sayso's, or of a newer version."""

    def __init__(self, where: str | Path | None = None, *, make: bool = True, patience: int = PATIENCE) -> None:
        """``where`` is the path of an SQLite file or a postgresql:// URL; None for the user's own. With ``make`` one is
        made where there is none. ``patience`` is how many seconds one waits for a writer."""
        self.database = Database(user_ledger() if where is None else where, patience)
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
                further = row.first()
                if further is None:
                    return
                reading = reading_of(connection, dict(further))
            last = further["id"]
            yield reading

    def search(self, query: Query, *, sort: Sort = "date", limit: int = 20, after: str | None = None) -> list[Hit]:
        """What a query finds, the newest or the best first, from the hit after a key on. Raises QueryError, and
        LedgerError."""
        with self.database.looking() as connection:
            return search(connection, query, sort, limit, after)

    def variants(self, uid: str, most: int = 200) -> list[Variant]:
        """The statements that are the same as the one with an id, or its beginning, it among them, the oldest first.
        Raises LedgerError where there is none of that id."""
        with self.database.looking() as connection:
            (quoted, *_) = statements_named(connection, uid)
            group = select(statements.c.same).where(statements.c.uid == quoted.id, statements.c.shown == true())
            number = connection.scalar(group.order_by(statements.c.id))
            return variants_of(connection, number or 0, most)

    def counts(self, query: Query) -> dict[str, dict[str, Count]]:
        """How many statements a query finds, by facet and value. Raises LedgerError."""
        with self.database.looking() as connection:
            return counts(connection, query)

    def sample(self, query: Query, most: int) -> Sample:
        """The newest statements of a query, at most so many, as they are counted. Raises LedgerError."""
        with self.database.looking() as connection:
            return sample(connection, query, most)

    def claims(self, sampled: Sample) -> dict[int, list[Claim]]:
        """The figures in the statements of a sample, by their numbers. Raises LedgerError."""
        with self.database.looking() as connection:
            return claims_of(connection, sampled)

    def number_of(self, document: Document) -> int | None:
        """The number that a document has here, None where it is not here. Raises LedgerError."""
        row = document_row(document)
        known = documents.c.address == row["address"], documents.c.digest == row["digest"]
        with self.database.looking() as connection:
            return connection.scalar(select(documents.c.id).where(*known))

    def named(self, sampled: Sample) -> dict[int, list[tuple[int, str]]]:
        """Who or what is named in the statements of a sample, by their numbers. Raises LedgerError."""
        with self.database.looking() as connection:
            return named_in_sample(connection, sampled)

    def opened(self, document: int) -> Opened:
        """The article of a document's number. Raises LedgerError where there is none."""
        with self.database.looking() as connection:
            return opened(connection, document)

    def somebody(self, number: int) -> Somebody:
        """Who has a number. Raises LedgerError where nobody has."""
        with self.database.looking() as connection:
            return somebody(connection, number)

    def articles(self, query: Query) -> Iterator[Article]:
        """The articles in which a query finds statements, with these, in the order in which they were added. Raises
        LedgerError."""
        with self.database.looking() as connection:
            wanted = found(connection, query)
        for reading, numbers in wanted:  # each in a transaction of its own, as in shown
            with self.database.looking() as connection:
                one = article(connection, reading, numbers)
            yield one

    def correct(self, correction: Correction) -> int:
        """Keep a correction and apply it; its number. One that is there already changes nothing, but that it may be
        undone. Raises LedgerError for one that cannot be."""
        return self.correct_all([correction])[0]

    def correct_all(self, corrections: Sequence[Correction]) -> list[int]:
        """Keep corrections and apply them, all or none; their numbers. Raises LedgerError, which tells the first that
        cannot be."""
        with self.database.writing() as connection:
            return [correcting.keep(connection, correction) for correction in corrections]

    def undo(self, number: int, by: str, at: str) -> Correction:
        """Take a correction back. Raises LedgerError where there is none of that number, or it is undone."""
        with self.database.writing() as connection:
            return correcting.undo(connection, number, by, at)

    def corrections(self) -> list[KeptCorrection]:
        """All corrections, those undone among them, in the order in which they came. Raises LedgerError."""
        with self.database.looking() as connection:
            return correcting.kept(connection)

    def statements_named(self, uid: str) -> list[Quoted]:
        """The statement with an id, or the beginning of one, in each document that has it. Raises LedgerError."""
        with self.database.looking() as connection:
            return statements_named(connection, uid)

    def person_named(self, name: str, kind: SpeakerKind | None = None) -> Person:
        """Who in the ledger has a name. Raises LedgerError where nobody has, or several have."""
        with self.database.looking() as connection:
            return person_named(connection, name, kind)

    def kept(self) -> Kept:
        """How much it holds. Raises LedgerError."""
        with self.database.looking() as connection:
            shown = select(func.count()).select_from(statements).where(statements.c.shown == true())
            return Kept(
                documents=connection.scalar(select(func.count(documents.c.address.distinct()))) or 0,
                versions=count_of(connection, documents),
                readings=count_of(connection, readings),
                statements=connection.scalar(shown) or 0,
                speakers=count_of(connection, speakers),
            )


def count_of(connection: Connection, table: Table) -> int:
    return connection.scalar(select(func.count()).select_from(table)) or 0


def reading_of(connection: Connection, row: Row) -> Reading:
    """The reading of a row, as it was added."""
    body = msgspec.json.decode(row["record"], type=Body)
    kept = connection.scalars(
        select(statement_records.c.record)
        .join(statements, statement_records.c.statement == statements.c.id)
        .where(statements.c.reading == row["id"])
        .order_by(statements.c.number)
    )
    return Reading(
        document=document_of(row["about"], row["text"]),
        cast=body.cast,
        statements=tuple(msgspec.json.decode(record, type=Statement) for record in kept),
        faults=body.faults,
        made_by=MadeBy(version=row["version"], model=row["model"], roster=row["roster"]),
    )
