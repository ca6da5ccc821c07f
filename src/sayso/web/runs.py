"""A text with statements marked in it, as runs that do not overlap. In: a document and its statements' spans; out:
paragraphs of runs, each with the marks that lie on it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Literal

import msgspec

from sayso.ledger.entry import Entry
from sayso.records import Document
from sayso.spans import Span, holds, meets

Role = Literal["source", "cue", "content"]
ROLES: tuple[Role, ...] = ("content", "source", "cue")
PARAGRAPH = re.compile(r"[^\n]+")


class Mark(msgspec.Struct, frozen=True):
    """That a run belongs to a statement of the article, by its number there, in a role; ``first`` on the first run of
    the statement's content."""

    statement: int
    role: Role
    first: bool = False


class Run(msgspec.Struct, frozen=True):
    """A stretch of text with the marks on it."""

    text: str
    marks: tuple[Mark, ...] = ()


class Paragraph(msgspec.Struct, frozen=True):
    """A paragraph: of the article, one of its headings, or of the page round it (furniture)."""

    kind: Literal["text", "heading", "furniture"]
    runs: tuple[Run, ...]


def paragraphs(document: Document, entries: Sequence[Entry]) -> tuple[Paragraph, ...]:
    """The paragraphs of a document, in order; the statements are numbered from 1."""
    marks = [
        (span, Mark(number, role, role == "content" and span == entry.content_spans[0]))
        for number, entry in enumerate(entries, 1)
        for role in ROLES
        for span in getattr(entry, f"{role}_spans")
    ]
    found = [Span(*match.span()) for match in PARAGRAPH.finditer(document.text)]
    on: list[list[tuple[Span, Mark]]] = [[] for _ in found]
    starts = [span.start for span in found]
    for span, mark in marks:
        for at in range(max(bisect_right(starts, span.start) - 1, 0), bisect_left(starts, span.stop)):
            if meets(span, found[at]):  # and does not lie on the line ends behind it
                on[at].append((span, mark))
    return tuple(
        Paragraph(kind_of(document, span), tuple(runs(document.text, span, here)))
        for span, here in zip(found, on, strict=True)
    )


def kind_of(document: Document, span: Span) -> Literal["text", "heading", "furniture"]:
    """What a paragraph is."""
    if any(holds(other, span) for other in document.furniture):
        return "furniture"
    return "heading" if any(holds(other, span) for other in document.headings) else "text"


def runs(text: str, paragraph: Span, marks: Sequence[tuple[Span, Mark]]) -> Iterator[Run]:
    """The runs of a paragraph, of which the marks meet."""
    order = sorted(marks, key=lambda one: (one[1].statement, ROLES.index(one[1].role), one[0]))
    begins: dict[int, list[int]] = defaultdict(list)
    ends: dict[int, list[int]] = defaultdict(list)
    for n, (span, _) in enumerate(order):
        begins[max(span.start, paragraph.start)].append(n)
        ends[min(span.stop, paragraph.stop)].append(n)
    lying: set[int] = set()
    for start, stop in pairwise(sorted({paragraph.start, paragraph.stop, *begins, *ends})):
        lying -= set(ends.get(start, ()))
        lying |= set(begins.get(start, ()))
        on = (placed(*order[n], start) for n in sorted(lying))
        yield Run(text[start:stop], tuple(on))


def placed(span: Span, mark: Mark, start: int) -> Mark:
    """A mark on the run that begins at a place."""
    return Mark(mark.statement, mark.role, mark.first and start == span.start)
