"""The quoting step. In: a document's attributions and quotations; out: attributions whose contents agree with the
marks: what a pair of marks holds together is not torn apart, and no quotation of substance is left to nobody.

RULES stand in order; each one that changes an attribution leaves its name in the attribution's ``notes`` (or in its
``rule``, when it makes a new one).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import msgspec

from sayso.languages import LANGUAGES, Language
from sayso.marks import Quotation, paragraphs
from sayso.model.words import WORD
from sayso.records import Attribution, Document
from sayso.spans import Span, Spans, covers, cut, holds, hull, join, meets
from sayso.turns import AROUND, REFERENCE, Turn, find_turns

# A quotation of fewer words is a name, a title or a term until an attribution says otherwise.
FEWEST_WORDS = 4
LONGEST_ANNOUNCEMENT = 20
NEAR = 8  # attributions back in the order of the text
LONGEST_NAME = 6
# Rules that give one content to a second speaker: *сообщило со ссылкой на источники, что …*.
APART = frozenset({REFERENCE})
SIGNATURE = re.compile(r"\s*([—–―]|-{1,2})\s*([^.!?:;]*?)\.?\s*")
COLON = re.compile(r"\s*(\S[^:]*?)\s*:\s+(\S.*?)\s*", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Scene:
    """What the rules look at."""

    document: Document
    turns: tuple[Turn, ...]
    paragraphs: tuple[Span, ...]

    @property
    def text(self) -> str:
        return self.document.text

    @property
    def language(self) -> Language:
        return LANGUAGES[self.document.lang]

    def paragraph(self, at: int) -> Span:
        """The paragraph that holds an offset, or the next one."""
        return self.paragraphs[self._number(at)]

    def before(self, at: int) -> Span | None:
        """The paragraph before the one that begins at an offset; None when none begins there."""
        number = self._number(at)
        return self.paragraphs[number - 1] if number and self.paragraphs[number].start == at else None

    def _number(self, at: int) -> int:
        return min(bisect_right(self.paragraphs, at, key=lambda p: p.stop), len(self.paragraphs) - 1)


def quote(
    document: Document, attributions: Sequence[Attribution], quotations: Sequence[Quotation]
) -> list[Attribution]:
    """The attributions, mended by the RULES."""
    scene = Scene(document, tuple(find_turns(document.text, quotations)), tuple(paragraphs(document.text)))
    mended = list(attributions)
    for _, rule in RULES:
        mended = rule(scene, mended)
    return mended


def word_count(text: str, spans: Spans) -> int:
    return sum(1 for span in spans for m in WORD.finditer(text, span.start, span.stop) if m.group()[0].isalnum())


def shares(a: Spans, b: Spans) -> bool:
    """Whether any of one meet any of the other."""
    return any(meets(x, y) for x in a for y in b)


def noted(attribution: Attribution, note: str, content: Spans) -> Attribution:
    return msgspec.structs.replace(attribution, content=content, notes=(*attribution.notes, note))


def speaks_of(attribution: Attribution, turn: Turn) -> bool:
    """Whether the attribution stands outside the turn and has words of it as content."""
    outside = attribution.cue or attribution.source
    return bool(outside) and not shares(outside, turn.spans) and shares(attribution.content, turn.spans)


def whole_turn(scene: Scene, attributions: list[Attribution]) -> list[Attribution]:
    """A turn of which an attribution from outside has a part is all its content, unless another has its own part."""
    owners = {
        number: owned[0]
        for number, turn in enumerate(scene.turns)
        if word_count(scene.text, turn.spans) >= FEWEST_WORDS
        and len(owned := [i for i, a in enumerate(attributions) if speaks_of(a, turn)]) == 1
    }
    mended = list(attributions)
    for number, owner in owners.items():
        attribution, spans = mended[owner], scene.turns[number].spans
        if not covers(attribution.content, tuple(inner_words(scene.text, s) for s in spans)):
            mended[owner] = noted(attribution, "whole turn", join(scene.text, (*attribution.content, *spans)))
    return mended


def inner_words(text: str, span: Span) -> Span:
    """The span from its first word to its last."""
    found = [m.span() for m in re.compile(r"\w+").finditer(text, span.start, span.stop)]
    return Span(found[0][0], found[-1][1]) if found else span


def same_turn(scene: Scene, attributions: list[Attribution]) -> list[Attribution]:
    """A turn that nobody has goes on with the speaker of the quotation before it: in the same paragraph, or in the one
    before when the turn is a paragraph of its own."""
    mended = list(attributions)
    for turn in scene.turns:
        if is_free(scene, turn, mended):
            reach = scene.paragraph(turn.outer.start)
            if is_alone(scene, turn):
                reach = scene.before(turn.outer.start) or reach
            before = [i for i, a in enumerate(mended) if goes_on(scene, a, Span(reach.start, turn.outer.start + 1))]
            if before:
                last = max(before, key=lambda i: end_of(mended[i]))
                mended[last] = noted(mended[last], "same turn", (*mended[last].content, *turn.spans))
    return mended


def is_free(scene: Scene, turn: Turn, attributions: Sequence[Attribution]) -> bool:
    """Whether a turn of substance is nobody's content."""
    return word_count(scene.text, turn.spans) >= FEWEST_WORDS and not any(
        shares(a.content, turn.spans) and (a.rule == AROUND or not covers(turn.spans, a.content + a.cue))
        for a in attributions
    )


def goes_on(scene: Scene, attribution: Attribution, reach: Span) -> bool:
    """Whether the attribution has a cue, ends within reach, and has a quotation for its content."""
    return (
        bool(attribution.cue)
        and reach.start <= end_of(attribution) < reach.stop
        and any(holds(t.outer, s) for t in scene.turns for s in attribution.content)
    )


def is_alone(scene: Scene, turn: Turn) -> bool:
    """Whether the turn fills its paragraph, or its paragraphs."""
    first, last = scene.paragraph(turn.outer.start), scene.paragraph(turn.outer.stop - 1)
    return turn.outer.start == first.start and turn.outer.stop >= last.stop - 1


def end_of(attribution: Attribution) -> int:
    return max(s.stop for s in attribution.cue + attribution.content)


def announced_turn(scene: Scene, attributions: list[Attribution]) -> list[Attribution]:
    """A turn that nobody has and that opens the paragraph after one which ends in a verb of speech and a colon."""
    made = []
    for turn in scene.turns:
        before = scene.before(turn.outer.start)
        if before and is_free(scene, turn, attributions) and (found := announcement(scene, before)):
            source, cue = found
            made.append(Attribution(source=source, cue=(cue,), content=turn.spans, rule="announced turn"))
    return attributions + made


def announcement(scene: Scene, paragraph: Span) -> tuple[Spans, Span] | None:
    """The source and the cue of a paragraph such as ``The minister then wrote on Monday:``; None when it is none."""
    if not cut(scene.text, paragraph).endswith(":"):
        return None
    start = max(scene.text.rfind(stop, paragraph.start, paragraph.stop) for stop in ".!?") + 1
    sentence = Span(max(start, paragraph.start), paragraph.stop)
    words = [
        Span(*m.span()) for m in WORD.finditer(scene.text, sentence.start, sentence.stop) if m.group()[0].isalnum()
    ]
    told = [scene.language.key(cut(scene.text, w)) for w in words]
    at = next((i for i, word in enumerate(told) if word in scene.language.speech), None)
    if at is None or len(words) > LONGEST_ANNOUNCEMENT:
        return None
    first = at
    while first and told[first - 1] in scene.language.auxiliaries:
        first -= 1
    source = (Span(words[0].start, words[first - 1].stop),) if first else ()
    return source, Span(words[first].start, words[at].stop)


def announced_block(scene: Scene, attributions: list[Attribution]) -> list[Attribution]:
    """The same where the words stand without marks, as a block: the next paragraph, when nobody has a part of it."""
    made = []
    for before, block in pairwise(scene.paragraphs):
        found = announcement(scene, before)
        if not found or any(shares(a.content + a.cue, (before, block)) for a in attributions):
            continue
        told = WORD.findall(scene.text, found[1].stop, before.stop)
        quoted = any(shares(t.spans, (block,)) for t in scene.turns)
        if not quoted and len(told) <= FEWEST_WORDS and word_count(scene.text, (block,)) >= FEWEST_WORDS:
            made.append(Attribution(source=found[0], cue=(found[1],), content=(block,), rule="announced block"))
    return attributions + made


def signed_turn(scene: Scene, attributions: list[Attribution]) -> list[Attribution]:
    """A turn that nobody has, with a dash and a name behind it to the end of its paragraph."""
    made = []
    for turn in scene.turns:
        if is_free(scene, turn, attributions):
            paragraph = scene.paragraph(turn.outer.stop - 1)
            signed = SIGNATURE.fullmatch(scene.text, turn.outer.stop, paragraph.stop)
            if signed and signed[2] and is_name(scene.text, Span(*signed.span(2))):
                cue, source = Span(*signed.span(1)), Span(*signed.span(2))
                made.append(Attribution(source=(source,), cue=(cue,), content=turn.spans, rule="signed turn"))
    return attributions + made


def colon_heading(scene: Scene, attributions: list[Attribution]) -> list[Attribution]:
    """A heading of a turn and a name, or of a name and what it says, parted by a colon: the name is the source. Without
    quotation marks it must be the name of somebody who is a source elsewhere in the article."""
    known = {w for a in attributions for s in a.source for w in words_of(scene.text, s) if w[0].isupper()}
    made = []
    for heading in scene.document.headings:
        sides = COLON.fullmatch(scene.text, heading.start, heading.stop)
        if not sides or any(shares(a.content, (heading,)) for a in attributions):
            continue
        left, right = Span(*sides.span(1)), Span(*sides.span(2))
        for name, words in ((right, left), (left, right)):
            turn = next((t for t in scene.turns if holds(words, t.outer) and words.stop - t.outer.stop <= 1), None)
            quoted = turn is not None and turn.outer.start == words.start
            if is_name(scene.text, name) and (quoted or (name == left and known & set(words_of(scene.text, name)))):
                content = turn.spans if turn and quoted else (words,)
                made.append(Attribution(source=(name,), cue=(), content=content, rule="colon heading"))
                break
    return attributions + made


def words_of(text: str, span: Span) -> list[str]:
    return [m.group() for m in WORD.finditer(text, span.start, span.stop) if m.group()[0].isalpha()]


def is_name(text: str, span: Span) -> bool:
    """Whether a stretch of a heading is short enough for a name and begins as one."""
    words = words_of(text, span)
    return 0 < len(words) <= LONGEST_NAME and cut(text, span)[:1].isupper()


def one_cue(scene: Scene, attributions: list[Attribution]) -> list[Attribution]:
    """Two attributions of one content whose cues stand side by side (*It* … *is reported*) are one."""
    mended: list[Attribution] = []
    for a in attributions:
        near = [n for n in range(max(0, len(mended) - NEAR), len(mended)) if mended[n].content == a.content]
        twin = next((n for n in near if side_by_side(scene.text, a, mended[n])), None)
        if a.rule in APART or (twin is not None and mended[twin].rule in APART):
            twin = None
        if twin is None:
            mended.append(a)
            continue
        better = max(a, mended[twin], key=lambda x: (bool(x.source), x.score or 0))
        both = hull(a.cue + mended[twin].cue)
        cue = (both,) if not shares(better.source, (both,)) else better.cue
        mended[twin] = msgspec.structs.replace(better, cue=cue, notes=(*better.notes, "one cue"))
    return mended


def side_by_side(text: str, a: Attribution, b: Attribution) -> bool:
    """Whether nothing but white space stands between two cues."""
    if not a.cue or not b.cue:
        return False
    first, second = sorted((hull(a.cue), hull(b.cue)))
    return not text[first.stop : second.start].strip()


def own_paragraph(scene: Scene, attributions: list[Attribution]) -> list[Attribution]:
    """A content and a source keep to their cue's paragraph, where they have a part there."""
    mended = []
    for a in attributions:
        own = scene.paragraph(a.cue[0].start) if a.cue else None
        if own:
            content, source = kept_in(own, a.content), kept_in(own, a.source)
            if (content, source) != (a.content, a.source):
                a = msgspec.structs.replace(noted(a, "own paragraph", content), source=source)
        mended.append(a)
    return mended


def kept_in(paragraph: Span, spans: Spans) -> Spans:
    """The parts of the spans within a paragraph; all of them where none is."""
    inside = tuple(
        Span(max(s.start, paragraph.start), min(s.stop, paragraph.stop)) for s in spans if meets(s, paragraph)
    )
    return inside or spans


def lone_turn(scene: Scene, attributions: list[Attribution]) -> list[Attribution]:
    """A turn that nobody has and that is a paragraph of its own is a statement without source and cue."""
    made = [
        Attribution(source=(), cue=(), content=turn.spans, rule="lone turn")
        for turn in scene.turns
        if is_free(scene, turn, attributions) and is_alone(scene, turn)
    ]
    return attributions + made


Rule = Callable[[Scene, list[Attribution]], list[Attribution]]
RULES: tuple[tuple[str, Rule], ...] = (
    ("own paragraph", own_paragraph),
    ("one cue", one_cue),
    ("whole turn", whole_turn),
    ("same turn", same_turn),
    ("announced turn", announced_turn),
    ("announced block", announced_block),
    ("signed turn", signed_turn),
    ("colon heading", colon_heading),
    ("lone turn", lone_turn),
)
