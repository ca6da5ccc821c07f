"""What the head of a source refers to, and the source as the article words it. In: a Stage; out: a kind, words."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from sayso.languages.speakers import Speakers
from sayso.morphology import nominative, uncapped
from sayso.records import SpeakerKind
from sayso.spans import Span, cut
from sayso.speakers.phrase import Phrase
from sayso.speakers.stage import Stage
from sayso.text import Token, paired, spaced

# The model's word on what an unknown noun refers to counts from here.
SURE = 0.5
# What it is sure to be no person, body or place is a document: for what else would it speak?
OTHER = 0.8


def folded(stage: Stage, words: Sequence[Token]) -> list[str]:
    """Words folded, abbreviated titles written out."""
    return [stage.speakers.abbreviations.get(t.word, t.word) for t in words]


def head_kind(stage: Stage) -> SpeakerKind | None:
    """What the head of the source refers to: by the language's nouns, and for others by the model."""
    phrase, speakers = stage.phrase, stage.speakers
    if phrase is None or phrase.head is None:
        return None
    word = folded(stage, [phrase.head])[0]
    single = word[:-1] if phrase.plural and word.endswith("s") else word
    single = single[:-2] + "y" if single.endswith("ie") else single
    if word in speakers.group:
        return "group"
    for kind, nouns in listed(speakers):
        if word in nouns or single in nouns or single.rsplit("-", 1)[-1] in nouns:
            return kind
    chances = stage.sense.kind(phrase.head.span)
    for kind, _ in listed(speakers):
        if chances.get(kind, 0.0) >= SURE:
            return kind
    return "document" if chances.get("other", 0.0) >= OTHER else None


def listed(speakers: Speakers) -> tuple[tuple[SpeakerKind, frozenset[str]], ...]:
    """The kinds of thing that the language lists nouns for."""
    return ("person", speakers.person), ("document", speakers.document), ("organization", speakers.organization)


def description(stage: Stage, phrase: Phrase) -> tuple[str, Span]:
    """A source as the article words it, up to an apposition or a relative clause, and where that stands."""
    last = phrase.words[-1].stop
    for before, token in pairwise(phrase.words):
        apposes = token.text in (",", "(") and token.start >= phrase.core[-1].stop and not is_list(phrase, token, stage)
        if apposes or token.word in stage.speakers.relative:
            last = before.stop
            break
    text, span = stage.scene.text, paired(stage.scene.text, Span(phrase.words[0].start, last))
    if not stage.scene.language.inflects:
        return spaced(cut(text, span)), span
    told = nominative([t for t in phrase.words if t.start < last], text)
    return uncapped(phrase.words, told + spaced(text[last : span.stop])), span


def is_list(phrase: Phrase, comma: Token, stage: Stage) -> bool:
    """Whether a comma parts the members of a list (*мэры Севска, Лужска и Тарнова*), and opens no apposition: nouns of
    one case stand on either side, and an *and* follows."""
    if not stage.speakers.head_first or comma.text != ",":
        return False
    at = phrase.words.index(comma)
    before, after = phrase.words[at - 1], phrase.words[at + 1 : at + 2]
    joins = any(t.word in stage.speakers.conjunctions for t in phrase.words[at:])
    return joins and bool(after) and after[0].case == before.case and after[0].pos == before.pos


def hidden(stage: Stage, phrase: Phrase) -> bool:
    """Whether the source hides who it is: one who asks not to be named, a source, people familiar with the matter."""
    words = {t.word for t in phrase.words}
    return bool(words & stage.speakers.hidden) or bool(set(folded(stage, phrase.core[-1:])) & stage.speakers.sources)


def without_article(stage: Stage, text: str) -> str:
    first, _, rest = text.partition(" ")
    return rest if rest and first.casefold() in stage.speakers.articles else text
