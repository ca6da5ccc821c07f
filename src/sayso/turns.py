"""Turns: what one person says without another's words between. In: a text's quotations; out: Turns, in order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.marks import Quotation
from sayso.spans import Span, Spans

REFERENCE = "reference"  # the rule by which those speak who are referred to: *со ссылкой на источники*
AROUND = "quotation around"  # the rule for a turn with the narrator's words within its marks


@dataclass(frozen=True, slots=True)
class Turn:
    """One quotation, or several that run over paragraphs. ``spans`` are the quotations' inner spans, in order;
    ``outer`` holds their marks."""

    spans: Spans
    outer: Span
    mark: str


def find_turns(text: str, quotations: Sequence[Quotation]) -> list[Turn]:
    """The outermost quotations as turns: one left open at its paragraph's end goes on where the next paragraph opens
    with a mark, or closes one that it never opened."""
    turns: list[Turn] = []
    running = False
    for q in (q for q in quotations if q.depth == 0):
        gap = text[turns[-1].outer.stop : q.outer.start] if turns else ""
        goes_on = running and gap.isspace() and "\n" in gap
        if goes_on:
            last = turns[-1]
            turns[-1] = Turn((*last.spans, q.inner), Span(last.outer.start, q.outer.stop), last.mark)
        else:
            turns.append(Turn((q.inner,), q.outer, q.mark))
        running = not q.closed and q.mark != "—"
    return turns
