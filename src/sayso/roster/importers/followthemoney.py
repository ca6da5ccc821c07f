"""followthemoney: JSON Lines of entities, as OpenSanctions publishes them (entities.ftm.json). In: entities in any
order; out: a holder for each Occupancy whose Person and Position are in the file. Other schemata are passed over."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import msgspec

from sayso.errors import RosterError
from sayso.roster.holder import Holder
from sayso.roster.importers.imported import (
    Found,
    Import,
    date_of,
    name_office,
    name_organization,
    sift,
    tidy,
    tidy_names,
)
from sayso.roster.importers.source import Source, decode_json, first_line
from sayso.roster.world import country_of, find_organization

BODIES = frozenset({"Organization", "PublicBody", "LegalEntity", "Company"})
USED = BODIES | {"Person", "Position", "Occupancy"}
LONGEST_LINE = 16 << 20
STEP = "Give entities.ftm.json, or mend the line."
CYRILLIC = re.compile(r"[\u0400-\u04ff]")


class Properties(msgspec.Struct, frozen=True):
    """What is read of an entity; the rest of a line is passed over and takes no memory."""

    name: list[str] = []
    alias: list[str] = []
    weakAlias: list[str] = []  # noqa: N815 - the format's own names
    holder: list[str] = []
    post: list[str] = []
    startDate: list[str] = []  # noqa: N815
    endDate: list[str] = []  # noqa: N815
    status: list[str] = []
    country: list[str] = []
    organization: list[str] = []


class Entity(msgspec.Struct, frozen=True):
    """A line. ``caption`` is the name that the publisher shows."""

    id: str
    schema: str
    properties: Properties = Properties()
    caption: str | None = None


def fits(source: Source) -> bool:
    """Whether the first line is an object with a schema."""
    line = first_line(source)
    return line.startswith(b"{") and re.search(rb'"schema"\s*:\s*"[A-Z]', line) is not None


def read(source: Source) -> Import:
    """The holders of a file of entities, and what was left out. Raises RosterError."""
    by_schema: dict[str, dict[str, Entity]] = {schema: {} for schema in USED}
    for entity in read_entities(source):
        by_schema[entity.schema][entity.id] = entity
    return sift(find_holders(by_schema))


def read_entities(source: Source) -> Iterator[Entity]:
    """The entities that have a part in it."""
    number = 0
    while line := source.file.readline(LONGEST_LINE):
        number += 1
        where = f"{source.name}, line {number}"
        if len(line) == LONGEST_LINE:
            raise RosterError(f"{where}: the line is longer than {LONGEST_LINE:,} bytes. Give one entity a line.")
        if line.strip():
            entity = decode_json(line, Entity, where, STEP)
            if entity.schema in USED:
                yield entity


def find_holders(by_schema: dict[str, dict[str, Entity]]) -> Found:
    """A holder for each Occupancy, or why there is none."""
    bodies = {id_: entity for schema in BODIES for id_, entity in by_schema[schema].items()}
    for occupancy in by_schema["Occupancy"].values():
        holders, posts = occupancy.properties.holder, occupancy.properties.post
        person = next((by_schema["Person"][i] for i in holders if i in by_schema["Person"]), None)
        post = next((by_schema["Position"][i] for i in posts if i in by_schema["Position"]), None)
        if person is None or post is None:
            missing, ids = ("person", holders) if person is None else ("position", posts)
            yield f"Occupancy {occupancy.id[:60]}: its {missing} {', '.join(ids)[:60]!r} is not in the file"
        else:
            yield holder_of(occupancy, person, post, bodies)


def holder_of(occupancy: Entity, person: Entity, post: Entity, bodies: dict[str, Entity]) -> Holder | str:
    """The holder of one Occupancy, or why there is none."""
    told = f"Occupancy {occupancy.id[:60]} of {(best_name(person) or person.id)[:60]}"
    starts, ends = occupancy.properties.startDate, occupancy.properties.endDate
    since, until = agree_on(starts), agree_on(ends)
    if since is None:
        return (
            f"{told}: its startDate {', '.join(starts)[:60]!r} is no date" if starts else f"{told}: it has no startDate"
        )
    if until is None and ends:
        return f"{told}: its endDate {', '.join(ends)[:60]!r} is no date"
    status = next(iter(occupancy.properties.status), "current")
    if until is None and status != "current":
        return f"{told}: its status is {status[:60]!r} and it has no endDate, so that nobody knows whether it holds"
    country = next((c.name for code in post.properties.country if (c := country_of(code))), None)
    organization = find_body(post, bodies)
    if not country and not organization:
        codes = ", ".join(post.properties.country)[:60]
        return f"{told}: its position is of no country that sayso knows ({codes!r}), nor of an organization"
    told_names = person.properties
    names = [tidy(name) for name in (*told_names.name, *told_names.alias, *told_names.weakAlias)]
    name = best_name(person)
    return Holder(
        name=name,
        aliases=tidy_names((n for n in names if not CYRILLIC.search(n)), name),
        aliases_ru=tidy_names((n for n in names if CYRILLIC.search(n)), name),
        office=name_office(best_name(post), country, organization),
        organization=organization,
        country=country,
        since=since,
        until=until,
    )


def best_name(entity: Entity) -> str:
    """The caption; without one the first name in Latin letters, or else the first."""
    names = [tidy(name) for name in entity.properties.name]
    latin = (name for name in names if not CYRILLIC.search(name))
    return tidy(entity.caption) or next(latin, None) or next(iter(names), "")


def find_body(post: Entity, bodies: dict[str, Entity]) -> str | None:
    """The organisation of a position: one of the file's by its id, or one that the roster knows by its name."""
    for value in post.properties.organization:
        if value in bodies:
            return name_organization(best_name(bodies[value])) or None
        if known := find_organization(tidy(value)):
            return known.name
    return None


def agree_on(written: Iterable[str]) -> str | None:
    """What several dates agree on: 2014 and 2014-05-25 is 2014-05-25; 2014-05-25 and 2014-05-26 is 2014-05. None where
    they agree on nothing, or one is no date."""
    dates = [date_of(value) for value in written]
    parts: list[str] = []
    for place in range(3):
        told = {date.split("-")[place] for date in dates if date and date.count("-") >= place}
        if len(told) != 1:
            break
        parts.extend(told)
    return "-".join(parts) if parts and None not in dates else None
