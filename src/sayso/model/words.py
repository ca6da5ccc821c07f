"""Words as the model sees them. In: a text; out: word spans, each with its paragraph, and the small features that an
uncased vocabulary loses: the shape of the letters, the gap before the word, and whether it stands in a quotation.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from sayso.marks import find_quotations, paragraphs

WORD = re.compile(r"\w+|[^\w\s]")
# Of a "word" of 5 MB the model sees the head: no language has a longer one.
LONGEST_WORD = 64
SHAPES = ("punctuation", "lower", "title", "upper", "mixed", "digit", "other")
GAPS = ("none", "space", "paragraph")

Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text. ``start`` and ``stop`` are code points; ``paragraph`` numbers the paragraphs from 0;
    ``shape``, ``gap`` and ``quoted`` index SHAPES, GAPS and (outside, inside). All of one length."""

    text: str
    start: Ints
    stop: Ints
    paragraph: Ints
    shape: Ints
    gap: Ints
    quoted: Ints

    def __len__(self) -> int:
        return len(self.start)

    def word(self, i: int) -> str:
        """The word's first LONGEST_WORD characters, which are all of it but for hashes and the like."""
        return self.text[self.start[i] : min(self.stop[i], self.start[i] + LONGEST_WORD)]


def split_words(text: str) -> Words:
    """The words of a text, in order. Total: any string will do."""
    rows: list[tuple[int, int, int, int]] = []
    for number, paragraph in enumerate(paragraphs(text)):
        gap = 2
        last = paragraph.start
        for match in WORD.finditer(text, paragraph.start, paragraph.stop):
            if gap != 2:
                gap = int(match.start() > last)
            rows.append((match.start(), match.end(), number, gap))
            gap = 0
            last = match.end()
    table = np.array(rows, dtype=np.int64).reshape(-1, 4)
    starts, stops, paragraph_of, gaps = (np.ascontiguousarray(table[:, k]) for k in range(4))
    shape = np.array([shape_of(text[a:b]) for a, b in zip(starts, stops, strict=True)], dtype=np.int64)
    return Words(text, starts, stops, paragraph_of, shape, gaps, quoted_flags(text, starts))


def shape_of(word: str) -> int:
    """The index in SHAPES of a word."""
    if not (word[0].isalnum() or word[0] == "_"):
        return 0
    if word.isdigit():
        return 5
    if not word.isalpha():
        return 4 if any(c.isalpha() for c in word) else 6
    if word.islower():
        return 1
    if word.istitle():
        return 2
    return 3 if word.isupper() else 4


def quoted_flags(text: str, starts: Ints) -> Ints:
    """1 for each word that starts inside a quotation (marks themselves are outside), else 0."""
    flags = np.zeros(len(starts), dtype=np.int64)
    for quotation in find_quotations(text):
        low, high = np.searchsorted(starts, (quotation.inner.start, quotation.inner.stop))
        flags[low:high] = 1
    return flags
