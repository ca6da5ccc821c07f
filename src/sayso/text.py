"""Words of a text as people compare them. In: a text; out: its tokens, and a word folded so that two ways of writing
one name are equal."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from sayso.spans import Span

PAIRS = (("«", "»"), ("“", "”"), ("„", "“"), ("(", ")"))  # marks that belong together
WORD = re.compile(r"\w+(?:[’'](?!(?:s|d|m|t|ll|ve|re)\b)\w+)*|[^\w\s]")


class Token(NamedTuple):
    """A word or a mark: where it stands, in code points, what it is, the number of its line, and ``word``, the form by
    which words are compared: folded, and in a language that inflects its nouns the lemma.

    ``pos``, ``case``, ``number`` and ``gender`` are Universal Dependencies' (NOUN, Nom, Plur, Masc …), "" where no
    parser has told them; ``name`` is what a word of a name is when the name stands alone, "" where it is the same."""

    start: int
    stop: int
    text: str
    line: int = 0
    word: str = ""
    pos: str = ""
    case: str = ""
    number: str = ""
    gender: str = ""
    name: str = ""

    @property
    def span(self) -> Span:
        return Span(self.start, self.stop)

    @property
    def alone(self) -> str:
        """What the word is in a name that stands alone, folded: by this names are compared."""
        return fold(self.name or self.text)


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


def written(text: str, words: Sequence[Token], span: Span) -> str:
    """The words of a name as it is when it stands alone, on one line; ``words`` are the document's tokens."""
    low, high = (bisect_left(words, (at,)) for at in (span.start, span.stop))
    if not any(t.name for t in words[low:high]):
        return spaced(text[span.start : span.stop])
    parts: list[str] = []
    at = span.start
    for token in words[low:high]:
        parts += (text[at : token.start], token.name or token.text)
        at = token.stop
    return spaced("".join((*parts, text[at : span.stop])))


def paired(text: str, span: Span) -> Span:
    """The span with the marks right before or after it that have their other half within it (*in the “Nord”*)."""
    for opening, closing in PAIRS:
        missing = text.count(opening, span.start, span.stop) - text.count(closing, span.start, span.stop)
        if missing == 1 and text[span.stop : span.stop + 2].lstrip(".,").startswith(closing):
            return Span(span.start, text.index(closing, span.stop) + 1)
        if missing == -1 and text[max(span.start - 1, 0) : span.start] == opening:
            return Span(span.start - 1, span.stop)
    odd = text.count('"', span.start, span.stop) % 2
    if odd and text[span.stop : span.stop + 1] == '"':
        return Span(span.start, span.stop + 1)
    if odd and text[max(span.start - 1, 0) : span.start] == '"':
        return Span(span.start - 1, span.stop)
    return span


def spaced(text: str) -> str:
    """The words with one space between them, as a name that a line break split is written."""
    return " ".join(text.split())
