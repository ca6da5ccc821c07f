"""What a language file holds about speakers: one frozen Speakers of plain data. Words are lower case unless told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Gender = Literal["m", "f"] | None
Number = Literal["one", "many"] | None


@dataclass(frozen=True, slots=True)
class Pronoun:
    """A pronoun that may stand for a speaker. ``gender`` and ``number`` are None where it tells neither; ``thing``
    marks one that stands for an organisation, a country or a document sooner than for a person."""

    number: Number
    gender: Gender = None
    thing: bool = False


@dataclass(frozen=True, slots=True)
class Speakers:
    """The words by which a language names and describes those who speak.

    ``honorifics`` stand before a name and are no part of it (*Mr*, *Dr*), some of them telling the gender. ``pronouns``
    may stand for a speaker. The nouns tell what a phrase refers to by its head: a ``person`` (*spokesman*), an
    ``organization``, a ``document``, a ``group`` (*authorities*, whatever its number); ``people`` are group nouns that
    do not end as plurals do. ``breaks`` are the words after which a phrase's head has been said (*of*, *who*,
    *including*). ``definite`` and ``indefinite`` open a phrase; ``quantities`` open one about several.
    ``former`` and ``deputy`` tell that a title is not that of the one in office. ``offices`` map the words of an office
    to one name for it, the same by which ``office_names`` calls the offices of the roster; ``leading`` are the nouns
    for whoever leads a country, and ``heading`` for whoever heads an organisation. ``state_words`` make a role one of
    a national government. ``governments`` are nouns for a country's government. ``aliens`` (*the former*, *both*) ...
    """

    honorifics: Mapping[str, Gender]
    pronouns: Mapping[str, Pronoun]
    person: frozenset[str]
    organization: frozenset[str]
    document: frozenset[str]
    group: frozenset[str]
    singulars: frozenset[str]
    breaks: frozenset[str]
    definite: frozenset[str]
    indefinite: frozenset[str]
    quantities: frozenset[str]
    personal: frozenset[str]
    pointing: frozenset[str]
    own_words: frozenset[str]
    placing: frozenset[str]
    citing_now: frozenset[str]
    writing: frozenset[str]
    nobody: frozenset[str]
    heads: Mapping[str, tuple[str, ...]]
    platforms: frozenset[str]
    outlets: frozenset[str]
    vague: frozenset[str]
    quoted_as: frozenset[str]
    trailing: frozenset[str]
    being: frozenset[str]
    private: frozenset[str]
    former: frozenset[str]
    deputy: frozenset[str]
    offices: Mapping[tuple[str, ...], str]
    leading: frozenset[str]
    led: frozenset[str]
    heading: frozenset[str]
    state_words: frozenset[str]
    national: frozenset[str]
    sides: frozenset[str]
    hidden: frozenset[str]
    given: frozenset[str]
    genders: Mapping[str, Gender]
    sources: frozenset[str]
    publishing: frozenset[str]
    obtaining: frozenset[str]
    articles: frozenset[str]
    conjunctions: frozenset[str]
    citing: frozenset[str]
    reporting: frozenset[str]
    linking: frozenset[str]
    ranks: frozenset[str]
    relative: frozenset[str]
    abbreviations: Mapping[str, str]
    particles: frozenset[str]
    calendar: frozenset[str]
    suffixes: frozenset[str]
