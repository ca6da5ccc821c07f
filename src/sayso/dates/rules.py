"""The rules that find expressions of time, in order: of those that hold at an atom the one that reaches furthest is
taken, the first of equals."""

from __future__ import annotations

from collections.abc import Callable

from sayso.dates.days import day_month, dotted_day, iso_day, month_day, named_day, same_day, weekday_rule
from sayso.dates.lengths import ago, ahead_in, period, period_glued, period_vague
from sayso.dates.reader import Expression, Reader
from sayso.dates.stretches import (
    century,
    decade,
    following_unit,
    month_alone,
    part_of_year,
    weekend_alone,
    which_unit,
    year_alone,
)

RULES: tuple[tuple[str, Callable[[Reader, int], Expression | None]], ...] = (
    ("ISO day", iso_day),
    ("day in digits", dotted_day),
    ("day and month", day_month),
    ("month and day", month_day),
    ("weekday", weekday_rule),
    ("month", month_alone),
    ("year", year_alone),
    ("decade", decade),
    ("century", century),
    ("part of a year", part_of_year),
    ("same day", same_day),
    ("named day", named_day),
    ("following", following_unit),
    ("this or that unit", which_unit),
    ("weekend", weekend_alone),
    ("so long ago", ago),
    ("so far ahead", ahead_in),
    ("period", period),
    ("glued period", period_glued),
    ("vague period", period_vague),
)
