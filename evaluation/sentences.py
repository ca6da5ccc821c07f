"""Sentences for the rivals. In: a text; out: for each paragraph its sentences, as tokens that know whether they stand
inside quotation marks. A sentence is not broken inside a quotation: “We go. Now,” he said is one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from sayso.marks import Quotation, find_quotations, paragraphs
from sayso.spans import Span

TOKEN = re.compile(r"(?:[A-Za-z]\.){2,}|\w+(?:[-.'’&]\w+)*|\.{3}|''|``|[^\w\s]")
MARKS = set("\"“”„‟«»‘’‚'") | {"''", "``"}
STOPS = {".", "!", "?", "..."}
ABBREVIATED = set(
    "mr mrs ms dr sen rep gov lt col gen sgt capt adm rev hon prof st jr sr vs inc corp co ltd no dept jan feb mar apr "
    "aug sept sep oct nov dec ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont "
    "neb nev okla ore pa tenn tex va vt wash wis wyo r d".split()
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a mark of the text. ``quoted``: it stands inside a quotation."""

    text: str
    start: int
    stop: int
    quoted: bool

    @property
    def lower(self) -> str:
        return self.text.lower().replace("’", "'")

    @property
    def is_word(self) -> bool:
        return self.text[0].isalnum()

    @property
    def is_capital(self) -> bool:
        return self.text[0].isupper()


Sentence = tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph's sentences, and its outermost quotations."""

    sentences: tuple[Sentence, ...]
    quotations: tuple[Quotation, ...]


def split_text(text: str) -> list[Paragraph]:
    """The paragraphs of a text."""
    outermost = [q for q in find_quotations(text) if q.depth == 0]
    return [split_paragraph(text, span, outermost) for span in paragraphs(text)]


def split_paragraph(text: str, span: Span, outermost: Sequence[Quotation]) -> Paragraph:
    quotations = tuple(q for q in outermost if span.start <= q.outer.start < span.stop)
    tokens = tuple(
        Token(m.group(), *m.span(), any(q.inner.start <= m.start() and m.end() <= q.inner.stop for q in quotations))
        for m in TOKEN.finditer(text, span.start, span.stop)
    )
    edges = [0, *(i + 1 for i in range(len(tokens) - 1) if ends_sentence(tokens, i)), len(tokens)]
    return Paragraph(tuple(tokens[a:b] for a, b in pairwise(edges) if a < b), quotations)


def ends_sentence(tokens: Sequence[Token], at: int) -> bool:
    """Whether a sentence ends with this token: a stop outside quotations, or the mark that closes a quotation which
    ends with a stop; and a capital or a mark after it."""
    token, after = tokens[at], tokens[at + 1]
    if token.quoted or after.quoted or not (after.is_capital or after.text[0].isdigit() or after.text in MARKS):
        return False
    if token.text in STOPS:
        # A closing mark right after the stop belongs to the sentence that it closes.
        closing = after.text in MARKS and after.start == token.stop
        return not closing and (at == 0 or tokens[at - 1].lower not in ABBREVIATED)
    return token.text in MARKS and at > 0 and tokens[at - 1].text in STOPS
