"""popolo: one JSON object of persons, memberships, posts, organizations and areas (https://www.popoloproject.com). In:
that; out: a holder for each membership with a person, a role, a place and a start."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

import msgspec

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
from sayso.roster.world import find_country

Id = str | int | None
STEP = "Give an object with persons, memberships, posts and organizations."


class Name(msgspec.Struct, frozen=True):
    name: str = ""


class Area(msgspec.Struct, frozen=True):
    id: Id = None
    name: str | None = None
    classification: str | None = None


class Located(msgspec.Struct, frozen=True):
    """What may tell its country: by name or code, or by an area, held or named by its id."""

    id: Id = None
    country: str | None = None
    country_code: str | None = None
    area: Area | None = None
    area_id: Id = None


class Person(msgspec.Struct, frozen=True):
    id: Id = None
    name: str | None = None
    other_names: list[Name] | None = None


class Organization(Located, frozen=True):
    name: str | None = None


class Post(Located, frozen=True):
    label: str | None = None
    role: str | None = None
    organization_id: Id = None


class Membership(Located, frozen=True):
    person_id: Id = None
    organization_id: Id = None
    post_id: Id = None
    role: str | None = None
    start_date: str | None = None
    end_date: str | None = None


class Popolo(msgspec.Struct, frozen=True):
    """The file."""

    persons: list[Person] = []
    memberships: list[Membership] = []
    posts: list[Post] = []
    organizations: list[Organization] = []
    areas: list[Area] = []


Item = TypeVar("Item", Person, Post, Organization, Area)


def fits(source: Source) -> bool:
    """Whether it is an object with persons or memberships."""
    return has_keys(source, {"persons", "memberships"})


def read(source: Source) -> Import:
    """The holders of a file, and what was left out. Raises RosterError."""
    return sift(find_holders(decode_json(source.file.read(), Popolo, source.name, STEP)))


def find_holders(popolo: Popolo) -> Found:
    """A holder for each membership, or why there is none."""
    persons, posts = by_id(popolo.persons), by_id(popolo.posts)
    organizations, areas = by_id(popolo.organizations), by_id(popolo.areas)
    for number, membership in enumerate(popolo.memberships, start=1):
        told = f"membership {number}"
        person = persons.get(membership.person_id)
        post = posts.get(membership.post_id)
        organization = organizations.get(membership.organization_id or (post.organization_id if post else None))
        if person is None:
            yield f"{told}: its person {str(membership.person_id)[:60]!r} is not in the file"
        else:
            located = (x for x in (membership, post, organization) if x)
            country = next((c for x in located if (c := country_of(x, areas))), None)
            yield holder_of(membership, person, post, tidy(organization.name) if organization else "", country)


def holder_of(
    membership: Membership, person: Person, post: Post | None, organization: str, country: str | None
) -> Holder | str:
    """The holder of one membership, or why there is none."""
    name = tidy(person.name)
    told = f"membership of {name[:60]} ({tidy(membership.role or (post.label if post else None))[:60]})"
    start, end = membership.start_date or "", membership.end_date or ""
    since, until = date_of(start), date_of(end)
    if since is None:
        return f"{told}: its start_date {start[:60]!r} is no date" if start else f"{told}: it has no start_date"
    if until is None and end:
        return f"{told}: its end_date {end[:60]!r} is no date"
    organization = name_organization(organization)
    # The post's label says which minister, the role only that somebody is one.
    told_by = (post.label, membership.role, post.role) if post else (membership.role,)
    office = tidy(next(filter(None, told_by), None))
    return Holder(
        name=name,
        aliases=tidy_names((other.name for other in person.other_names or ()), name),
        office=name_office(office, country, organization),
        organization=organization or None,
        country=country,
        since=since,
        until=until,
    )


def country_of(located: Located, areas: dict[Id, Area]) -> str | None:
    """The country of a membership, a post or an organisation. Of an area only one that is called a country, or that the
    roster knows as one: most are provinces and constituencies."""
    if given := tidy(located.country or located.country_code):
        return name_country(given)
    area = located.area or areas.get(located.area_id)
    name = tidy(area.name) if area else ""
    if area and name and (area.classification == "country" or find_country(name)):
        return name_country(name)
    return None


def by_id(items: Iterable[Item]) -> dict[Id, Item]:
    return {item.id: item for item in items if item.id is not None}
