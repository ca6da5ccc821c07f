"""The classifying step. In: a document's statements and their frames; out: the statements with their acts and force,
their condition, polarity and time, and how they are worded."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from sayso.answers.act import acts_of, force_of
from sayso.answers.evidence import Evidence
from sayso.answers.frame import Frame
from sayso.answers.wording import hedges_of, polarity_of, stance_of, time_of
from sayso.records import Statement


def classify(statements: Sequence[Statement], frames: Sequence[Frame]) -> tuple[Statement, ...]:
    """The statements classified."""
    return tuple(classified(s, Evidence(f)) for s, f in zip(statements, frames, strict=True))


def classified(statement: Statement, e: Evidence) -> Statement:
    acts = acts_of(e)
    return msgspec.structs.replace(
        statement, act=acts[0].act, acts=acts, force=force_of(e, acts[0].act), condition=e.hangs_on,
        polarity=polarity_of(e), time=time_of(e), stance=stance_of(e), hedges=hedges_of(e),
    )  # fmt: skip
