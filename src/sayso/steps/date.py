"""The dating step. In: the frames of a document's statements; out: the statements with ``said_on`` and with the times
that their contents speak about."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from sayso.answers.frame import Frame
from sayso.answers.when import said_on
from sayso.dates.timeline import Timeline
from sayso.records import Statement, When
from sayso.spans import holds


def date(frames: Sequence[Frame]) -> tuple[Statement, ...]:
    """The statements dated."""
    return tuple(
        msgspec.structs.replace(f.statement, said_on=when, times=times_in(f.statement, when, f.timeline))
        for f, when in zip(frames, said_on(frames), strict=True)
    )


def times_in(statement: Statement, said: When | None, timeline: Timeline) -> tuple[When, ...]:
    """The times in a content, read against the day on which it was said where that is known."""
    day = said.value if said and said.value and len(said.value) == 10 else None
    return tuple(
        timeline.read(timed, day)
        for span in statement.content
        for timed in timeline.within(span)
        if holds(span, timed.span)
    )
