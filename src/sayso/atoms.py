"""A text as dates and quantities see it. In: a text and its tokens; out: its Atoms: words, marks, and numbers in digits
with what is glued to them (*67,000*, *2.5bn*, *30-day*, *14-го*), whatever the tokens make of these.

``phrase_at`` looks for phrases among them.

Every pattern reads a character a fixed number of times: a line of a million digits costs no more than its length.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple, TypeVar

from sayso.languages.phrases import Phrases, Words
from sayso.spans import Span
from sayso.text import WORD, Token

Found = TypeVar("Found")
# Three digits and more by three with one kind of mark between them, then decimals; or digits and decimals.
NUMERAL = re.compile(
    r"(?P<grouped>\d{1,3}(?P<mark>[,.'’ \u00a0\u202f\u2009])\d{3}(?:(?P=mark)\d{3})*+(?!\d))(?:[.,](?P<tenths>\d++))?"
    r"|(?P<whole>\d++)(?:[.,](?P<decimals>\d++)(?![.,]\d))?"
)
PARTED = re.compile(r"\d++(?:[./-]\d++){2,}+")  # a date, a version, an address
MANY = re.compile(r"\d++(?:[./-]\d++){3}")  # more numbers than a date has
DIGITS = re.compile(r"\d++")
TAIL = re.compile(r"\^\d{1,3}(?!\d)|-?[^\W\d_]{1,24}+(?:-[^\W\d_]{1,24}+){0,3}")
OVER = re.compile(r"/(\d{1,3})(?![\d/])")
GLUED = re.compile(r"([A-Z]{2,3})(?=\d)")
PARTS = {
    "½": Fraction(1, 2), "⅓": Fraction(1, 3), "⅔": Fraction(2, 3), "¼": Fraction(1, 4), "¾": Fraction(3, 4)
}  # fmt: skip
CONTRACTED = ("'t", "’t")
LONGEST = 40  # digits: what is longer is no number that anybody claims
MINUS = "-−"


class Atom(NamedTuple):
    """A word, a mark or a number in digits. ``word`` is the form by which words are compared, ``text`` the folded form
    that stands there, ``lead`` whether it begins with a capital. A number has its ``value`` and the letters glued to
    it, its ``tail``; ``hyphened`` tells that letters and a hyphen stand right before it (*S-300*). ``pos``, ``case``
    and ``number`` are the token's."""

    start: int
    stop: int
    text: str
    word: str
    lead: bool = False
    pos: str = ""
    case: str = ""
    number: str = ""
    value: Fraction | None = None
    tail: str = ""
    digits: bool = False
    hyphened: bool = False

    @property
    def span(self) -> Span:
        return Span(self.start, self.stop)

    def among(self, words: Collection[str]) -> bool:
        """Whether the form that stands there, or the word, is one of these."""
        return self.text in words or self.word in words

    def found(self, table: Mapping[str, Found]) -> Found | None:
        """What a table has for the form that stands there, or for the word."""
        return table.get(self.text, table.get(self.word))

    @property
    def is_word(self) -> bool:
        return not self.digits and self.text[0].isalpha()


def plain(word: str) -> str:
    """A word as it is compared here: no capitals, ё as е, one kind of apostrophe."""
    return word.casefold().replace("ё", "е").replace("’", "'")


def atoms(
    text: str, words: Sequence[Token], decimal: str, worded: Collection[str] = (), signs: Collection[str] = ()
) -> list[Atom]:
    """The atoms of a text. ``words`` are its tokens, ``decimal`` the mark that the language has before decimals,
    ``worded`` its words for numbers: a token of two of them (*пять-семь*) is three atoms; ``signs`` those of money,
    which may be glued to a number (*RM6*)."""
    return list(read_atoms(text, words, decimal, worded, signs))


def read_atoms(
    text: str, words: Sequence[Token], decimal: str, worded: Collection[str], signs: Collection[str]
) -> Iterator[Atom]:
    at = 0
    for token in words:
        at = max(at, token.start)
        halves = plain(token.text).split("-") if "-" in token.text and at == token.start else ()
        if len(halves) == 2 and all(half in worded for half in halves):
            middle = token.start + token.text.index("-")
            yield Atom(token.start, middle, halves[0], halves[0], token.text[:1].isupper(), "NUM")
            yield mark_at(text, middle)
            yield Atom(middle + 1, token.stop, halves[1], halves[1], False, "NUM")
            at = token.stop
        glued = GLUED.match(token.text) if at == token.start else None
        if glued and plain(glued[1]) in signs:
            at = token.start + glued.end(1)
            yield Atom(token.start, at, plain(glued[1]), plain(glued[1]), True, "SYM")
        while at < token.stop:  # a token may hold several: *14.03.2025,*
            whole = at == token.start
            numeral = text[at].isdigit() or text[at] in PARTS or begins_decimals(text, at, decimal)
            read = list(read_number(text, at, decimal)) if numeral else []
            if not read:
                match = WORD.match(text, at, token.stop)
                stop = token.stop if whole and not digit_within(token.text) else match.end() if match else at + 1
                read = [atom_of(token, at, stop, text, whole and stop == token.stop)]
            elif whole and len(read) == 1 and read[0].stop == token.stop:
                read = [read[0]._replace(word=token.word)]
            if (
                read[0].text == "'"
                and text[at : at + 2].casefold() in CONTRACTED
                and not text[at + 2 : at + 3].isalnum()
            ):
                read = [Atom(at, at + 2, "'t", "'t")]  # don't
            yield from (a for a in read if not a.text.isspace())
            at = max(at + 1, read[-1].stop)


def begins_decimals(text: str, at: int, decimal: str) -> bool:
    """Whether a decimal mark opens a number: *.5 percent*."""
    digits = text[at] == decimal and text[at + 1 : at + 2].isdigit()
    return digits and (at == 0 or text[at - 1].isspace() or text[at - 1] in "($€£-−–“«\"'")


def digit_within(word: str) -> bool:
    """Whether a mark and a digit follow within a token, which is then read in parts."""
    return not word[:1].isalpha() and any(c.isdigit() for c in word[:LONGEST])


def atom_of(token: Token, start: int, stop: int, text: str, whole: bool) -> Atom:
    """A word or a mark."""
    words = text[start:stop]
    word = token.word if whole else plain(words)
    return Atom(start, stop, plain(words), word, words[:1].isupper(), token.pos, token.case, token.number)


def read_number(text: str, at: int, decimal: str) -> Iterator[Atom]:
    """The number that begins at an offset; the numbers and marks of a date or of an address."""
    if text[at] == decimal:
        tenths = DIGITS.match(text, at + 1)
        stop = tenths.end() if tenths else at + 1
        yield number_atom(text, at, at, stop, value_of("0", "", text[at + 1 : stop], decimal), TAIL.match(text, stop))
        return
    m, parted = NUMERAL.match(text, at), PARTED.match(text, at)
    if parted and not (m and m["grouped"] and m.end("grouped") >= parted.end()):
        if MANY.match(text, at):
            yield number_atom(text, at, at, parted.end(), None, None)
            return
        for n, m in enumerate(DIGITS.finditer(text, at, parted.end())):
            if n:
                yield mark_at(text, m.start() - 1)
            tail = TAIL.match(text, m.end()) if m.end() == parted.end() else None
            yield number_atom(text, at, m.start(), m.end(), value_of(m.group(), "", "", decimal), tail)
        return
    value = (
        value_of(m["grouped"] or m["whole"], m["mark"] or "", m["tenths"] or m["decimals"] or "", decimal)
        if m
        else None
    )
    stop = m.end() if m else at
    if m and m["decimals"] and text[m.start("decimals") - 1] != decimal and len(m["decimals"]) > 2:
        stop, value = m.end("whole"), value_of(m["whole"], "", "", decimal)
    over = OVER.match(text, stop)
    if over and value is not None and 0 < value < int(over[1]):
        value, stop = value / int(over[1]), over.end()
    if text[stop : stop + 1] in PARTS and stop < len(text):
        value, stop = (value or Fraction(0)) + PARTS[text[stop]], stop + 1
    if stop > at:
        yield number_atom(text, at, at, stop, value, TAIL.match(text, stop))


def number_atom(
    text: str, first: int, start: int, stop: int, value: Fraction | None, tail: re.Match[str] | None
) -> Atom:
    glued = tail.group() if tail else ""
    if glued.startswith("^") and value is not None:
        value, glued = value ** int(glued[1:]) if value == 10 else None, ""
    end = tail.end() if tail else stop
    hyphened = first > 1 and text[first - 1] in "-–" and text[first - 2].isalpha()
    words = plain(text[start:end])
    return Atom(start, end, words, words, False, "NUM", "", "", value, plain(glued), True, hyphened)


def mark_at(text: str, at: int) -> Atom:
    return Atom(at, at + 1, text[at], text[at], False, "PUNCT")


def value_of(digits: str, mark: str, tenths: str, decimal: str) -> Fraction | None:
    """The value of digits in groups, with decimals. One group after the decimal mark is decimals: 2.500 in English,
    2,500 in Russian. None where no number is so long."""
    if len(digits) + len(tenths) > LONGEST:
        return None
    if mark and mark == decimal and digits.count(mark) == 1 and not tenths:
        return Fraction(digits.replace(mark, "."))
    whole = "".join(c for c in digits if c.isdigit())
    return Fraction(int(whole)) + (Fraction(int(tenths), 10 ** len(tenths)) if tenths else 0)


def phrase_at(parts: Sequence[Atom], at: int, phrases: Phrases[Found]) -> int:
    """The number of atoms of the longest of the phrases that stands at an atom, 0 where none does."""
    if at >= len(parts) or not parts[at].among(phrases.firsts):
        return 0
    for size in range(min(phrases.longest, len(parts) - at), 0, -1):
        if any(words in phrases for words in worded(parts, at, size)):
            return size
    return 0


def phrase_value(parts: Sequence[Atom], at: int, phrases: Phrases[Found]) -> tuple[Found, int] | None:
    """What the longest phrase that stands at an atom stands for, and the number of its atoms."""
    size = phrase_at(parts, at, phrases)
    found = [phrases[words] for words in worded(parts, at, size) if words in phrases] if size else []
    return (found[0], size) if found else None


def worded(parts: Sequence[Atom], at: int, size: int) -> tuple[Words, Words]:
    """So many atoms as they stand, and as words are compared."""
    some = parts[at : at + size]
    return tuple(a.text for a in some), tuple(a.word for a in some)
