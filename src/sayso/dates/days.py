"""Rules for days: by number and month, in digits, by weekday, by name. In: a Reader and an atom; out: the Expression
that begins there, or None."""

from __future__ import annotations

from dataclasses import replace

from sayso.atoms import phrase_at, phrase_value
from sayso.dates.calendar import Moment, real_day
from sayso.dates.reader import Expression, Reader, day_in, which_of, year_in


def iso_day(r: Reader, n: int) -> Expression | None:
    """2025-03-14"""
    year, month, day = r.whole(n, 1000, 2999), r.whole(n + 2, 1, 12), r.whole(n + 4, 1, 31)
    if not (year and month and day) or r.text(n + 1) != "-" or r.text(n + 3) != "-":
        return None
    stop = n + 5
    if r.parts[stop - 1].tail == "t":
        while stop < len(r.parts) and r.parts[stop].start == r.parts[stop - 1].stop and r.text(stop) not in ".,":
            stop += 1
    return Expression(n, stop, "", Moment("day", year, month, day))


def dotted_day(r: Reader, n: int) -> Expression | None:
    """14.03.2025, 14/03/2025; which is the month where both may be cannot be told"""
    mark = r.text(n + 1)
    first, second, year = r.whole(n, 1, 31), r.whole(n + 2, 1, 31), r.whole(n + 4, 0, 2999)
    if mark not in (".", "/") or r.text(n + 3) != mark or not first or not second or year is None:
        return None
    if not (year > 999 or (len(r.text(n + 4)) == 2 and mark == ".")):
        return None
    year += 2000 if year < 100 else 0
    stop = n + 5
    if r.among(stop, r.times.year):
        stop = r.stopped(stop)
    day, month = (first, second) if mark == "." or first > 12 or first == second else (second, first)
    doubtful = mark == "/" and first <= 12 and second <= 12 and first != second
    moment = Moment("day", year, month, day, impossible=doubtful or real_day(year, month, day) is None)
    return Expression(n, stop, "", moment)


def day_month(r: Reader, n: int) -> Expression | None:
    """14 March 2025, the 5th of May, 3–5 марта"""
    first = day_in(r, n)
    if first is None:
        return None
    day, at, until = first[0], first[1], None
    if (r.text(at) in "-–—" and r.text(at)) or (r.text(at) == "на" and r.text(n - 1) == "с"):
        second = day_in(r, at + 1)
        if second:
            until, at = second
    of = r.skip(at, r.times.of)
    month = r.month(of)
    if month is None or (of > at and not r.times.of):
        return None
    stop = r.stopped(of)
    year = year_in(r, stop)
    own = phrase_at(r.parts, stop, r.times.of_this_year) if year is None else 0
    start = n - 1 if until and r.text(n - 1) == "с" else n
    stop = year[1] if year else stop + own
    moment = Moment("day", year[0] if year else None, month, day, until=until)
    return Expression(start, stop, "", moment, articled=of > at)


def month_day(r: Reader, n: int) -> Expression | None:
    """March 14, 2025, Sept. 5, March 3rd"""
    month = r.month(n)
    if month is None or r.times.inflects:
        return None
    at = r.stopped(n)
    first = day_in(r, r.skip(at, frozenset({"the"})))
    if first is None or not r.parts[first[1] - 1].digits:
        return None
    day, stop, until = *first, None
    if r.text(stop) and r.text(stop) in "-–—":
        second = day_in(r, stop + 1)
        if second:
            until, stop = second
    year = year_in(r, stop)
    moment = Moment("day", year[0] if year else None, month, day, until=until)
    return Expression(n, year[1] if year else stop, "", moment)


def weekday_rule(r: Reader, n: int) -> Expression | None:
    """Monday; last Friday; Monday, March 10"""
    which = which_of(r, n)
    at = n + (which is not None)
    day = r.weekday(at)
    if day is None:
        return None
    stop = r.stopped(at)
    opened = r.text(stop) == "("
    for comma in (1, 0) if r.text(stop) == "," or opened else (0,):
        dated = next((e for rule in (day_month, month_day) if (e := rule(r, stop + comma))), None)
        if dated and dated.moment:
            closed = opened and r.text(dated.stop) == ")"
            moment = replace(dated.moment, weekday=day)
            return Expression(n, dated.stop + closed, "", moment)
    alone = which is None and r.parts[at].among(r.times.weekday_words)
    led = r.among(at - 1, r.times.between_parts | r.times.until | r.times.parts) or stop > at + 1
    if alone and (not led or (r.text(at) == "среде" and r.text(at - 1) == "в")):
        return None
    if not r.times.inflects and alone and stop == at + 1 and r.text(at) in ("sat", "sun", "mon", "wed", "fri"):
        return None
    return Expression(n, stop, "", Moment("day", weekday=day, which=None if which == "this" else which))


def named_day(r: Reader, n: int) -> Expression | None:
    """yesterday, today, the day before, накануне"""
    found = phrase_value(r.parts, n, r.times.days)
    if found is None:
        return None
    if r.text(n) == "the" and found[1] == 3 and r.text(n + 2) == "before":
        after = r.at(n + 3)
        if after is not None and after.is_word:
            return None  # the day before the vote
    stop = n + found[1]
    if r.times.inflects and r.parts[n].text == "накануне" and r.at(stop) is not None and r.parts[stop].case == "Gen":
        return None  # накануне выборов
    return Expression(n, stop, "", Moment("day", shift=found[0]))


def same_day(r: Reader, n: int) -> Expression | None:
    """earlier in the day, ранее в этот же день"""
    size = phrase_at(r.parts, n, r.times.same_day)
    return Expression(n, n + size, "", Moment("day", shift=0)) if size else None
