"""Lines with their questions answered. `answered` stages a marked line (tests/staged.py) and then takes the later steps
as `read` does: date, address, classify, figure."""

from __future__ import annotations

from functools import lru_cache

from sayso.answers.frame import frames_of
from sayso.dates.timeline import timeline
from sayso.marks import find_quotations
from sayso.records import Statement
from sayso.spans import Span
from sayso.steps.address import address
from sayso.steps.classify import classify
from sayso.steps.date import date
from sayso.steps.figure import figure
from tests.staged import stage

MARCH = "2025-03-14"  # a Friday


@lru_cache(maxsize=1024)
def answered(line: str, published: str | None = None, lang: str = "en") -> tuple[Statement, ...]:
    """The statements of a marked line, answered, in the order of the text."""
    s = stage(line, published, lang)
    quotations = find_quotations(s.scene.text)
    times = timeline(s.scene.text, s.scene.words, s.scene.language, published)
    frames = frames_of(s.statements, s.scene, s.cast, times, quotations)
    statements = s.statements
    for step in (date, address, classify):
        statements = step(statements, frames)
    return figure(statements, s.text, times, s.scene.language)


def last(line: str, published: str | None = None, lang: str = "en") -> Statement:
    """The statement that a case is about: the last."""
    return answered(line, published, lang)[-1]


def cut(line: str, span: Span | None, published: str | None = None, lang: str = "en") -> str | None:
    """The words of a line that a span holds."""
    return stage(line, published, lang).cut(span)
