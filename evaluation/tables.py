"""Markdown tables. In: cells; out: text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table: the first column to the left, the others to the right."""
    rule = ["---", *("---:" for _ in head[1:])]
    return "\n".join("| " + " | ".join(row) + " |" for row in (head, rule, *rows)) + "\n"


def facts(rows: Iterable[Sequence[str]]) -> str:
    """A table of names and values without a head."""
    return "\n".join(f"| {' | '.join(row)} |" for row in (["", ""], ["---", "---"], *rows)) + "\n"


def figure(value: float | None, *, bold: bool = False) -> str:
    """A figure from 0 to 1 with three places; a dash for none."""
    if value is None:
        return "–"
    return f"**{value:.3f}**" if bold else f"{value:.3f}"
