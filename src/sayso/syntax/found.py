"""What a rule finds: who, by which words, what; and the attribution that it makes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.records import Attribution
from sayso.spans import Spans, join
from sayso.syntax.extents import Stretch
from sayso.syntax.ground import Ground
from sayso.syntax.sources import source_of

# Between a verb and the noun that makes one cue with it there are no more words than this.
CLOSE = 3


@dataclass(frozen=True, slots=True)
class Found:
    """``source`` is None where nobody is named; ``cue`` are the numbers of the words that attribute; ``content`` are
    spans of the text."""

    source: Stretch | None
    cue: tuple[int, ...]
    content: Spans
    rule: str


def made(ground: Ground, verb: int, rule: str, stretches: Sequence[Stretch], *more: int | None) -> Found | None:
    """What a rule finds for a verb, whose subject is looked up; ``more`` are further words of the cue. None where the
    content is empty."""
    spans = tuple(ground.span(a, b) for a, b in stretches if a <= b)
    inside = {n for a, b in stretches for n in range(a, b + 1)}
    further = [n for n in more if n is not None and n not in inside]
    return Found(source_of(ground, verb), cue_words(ground, verb, *further), spans, rule) if spans else None


def attribution_of(ground: Ground, found: Found) -> Attribution:
    """What was found in spans of the text."""
    text = ground.tree.text
    cue = join(text, [ground.tree.words[n].span for n in found.cue])
    source = (ground.span(*found.source),) if found.source else ()
    return Attribution(source=source, cue=cue, content=join(text, found.content), rule=found.rule)


def cue_words(ground: Ground, verb: int, *more: int) -> tuple[int, ...]:
    """A verb with the auxiliaries and the negation right before it, and further words; what stands between a verb and
    its noun goes with them."""
    numbers = [verb]
    while numbers[0] - 1 >= 0 and is_auxiliary(ground, numbers[0] - 1, verb):
        numbers.insert(0, numbers[0] - 1)
    for n in more:
        between = range(verb + 1, n)
        plain = all(ground.tree.words[k].pos in ("ADP", "ADJ", "DET", "NOUN") for k in between)
        numbers += [*between, n] if 0 < n - verb <= CLOSE and plain else [n]
    return tuple(sorted(set(numbers)))


def is_auxiliary(ground: Ground, word: int, verb: int) -> bool:
    """Whether a word before a verb is part of it: *не*, *будет*, *был*."""
    t = ground.tree.words[word]
    return t.word in ground.cues.negation or (t.pos == "AUX" and ground.tree.heads[word] == verb)
