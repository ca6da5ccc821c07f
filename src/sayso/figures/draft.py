"""A number on its way to a quantity. In: a text's atoms and where to begin; out: the Draft that stands there: the
number with the end of its range, its sign and its qualifier."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import pairwise

from sayso.atoms import MINUS, Atom, phrase_value
from sayso.figures.numerals import Amount, Parts, amount_at
from sayso.languages.numbers import Numbers
from sayso.records import Sure
from sayso.spans import Span

DASHES = frozenset("-–—…")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity that a text states: the atoms from ``start`` up to ``stop``, its span, and what GOLD.md asks of a
    figure. ``low`` or ``high`` is None where it is open; ``unit`` the unit or the noun that is counted, as it stands
    (percentages by one name), ``currency`` a code of ISO 4217, ``counted`` what is counted with what belongs to it."""

    start: int
    stop: int
    span: Span
    low: Fraction | None
    high: Fraction | None
    sure: Sure
    rule: str
    unit: str | None = None
    currency: str | None = None
    counted: Span | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """A number on its way: where the quantity begins and ends so far, its two ends, and what has been read of it."""

    text: str
    parts: Parts
    numbers: Numbers
    start: int
    stop: int
    low: Fraction
    high: Fraction
    amount: Amount
    sure: Sure = "exact"
    sign: str | None = None

    def word(self, at: int) -> str:
        return self.parts[at].word if 0 <= at < len(self.parts) else ""

    def atom(self, at: int) -> Atom | None:
        return self.parts[at] if 0 <= at < len(self.parts) else None


def draft_at(text: str, parts: Parts, at: int, numbers: Numbers) -> Draft | None:
    """The number that begins with an atom, with the end of its range, its sign and its qualifier."""
    first = amount_at(parts, at, numbers)
    if first is None:
        return None
    start, below = signed(parts, at, numbers)
    second = range_end(parts, first, start, below, numbers)
    low, high, last = -first.value if below else first.value, first.value, second or first
    if second:
        low, high = ends_of(first, second, below, signed(parts, second.start, numbers)[1])
    elif below:
        high = low
    start, sign = money_before(parts, start, numbers)
    draft = Draft(text, parts, numbers, start, last.stop, low, high, replace(last, start=at), sign=sign)
    return qualified(opened(draft, second is not None), second is not None)


def signed(parts: Parts, at: int, numbers: Numbers) -> tuple[int, bool]:
    """Where a number begins with its plus or minus, in a word or a mark, and whether it lies below nothing."""
    before = parts[at - 1] if at else None
    if before is None:
        return at, False
    if before.among(numbers.minus):
        return at - 1, True
    close = before.stop == parts[at].start
    if (
        close
        and before.text in MINUS
        and (
            at < 2
            or parts[at - 2].stop < before.start
            or parts[at - 2].text in "([«“\"'…"
            or parts[at - 2].text in DASHES
        )
    ):
        return at - 1, True
    return (at - 1, False) if before.text == "+" else (at, False)


def money_before(parts: Parts, start: int, numbers: Numbers) -> tuple[int, str | None]:
    """Where a quantity begins with its sign of money, and the sign: *$*, *US$*."""
    sign = parts[start - 1].text if start and parts[start - 1].text in numbers.signs else None
    if sign is None:
        return start, None
    start -= 1
    if start and parts[start - 1].stop == parts[start].start and parts[start - 1].text + sign in numbers.signs:
        return start - 1, parts[start - 1].text + sign
    return start, sign


def range_end(parts: Parts, first: Amount, start: int, below: bool, numbers: Numbers) -> Amount | None:
    """The other end of a range whose first end begins with its sign at ``start``: *300–400*, *two or three*, *between 5
    and 10*, *$3 to $5*, *between -10 and -5*."""
    at = first.stop
    if first.tail or at >= len(parts):
        return None
    dash, word = parts[at].text in DASHES, parts[at].among(numbers.to)
    if not (dash or word):
        return None
    before = start - 1 if start and parts[start - 1].text in numbers.signs else start
    between = before > 0 and parts[before - 1].among(numbers.between)
    if between and any(a.among(numbers.changing) for a in parts[max(0, first.start - 7) : first.start]):
        return None
    if word and not between and not parts[at].among(numbers.alternating):
        return None
    at += 1
    while at < len(parts) and (parts[at].text in (*numbers.signs, *MINUS, "+") or parts[at].among(numbers.minus)):
        at += 1
    second = amount_at(parts, at, numbers)
    if second is None or second.rule == "vague" or (dash and not joined(parts, first, second)):
        return None
    low, high = ends_of(first, second, below, signed(parts, second.start, numbers)[1])
    if not between and word and high > 10 * low:
        return None
    return second if low < high or below else None


def joined(parts: Parts, first: Amount, second: Amount) -> bool:
    """Whether a dash joins two numbers and parts no sentence: *5-7*, *5 – 7*, *пять-семь*, but not *in 2020 – 5
    ships*."""
    close = parts[first.stop].start - parts[first.stop - 1].stop == parts[first.stop + 1].start - parts[first.stop].stop
    alike = (first.rule in ("fraction", "share")) == (second.rule in ("fraction", "share"))
    return close and alike and not second.tail.startswith("-")


def ends_of(first: Amount, second: Amount, below: bool, second_below: bool) -> tuple[Fraction, Fraction]:
    """The two ends of a range; the first has the magnitude of the second where it has none (*$1–2 million*), and what
    lies below nothing its minus, which a dash passes on to the second (*minus 5–10*)."""
    low, high = first.value, second.value
    if first.magnitude == 1 and second.magnitude > 1 and low < high / second.magnitude:
        low *= second.magnitude
    if not below:
        return low, high
    both = second_below or low < high
    low, high = sorted((-low, -high if both else high))
    return low, high


def opened(draft: Draft, ranged: bool) -> Draft:
    """The draft with the *between* or *from* of its range."""
    before = draft.atom(draft.start - 1)
    if ranged and before is not None and before.among(draft.numbers.between):
        return replace(draft, start=draft.start - 1)
    return draft


def qualified(draft: Draft, ranged: bool) -> Draft | None:
    """The draft with its qualifier: the longest phrase right before it, or one right after."""
    numbers, parts = draft.numbers, draft.parts
    if draft.amount.rule == "vague":
        draft = replace(draft, sure="about")
    for size in range(min(numbers.qualifiers.longest, draft.start), 0, -1):
        told = phrase_value(parts[: draft.start], draft.start - size, numbers.qualifiers)
        if told and told[1] == size and not misread(draft, size):
            return replace(draft, start=draft.start - size, sure=told[0])
    found = phrase_value(parts, draft.stop, numbers.after)
    if found and not ranged:
        return replace(draft, stop=draft.stop + found[1], sure=found[0])
    if not ranged and draft.word(draft.start - 1) in numbers.floors:
        return replace(draft, start=draft.start - 1, sure="at least")
    return draft


def misread(draft: Draft, size: int) -> bool:
    """Whether what looks like a qualifier is the end of a change: *from 5 to 10*, *с 5 до 10*, *на 2, до 41*."""
    first = draft.parts[draft.start - size]
    if first.word not in draft.numbers.to:
        return False
    near = draft.parts[max(0, draft.start - size - 8) : draft.start - size]
    since = any(a.among(draft.numbers.since) and b.digits for a, b in pairwise(near))
    return since or any(a.among(draft.numbers.changing) for a in near)
