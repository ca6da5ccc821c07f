"""The resolving step. In: a document's statements, its cast, and what its words refer to; out: the statements with
their speakers, or honestly none, and with those who passed them on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from sayso.marks import paragraphs
from sayso.model.sense import Sense
from sayso.records import Candidate, Speaker, Statement
from sayso.spans import hull
from sayso.speakers.cast import Cast
from sayso.speakers.phrase import take_apart_at
from sayso.speakers.rules import Rule, ask
from sayso.speakers.scene import Scene
from sayso.speakers.stage import Answer, Doubt, Found, Stage, Turn
from sayso.speakers.through import passed_on_by

# Below this a speaker is not given.
LEAST = 0.5


def resolve(statements: Sequence[Statement], scene: Scene, cast: Cast, sense: Sense) -> tuple[Statement, ...]:
    """The statements, in order, each with its speaker and ``via``."""
    turns = [turn for _, turn in take_turns(statements, scene, cast, sense)]
    return passed_on_by([t.statement for t in turns], scene, cast)


def take_turns(statements: Sequence[Statement], scene: Scene, cast: Cast, sense: Sense) -> Iterator[tuple[Stage, Turn]]:
    """Each statement in turn: what the rules looked at, and what became of it."""
    turns: list[Turn] = []
    parts = tuple(paragraphs(scene.text))
    for statement in statements:
        at = hull(statement.source[:1] or statement.cue or statement.content)
        phrase = take_apart_at(at, scene.words, scene.names, scene.language) if statement.source else None
        stage = Stage(scene, cast, sense, parts, statement, phrase, tuple(turns), at)
        turn = turn_of(stage, *ask(stage))
        yield stage, turn
        turns.append(turn)


def turn_of(stage: Stage, rule: Rule | None, answer: Answer) -> Turn:
    """The statement with what the rule says."""
    statement, speaker, member = stage.statement, None, None
    if isinstance(answer, Found) and rule and rule.confidence >= LEAST:
        member = answer.member
        speaker = Speaker(
            name=answer.name, kind=answer.kind, role=answer.role, side=answer.side, rule=rule.name,
            confidence=rule.confidence, named=answer.named, role_span=answer.role_span, english=answer.english,
        )  # fmt: skip
        statement = msgspec.structs.replace(statement, speaker=speaker)
    elif isinstance(answer, Doubt) and rule:
        rivals = tuple(
            Candidate(
                name=n, rule=rule.name, confidence=round(rule.confidence / (1 + len(answer.rivals)), 2), reason=why
            )
            for n, why in answer.rivals
        )
        statement = msgspec.structs.replace(statement, candidates=rivals)
    return Turn(statement, speaker, member, stage.at)
