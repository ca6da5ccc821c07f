"""How values are set on a page. In: values of records; out: words, links and numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any
from urllib.parse import quote, urlencode

import msgspec

from sayso.ledger.hit import Hit
from sayso.spans import Span
from sayso.terminal import said_of
from sayso.web.comparing import Rival
from sayso.web.runs import Run

SYMBOLS = {
    "state": "·", "promise": "✓", "propose": "?", "demand": "!", "threaten": "⚡", "accuse": "☞", "criticise": "−",
    "support": "+", "reject": "✗", "deny": "¬", "concede": "≈",
}  # fmt: skip


def link(path: str, **asked: Any) -> str:
    """An address with what is asked, without what is empty."""
    told = {name: value for name, value in asked.items() if value not in (None, "", False)}
    return f"{quote(path)}?{urlencode(told)}" if told else quote(path)


def marked(hit: Hit) -> Iterator[tuple[str, bool]]:
    """The content of a hit as pieces, each with whether it is a word of the search."""
    at = 0
    for mark in merged(hit.marks):
        yield hit.content[at : mark.start], False
        yield hit.content[mark.start : mark.stop], True
        at = mark.stop
    yield hit.content[at:], False


def merged(spans: Iterable[Span]) -> list[Span]:
    """Spans in order, those that meet as one."""
    made: list[Span] = []
    for span in sorted(spans):
        if made and span.start <= made[-1].stop:
            made[-1] = Span(made[-1].start, max(made[-1].stop, span.stop))
        else:
            made.append(span)
    return made


def classes(run: Run) -> str:
    """The classes of a run: the roles on it, and how many contents lie over one another."""
    depth = sum(mark.role == "content" for mark in run.marks)
    return " ".join(["m", *dict.fromkeys(mark.role for mark in run.marks), *([f"d{min(depth, 3)}"] if depth else [])])


def numbers(run: Run) -> str:
    """The statements that a run belongs to."""
    return " ".join(str(n) for n in dict.fromkeys(mark.statement for mark in run.marks))


def percent(part: float) -> str:
    return f"{part * 100:.0f}%"


def line(text: str, most: int) -> str:
    """The first characters of a text, or for a negative number the last, on one line."""
    cut = text[:most] if most > 0 else text[most:]
    return re.sub(r"\s+", " ", cut)


def plotted(rows: Sequence[tuple[Any, ...]]) -> str:
    """Rows as a plot's data."""
    return msgspec.json.encode(rows).decode()


def dots(rivals: Sequence[Rival]) -> list[tuple[Any, ...]]:
    """Rival figures as points of a plot: day, who, how much."""
    return [(rival.row.day, rival.row.speaker or "not known", rival.middle) for rival in rivals]


def by_day(rows: Iterable[Any]) -> list[tuple[str, list[Any]]]:
    """Rows in order, together by day."""
    return [(day, list(some)) for day, some in groupby(rows, key=lambda row: row.day)]


def symbol(act: str | None) -> str:
    """The sign of an act."""
    return SYMBOLS.get(act or "state", "·")


def thousands(number: float | None) -> str:
    """A number with its thousands parted."""
    if number is None:
        return ""
    return f"{int(number):,}" if number == int(number) else f"{number:,.2f}".rstrip("0").rstrip(".")


FILTERS = {
    "link": link, "marked": marked, "classes": classes, "numbers": numbers, "percent": percent, "plotted": plotted,
    "line": line, "dots": dots, "by_day": by_day, "symbol": symbol, "thousands": thousands, "said_of": said_of,
}  # fmt: skip
