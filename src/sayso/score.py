"""The quality figures that training prints, the same that the gate and the report have from the shared scorer: a test
holds the two to each other. In: gold and predicted attributions; out: for each figure precision, recall and F1, counted
in words (``\\w+``), so that marks and white space do not matter.

``source``, ``cue``, ``content``: words that carry the role. ``source=`` …: spans of the role with the same words.
``linked``: attributions paired one to one, best overlap first, with contents that meet with Dice >= 0.8 and sources
with Dice >= 0.5 (or none on both sides). ``exact``: the same with both equal word by word.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

WORD = re.compile(r"\w+")
ROLES = ("source", "cue", "content")
LEVELS = {"linked": (0.8, 0.5), "exact": (1.0, 1.0)}
Offsets = Sequence[Sequence[int]]
Roles = Mapping[str, Offsets]
WordSet = frozenset[int]


@dataclass(frozen=True, slots=True)
class Count:
    """How many are right, predicted and gold."""

    right: int = 0
    predicted: int = 0
    gold: int = 0

    def __add__(self, other: Count) -> Count:
        return Count(self.right + other.right, self.predicted + other.predicted, self.gold + other.gold)

    @property
    def precision(self) -> float:
        return self.right / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        total = self.predicted + self.gold
        return 2 * self.right / total if total else 0.0


def score_attributions(articles: Iterable[tuple[str, Sequence[Roles], Sequence[Roles]]]) -> dict[str, Count]:
    """The figures over (text, gold, predicted) triples; offsets in code points, end exclusive."""
    names = (*ROLES, *(f"{role}=" for role in ROLES), *LEVELS)
    totals = dict.fromkeys(names, Count())
    for text, gold, predicted in articles:
        for name, count in score_article(text, gold, predicted).items():
            totals[name] += count
    return totals


def score_article(text: str, gold: Sequence[Roles], predicted: Sequence[Roles]) -> dict[str, Count]:
    """The counts of one article."""
    words = [m.span() for m in WORD.finditer(text)]
    starts = [start for start, _ in words]
    sides = [[{r: word_set(a.get(r) or (), words, starts) for r in ROLES} for a in side] for side in (gold, predicted)]
    counts = {}
    for role in ROLES:
        spans = [{word_set([s], words, starts) for a in side for s in a.get(role) or ()} for side in (gold, predicted)]
        counts[f"{role}="] = agree(*(s - {frozenset()} for s in spans))
    real = [[a for a in side if a["content"]] for side in sides]
    for role in ROLES:
        counts[role] = agree(*(set().union(*(a[role] for a in side)) for side in real))
    for name, (content, source) in LEVELS.items():
        counts[name] = Count(pair_count(real[0], real[1], content, source), len(real[1]), len(real[0]))
    return counts


def agree(gold: set[Any], predicted: set[Any]) -> Count:
    return Count(len(gold & predicted), len(predicted), len(gold))


def word_set(spans: Offsets, words: Sequence[tuple[int, int]], starts: Sequence[int]) -> WordSet:
    """The numbers of the words that lie in any of the spans by more than half."""
    inside = set()
    for start, stop in spans:
        at = max(0, bisect_left(starts, start) - 1)
        while at < len(words) and words[at][0] < stop:
            low, high = words[at]
            if 2 * (min(stop, high) - max(start, low)) > high - low:
                inside.add(at)
            at += 1
    return frozenset(inside)


def dice(a: WordSet, b: WordSet) -> float:
    """2 |a ∩ b| / (|a| + |b|); 1 for two empty sets."""
    return 2 * len(a & b) / (len(a) + len(b)) if a or b else 1.0


def pair_count(
    gold: Sequence[Mapping[str, WordSet]], predicted: Sequence[Mapping[str, WordSet]], content: float, source: float
) -> int:
    """How many pairs, one to one and the best overlap first, meet with at least these Dice values."""
    candidates = sorted(
        (
            (dice(g["content"], p["content"]), dice(g["source"], p["source"]), i, j)
            for i, g in enumerate(gold)
            for j, p in enumerate(predicted)
            if g["content"] & p["content"]
        ),
        reverse=True,
    )
    left, right = set(), set()
    for content_dice, source_dice, i, j in candidates:
        if content_dice >= content and source_dice >= source and i not in left and j not in right:
            left.add(i)
            right.add(j)
    return len(left)
