"""Adding a reading. In: a connection with its transaction begun, and a Reading; out: what was new about it. Who writes
is alone, and numbers the rows.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Literal

from sqlalchemy import Connection, Table, and_, func, select, update

from sayso.ledger.batches import batched
from sayso.ledger.correcting import apply_to
from sayso.ledger.fulltext import index_words
from sayso.ledger.grouping import copies, grouped, key_rows, regroup, told_by
from sayso.ledger.likeness import Told
from sayso.ledger.making import insert, last_of, numbers_in
from sayso.ledger.rows import Row, document_row, encode, figure_key, figure_rows, named_in, reading_row
from sayso.ledger.tables import (
    about,
    documents,
    figures,
    likenesses,
    readings,
    statement_records,
    statements,
    via,
)
from sayso.records import Reading

Added = Literal["new document", "new version", "new reading", "old version", "known"]


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
        return show_again(connection, found, document["address"])
    if made != "new document":
        hide(connection, document["address"])
    number = insert(connection, readings, {**row, "document": found, "shown": True, "added_at": now})
    add_statements(connection, number, found, reading)
    apply_to(connection, document["address"])
    return made


def hide(connection: Connection, address: str) -> None:
    """No longer show what is shown of a document; those that were the same as its statements are grouped anew."""
    same = select(documents.c.id).where(documents.c.address == address)
    connection.execute(
        update(readings).where(and_(readings.c.document.in_(same), readings.c.shown)).values(shown=False)
    )
    shown = connection.scalars(
        select(statements.c.id).where(and_(statements.c.document.in_(same), statements.c.shown))
    ).all()
    for some in batched(shown):
        connection.execute(update(statements).where(statements.c.id.in_(some)).values(shown=False))
    if shown:
        regroup(connection, shown)


def show_again(connection: Connection, document: int, address: str) -> Added:
    """Show a version that is there already, where a page is again as it was; where it is shown nothing changes."""
    of_document = readings.c.document == document
    if connection.scalar(select(readings.c.id).where(and_(of_document, readings.c.shown))):
        return "known"
    hide(connection, address)
    newest = connection.scalar(select(func.max(readings.c.id)).where(of_document))
    connection.execute(update(readings).where(readings.c.id == newest).values(shown=True))
    connection.execute(update(statements).where(statements.c.reading == newest).values(shown=True))
    regroup(connection, connection.scalars(select(statements.c.id).where(statements.c.reading == newest)).all())
    apply_to(connection, address)
    return "old version"


def add_statements(connection: Connection, reading: int, document: int, kept: Reading) -> None:
    """The statements of a reading, with everyone in them: whole tables at a time."""
    named = [named_in(statement, kept.cast) for statement in kept.statements]
    numbers = numbers_in(connection, kept.statements, named)
    rows: dict[Table, list[Row]] = {t: [] for t in (statements, statement_records, via, figures, about, likenesses)}
    told: list[Told] = []
    first = last_of(connection, statements) + 1
    for at, (statement, members) in enumerate(zip(kept.statements, named, strict=True), first):
        row, facts = numbers.row_of(kept.document, statement, at - first + 1, members)
        row |= {"id": at, "reading": reading, "document": document, "shown": True, "same": at}
        rows[statements].append(row)
        rows[statement_records].append({"statement": at, "record": encode(statement)})
        rows[via] += [{"statement": at, "number": n, "speaker": who} for n, who in enumerate(numbers.of(statement.via))]
        rows[figures] += (measures := [{"statement": at, **figure} for figure in figure_rows(statement)])
        rows[about] += [{"statement": at, "speaker": n} for n in sorted(set(numbers.of(members)))]
        if row["speaker"] is not None:
            names = {numbers.ones[n] for n in numbers.of(members)}
            told.append(told_by(row | facts, numbers.ones[row["speaker"]], map(figure_key, measures), names))
    made = grouped(connection, told)
    known = copies(connection, (row["uid"] for row in rows[statements]))
    for row in rows[statements]:
        row["same"] = known.get(row["uid"], row["id"])
    for one, _ in made:
        if one.same != one.id:
            rows[statements][one.id - first]["same"] = one.same
    rows[likenesses] += key_rows(made)
    for table, new in rows.items():
        if new:
            connection.execute(table.insert(), new)
    index_words(connection, rows[statements])
