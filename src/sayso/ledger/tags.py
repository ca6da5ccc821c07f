"""Fields as words of the full text, so that the index itself narrows a search and few rows are looked at. In: what a
row has, or what a field asks; out: tags such as *act_promise*, *speaker_12*, *month_2025_03*. They only spare work: the
same fields are asked of the rows that are left."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256

from sqlalchemy import Connection

from sayso.ledger.names import called
from sayso.ledger.query import Field
from sayso.ledger.rows import Row

PLAIN = ("act", "form", "stance", "kind", "lang")
NAMED = ("speaker", "to", "via", "about")
MOST = 100  # tags of one field that are asked for


def tags_of(row: Row, named: Mapping[str, Sequence[int | None]]) -> Iterator[str]:
    """The tags of a statement: ``row`` has its plain fields, side, outlet and day; ``named`` the numbers of those in
    it, by field."""
    for name in PLAIN:
        if row[name]:
            yield f"{name}_{row[name]}"
    for name, numbers in named.items():
        yield from (f"{name}_{number}" for number in numbers if number is not None)
    if row["side"]:
        yield tag_of_words("side", row["side"])
    if row["outlet"]:
        yield tag_of_words("outlet", row["outlet"])
    if len(row["day"]) >= len("2025-03"):
        yield tag_of_month(row["day"][:7])


def tags_asked(connection: Connection, fields: Sequence[Field]) -> list[list[str]]:
    """For each field that tags can tell, those of which a row must have one. ``fields`` are what must hold."""
    asked = []
    for name in dict.fromkeys(f.name for f in fields):
        values = [f.value for f in fields if f.name == name]
        tags = list(tags_for(connection, name, values))
        if tags and len(tags) <= MOST:
            asked.append(tags)
    days = {f.name: f.value for f in fields if f.name in ("since", "until")}
    if len(days) == 2:
        months = list(months_between(days["since"], days["until"]))
        if months and len(months) <= MOST:
            asked.append([tag_of_month(month) for month in months])
    return asked


def tags_for(connection: Connection, name: str, values: Sequence[str]) -> Iterator[str]:
    """The tags of a field's values; none where tags cannot tell."""
    for value in values:
        if name in NAMED:
            found = connection.scalars(called(value).limit(MOST + 1)).all()
            yield from (f"{name}_{number}" for number in found or (0,))
        elif name in PLAIN:
            yield f"{name}_{value}"
        elif name in ("side", "outlet"):
            yield tag_of_words(name, value)


def tag_of_words(name: str, value: str) -> str:
    return f"{name}_{sha256(value.casefold().encode()).hexdigest()[:12]}"


def tag_of_month(month: str) -> str:
    return f"month_{month.replace('-', '_')}"


def months_between(first: str, last: str) -> Iterator[str]:
    """The months from one ISO prefix to another, both included; days that are known by their year alone have no month,
    and are found by no tag: where a whole year is asked for there are none."""
    if len(first) < len("2025-03") or len(last) < len("2025-03"):
        return
    number, stop = (int(day[:4]) * 12 + int(day[5:7]) - 1 for day in (first, last))
    while number <= stop:
        yield f"{number // 12:04d}-{number % 12 + 1:02d}"
        number += 1
