"""What is counted. In: a Draft; out: the atom of the noun or the unit that its number counts."""

from __future__ import annotations

from sayso.atoms import phrase_at
from sayso.figures.draft import Draft
from sayso.figures.numerals import amount_at
from sayso.languages.numbers import Numbers

FURTHEST = 5  # words that a noun may stand away from its number


def in_brackets(d: Draft, at: int) -> int:
    """Where what is counted begins: after a number that is said again in brackets, *31 (thirty-one) ships*."""
    if d.word(at) != "(":
        return at
    again = amount_at(d.parts, at + 1, d.numbers)
    return again.stop + 1 if again and again.value == d.low and d.word(again.stop) == ")" else at


def noun_english(d: Draft, at: int) -> int | None:
    """The noun that is counted where nouns do not change: the first plural of the next words, or the first of them."""
    last, n = at, at
    if before_is_scale(d):
        return None
    while (
        n < len(d.parts)
        and n - at < FURTHEST
        and is_word(d, n)
        and not (d.parts[n].among(d.numbers.stops) and d.parts[n].text not in ("more", "other"))
    ):
        word = d.parts[n].text
        if d.parts[n].among(d.numbers.cardinals):
            return None
        more = word in d.numbers.many and is_word(d, n + 1) and is_plural(d.parts[n + 1].text, d.numbers)
        if (is_plural(word, d.numbers) and not more) or (n == at and d.low == d.high == 1):
            return n
        last, n = n + 1, n + 1
    return at if last > at and d.parts[at].text not in ("more", "other") and d.amount.value != 1 else None


def noun_declined(d: Draft, at: int) -> int | None:
    """The noun that is counted where words have classes: the first noun after the number, adjectives between."""
    if before_is_scale(d):
        return None
    for n in range(at, min(at + FURTHEST, len(d.parts))):
        atom = d.parts[n]
        if atom.pos in ("NOUN", "PROPN") and atom.is_word:
            return n
        counted = (
            atom.pos == "ADJ"
            and atom.case == "Gen"
            and (n + 1 >= len(d.parts) or d.parts[n + 1].pos not in ("NOUN", "ADJ", "PROPN"))
        )
        if counted:
            return n  # трое военных
        if atom.pos not in ("ADJ", "DET", "PROPN", "NUM") and atom.text not in '«"“':
            return None
    return None


def is_plural(word: str, numbers: Numbers) -> bool:
    """Whether an English word looks like a plural."""
    return word in numbers.many or (word.endswith("s") and not word.endswith(("ss", "us", "is", "ous")))


def before_is_scale(d: Draft) -> bool:
    """Whether the number is one of a scale: *magnitude 6.6*."""
    return d.word(d.start - 1) in d.numbers.scales


def unit_of_tail(d: Draft) -> str | None:
    """The unit glued to a number: *30-kilometre*, *20-процентный*; an empty one for what stands for itself."""
    tail = d.amount.tail.lstrip("-")
    if tail in d.numbers.measures or (tail,) in d.numbers.percent or (tail,) in d.numbers.currencies:
        return tail
    word = d.parts[d.amount.stop - 1].word.partition("-")[2]
    return next((known for t in (tail, word) for known in d.numbers.adjectives if t == known), None)


def is_word(d: Draft, at: int) -> bool:
    atom = d.atom(at)
    return atom is not None and atom.is_word


def is_percent(d: Draft) -> bool:
    return phrase_at(d.parts, d.stop, d.numbers.percent) > 0
