"""The numbers that rows get, and the rows of statements made with them. In: a connection on which somebody writes
alone, and records; out: numbers by key. Those who are not in the ledger yet are added.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, Table, func, select, tuple_

from sayso.ledger.batches import batched
from sayso.ledger.rows import Row, Somebody, speaker_row, statement_row
from sayso.ledger.tables import sides, speakers
from sayso.ledger.tags import tags_of
from sayso.records import Document, Member, Statement

KEYS = {speakers: ("kind", "key"), sides: ("name",)}


class Numbers(NamedTuple):
    """The numbers of those who are named, by their keys; ``ones`` with whom each is one."""

    speakers: Mapping[tuple[Any, ...], int]
    sides: Mapping[tuple[Any, ...], int]
    ones: Mapping[int, int]

    def of(self, several: Iterable[Somebody]) -> list[int]:
        return [self.speakers[key_of(speakers, speaker_row(somebody))] for somebody in several]

    def one_of(self, somebody: Somebody | None) -> int | None:
        return self.of([somebody])[0] if somebody else None

    def row_of(
        self, document: Document, statement: Statement, number: int, members: Sequence[Member]
    ) -> tuple[Row, Row]:
        """The row of a statement that stands at a place in its reading, without the numbers of the rows it belongs to;
        and what it is searched by beside its own fields."""
        speaker = statement.speaker
        side = speaker.side if speaker else None
        row = {
            **statement_row(document, statement, number),
            "speaker": self.one_of(speaker),
            "side": self.sides[(side,)] if side else None,
            "addressee": self.one_of(statement.addressee),
        }
        facts = {"outlet": document.outlet, "lang": document.lang, "figures": bool(statement.figures)}
        parts = {"speaker": [row["speaker"]], "to": [row["addressee"]]}
        linked = {"via": self.of(statement.via), "about": sorted(set(self.of(members)))}
        row["tags"] = " ".join(tags_of({**row, **facts, "side": side}, {**parts, **linked}))
        return row, facts


def numbers_in(connection: Connection, kept: Sequence[Statement], named: Sequence[Sequence[Member]]) -> Numbers:
    """The numbers of all in statements; those who are not in the ledger yet are added."""
    found = numbers_of(connection, speakers, [speaker_row(s) for s in everyone(kept, named)])
    spoken_for = sorted({s.speaker.side for s in kept if s.speaker and s.speaker.side})
    ones: dict[int, int] = {}
    for some in batched(found.values()):
        ones |= {
            row.id: row.one
            for row in connection.execute(select(speakers.c.id, speakers.c.one).where(speakers.c.id.in_(some)))
        }
    return Numbers(found, numbers_of(connection, sides, [{"name": side} for side in spoken_for]), ones)


def everyone(kept: Sequence[Statement], named: Sequence[Sequence[Member]]) -> Iterator[Somebody]:
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
    for some in batched(rows):
        columns = [table.c[name] for name in names]
        for row in connection.execute(select(table.c.id, *columns).where(tuple_(*columns).in_(some))):
            found[tuple(row[1:])] = row[0]
    new = [row for key, row in rows.items() if key not in found]
    made = [{**row, "id": number} for number, row in enumerate(new, last_of(connection, table) + 1)]
    if made:
        connection.execute(table.insert(), [{**row, "one": row["id"]} for row in made] if table is speakers else made)
    return found | {key_of(table, row): row["id"] for row in made}


def key_of(table: Table, row: Row) -> tuple[Any, ...]:
    """What a row is known by."""
    return tuple(row[name] for name in KEYS[table])
