"""Readings of one statement each, as ledgers are tested with."""

from __future__ import annotations

from msgspec.structs import replace

from sayso.records import Act, Condition, Member, Reading, Speaker, When
from tests.marked import reading_of


def who(name: str, side: str | None = None, kind: str = "person") -> Speaker:
    return Speaker(name=name, kind=kind, rule="name", confidence=1.0, side=side)  # type: ignore[arg-type]


def said(
    line: str, speaker: Speaker | None, *, day: str | None = None, act: Act = "state", outlet: str = "The Post",
    lang: str = "en", via: tuple[Speaker, ...] = (), named: str | None = None, condition: bool = False,
    url: str | None = None,
) -> Reading:  # fmt: skip
    """A reading of one statement."""
    reading = reading_of(line)
    (statement,) = reading.statements
    document, span = reading.document, statement.content[0]
    cast: tuple[Member, ...] = ()
    if named:
        at = document.text.index(named)
        place = type(span)(at, at + len(named))
        cast = (Member(name=named, kind="organization", names=(place,), forms=(named,)),)
    return replace(
        reading,
        document=replace(document, outlet=outlet, lang=lang, published="2025-03-14", url=url),
        cast=cast,
        statements=(
            replace(
                statement,
                speaker=speaker,
                via=via,
                act=act,
                said_on=When(span=span, value=day, rule="beside the cue") if day else None,
                condition=Condition(text="if", span=span, rule="if") if condition else None,
            ),
        ),
    )
