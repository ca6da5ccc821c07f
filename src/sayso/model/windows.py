"""Reading windows. In: how many pieces each word has and which paragraph it is in; out: windows that end at paragraph
edges where they can, each with a core that it answers for and some context on both sides. The cores part the text.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from sayso.model.words import Ints


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of words, ``start`` to ``stop``, that is read at once; ``core_start`` to ``core_stop`` is the part
    that this window answers for. Word numbers, end exclusive."""

    start: int
    stop: int
    core_start: int
    core_stop: int


def plan_windows(edge: Ints, paragraph: Ints, core: int, context: int) -> list[Window]:
    """Windows over words whose pieces begin at ``edge`` (words + 1,): cores of about ``core`` pieces at most, evenly
    filled, and up to ``context`` pieces on each side. Only a word of more than ``core`` pieces makes a longer one."""
    if len(edge) < 2:
        return []
    cuts = core_cuts(edge, paragraph, core)
    windows = []
    for core_start, core_stop in pairwise(cuts):
        start = int(np.searchsorted(edge, edge[core_start] - context))
        stop = int(np.searchsorted(edge, edge[core_stop] + context, side="right")) - 1
        windows.append(Window(min(start, core_start), max(stop, core_stop), core_start, core_stop))
    return windows


def core_cuts(edge: Ints, paragraph: Ints, core: int) -> list[int]:
    """Word numbers at which the cores begin and end: at the paragraph edge nearest before the even share is full, or
    in the middle of a paragraph that is longer than a core."""
    total, last = int(edge[-1]), len(edge) - 1
    share = -(-total // -(-total // core))
    breaks = np.concatenate((np.flatnonzero(np.diff(paragraph)) + 1, [last]))
    cuts = [0]
    while cuts[-1] < last:
        at = cuts[-1]
        furthest = max(at + 1, int(np.searchsorted(edge, edge[at] + core, side="right")) - 1)
        wanted = edge[at] + share
        choices = breaks[(breaks > at) & (breaks <= furthest)]
        if len(choices):
            cuts.append(int(choices[np.argmin(np.abs(edge[choices] - wanted))]))
        else:
            cuts.append(furthest)
    return cuts
