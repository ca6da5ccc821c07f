"""What a language file holds about dates and times: one frozen Times of plain data. Words are folded; in a language
that inflects its nouns they are lemmas, and beside them the forms whose lemma the parser is unsure of."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from sayso.languages.phrases import Phrases
from sayso.records import Granularity


@dataclass(frozen=True, slots=True, eq=False)
class Times:
    """The words of dates and times; the examples are English. A unit is a Granularity."""

    inflects: bool  # whether words have classes and cases
    capitals: bool  # whether months and weekdays are written with a capital
    tense: Callable[[str], str]  # the tense that a verb's form tells: "past", "future" or ""
    infinitive: Callable[[str, str], bool]  # whether a form, with the one after it, is or opens an infinitive: to meet
    months: Mapping[str, int]  # january, jan: 1
    month_words: frozenset[str]  # may, march: months that are other words as often
    weekdays: Mapping[str, int]  # monday, mon: 0
    weekday_words: frozenset[str]  # sat, sun: weekdays that are other words as often
    short: frozenset[str]  # jan, mon: a stop may follow
    days: Phrases[int]  # yesterday: -1
    same_day: Phrases[bool]  # earlier in the day
    units: Mapping[str, Granularity]  # weeks: week
    hours: Mapping[str, int]  # hours, minutes: and how many seconds they have
    halves: Phrases[tuple[int, str]]  # half a year: 6 month
    seasons: Mapping[str, int]  # spring: the month it begins with
    quarter: frozenset[str]  # quarter: of a year
    half: frozenset[str]  # half: of a year
    ordinals: Mapping[str, int]  # first: 1
    ordinal_tails: frozenset[str]  # th, rd
    last: frozenset[str]  # last, past
    this: frozenset[str]  # this
    next: frozenset[str]  # next, coming
    following: frozenset[str]  # following: after the time that was told last
    following_day: frozenset[str]  # next: the same, of a day alone
    passed: frozenset[str]  # the past, the last: before a number of units, a period that ends now
    ago: frozenset[str]  # ago, earlier
    ahead_in: frozenset[str]  # in: in five days
    year: frozenset[str]  # year: after a year's number (Russian), before it (fiscal year)
    fiscal: frozenset[str]  # fiscal
    year_prepositions: frozenset[str]  # in, since, by: before a year alone
    decade_tails: frozenset[str]  # s: 1990s
    decades: frozenset[str]  # eighties
    century: frozenset[str]  # century
    tail_units: Mapping[str, str]  # day: a 30-day truce
    vague: frozenset[str]  # several, few: before a unit, a period of unknown length
    half_a: frozenset[str]  # and a half
    articles: frozenset[str]  # the, a
    of: frozenset[str]  # of: the end of March
    ends: frozenset[str]  # end, beginning: parts of a week, a month, a year
    parts: frozenset[str]  # early, late, end, morning: modify what follows or stands before
    parts_after: frozenset[str]  # morning, evening: after a day
    between_parts: frozenset[str]  # on, in, of, at: between a modifier and what it modifies
    clock: frozenset[str]  # am, pm, noon: a time of day
    zones: frozenset[str]  # gmt: after a time of day
    to: frozenset[str]  # to, and, through: within a range
    ahead: frozenset[str]  # will, due, plans: the sentence looks ahead
    perhaps: frozenset[str]  # could, asked, proposed: before a date that may lie ahead, and before an infinitive does
    until: frozenset[str]  # by, until: right before a date that lies ahead
    back: frozenset[str]  # said, was: looks back, and ends the reach of what looks ahead
    turns: frozenset[str]  # that, but: between a clause that looks ahead and one that does not
    of_this_year: Phrases[bool]  # this year: after a day and a month
