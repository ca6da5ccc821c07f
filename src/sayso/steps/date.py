"""The dating step. In: a document's statements and their frames; out: the statements with ``said_on`` and with the
times that their contents speak about."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from sayso.answers.frame import Frame
from sayso.answers.when import said_on
from sayso.dates.timeline import Timeline
from sayso.records import Statement, When
from sayso.spans import holds


def date(statements: Sequence[Statement], frames: Sequence[Frame]) -> tuple[Statement, ...]:
    """The statements dated."""
    return tuple(
        msgspec.structs.replace(s, said_on=when, times=times_in(s, when, f.timeline))
        for s, f, when in zip(statements, frames, said_on(frames), strict=True)
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
