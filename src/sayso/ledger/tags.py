"""Fields as words of the full text, so that the index itself narrows a search and few rows are looked at. In: what a
row has, or what a field asks; out: tags such as *act_promise*, *speaker_12*, *month_2025_03*. They only spare work: the
same fields are asked of the rows that are left."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256

from sayso.ledger.query import DAY, KNOWN, Field
from sayso.ledger.rows import Row

PLAIN = ("act", "form", "stance", "lang")
NAMED = ("speaker", "to", "via", "about")
MOST = 100  # tags of one field that are asked for
MONTHS = 13  # of a year, with the one of what is known by its year alone, which comes first


def tags_of(row: Row, named: Mapping[str, Sequence[int | None]]) -> Iterator[str]:
    """The tags of a statement: ``row`` has its fields, with side, outlet, lang and figures; ``named`` the numbers
    of those in it, by field."""
    for name in PLAIN:
        if row[name]:
            yield f"{name}_{row[name]}"
    for name, numbers in named.items():
        yield from (f"{name}_{number}" for number in numbers if number is not None)
    for name in ("side", "outlet"):
        if row[name]:
            yield tag_of_words(name, row[name])
    for name in KNOWN:
        if any(n is not None for n in named[name]) if name in NAMED else row[name]:
            yield f"has_{name}"
    if DAY.fullmatch(row["day"]):
        yield tag_of_month(number_of_month(row["day"]))


def tags_asked(fields: Sequence[Field], numbers: Mapping[str, Sequence[int]]) -> list[list[str]]:
    """For each field that tags can tell, those of which a row must have one. ``fields`` are what must hold;
    ``numbers`` of those who are called by a name."""
    asked = [[f"has_{f.value}"] for f in fields if f.name == "has"]
    for name in dict.fromkeys(f.name for f in fields):
        values = [f.value for f in fields if f.name == name]
        tags = [tag for value in values for tag in tags_for(name, value, numbers)]
        if tags and len(tags) <= MOST:
            asked.append(tags)
    return asked


def tags_for(name: str, value: str, numbers: Mapping[str, Sequence[int]]) -> Iterator[str]:
    """The tags of a field's value; none where tags cannot tell."""
    if name in NAMED:
        yield from (f"{name}_{number}" for number in numbers[value] or (0,))
    elif name in PLAIN:
        yield f"{name}_{value}"
    elif name in ("side", "outlet"):
        yield tag_of_words(name, value)


def tag_of_words(name: str, value: str) -> str:
    return f"{name}_{sha256(value.casefold().encode()).hexdigest()[:12]}"


def number_of_month(day: str) -> int:
    """The months of all years counted on, for an ISO prefix; a year alone stands before its January, as the prefixes
    are sorted."""
    return int(day[:4]) * MONTHS + int(day[5:7] or 0)


def last_month(day: str) -> int:
    """The number of the last month that an ISO prefix holds."""
    return number_of_month(day) + (MONTHS - 1 if len(day) == len("2025") else 0)


def tag_of_month(number: int) -> str:
    return f"month_{number // MONTHS:04d}_{number % MONTHS:02d}"


def first_of_month(number: int) -> str:
    """The least ISO prefix that falls into a month."""
    year, month = divmod(number, MONTHS)
    return f"{year:04d}-{month:02d}" if month else f"{year:04d}"
