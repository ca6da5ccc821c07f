"""Who gets how much of the words. In: rows with a name and a number of words; out: Shares, the largest first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import msgspec

TOP = 6
OTHERS = "others"


class Share(msgspec.Struct, frozen=True):
    """A name with its words, and its part of all from 0 to 1; ``start`` is the sum of the parts before it."""

    name: str
    words: int
    part: float
    start: float


def shares(rows: Iterable[tuple[str, int]], top: int = TOP) -> tuple[Share, ...]:
    """The shares of names; those beyond the largest are together as others."""
    totals: Counter[str] = Counter()
    for name, words in rows:
        totals[name] += words
    whole = sum(totals.values()) or 1
    named = totals.most_common(top)
    if rest := sum(totals.values()) - sum(words for _, words in named):
        named.append((OTHERS, rest))
    made, start = [], 0.0
    for name, words in named:
        made.append(Share(name, words, words / whole, start))
        start += words / whole
    return tuple(made)
