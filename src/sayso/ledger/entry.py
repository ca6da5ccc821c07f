"""A statement as it leaves a ledger, with all that is known of it, as frozen records."""

from __future__ import annotations

import msgspec

from sayso.records import Act, Document, Force, Form, MadeBy, Polarity, SpeakerKind, Stance, Sure, Tense
from sayso.spans import Spans


class Claim(msgspec.Struct, frozen=True, kw_only=True):
    """A figure that a statement claims, as in ``records.Figure``; ``words`` are its own."""

    words: str
    low: float | None = None
    high: float | None = None
    unit: str | None = None
    currency: str | None = None
    counted: str | None = None
    sure: Sure = "exact"


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """A statement with its article. ``id`` is the statement's, ``group`` that of the first one that is the same,
    ``inside`` that of the one it is told in. ``source``, ``cue`` and ``content`` are exact words, stretches joined by
    *…*, and their spans offsets in code points into the article's text. ``day`` is that of saying, else of publication.
    ``corrected`` names the fields that a person corrected; ``version``, ``model`` and ``roster`` what read the rest."""

    id: str
    group: str
    inside: str | None
    url: str | None
    title: str | None
    name: str
    outlet: str | None
    published: str | None
    lang: str
    speaker: str | None
    kind: SpeakerKind | None
    role: str | None
    side: str | None
    source: str
    cue: str
    content: str
    form: Form
    said_on: str | None
    day: str | None
    addressee: str | None
    venue: str | None
    act: Act | None
    force: Force | None
    plover: str | None
    cameo: str | None
    condition: str | None
    polarity: Polarity | None
    time: Tense | None
    stance: Stance | None
    via: tuple[str, ...]
    about: tuple[str, ...]
    figures: tuple[Claim, ...]
    score: float | None
    source_spans: Spans
    cue_spans: Spans
    content_spans: Spans
    corrected: tuple[str, ...]
    version: str
    model: str | None
    roster: str | None


class Article(msgspec.Struct, frozen=True):
    """An article with statements of it, as they leave a ledger."""

    document: Document
    made_by: MadeBy
    entries: tuple[Entry, ...]
