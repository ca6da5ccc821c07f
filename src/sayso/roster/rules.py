"""What a holder and a table of holders must keep to. In: holders; out: the first breach of a rule, or those who surely
hold one office at once."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import NamedTuple

from sayso.errors import RosterError
from sayso.roster.dates import days_of
from sayso.roster.holder import COLUMNS, Holder, person_of, seat_of, sure_term

LONGEST = 1_000  # characters in a value: no name or office comes near it
LONGEST_CELL = 50_000  # in all the values of a cell; Python's csv module gives up at 131,072
UNFIT = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")


class Breach(NamedTuple):
    """A broken rule: the column, its value, what is wrong with it, what to do."""

    column: str
    value: str
    rule: str
    step: str


def find_breach(holder: Holder) -> Breach | None:
    """The first rule of RULES that a holder breaks, or None."""
    return next((breach for _, rule in RULES if (breach := rule(holder))), None)


def words_are_fit(holder: Holder) -> Breach | None:
    for column, field in COLUMNS.items():
        held = getattr(holder, field)
        values = held if isinstance(held, tuple) else () if held is None else (held,)
        for value in values:
            if wrong := unfit(value, empty_is_told=field in ("name", "office", "since")):
                return Breach(column, value, *wrong)
        if sum(map(len, values)) + len(values) > LONGEST_CELL:
            step = f"Leave the rarer ones out: a cell holds {LONGEST_CELL:,} characters at most."
            return Breach(column, values[0], f"and {len(values) - 1:,} more are too many", step)
    return None


def unfit(value: str, *, empty_is_told: bool) -> tuple[str, str] | None:
    """Why a value cannot stand in a cell, and what to do; None when it can."""
    if len(value) > LONGEST:
        return f"is {len(value):,} characters long, and {LONGEST:,} are the most", "Shorten it, or leave it out."
    if UNFIT.search(value):
        return "holds a control character", "Take it out."
    if "|" in value:
        return "holds a |, which parts the values of aliases and aliases_ru", "Leave it out, or use one of these."
    if value != " ".join(value.split()) or not (value or empty_is_told):
        return "is empty, or has white space that is not one space between words", "Strip it, or leave the field out."
    return None


def name_is_given(holder: Holder) -> Breach | None:
    return None if holder.name else Breach("name", "", "is empty, and every row names a person", "Fill it in.")


def office_is_given(holder: Holder) -> Breach | None:
    return None if holder.office else Breach("office", "", "is empty, and every row names an office", "Fill it in.")


def place_is_given(holder: Holder) -> Breach | None:
    if holder.country or holder.organization:
        return None
    return Breach(
        "country", "", "is empty, and so is organization: an office is of one or both", "Fill one of them in."
    )


def dates_are_dates(holder: Holder) -> Breach | None:
    if not holder.since:
        return Breach("from", "", "is empty, and every term has a beginning", "Give it, if only its year: 2025.")
    for column, value in (("from", holder.since), ("to", holder.until)):
        try:
            days_of(value or holder.since)
        except RosterError:
            step = "Give a year, a month or a day: 2025, 2025-03, 2025-03-14."
            return Breach(column, value or "", "is not an ISO date of the calendar", step)
    return None


def term_goes_forward(holder: Holder) -> Breach | None:
    if holder.until is None or days_of(holder.since)[0] < days_of(holder.until)[1]:
        return None
    rule = f"is not before to ({holder.until!r}), which is the day the person left"
    return Breach("from", holder.since, rule, "Correct either date.")


# The rules for one holder, in the order in which they are asked; the later ones lean on the earlier.
RULES: tuple[tuple[str, Callable[[Holder], Breach | None]], ...] = (
    ("words fit a cell", words_are_fit),
    ("a name is given", name_is_given),
    ("an office is given", office_is_given),
    ("a country or an organization is given", place_is_given),
    ("dates are ISO prefixes", dates_are_dates),
    ("from is before to", term_goes_forward),
)


class Term(NamedTuple):
    """The days that a holder surely holds an office, with the holder's number and person."""

    start: int
    end: int
    number: int
    person: str


def find_rivals(holders: Sequence[Holder]) -> dict[int, int]:
    """For each holder (by its number) of an office that somebody else surely holds on the same day, one such other."""
    seats: dict[tuple[str, str, str], list[Term]] = defaultdict(list)
    for number, holder in enumerate(holders):
        start, end = sure_term(holder)
        if start < end:
            seats[seat_of(holder)].append(Term(start, end, number, person_of(holder)))
    rivals: dict[int, int] = {}
    for terms in seats.values():
        terms.sort()
        rivals |= later_rivals(terms) | earlier_rivals(terms)
    return rivals


def earlier_rivals(terms: Sequence[Term]) -> dict[int, int]:
    """Those whom somebody else's term, begun no later, meets. Of the terms before, the two of different persons that
    end last are enough to tell."""
    rivals = {}
    last: list[Term] = []
    for term in terms:
        other = next((t for t in last if t.person != term.person and t.end > term.start), None)
        if other is not None:
            rivals[term.number] = other.number
        longest, *rest = sorted([*last, term], key=lambda t: t.end, reverse=True)
        last = [longest, *[t for t in rest if t.person != longest.person][:1]]
    return rivals


def later_rivals(terms: Sequence[Term]) -> dict[int, int]:
    """Those whose term somebody else's, begun no earlier, meets. Of the terms after, the first of another person is
    enough to tell."""
    rivals = {}
    other: Term | None = None
    for term, after in zip(reversed(terms[:-1]), reversed(terms), strict=False):
        if after.person != term.person:
            other = after
        if other is not None and other.start < term.end:
            rivals[term.number] = other.number
    return rivals
