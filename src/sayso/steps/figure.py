"""The figuring step. In: a document's statements and timeline; out: the statements with the quantities that their
contents claim."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from fractions import Fraction

import msgspec

from sayso.dates.timeline import Timeline
from sayso.figures.draft import Quantity
from sayso.figures.quantities import find_quantities
from sayso.languages import Language
from sayso.records import Figure, Statement
from sayso.spans import Span, cut, holds
from sayso.text import spaced

EXACT = 2**53  # whole numbers beyond it are written as floating-point numbers


def figure(statements: Sequence[Statement], text: str, timeline: Timeline, language: Language) -> tuple[Statement, ...]:
    """The statements with their figures."""
    dates = [t.span for t in timeline.times if t.expression.moment]
    found = find_quantities(text, timeline.parts, language.numbers, dates)
    return tuple(msgspec.structs.replace(s, figures=figures_in(s, text, found)) for s in statements)


def figures_in(statement: Statement, text: str, found: Sequence[Quantity]) -> tuple[Figure, ...]:
    """The quantities that lie within a content, each once."""
    inside: dict[Span, Figure] = {}
    for span in statement.content:
        low, high = (bisect_left(found, at, key=lambda q: q.span.start) for at in (span.start, span.stop))
        for quantity in found[low:high]:
            where = quantity.span
            if where.stop == span.stop + 1 and text[span.stop] == ".":
                where = Span(where.start, span.stop)  # an abbreviation's stop that is the sentence's as well
            if holds(span, where):
                inside[where] = figure_of(quantity, text, where)
    return tuple(inside.values())


def figure_of(q: Quantity, text: str, span: Span) -> Figure:
    return Figure(
        text=spaced(cut(text, span)), span=span, low=number(q.low), high=number(q.high), unit=q.unit,
        currency=q.currency, counted=spaced(cut(text, q.counted)) if q.counted else None, sure=q.sure,
        approx=q.sure in ("about", "nearly"), rule=q.rule,
    )  # fmt: skip


def number(value: Fraction | None) -> int | float | None:
    """A number as JSON has it."""
    if value is None:
        return None
    return int(value) if value.denominator == 1 and abs(value) < EXACT else float(value)
