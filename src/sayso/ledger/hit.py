"""What a search finds, as frozen records."""

from __future__ import annotations

from typing import Literal

import msgspec

from sayso.spans import Span

Sort = Literal["date", "relevance"]


class Hit(msgspec.Struct, frozen=True, kw_only=True):
    """A statement that was found. ``key`` is where the next page begins after it; ``marks`` are where the words of the
    search stand in ``content``, whose spans are joined by *…*; ``before`` and ``after`` are what stands round it in the
    text. ``corrected`` names the fields that a person corrected. ``group`` is the id of the first statement of those
    that are the same, and ``variants`` how many these are. ``document`` and ``who`` are the ledger's
    numbers of the article and of the speaker."""

    key: str
    id: str
    group: str
    variants: int
    document: int
    who: int | None
    title: str | None
    name: str
    outlet: str | None
    published: str | None
    url: str | None
    lang: str
    day: str | None
    speaker: str | None
    kind: str | None
    role: str | None
    side: str | None
    source: str
    cue: str
    content: str
    form: str
    act: str | None
    condition: str | None
    venue: str | None
    before: str
    after: str
    start: int
    stop: int
    corrected: tuple[str, ...] = ()
    marks: tuple[Span, ...] = ()


class Count(msgspec.Struct, frozen=True):
    """How many statements there are, and how many when those that are the same are counted once."""

    statements: int
    distinct: int


class Difference(msgspec.Struct, frozen=True):
    """In what a variant differs from the first: a field, or ``words`` for a stretch of the content; what the first has
    and what the variant has, None where it has nothing there."""

    field: str
    first: str | None
    here: str | None


class Variant(msgspec.Struct, frozen=True):
    """A statement of a group, and its differences from the first; between two languages the wording is not compared."""

    hit: Hit
    differences: tuple[Difference, ...] = ()
