"""The one judge of "true to its document". In: a document and a statement; out: its faults, none when it is sound."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from itertools import pairwise

from sayso.records import Addressee, Document, Fault, Statement, Venue, When
from sayso.spans import Span, cut, holds, meets
from sayso.text import spaced

PREFIX = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")


def check(document: Document, statement: Statement) -> list[Fault]:
    """The faults of a statement. Total: never raises."""
    return [
        Fault(statement=statement.id, rule=name, message=f"statement {statement.id}: {message}", span=span)
        for name, rule in RULES
        for message, span in rule(document, statement)
    ]


def spans_of(statement: Statement) -> Iterator[tuple[str, Span]]:
    for role in ("source", "cue", "content"):
        for span in getattr(statement, role):
            yield role, span


def told_at(statement: Statement) -> Iterator[tuple[str, Span]]:
    """Where the names and roles stand of the speaker and of those who passed it on, and where every other answer is
    read from."""
    s = statement
    single: tuple[tuple[str, Addressee | Venue | When | None], ...] = (
        ("addressee", s.addressee), ("venue", s.venue), ("said_on", s.said_on),
    )  # fmt: skip
    yield from ((name, answer.span) for name, answer in single if answer)
    yield from (("act", act.span) for act in s.acts if act.span)
    yield from (("hedge", span) for span in s.hedges)
    yield from ((name, span) for name, span, _ in claims(s))
    for who, speaker in (("speaker", s.speaker), *(("via", v) for v in s.via)):
        if speaker:
            yield from (
                (f"{who}'s {what}", span)
                for what, span in (("name", speaker.named), ("role", speaker.role_span))
                if span
            )


def claims(s: Statement) -> Iterator[tuple[str, Span, str | None]]:
    """What is read from the content: its name, where it stands, and its words where it keeps them."""
    if s.condition:
        yield "condition", s.condition.span, s.condition.text
    yield from (("figure", f.span, f.text) for f in s.figures)
    yield from (("time", w.span, None) for w in s.times)


def has_content(document: Document, statement: Statement) -> Iterator[tuple[str, Span | None]]:
    """A statement says something."""
    if not statement.content:
        yield "it has no content", None


def lies_within(document: Document, statement: Statement) -> Iterator[tuple[str, Span | None]]:
    """Every span lies within the text."""
    for role, span in (*spans_of(statement), *told_at(statement)):
        if span.stop > len(document.text):
            yield f"its {role} ends at {span.stop}, the text at {len(document.text)}", span


def is_quoted(document: Document, statement: Statement) -> Iterator[tuple[str, Span | None]]:
    """The words of an answer are those of its span, and what the content claims lies within it."""
    venue = statement.venue
    worded = [*claims(statement), *([("venue", venue.span, venue.text)] if venue else [])]
    for name, span, words in worded:
        if words is not None and words != spaced(cut(document.text, span)):
            yield f"its {name} is not what its span holds", span
    for name, span, _ in claims(statement):
        if not any(holds(c, span) for c in statement.content):
            yield f"its {name} lies outside its content", span


def is_dated(document: Document, statement: Statement) -> Iterator[tuple[str, Span | None]]:
    """A time is an ISO prefix of a real day."""
    for when in (statement.said_on, *statement.times):
        if when and when.value is not None and not is_prefix(when.value):
            yield f"{when.value} is no ISO prefix of a day", when.span


def is_prefix(value: str) -> bool:
    """Whether a value is an ISO prefix of a real day."""
    try:
        return PREFIX.fullmatch(value) is not None and bool(date.fromisoformat(value + "0001-01-01"[len(value) :]))
    except ValueError:
        return False


def is_trimmed(document: Document, statement: Statement) -> Iterator[tuple[str, Span | None]]:
    """No span starts or ends with white space."""
    for role, span in spans_of(statement):
        words = cut(document.text, span)
        if words != words.strip():
            yield f"its {role} has white space at its edge", span


def is_in_order(document: Document, statement: Statement) -> Iterator[tuple[str, Span | None]]:
    """The spans of a role stand in order and do not meet."""
    for role in ("source", "cue", "content"):
        spans = getattr(statement, role)
        for before, after in pairwise(spans):
            if after.start < before.stop:
                yield f"its {role} has spans that meet or stand out of order", after


def is_apart(document: Document, statement: Statement) -> Iterator[tuple[str, Span | None]]:
    """The cue and the source are not part of the content."""
    for role, span in spans_of(statement):
        if role != "content" and any(meets(span, c) for c in statement.content):
            yield f"its {role} lies inside its content", span


def is_article(document: Document, statement: Statement) -> Iterator[tuple[str, Span | None]]:
    """Furniture is never attributed."""
    for role, span in spans_of(statement):
        if any(meets(span, f) for f in document.furniture):
            yield f"its {role} meets the page's furniture", span


Rule = Callable[[Document, Statement], Iterator[tuple[str, Span | None]]]
RULES: tuple[tuple[str, Rule], ...] = (
    ("has content", has_content),
    ("lies within the text", lies_within),
    ("is what its span holds", is_quoted),
    ("is a real day", is_dated),
    ("is trimmed", is_trimmed),
    ("is in order", is_in_order),
    ("is apart from its cue and source", is_apart),
    ("is part of the article", is_article),
)
