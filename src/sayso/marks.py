"""Quotation marks. In: a text; out: its Quotations, whatever the state of the marks. Nothing here raises.

Marks are read paragraph by paragraph, because a missing mark must not turn a whole article inside out. A straight or
doubtful mark is read by its neighbours (space before and none after opens; the reverse closes), then by what is open.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import msgspec

from sayso.spans import Span, holds

PARAGRAPH = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")
MARK = re.compile(r"''|``|,,|[\"“”„‟«»‹›‘’‚'＂]")
DASH_TURN = re.compile(r"[ \t\u00a0]*([—–―-])[ \t\u00a0]+(?=\S)")
# Where a turn passes from its speaker to the narrator, and back: «Да, — сказал он. — Идём».
NARRATOR = re.compile(r"(?<=[,.!?…])[ \t\u00a0]*[—–―][ \t\u00a0]+")
# What each mark is when it stands where it should; straight ones are told by their neighbours.
OPENS = {"“", "„", "«", "‹", "‘", "‚", "``", ",,", "‟"}
CLOSES = {"”", "»", "›", "’"}
FAMILY = {
    **dict.fromkeys((*'“”„‟"＂', "''", "``", ",,"), "double"),
    **dict.fromkeys("«»", "angle"),
    **dict.fromkeys("‹›", "small angle"),
    **dict.fromkeys("‘’‚'", "single"),
}
ENDS = ",.!?…;"  # what stands before a closing mark, if it is no letter
# Words that an apostrophe opens, with no quotation meant.
ELISION = re.compile(r"(?:\d\d?s|em|n|til|till|tis|twas|twere|cause|cos|bout|round|im|er)\b", re.IGNORECASE)
SINGLE_END = re.compile(r"[,.!?…][’']")
SINGLE_OPENING = re.compile(r"(?:^|[\s(])[‘']\w")
DEEPEST = 8
FAR = 400  # how far ahead a mark is told by what follows
# Longer stretches without a mark are the article's own, and the mark that seems to close them is a slip.
MOST_UNMARKED = 3

Opener = tuple[str, int, int]  # a mark, and where it starts and stops


@dataclass(frozen=True, slots=True)
class Place:
    """Where a mark stands: the characters on either side (spaces at the paragraph's edges), the first FAR characters
    of the rest of the paragraph, and the marks that are open."""

    mark: str
    before: str
    after: str
    rest: str
    open_marks: tuple[str, ...]

    @property
    def same_open(self) -> bool:
        return any(FAMILY[m] == FAMILY[self.mark] for m in self.open_marks)

    @property
    def could_open(self) -> bool:
        return not wordy(self.before) and not self.after.isspace()

    @property
    def could_close(self) -> bool:
        return not self.before.isspace() and not wordy(self.after)


class Quotation(msgspec.Struct, frozen=True, order=True):
    """A quoted stretch. ``inner`` leaves the marks out, ``outer`` holds them (equal where a mark is missing). ``mark``
    is the opening mark, or ``—`` for a dash turn; ``opened`` and ``closed`` say which marks are there; ``depth`` is 0
    outermost. A paragraph left open by its author, as when a quotation runs over paragraphs, is ``closed=False``."""

    inner: Span
    outer: Span
    mark: str
    opened: bool
    closed: bool
    depth: int


def paragraphs(text: str) -> list[Span]:
    """The paragraphs of a text: lines that hold more than white space, without the white space at their edges."""
    spans = []
    for match in PARAGRAPH.finditer(text):
        line = match.group()
        start = match.start() + len(line) - len(line.lstrip())
        stop = match.start() + len(line.rstrip())
        if start < stop:
            spans.append(Span(start, stop))
    return spans


def split_sections(text: str, size: int) -> list[Span]:
    """The text in sections of about ``size`` characters that end between paragraphs; a paragraph longer than twice
    that is cut. None for an empty text."""
    edges = [0]
    for match in re.finditer(r"[\n\r]+", text) if len(text) > size else ():
        if match.end() - edges[-1] >= size:
            edges.append(match.end())
    if edges[-1] < len(text):
        edges.append(len(text))
    return [
        Span(start, min(start + 2 * size, stop))
        for low, stop in pairwise(edges)
        for start in range(low, stop, 2 * size)
    ]


def find_quotations(text: str) -> list[Quotation]:
    """Every quotation and dash turn of a text, in order of their start, nested ones after those that hold them."""
    whole = paragraphs(text)
    firsts = [*(text[p.start] for p in whole[1:]), ""][: len(whole)]
    by_paragraph = [read_paragraph(text, p, following) for p, following in zip(whole, firsts, strict=True)]
    found = [q for quotations in by_paragraph for q in quotations]
    return sorted(found + unmarked(whole, by_paragraph), key=lambda q: (q.outer.start, -q.outer.stop))


def unmarked(whole: list[Span], by_paragraph: list[list[Quotation]]) -> list[Quotation]:
    """The paragraphs without a mark between one that leaves a quotation open and one, MOST_UNMARKED further at most,
    that closes one which it never opened: they are quoted too."""
    found: list[Quotation] = []
    opened: tuple[int, str] | None = None
    for number, quotations in enumerate(by_paragraph):
        outermost = sorted(q for q in quotations if q.depth == 0)
        if not outermost:
            continue
        first, last = outermost[0], outermost[-1]
        if opened and not first.opened and number - opened[0] <= MOST_UNMARKED + 1:
            found += (Quotation(p, p, opened[1], False, False, 0) for p in whole[opened[0] + 1 : number])
        runs_on = not last.closed and last.mark != "—" and last.outer.stop == whole[number].stop
        opened = (number, last.mark) if runs_on else None
    return found


def read_paragraph(text: str, paragraph: Span, following: str = "") -> list[Quotation]:
    """The quotations of one paragraph, ``following`` being the first character of the next: a stack of open marks,
    forgiving towards whatever does not match."""
    found: list[Quotation] = []
    stack: list[Opener] = []
    doubles = False
    dash = DASH_TURN.match(text, paragraph.start, paragraph.stop)
    begin = dash.end() if dash else paragraph.start
    for mark, start, stop in marks(text, paragraph):
        way = direction(place_of(text, mark, start, stop, paragraph, stack))
        if way == "open" and len(stack) < DEEPEST:
            stack.append((mark, start, stop))
        elif way == "close" and (at := matching(stack, mark)):
            found += quotation(stack[at - 1], stop, start, True)
            doubles = doubles or FAMILY[mark] != "single"
            del stack[at - 1 :]
        elif way == "close" and FAMILY[mark] != "single" and begin < start and not doubles:
            # A closing mark whose opening one is missing: a dash turn, or a paragraph that lost its first mark.
            first = "—" if dash else mark
            found.append(Quotation(Span(begin, start), Span(begin, stop), first, bool(dash), True, 0))
            found += later_turns(text, Span(stop, paragraph.stop)) if dash and stop < paragraph.stop else []
            stack.clear()
            dash, doubles = None, True
    for opener in stack:
        if FAMILY[opener[0]] != "single" or (opener[0] == following == "‘" and opener[1] == paragraph.start):
            found += quotation(opener, paragraph.stop, paragraph.stop, False)
    if dash and dash[1] != "-" and not any(q.outer.start == begin and FAMILY[q.mark] != "single" for q in found):
        found += turns(text, Span(begin, paragraph.stop))
    return with_depth(found)


def turns(text: str, span: Span) -> list[Quotation]:
    """The speaker's parts of a dash turn that no mark closes: every other one between inner dashes."""
    edges = [
        span.start,
        *(edge for m in NARRATOR.finditer(text, span.start, span.stop) for edge in m.span()),
        span.stop,
    ]
    parts = [Span(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True) if a < b]
    return [Quotation(part, part, "—", True, False, 0) for part in parts[::2]]


def later_turns(text: str, span: Span) -> list[Quotation]:
    """The speaker's parts of a dash turn after the narrator's first words."""
    back = NARRATOR.search(text, span.start, span.stop)
    return turns(text, Span(back.end(), span.stop)) if back and back.end() < span.stop else []


def with_depth(found: list[Quotation]) -> list[Quotation]:
    """The quotations, each with the number of those that hold it. They nest or stand apart."""
    deepened: list[Quotation] = []
    around: list[Quotation] = []
    for q in sorted(found, key=lambda q: (q.outer.start, -q.outer.stop)):
        while around and not holds(around[-1].inner, q.outer):
            around.pop()
        deepened.append(Quotation(q.inner, q.outer, q.mark, q.opened, q.closed, len(around)))
        around.append(q)
    return deepened


def quotation(opener: Opener, stop: int, inner_stop: int, closed: bool) -> list[Quotation]:
    """The quotation from an opener; none when nothing stands between the marks."""
    mark, start, inner_start = opener
    if inner_start >= inner_stop:
        return []
    return [Quotation(Span(inner_start, inner_stop), Span(start, stop), mark, True, closed, 0)]


def wordy(character: str) -> bool:
    """Whether a character is part of a word: a letter, a digit, or an accent on one."""
    return character.isalnum() or bool(unicodedata.combining(character))


def marks(text: str, paragraph: Span) -> Iterator[Opener]:
    """The marks of a paragraph with their offsets; those inside words (apostrophes, abbreviations) left out."""
    for match in MARK.finditer(text, paragraph.start, paragraph.stop):
        mark, start, stop = match.group(), match.start(), match.end()
        before, after = neighbours(text, start, stop, paragraph)
        if mark in "'’‘\"" and wordy(before) and wordy(after):
            continue
        if mark == ",," and (wordy(before) or not wordy(after)):
            continue  # two commas, not a low mark
        yield mark, start, stop


def neighbours(text: str, start: int, stop: int, paragraph: Span) -> tuple[str, str]:
    """The characters on either side of a mark, spaces at the paragraph's edges."""
    before = text[start - 1] if start > paragraph.start else " "
    after = text[stop] if stop < paragraph.stop else " "
    return before, after


def place_of(text: str, mark: str, start: int, stop: int, paragraph: Span, stack: list[Opener]) -> Place:
    before, after = neighbours(text, start, stop, paragraph)
    rest = text[stop : min(stop + FAR, paragraph.stop)]
    return Place(mark, before, after, rest, tuple(m for m, *_ in stack))


def direction(place: Place) -> str:
    """``open``, ``close`` or ``neither`` for a mark, by its neighbours and by what is open."""
    mark, family = place.mark, FAMILY[place.mark]
    if family == "single":
        return single_direction(place)
    if family != "double":
        return angle_direction(place)
    if mark in ("„", "``", ",,"):
        return "open"
    if mark == "“" and place.open_marks and place.open_marks[-1] in ("„", ",,"):
        return "close"  # „…“
    if mark == '"' and place.before.isdigit() and '"' not in place.open_marks:
        return "neither"  # an inch mark
    if place.same_open and (wordy(place.before) or place.before in ENDS):
        return "close"
    if place.could_open != place.could_close:
        return "open" if place.could_open else "close"
    if mark in OPENS or mark in CLOSES:
        return "open" if mark in OPENS else "close"
    return "close" if place.same_open else "open"


def angle_direction(place: Place) -> str:
    """Angle marks point outwards, unless their neighbours say that they point inwards, as German ones do."""
    outward = "open" if place.mark in OPENS else "close"
    if place.same_open and outward == "open" and place.could_close and not place.could_open:
        return "close"
    if not place.same_open and outward == "close" and place.could_open and not place.could_close:
        return "open"
    return outward


def single_direction(place: Place) -> str:
    """Single marks are apostrophes unless they stand at the edge of a word as a quotation mark does."""
    if place.mark == "‚":
        return "open"
    on_top = bool(place.open_marks) and FAMILY[place.open_marks[-1]] == "single"
    if on_top and not place.before.isspace() and not wordy(place.after):
        return "neither" if is_possessive(place) else "close"
    opens = place.before.isspace() or place.before in "([{—–-/“\"„«‘'"
    if place.mark != "’" and opens and (wordy(place.after) or place.after in '[(…“"') and not ELISION.match(place.rest):
        return "open"
    return "neither"


def is_possessive(place: Place) -> bool:
    """Whether a mark behind an s, before a word, is the apostrophe of *the boys’ toys*: the quotation closes later."""
    if place.before not in "sS" or not re.match(r"\s+[a-z]", place.rest):
        return False
    end, opening = SINGLE_END.search(place.rest), SINGLE_OPENING.search(place.rest)
    return end is not None and (opening is None or end.start() < opening.start())


def matching(stack: list[Opener], mark: str) -> int:
    """The position (from 1) in the stack of the opener that a closing mark closes; 0 when there is none."""
    for at in range(len(stack), 0, -1):
        if FAMILY[stack[at - 1][0]] == FAMILY[mark]:
            return at
    return 0
