"""The ways in which a number is no quantity. In: a Draft; out: whether a rule refuses it. REFUSALS stand in order."""

from __future__ import annotations

from collections.abc import Callable

from sayso.atoms import Atom
from sayso.figures.draft import Draft
from sayso.figures.nouns import is_percent, is_plural, noun_declined, noun_english, unit_of_tail
from sayso.figures.readings import measure

ADJECTIVAL = ("an", "ian", "ese", "ish", "ch")  # Ukrainian, Chinese: a capital that counts no house


def is_glued(d: Draft) -> bool:
    """Part of a name: letters and a hyphen before it, or letters after it that are no unit."""
    first = d.parts[d.amount.start]
    if first.hyphened:
        return True
    tail = d.amount.tail
    if tail == "-strong":
        return False
    return bool(tail) and unit_of_tail(d) is None


def is_numbered(d: Draft) -> bool:
    """The number of an article, a channel, a flight; of a thing with a capital (*Boeing 737*) that no unit follows."""
    before = d.atom(d.start - 1)
    if before is None or d.sign or d.sure != "exact" or d.amount.rule in ("vague", "fraction", "share"):
        return False
    if before.text == "." and d.start > 1 and d.parts[d.start - 2].stop == before.start:
        before = d.parts[d.start - 2]
    after = d.atom(d.stop)
    if before.among(d.numbers.numbered) and d.amount.rule == "in digits" and d.amount.magnitude == 1:
        return not d.numbers.inflects or before.pos != "ADP"
    alone = not is_percent(d) and not measure(d) and not (after and counts(d))
    opens = d.start < 2 or d.parts[d.start - 2].text in '.!?"“«:'
    return d.amount.rule == "in digits" and before.is_word and before.lead and alone and not opens and close(before, d)


def counts(d: Draft) -> bool:
    """Whether a plural, or a noun in its case, follows."""
    noun = noun_declined(d, d.stop) if d.numbers.inflects else noun_english(d, d.stop)
    return noun is not None and (d.numbers.inflects or is_plural(d.parts[noun].text, d.numbers))


def close(before: Atom, d: Draft) -> bool:
    return (
        d.parts[d.start].start - before.stop <= 1
        and not before.among(d.numbers.stops)
        and before.pos not in ("ADP", "VERB", "CCONJ")
    )


def is_aged(d: Draft) -> bool:
    """An age: *aged 45*, *Lima, 45,*, *45 years old*, *исполнилось 60 лет*."""
    near = d.parts[max(0, d.start - 2) : d.start]
    if any(a.among(d.numbers.aged) for a in near) and d.low < 130:
        return True
    after = d.parts[d.stop : d.stop + 2]
    if len(after) == 2 and after[0].among(d.numbers.spans) and after[1].among(d.numbers.ages):
        return True
    commas = d.word(d.start - 1) == "," and d.word(d.stop) in (",", ".") and d.start > 1
    return (
        commas and d.amount.rule == "in digits" and 9 < d.low < 110 and d.parts[d.start - 2].lead and d.sure == "exact"
    )


def is_score(d: Draft) -> bool:
    """A score, a time of day, a call number: digits and marks right beside it."""
    last = d.atom(d.stop)
    before = d.atom(d.start - 1)
    tight = d.parts[d.stop - 1].stop
    clock = last is not None and last.text == ":" and last.start == tight and is_digit(d, d.stop + 1, tight + 1)
    behind = (
        before is not None
        and before.text in ":-/"
        and before.stop == d.parts[d.start].start
        and is_digit(d, d.start - 2)
    )
    whole = (
        d.amount.rule == "in digits"
        and d.low <= 20
        and d.high <= 20
        and d.stop - d.start == 3
        and d.parts[d.start + 1].text in "-–"
    )
    alone = last is None or not last.is_word or last.among(d.numbers.stops)
    backwards = last is not None and last.text in "-–" and last.start == tight and is_digit(d, d.stop + 1, tight + 1)
    dotted = last is not None and last.text in "./" and last.start == tight and is_digit(d, d.stop + 1, tight + 1)
    return (
        clock
        or behind
        or backwards
        or dotted
        or (whole and alone and last is not None and last.text not in "%°" and not is_percent(d))
    )


def is_digit(d: Draft, at: int, start: int | None = None) -> bool:
    atom = d.atom(at)
    return atom is not None and atom.digits and (start is None or atom.start == start)


def is_bare_year(d: Draft) -> bool:
    """A number of four digits that may be a year, with nothing after it that is counted."""
    atom = d.parts[d.amount.start]
    plain = atom.digits and len(atom.text) == 4 and d.sure == "exact" and not d.sign and 1000 <= d.low <= 2100
    after = d.atom(d.stop)
    return (
        plain
        and (after is None or not after.is_word or after.among(d.numbers.stops))
        and not is_percent(d)
        and d.stop < len(d.parts)
        and d.low >= 1400
        and d.low != 2000
    )


def tells_when(d: Draft) -> bool:
    """A length of time that tells when: *within two years*, *three days later*."""
    after = d.parts[d.stop : d.stop + 3]
    if not after or not after[0].among(d.numbers.spans):
        return False
    back = 1 + (d.sure == "exact" and d.word(d.start - 1) in d.numbers.known)
    before = d.atom(d.start - back)
    when = before is not None and before.among(d.numbers.telling_when)
    when = when or (d.word(d.start - 1) in d.numbers.lasting and d.word(d.start - 2) in d.numbers.known)
    return when or any(a.among(d.numbers.telling_when_after) for a in after[1:2])


def is_known(d: Draft) -> bool:
    """A small number, in words, of what is known already: *the two men*."""
    before = d.atom(d.start - 1)
    return d.amount.small_word and before is not None and before.among(d.numbers.known) and d.amount.rule == "in words"


def is_pronoun(d: Draft) -> bool:
    """*One* as a pronoun or an article: *one of them*, *no one*, *один из них*."""
    first = d.parts[d.amount.start]
    if d.low != 1 or d.high != 1 or not first.among(d.numbers.alone) or d.amount.stop - d.amount.start > 1:
        return False
    after, before = d.atom(d.stop), d.atom(d.start - 1)
    follows = after is not None and after.is_word and not after.among(d.numbers.stops) and not after.lead
    if after is not None and not after.among(d.numbers.souls) and d.sure == "exact":
        return True
    hyphen = (after is not None and after.text in "-–") or (before is not None and before.text in "-–")
    return (
        not follows
        or hyphen
        or (
            before is not None
            and (before.among(d.numbers.known) or before.text in ("no", "any", "every", "ни", "another"))
        )
    )


def is_address(d: Draft) -> bool:
    """The number of a house, or of what bears a name: *300 Slater Street*."""
    after = d.atom(d.stop)
    if after is None or d.amount.rule != "in digits" or d.amount.magnitude > 1 or d.sign or d.sure != "exact":
        return False
    named = after.is_word and after.lead and not after.text.endswith(("s", *ADJECTIVAL)) and not d.numbers.inflects
    return named or (after.among(d.numbers.house) and measure(d) is None)


def is_ordinal(d: Draft) -> bool:
    """*3rd*, *45-й*; and a part of the year (*the first quarter*)."""
    half = d.amount.rule == "fraction" and d.word(d.start - 1) in d.numbers.which_half
    return half or d.amount.tail.lstrip("-") in d.numbers.ordinal_tails


REFUSALS: tuple[tuple[str, Callable[[Draft], bool]], ...] = (
    ("ordinal", is_ordinal),
    ("part of a name", is_glued),
    ("number of a thing", is_numbered),
    ("age", is_aged),
    ("score or time of day", is_score),
    ("year", is_bare_year),
    ("tells when", tells_when),
    ("known already", is_known),
    ("pronoun", is_pronoun),
    ("address", is_address),
)
