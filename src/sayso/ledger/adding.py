"""Adding a reading. In: a connection with its transaction begun, and a Reading; out: what was new about it. Who writes
is alone, and numbers the rows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from itertools import islice
from typing import Any, Literal

from sqlalchemy import Connection, Table, and_, func, select, tuple_, update

from sayso.ledger.fulltext import index_words
from sayso.ledger.rows import Row, document_row, figure_rows, named_in, reading_row, speaker_row, statement_row
from sayso.ledger.tables import about, documents, figures, readings, sides, speakers, statements, via
from sayso.ledger.tags import tags_of
from sayso.records import Addressee, Document, Member, Reading, Speaker, Statement

KEYS = {speakers: ("kind", "key"), sides: ("name",)}
SOME = 200  # keys that are asked for at once
Added = Literal["new document", "new version", "new reading", "known"]


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
        facts = facts_of(kept.document, statement)
        row = {
            **statement_row(kept.document, statement, at - first + 1),
            "id": at,
            "reading": reading,
            "speaker": number_of(statement.speaker),
            "side": side_numbers[(facts["side"],)] if facts["side"] else None,
            "addressee": number_of(statement.addressee),
        }
        passed = [number_of(s) for s in statement.via]
        meant = sorted({n for m in members if (n := number_of(m)) is not None})
        in_it = {"speaker": [row["speaker"]], "to": [row["addressee"]], "via": passed, "about": meant}
        row["tags"] = " ".join(tags_of({**row, **facts}, in_it))
        rows[statements].append(row)
        rows[via] += [{"statement": at, "number": n, "speaker": who} for n, who in enumerate(passed)]
        rows[figures] += [{"statement": at, **figure} for figure in figure_rows(statement)]
        rows[about] += [{"statement": at, "speaker": n} for n in meant]
    for table, made in rows.items():
        if made:
            connection.execute(table.insert(), made)
    index_words(connection, rows[statements])


def facts_of(document: Document, statement: Statement) -> Row:
    """What a statement is searched by beside its own fields."""
    speaker = statement.speaker
    side, kind = (speaker.side, speaker.kind) if speaker else (None, None)
    return {"side": side, "kind": kind, "outlet": document.outlet, "lang": document.lang}


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
    new = [row for key, row in rows.items() if key not in found]
    made = [{**row, "id": number} for number, row in enumerate(new, last_of(connection, table) + 1)]
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
