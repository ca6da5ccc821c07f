"""What a query asks of the rows. In: a connection and a Query; out: the condition on ``statements`` for each stretch
of days, the newest first. Words and tags narrow by the index of ``statements_text``; the same fields are asked of the
rows.
"""

from __future__ import annotations

from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, false, func, literal_column, not_, or_, select, table, true
from sqlalchemy.sql.selectable import FromClause

from sayso.ledger.fulltext import matching
from sayso.ledger.names import numbers_called, sides_called
from sayso.ledger.query import DAY, Field, Query
from sayso.ledger.tables import about, documents, figures, speakers, statements, via
from sayso.ledger.tags import NAMED, first_of_month, last_month, number_of_month, tag_of_month, tags_asked

WINDOWS = (1, 4, 16, 64)  # months that are looked through at a time, from the newest back
COLUMNS = {"to": "addressee"}  # what a field is called in the tables
said, ones = speakers.alias("said"), speakers.alias("said_ones")
stems_table = table("statements_text", literal_column("rowid"))
ROWID: ColumnElement[int] = literal_column("statements_text.rowid")


class Asked:
    """What a query asks, with the names in it looked up."""

    def __init__(self, connection: Connection, query: Query) -> None:
        self.dialect = connection.dialect.name
        self.query = query
        named = {f.value for f in query.fields if f.name in NAMED}
        self.numbers = {name: numbers_called(connection, name) for name in sorted(named)}
        self.sides = {f.value: sides_called(connection, f.value) for f in query.fields if f.name == "side"}
        self.must = [f for f in query.fields if not f.without]
        self.tags = tags_asked(self.must, self.numbers)
        self.day = column_of("day", self.indexed)
        self.rows: list[Any] = list(self.conditions())

    @property
    def indexed(self) -> bool:
        """Whether there is something to ask of the index of words and tags."""
        return bool(self.query.wanted or self.tags)

    def source(self) -> FromClause:
        """Where the rows come from."""
        return statements.join(stems_table, statements.c.id == ROWID) if self.indexed else statements

    def where(self, tags: Sequence[Sequence[str]] = ()) -> list[Any]:
        """The conditions; ``tags`` are further ones of which a row must have one each."""
        if not self.indexed:
            return self.rows
        return [*self.rows, matching(self.dialect, "words", self.query.wanted, [*self.tags, *tags])]

    def windows(self, newest: str) -> Iterator[tuple[list[list[str]], ColumnElement[bool]]]:
        """Stretches of days from the newest ISO prefix back: the tags of the months of each with a condition on the
        day, and at last what is left. Without anything to ask of the index there is one, the whole."""
        days = {f.name: f.value for f in self.must if f.name in ("since", "until")}
        if not self.indexed or not DAY.fullmatch(newest):
            yield [], true()
            return
        top = min(number_of_month(newest), last_month(days.get("until", newest)))
        least = number_of_month(days.get("since", "0000")[:4])
        for size in WINDOWS:
            bottom = max(top - size + 1, least)
            if top < bottom:
                return
            yield [[tag_of_month(number) for number in range(bottom, top + 1)]], true()
            top = bottom - 1
        yield [], self.day < first_of_month(top + 1)

    def conditions(self) -> Iterator[ColumnElement[bool]]:
        """What is asked of a row beside its words."""
        yield statements.c.shown == true()
        for n, word in enumerate(w for w in self.query.words if w.without):
            held = select(ROWID).select_from(stems_table).where(matching(self.dialect, f"without{n}", [word]))
            yield statements.c.id.not_in(held)
        by_name: dict[str, list[Field]] = defaultdict(list)
        left_out: dict[str, set[int]] = defaultdict(set)
        for field in dict.fromkeys(self.query.fields):
            if field.without and field.name in NAMED:
                left_out[field.name] |= set(self.numbers[field.value])
            elif field.without:
                yield not_(func.coalesce(self.holds(field), False))
            else:
                by_name[field.name].append(field)
        for name, numbers in left_out.items():
            yield not_(func.coalesce(is_among(name, sorted(numbers), self.indexed), False))
        for name, fields in by_name.items():
            join = and_ if name in ("since", "until", "has") else or_
            yield join(*(self.holds(f) for f in fields))

    def holds(self, field: Field) -> ColumnElement[bool]:
        """Whether a row has a field's value."""
        if field.name in NAMED:
            return is_among(field.name, self.numbers[field.value], self.indexed)
        if field.name == "side":
            return statements.c.side.in_(self.sides[field.value])
        if field.name in ("since", "until"):
            return self.within(field.name, field.value)
        return holds_field(field.name, field.value)

    def within(self, name: str, day: str) -> ColumnElement[bool]:
        """Whether all of a row's day, month or year lies after or before another; the first bound is one that an index
        can go by."""
        if name == "since":
            first = day + "-01-01"[len(day) - 4 :]
            least = first[:4] if first.endswith("-01-01") else first[:7]
            return and_(self.day >= least, whole(self.day, "-01-01") >= first)
        last = ended(day)
        last += "-12-31"[len(last) - 4 :]
        return and_(self.day != "", self.day <= last, whole(self.day, "-12-31") <= last)


def whole(day: ColumnElement[str], ending: str) -> ColumnElement[str]:
    """An ISO prefix with the first or the last month and day where it has none."""
    return day.concat(func.substr(ending, func.length(day) - 3))


def ended(day: str) -> str:
    """A day as its month where it is the last one, and such a month as its year."""
    if len(day) == len("2025-03-14") and int(day[8:]) >= monthrange(int(day[:4]) or 4, int(day[5:7]))[1]:
        day = day[:7]
    return day[:4] if day.endswith("-12") and len(day) == len("2025-12") else day


def column_of(name: str, indexed: bool) -> ColumnElement[Any]:
    """A column; where the index of words narrows already, so that the database goes by no other."""
    column = statements.c[name]
    if not indexed:
        return column
    return column.concat("") if name == "day" else column + 0


def holds_field(name: str, value: str) -> ColumnElement[bool]:
    """Whether a row has a field's value, of the plain ones."""
    if name == "kind":
        of_kind = select(said.c.id).join(ones, said.c.one == ones.c.id).where(ones.c.kind == value)
        return of_kind.where(said.c.id == statements.c.speaker).correlate(statements).exists()
    if name == "outlet":
        return exists(documents, statements.c.document, documents.c.outlet_key == value.casefold())
    if name == "lang":
        return exists(documents, statements.c.document, documents.c.lang == value)
    if name == "has":
        return is_known(value)
    column: ColumnElement[Any] = statements.c[name]
    return column == value


def is_among(name: str, numbers: Sequence[int], indexed: bool) -> ColumnElement[bool]:
    """Whether somebody of ``numbers`` has a part in a row."""
    if not numbers:
        return false()
    if name in ("via", "about"):
        linked = via if name == "via" else about
        of_them = select(linked.c.statement).where(linked.c.statement == statements.c.id, linked.c.speaker.in_(numbers))
        return of_them.correlate(statements).exists()
    return column_of(COLUMNS.get(name, name), indexed).in_(numbers)


def exists(other: Any, key: ColumnElement[int], condition: ColumnElement[bool]) -> ColumnElement[bool]:
    """Whether the row of another table that a key names meets a condition."""
    return select(other.c.id).where(other.c.id == key, condition).correlate(statements).exists()


def is_known(name: str) -> ColumnElement[bool]:
    """Whether something is known of a row."""
    if name in ("via", "figures"):
        linked = via if name == "via" else figures
        return select(linked.c.statement).where(linked.c.statement == statements.c.id).correlate(statements).exists()
    return statements.c[COLUMNS.get(name, name)].is_not(None)
