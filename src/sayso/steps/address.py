"""The addressing step. In: a document's statements and their frames; out: the statements with ``venue`` and
``addressee``."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from sayso.answers.frame import Frame
from sayso.answers.where import venues_of
from sayso.answers.whom import addressees_of
from sayso.records import Statement


def address(statements: Sequence[Statement], frames: Sequence[Frame]) -> tuple[Statement, ...]:
    """The statements with where and to whom they were made."""
    venues = venues_of(frames)
    return tuple(
        msgspec.structs.replace(s, venue=venue, addressee=found)
        for s, venue, found in zip(statements, venues, addressees_of(frames, venues), strict=True)
    )
