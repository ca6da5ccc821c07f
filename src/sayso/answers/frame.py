"""What a question looks at. In: a document's statements with its scene and timeline; out: for each statement its Frame:
the sentence that it is told in, without what is said, and what of that belongs to the cue.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from sayso.atoms import Atom
from sayso.dates.timeline import Timeline
from sayso.languages import Language
from sayso.languages.frames import FrameWords
from sayso.marks import Quotation, paragraphs
from sayso.records import Statement
from sayso.spans import Span, Spans, holds, hull, meets
from sayso.speakers.cast import Cast
from sayso.speakers.scene import Scene, sentence_of

FURTHEST = 14  # atoms between what is told and its cue
OPENING = 40  # the same for what opens the sentence
OPENS = 3  # atoms before what opens a sentence (*But in …*)
SHORT = 3  # atoms of a content that is no clause (*denied the report on Thursday*)
CLAUSE = 8  # atoms between a conjunction and its verb
NEAR = 24  # statements before and after that may stand in one sentence


@dataclass(frozen=True)
class Frame:
    """The statement in hand; ``others`` are those near it and ``by_id`` all of the document; ``paragraphs`` are
    the text's and ``quotations`` its outermost ones, both in order."""

    statement: Statement
    others: Sequence[Statement]
    by_id: Mapping[str, Statement]
    scene: Scene
    cast: Cast
    timeline: Timeline
    paragraphs: Sequence[Span]
    quotations: Spans

    @property
    def language(self) -> Language:
        return self.scene.language

    @property
    def words(self) -> FrameWords:
        return self.scene.language.frames

    @property
    def at(self) -> Span:
        """Where it is said from: its cue, or else its source or its content."""
        s = self.statement
        return hull(s.cue or s.source or s.content[:1])

    @cached_property
    def span(self) -> Span:
        """The sentence that holds the cue, within the content of the statement around."""
        whole = sentence_of(self.scene, self.at)
        outer = self.by_id.get(self.statement.inside or "")
        around = next((c for c in outer.content if holds(c, self.at)), None) if outer else None
        if around is None:
            return whole
        start, stop = max(whole.start, around.start), min(whole.stop, around.stop)
        return Span(start, stop) if start < stop else whole

    @cached_property
    def taken(self) -> list[Span]:
        """The contents and sources in the sentence that do not hold the cue: nothing in them is the cue's."""
        spans = [c for s in self.others for c in (*s.content, *s.source) if not holds(c, self.at)]
        return [c for c in (*spans, *self.statement.source) if meets(c, self.span)]

    @cached_property
    def heading(self) -> bool:
        return any(meets(h, self.at) for h in self.scene.headings)

    def of(self, statement: Statement) -> Frame:
        """The frame of another statement of the same document."""
        return replace(self, statement=statement)

    def atoms(self, span: Span) -> Sequence[Atom]:
        """The atoms that lie in a span, whole."""
        low, high = self.number(span.start), self.number(span.stop)
        if high > low and self.timeline.parts[high - 1].stop > span.stop:
            high -= 1
        return self.timeline.parts[low:high]

    def number(self, offset: int) -> int:
        return self.timeline.number_at(offset)

    def free(self, span: Span) -> bool:
        """Whether a span meets nothing that is said, and nobody who says it."""
        return not any(meets(span, t) for t in self.taken)

    def gap(self, span: Span) -> int:
        """How many atoms lie between a span and the cue."""
        if meets(span, self.at):
            return 0
        a, b = (span, self.at) if span.start < self.at.start else (self.at, span)
        return self.number(b.start) - self.number(a.stop)

    def paragraph_of(self, span: Span) -> int:
        return bisect_left(self.paragraphs, span.start + 1, key=lambda p: p.start) - 1

    def belongs(self, span: Span) -> bool:
        """Whether what a span tells is the cue's: it stands in the cue's clause and near it, not after what is reported
        (*confirmed that it was done by January*), and no other cue stands between."""
        s = self.statement
        if holds(self.at, span):
            return True
        content = hull(s.content)
        quoted = self.scene.text[content.stop - 1] in '”»"'  # called it “a shame” on Facebook
        long = not quoted and self.number(content.stop) - self.number(content.start) > SHORT
        if s.form != "direct" and long and self.at.stop <= content.start and content.stop <= span.start:
            return False
        opens = self.number(span.start) - self.number(self.span.start) <= OPENS
        reach = OPENING if opens else CLAUSE if self.by_noun else FURTHEST
        before = span.start < self.at.start
        if self.gap(span) > reach or (before and (self.subordinate(self.at) if opens else self.in_clause(span))):
            return False
        first, last = (span, self.at) if before else (self.at, span)
        between = (
            [a for a in self.atoms(Span(first.stop, last.start)) if self.free(a.span)]
            if first.stop < last.start
            else []
        )
        if not opens and any(a.among(self.words.parting) or self.is_dash(a) for a in between):
            return False
        if before and any(a.text == "," and b.among(self.words.joining) for a, b in pairwise(between)):
            return False  # *shut on Monday, and the mayor says …*
        return not any(first.stop <= c.start and c.stop <= last.start for c in self.rivals(opens))

    def is_dash(self, atom: Atom) -> bool:
        """Whether a mark is a dash between clauses, and joins no words."""
        return atom.text in "—–-" and self.scene.text[max(0, atom.start - 1) : atom.start].isspace()

    def rivals(self, opens: bool) -> Iterator[Span]:
        """The other cues of the sentence that do not hold this one; of those in a clause of their own none where what
        is told opens the sentence."""
        for other in self.others:
            same = other.source and other.source == self.statement.source  # *accused …, and demanded*
            cue = hull(other.cue) if other.cue and other.id != self.statement.id and not same else None
            if cue and meets(cue, self.span) and not holds(cue, self.at) and not (opens and self.subordinate(cue)):
                yield cue

    @cached_property
    def by_noun(self) -> bool:
        """Whether a noun attributes it (*complaints that*), and no verb."""
        cue = [a for c in self.statement.cue for a in self.atoms(c)]
        return any(a.among(self.words.saying_nouns) for a in cue) and not any(a.pos == "VERB" for a in cue)

    def in_clause(self, span: Span) -> bool:
        """Whether what stands before the cue stands in a clause of its own: *the bank, which was sold in
        2007, said*."""
        first = self.number(self.span.start)
        before = self.timeline.parts[max(first, self.number(span.start) - OPENING) : self.number(span.start)]
        return any(a.among(self.words.parting) for a in before)

    def subordinate(self, cue: Span) -> bool:
        """Whether a cue stands in a clause that opens with *after*, *when*."""
        at = self.number(cue.start)
        before = self.timeline.parts[max(0, at - CLAUSE) : at]
        return any(a.among(self.words.parting | self.words.subordinating) for a in before)

    def cue_among(self, words: frozenset[str]) -> bool:
        """Whether the cue holds one of these words."""
        return any(a.among(words) for c in self.statement.cue for a in self.atoms(c))


def same_speaker(statement: Statement, other: Statement) -> bool:
    """Whether two statements are one's."""
    a, b = statement.speaker, other.speaker
    return a is not None and b is not None and a.name == b.name


def frames_of(
    statements: Sequence[Statement], scene: Scene, cast: Cast, timeline: Timeline, quotations: Sequence[Quotation]
) -> list[Frame]:
    """The frame of each statement, in order."""
    by_id = {s.id: s for s in statements}
    parts = tuple(paragraphs(scene.text))
    outermost = tuple(q.outer for q in quotations if q.depth == 0)
    return [
        Frame(s, statements[max(0, n - NEAR) : n + NEAR], by_id, scene, cast, timeline, parts, outermost)
        for n, s in enumerate(statements)
    ]
