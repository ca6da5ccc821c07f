"""Rules for lengths of time, and for what is so long ago or ahead. In: a Reader and an atom; out: the Expression that
begins there, or None."""

from __future__ import annotations

from fractions import Fraction

from sayso.atoms import phrase_at
from sayso.dates.ahead import lies_ahead
from sayso.dates.calendar import Moment
from sayso.dates.reader import Expression, Reader, length_at, unit_at

CODES: dict[str, str] = {"day": "D", "week": "W", "month": "M", "year": "Y"}
MANY = {"decade": (10, "year"), "weekend": (2, "day"), "quarter": (3, "month"), "century": (100, "year")}


def ago(r: Reader, n: int) -> Expression | None:
    """two weeks ago, полгода назад"""
    length = length_at(r, n)
    if length is None or not r.among(length[2], r.times.ago):
        return None
    return moved(r, length, n, length[2] + 1, -1)


def ahead_in(r: Reader, n: int) -> Expression | None:
    """in five days, через две недели"""
    length = length_at(r, n + 1) if r.among(n, r.times.ahead_in) else None
    if length is None or (not r.times.inflects and r.text(n) != "in"):
        return None
    if not r.times.inflects and not lies_ahead(r, n, n, length[2]):
        return None
    return moved(r, length, n, length[2], 1)


def moved(r: Reader, length: tuple[Fraction, str, int], start: int, stop: int, sign: int) -> Expression | None:
    """So many units away; of hours the anchor's day cannot be told."""
    value, unit, _ = length
    if unit in ("hour", "minute", "second") or value.denominator > 1:
        return None
    number, base = (int(value), unit)
    if unit in MANY and unit != "weekend":
        many, base = MANY[unit]
        number *= many
    return Expression(start, stop, "", Moment(base, shift=sign * number))  # type: ignore[arg-type]


def period(r: Reader, n: int) -> Expression | None:
    """30 days, two and a half years, the past three days, последние сутки"""
    passed = r.among(n, r.times.passed)
    at = n + passed
    length = length_at(r, at)
    if length is None:
        return None
    bare = not r.parts[at].digits and at + 1 == length[2] and not phrase_at(r.parts, at, r.times.halves)
    if bare and not passed:
        return None
    if bare and r.parts[at].number != "Plur":
        return None
    opened = r.parts[at].among(r.numbers.articles)
    if (
        opened
        and length[1] in ("day", "quarter", "weekend", "week", "month", "year", "second", "minute", "hour")
        and length[2] == at + 2
    ):
        return None  # a year: by, or some day
    return Expression(n, length[2], "", period=duration(length[0], length[1]), articled=passed)


def period_glued(r: Reader, n: int) -> Expression | None:
    """a 30-day truce, 30-дневное перемирие"""
    atom = r.parts[n]
    if not atom.digits or not atom.tail.startswith("-") or atom.value is None:
        return None
    tail = atom.tail.lstrip("-")
    word = atom.word.partition("-")[2]
    unit = r.times.tail_units.get(tail) or r.times.tail_units.get(word)
    aged = "old" in tail or (unit == "year" and r.times.inflects)
    return Expression(n, n + 1, "", period=duration(atom.value, unit)) if unit and not aged else None


def period_vague(r: Reader, n: int) -> Expression | None:
    """several days, a few weeks, несколько дней"""
    start = n
    if r.among(n, r.times.articles):
        n += 1
    if not r.among(n, r.times.vague):
        return None
    at = n + 1 + (r.text(n + 1) == "of")
    unit = unit_at(r, at)
    return Expression(start, at + 1, "", period="") if unit and unit != "weekend" else None


def duration(value: Fraction, unit: str) -> str:
    """A length of time in ISO 8601."""
    if unit in MANY:
        many, unit = MANY[unit]
        value *= many
    if unit in ("hour", "minute", "second"):
        if value.denominator > 1 and unit != "second":
            return duration(value * 60, "minute" if unit == "hour" else "second")
        return f"PT{int(value)}{unit[0].upper()}"
    if value.denominator > 1:
        whole, rest = divmod(value, 1)
        smaller = {"year": (12, "M"), "week": (7, "D"), "day": (24, "H"), "month": (30, "D")}[unit]
        start = f"{int(whole)}{CODES[unit]}" if whole else ""
        few = round(rest * smaller[0])
        return f"P{start}{'T' if smaller[1] == 'H' else ''}{few}{smaller[1]}"
    return f"P{int(value)}{CODES[unit]}"
