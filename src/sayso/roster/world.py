"""The countries and organisations that sayso knows. In: the packaged countries.csv and organizations.csv; out: frozen
records, and the one that a code or a name stands for."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from typing import TypeVar

import msgspec

from sayso.errors import RosterError
from sayso.roster.cells import read_rows, split_cell

Words = tuple[str, ...]


class Country(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A country: its ISO 3166 code, its name in the roster, and the words that stand for it. ``capital`` speaks for it
    in the news; ``leader`` is the office that *the country's leader* means."""

    code: str
    name: str
    aliases: Words = ()
    adjectives: Words = ()
    people: Words = ()
    capital: Words = ()
    leader: str | None = None
    name_ru: str | None = None
    aliases_ru: Words = ()
    adjectives_ru: Words = ()
    people_ru: Words = ()
    capital_ru: Words = ()


class Organization(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An organisation: its name in the roster, what kind it is, the country or the bloc that it belongs to, where it
    belongs to one, and the words that stand for it."""

    name: str
    aliases: Words = ()
    kind: str | None = None
    country: str | None = None
    bloc: str | None = None
    name_ru: str | None = None
    aliases_ru: Words = ()


Place = TypeVar("Place", Country, Organization)


@lru_cache(maxsize=1)
def countries() -> tuple[Country, ...]:
    """The packaged countries. Raises RosterError when the file is not what it should be."""
    return parse_places(_packaged("countries.csv"), "countries.csv", Country)


@lru_cache(maxsize=1)
def organizations() -> tuple[Organization, ...]:
    """The packaged organisations. Raises RosterError when the file is not what it should be."""
    return parse_places(_packaged("organizations.csv"), "organizations.csv", Organization)


def find_country(words: str) -> Country | None:
    """The country that has this name or alias, whatever the case where that leaves no doubt."""
    return _known(_country_names(), words)


def country_of(code: str) -> Country | None:
    """The country of an ISO 3166 code of two letters, whatever the case."""
    return _country_codes().get(code.casefold())


def find_organization(words: str) -> Organization | None:
    """The organisation that has this name or alias, whatever the case where that leaves no doubt."""
    return _known(_organization_names(), words)


def parse_places(data: bytes, name: str, kind: type[Place]) -> tuple[Place, ...]:
    """The records of a CSV file whose columns are the fields of ``kind``. Raises RosterError."""
    fields = {field.name: field.type for field in msgspec.structs.fields(kind)}
    required = [f.name for f in msgspec.structs.fields(kind) if f.required]
    places: list[Place] = []
    names: set[str] = set()
    for number, cells in read_rows(data, name, tuple(fields)):
        for column in required:
            if not cells[column]:
                raise RosterError(f"{name}, row {number}, column {column}: it is empty, and must not be. Fill it in.")
        if cells["name"].casefold() in names:
            told = f"{name}, row {number}, column name: {cells['name']!r} stands in a row above"
            raise RosterError(f"{told}, and a name stands for one thing. Join the rows.")
        names.add(cells["name"].casefold())
        values = {c: split_cell(cell) if fields[c] == Words else cell or None for c, cell in cells.items()}
        places.append(msgspec.convert(values, kind))
    return tuple(places)


def _packaged(name: str) -> bytes:
    return (files("sayso.roster") / name).read_bytes()


def _known(names: dict[str, Place], words: str) -> Place | None:
    return names.get(words) or names.get(words.casefold())


def _index(places: tuple[Place, ...]) -> dict[str, Place]:
    """What each name and alias stands for, as written and case-folded. An alias of two stands for neither, unless it is
    the name of one: SAPO is an office in Ukraine and Sapo one in Sweden, and sapo is nobody."""
    found: dict[str, Place] = {}
    doubtful = set()
    for place in places:
        for key in {key for alias in place.aliases for key in (alias, alias.casefold())}:
            if found.setdefault(key, place) is not place:
                doubtful.add(key)
    sure = {key: place for key, place in found.items() if key not in doubtful}
    return sure | {key: place for place in places for key in (place.name, place.name.casefold())}


@lru_cache(maxsize=1)
def _country_names() -> dict[str, Country]:
    return _index(countries())


@lru_cache(maxsize=1)
def _organization_names() -> dict[str, Organization]:
    return _index(organizations())


@lru_cache(maxsize=1)
def _country_codes() -> dict[str, Country]:
    return {country.code.casefold(): country for country in countries()}
