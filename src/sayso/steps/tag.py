"""The tagging step. In: documents; out: for each its attributions, as spans of its text, in order of their cues, and
the sense of its words.

``tag`` reads each document once. ``tag_within`` reads each content that may hold an attribution of its own as a text by
itself, which finds what is nested in it (the corpus that the model learned from annotates one layer only).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.languages import LANGUAGES
from sayso.model.pack import Pack
from sayso.model.pieces import split_pieces
from sayso.model.sense import EncoderSense, MentionScores, sense_of
from sayso.model.tagger import Found, run_spans, tag_words
from sayso.model.words import WORD, Words, split_words
from sayso.records import Attribution, Document
from sayso.spans import Span, cut, meets, reading_order, shifted

# A content of fewer words has no room for a source, a cue and a content.
FEWEST_WORDS = 6
# Swept on gold/dev English; see docs/model.md.
LEAST_NESTED_SCORE = 0.85
DEEPEST = 2


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a document that is read as a text of its own."""

    document: int
    span: Span


def tag(documents: Sequence[Document], pack: Pack) -> list[tuple[list[Attribution], EncoderSense]]:
    """The outermost attributions of each document, in the order of the text, and what its words name and refer to.
    Source and cue may be empty."""
    whole = [Stretch(n, Span(0, len(d.text))) for n, d in enumerate(documents)]
    return [
        (in_order(found), sense_of(words, mentions, pack.far))
        for _, words, found, mentions in read_stretches(documents, whole, pack, "model")
    ]


def tag_within(
    documents: Sequence[Document], found: Sequence[Sequence[Attribution]], pack: Pack
) -> list[list[Attribution]]:
    """The attributions of each document together with those that its contents hold, and theirs, in the order of the
    text."""
    everything = [list(attributions) for attributions in found]
    fresh = [(n, a) for n, attributions in enumerate(found) for a in attributions]
    for _ in range(DEEPEST):
        stretches = dict.fromkeys(Stretch(n, s) for n, a in fresh for s in a.content if may_attribute(documents[n], s))
        fresh = []
        read = read_stretches(documents, list(stretches), pack, "nested", LEAST_NESTED_SCORE)
        for stretch, inner in ((stretch, inner) for stretch, _, found, _ in read for inner in found):
            if is_nested(documents[stretch.document], inner, stretch.span, everything[stretch.document]):
                everything[stretch.document].append(inner)
                fresh.append((stretch.document, inner))
    return [in_order(attributions) for attributions in everything]


def in_order(attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions in the order of the text."""
    return sorted(attributions, key=lambda a: reading_order(a.source + a.cue + a.content))


def read_stretches(
    documents: Sequence[Document], stretches: Sequence[Stretch], pack: Pack, rule: str, least_score: float = 0.0
) -> Iterator[tuple[Stretch, Words, list[Attribution], MentionScores]]:
    """Of each stretch its words, every attribution of at least ``least_score`` found in it, in spans of its document,
    and its mention scores."""
    split = [split_words(cut(documents[s.document].text, s.span)) for s in stretches]
    pieces = [split_pieces(pack.tokenizer, words) for words in split]
    tagged = tag_words(split, pieces, pack.engine, pack.tuning, least_score)
    for stretch, words, one in zip(stretches, split, tagged, strict=True):
        yield stretch, words, [attribution_of(words, f, stretch.span.start, rule) for f in one.found], one.mentions


def attribution_of(words: Words, found: Found, shift: int, rule: str) -> Attribution:
    """What the tagger found, in spans of the document."""
    source, cue, content = (
        shifted(run_spans(words, runs), shift) for runs in (found.source, [found.cue], found.content)
    )
    return Attribution(
        source=source,
        cue=cue,
        content=content,
        score=round(found.score, 4),
        cue_score=round(found.cue_score, 4),
        role_score=round(found.role_score, 4),
        rule=rule,
    )


def may_attribute(document: Document, content: Span) -> bool:
    """Whether a content is long enough, and has a word that attributes, to be worth a second reading."""
    language = LANGUAGES[document.lang]
    words = [m.group().casefold() for m in WORD.finditer(cut(document.text, content))]
    return len(words) >= FEWEST_WORDS and any(w in language.speech or w in language.inner for w in words)


def is_nested(document: Document, inner: Attribution, within: Span, others: Sequence[Attribution]) -> bool:
    """Whether what was found inside a content is not its speaker's own *I think*, and is new: not the whole content
    over again, its cue not another's already."""
    if inner.content == (within,):
        return False
    own = LANGUAGES[document.lang].own
    if any(cut(document.text, span).casefold() in own for span in inner.source):
        return False
    return not any(meets(a, b) for other in others for a in other.cue for b in inner.cue)
