"""ISO prefixes (2025, 2025-03, 2025-03-14). In: a prefix; out: the days that it may mean, as day numbers."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from functools import lru_cache

from sayso.errors import RosterError

ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
# What others publish: a sign, months and days of 00 for unknown ones, a time of day.
WRITTEN = re.compile(rf"\+?({ISO.pattern})(?:[T ][\d:.,]*(?:Z|[+-][\d:]+)?)?", re.ASCII)


@lru_cache(maxsize=8192)
def days_of(prefix: str) -> tuple[int, int]:
    """The first and the last day (proleptic Gregorian ordinals) that a prefix may mean. Raises RosterError."""
    found = ISO.fullmatch(prefix)
    try:
        if found is None:
            raise ValueError
        year, month, day = found.groups()
        first = date(int(year), int(month or 1), int(day or 1))
        latest = int(month or 12)
        last = date(first.year, latest, int(day or monthrange(first.year, latest)[1]))
    except ValueError:
        raise RosterError(
            f"{prefix[:60]!r} is not a date. Give a year, a month or a day: 2025, 2025-03, 2025-03-14."
        ) from None
    return first.toordinal(), last.toordinal()


def cut_date(written: str) -> str:
    """The prefix in a date as others write it: ``+2014-05-00T00:00:00Z`` is 2014-05. Raises RosterError."""
    found = WRITTEN.fullmatch(written.strip())
    prefix = re.sub(r"(-00)+$", "", found[1]) if found else written
    days_of(prefix)
    return prefix
