"""What a document brings to the question who speaks in it. In: its text, names and sources; out: a Scene, and what of
it stands within a span."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from sayso.languages import Language
from sayso.model.sense import Sense
from sayso.roster.roster import Roster
from sayso.spans import Span
from sayso.speakers.lexicon import Known
from sayso.speakers.names import Name
from sayso.speakers.phrase import Phrase
from sayso.text import Token

Placed = TypeVar("Placed", Known, Name, Token)
# What an article says of countries within so many characters tells where it is at home.
OPENING = 800
# No sentence is looked at further than so many words to either side.
LONGEST = 200


@dataclass(frozen=True, slots=True)
class Scene:
    """``words`` are the document's tokens and ``starts`` the number of the one that begins at an offset; ``names`` and
    ``known`` (what the lexicon has) stand in order; ``day`` is when it was published; ``sources`` are the phrases of
    its statements' sources; ``home`` is the country that it is at home in; ``sense`` what its words refer to."""

    text: str
    words: Sequence[Token]
    starts: dict[int, int]
    names: Sequence[Name]
    known: Sequence[Known]
    language: Language
    roster: Roster
    day: str | None
    headings: Sequence[Span]
    sources: Sequence[Phrase]
    home: str | None
    sense: Sense


def between(items: Sequence[Placed], span: Span) -> Sequence[Placed]:
    """Those of the items, which stand in order, that begin within a span."""
    low = bisect_left(items, span.start, key=lambda i: i.span.start)
    return items[low : bisect_left(items, span.stop, key=lambda i: i.span.start)]


def english_of(name: str | None, scene: Scene) -> str | None:
    """The English name that stands beside the text's own; None in an English text."""
    return name if scene.language.code != "en" else None


def sides_in(span: Span, scene: Scene) -> list[tuple[int, str]]:
    """The countries and blocs that a span names, each with where; not those to, in or at which somebody is
    (*ambassador to Ukraine*)."""
    known = (k for k in between(scene.known, span) if k.entry.side and not is_place(k, scene))
    return [(k.span.start, k.entry.side) for k in known if k.entry.side]


def is_place(known: Known, scene: Scene) -> bool:
    """Whether a country is where somebody is, and not for whom."""
    at = scene.starts.get(known.span.start, 0)
    back = [t.word for t in scene.words[max(0, at - 2) : at]]
    return bool({w for w in back if w not in scene.language.speakers.articles} & scene.language.speakers.placing)


def home_of(known: Sequence[Known]) -> str | None:
    """The country that an article is at home in: the one that most of what it says of countries is about, and that its
    opening names."""
    counts = Counter(k.entry.side for k in known if k.entry.side)
    most = counts.most_common(1)
    opening = {k.entry.side for k in known if k.span.start < OPENING}
    return most[0][0] if most and most[0][0] in opening and 3 <= most[0][1] >= 0.6 * counts.total() else None


def sentence_of(scene: Scene, span: Span) -> Span:
    """The sentence round a span, or what a line or a full stop leaves of it."""
    words = scene.words
    first = last = max(0, bisect_left(words, (span.start + 1,)) - 1)
    low, high = first - LONGEST, last + LONGEST
    while first > max(0, low) and not ends(scene, first - 1) and words[first - 1].line == words[first].line:
        first -= 1
    while last + 1 < min(len(words), high) and not ends(scene, last) and words[last + 1].line == words[last].line:
        last += 1
    return Span(words[first].start, words[last].stop)


def ends(scene: Scene, at: int) -> bool:
    """Whether a sentence ends with a word: a stop that is not an abbreviation's."""
    speakers, before = scene.language.speakers, scene.words[at - 1].word if at else ""
    short = len(before) == 1 or before in speakers.honorifics or before in speakers.abbreviations
    return scene.words[at].text in ("!", "?") or (scene.words[at].text == "." and not short)
