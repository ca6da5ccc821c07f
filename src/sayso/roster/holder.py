"""Holder: one person's term in one office, and whether it holds on a day. In: a holder and an ISO prefix; out: yes
or no.

A partial date is known only to its year or month. ``surely_held`` is true when every reading of the dates has the
person in office, ``perhaps_held`` when at least one has.
"""

from __future__ import annotations

import msgspec

from sayso.roster.dates import days_of

# The columns of the table, in order, and the fields that they fill.
COLUMNS = {
    "name": "name",
    "aliases": "aliases",
    "name_ru": "name_ru",
    "aliases_ru": "aliases_ru",
    "office": "office",
    "organization": "organization",
    "country": "country",
    "from": "since",
    "to": "until",
}
MANY = frozenset({"aliases", "aliases_ru"})
NEVER = 10_000_000  # a day number after every date: no end is known


class Holder(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Somebody who holds or held an office of a country, an organisation, or both. ``since`` is the first day,
    ``until`` the day the person left (half-open), None while nobody knows of an end; both are ISO prefixes."""

    name: str
    office: str
    country: str | None
    organization: str | None
    since: str
    until: str | None
    aliases: tuple[str, ...] = ()
    name_ru: str | None = None
    aliases_ru: tuple[str, ...] = ()


def surely_held(holder: Holder, day: str) -> bool:
    """Whether the whole of ``day`` (an ISO prefix) lies in the term, however the partial dates are read."""
    first, last = days_of(day)
    start, end = sure_term(holder)
    return start <= first and last < end


def perhaps_held(holder: Holder, day: str) -> bool:
    """Whether some day that ``day`` may mean lies in the term, in at least one reading of the partial dates."""
    first, last = days_of(day)
    start = days_of(holder.since)[0]
    end = NEVER if holder.until is None else days_of(holder.until)[1]
    return max(first, start) < min(last + 1, end)


def sure_term(holder: Holder) -> tuple[int, int]:
    """The first day number that surely lies in the term and the first after it that no longer surely does; the second
    is not after the first when no day surely lies in it."""
    return days_of(holder.since)[1], NEVER if holder.until is None else days_of(holder.until)[0]


def seat_of(holder: Holder) -> tuple[str, str, str]:
    """What tells one office from another: its name, country and organisation, whatever their case."""
    return holder.office.casefold(), (holder.country or "").casefold(), (holder.organization or "").casefold()


def person_of(holder: Holder) -> str:
    """What tells one person from another: the name, whatever its case."""
    return holder.name.casefold()


def key_of(holder: Holder) -> tuple[str, ...]:
    """What tells one term from another: the person, the office and the start."""
    return person_of(holder), *seat_of(holder), holder.since


def describe(holder: Holder) -> str:
    """A holder in a message: ``Ana Lima, President (Norland), 2020-05 to 2024``."""
    place = ", ".join(x[:60] for x in (holder.organization, holder.country) if x)
    return f"{holder.name[:60]}, {holder.office[:60]} ({place}), {holder.since} to {holder.until or 'now'}"
