"""Phrases of a language that are looked up word by word. In: a mapping from phrases to what they stand for; out: the
same, with the first words and the length of the longest, so that a search ends where none begins."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import TypeVar

PART = re.compile(r"\w+|'t\b|[^\w\s]")
Value = TypeVar("Value")
Words = tuple[str, ...]


class Phrases(dict[Words, Value]):
    """A mapping from phrases, as tuples of words."""

    def __init__(self, table: Mapping[Words, Value]) -> None:
        super().__init__(table)
        self.firsts = frozenset(words[0] for words in table)
        self.longest = max((len(words) for words in table), default=0)


def spelled(rows: Iterable[tuple[str, Value]]) -> Phrases[Value]:
    """Phrases from rows of phrases parted by ``|`` and what they stand for. What a hyphen or an apostrophe joins is
    listed in one word and in several, as tokens may have it."""
    ways = ((tuple(p.split()), tuple(PART.findall(p)), value) for some, value in rows for p in some.split("|"))
    return Phrases({words: value for whole, parts, value in ways for words in (whole, parts)})


def listed(text: str) -> Phrases[bool]:
    """Phrases of which nothing is told but that they are there, parted by ``|``."""
    return spelled([(text, True)])
