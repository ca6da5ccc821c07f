"""Statements on their way out of a ledger. In: a connection and a Query; out: articles in the order in which they were
added, each with the statements that the query finds, corrected."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import groupby
from typing import Any

import msgspec
from sqlalchemy import Column, Connection, Table, select, true

from sayso.ledger.batches import batched
from sayso.ledger.conditions import Asked
from sayso.ledger.entry import Article, Claim, Entry
from sayso.ledger.joins import FOUNDERS, ONES, TOLD
from sayso.ledger.query import Query
from sayso.ledger.rows import document_of
from sayso.ledger.tables import about, documents, figures, readings, sides, speakers, statement_records, statements, via
from sayso.records import MadeBy, Statement

addressed, spoken_to = speakers.alias("addressed"), speakers.alias("spoken_to")


def found(connection: Connection, query: Query) -> list[tuple[int, tuple[int, ...]]]:
    """The numbers of the readings in which a query finds statements, each with those of the statements."""
    asked = Asked(connection, query)
    rows = select(statements.c.reading, statements.c.id).select_from(asked.source()).where(*asked.where())
    ordered = connection.execute(rows.order_by(statements.c.reading, statements.c.id)).all()
    return [(number, tuple(row.id for row in some)) for number, some in groupby(ordered, key=lambda row: row.reading)]


def article(connection: Connection, reading: int, numbers: Sequence[int]) -> Article:
    """An article with statements of it."""
    row = connection.execute(
        select(readings, documents.c.text, documents.c.record.label("about"))
        .join(documents, readings.c.document == documents.c.id)
        .where(readings.c.id == reading)
    ).one()
    return Article(
        document=document_of(row.about, row.text),
        made_by=MadeBy(version=row.version, model=row.model, roster=row.roster),
        entries=tuple(entry_of(one) for some in batched(numbers) for one in rows_of(connection, some)),
    )


def rows_of(connection: Connection, numbers: Sequence[int]) -> list[dict[str, Any]]:
    """The rows of statements, with what hangs on them."""
    rows = (
        select(
            statements, documents.c.url, documents.c.title, documents.c.name, documents.c.outlet,
            documents.c.published, documents.c.lang, readings.c.version, readings.c.model, readings.c.roster,
            statement_records.c.record, ONES.c.name.label("who"), ONES.c.kind, sides.c.name.label("for"),
            spoken_to.c.name.label("to"), FOUNDERS.c.uid.label("group"),
        )
        .select_from(TOLD)
        .join(readings, statements.c.reading == readings.c.id)
        .join(statement_records, statement_records.c.statement == statements.c.id)
        .join(FOUNDERS, statements.c.same == FOUNDERS.c.id)
        .outerjoin(addressed, statements.c.addressee == addressed.c.id)
        .outerjoin(spoken_to, addressed.c.one == spoken_to.c.id)
        .where(statements.c.id.in_(numbers), statements.c.shown == true())
        .order_by(statements.c.id)
    )  # fmt: skip
    passed = names_in(connection, via, via.c.number, numbers)
    named = names_in(connection, about, ONES.c.name, numbers)
    claimed = claims_in(connection, numbers)
    return [
        {**row, "via": passed[row["id"]], "about": named[row["id"]], "figures": claimed[row["id"]]}
        for row in connection.execute(rows).mappings()
    ]


def names_in(connection: Connection, table: Table, order: Column[Any], numbers: Sequence[int]) -> dict[int, list[str]]:
    """The names that ``via`` or ``about`` ties to statements, in order."""
    found: dict[int, list[str]] = defaultdict(list)
    rows = (
        select(table.c.statement, ONES.c.name)
        .join(speakers, table.c.speaker == speakers.c.id)
        .join(ONES, speakers.c.one == ONES.c.id)
        .where(table.c.statement.in_(numbers))
    )
    for statement, name in connection.execute(rows.order_by(table.c.statement, order)):
        found[statement].append(name)
    return found


def claims_in(connection: Connection, numbers: Sequence[int]) -> dict[int, list[Claim]]:
    """The figures that statements claim, in order."""
    found: dict[int, list[Claim]] = defaultdict(list)
    rows = select(figures).where(figures.c.statement.in_(numbers)).order_by(figures.c.statement, figures.c.number)
    for row in connection.execute(rows).mappings():
        found[row["statement"]].append(Claim(**{k: v for k, v in row.items() if k not in ("statement", "number")}))
    return found


def entry_of(row: dict[str, Any]) -> Entry:
    """The entry of a row."""
    read = msgspec.json.decode(row["record"], type=Statement)
    ours = {
        "id": row["uid"],
        "speaker": row["who"],
        "side": row["for"],
        "addressee": row["to"],
        "day": row["day"] or None,
        "corrected": tuple((row["corrected"] or "").split()),
        "source_spans": read.source,
        "cue_spans": read.cue,
        "content_spans": read.content,
        **{name: tuple(row[name]) for name in ("via", "about", "figures")},
    }
    told: dict[str, Any] = {name: ours.get(name, row.get(name)) for name in Entry.__struct_fields__}
    return Entry(**told)
