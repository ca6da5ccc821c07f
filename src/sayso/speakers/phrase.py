"""A source taken apart. In: the stretch that names who, the document's tokens and names; out: its Phrase: the head that
says what kind of thing it is, the name, what stands before the name and after it.

The head of *the head of American diplomacy* is *head*; of *Harbour Minister Ana Lima*, *Ana Lima*; of *analysts at
the bank Goldman Sachs*, *analysts*. It is looked for in the core: the words up to the first comma, bracket, preposition
or relative that stands in no name.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from sayso.languages import Language
from sayso.languages.speakers import Speakers
from sayso.spans import Span, holds, meets
from sayso.speakers.names import Name
from sayso.text import Token, fold

Opening = Literal["definite", "indefinite", "quantity"] | None
PAUSES = frozenset(",;:()[]—–")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A source taken apart. ``words`` are its tokens without a possessive at the end; ``core`` those up to the first
    break; ``head`` is the core's last word, folded, where it is no name; ``name`` the name that ends the core;
    ``before`` the tokens of the core before that name or before the head; ``rest`` the tokens after the core, a comma
    at their beginning left out; ``apposed`` the name that an apposition gives to a described person; ``names`` all
    names in it. ``joined`` tells that the core names or describes several."""

    words: tuple[Token, ...]
    core: tuple[Token, ...]
    opening: Opening
    head: Token | None
    name: Name | None
    before: tuple[Token, ...]
    rest: tuple[Token, ...]
    apposed: Name | None
    names: tuple[Name, ...]
    joined: bool
    plural: bool
    possessive: bool

    @property
    def span(self) -> Span:
        return Span(self.words[0].start, self.words[-1].stop)

    @property
    def core_span(self) -> Span:
        return Span(self.core[0].start, self.core[-1].stop)


def take_apart_at(span: Span, words: Sequence[Token], names: Sequence[Name], language: Language) -> Phrase | None:
    """The phrase of a stretch of a document; ``words`` and ``names`` are the document's."""
    low, high = (bisect_left(words, (at,)) for at in (span.start, span.stop))
    first = bisect_left(names, span.start, key=lambda n: n.span.stop)
    last = bisect_left(names, span.stop, key=lambda n: n.span.start)
    return take_apart(words[low:high], names[first:last], language.speakers)


def take_apart(words: Sequence[Token], names: Sequence[Name], speakers: Speakers) -> Phrase | None:
    """The phrase of a source's tokens; None where it holds no word. ``names`` are the document's that meet it."""
    kept, possessive = bare(words, speakers)
    if not kept or all(t.word in speakers.articles for t in kept):
        return None
    whole = Span(kept[0].start, kept[-1].stop)
    inside = tuple(n for n in names if meets(n.span, whole))
    size = core_size(kept, inside, speakers)
    core, rest = kept[:size], kept[size:]
    opening, opened = opening_of(core, speakers)
    name = next((n for n in inside if n.span.stop >= core[-1].stop and n.span.start <= core[-1].start), None)
    before = tuple(t for t in core[opened:] if name is None or t.stop <= name.span.start)
    head = core[-1] if name is None else None
    if head is not None:
        before = before[:-1]
    comma = bool(rest) and rest[0].text in PAUSES
    apposed = next((n for n in inside if head and n.kind == "person" and is_apposed(kept, n, speakers)), None)
    return Phrase(
        words=tuple(kept),
        core=tuple(core),
        opening=opening,
        head=head,
        name=name,
        before=before,
        rest=tuple(rest[1:] if comma else rest),
        apposed=apposed,
        names=inside,
        joined=is_joined(kept, core, inside, speakers),
        plural=is_plural(head, speakers) if head else False,
        possessive=possessive,
    )


def is_apposed(words: Sequence[Token], name: Name, speakers: Speakers) -> bool:
    """Whether a name says who a described person is: it stands after a comma, perhaps with a title between, as in *the
    mayor of Valencia, engineer Ana Lima*, or ends the words with no preposition before it: *director of the council
    Ana Lima*."""
    at = next((n for n, t in enumerate(words) if t.start == name.span.start), 0)
    if at == 0:
        return False
    for token in reversed(words[max(0, at - 4) : at]):
        if token.text in PAUSES:
            return True
        if token.word in speakers.breaks | speakers.definite | speakers.conjunctions:
            break
    before = words[at - 1].word
    closed = speakers.linking | speakers.breaks | speakers.conjunctions | speakers.definite
    return name.span.stop >= words[-1].stop and before not in closed


def bare(words: Sequence[Token], speakers: Speakers) -> tuple[list[Token], bool]:
    """The tokens without marks at either edge and without a possessive at the end; whether there was one."""
    kept = list(words)
    while kept and not kept[0].text[0].isalnum():
        kept.pop(0)
    while len(kept) > 1 and kept[-1].word in speakers.trailing:
        kept.pop()
    while kept and not kept[-1].text[-1].isalnum() and kept[-1].text not in ("'", "’", ".", ")", "%"):
        kept.pop()
    if len(kept) > 2 and kept[-1].text == "s" and kept[-2].text in ("'", "’"):
        return kept[:-2], True
    if len(kept) > 1 and kept[-1].text in ("'", "’"):
        return kept[:-1], True
    while kept and kept[-1].text in (".", ")") and not (len(kept) > 1 and len(kept[-2].text) == 1):
        kept.pop()
    return kept, False


def core_size(words: Sequence[Token], names: Sequence[Name], speakers: Speakers) -> int:
    """How many of the words are the core: at least one. A word that a hyphen ties to the one before is part of it."""
    titles = in_titles([t.word for t in words], speakers)
    for at, token in enumerate(words[1:], 1):
        if at in titles or any(holds(n.span, token.span) for n in names):
            continue
        last, word = words[at - 1], token.word
        if token.text in PAUSES or (token.text == "-" and last.stop < token.start):
            return at
        if last.text == "-" and last.stop == token.start:
            continue
        opens = last.word in speakers.definite | speakers.indefinite
        if not opens and (word in speakers.calendar or (token.text.islower() and word in speakers.breaks)):
            return at
    return len(words)


def in_titles(words: Sequence[str], speakers: Speakers) -> set[int]:
    """Where words stand that are inside the name of an office: *of State* of a secretary of state, before a name."""
    inside: set[int] = set()
    for shape in speakers.offices:
        for at in range(len(words) - len(shape)) if "of" in shape else ():
            if tuple(words[at : at + len(shape)]) == shape:
                inside.update(range(at + 1, at + len(shape)))
    return inside


def opening_of(core: Sequence[Token], speakers: Speakers) -> tuple[Opening, int]:
    """How the core begins, and how many words that takes."""
    first = core[0].word
    if len(core) == 1 or core[1].text == ".":
        return None, 0
    if first in speakers.definite:
        return "definite", 1
    if first in speakers.indefinite:
        return "indefinite", 1
    if first in speakers.quantities or first.isdigit():
        return "quantity", 1
    return None, 0


def is_plural(head: Token, speakers: Speakers) -> bool:
    """Whether a head stands for several."""
    word = head.word
    if word in speakers.group:
        return True
    return (
        len(word) > 3
        and word.endswith("s")
        and not word.endswith(("ss", "us", "is"))
        and word not in speakers.singulars
    )


def is_joined(words: Sequence[Token], core: Sequence[Token], names: Sequence[Name], speakers: Speakers) -> bool:
    """Whether several speak: an *and* of the core with a name, a plural or a pronoun on its left and another, or a new
    phrase, on its right; or a list of names."""
    for at in range(1, len(core) - 1):
        if core[at].word in speakers.conjunctions and not any(holds(n.span, core[at].span) for n in names):
            left, following = core[at - 1], core[at + 1].word
            few = left.word in speakers.pronouns or left.word in speakers.honorifics
            whole = few or is_one(left, names, speakers)
            if whole and (following in speakers.definite or is_one(core[-1], names, speakers)):
                return True
    return is_list(words, names, speakers)


def is_one(token: Token, names: Sequence[Name], speakers: Speakers) -> bool:
    """Whether a word is a plural or belongs to a name."""
    return is_plural(token, speakers) or any(meets(n.span, token.span) for n in names)


def is_list(words: Sequence[Token], names: Sequence[Name], speakers: Speakers) -> bool:
    """Whether the words are names alone, with commas and an *and* between them."""
    outside = [t.word for t in words if not any(holds(n.span, t.span) for n in names)]
    return (
        len(names) > 1
        and bool(set(outside) & speakers.conjunctions)
        and set(outside) <= {",", *speakers.conjunctions, *speakers.articles}
    )
