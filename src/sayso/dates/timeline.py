"""A document's times. In: its text, tokens and day of publication; out: its Timeline: every expression of time with its
span, and the day against which the article's own words are read: its dateline's, or that of publication.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from sayso.atoms import Atom, atoms
from sayso.dates.calendar import Moment, parts_of, resolve
from sayso.dates.expressions import find_expressions
from sayso.dates.reader import Expression
from sayso.languages import Language
from sayso.records import Anchor, When
from sayso.spans import Span
from sayso.text import Token

OPENING = 160  # characters in which a dateline ends
FOLLOWING = "following"
SAME_DAY = "same day"
SHORTLY = 600  # characters between a day and *earlier in the day*


@dataclass(frozen=True, slots=True)
class Timed:
    """An expression and its span."""

    span: Span
    expression: Expression


@dataclass(frozen=True, slots=True)
class Timeline:
    """``parts`` are the text's atoms, ``times`` its expressions, both in order; ``day`` the day the article's words are
    read against, an ISO prefix, and ``anchor`` where that comes from; ``year`` the only year that an article without
    such a day names; ``told`` what each expression says by itself."""

    parts: Sequence[Atom]
    times: Sequence[Timed]
    day: str | None
    anchor: Anchor | None
    year: int | None
    told: Sequence[str | None]

    def within(self, span: Span) -> Sequence[Timed]:
        """The expressions that begin in a span."""
        low, high = (bisect_left(self.times, at, key=lambda t: t.span.start) for at in (span.start, span.stop))
        return self.times[low:high]

    def times_at(self, offset: int) -> Sequence[Timed]:
        """The expression that begins at an offset, if any."""
        return self.within(Span(offset, offset + 1))

    def number_at(self, offset: int) -> int:
        """The number of the first atom that begins at or after an offset."""
        return bisect_left(self.parts, offset, key=lambda a: a.start)

    def read(self, timed: Timed, uttered: str | None = None, *, back: bool = False) -> When:
        """What an expression tells: read against the day on which it was uttered where that is known, else against the
        article's; ``back`` reads it as past whatever the verbs say."""
        e, moment = timed.expression, timed.expression.moment
        if moment is None:
            return When(span=timed.span, period=e.period, rule=e.rule)
        moment = replace(moment, ahead=False) if back else moment
        absolute = resolve(moment, None)
        anchor: Anchor | None = None
        value = absolute
        if absolute is None:
            day, anchor = (uttered, "utterance") if uttered else (self.day, self.anchor)
            value = resolve(moment, day)
            told = self.told[self.index(timed)] if e.rule in (FOLLOWING, SAME_DAY) else None
            if e.rule == FOLLOWING or told:
                value, anchor = told, "text"
            if value is None and day is None:
                value, anchor = in_year(moment, self.year), "text"
        return When(
            span=timed.span, value=value, granularity=moment.unit, anchor=anchor if value else None, rule=e.rule
        )

    def index(self, timed: Timed) -> int:
        """The number of an expression among the times."""
        return bisect_left(self.times, timed.span.start, key=lambda t: t.span.start)


def in_year(moment: Moment, year: int | None) -> str | None:
    """A moment that names a month and no year, in the only year that the article names."""
    return resolve(replace(moment, year=year), None) if year and moment.month and moment.year is None else None


def tell(times: Sequence[Timed], day: str | None, year: int | None) -> list[str | None]:
    """What each expression says by itself, read as past, from the first on: so *the following year* and *earlier in the
    day* are read against what the text told last."""
    told: list[str | None] = []
    for n, timed in enumerate(times):
        moment = timed.expression.moment
        value = (resolve(replace(moment, ahead=False), day) or in_year(moment, year)) if moment else None
        if moment and timed.expression.rule == FOLLOWING:
            last = next((told[k] for k in range(n - 1, max(-1, n - 4), -1) if told[k]), None)
            value = resolve(replace(moment, which="next"), last) if last else None
        elif timed.expression.rule == SAME_DAY:
            value = day_told(times, told, n) or value
        told.append(value)
    return told


def day_told(times: Sequence[Timed], told: Sequence[str | None], n: int) -> str | None:
    """The day that the text told last before an expression, where it did so shortly before."""
    for k in range(n - 1, -1, -1):
        if times[n].span.start - times[k].span.stop > SHORTLY:
            return None
        moment, value = times[k].expression.moment, told[k]
        if value and len(value) == len("2025-03-14") and moment and moment.unit == "day":
            return value
    return None


def timeline(text: str, words: Sequence[Token], language: Language, published: str | None) -> Timeline:
    """The timeline of a text; ``words`` are its tokens."""
    parts = atoms(text, words, language.numbers.decimal, language.numbers.cardinals, language.numbers.signs)
    found = find_expressions(parts, language.times, language.numbers)
    times = [Timed(Span(parts[e.start].start, parts[e.stop - 1].stop), e) for e in found]
    anchor: Anchor = "dateline"
    day = day_of_dateline(text, times, published)
    if day is None:
        day, anchor = published, "publication"
    years = {e.moment.year for e in found if e.moment and e.moment.year and e.moment.year >= 1900}
    year = years.pop() if len(years) == 1 and not day else None
    return Timeline(parts, times, day, anchor if day else None, year, tell(times, day, year))


def day_of_dateline(text: str, times: Sequence[Timed], published: str | None) -> str | None:
    """The day in a dateline: *LISBON, March 14 (Norda) –*, *ЛИССАБОН, 14 марта. /Норда/*, *Friday, March 14, 2025* on a
    line of its own; not one that lies after publication or more than a week before it."""
    first = next((t for t in times if t.span.stop <= OPENING and t.expression.moment), None)
    if first is None or first.expression.moment is None or first.expression.moment.unit != "day":
        return None
    if not leads(text, first.span):
        return None
    value = resolve(replace(first.expression.moment, ahead=False), published)
    if value is None or len(value) < 10:
        return None
    return value if published is None or near(value, published) else None


def leads(text: str, span: Span) -> bool:
    """Whether a date stands where a dateline has it: at the head of a line, after a place alone, before a mark."""
    head = max(text.rfind("\n", 0, span.start), -1) + 1
    before, after = text[head : span.start].strip(), text[span.stop : span.stop + 40].lstrip()
    if not before and (not after or text[span.stop : span.stop + 3].lstrip(" .")[:1] in ("\n", "")):
        return True
    place = before.rstrip(",.—–- ")
    marked = after[:1] in "(/—–-.:" and after[:1] != ""
    few = len(place.split()) <= 3 and place[:1].isupper() and before[-1:] in ",.—–-"
    return marked and (few or not before)


def near(day: str, published: str) -> bool:
    """Whether a dateline's day fits the day of publication: the same, or up to a week before."""
    if len(published) < 10:
        return day.startswith(published)
    gap = (date(*(int(p or 1) for p in parts_of(published))) - date(*(int(p or 1) for p in parts_of(day)))).days
    return 0 <= gap <= 7
