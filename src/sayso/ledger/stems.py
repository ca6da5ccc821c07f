"""Words as they are searched. In: a text; out: its words folded and stemmed, each with where it stands: letters of
either case are one, ё is е, and Snowball's stemmers take the endings off: the Russian one for words in Cyrillic
letters, the English one for others. So one search finds *ships* and *ship*, *перемирие* and *перемирия*."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any, NamedTuple

import snowballstemmer

WORD = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u036f\u00ad]|['’ʼ](?=[^\W_]))*")  # with stress marks and soft hyphens
CYRILLIC = re.compile(r"[\u0400-\u04ff]")
POSSESSIVE = re.compile(r"['’](?:s|)$")
LONGEST = 60  # characters of a word that are kept


class Stemmed(NamedTuple):
    """A word's stem, and its place in the text."""

    start: int
    stop: int
    stem: str


def stems_of(text: str) -> Iterator[Stemmed]:
    """The words of a text, in order."""
    for match in WORD.finditer(text):
        stem = stem_of(match.group())
        if stem:
            yield Stemmed(match.start(), match.end(), stem)


def folded(word: str) -> str:
    """A word without capitals, stress marks, apostrophes and the English *'s*, with ё as е."""
    plain = unicodedata.normalize("NFKC", word).casefold().replace("ё", "е")
    return "".join(c for c in POSSESSIVE.sub("", plain) if c.isalnum())[:LONGEST]


@lru_cache(maxsize=1 << 16)
def stem_of(word: str) -> str:
    """The stem of a word; empty where nothing of it is a letter or a digit."""
    plain = folded(word)
    return str(stemmer("russian" if CYRILLIC.search(plain) else "english").stemWord(plain))


@cache
def stemmer(language: str) -> Any:
    return snowballstemmer.stemmer(language)
