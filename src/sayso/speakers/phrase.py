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
from sayso.morphology import same_case
from sayso.spans import Span, holds, meets
from sayso.speakers.names import Name
from sayso.text import Token

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
    if speakers.head_first:
        kept, possessive = without_preposition(kept, speakers), False
    if not kept or all(t.word in speakers.articles for t in kept):
        return None
    whole = Span(kept[0].start, kept[-1].stop)
    inside = tuple(n for n in names if meets(n.span, whole))
    size = (head_size if speakers.head_first else core_size)(kept, inside, speakers)
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
    if speakers.head_first:  # начальник порта Илья Громов: the head's case, and not what depends on it
        return before not in closed and agrees(words[at].case, head_case(words))
    return name.span.stop >= words[-1].stop and before not in closed


def agrees(case: str, other: str) -> bool:
    """Whether a word may stand in another's case."""
    return case in ("", "Nom") or same_case(case, other)


def head_case(words: Sequence[Token]) -> str:
    """The case of the first noun."""
    return next((t.case for t in words if t.pos in NOUNS), "")


def without_preposition(words: list[Token], speakers: Speakers) -> list[Token]:
    """The words from the first one that is no preposition and no *сам*."""
    first = next((n for n, t in enumerate(words) if t.pos != "ADP" and t.word not in speakers.trailing), 0)
    return words[first:]


def head_size(words: Sequence[Token], names: Sequence[Name], speakers: Speakers) -> int:
    """How many of the words are the core where the head stands first: up to the first noun, or to the end of the name
    that stands in its place, or that a noun for a body puts after itself (*агентство «Норд»*)."""
    for at, token in enumerate(words):
        name = next((n for n in names if meets(n.span, token.span)), None)
        if name is not None:
            return sum(1 for t in words if t.start < name.span.stop)
        if token.pos in NOUNS and not is_modifier(words, at, speakers):
            return called(words, at, names, speakers) or at + 1
    return len(words)


NOUNS = frozenset({"NOUN", "PROPN", "PRON", "X"})


def is_modifier(words: Sequence[Token], at: int, speakers: Speakers) -> bool:
    """Whether a word only looks like a noun: its own pronoun before another (*сам министр*), a possessive before a noun
    (*её представители*)."""
    if words[at].pos != "PRON" or at + 1 >= len(words):
        return False
    after = words[at + 1]
    possessive = words[at].word in speakers.pronouns and words[at].case not in ("Nom", "Dat", "Ins")
    return (after.pos in NOUNS and after.case == words[at].case) or (possessive and after.pos in ("NOUN", "ADJ"))


def called(words: Sequence[Token], at: int, names: Sequence[Name], speakers: Speakers) -> int:
    """The size of the core of a body's noun and the name after it, 0 where there is none or where the name depends on
    the noun (*министерство Франции*)."""
    known = words[at].word in speakers.organization or words[at].word in speakers.outlets
    after = at + 1
    while after < len(words) and words[after].text in '«"“„':
        after += 1
    name = next((n for n in names if after < len(words) and n.span.start == words[after].start), None)
    marked = after > at + 1
    apart = name is not None and (marked or words[after].case in ("", "Nom") or words[after].text.isascii())
    if name is None or name.kind != "organization" or not apart:
        return 0
    if not known and (
        words[at].word in speakers.person or words[at].word in speakers.document or not name.words.isascii()
    ):
        return 0
    return sum(1 for t in words if t.start < name.span.stop)


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
    if head.pos:
        return head.number == "Plur"
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
    if speakers.head_first:
        people = [n for n in names if n.kind == "person"]
        titled = len(people) == 1 and people[0].span.stop >= words[-1].stop and words[0].number != "Plur"
        one = titled and core_is_title(words, people[0])  # *президент и гендиректор Илья Громов*
        return not one and (is_coordinate(words, speakers) or is_list(words, names, speakers))
    for at in range(1, len(core) - 1):
        if core[at].word in speakers.conjunctions and not any(holds(n.span, core[at].span) for n in names):
            left, following = core[at - 1], core[at + 1].word
            few = left.word in speakers.pronouns or left.word in speakers.honorifics
            whole = few or is_one(left, names, speakers)
            if whole and (following in speakers.definite or is_one(core[-1], names, speakers)):
                return True
    return is_list(words, names, speakers)


def core_is_title(words: Sequence[Token], name: Name) -> bool:
    """Whether what stands before the only name in a source are titles: an *and* right before the name joins people."""
    before = [t for t in words if t.stop <= name.span.start]
    return bool(before) and before[-1].pos in NOUNS and before[0].pos != "PRON"


def is_coordinate(words: Sequence[Token], speakers: Speakers) -> bool:
    """Whether an *and* joins the first noun and another in its case: *депутаты и чиновники*, *он и министр*."""
    case, seen = head_case(words), False
    for at, token in enumerate(words[:-1]):
        seen = seen or token.pos in NOUNS
        if seen and token.word in speakers.conjunctions and all(t.text != "," or t.pos == "PUNCT" for t in words[:at]):
            following = next((t for t in words[at + 1 :] if t.pos in NOUNS), None)
            before = [t for t in words[:at] if t.pos in NOUNS]
            depends = len(before) > 1 and before[-1].case == (following.case if following else "") != case
            if following is not None and following.case == case and case == "Nom" and not depends:
                return True
    return False


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
