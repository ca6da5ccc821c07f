"""What the words of a text name and refer to, as the mention head reads them. In: its scores, word by word; out: a
Sense, which answers for spans of the text: which names stand in it, what kind of thing a phrase refers to, how
readily one phrase refers to what another does.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from sayso.model.decode import Floats, best_labels, bio_steps, log_softmax, runs_of
from sayso.model.words import Ints, Words
from sayso.records import Mention, NameKind
from sayso.spans import Span

NAMES: tuple[NameKind, ...] = ("person", "organization", "place")
KINDS = ("none", "person", "organization", "place", "other")
NAME_STEPS = bio_steps(2 * len(NAMES) + 1)


@dataclass(frozen=True, slots=True)
class MentionScores:
    """Of each word: ``names`` (words, 7), ``kinds`` (words, 5), ``links`` (words, 2 n), its query and its key."""

    names: Floats
    kinds: Floats
    links: Floats


class Sense(Protocol):
    """What the words of a text name and refer to, whatever has read it."""

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """The names of the text, in order."""

    def kind(self, span: Span) -> dict[str, float]:
        """The chances of the kinds of thing that the last word of a span refers to: person, organization, place or
        other; empty where that is not told."""

    def heads(self, span: Span) -> float:
        """The chance that the last word of a span is the head of a phrase that refers to something; 0 where that is
        not told."""

    def link(self, anaphor: Span, antecedent: Span) -> float:
        """How readily a phrase refers to what an earlier one does, in log-odds."""


@dataclass(frozen=True, slots=True)
class EncoderSense:
    """The sense of a text that the encoder has read. ``mentions``: the names of the text; ``start`` and ``stop`` of its
    words; ``kinds`` the chance of each of KINDS that the word is the head of a phrase that refers to such a thing;
    ``links`` (words, 2 n); ``far`` what distance adds to a link, by the logarithm of the words between."""

    mentions: tuple[Mention, ...]
    start: Ints
    stop: Ints
    kinds: Floats
    links: Floats
    far: Floats

    def kind(self, span: Span) -> dict[str, float]:
        """The chances of the kinds of thing that the last word of a span refers to, person, organization, place or
        other, together 1; empty where the span holds no word."""
        word = self.last_word(span)
        if word is None:
            return {}
        chances = self.kinds[word, 1:] + 1e-6
        return dict(zip(KINDS[1:], (float(x) for x in chances / chances.sum()), strict=True))

    def heads(self, span: Span) -> float:
        """The chance that the last word of a span is the head of a phrase that refers to something."""
        word = self.last_word(span)
        return 0.0 if word is None else float(1 - self.kinds[word, 0])

    def link(self, anaphor: Span, antecedent: Span) -> float:
        """How readily a phrase refers to what an earlier one does, by their last words: log-odds against a thing not
        mentioned before; below 0 it rather does not."""
        a, b = self.last_word(anaphor), self.last_word(antecedent)
        if a is None or b is None:
            return 0.0
        query, key = self.links[a], self.links[b]
        half = len(query) // 2
        step = min(len(self.far) - 1, int(np.log2(max(1, a - b))))
        return float(query[:half] @ key[half:] / half**0.5 + self.far[step])

    def last_word(self, span: Span) -> int | None:
        """The number of the last word that begins in a span."""
        word = int(np.searchsorted(self.start, span.stop)) - 1
        return word if word >= 0 and self.start[word] >= span.start else None


def part_of(scores: MentionScores, words: range) -> MentionScores:
    """The scores of some words of a window that was read alone."""
    chosen = slice(words.start, words.stop)
    return MentionScores(scores.names[0, chosen], scores.kinds[0, chosen], scores.links[0, chosen])


def end_to_end(parts: Sequence[MentionScores]) -> MentionScores:
    """The scores of windows, one after another, as a text's."""
    if not parts:
        return MentionScores(*(np.zeros((0, width), dtype=np.float32) for width in (7, len(KINDS), 2)))
    return MentionScores(*(np.concatenate([getattr(p, n) for p in parts]) for n in ("names", "kinds", "links")))


def sense_of(words: Words, scores: MentionScores, far: Floats) -> EncoderSense:
    """The sense of a text."""
    names = log_softmax(scores.names)
    chances = np.exp(log_softmax(scores.kinds))
    mentions = []
    if len(words):
        best = best_labels(names[None], NAME_STEPS)[0]
        for number, kind in enumerate(NAMES):
            for a, b in runs_of(best, 2 * number + 1):
                sure = float(np.exp(names[a:b, 2 * number + 1 : 2 * number + 3]).sum(-1).mean())
                mentions.append(Mention(span=Span(int(words.start[a]), int(words.stop[b - 1])), kind=kind, score=sure))
    return EncoderSense(
        tuple(sorted(mentions, key=lambda m: m.span)), words.start, words.stop, chances, scores.links, far
    )


def joined(senses: Sequence[tuple[int, EncoderSense]], far: Floats) -> EncoderSense:
    """The sense of a document from those of its sections, each with where the section begins."""
    senses = [(at, s) for at, s in senses if len(s.start)] or list(senses[:1])  # a blank section has no word to join
    if len(senses) == 1 and senses[0][0] == 0:
        return senses[0][1]
    mentions = tuple(
        Mention(span=Span(m.span.start + at, m.span.stop + at), kind=m.kind, score=m.score)
        for at, sense in senses
        for m in sense.mentions
    )
    start, stop = (
        np.concatenate([np.zeros(0, dtype=np.int64), *(getattr(s, name) + at for at, s in senses)])
        for name in ("start", "stop")
    )
    kinds, links = (
        np.concatenate([np.zeros((0, width), dtype=np.float32), *(getattr(s, name) for _, s in senses)])
        for name, width in (("kinds", len(KINDS)), ("links", senses[0][1].links.shape[-1] if senses else 2))
    )
    return EncoderSense(mentions, start, stop, kinds, links, far)
