"""What a language file holds about numbers and quantities: one frozen Numbers of plain data. Words are folded; in a
language that inflects its nouns they are lemmas, and beside them the forms whose lemma the parser is unsure of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from sayso.languages.phrases import Phrases
from sayso.records import Sure


@dataclass(frozen=True, slots=True, eq=False)
class Numbers:
    """The words of numbers and quantities; the examples are English."""

    # Numbers.
    inflects: bool  # whether words have classes and cases
    decimal: str  # the mark before decimals: .
    cardinals: Mapping[str, Fraction]  # two, twenty: added
    magnitudes: Mapping[str, int]  # hundred, million, bn: multiply what stands before them
    vague: Mapping[str, int]  # thousands, dozens: at least so many
    fractions: Mapping[str, Fraction]  # half, third
    halved: frozenset[str]  # half: of them, those that are nothing else
    shares: frozenset[str]  # two thirds: those that are no ordinals even without a number before them
    halves: Phrases[bool]  # and a half: after a number
    articles: frozenset[str]  # a: before hundred or third, one of them
    joining: frozenset[str]  # and: within a number (a hundred and five)
    of: frozenset[str]  # of: tens of thousands
    short: frozenset[str]  # abbreviations that a stop may follow
    even: frozenset[str]  # or, even: tens or even hundreds
    alone: frozenset[str]  # one: a number beside a magnitude, a unit or a qualifier, else an article or a pronoun
    one_in: Phrases[bool]  # in, out of: one in five
    each: Mapping[str, int]  # every (0), and after it fifth (5)
    times: frozenset[str]  # times: so many times as much

    # How sure, and ranges.
    minus: frozenset[str]  # minus: before a number below nothing
    qualifiers: Phrases[Sure]  # more than, about: before a number
    floors: frozenset[str]  # от 500: before a number that is no range, at least (Russian)
    after: Phrases[Sure]  # or so, or more: after it
    between: frozenset[str]  # between, from: open a range
    to: frozenset[str]  # to, and, or: between its ends
    alternating: frozenset[str]  # to, or: of them, those that need no *between*
    since: frozenset[str]  # с: before the first end of a change (Russian)
    changing: frozenset[str]  # rose: from … to after it are two figures and no range

    # Of what.
    percent: Phrases[str]  # per cent, %: and the unit's one name
    currencies: Phrases[str]  # dollars, $: and the code of ISO 4217
    signs: Mapping[str, str]  # $, US$: of them, those that stand before the number
    measures: frozenset[str]  # km, tonne: units that are no things
    squares: frozenset[str]  # square, nautical: before a measure
    per: frozenset[str]  # per, a: before what a quantity is by
    rates: frozenset[str]  # day, barrel: what it is by
    many: frozenset[str]  # people, troops: plurals without an ending, and nouns for a change
    stops: frozenset[str]  # function words and verbs: end what is counted

    # What is no quantity.
    spans: frozenset[str]  # year, week: the units of time
    telling_when: frozenset[str]  # within, after: before a length of time that tells when
    telling_when_after: frozenset[str]  # ago, later: after one
    souls: frozenset[str]  # person, child: of other things *one* is an article
    lasting: frozenset[str]  # last: tells when after *the* alone, and may be a verb
    scales: frozenset[str]  # magnitude: before a number that counts nothing
    known: frozenset[str]  # the, these: before a small number of what is known already
    numbered: frozenset[str]  # article, channel: things that bear a number
    aged: frozenset[str]  # aged: before an age
    ages: frozenset[str]  # old: after one
    house: frozenset[str]  # street: after a number, an address
    which_half: frozenset[str]  # first, other: before a half that is no quantity
    ordinal_tails: tuple[str, ...]  # th, nd: endings of an ordinal in digits
    glued: Mapping[str, int]  # bn, k: letters right after digits that multiply
    adjectives: Mapping[str, str]  # kilometre: units glued to a number by a hyphen, and the unit's one name, if any
