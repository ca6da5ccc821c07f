"""brat standoff (https://brat.nlplab.org/standoff.html). In: a reading, or articles of a ledger; out: NAME.txt and
NAME.ann in a folder.

Each statement is an event-like group: its Cue, Source and Content as text-bound annotations (discontinuous where they
have several stretches), tied by relations to its Content, with the form as an attribute of the Content.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from sayso.ledger.entry import Article
from sayso.records import Document, Reading
from sayso.spans import Span, Spans, cut

LONGEST_NAME = 80
ROLES = (("Content", "content"), ("Cue", "cue"), ("Source", "source"))


class Marked(NamedTuple):
    """What brat has of a statement."""

    content: Spans
    cue: Spans
    source: Spans
    form: str


def write_brat(reading: Reading, folder: Path) -> Path:
    """Write the two files of a reading and return the path of the .ann file. Raises OSError when the folder cannot be
    written."""
    return write_files(
        reading.document, [Marked(s.content, s.cue, s.source, s.form) for s in reading.statements], folder
    )


def write_articles(articles: Iterable[Article], folder: Path) -> int:
    """Write the two files of each article; how many statements they hold. Raises OSError as ``write_brat`` does."""
    folder.mkdir(parents=True, exist_ok=True)
    number = 0
    for article in articles:
        entries = [Marked(e.content_spans, e.cue_spans, e.source_spans, e.form) for e in article.entries]
        write_files(article.document, entries, folder)
        number += len(entries)
    return number


def write_files(document: Document, statements: Sequence[Marked], folder: Path) -> Path:
    """Write a text and its annotations; the path of these."""
    folder.mkdir(parents=True, exist_ok=True)
    text = document.text.encode("utf-8", "replace")
    name = file_name(document.id)
    there = folder / f"{name}.txt"
    if there.exists() and there.read_bytes() != text:
        name = f"{name}-{digest(text)}"  # another article of the same id
    (folder / f"{name}.txt").write_bytes(text)
    annotations = folder / f"{name}.ann"
    annotations.write_bytes(brat_lines(document.text, statements).encode("utf-8", "replace"))
    return annotations


def file_name(id: str) -> str:
    """An id as a file name: where it had to be made safe, with a digest, so that no two ids share one."""
    safe = re.sub(r"[^\w.-]+", "_", id).strip(".")[:LONGEST_NAME]
    return safe if safe and safe == id else f"{safe or 'document'}-{digest(id.encode('utf-8', 'surrogatepass'))}"


def digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:8]


def brat_lines(text: str, statements: Sequence[Marked]) -> str:
    """The annotations of a text."""
    lines: list[str] = []
    texts = relations = attributes = 0
    for statement in statements:
        content = ""
        for kind, role in ROLES:
            spans = getattr(statement, role)
            if not spans:
                continue
            texts += 1
            lines.append(text_bound(f"T{texts}", kind, text, spans))
            if kind == "Content":
                content = f"T{texts}"
                attributes += 1
                lines.append(f"A{attributes}\tForm {content} {statement.form}")
            else:
                relations += 1
                lines.append(f"R{relations}\tHas{kind} Arg1:{content} Arg2:T{texts}")
    return "".join(line + "\n" for line in lines)


def text_bound(name: str, kind: str, text: str, spans: Spans) -> str:
    """A text-bound annotation. brat allows no line break in one, so a span is cut at each."""
    pieces = [p for span in spans for p in unbroken(text, span)]
    offsets = ";".join(f"{p.start} {p.stop}" for p in pieces)
    return f"{name}\t{kind} {offsets}\t{' '.join(cut(text, p) for p in pieces)}"


def unbroken(text: str, span: Span) -> list[Span]:
    """The stretches of a span between line breaks."""
    return [Span(m.start(), m.end()) for m in re.compile(r"[^\r\n]+").finditer(text, span.start, span.stop)]
