"""Days, and stretches of them, as ISO prefixes. In: a Moment, which is what an expression says, and an anchor, the day
against which it is read; out: an ISO prefix that holds all of the time meant, or None.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from sayso.records import Granularity

Which = Literal["last", "this", "next"]
EARLIEST, LATEST = 1000, 2999
LENGTHS = {"season": 3, "quarter": 3, "half": 6}  # months
NEAR = 2  # months: so near ahead a date lies ahead where no verb tells (TimeBank: 1–4 tried)


@dataclass(frozen=True, slots=True)
class Moment:
    """What an expression of time says, before it is read against a day. Of ``year``, ``month`` and ``day`` those that
    are told; ``weekday`` (0 is Monday); ``shift`` so many ``unit`` away from the anchor; ``which`` of the units, or of
    the weekdays, it is; ``month`` is where a season, quarter or half begins, and ``day`` to ``until`` a range of days.
    ``ahead`` tells whether it lies ahead of the anchor, None where nothing tells."""

    unit: Granularity
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    shift: int | None = None
    which: Which | None = None
    until: int | None = None
    ahead: bool | None = None
    impossible: bool = False


def iso(year: int, month: int | None = None, day: int | None = None) -> str | None:
    """An ISO prefix; None where the year lies outside the calendar."""
    if not EARLIEST <= year <= LATEST:
        return None
    return f"{year:04}" + (f"-{month:02}" if month else "") + (f"-{day:02}" if month and day else "")


def parts_of(prefix: str) -> tuple[int, int | None, int | None]:
    """Year, month and day of an ISO prefix; None where it has none."""
    year, month, day = (*prefix.split("-"), None, None)[:3]
    return int(year or 0), int(month) if month else None, int(day) if day else None


def real_day(year: int, month: int, day: int) -> date | None:
    """The day, or None where there is no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def resolve(moment: Moment, anchor: str | None) -> str | None:
    """The time meant as an ISO prefix; None where it cannot be told."""
    if moment.impossible or (moment.unit in ("decade", "century")):
        return None
    if moment.weekday is not None and moment.day is None:
        return weekday(moment, anchor)
    if moment.shift is not None or moment.which is not None:
        return shifted(moment, anchor)
    if moment.unit == "weekend":
        return weekend(moment, anchor)
    if moment.month is None:
        return iso(moment.year) if moment.year else None
    if moment.year is None:
        return without_year(moment, anchor)
    if moment.unit in ("season", "quarter", "half"):
        return iso(moment.year)
    if moment.day is None:
        return iso(moment.year, moment.month)
    if real_day(moment.year, moment.month, moment.day) is None:
        return None
    if moment.until is not None:
        return iso(moment.year, moment.month) if real_day(moment.year, moment.month, moment.until) else None
    return iso(moment.year, moment.month, moment.day)


def day_of(anchor: str | None) -> date | None:
    """The anchor where it is a day."""
    year, month, day = parts_of(anchor) if anchor else (0, None, None)
    return real_day(year, month, day) if month and day else None


def weekday(moment: Moment, anchor: str | None) -> str | None:
    """The most recent such day, the anchor's own counting; ahead, the next one."""
    today = day_of(anchor)
    if today is None or moment.weekday is None:
        return None
    back = (today.weekday() - moment.weekday) % 7
    n = -(back or (7 if moment.which == "last" else 0))
    if moment.which == "next" or (moment.which is None and moment.ahead):
        n = (-back % 7) or (7 if moment.which == "next" else 0)
    found = plus_days(today, n)
    return found.isoformat() if found else None


def weekend(moment: Moment, anchor: str | None) -> str | None:
    """The weekend past, or ahead."""
    today = day_of(anchor)
    if today is None:
        return None
    n = 5 - today.weekday()
    if moment.which == "next":
        n += 7
    elif moment.which == "last" or (moment.which is None and not moment.ahead and today.weekday() < 5):
        n -= 7
    return common(plus_days(today, n), plus_days(today, n + 1))


def without_year(moment: Moment, anchor: str | None) -> str | None:
    """A month, or a day of a month: the nearest not after the anchor; ahead, not before it."""
    if not anchor or moment.month is None:
        return None
    year, month, day = parts_of(anchor)
    if month is None:
        return None
    step = 1 if moment.ahead else -1
    if moment.unit in LENGTHS:
        over = moment.month + LENGTHS[moment.unit] <= month
        return iso(year + (over if step > 0 else -(moment.month > month)))
    months = (moment.month - month) % 12
    soon = 0 < months <= NEAR or (months == 0 and day is not None and (moment.day or 0) > day)
    if moment.ahead is None and soon:
        step = 1
    own = (moment.month, (moment.day or 0) if day else 0)
    here = (month, (day if moment.day else 0) or 0)
    late = own < here if step > 0 else own > here
    first = year + (step if late else 0)
    for n in range(9 if 29 in (moment.day, moment.until) else 1):
        found = resolve(replace(moment, year=first + n * step), anchor)
        if found:
            return found
    return None


def shifted(moment: Moment, anchor: str | None) -> str | None:
    """So many units away from the anchor, or the last, this or next of them."""
    if not anchor:
        return None
    n = moment.shift if moment.shift is not None else {"last": -1, "this": 0, "next": 1}[moment.which or "this"]
    year, month, _ = parts_of(anchor)
    today = day_of(anchor)
    if moment.unit == "weekend" and moment.shift is None:
        return weekend(moment, anchor)
    if moment.unit in ("day", "week", "weekend"):
        if today is None or abs(n) > 40_000:
            return None
        if moment.unit == "day":
            found = plus_days(today, n)
            return found.isoformat() if found else None
        first, days = (5, 1) if moment.unit == "weekend" else (0, 6)
        begins = 7 * n - today.weekday() + first
        return common(plus_days(today, begins), plus_days(today, begins + days))
    if moment.unit == "month":
        if month is None:
            return None
        months = year * 12 + month - 1 + n
        return iso(months // 12, months % 12 + 1)
    if moment.unit == "quarter":
        return iso((year * 4 + (month - 1) // 3 + n) // 4) if month else None
    if moment.unit == "season" and moment.month and moment.which:
        return season(moment.month, moment.which, year, month)
    return iso(year + n * (10 if moment.unit == "decade" else 1))


def season(begins: int, which: Which, year: int, month: int | None) -> str | None:
    """*Last summer*: the last one that is over or was that of the year before."""
    if which == "this":
        return iso(year)
    if which == "next":
        return iso(year + (month is not None and month >= begins))
    return iso(year - (month is None or month < begins + 3))


def plus_days(day: date, n: int) -> date | None:
    try:
        return day + timedelta(n)
    except OverflowError:
        return None


def common(first: date | None, last: date | None) -> str | None:
    """The longest prefix that holds both days; None where a day lies outside the calendar."""
    if first is None or last is None or first.year != last.year:
        return None
    return iso(first.year, first.month) if first.month == last.month else iso(first.year)
