"""The addressing step. In: the frames of a document's statements; out: the statements with ``venue`` and
``addressee``."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from sayso.answers.frame import Frame
from sayso.answers.where import venues_of
from sayso.answers.whom import addressees_of
from sayso.records import Statement


def address(frames: Sequence[Frame]) -> tuple[Statement, ...]:
    """The statements with where and to whom they were made."""
    venues = venues_of(frames)
    return tuple(
        msgspec.structs.replace(f.statement, venue=venue, addressee=found)
        for f, venue, found in zip(frames, venues, addressees_of(frames, venues), strict=True)
    )
