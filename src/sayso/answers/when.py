"""When a statement was made. In: the frames of a document's statements; out: for each the time of saying, or None.
RULES stand in order; the first that finds a time gives it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import msgspec

from sayso.answers.frame import Frame, same_speaker
from sayso.dates.timeline import Timed
from sayso.records import When
from sayso.spans import holds, hull

LEAD = 3  # paragraphs in which what a heading tells is told again, the heading's own included
Told = Sequence[tuple[Frame, When | None]]


def dated_document(frame: Frame, before: Told) -> When | None:
    """In the words for a document that speaks: *data released Friday*, *the August report*."""
    speaker = frame.statement.speaker
    if speaker is None or speaker.kind != "document":
        return None
    times = (t for span in frame.statement.source for t in frame.timeline.within(span) if holds(span, t.span))
    return next((frame.timeline.read(t, back=True) for t in times if t.expression.moment), None)


def beside_cue(frame: Frame, before: Told) -> When | None:
    """In the sentence of the cue, outside what is said: the nearest one that belongs to no other noun or verb."""
    times = [t for t in frame.timeline.within(frame.span) if t.expression.moment]
    near = [(frame.gap(t.span), n, t) for n, t in enumerate(times) if own(frame, t)]
    return frame.timeline.read(min(near)[2], back=True) if near else None


def own(frame: Frame, timed: Timed) -> bool:
    """Whether a time is the cue's, and not that of a noun after it (*Friday's vote*) unless this is where it is said
    (*in a May 7 memo*, *at today's press conference*)."""
    span = timed.span
    if not frame.free(span):
        return False
    stop = frame.number(span.stop)
    parts = frame.timeline.parts
    possessive = frame.scene.text[span.stop : span.stop + 1] in ("'", "’")
    led = frame.number(span.start) and parts[frame.number(span.start) - 1].among(frame.words.owners)
    if possessive or (led and stop < len(parts) and parts[stop].is_word):
        where = any(a.among(frame.words.writings | frame.words.meetings) for a in parts[stop : stop + 4])
        return where and frame.belongs(span)
    planned = frame.statement.form == "ascribed" and span.start > frame.at.start
    return not planned and frame.belongs(span)


def lead_of_heading(frame: Frame, before: Told) -> When | None:
    """A heading without a time takes that of the lead: of its speaker's first statement in the body."""
    name = frame.statement.speaker.name if frame.statement.speaker else None
    if not frame.heading or name is None:
        return None
    bodies = (frame.of(s) for s in frame.others if s.speaker and s.speaker.name == name)
    first = next((f for f in bodies if not f.heading), None)
    return beside_cue(first, before) if first and first.paragraph_of(first.at) <= LEAD else None


def same_breath(frame: Frame, before: Told) -> When | None:
    """What the same speaker goes on to say in the same paragraph, or adds in the next, was said when the first was."""
    for other, when in reversed(before[-4:]):
        if other.statement.inside != frame.statement.inside:
            continue
        adds = frame.cue_among(frame.words.continuing)
        close = frame.paragraph_of(hull(other.statement.content)) >= frame.paragraph_of(frame.at) - adds
        return when if close and same_speaker(frame.statement, other.statement) else None
    return None


RULES: tuple[tuple[str, Callable[[Frame, Told], When | None]], ...] = (
    ("dated document", dated_document),
    ("beside the cue", beside_cue),
    ("lead of the heading", lead_of_heading),
    ("same breath", same_breath),
)


def said_on(frames: Sequence[Frame]) -> list[When | None]:
    """When each statement was made, in order."""
    done: list[tuple[Frame, When | None]] = []
    for frame in frames:
        found = ((name, when) for name, rule in RULES if (when := rule(frame, done)))
        done.append((frame, next((msgspec.structs.replace(when, rule=name) for name, when in found), None)))
    return [when for _, when in done]
