"""The quotation-mark rival. In: a text; out: attributions, one for each cue that has quotations beside it.

Each quotation is a content. Its cue is the nearest verb of speech outside quotations in its paragraph, a verb of its
own sentence before others; its source the nearest capitalised run or pronoun beside the cue. Quotations with one cue
are one content. A quotation of few words without a verb of speech in its sentence is a title or a scare quote.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence, Set
from dataclasses import dataclass

from evaluation.phrases import NO_NAMES, PRONOUNS
from evaluation.sentences import Paragraph, Sentence, Token, split_text
from sayso import Attribution, Span
from sayso.languages.en import ENGLISH as READ_ENGLISH
from sayso.languages.en import NOUNS
from sayso.languages.ru import RUSSIAN as READ_RUSSIAN
from sayso.languages.ru_cues import RUSSIAN_CUES
from sayso.marks import Quotation

# Swept on PolNeAR train (100 articles): 1, 2, 3, 4 and 6 words give linked F1 .197, .199, .201, .202 and .194.
FEWEST_WORDS = 4
FURTHEST_SOURCE = 12  # tokens between a cue and its source


@dataclass(frozen=True, slots=True)
class Words:
    """What the rival knows of a language: ``verbs`` of speech by their ``key``, pronouns, and capitals that are no
    names."""

    verbs: frozenset[str]
    pronouns: Set[str]
    no_names: Set[str]
    key: Callable[[str], str] = str


ENGLISH = Words(READ_ENGLISH.speech - frozenset(NOUNS), PRONOUNS, NO_NAMES)
RUSSIAN = Words(
    RUSSIAN_CUES.speech,
    frozenset("он она они оно я мы вы ты который которая которые".split()),
    frozenset(
        "в во на с со по о об от к ко у за из до для при под над без и а но или что чтобы как если когда хотя это этот "
        "эта эти тот та те также однако между тем словам мнению ранее кроме того вместе".split()
    ),
    READ_RUSSIAN.key,
)


def by_quotation_marks(text: str, words: Words = ENGLISH) -> list[Attribution]:
    """What the rival finds in a text."""
    return [a for paragraph in split_text(text) for a in attributions_in(paragraph, words)]


def attributions_in(paragraph: Paragraph, words: Words) -> list[Attribution]:
    by_cue: dict[Token | None, list[Span]] = {}
    for quotation in paragraph.quotations:
        if is_long(paragraph, quotation) and (cue := nearest_cue(paragraph, quotation, words)):
            by_cue.setdefault(cue, []).append(quotation.inner)
    return [attribution(paragraph, cue, content, words) for cue, content in by_cue.items() if cue]


def is_long(paragraph: Paragraph, quotation: Quotation) -> bool:
    words = [t for s in paragraph.sentences for t in s if t.is_word and inside(t, quotation.inner)]
    return len(words) >= FEWEST_WORDS


def inside(token: Token, span: Span) -> bool:
    return span.start <= token.start and token.stop <= span.stop


def nearest_cue(paragraph: Paragraph, quotation: Quotation, words: Words) -> Token | None:
    """The verb of speech nearest to a quotation; one in the same sentence wins over any other."""
    candidates = [
        (not any(inside(t, quotation.outer) for t in sentence), distance(token, quotation.outer), token.start, token)
        for sentence in paragraph.sentences
        for token in sentence
        if not token.quoted and words.key(token.lower) in words.verbs
    ]
    return min(candidates)[-1] if candidates else None


def distance(token: Token, span: Span) -> int:
    return max(span.start - token.stop, token.start - span.stop, 0)


def attribution(paragraph: Paragraph, cue: Token, content: Sequence[Span], words: Words) -> Attribution:
    sentence = next(s for s in paragraph.sentences if cue in s)
    source = nearest_name(sentence, sentence.index(cue), words)
    spans = (Span(cue.start, cue.stop),)
    return Attribution(source=source, cue=spans, content=tuple(content), rule="quotation marks")


def nearest_name(sentence: Sentence, cue: int, words: Words) -> tuple[Span, ...]:
    """The capitalised run or pronoun nearest to the cue, on either side; none where there is none."""
    runs = [
        (cue - stop if stop <= cue else start - cue - 1, start, stop) for start, stop in names(sentence, cue, words)
    ]
    near = [run for run in runs if run[0] <= FURTHEST_SOURCE]
    if not near:
        return ()
    _, start, stop = min(near)
    return (Span(sentence[start].start, sentence[stop - 1].stop),)


def names(sentence: Sentence, cue: int, words: Words) -> list[tuple[int, int]]:
    """Runs of capitalised words outside quotations, and pronouns; a lone capital that opens the sentence only where
    the cue follows it."""
    found: list[tuple[int, int]] = []
    for at, token in enumerate(sentence):
        if token.quoted or not token.is_word or token.lower in words.no_names:
            continue
        if token.lower in words.pronouns:
            found.append((at, at + 1))
        elif token.is_capital and found and found[-1][1] == at and sentence[at - 1].is_capital:
            found[-1] = (found[-1][0], at + 1)  # the run goes on
        elif token.is_capital:
            found.append((at, at + 1))
    return [(a, b) for a, b in found if not (a == 0 and b == 1 and cue != 1)]
