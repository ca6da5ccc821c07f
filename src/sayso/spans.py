"""Span(start, stop): a half-open stretch of a document's text, in Unicode code points, and its arithmetic.

In: spans and texts; out: spans. Every function takes any sound span of the text and never raises (``hull`` wants
one span at least).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from sayso.errors import RecordError


class Span(msgspec.Struct, frozen=True, array_like=True, order=True, forbid_unknown_fields=True):
    """A stretch of text: ``start`` inclusive, ``stop`` exclusive, in code points. Raises RecordError when backwards
    or negative; an empty span is not a span."""

    start: int
    stop: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.stop:
            raise RecordError(f"Span({self.start}, {self.stop}): a span needs 0 <= start < stop; check the offsets.")


Spans = tuple[Span, ...]


def cut(text: str, span: Span) -> str:
    """The words of a span."""
    return text[span.start : span.stop]


def meets(a: Span, b: Span) -> bool:
    """Whether two spans share at least one code point."""
    return a.start < b.stop and b.start < a.stop


def holds(outer: Span, inner: Span) -> bool:
    """Whether ``inner`` lies within ``outer`` (equal counts)."""
    return outer.start <= inner.start and inner.stop <= outer.stop


def hull(spans: Sequence[Span]) -> Span:
    """The smallest span that holds them all, of which there must be one at least."""
    return Span(min(s.start for s in spans), max(s.stop for s in spans))


def reading_order(spans: Sequence[Span]) -> tuple[int, int]:
    """The key that sorts what has these spans by where it begins; of two that begin together, the longer first."""
    whole = hull(spans)
    return whole.start, -whole.stop


def covers(outer: Sequence[Span], inner: Sequence[Span]) -> bool:
    """Whether every span of ``inner`` lies within one of ``outer``; false when ``inner`` is empty."""
    return bool(inner) and all(any(holds(o, i) for o in outer) for i in inner)


def trim(text: str, span: Span, unwanted: str) -> Span | None:
    """The span without white space and the characters of ``unwanted`` at either edge; None when nothing is left."""
    start, stop = span.start, span.stop
    while start < stop and (text[start].isspace() or text[start] in unwanted):
        start += 1
    while start < stop and (text[stop - 1].isspace() or text[stop - 1] in unwanted):
        stop -= 1
    return Span(start, stop) if start < stop else None


def join(text: str, spans: Iterable[Span]) -> Spans:
    """The spans in order, those that meet or are parted by white space alone made one."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and (span.start <= joined[-1].stop or text[joined[-1].stop : span.start].isspace()):
            joined[-1] = Span(joined[-1].start, max(joined[-1].stop, span.stop))
        else:
            joined.append(span)
    return tuple(joined)


def subtract(span: Span, holes: Iterable[Span]) -> Spans:
    """What is left of a span outside the holes, in order."""
    left, at = [], span.start
    for hole in sorted(holes):
        if hole.start >= span.stop or hole.stop <= at:
            continue
        if hole.start > at:
            left.append(Span(at, hole.start))
        at = hole.stop
    if at < span.stop:
        left.append(Span(at, span.stop))
    return tuple(left)


def length(spans: Iterable[Span]) -> int:
    """How many code points the spans hold together (spans that meet are counted twice)."""
    return sum(s.stop - s.start for s in spans)


def blank(text: str, spans: Iterable[Span]) -> str:
    """The text with spaces in the place of the spans' characters, and of the same length. The spans stand apart."""
    parts: list[str] = []
    at = 0
    for span in sorted(spans):
        parts += (text[at : span.start], " " * (span.stop - span.start))
        at = span.stop
    return "".join((*parts, text[at:]))


def shifted(spans: Iterable[Span], by: int) -> Spans:
    """The spans moved by so many code points; none may come to lie before 0."""
    return tuple(Span(s.start + by, s.stop + by) for s in spans)


def within(spans: Iterable[Span], whole: Span) -> Spans:
    """The parts of the spans that lie within ``whole``, in its own offsets."""
    return tuple(
        Span(max(s.start, whole.start) - whole.start, min(s.stop, whole.stop) - whole.start)
        for s in spans
        if meets(s, whole)
    )
