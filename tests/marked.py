"""Lines with statements marked in them. In: ``“{1c We are ready},” {1q said} {1s Ana Ruiz}.``; out: the text without
the marks, and the spans of each statement. The number says which statement, the letter which role: s source, q cue,
c content. Marks may nest: ``{1s Ruiz} {1q said} {1c {2s they} {2q promised} {2c more}}``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from sayso.marks import find_quotations
from sayso.records import Attribution, Document, Fault, MadeBy, Reading
from sayso.spans import Span, Spans
from sayso.steps.state import state

MARK = re.compile(r"\{(\d+)([sqc]) |\}")
ROLES = {"s": "source", "q": "cue", "c": "content"}


class Marked(NamedTuple):
    """The spans of one statement, in the order of the text."""

    source: Spans = ()
    cue: Spans = ()
    content: Spans = ()


def parse_marked(line: str) -> tuple[str, list[Marked]]:
    """The text and its statements, by number. Raises ValueError for marks that do not pair, a mark around nothing,
    or a number left out."""
    text, at = "", 0
    open_marks: list[tuple[int, str, int]] = []
    found: dict[int, dict[str, list[Span]]] = {}
    for mark in MARK.finditer(line):
        text += line[at : mark.start()]
        at = mark.end()
        if mark.group() != "}":
            open_marks.append((int(mark[1]), ROLES[mark[2]], len(text)))
            continue
        if not open_marks:
            raise ValueError(f"a mark is closed that was not opened: {line}")
        number, role, start = open_marks.pop()
        found.setdefault(number, {}).setdefault(role, []).append(Span(start, len(text)))
    if open_marks or sorted(found) != list(range(1, len(found) + 1)):
        raise ValueError(f"a mark is not closed, or a number is left out: {line}")
    rows = (found[number] for number in sorted(found))
    return text + line[at:], [Marked(**{role: tuple(sorted(spans)) for role, spans in row.items()}) for row in rows]


def write_marked(text: str, statements: Sequence[Marked]) -> str:
    """The inverse: the text with the statements marked in it, in their order. Spans may nest and must not cross."""
    spans = [
        (span, f"{{{number}{letter} ")
        for number, statement in enumerate(statements, 1)
        for letter, role in ROLES.items()
        for span in getattr(statement, role)
    ]
    spans.sort(key=lambda pair: (pair[0].start, -pair[0].stop))
    # What opens outermost closes last; at one place the marks that close stand before those that open.
    marks = [(span.start, 1, place, mark) for place, (span, mark) in enumerate(spans)]
    marks += [(span.stop, 0, -place, "}") for place, (span, _) in enumerate(spans)]
    line, at = "", 0
    for offset, _, _, mark in sorted(marks):
        line += text[at:offset] + mark
        at = offset
    return line + text[at:]


def attributions(line: str, rule: str = "test") -> tuple[str, list[Attribution]]:
    """The text of a marked line and its attributions as the tagger would bring them."""
    text, statements = parse_marked(line)
    return text, [Attribution(**statement._asdict(), rule=rule) for statement in statements]


def reading_of(line: str, **facts: str) -> Reading:
    """A reading of a marked line, made without the model, with one fault."""
    text, found = attributions(line)
    document = Document(id="a", text=text, lang="en", **facts)
    return Reading(
        document=document,
        statements=state(document, found, find_quotations(text)),
        faults=(Fault(statement="s", rule="is trimmed", message="statement x: white space"),),
        made_by=MadeBy(version="0", model=None),
    )
