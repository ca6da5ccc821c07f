"""Searching a ledger. In: a connection and a Query; out: Hits, a page of them in order, or how many there are of each
kind. Of every article only what its shown reading holds is searched."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, func, literal_column, not_, or_, select, table, true
from sqlalchemy.sql.selectable import FromClause

from sayso.errors import QueryError
from sayso.ledger.fulltext import matching, rank
from sayso.ledger.hit import Hit, Sort
from sayso.ledger.names import called
from sayso.ledger.query import Field, Query, Words
from sayso.ledger.stems import folded, stem_of, stems_of
from sayso.ledger.tables import about, documents, figures, readings, sides, speakers, statements, via
from sayso.ledger.tags import tags_asked
from sayso.spans import Span

FACETS = ("speaker", "side", "act", "form", "outlet", "lang", "month")
TOP = 10  # values of a facet that are counted out
stems_table = table("statements_text", literal_column("rowid"))
COLUMNS = {"to": "addressee"}  # what a field is called in the tables
ROWID: ColumnElement[int] = literal_column("statements_text.rowid")


def search(connection: Connection, query: Query, sort: Sort, limit: int, after: str | None) -> list[Hit]:
    """The hits of a query, in order, from the one after a key on. Raises QueryError for a key that is none, and for
    relevance without words."""
    if sort == "relevance" and not query.wanted:
        raise QueryError("sorted by relevance a search needs a word; add one, or sort by date.")
    order: ColumnElement[Any] = rank(connection.dialect.name, query.wanted) if sort == "relevance" else statements.c.day
    rows = (
        select(
            order.label("at"), statements, documents.c.title, documents.c.name, documents.c.outlet,
            documents.c.published, documents.c.url, documents.c.lang, speakers.c.name.label("who"), speakers.c.kind,
            sides.c.name.label("for"),
        )
        .select_from(joined(query))
        .where(*conditions(connection, query))
        .limit(limit)
    )  # fmt: skip
    best_first = order.asc() if sort == "relevance" else order.desc()
    rows = rows.order_by(best_first, statements.c.id.desc())
    if after is not None:
        at, number = key_of(after, sort)
        further = order > at if sort == "relevance" else order < at
        rows = rows.where(or_(further, and_(order == at, statements.c.id < number)))
    return [hit_of(dict(row), query) for row in connection.execute(rows).mappings()]


def counts(connection: Connection, query: Query) -> dict[str, dict[str, int]]:
    """How many statements a query finds, by facet and value, the most frequent first; ``all`` has one value, the
    whole."""
    columns: dict[str, ColumnElement[Any]] = {
        "speaker": speakers.c.name, "side": sides.c.name, "act": statements.c.act, "form": statements.c.form,
        "outlet": documents.c.outlet, "lang": documents.c.lang, "month": func.substr(statements.c.day, 1, 7),
    }  # fmt: skip
    source = joined(query)
    where = conditions(connection, query)
    whole = connection.scalar(select(func.count()).select_from(source).where(*where)) or 0
    found: dict[str, dict[str, int]] = {"all": {"": whole}}
    for name in FACETS:
        column, number = columns[name], func.count()
        rows: Select[Any] = select(column, number).select_from(source).where(*where, column.is_not(None), column != "")
        top = connection.execute(rows.group_by(column).order_by(number.desc(), column).limit(TOP))
        found[name] = {str(value): n for value, n in top}
    return found


def joined(query: Query) -> FromClause:
    """What is searched: statements with their readings, documents, speakers and sides; with their words where these
    are asked for."""
    source: FromClause = statements.join(readings).join(documents, readings.c.document == documents.c.id)
    if query.wanted:
        source = source.join(stems_table, statements.c.id == ROWID)
    return source.outerjoin(speakers, statements.c.speaker == speakers.c.id).outerjoin(sides)


def conditions(connection: Connection, query: Query) -> list[ColumnElement[bool]]:
    """What a query asks of a row."""
    asked: list[Any] = [readings.c.shown == true()]
    dialect = connection.dialect.name
    if query.wanted:
        tags = tags_asked(connection, [f for f in query.fields if not f.without])
        asked.append(matching(dialect, "words", query.wanted, tags))
    for n, word in enumerate(w for w in query.words if w.without):
        held = select(ROWID).select_from(stems_table).where(matching(dialect, f"without{n}", [word]))
        asked.append(statements.c.id.not_in(held))
    by_name: dict[str, list[Field]] = defaultdict(list)
    for field in query.fields:
        if field.without:
            asked.append(not_(func.coalesce(holds_field(field), False)))
        else:
            by_name[field.name].append(field)
    for name, fields in by_name.items():
        join = and_ if name in ("since", "until", "has") else or_
        asked.append(join(*(holds_field(f) for f in fields)))
    return asked


def holds_field(field: Field) -> ColumnElement[bool]:
    """Whether a row has a field's value."""
    name, value = field.name, field.value
    if name == "speaker":
        return statements.c.speaker.in_(called(value))
    if name == "to":
        return statements.c.addressee.in_(called(value))
    if name in ("via", "about"):
        linked = via if name == "via" else about
        return statements.c.id.in_(select(linked.c.statement).where(linked.c.speaker.in_(called(value))))
    if name == "side":
        return statements.c.side.in_(select(sides.c.id).where(func.lower(sides.c.name) == value.casefold()))
    if name == "kind":
        return statements.c.speaker.in_(select(speakers.c.id).where(speakers.c.kind == value))
    if name == "outlet":
        return documents.c.outlet_key == value.casefold()
    if name == "lang":
        return documents.c.lang == value
    if name == "has":
        return is_known(value)
    if name == "since":
        return statements.c.day >= value
    if name == "until":
        return and_(statements.c.day != "", func.substr(statements.c.day, 1, len(value)) <= value)
    column: ColumnElement[Any] = statements.c[name]
    return column == value


def is_known(name: str) -> ColumnElement[bool]:
    """Whether something is known of a row."""
    if name in ("via", "figures"):
        linked = via if name == "via" else figures
        return statements.c.id.in_(select(linked.c.statement))
    return statements.c[COLUMNS.get(name, name)].is_not(None)


def key_of(key: str, sort: Sort) -> tuple[Any, int]:
    """The place that a key names. Raises QueryError."""
    at, _, number = key.rpartition("/")
    try:
        return (float(at) if sort == "relevance" else at), int(number)
    except ValueError:
        raise QueryError(f"{key!r} is no place to go on from; give the key of a hit.") from None


def hit_of(row: dict[str, Any], query: Query) -> Hit:
    marks = tuple(marked(row["content"], query.wanted))
    plain = ("title", "name", "outlet", "published", "url", "lang", "kind", "role", "source", "cue", "content", "form")
    more = ("act", "condition", "venue", "before", "after", "start", "stop")
    return Hit(
        key=f"{row['at']}/{row['id']}",
        id=row["uid"],
        speaker=row["who"],
        side=row["for"],
        day=row["day"] or None,
        marks=marks,
        **{name: row[name] for name in (*plain, *more)},
    )


def marked(text: str, words: Sequence[Words]) -> Iterator[Span]:
    """Where the words of a search stand in a text."""
    found = list(stems_of(text))
    for word in words:
        stems = [s.stem for s in stems_of(word.text)]
        begins = folded(word.text) if word.prefix else None
        for n in range(len(found) - len(stems) + 1):
            here = found[n : n + len(stems)]
            same = [s.stem for s in here] == stems
            if stems and (same or (begins and stem_of(text[here[0].start : here[0].stop]).startswith(begins))):
                yield Span(here[0].start, here[-1].stop)
