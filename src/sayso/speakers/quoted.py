"""The rule for *the agency quoted the minister as saying*: the object speaks, and the subject passes it on."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace

from sayso.spans import Span, hull
from sayso.speakers import described, named, pronouns
from sayso.speakers.phrase import take_apart_at
from sayso.speakers.scene import between
from sayso.speakers.stage import Answer, Doubt, Stage
from sayso.text import fold

# The one quoted is named in so many words at most.
LONGEST_OBJECT = 14
RULES = (
    *(pronouns.just_spoke, pronouns.named_last, pronouns.weighed),
    *(named.own_name, named.body, described.group, described.unnamed),
)


def quoted(stage: Stage) -> Answer:
    """*The agency quoted the minister as saying*: it is the minister who says it, and the agency passes it on."""
    words, cue = stage.scene.words, hull(stage.statement.cue or stage.statement.content)
    if not stage.statement.source or not {fold(t.text) for t in between(words, cue)} & stage.speakers.citing:
        return None
    at = bisect_left(words, (cue.stop,))
    size = next(
        (n for n, t in enumerate(words[at : at + LONGEST_OBJECT]) if fold(t.text) in stage.speakers.quoted_as), 0
    )
    if not size:
        return None
    span = Span(words[at].start, words[at + size - 1].stop)
    inner = replace(stage, phrase=take_apart_at(span, words, stage.scene.names, stage.scene.language), at=span)
    return next((a for rule in RULES if (a := rule(inner)) is not None), Doubt(()))
