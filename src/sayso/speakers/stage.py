"""What a rule looks at and what it says. A Stage: the statement in hand, the phrase of its source, the cast, who has
spoken before. A rule answers Found (this is who), Doubt (one of these, not sure which) or None (not my case)."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sayso.languages.speakers import Speakers
from sayso.model.sense import Sense
from sayso.records import Member, Speaker, SpeakerKind, Statement
from sayso.spans import Span, hull
from sayso.speakers.cast import Cast
from sayso.speakers.names import Name
from sayso.speakers.phrase import Phrase
from sayso.speakers.scene import Scene
from sayso.text import Token

# Nobody is looked for further away than this many names.
FURTHEST = 400


@dataclass(frozen=True, slots=True)
class Turn:
    """A statement that has been resolved: its speaker, who of the cast that is, and where it is said from."""

    statement: Statement
    speaker: Speaker | None
    member: Member | None
    at: Span


@dataclass(frozen=True, slots=True)
class Stage:
    """The statement in hand. ``phrase`` is None where the source is empty; ``turns`` are the statements before it;
    ``at`` is where it is said from: its source, or else its cue or its content; ``paragraphs`` are the document's.
    ``owner`` is the possessive pronoun that the rules for pronouns are asked about, where the source is *her
    statement*."""

    scene: Scene
    cast: Cast
    sense: Sense
    paragraphs: Sequence[Span]
    statement: Statement
    phrase: Phrase | None
    turns: Sequence[Turn]
    at: Span
    owner: Token | None = None

    @property
    def speakers(self) -> Speakers:
        return self.scene.language.speakers

    @property
    def paragraph(self) -> int:
        return self.paragraph_of(self.at)

    def paragraph_of(self, span: Span) -> int:
        """The number of the paragraph in which a span begins."""
        low, high = 0, len(self.paragraphs)
        while low < high:
            middle = (low + high) // 2
            if self.paragraphs[middle].start <= span.start:
                low = middle + 1
            else:
                high = middle
        return low - 1

    def paragraphs_since(self, turn: Turn) -> int:
        """How many paragraphs lie between a turn, wherever it ends, and this statement; 0 where it is in the same."""
        end = hull(turn.statement.content).stop - 1
        begin = self.paragraph_of(hull((self.at, *self.statement.content[:1])))
        return begin - max(self.paragraph_of(turn.at), self.paragraph_of(Span(end, end + 1)))

    @property
    def previous(self) -> Turn | None:
        """The last statement before this one that is told by the article itself, not within another."""
        return next((t for t in reversed(self.turns) if t.statement.inside is None), None)

    def named_before(self) -> Iterator[tuple[Name, Member]]:
        """The names before the source with whom they name, nearest first."""
        last = bisect_right(self.scene.names, self.at.start, key=lambda n: n.span.stop)
        return self.members_of(reversed(self.scene.names[max(0, last - FURTHEST) : last]))

    def named_after(self) -> Iterator[tuple[Name, Member]]:
        """The names after the source with whom they name, nearest first."""
        first = bisect_left(self.scene.names, self.at.start, key=lambda n: n.span.start)
        return self.members_of(self.scene.names[first : first + FURTHEST])

    def members_of(self, names: Iterable[Name]) -> Iterator[tuple[Name, Member]]:
        return ((name, member) for name in names if (member := self.cast.member(name)))


@dataclass(frozen=True, slots=True)
class Found:
    """This is who: one of the cast, or somebody whom the source describes. ``named`` is where the name or description
    stands. ``rivals`` are those who came into question, each with why it is rather not that one; ``english`` is the
    name in English, in a text of another language."""

    name: str
    kind: SpeakerKind
    member: Member | None = None
    role: str | None = None
    side: str | None = None
    named: Span | None = None
    role_span: Span | None = None
    rivals: tuple[tuple[str, str], ...] = ()
    english: str | None = None


@dataclass(frozen=True, slots=True)
class Doubt:
    """It cannot be told, and ``why``: those who came into question, each with why it is not surely that one."""

    rivals: tuple[tuple[str, str], ...]
    why: str = ""


Answer = Found | Doubt | None


def found_member(member: Member, kind: SpeakerKind | None = None, named: Span | None = None) -> Found:
    """One of the cast, with the role and side that the cast gives."""
    role, where = member.role, member.role_span
    return Found(member.name, kind or member.kind, member, role, member.side, named, where, english=member.english)
