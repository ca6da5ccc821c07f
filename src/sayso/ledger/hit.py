"""What a search finds, as a frozen record."""

from __future__ import annotations

from typing import Literal

import msgspec

from sayso.spans import Span

Sort = Literal["date", "relevance"]


class Hit(msgspec.Struct, frozen=True, kw_only=True):
    """A statement that was found. ``key`` is where the next page begins after it; ``marks`` are where the words of the
    search stand in ``content``, whose spans are joined by *…*."""

    key: str
    id: str
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
    marks: tuple[Span, ...] = ()
