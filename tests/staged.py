"""Lines with speakers in them. `stage` resolves the speakers of a marked line (tests/marked.py) as `read` does it but
for the attributions, which the marks bring: names, kinds and links are the real model's, the roster is the packaged
one, never the user's own. `scan` needs no model: in ``{s the mayor, {p Ana Lima}}`` s is a source, and p, o and l are
what a model says is a person, an organisation or a place."""

from __future__ import annotations

import importlib
import re
from dataclasses import dataclass
from functools import lru_cache

from sayso.languages import LANGUAGES
from sayso.marks import find_quotations
from sayso.model.pack import PACK
from sayso.model.sense import Sense
from sayso.records import Document, Member, Mention, Speaker, Statement
from sayso.roster.roster import make_roster, packaged_holders
from sayso.spans import Span, cut
from sayso.speakers.cast import Cast, Scene
from sayso.speakers.lexicon import find_known
from sayso.speakers.names import Name, find_names
from sayso.speakers.phrase import Phrase, take_apart_at
from sayso.speakers.rules import RULES, ask
from sayso.speakers.stage import Answer
from sayso.steps.gather import gather_cast
from sayso.steps.resolve import resolve, take_turns
from sayso.steps.state import state
from sayso.tagged import Models, tag_all
from sayso.text import Token, tokens
from tests.marked import attributions

# `sayso.read` is the function, which hides the module of that name.
steps = importlib.import_module("sayso.read")
ENGLISH = LANGUAGES["en"]
SPEAKERS = ENGLISH.speakers
ROSTER = make_roster((), packaged_holders())
MARCH = "2025-03-14"
MARK = re.compile(r"\{([sopl]) |\}")
KINDS = {"p": "person", "o": "organization", "l": "place"}


@dataclass(frozen=True, slots=True)
class Staged:
    """What came of a line: its text, scene, cast and sense, and the statements in the order of the text."""

    text: str
    scene: Scene
    cast: Cast
    sense: Sense
    statements: tuple[Statement, ...]

    @property
    def last(self) -> Statement:
        """The statement that a case is about."""
        return self.statements[-1]

    @property
    def speakers(self) -> list[str | None]:
        return [s.speaker.name if s.speaker else None for s in self.statements]

    def cut(self, span: Span | None) -> str | None:
        return None if span is None else cut(self.text, span)


@lru_cache(maxsize=512)
def stage(line: str, published: str | None = None, lang: str = "en") -> Staged:
    """A marked line with its speakers."""
    text, found = attributions(line)
    body = steps.body_of(Document(id="case", text=text, lang=lang, published=published))
    (tagged,) = tag_all([body], Models(PACK))
    sense = tagged.sense
    stated = state(body, found, find_quotations(body.text))
    scene, cast = gather_cast(body, stated, tagged.words, sense, ROSTER)
    return Staged(text, scene, cast, sense, resolve(stated, scene, cast, sense))


def speaker_of(line: str, published: str | None = None) -> Speaker | None:
    """The speaker of a line's last statement."""
    return stage(line, published).last.speaker


def name_of(line: str, published: str | None = None) -> str | None:
    """The name of the speaker of a line's last statement."""
    return stage(line, published).speakers[-1]


def fired(line: str, published: str | None = None) -> str | None:
    """The name of the rule that answered for a line's last statement, sure or not."""
    s = stage(line, published)
    # A stage looks at a list of turns that grows: a rule is asked while its turn is the last.
    rules = [ask(at)[0] for at, _ in take_turns(s.statements, s.scene, s.cast, s.sense)]
    return rules[-1].name if rules[-1] else None


def answer(name: str, line: str, published: str | None = None) -> Answer:
    """What one rule alone says of a line's last statement."""
    s = stage(line, published)
    (rule,) = (r for r in RULES if r.name == name)
    return [rule.answer(at) for at, _ in take_turns(s.statements, s.scene, s.cast, s.sense)][-1]


def member(line: str, name: str, published: str | None = None) -> Member:
    """One of a line's cast."""
    return next(m for m in stage(line, published).cast.members if m.name == name)


@dataclass(frozen=True, slots=True)
class Scan:
    """A line without a model: its text, its words, the mentions and sources that are marked, and the names found."""

    text: str
    words: list[Token]
    mentions: tuple[Mention, ...]
    sources: tuple[Span, ...]
    names: tuple[Name, ...]

    def at(self, word: str) -> int:
        """The number of the word."""
        return next(n for n, t in enumerate(self.words) if t.text == word)

    def cut(self, span: Span | None) -> str | None:
        return None if span is None else cut(self.text, span)

    @property
    def phrase(self) -> Phrase | None:
        """The first source taken apart."""
        return take_apart_at(self.sources[0], self.words, self.names, ENGLISH)


def scan(line: str) -> Scan:
    """A line marked with s, p, o and l. In a line without s all of it is the source, and no
    name is looked for in it because of that."""
    text, at = "", 0
    opened: list[tuple[str, int]] = []
    spans: list[tuple[str, Span]] = []
    for mark in MARK.finditer(line):
        text += line[at : mark.start()]
        at = mark.end()
        if mark[1]:
            opened.append((mark[1], len(text)))
        else:
            letter, start = opened.pop()
            spans.append((letter, Span(start, len(text))))
    text += line[at:]
    words = tokens(text)
    mentions = tuple(Mention(span=s, kind=KINDS[c], score=0.95) for c, s in sorted(spans) if c != "s")  # type: ignore[arg-type]
    mentions = tuple(sorted(mentions, key=lambda m: m.span))
    marked = tuple(s for c, s in spans if c == "s")
    names = find_names(text, words, mentions, ENGLISH, ROSTER, find_known(words, "en"), marked)
    return Scan(text, words, mentions, marked or (Span(0, len(text)),), names)
