"""Counts of a sample by facet. In: the rows of a sample and the search they come from; out: Facets, each value with the
search that asks for it as well."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from sayso.ledger.query import Field, Query, parse_query, write_query
from sayso.ledger.sampling import Sample, Sampled
from sayso.web.page import Counted, Facet

TOP = 8  # values of a facet that are shown
FACETS: dict[str, Callable[[Sampled], str | None]] = {
    "speaker": lambda row: row.speaker,
    "side": lambda row: row.side,
    "act": lambda row: row.act,
    "outlet": lambda row: row.outlet,
    "form": lambda row: row.form,
    "lang": lambda row: row.lang,
    "month": lambda row: row.day[:7] if len(row.day) >= len("2025-03") else None,
}


def facets(rows: Iterable[Sampled], q: str, top: int = TOP) -> tuple[Facet, ...]:
    """The facets of rows that a search found."""
    rows = list(rows)
    return tuple(Facet(name, counted(rows, name, tell, q, top)) for name, tell in FACETS.items())


def topics(sampled: Sample, named: Mapping[int, Sequence[tuple[int, str]]], q: str) -> Facet:
    """Whom and what statements are about, the most frequent first."""
    groups: dict[tuple[int, str], list[Sampled]] = defaultdict(list)
    for row in sampled.rows:
        for somebody in named.get(row.number, ()):
            groups[somebody].append(row)
    order = sorted(groups, key=lambda one: (-len(groups[one]), one[1]))[:TOP]
    return Facet(
        "about",
        tuple(
            Counted(
                one[1], len(groups[one]), len({row.same for row in groups[one]}), asking(q, {"about": f"#{one[0]}"})
            )
            for one in order
        ),
    )


def counted(
    rows: Iterable[Sampled], name: str, tell: Callable[[Sampled], str | None], q: str, top: int
) -> tuple[Counted, ...]:
    """The most frequent values of a facet; months in the order of time, the newest first."""
    groups: dict[str, list[Sampled]] = defaultdict(list)
    for row in rows:
        value = tell(row)
        if value:
            groups[value].append(row)
    order = sorted(groups, reverse=True) if name == "month" else sorted(groups, key=lambda v: (-len(groups[v]), v))
    return tuple(
        Counted(value, len(groups[value]), len({r.same for r in groups[value]}), narrowed(q, name, groups[value][0]))
        for value in order[:top]
    )


def narrowed(q: str, name: str, row: Sampled) -> str:
    """A search that asks for a row's value of a facet, and no longer for another one."""
    if name == "month":
        return asking(q, {"since": row.day[:7], "until": row.day[:7]})
    return asking(q, {name: f"#{row.who}" if name == "speaker" else str(FACETS[name](row))})


def asking(q: str, values: Mapping[str, str]) -> str:
    """A search with these values of its fields in the place of those that it has."""
    query = parse_query(q)
    others = tuple(field for field in query.fields if field.without or field.name not in values)
    # A quotation mark ends a value: the word between two of them finds at least what has it.
    asked = tuple(Field(name=name, value=value.replace('"', " ").strip()) for name, value in values.items())
    return write_query(Query(words=query.words, fields=(*others, *asked)))
