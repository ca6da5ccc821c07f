"""Rules for stretches of the calendar: months, years, seasons, *last week*. In: a Reader and an atom; out: the
Expression that begins there, or None."""

from __future__ import annotations

from sayso.atoms import Atom
from sayso.dates.calendar import Moment
from sayso.dates.reader import Expression, Reader, which_of, year_in
from sayso.records import Granularity

MODERN = range(1800, 2101)


def month_alone(r: Reader, n: int) -> Expression | None:
    """May 2024, in May"""
    month = r.month(n)
    if month is None:
        return None
    stop = r.stopped(n)
    year = year_in(r, r.skip(stop, r.times.of))
    if year:
        return Expression(n, year[1], "", Moment("month", year[0], month))
    if r.text(n) in r.times.short and stop == n + 1:
        return None
    before = r.text(n - 1)
    led = r.among(n - 1, r.times.year_prepositions | r.times.parts | r.times.this | r.times.last | r.times.next)
    led = led or (before == "-" and r.among(n - 2, r.times.parts))
    after = r.at(stop)
    noun = after is not None and after.is_word and not after.lead and r.among(n - 1, r.times.articles)
    led = led or (noun and not r.times.inflects)  # the May election
    if r.parts[n].among(r.times.month_words) and not led:
        return None
    after = r.at(stop)
    named = after is not None and after.is_word and after.lead and r.weekday(stop) is None
    if named and not r.times.inflects and not led:
        return None
    which = which_of(r, n - 1) if r.among(n - 1, r.times.last | r.times.next) else None
    moment = Moment("month", month=month)
    return Expression(n - 1 if which else n, stop, "", moment)


def year_alone(r: Reader, n: int) -> Expression | None:
    """in 2014, 2014 год, fiscal year 2024, the 2024 budget"""
    start, at = n, n
    if not r.times.inflects and r.among(at, r.times.fiscal) and r.among(at + 1, r.times.year):
        at += 2
    year = r.whole(at, 1000, 2999)
    if year is None:
        return None
    atom, tail = r.parts[at], r.parts[at].tail
    split = (r.text(at + 1) == "/" and len(r.text(at + 2)) == 2) or (
        r.text(at + 1) in ("-", "–") and len(r.text(at + 2)) == 2 and r.parts[at + 2].digits
    )
    stop = at + 1
    moment = Moment("year", year, impossible=bool(split))
    if split:
        stop += 2
        stop = r.skip(stop, r.times.fiscal)
    if r.times.inflects:
        if tail and tail.lstrip("-") not in r.times.ordinal_tails:
            return None
        if r.among(stop, r.times.year):
            return Expression(start, r.stopped(stop), "", moment)
        ordinal = bool(tail) and r.among(at - 1, r.times.between_parts | r.times.until)
        ranged = (
            r.among(stop, r.times.to) and r.whole(stop + 1, 1000, 2999) is not None and r.among(stop + 2, r.times.year)
        )
        return Expression(start, stop, "", moment) if ordinal or ranged else None
    if tail or (year not in MODERN and at == start):
        return None
    before = r.among(at - 1, r.times.year_prepositions | r.times.fiscal | r.times.parts) or at > start
    before = before or (r.text(at - 1) == "-" and r.among(at - 2, r.times.parts))
    titled = r.among(at - 1, r.times.articles) and is_noun(r.at(stop))
    bracketed = r.text(at - 1) == "(" and r.text(stop) == ")"
    after = r.at(stop)
    counted = (
        before
        and at == start
        and after is not None
        and after.is_word
        and after.text.endswith("s")
        and not after.among(r.numbers.stops)
        and not r.among(at - 1, frozenset({"in", "since", "until"}))
    )
    if not (before or titled or bracketed) or counted or (after and after.text in "%$€" and after.text):
        return None
    return Expression(start, stop, "", moment) if atom.digits else None


def is_noun(atom: Atom | None) -> bool:
    return atom is not None and atom.is_word and not atom.text.endswith("s")


def decade(r: Reader, n: int) -> Expression | None:
    """the 1990s, the ’80s, восьмидесятые"""
    at = n + (r.text(n) in ("’", "'", "‘"))
    atom = r.at(at)
    if atom is None:
        return None
    ten = (
        atom.digits
        and atom.value is not None
        and atom.value % 10 == 0
        and atom.tail.lstrip("-") in r.times.decade_tails
    )
    long = ten and (999 < (atom.value or 0) < 2101 or at > n or (r.times.inflects and (atom.value or 0) < 100))
    if not long and not (
        atom.among(r.times.decades) and (not r.times.inflects or atom.case in ("Acc", "Loc", "Gen", "Nom"))
    ):
        return None
    stop = at + 1
    if r.times.inflects and r.among(stop, r.times.year):
        stop = r.stopped(stop)
    return Expression(n, stop, "", Moment("decade", impossible=True), articled=True)


def century(r: Reader, n: int) -> Expression | None:
    """the 17th century, XVII век"""
    atom = r.at(n)
    if atom is None or not r.among(n + 1, r.times.century):
        return None
    roman = atom.is_word and set(atom.text) <= set("ivxlcхі")
    ordinal = (atom.digits and bool(atom.tail)) or atom.found(r.times.ordinals) is not None
    return Expression(n, n + 2, "", Moment("century", impossible=True), articled=True) if roman or ordinal else None


def part_of_year(r: Reader, n: int) -> Expression | None:
    """last summer, the autumn of 2023, the first quarter of 2025, второе полугодие"""
    which = which_of(r, n)
    at = n + (which is not None)
    atom = r.at(at)
    if atom is None:
        return None
    season = atom.found(r.times.seasons) if not (atom.lead and at == n) else None
    ordinal = atom.found(r.times.ordinals) if season is None else None
    unit: Granularity = "season"
    if season is None and ordinal and (r.among(at + 1, r.times.quarter) or r.among(at + 1, r.times.half)):
        unit = "quarter" if r.among(at + 1, r.times.quarter) else "half"
        at, which = at + 1, None
    elif (
        season is None and which and atom.among(r.times.quarter) and r.among(at + 1, r.times.of) and year_in(r, at + 2)
    ):
        which, unit = None, "quarter"
    elif season is None and which and atom.among(r.times.quarter):
        return Expression(n, at + 1, "", Moment("quarter", which=which))
    elif season is None:
        return None
    stop = at + 1
    of = r.skip(stop, r.times.of)
    year = year_in(r, of) if r.text(of) != "," else None
    if which is not None and season:
        return Expression(n, stop, "", Moment("season", month=season, which=which))
    if (
        unit in ("quarter", "half")
        and which is None
        and year is None
        and (not r.times.inflects or r.among(at, r.times.quarter))
    ):
        relative = which_unit(r, of)
        if relative and relative.moment and relative.moment.unit == "year":
            return Expression(n, relative.stop, "", relative.moment, articled=True)
        begins = 3 * ((ordinal or 1) - 1) + 1 if unit == "quarter" else 6 * ((ordinal or 1) - 1) + 1
        alone = unit == "quarter" and begins < 12
        return Expression(n, stop, "", Moment(unit, month=begins), articled=True) if alone else None
    if year and (not r.times.inflects or r.parts[year[1] - 1].among(r.times.year) or r.text(year[1] - 1) == "."):
        return Expression(n, year[1], "", Moment(unit, year[0], month=season or 1), articled=True)
    relative = which_unit(r, of)
    if relative and relative.moment and relative.moment.unit == "year":
        return Expression(n, relative.stop, "", relative.moment, articled=True)
    return None


def which_unit(r: Reader, n: int) -> Expression | None:
    """last week, this month, next year, прошлый год"""
    which = which_of(r, n)
    if which is None and (unit := unit_of_part(r, n)):
        return Expression(n, n + 1, "", Moment(unit, which="this"), articled=True)
    unit = r.parts[n + 1].found(r.times.units) if which and n + 1 < len(r.parts) else None
    if unit is None or (unit == "day" and which != "next" and not r.times.inflects):
        return None
    plural = r.parts[n + 1].number == "Plur" or (not r.times.inflects and r.text(n + 1).endswith("s"))
    if (plural and unit != "weekend") or unit in ("decade", "day"):
        return None
    return Expression(n, n + 2, "", Moment(unit, which=which))


def unit_of_part(r: Reader, n: int) -> Granularity | None:
    """*The end of the month*, *до конца месяца*: the unit that a part is named of, this one."""
    at = n - r.among(n - 1, r.times.articles)
    of = at - r.among(at - 1, r.times.of)
    part = r.among(of - 1, r.times.ends) and (of < at < n or r.times.inflects)
    told = r.parts[n].found(r.times.units) if part and r.parts[n].number != "Plur" else None
    units: tuple[Granularity, ...] = ("week", "month", "year", "quarter")
    return next((unit for unit in units if unit == told), None)


def following_unit(r: Reader, n: int) -> Expression | None:
    """the following year, the next day"""
    led = r.among(n - 1, r.times.articles) if not r.times.inflects else r.text(n - 1) in ("на", "в")
    always = r.among(n, r.times.following) and (not r.times.inflects or r.parts[n].case == "Acc")
    follows = always or r.among(n, r.times.following_day)
    unit = r.parts[n + 1].found(r.times.units) if led and follows and r.at(n + 1) else None
    if unit != "day" and not always:
        return None
    if unit not in ("day", "week", "month", "year") or r.parts[n + 1].number == "Plur" or r.text(n + 1).endswith("ys"):
        return None
    return Expression(n, n + 2, "", Moment(unit, which="next"), articled=True)


def weekend_alone(r: Reader, n: int) -> Expression | None:
    """the weekend, на выходных"""
    unit = r.parts[n].found(r.times.units)
    led = r.among(n - 1, r.times.articles) if not r.times.inflects else r.text(n - 1) in ("на", "в")
    return Expression(n, n + 1, "", Moment("weekend"), articled=True) if unit == "weekend" and led else None
