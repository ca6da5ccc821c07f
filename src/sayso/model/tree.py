"""A parsed text. In: what a parser says of each word; out: a Tree, which answers for phrases: what depends on a word,
how far the phrase of a word reaches. Words are told by their numbers; a Tree never changes.

Relations and features are Universal Dependencies'.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from sayso.records import Mention
from sayso.spans import Span
from sayso.text import Token


@dataclass(frozen=True, slots=True)
class Sentence:
    """The numbers of a sentence's words: from ``first`` up to ``stop``, not included."""

    first: int
    stop: int


@dataclass(frozen=True)
class Tree:
    """``heads`` hold the number of the word that each depends on, -1 for a sentence's root, in no circle; ``rels`` the
    relation, ``forms`` a verb's form (Fin, Inf, Part, Conv; "" for what is no verb), ``persons`` and ``voices`` its
    features."""

    text: str
    words: tuple[Token, ...]
    heads: tuple[int, ...]
    rels: tuple[str, ...]
    forms: tuple[str, ...]
    persons: tuple[str, ...]
    voices: tuple[str, ...]
    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...] = ()

    @cached_property
    def children(self) -> tuple[tuple[int, ...], ...]:
        """The numbers of the words that depend on each, in order."""
        found: list[list[int]] = [[] for _ in self.words]
        for number, head in enumerate(self.heads):
            if head >= 0:
                found[head].append(number)
        return tuple(tuple(numbers) for numbers in found)

    @cached_property
    def sentence_numbers(self) -> tuple[int, ...]:
        """The number of each word's sentence."""
        return tuple(n for n, s in enumerate(self.sentences) for _ in range(s.first, s.stop))

    def sentence(self, word: int) -> Sentence:
        """The sentence that a word stands in."""
        return self.sentences[self.sentence_numbers[word]]

    def number_at(self, offset: int) -> int:
        """The number of the first word that begins at or after an offset."""
        return bisect_left(self.words, (offset,))

    def child(self, word: int, *rels: str) -> int | None:
        """The first word that depends on one by one of these relations (``nsubj`` stands for ``nsubj:pass`` as well
        only where it is named)."""
        return next((c for c in self.children[word] if self.rels[c] in rels), None)

    def below(self, word: int) -> Iterator[int]:
        """A word and all that depends on it, in no order."""
        left = [word]
        while left:
            one = left.pop()
            yield one
            left += self.children[one]

    def reach(self, word: int, leave: Sequence[int] = ()) -> tuple[int, int]:
        """The first and the last word of the unbroken stretch round a word that depends on it; what depends on the
        words of ``leave`` is no part of it."""
        gone = {n for one in leave for n in self.below(one)}
        inside = set(self.below(word)) - gone
        first = last = word
        while first - 1 in inside:
            first -= 1
        while last + 1 in inside:
            last += 1
        return first, last

    def span(self, first: int, last: int) -> Span:
        """The stretch of the text from one word to another, both included."""
        return Span(self.words[first].start, self.words[last].stop)
