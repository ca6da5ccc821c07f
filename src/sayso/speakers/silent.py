"""Rules for a statement without a source of its own."""

from __future__ import annotations

import re
from bisect import bisect_left

from sayso.spans import Span, hull
from sayso.speakers.pronouns import is_passive, of_turn
from sayso.speakers.stage import Answer, Doubt, Stage

# A sentence ends with its stop, perhaps a closing mark, and a capital after it, or with the line.
SENTENCE_END = re.compile(r"[.!?][\"”’»')]*\s+[\"“‘«(]*[A-ZА-ЯЁ]|\n")
# No sentence holds more statements.
LAST = 12


def same_clause(stage: Stage) -> Answer:
    """*…, adding that*: a second verb without a subject has the speaker of the clause before it. *Is expected*, *the
    allegation of*, *evidence to suggest* hide who does, and nobody is filled in."""
    if stage.statement.source or not stage.statement.cue:
        return None
    cue = hull(stage.statement.cue)
    for turn in reversed(stage.turns[-LAST:]):
        other = turn.statement
        beside = bool(other.cue) and other.inside == stage.statement.inside
        if beside and same_sentence(stage, hull(other.cue), cue):
            return of_turn(turn) if goes_with(stage, cue) else Doubt(())
    return Doubt(()) if is_passive(stage) else None


def goes_with(stage: Stage, cue: Span) -> bool:
    """Whether a cue without a source shares the subject of the clause before it: a participle, or a verb right after
    *and*, *but* or a comma; no passive, no noun."""
    at = max(0, bisect_left(stage.scene.words, (cue.start + 1,)) - 1)
    first = stage.scene.words[at].word
    before = [t.word for t in stage.scene.words[max(0, at - 2) : at]]
    if is_passive(stage):
        return False
    if first.endswith("ing"):
        return True
    joins = stage.speakers.conjunctions | frozenset({"but", ","}) | stage.speakers.trailing
    return before[-1:] != [] and before[-1] in joins


def same_sentence(stage: Stage, first: Span, second: Span) -> bool:
    """Whether no sentence ends between two stretches."""
    low, high = sorted((first, second))
    between = stage.scene.text[low.stop : max(low.stop, high.start) + 1]
    return SENTENCE_END.search(between) is None


def goes_on(stage: Stage) -> Answer:
    """A quotation that merely stands there goes on with the last speaker, in its paragraph or the next."""
    if stage.statement.source or stage.statement.cue:
        return None
    previous = stage.previous
    if previous is None or stage.paragraphs_since(previous) > 1:
        return Doubt(())
    return of_turn(previous)
