"""What the rules for acts look at. In: a Frame; out: its Evidence: the atoms of its cue and of its content, and what
stands among them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, islice

from sayso.answers.condition import condition_of
from sayso.answers.frame import Frame, same_speaker
from sayso.atoms import Atom, phrase_at, phrase_value
from sayso.languages.acts import Acts
from sayso.languages.phrases import Phrases
from sayso.morphology import infinitive
from sayso.records import Act, Condition, Statement
from sayso.spans import Span, holds, hull

LONGEST = 120  # atoms of a content that are looked at
CLAUSE = 24  # atoms of its first clause
OPENING = 5  # atoms before the cue of what opens it
NEAR = 3  # atoms before a word that may deny it
FIRST = 40  # atoms in which the main point is made


@dataclass(frozen=True)
class Evidence:
    """The statement in hand."""

    frame: Frame

    @property
    def acts(self) -> Acts:
        return self.frame.language.acts

    @cached_property
    def cue(self) -> list[Atom]:
        """The atoms of the cue."""
        return list(chain.from_iterable(self.frame.atoms(c) for c in self.frame.statement.cue))

    @cached_property
    def content(self) -> list[Atom]:
        """The first atoms of the content, without what others say in it."""
        s = self.frame.statement
        inner = [o for o in self.frame.others if o.inside == s.id and o.source and not same_speaker(o, s)]
        theirs = [c for o in inner for c in (*o.content, *o.cue)]
        atoms = chain.from_iterable(self.frame.atoms(c) for c in s.content)
        return [a for a in islice(atoms, LONGEST) if not any(c.start <= a.start < c.stop for c in theirs)]

    @cached_property
    def hangs_on(self) -> Condition | None:
        """The condition that the content hangs on."""
        return condition_of(self.frame)

    @property
    def condition(self) -> Span | None:
        """Where that stands."""
        return self.hangs_on.span if self.hangs_on else None

    @cached_property
    def words(self) -> frozenset[str]:
        """The words of the content, as they stand and as they are compared."""
        return frozenset(w for a in self.content for w in (a.text, a.word))

    @cached_property
    def before(self) -> str:
        """The word right before the content."""
        at = self.frame.number(self.frame.statement.content[0].start)
        return self.frame.timeline.parts[at - 1].text if at else ""

    @cached_property
    def deed_told(self) -> Statement | None:
        """A statement that opens the content and is the speaker's own, or that of whom he speaks for: *said | he is
        ready to …*, *заявил, что | Россия готова …*."""
        s = self.frame.statement
        for other in self.frame.others:
            if other.inside != s.id or not other.cue or not self.content:
                continue
            opens = self.frame.number(hull(other.cue).start) - self.frame.number(s.content[0].start) <= OPENING
            if opens and (not other.source or speaks_for(s, other)):
                return other
        return None

    @cached_property
    def clause(self) -> list[Atom]:
        """The first clause of the content that is no condition: up to a stop, or a comma after a few words."""
        main = [a for a in self.content if self.condition is None or not holds(self.condition, a.span)]
        first = next((n for n, a in enumerate(main) if a.is_word or a.digits), 0)
        for n, atom in enumerate(main[first : first + CLAUSE], first):
            if atom.text in ".;!?" or (atom.text in ",:" and n > first + 3):
                return main[first:n]
        return main[first : first + CLAUSE]

    @property
    def neutral(self) -> bool:
        """Whether the cue leaves the act to the content: none, or a verb of plain saying or of thinking."""
        plain = self.acts.neutral | self.acts.inner
        return not self.cue or any(a.among(plain) for a in self.cue)

    @property
    def negated(self) -> bool:
        return any(a.among(self.acts.negation) for a in self.cue)

    @property
    def does(self) -> bool:
        """Whether what the cue takes is something to do: *to build*, an infinitive."""
        if not self.content:
            return False
        if not self.frame.language.inflects:
            ends = (*self.cue[-1:], self.content[0])
            return self.before == "to" or any(a.text == "to" for a in ends) or self.asked
        return any(is_infinitive(a) for a in self.content[:4])

    @property
    def asked(self) -> bool:
        """Whether the content opens with whom it asks to do something: *told | the crews to leave*."""
        for n, atom in enumerate(self.content[:OPENING]):
            if atom.text == "to":
                after = self.content[n + 1 : n + 2]
                return bool(after) and not after[0].among(self.frame.language.speakers.articles)
            if atom.among(self.acts.asking_words) or not atom.is_word or atom.among(self.frame.language.auxiliaries):
                return False
        return False

    def cued(self, table: Phrases[Act], after: Span | None = None) -> tuple[Act, Span] | None:
        """The act of the first phrase of the cue that a table has; of those after a span, where one is given."""
        for n in range(len(self.cue)):
            if after and self.cue[n].start < after.stop:
                continue
            found = phrase_value(self.cue, n, table)
            if found:
                return found[0], Span(self.cue[n].start, self.cue[n + found[1] - 1].stop)
        return None

    def cued_among(self, words: frozenset[str]) -> bool:
        """Whether the cue has one of the words."""
        return any(a.among(words) for a in self.cue)

    def phrase(self, table: Phrases[bool], *, denied: bool = False) -> Span | None:
        """Where the beginning of the content has a phrase of a table that is not, or is, denied right before it."""
        if table.firsts.isdisjoint(self.words):
            return None
        for n in range(min(FIRST, len(self.content))):
            size = phrase_at(self.content, n, table)
            if size and denied == any(a.among(self.acts.not_) for a in self.content[max(0, n - NEAR) : n]):
                return Span(self.content[n].start, self.content[n + size - 1].stop)
        return None

    def word(self, words: frozenset[str]) -> Span | None:
        """Where the content has one of the words, not denied right before it."""
        if words.isdisjoint(self.words):
            return None
        for n, atom in enumerate(self.content):
            near = self.content[max(0, n - NEAR) : n + NEAR]
            hangs = self.condition is not None and holds(self.condition, atom.span)
            if atom.among(words) and not hangs and not any(a.among(self.acts.not_) for a in near):
                return atom.span
        return None

    def sentences(self) -> Iterator[Sequence[Atom]]:
        """The sentences of the content."""
        start = 0
        for n, atom in enumerate(self.content):
            if atom.text in ".!?" or n == len(self.content) - 1:
                yield self.content[start : n + 1]
                start = n + 1

    def opens(self, n: int) -> bool:
        """Whether a content's atom opens a sentence of it."""
        return not any(a.is_word for a in self.content[:n][-1:])

    def opens_with(self, n: int, words: frozenset[str]) -> bool:
        """Whether the sentence of a content's atom opens with one of the words."""
        start = next((k + 1 for k in range(n - 1, -1, -1) if self.content[k].text in ".!?"), 0)
        first = next((a for a in self.content[start : n + 1] if a.is_word), None)
        return first is not None and first.among(words)

    def is_future(self, n: int) -> bool:
        """Whether a content's atom is a verb, or its auxiliary, that tells of the future."""
        atom = self.content[n]
        after = self.content[n + 1].text if n + 1 < len(self.content) else ""
        if (atom.text, after) in (("won", "'t"), ("going", "to")):
            return True
        if atom.among(self.acts.future):
            return not self.frame.language.inflects or self.frame.language.times.tense(atom.text) == "future"
        verb = atom.pos in ("VERB", "AUX")
        return self.frame.language.inflects and verb and self.frame.language.times.tense(atom.text) == "future"


def speaks_for(statement: Statement, other: Statement) -> bool:
    """Whether a statement's speaker is another's, or speaks for the country that is."""
    a, b = statement.speaker, other.speaker
    country = a is not None and b is not None and b.kind == "country" and a.side == b.side
    return country or same_speaker(statement, other)


def is_infinitive(atom: Atom) -> bool:
    """Whether a Russian word is an infinitive."""
    return atom.pos in ("VERB", "AUX") and infinitive(atom.text)
