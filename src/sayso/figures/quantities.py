"""Quantities in a text. In: its atoms and the words of its language; out: every Quantity, in order: what it says, low
and high, how sure, of what."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import chain

from sayso.atoms import Atom
from sayso.figures.draft import Draft, Quantity, draft_at
from sayso.figures.readings import READINGS
from sayso.figures.refusals import REFUSALS
from sayso.languages.numbers import Numbers
from sayso.spans import Span


def find_quantities(text: str, parts: Sequence[Atom], numbers: Numbers, taken: Sequence[Span] = ()) -> list[Quantity]:
    """The quantities of a text's atoms, in order; none where a span of ``taken`` (dates) begins."""
    found: list[Quantity] = []
    dates = {at for span in taken for at in range(span.start, span.stop)}
    opening = openers(numbers)
    at = 0
    while at < len(parts):
        opens = (parts[at].digits or parts[at].among(opening)) and parts[at].start not in dates
        draft = draft_at(text, parts, at, numbers) if opens else None
        quantity = quantity_of(draft, numbers) if draft else None
        if quantity and not (found and quantity.start < found[-1].stop):
            found.append(quantity)
        at = max(at + 1, quantity.stop if quantity else draft.amount.stop if draft else 0)
    return found


@lru_cache(maxsize=8)
def openers(numbers: Numbers) -> frozenset[str]:
    """The words that may open a number."""
    tables = (numbers.cardinals, numbers.magnitudes, numbers.vague, numbers.fractions, numbers.each, numbers.articles)
    return frozenset(chain.from_iterable(tables))


def quantity_of(draft: Draft, numbers: Numbers) -> Quantity | None:
    """The quantity of a number, or None where it is none."""
    if any(refuses(draft) for _, refuses in REFUSALS):
        return None
    return next((q for _, reads in READINGS if (q := reads(draft))), None)
