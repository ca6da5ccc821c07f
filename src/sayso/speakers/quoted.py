"""Rules for a source that passes on what another says: *the agency quoted the minister as saying*, *CBS writes, citing
people familiar with the plans*. The object speaks, and the subject is in ``via``."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from sayso.spans import Span, hull
from sayso.speakers import described, named, pronouns
from sayso.speakers.phrase import take_apart_at
from sayso.speakers.scene import between, sentence_of
from sayso.speakers.stage import Answer, Doubt, Stage
from sayso.text import Token

# The one quoted is named in so many words at most.
LONGEST_OBJECT = 14
RULES = (
    *(pronouns.just_spoke, pronouns.named_last, pronouns.weighed),
    *(named.own_name, named.body, described.group, described.unnamed),
)


def quoted(stage: Stage) -> Answer:
    """*The agency quoted the minister as saying*: it is the minister who says it, and the agency passes it on."""
    words, cue = stage.scene.words, hull(stage.statement.cue or stage.statement.content)
    if not stage.statement.source or not {t.word for t in between(words, cue)} & stage.speakers.citing:
        return None
    at = bisect_left(words, (cue.stop,))
    size = next((n for n, t in enumerate(words[at : at + LONGEST_OBJECT]) if t.word in stage.speakers.quoted_as), 0)
    if not size:
        return None
    return object_of(stage, words[at : at + size])


def citing(stage: Stage) -> Answer:
    """*CBS writes, citing people familiar with the plans*: an outlet that names whom it has it from."""
    phrase, statement = stage.phrase, stage.statement
    if stage.scene.language.cues is not None:
        return None  # the rules over syntax give those referred to a statement of their own
    if phrase is None or phrase.name is None or phrase.name.kind != "organization" or not statement.cue:
        return None
    words, speakers = stage.scene.words, stage.speakers
    cue = {t.word for span in statement.cue for t in between(words, span)}
    media = phrase.name.entry is not None and phrase.name.entry.sort == "media"
    if not (media or cue & speakers.writing):
        return None
    near = between(words, sentence_of(stage.scene, hull(statement.cue)))
    at = next((n for n, t in enumerate(near) if t.word in speakers.citing_now and t.start > stage.at.start), None)
    if at is None:
        return None
    size = next((n for n, t in enumerate(near[at + 1 :]) if t.text in ",.;:" or t.word == "that"), LONGEST_OBJECT)
    return object_of(stage, near[at + 1 : at + 1 + size])


def object_of(stage: Stage, words: Sequence[Token]) -> Answer:
    """Who the object of a verb of citing is."""
    if not words:
        return None
    span = Span(words[0].start, words[-1].stop)
    inner = replace(
        stage, phrase=take_apart_at(span, stage.scene.words, stage.scene.names, stage.scene.language), at=span
    )
    return next((a for rule in RULES if (a := rule(inner)) is not None), Doubt(()))
