"""A text's atoms with the words of its language, and what stands at each: a month, a weekday, a year, a length of time.
In: atoms; out: a Reader that answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from sayso.atoms import Atom, phrase_value
from sayso.dates.calendar import Moment, Which
from sayso.figures.numerals import amount_at
from sayso.languages.numbers import Numbers
from sayso.languages.times import Times


@dataclass(frozen=True, slots=True)
class Expression:
    """The atoms from ``start`` up to ``stop``, the rule, and what they say: a moment, or the length of a period in
    ISO 8601 (``P30D``), "" where the length is not told."""

    start: int
    stop: int
    rule: str
    moment: Moment | None = None
    period: str | None = None
    articled: bool = False  # whether an article before it belongs to it


@dataclass(frozen=True, slots=True)
class Reader:
    """A text's atoms with the words of its language."""

    parts: Sequence[Atom]
    times: Times
    numbers: Numbers

    def at(self, n: int) -> Atom | None:
        return self.parts[n] if 0 <= n < len(self.parts) else None

    def text(self, n: int) -> str:
        return self.parts[n].text if 0 <= n < len(self.parts) else ""

    def among(self, n: int, words: frozenset[str]) -> bool:
        atom = self.at(n)
        return atom is not None and atom.among(words)

    def whole(self, n: int, low: int, high: int) -> int | None:
        """The number in plain digits at an atom, where it lies between two."""
        atom = self.at(n)
        named = atom is not None and atom.hyphened and not self.among(n - 2, self.times.parts)
        plain = atom is not None and atom.digits and atom.value is not None and not named
        if atom is None or not plain or atom.value is None or atom.value.denominator > 1:
            return None
        digits = atom.text[: len(atom.text) - len(atom.tail)]
        return int(atom.value) if digits.isdigit() and low <= atom.value <= high else None

    def month(self, n: int) -> int | None:
        """The month that an atom names, written as the language writes months."""
        atom = self.at(n)
        if atom is None or atom.digits or atom.lead != self.times.capitals:
            return None
        return atom.found(self.times.months)

    def weekday(self, n: int) -> int | None:
        atom = self.at(n)
        if atom is None or atom.digits or (self.times.capitals and not atom.lead):
            return None
        return atom.found(self.times.weekdays)

    def stopped(self, n: int) -> int:
        """The atom after one, and after the stop of an abbreviation."""
        dot = self.text(n + 1) == "." and self.parts[n].text in self.times.short
        return n + 1 + (dot and self.parts[n + 1].start == self.parts[n].stop)

    def skip(self, n: int, words: frozenset[str]) -> int:
        return n + self.among(n, words)


def day_in(r: Reader, n: int) -> tuple[int, int] | None:
    """The day of a month at an atom, in digits or as an ordinal, and the atom after it."""
    atom = r.at(n)
    if atom is None:
        return None
    day = r.whole(n, 1, 31)
    if day is not None and (not atom.tail or atom.tail.lstrip("-") in r.times.ordinal_tails):
        return day, n + 1
    word = None if atom.digits or atom.lead else atom.found(r.times.ordinals)
    return (word, n + 1) if word and r.times.last.isdisjoint({atom.text, atom.word}) else None


def year_in(r: Reader, n: int) -> tuple[int, int] | None:
    """A year at an atom, after a comma or none, with the word for it; and the atom after that."""
    at = n + (r.text(n) == ",")
    year = r.whole(at, 1000, 2999)
    if year is None or (r.parts[at].tail and r.parts[at].tail.lstrip("-") not in r.times.ordinal_tails):
        return None
    stop = at + 1
    if r.among(stop, r.times.year) and r.times.inflects:
        stop = r.stopped(stop)
    return year, stop


def which_of(r: Reader, n: int) -> Which | None:
    """*Last*, *this* or *next* at an atom."""
    for which, words in (("last", r.times.last), ("this", r.times.this), ("next", r.times.next)):
        if r.among(n, words):
            return which  # type: ignore[return-value]
    return None


def length_at(r: Reader, n: int) -> tuple[Fraction, str, int] | None:
    """A number of units at an atom: how many, of what, and the atom after it. A unit alone is one of it."""
    halved = phrase_value(r.parts, n, r.times.halves)
    if halved:
        return Fraction(halved[0][0]), halved[0][1], n + halved[1]
    atom = r.at(n)
    if atom is None:
        return None
    if r.times.inflects and (unit := unit_at(r, n)):
        return Fraction(1), unit, n + 1
    amount = amount_at(r.parts, n, r.numbers)
    if amount is None and atom.among(r.numbers.articles) and (unit := unit_at(r, n + 1)):
        return Fraction(1), unit, n + 2
    if amount is None or amount.tail or amount.vague or amount.rule in ("fraction", "share"):
        return None
    if amount.start != n:
        return None
    at, value = amount.stop, amount.value
    unit = unit_at(r, at)
    if unit is None:
        return None
    if atom.digits and value > 1900 and unit == "year" and r.times.inflects:
        return None
    stop = at + 1
    if r.text(stop) == "and" and r.among(stop + 1, r.times.articles) and r.among(stop + 2, r.times.half_a):
        value, stop = value + Fraction(1, 2), stop + 3
    return value, unit, stop


def unit_at(r: Reader, n: int) -> str | None:
    atom = r.at(n)
    if atom is None or atom.digits:
        return None
    second = atom.found(r.times.hours)
    return (("hour" if second == 3600 else "minute" if second == 60 else "second") if second else None) or atom.found(
        r.times.units
    )
