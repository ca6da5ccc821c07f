"""The ways in which a number becomes a quantity. In: a Draft; out: its Quantity. READINGS stand in order; the first
that holds is taken."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

from sayso.atoms import phrase_value
from sayso.figures.draft import Draft, Quantity
from sayso.figures.nouns import FURTHEST, in_brackets, is_plural, is_word, noun_declined, noun_english, unit_of_tail
from sayso.figures.numerals import is_stop_of
from sayso.spans import Span

NOMINAL = ("NOUN", "ADJ", "PROPN")


def ends(d: Draft) -> tuple[Fraction | None, Fraction | None]:
    """Low and high as the qualifier has them."""
    if d.amount.rule == "vague" or d.sure in ("more than", "at least"):
        return d.low, None
    return (None, d.high) if d.sure in ("less than", "at most") else (d.low, d.high)


def made(d: Draft, stop: int, rule: str, unit: str | None = None, currency: str | None = None) -> Quantity:
    """The quantity of a draft that ends before an atom."""
    low, high = ends(d)
    after = phrase_value(d.parts, stop, d.numbers.after) if d.sure == "exact" else None
    sure = d.sure
    if after:
        sure, stop = after[0], stop + after[1]
        low, high = ends(replace(d, sure=sure))
    span = Span(d.parts[d.start].start, d.parts[stop - 1].stop)
    return Quantity(d.start, stop, span, low, high, sure, rule, unit, currency, belonging(d, stop))


def belonging(d: Draft, stop: int) -> Span | None:
    """What is counted, where that goes on after an atom: *of the seats*, *техники*."""
    first = stop + (stop < len(d.parts) and d.parts[stop].among(d.numbers.of))
    end = (declined_end if d.numbers.inflects else plain_end)(d, first)
    counts = end > first and (first > stop or d.numbers.inflects)
    return Span(d.parts[first].start, d.parts[end - 1].stop) if counts else None


def declined_end(d: Draft, at: int) -> int:
    """Where the nouns and adjectives in the genitive end that begin with an atom."""
    first = at
    while is_word(d, at) and at - first < FURTHEST and d.parts[at].case == "Gen" and d.parts[at].pos in NOMINAL:
        at += 1
    return at


def plain_end(d: Draft, at: int) -> int:
    """Where a noun ends that an article and adjectives may open: its first plural, or else its first word."""
    first = at = at + (is_word(d, at) and d.parts[at].among(d.numbers.known | d.numbers.articles))
    while is_word(d, at) and at - first < FURTHEST and not d.parts[at].among(d.numbers.stops):
        if is_plural(d.parts[at].text, d.numbers):
            return at + 1
        at += 1
    return min(at, first + 1)


def with_rate(d: Draft, first: int, stop: int) -> tuple[int, str]:
    """Where a unit ends, with what it is by (*barrels per day*, *km/h*), and its words."""
    at = stop
    slash = at < len(d.parts) and d.parts[at].text == "/"
    later = at + 2 < len(d.parts) and d.parts[at + 2].among(d.numbers.telling_when_after)  # *euros a year earlier*
    per = slash or (at < len(d.parts) and d.parts[at].among(d.numbers.per))
    if (
        per
        and not later
        and at + 1 < len(d.parts)
        and (slash or d.parts[at + 1].among(d.numbers.rates))
        and d.parts[at + 1].is_word
    ):
        stop = at + 2
        stop += is_stop_of(d.parts, stop, d.numbers)
    return stop, " ".join(d.text[d.parts[first].start : d.parts[stop - 1].stop].split()) if stop > first else ""


def percent(d: Draft) -> Quantity | None:
    """*30%*, *per cent*, *percentage points*."""
    found = phrase_value(d.parts, d.stop, d.numbers.percent)
    if found:
        return made(d, d.stop + found[1], "percent", unit=found[0])
    tail = d.amount.tail and unit_of_tail(d)
    if tail and d.numbers.adjectives.get(tail) == "%":
        return made(d, d.stop, "percent", unit="%")
    return None


def money(d: Draft) -> Quantity | None:
    """*$2.5bn*, *40 million euros*, *billions of dollars*, *2,5 млрд руб.*."""
    code = d.numbers.signs.get(d.sign or "")
    if code:
        stop, rate = with_rate(d, d.stop, d.stop)
        return made(d, stop, "money", unit=f"{d.sign} {rate}".strip(), currency=code)
    at = d.stop + (d.stop < len(d.parts) and d.parts[d.stop].among(d.numbers.of))
    found = phrase_value(d.parts, at, d.numbers.currencies)
    if not found:
        tail = d.amount.tail and unit_of_tail(d)
        code = d.numbers.adjectives.get(tail or "") or ""
        return made(d, d.stop, "money", unit=tail or None, currency=code) if len(code) == 3 else None
    weighs = found[0] == "GBP" and any(a.word.startswith("weigh") for a in d.parts[max(0, d.start - 3) : d.start])
    doubtful = (
        found[0] in ("KRW", "TRY", "BRL", "ZAR")
        and d.parts[at].text in ("won", "try", "real", "rand")
        and d.amount.magnitude < 1000
    )
    if weighs or doubtful:
        return None
    stop = at + found[1]
    stop += is_stop_of(d.parts, stop, d.numbers) or short_end(d, stop)
    stop, unit = with_rate(d, at, stop)
    return made(d, stop, "money", unit=unit, currency=found[0])


def short_end(d: Draft, at: int) -> bool:
    """Whether an abbreviation's stop ends the text as well."""
    return at == len(d.parts) - 1 and d.parts[at].text == "." and d.parts[at - 1].text in d.numbers.short


def multiple(d: Draft) -> Quantity | None:
    """*Three times as many*, *в три раза*."""
    after = d.atom(d.stop)
    return (
        made(d, d.stop + 1, "multiple", unit=d.text[after.start : after.stop])
        if after and after.among(d.numbers.times)
        else None
    )


def measure(d: Draft) -> Quantity | None:
    """*20 km*, *1,200 square kilometres*, *17,7 тыс. кв. м*, *30-kilometre*."""
    if d.amount.tail and (unit := unit_of_tail(d)):
        atom = d.parts[d.amount.stop - 1]
        shown = d.text[atom.stop - len(d.amount.tail) : atom.stop].lstrip("-")
        after = d.atom(d.stop)
        if after and after.text == "/" and is_word(d, d.stop + 1):
            return made(d, d.stop + 2, "measure", unit=d.text[atom.stop - len(shown) : d.parts[d.stop + 1].stop])
        return made(d, d.stop, "measure", unit=shown)
    at = d.stop
    if at < len(d.parts) and d.parts[at].among(d.numbers.squares):
        at += 1
        at += at < len(d.parts) and d.parts[at].text == "." and d.parts[at].start == d.parts[at - 1].stop
    if at >= len(d.parts) or not d.parts[at].among(d.numbers.measures):
        return None
    at += 1
    if d.parts[at - 1].text == "°" and is_word(d, at) and d.parts[at].text in ("c", "f", "с"):
        at += 1
    at += is_stop_of(d.parts, at, d.numbers)
    stop, unit = with_rate(d, d.stop, at)
    return made(d, stop, "measure", unit=unit)


def share(d: Draft) -> Quantity | None:
    """*A third*, *one in five*: of what follows."""
    return made(d, d.stop, "share") if d.amount.rule in ("fraction", "share") else None


def thing(d: Draft) -> Quantity | None:
    """*67,000 troops*, *thousands of shells*, *two more bodies*, *two of the boats*: what is counted."""
    at = d.stop
    if d.amount.rule == "vague" and at < len(d.parts) and d.parts[at].among(d.numbers.of):
        at += 1
    elif is_word(d, at) and d.parts[at].among(d.numbers.of):
        return made(d, at, "thing") if is_word(d, at + 1) and d.parts[at + 1].among(d.numbers.known) else None
    at = in_brackets(d, at)
    noun = noun_declined(d, at) if d.numbers.inflects else noun_english(d, at)
    if noun is None:
        return None
    stop, unit = with_rate(d, noun, noun + 1)
    return made(d, stop, "thing", unit=unit)


def turned(d: Draft) -> Quantity | None:
    """A number after what it counts: *человек двадцать*, about so many."""
    before = d.atom(d.start - 1)
    if not d.numbers.inflects or before is None or (before.pos, before.case, before.number) != ("NOUN", "Gen", "Plur"):
        return None
    if d.amount.rule != "in words" or d.sure != "exact" or noun_declined(d, d.stop) is not None:
        return None
    return made(replace(d, start=d.start - 1, sure="about"), d.stop, "turned", unit=d.text[before.start : before.stop])


def bare(d: Draft) -> Quantity | None:
    """A number alone: *31 wounded*, *magnitude 6.6*, *lost 67,000*."""
    small = d.amount.rule == "in words" and d.sure == "exact" and not d.numbers.inflects
    return None if small or (d.amount.rule == "vague" and d.sure != "about") else made(d, d.stop, "alone")


READINGS: tuple[tuple[str, Callable[[Draft], Quantity | None]], ...] = (
    ("percent", percent),
    ("money", money),
    ("multiple", multiple),
    ("measure", measure),
    ("share", share),
    ("turned", turned),
    ("thing", thing),
    ("alone", bare),
)
