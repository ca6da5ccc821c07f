"""Tables of cases, one a line, as tests/cases has them. In: a table's name; out: its Cases, and the Timeline of each.

A line's columns are parted by `` | ``; braces mark what is to be found: ``2025-03-14 | It closed on {Monday}. |
2025-03-10``. Lines that begin with ``#`` are comments.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from sayso.dates.timeline import Timeline, timeline
from sayso.languages import LANGUAGES
from sayso.model.parser import parse
from sayso.spans import Span
from sayso.text import Token, tokens

CASES = Path(__file__).with_name("cases")
NOTHING = "none"  # stands where a sentence holds nothing that is to be found


class Case(NamedTuple):
    """A line: the day it is read against, its text without the braces and with them, and what each brace means."""

    lang: str
    anchor: str | None
    text: str
    marked: str
    wanted: tuple[str, ...]


@lru_cache
def read_table(kind: str, lang: str) -> tuple[Case, ...]:
    """The cases of a table, in order."""
    lines = (CASES / f"{kind}_{lang}.txt").read_text(encoding="utf-8").split("\n")
    return tuple(case_of(line, lang) for line in lines if line and not line.startswith("#"))


def case_of(line: str, lang: str) -> Case:
    """The case of a line. Raises ValueError where the columns, or the braces and what they mean, do not agree."""
    *before, marked, last = line.split(" | ")
    wanted = () if last.strip() == NOTHING else tuple(w.strip() for w in last.split(";"))
    if len(before) > 1 or len(re.findall(r"\{[^{}]+\}", marked)) != len(wanted):
        raise ValueError(f"columns, or braces and what they mean, do not agree: {line}")
    anchor = before[0] if before and before[0] != "-" else None
    return Case(lang, anchor, re.sub(r"[{}]", "", marked), marked, wanted)


def braced(text: str, spans: Iterable[Span]) -> str:
    """The text with spans in braces."""
    parts, at = [], 0
    for span in sorted(spans):
        parts += [text[at : span.start], "{", text[span.start : span.stop], "}"]
        at = span.stop
    return "".join((*parts, text[at:]))


def piece(case: Case) -> str:
    """A short piece of a line, by which its test is known."""
    found = re.search(r"\{(.+)\}", case.marked)
    return f"{case.lang}: {found[1] if found else case.text}"[:30]


def words_of(texts: Sequence[str], lang: str) -> list[Sequence[Token]]:
    """The tokens of texts as the language has them read; Russian ones are parsed together."""
    return [tree.words for tree in parse(texts)] if lang == "ru" else [tokens(text) for text in texts]


@lru_cache
def timelines(kind: str, lang: str) -> dict[Case, Timeline]:
    """The timeline of each case of a table."""
    cases = read_table(kind, lang)
    words = words_of([case.text for case in cases], lang)
    return {
        case: timeline(case.text, some, LANGUAGES[lang], case.anchor)
        for case, some in zip(cases, words, strict=True)
    }  # fmt: skip
