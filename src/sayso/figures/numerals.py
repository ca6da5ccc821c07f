"""Numbers in digits and in words. In: a text's atoms and where to begin; out: the Amount that stands there, or None.

*67,000*, *2.5bn*, *1,5 тыс.*, *twenty-five thousand*, *two and a half million*, *tens of thousands*, *two thirds*,
*полтора миллиона*, *one in five*.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from sayso.atoms import Atom, phrase_at
from sayso.languages.numbers import Numbers

Parts = Sequence[Atom]
BIGGEST = 10**60


@dataclass(frozen=True, slots=True)
class Amount:
    """A number: the atoms from ``start`` up to ``stop``, its value, and how it is written. ``vague`` marks *thousands*,
    *dozens*: at least so many. ``magnitude`` is what its last word multiplies by (1 where there is none); ``tail`` what
    is glued to it and no part of it (*30-day*)."""

    start: int
    stop: int
    value: Fraction
    rule: str
    vague: bool = False
    magnitude: int = 1
    tail: str = ""

    @property
    def small_word(self) -> bool:
        """Whether it is a word for a small number, as stands for what is known already: *the two men*."""
        return self.rule == "in words" and self.value < 13


def amount_at(parts: Parts, at: int, numbers: Numbers) -> Amount | None:
    """The amount that begins with an atom, the longest there is."""
    if at >= len(parts):
        return None
    for read in (vague_at, ratio_at, fraction_at, number_at):
        found = read(parts, at, numbers)
        if found and abs(found.value) < BIGGEST:
            return found
    return None


def vague_at(parts: Parts, at: int, numbers: Numbers) -> Amount | None:
    """*Thousands*, *tens of thousands*, *tens or even hundreds of billions*: the least that is meant."""
    first = vague_value(parts[at], numbers)
    if first is None:
        return None
    value, end = Fraction(first), at + 1
    after = end
    while after < len(parts) and parts[after].among(numbers.even):
        after += 1
    if after > end and after < len(parts) and vague_value(parts[after], numbers) is not None:
        end = after + 1
    while end < len(parts):
        after = end + (parts[end].among(numbers.of))
        more = None
        if after < len(parts) and value < BIGGEST:
            more = vague_value(parts[after], numbers) or parts[after].found(numbers.magnitudes)
        if not more:
            break
        value, end = value * more, after + 1
    return Amount(at, end, value, "vague", vague=True)


def vague_value(atom: Atom, numbers: Numbers) -> int | None:
    """What a plural such as *dozens* stands for."""
    return None if atom.number == "Sing" else atom.found(numbers.vague)


def ratio_at(parts: Parts, at: int, numbers: Numbers) -> Amount | None:
    """*One in five*, *three out of four*, *каждый пятый*."""
    if parts[at].among(numbers.each) and at + 1 < len(parts):
        every = parts[at + 1].found(numbers.each)
        return Amount(at, at + 2, Fraction(1, every), "share") if every else None
    first = number_at(parts, at, numbers)
    size = phrase_at(parts, first.stop, numbers.one_in) if first else 0
    second = number_at(parts, first.stop + size, numbers) if first and size else None
    if first is None or second is None or not 0 < first.value < second.value or second.tail or second.value > 100:
        return None
    return Amount(at, second.stop, first.value / second.value, "share")


def fraction_at(parts: Parts, at: int, numbers: Numbers) -> Amount | None:
    """*Half*, *a third*, *two thirds*, *half a million*, *a quarter of a million*."""
    count, end = Fraction(1), at
    if parts[at].among(numbers.articles):
        end = at + 1
    else:
        worded = parts[at].found(numbers.cardinals)
        first = parts[at].value if parts[at].digits else worded
        if first is not None and Fraction(first).denominator == 1 and not parts[at].tail and at + 1 < len(parts):
            after = at + 1 + (parts[at + 1].text == "-")
            if after < len(parts) and parts[after].among(numbers.fractions):
                count, end = Fraction(first), after
    part = parts[end].found(numbers.fractions) if end < len(parts) else None
    if (
        part is None
        or (count * part in (Fraction(1, 2), 1) and count > 1)
        or count * part >= 10
        or ordinal_before(parts, at, end, numbers)
    ):
        return None
    value, end = count * part, end + 1
    after = end + (end < len(parts) and (parts[end].among(numbers.of) or parts[end].text == "-"))
    after += after < len(parts) and parts[after].among(numbers.articles)
    scale = parts[after].found(numbers.magnitudes) if after < len(parts) and parts[after].number != "Plur" else None
    if scale:
        return Amount(at, after + 1, value * scale, "in words", magnitude=scale)
    return Amount(at, end, value, "fraction")


def ordinal_before(parts: Parts, at: int, end: int, numbers: Numbers) -> bool:
    """Whether *third* is an ordinal, *quarter* three months: bare, or before a noun and not *of*."""
    name = parts[end]
    if name.among(numbers.halved):
        return False
    if end == at and not name.among(numbers.shares):
        return True
    following = parts[end + 1] if end + 1 < len(parts) else None
    plain = following is None or not following.is_word or following.among(numbers.of) or following.case == "Gen"
    return not (plain or following is None or following.among(numbers.stops) or following.among(numbers.articles))


@dataclass
class Tally:
    """A number on its way: what is complete, what still may be multiplied (None where nothing is there), the place of
    what was added last, below which the next must be, the last magnitude, and the last that was
    completed: magnitudes fall (*two million three thousand*)."""

    total: Fraction = Fraction(0)
    group: Fraction | None = None
    least: int | None = None
    magnitude: int = 1
    whole: int | None = None
    rule: str = "in words"
    tail: str = ""

    @property
    def empty(self) -> bool:
        return self.group is None and not self.total

    @property
    def scaled(self) -> bool:
        """Whether it ends with a magnitude."""
        return not self.empty and (self.group is None or self.least == 100)

    def amount(self, start: int, stop: int) -> Amount:
        value = self.total + (self.group or 0)
        return Amount(start, stop, value, self.rule, magnitude=self.magnitude, tail=self.tail)

    def takes_digits(self, atom: Atom) -> bool:
        """Whether digits may stand here: first, or after a magnitude, smaller than it (*2 млн 300 тыс.*)."""
        if self.group is not None or atom.value is None or atom.hyphened:
            return False
        return not self.total or (self.rule == "in digits" and atom.value < self.magnitude)

    def add_digits(self, atom: Atom, numbers: Numbers) -> None:
        assert atom.value is not None
        self.group, self.least = atom.value, 1
        part = 0 < atom.value < 1 and ("/" in atom.text or not atom.text[-1].isdigit())
        self.rule = "fraction" if part else "in digits"
        scale = numbers.glued.get(atom.tail.lstrip("-"))
        if scale:
            self.total, self.group, self.magnitude = self.total + self.group * scale, None, scale
            self.whole = scale
        else:
            self.tail = atom.tail

    def takes(self, step: Fraction) -> bool:
        """Whether a word for a number may be added: the first, or one smaller than what was added last."""
        return self.least is None or 0 < step < self.least

    def add(self, step: Fraction) -> None:
        self.group = (self.group or Fraction(0)) + step
        self.least = 1 if step < 20 or step % 10 else 10 if step < 100 else 100

    def takes_magnitude(self, scale: int) -> bool:
        """Whether a magnitude may stand here: after a number or first, and below the last one."""
        if self.group is None and not self.empty:
            return False
        if scale <= 100:
            return self.group is None or self.group < min(scale, 100) or scale < 100
        return self.whole is None or scale < self.whole

    def multiply(self, scale: int) -> None:
        group = Fraction(1) if self.group is None else self.group
        if scale <= 100:
            self.group, self.least = group * scale, scale
        else:
            self.total, self.group, self.least = self.total + group * scale, None, min(scale, 1000)
            self.whole = scale
        self.magnitude = scale

    def add_half(self) -> None:
        if self.group is None:
            self.total += Fraction(self.magnitude, 2)
        else:
            self.group += Fraction(1, 2)


def number_at(parts: Parts, at: int, numbers: Numbers) -> Amount | None:
    """A number in digits or words with its magnitudes."""
    tally, end = Tally(), at
    if at >= len(parts):
        return None
    if parts[at].among(numbers.articles):
        end = at + 1
        if end >= len(parts) or not parts[end].found(numbers.magnitudes) or parts[end].number == "Plur":
            return None
        tally.group = Fraction(1)
    scaled: Amount | None = None
    while end < len(parts) and not tally.tail:
        after = take(tally, parts, end, numbers)
        if after == end:
            break
        end = after
        if tally.scaled:
            scaled = tally.amount(at, end)
    if scaled and end < len(parts) and parts[end].found(numbers.magnitudes):
        return scaled  # *two thousand three thousand* are two numbers
    return None if tally.empty else tally.amount(at, end)


def take(tally: Tally, parts: Parts, end: int, numbers: Numbers) -> int:
    """Add to a number what an atom says; where the number then ends, which is where it did if it says nothing."""
    atom = parts[end]
    if atom.digits:
        if not tally.takes_digits(atom):
            return end
        tally.add_digits(atom, numbers)
        return end + 1
    step, scale = atom.found(numbers.cardinals), atom.found(numbers.magnitudes)
    if step is not None and tally.takes(step):
        tally.add(step)
        return end + 1
    if scale and tally.takes_magnitude(scale):
        tally.multiply(scale)
        return end + 1 + is_stop_of(parts, end + 1, numbers)
    size = 0 if tally.empty else phrase_at(parts, end, numbers.halves)
    if size:
        tally.add_half()
        return end + size
    hyphen = atom.text == "-" and tally.least == 10 and end + 1 < len(parts)
    if hyphen and parts[end + 1].among(numbers.cardinals):
        return end + 1  # twenty-five
    joins = atom.among(numbers.joining) and tally.magnitude > 1
    return end + 1 if joins and goes_on(parts, end + 1, tally.least, numbers) else end


def is_stop_of(parts: Parts, at: int, numbers: Numbers) -> bool:
    """Whether an atom is the stop of an abbreviation before it, and not a sentence's."""
    if at >= len(parts) or parts[at].text != "." or parts[at - 1].text not in numbers.short:
        return False
    return parts[at].start == parts[at - 1].stop and at + 1 < len(parts) and not parts[at + 1].lead


def goes_on(parts: Parts, at: int, least: int | None, numbers: Numbers) -> bool:
    """Whether a number goes on after *and*: with a smaller one."""
    step = parts[at].found(numbers.cardinals) if at < len(parts) else None
    return step is not None and least is not None and step < min(least, 100)
