"""wikidata: the JSON results of a SPARQL query (https://www.w3.org/TR/sparql11-results-json). In: rows with the
variables of docs/roster.md; out: a holder for each."""

from __future__ import annotations

import re

import msgspec

from sayso.errors import RosterError
from sayso.roster.holder import Holder
from sayso.roster.importers.imported import (
    Found,
    Import,
    date_of,
    name_country,
    name_office,
    name_organization,
    sift,
    tidy,
    tidy_names,
)
from sayso.roster.importers.source import Source, decode_json, has_keys

STEP = "Give the JSON that the query of docs/roster.md returns."
# A result must have one variable of each group; it may have alias, aliasRu, personLabelRu and the precisions too.
VARIABLES = (
    ("person",),
    ("personLabel",),
    ("officeLabel", "positionLabel"),
    ("countryLabel", "organizationLabel"),
    ("start",),
    ("end",),
)
OPTIONAL = ("alias", "personLabelRu", "aliasRu", "startPrecision", "endPrecision")
# Wikidata's precision of a time: how many parts of the date are known. It writes 2014 as 2014-01-01T00:00:00Z.
KNOWN_PARTS = {"9": 1, "10": 2, "11": 3, "12": 3, "13": 3, "14": 3}
NO_LABEL = re.compile(r"Q\d+")


class Value(msgspec.Struct, frozen=True):
    value: str


class Head(msgspec.Struct, frozen=True):
    vars: list[str]


class Results(msgspec.Struct, frozen=True):
    bindings: list[dict[str, Value]]


class Answer(msgspec.Struct, frozen=True):
    """The file."""

    head: Head
    results: Results


def fits(source: Source) -> bool:
    """Whether it is an object with results."""
    return has_keys(source, {"results"})


def read(source: Source) -> Import:
    """The holders of a file, and what was left out. Raises RosterError."""
    answer = decode_json(source.file.read(), Answer, source.name, STEP)
    for group in VARIABLES:
        if not set(group) & set(answer.head.vars):
            told = f"{source.name}: the results have no variable {' or '.join(map(repr, group))}"
            raise RosterError(f"{told}; theirs are {', '.join(answer.head.vars)[:200] or 'none'}. {STEP}")
    return sift(find_holders(answer))


def find_holders(answer: Answer) -> Found:
    """A holder for each row, or why there is none."""
    for number, row in enumerate(answer.results.bindings, start=1):
        yield holder_of({name: tidy(bound.value) for name, bound in row.items()}, f"row {number}")


def holder_of(row: dict[str, str], told: str) -> Holder | str:
    """The holder of one row, or why there is none."""
    name, title = row.get("personLabel", ""), row.get("officeLabel") or row.get("positionLabel", "")
    country, organization = row.get("countryLabel", ""), row.get("organizationLabel", "")
    told = f"{told}, {(name or row.get('person', ''))[:60]}"
    for label in (name, title, country, organization):
        if NO_LABEL.fullmatch(label):
            return f"{told}: {label[:60]} has no label in English"
    start, end = row.get("start", ""), row.get("end", "")
    since, until = known_date(start, row.get("startPrecision")), known_date(end, row.get("endPrecision"))
    if since is None:
        return f"{told}: its start {start[:60]!r} is no date known to the year" if start else f"{told}: it has no start"
    if until is None and end:
        return f"{told}: its end {end[:60]!r} is no date known to the year"
    country, organization = name_country(country), name_organization(organization)
    name_ru = row.get("personLabelRu") or None
    return Holder(
        name=name,
        aliases=tidy_names([row.get("alias", "")], name),
        name_ru=name_ru,
        aliases_ru=tidy_names([row.get("aliasRu", "")], name_ru),
        office=name_office(title, country, organization),
        organization=organization or None,
        country=country or None,
        since=since,
        until=until,
    )


def known_date(written: str, precision: str | None) -> str | None:
    """The part of a date that is known; all of it where no precision is told. None where not even the year is."""
    date = date_of(written)
    parts = 3 if precision is None else KNOWN_PARTS.get(precision, 0)
    return "-".join(date.split("-")[:parts]) or None if date else None
