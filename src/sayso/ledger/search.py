"""Searching a ledger. In: a connection and a Query; out: Hits, a page of them in order, or how many there are of each
kind. Of every article only what its shown reading holds is searched."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, func, or_, select, true

from sayso.errors import QueryError
from sayso.ledger.conditions import Asked
from sayso.ledger.fulltext import beginning, rank, stems_in
from sayso.ledger.hit import Count, Hit, Sort
from sayso.ledger.joins import FOUNDERS, ONES, TOLD
from sayso.ledger.query import DAY, Query, Words
from sayso.ledger.stems import stems_of
from sayso.ledger.tables import documents, sides, speakers, statements
from sayso.spans import Span

FACETS = ("speaker", "side", "act", "form", "outlet", "lang", "month")
TOP = 12  # values of a facet that are counted out
ROUND = 80  # characters told before and after a statement
members = statements.alias("members")
Place = tuple[Any, int]  # what a hit is sorted by, and its number


def search(connection: Connection, query: Query, sort: Sort, limit: int, after: str | None) -> list[Hit]:
    """The hits of a query, in order, from the one after a key on. Raises QueryError for a key that is none, and for
    relevance without words."""
    if sort == "relevance" and not query.wanted:
        raise QueryError("sorted by relevance a search needs a word; add one, or sort by date.")
    last = None if after is None else key_of(after, sort)
    asked = Asked(connection, query)
    find = best if sort == "relevance" else newest
    places = find(connection, asked, limit, last)
    rows = rows_of(connection, [number for _, number in places])
    return [hit_of(rows[number], f"{at}/{number}", query.wanted) for at, number in places]


def best(connection: Connection, asked: Asked, limit: int, last: Place | None) -> list[Place]:
    """The places of the best hits after a place."""
    order = rank(asked.dialect, asked.query.wanted)
    return page(
        connection, asked, order, order.asc(), limit, [] if last is None else [beyond(order > last[0], order, last)]
    )


def newest(connection: Connection, asked: Asked, limit: int, last: Place | None) -> list[Place]:
    """The places of the newest hits after a place: stretch by stretch of days, until there are enough."""
    order = asked.day
    top = connection.scalar(select(func.max(statements.c.day)).where(statements.c.shown == true())) or ""
    further = [] if last is None else [beyond(order < last[0], order, last)]
    found: list[Place] = []
    for tags, days in asked.windows(top if last is None else min(top, last[0])):
        found += page(connection, asked, order, order.desc(), limit - len(found), [*further, days], tags)
        if len(found) == limit:
            break
    return found


def beyond(further: ColumnElement[bool], order: ColumnElement[Any], last: Place) -> ColumnElement[bool]:
    """Whether a row stands after a place."""
    return or_(further, and_(order == last[0], statements.c.id < last[1]))


def page(
    connection: Connection,
    asked: Asked,
    order: ColumnElement[Any],
    sorted_by: ColumnElement[Any],
    limit: int,
    further: Sequence[ColumnElement[bool]],
    tags: Sequence[Sequence[str]] = (),
) -> list[Place]:
    """The places of the first rows, in order."""
    rows: Select[Any] = select(order.label("at"), statements.c.id).select_from(asked.source())
    rows = rows.where(*asked.where(tags), *further).order_by(sorted_by, statements.c.id.desc()).limit(limit)
    return [(at, number) for at, number in connection.execute(rows)]


def rows_of(connection: Connection, numbers: Sequence[int]) -> dict[int, dict[str, Any]]:
    """What hits tell, by the statements' numbers."""
    before = (
        func.max(statements.c.start - ROUND, 0)
        if connection.dialect.name == "sqlite"
        else (func.greatest(statements.c.start - ROUND, 0))
    )
    of_group = select(func.count()).where(members.c.same == statements.c.same, members.c.shown == true())
    variants = of_group.scalar_subquery()
    rows = (
        select(
            statements, documents.c.title, documents.c.name, documents.c.outlet, documents.c.published,
            documents.c.url, documents.c.lang, ONES.c.name.label("called"), ONES.c.id.label("who"), ONES.c.kind,
            sides.c.name.label("for"), FOUNDERS.c.uid.label("group"), variants.label("variants"),
            func.substr(documents.c.text, before + 1, statements.c.start - before).label("before"),
            func.substr(documents.c.text, statements.c.stop + 1, ROUND).label("after"),
        )
        .select_from(TOLD.join(FOUNDERS, statements.c.same == FOUNDERS.c.id))
        .where(statements.c.id.in_(numbers))
    )  # fmt: skip
    return {row["id"]: dict(row) for row in connection.execute(rows).mappings()}


def counts(connection: Connection, query: Query) -> dict[str, dict[str, Count]]:
    """How many statements a query finds, by facet and value, the most frequent first; ``all`` has one value, the
    whole."""
    asked = Asked(connection, query)
    columns: dict[str, ColumnElement[Any]] = {
        "speaker": ONES.c.name, "side": sides.c.name, "act": statements.c.act, "form": statements.c.form,
        "outlet": documents.c.outlet, "lang": documents.c.lang, "month": func.substr(statements.c.day, 1, 7),
    }  # fmt: skip
    numbers = (func.count(), func.count(statements.c.same.distinct()))
    source = asked.source()
    whole = connection.execute(select(*numbers).select_from(source).where(*asked.where())).one()
    found: dict[str, dict[str, Count]] = {"all": {"": Count(*whole)}}
    joined = {
        "speaker": source.join(speakers, statements.c.speaker == speakers.c.id).join(ONES, speakers.c.one == ONES.c.id),
        "side": source.join(sides, statements.c.side == sides.c.id),
        **dict.fromkeys(("outlet", "lang"), source.join(documents, statements.c.document == documents.c.id)),
    }
    for name in FACETS:
        column = columns[name]
        rows: Select[Any] = select(column, *numbers).select_from(joined.get(name, source))
        rows = rows.where(*asked.where(), column.is_not(None), column != "")
        top = connection.execute(rows.group_by(column).order_by(numbers[0].desc(), column).limit(TOP))
        found[name] = {str(value): Count(*counted) for value, *counted in top}
    return found


def key_of(key: str, sort: Sort) -> Place:
    """The place that a key names. Raises QueryError."""
    at, _, number = key.rpartition("/")
    try:
        if not re.fullmatch(r"\d{1,18}", number, re.ASCII):
            raise ValueError
        if sort == "date":
            if at and not DAY.fullmatch(at):
                raise ValueError
            return at, int(number)
        if not math.isfinite(score := float(at)):
            raise ValueError
        return score, int(number)
    except ValueError:
        raise QueryError(f"{key!r} is no place to go on from; give the key of a hit.") from None


def hit_of(row: dict[str, Any], key: str, wanted: Sequence[Words]) -> Hit:
    """The hit of a row."""
    plain = ("title", "name", "outlet", "published", "url", "lang", "kind", "role", "source", "cue", "content", "form")
    more = ("act", "condition", "venue", "group", "variants", "document", "who", "before", "after", "start", "stop")
    return Hit(
        key=key,
        id=row["uid"],
        speaker=row["called"],
        side=row["for"],
        day=row["day"] or None,
        corrected=tuple((row["corrected"] or "").split()),
        marks=tuple(marked(row["content"], wanted)),
        **{name: row[name] for name in (*plain, *more)},
    )


def marked(text: str, words: Sequence[Words]) -> Iterator[Span]:
    """Where the words of a search stand in a text."""
    found = list(stems_of(text))
    for word in words:
        stems = stems_in(word)
        begun = beginning(word)[-1] if word.prefix else None
        for n in range(len(found) - len(stems) + 1):
            here = found[n : n + len(stems)]
            last = here[-1].stem
            fits = last == stems[-1] or (begun is not None and last.startswith(begun))
            if fits and [s.stem for s in here[:-1]] == stems[:-1]:
                yield Span(here[0].start, here[-1].stop)
