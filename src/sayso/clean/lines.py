"""A text's lines and paragraphs. In: a text; out: their spans, without the white space around them."""

from __future__ import annotations

import re
from itertools import groupby

from sayso.marks import paragraphs
from sayso.spans import Span, Spans, cut

FINAL = re.compile(r"[.!?…:;,。؟][\"'”’»)\]]*$")
WRAP_WIDTH = 100  # lines of a text wrapped by hand are shorter than this
MIN_WRAPPED = 4  # fewer lines tell nothing


def same(text: str) -> str:
    """A form in which two lines that a reader takes for the same are equal."""
    return re.sub(r"\W+", " ", text).strip().casefold()


def ends(line: str) -> bool:
    """Whether a line ends as a sentence or a clause does."""
    return FINAL.search(line[-8:]) is not None


def split_lines(text: str) -> Spans:
    """Every line that is not blank."""
    return tuple(paragraphs(text))


def split_paragraphs(text: str, lines: Spans) -> Spans:
    """Every paragraph: a line, or, in a text wrapped by hand, what stands between blank lines."""
    blocks = _blocks(text, lines)
    if not _is_wrapped(text, blocks):
        return lines
    return tuple(Span(block[0].start, block[-1].stop) for block in blocks)


def _blocks(text: str, lines: Spans) -> list[list[Span]]:
    """The lines in groups parted by blank lines."""
    numbers, group = [], 0
    for before, line in zip((None, *lines), lines, strict=False):
        if before is not None and text.count("\n", before.stop, line.start) > 1:
            group += 1
        numbers.append(group)
    return [[line for _, line in part] for _, part in groupby(zip(numbers, lines, strict=True), lambda pair: pair[0])]


def _is_wrapped(text: str, blocks: list[list[Span]]) -> bool:
    """Whether most lines within blocks break off in mid-sentence, none of them long."""
    inner = [line for block in blocks for line in block[:-1]]
    if len(inner) < MIN_WRAPPED or any(line.stop - line.start > WRAP_WIDTH for line in inner):
        return False
    return sum(not ends(cut(text, line)) for line in inner) > len(inner) / 2
