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
    such a day names."""

    parts: Sequence[Atom]
    times: Sequence[Timed]
    day: str | None
    anchor: Anchor | None
    year: int | None

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
            if e.rule == FOLLOWING:
                value, anchor = self.followed(timed, moment), "text"
            elif e.rule == SAME_DAY and (told := self.day_told(timed)):
                value, anchor = told, "text"
            if value is None and day is None and self.year and moment.month and moment.year is None:
                value, anchor = resolve(replace(moment, year=self.year), None), "text"
        return When(
            span=timed.span, value=value, granularity=moment.unit, anchor=anchor if value else None, rule=e.rule
        )

    def day_told(self, timed: Timed) -> str | None:
        """*Earlier in the day*: the day that the text told last, where it did so shortly before."""
        at = bisect_left(self.times, timed.span.start, key=lambda t: t.span.start)
        for before in reversed(self.times[:at]):
            if timed.span.start - before.span.stop > SHORTLY:
                return None
            moment = before.expression.moment
            told = self.read(before, back=True).value if moment and moment.unit == "day" else None
            if told:
                return told
        return None

    def followed(self, timed: Timed, moment: Moment) -> str | None:
        """*The following year*: after the time that the text told last."""
        at = bisect_left(self.times, timed.span.start, key=lambda t: t.span.start)
        for before in reversed(self.times[max(0, at - 3) : at]):
            told = before.expression.moment and self.read(before, back=True).value
            if told:
                return resolve(replace(moment, which="next"), told)
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
    return Timeline(parts, times, day, anchor if day else None, years.pop() if len(years) == 1 and not day else None)


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
