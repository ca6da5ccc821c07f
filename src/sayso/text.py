"""Words of a text as people compare them. In: a text; out: its tokens, and a word folded so that two ways of writing
one name are equal."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from sayso.spans import Span

WORD = re.compile(r"\w+(?:[’'](?!(?:s|d|m|t|ll|ve|re)\b)\w+)*|[^\w\s]")


class Token(NamedTuple):
    """A word or a mark: where it stands, in code points, what it is, the number of its line, and ``word``, the form by
    which words are compared: folded, and in a language that inflects its nouns the lemma.

    ``pos``, ``case``, ``number`` and ``gender`` are Universal Dependencies' (NOUN, Nom, Plur, Masc …), "" where no
    parser has told them."""

    start: int
    stop: int
    text: str
    line: int = 0
    word: str = ""
    pos: str = ""
    case: str = ""
    number: str = ""
    gender: str = ""

    @property
    def span(self) -> Span:
        return Span(self.start, self.stop)


def tokens(text: str, start: int = 0, stop: int | None = None) -> list[Token]:
    """The tokens of a stretch of a text, in order. O'Brien is one word; the mark and the end of a possessive or of a
    contraction are two of their own."""
    found, line, last = [], 0, start
    for m in WORD.finditer(text, start, len(text) if stop is None else stop):
        line += text.count("\n", last, m.start())
        last = m.start()
        found.append(Token(m.start(), m.end(), m.group(), line, fold(m.group())))
    return found


# Letters with a stroke, which are no letter and an accent.
PLAIN = str.maketrans("ıłøđħ’", "ilodh'")


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """A word without case and accents: Erdoğan and ERDOGAN are one. What is nothing but accents stays as it is."""
    plain = unicodedata.normalize("NFKD", word).casefold()
    bare = "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
    return bare.translate(PLAIN) or word


def spaced(text: str) -> str:
    """The words with one space between them, as a name that a line break split is written."""
    return " ".join(text.split())
