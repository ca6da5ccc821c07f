"""What a language file holds about speakers: one frozen Speakers of plain data. Words are lower case unless told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Gender = Literal["m", "f"] | None
Number = Literal["one", "many"] | None


def words(text: str) -> frozenset[str]:
    """The words of a text that are parted by white space."""
    return frozenset(text.split())


@dataclass(frozen=True, slots=True)
class Pronoun:
    """A pronoun that may stand for a speaker. ``gender`` and ``number`` are None where it tells neither; ``thing``
    marks one that stands for an organisation, a country or a document sooner than for a person."""

    number: Number
    gender: Gender = None
    thing: bool = False


@dataclass(frozen=True, slots=True)
class Speakers:
    """The words by which a language names and describes those who speak; the examples are English."""

    # Whether a phrase's head stands before what depends on it (*глава МИД*) and nouns have cases, or at its end.
    head_first: bool

    # What a phrase refers to, by its head (singular).
    person: frozenset[str]  # spokesman, resident
    organization: frozenset[str]  # bank, ministry
    document: frozenset[str]  # report, figures
    group: frozenset[str]  # authorities, police: several, whatever the number
    singulars: frozenset[str]  # end as plurals do and are none: politics, Brussels
    quantities: frozenset[str]  # several, third: open or head a phrase about so many of a group
    single: frozenset[str]  # one: of several, and not named
    pieces: frozenset[str]  # article: what an outlet publishes, whose name the text has just told
    own_words: frozenset[str]  # words, remarks: his words are his, no document
    vague: frozenset[str]  # statement, report: bare, they tell nobody
    partners: frozenset[str]  # interlocutor: whoever is speaking to the outlet, named or not
    sources: frozenset[str]  # source, interlocutor: named so in order not to be named
    hidden: frozenset[str]  # anonymity, unnamed: whoever is so described stays unnamed
    sides: frozenset[str]  # side: of the Russian side
    bodies: Mapping[str, frozenset[str]]  # a bare noun for a body, and the sorts or stems by which one is known
    outlets: frozenset[str]  # agency, newspaper: by these a news outlet may be meant
    platforms: frozenset[str]  # X, Telegram: where things are posted, never who says them

    # How a phrase is built.
    honorifics: Mapping[str, Gender]  # Mr, Dr: before a name and no part of it; some tell the gender
    pronouns: Mapping[str, Pronoun]  # those that may stand for a speaker
    oneself: frozenset[str]  # I: whoever speaks
    nobody: frozenset[str]  # nobody, no: then nobody spoke
    relative: frozenset[str]  # who, which
    personal: frozenset[str]  # who: of them, those for people
    articles: frozenset[str]  # the, a
    definite: frozenset[str]  # the, his: open a phrase about somebody known
    indefinite: frozenset[str]  # a, another: open one about somebody new
    pointing: frozenset[str]  # the, this: may point at the last organisation
    breaks: frozenset[str]  # of, who, including: after them a phrase's head has been said
    linking: frozenset[str]  # of, and, for: small words within a role
    conjunctions: frozenset[str]  # and, or
    trailing: frozenset[str]  # today, also, himself: at the end of a phrase and no part of it
    calendar: frozenset[str]  # Monday, March: capitals that are no name
    particles: frozenset[str]  # van, de: part of a family name
    suffixes: frozenset[str]  # Jr, III: part a father from a son
    given: frozenset[str]  # given names that are no place's
    genders: Mapping[str, Gender]  # the gender that a given name or a noun for people tells

    # Titles and offices.
    abbreviations: Mapping[str, str]  # titles written short, and in full
    ranks: frozenset[str]  # senior, deputy: adjectives of a role
    offices: Mapping[tuple[str, ...], str]  # the words of an office, and its one name for comparing
    heads: Mapping[str, tuple[str, ...]]  # by which other offices an organisation's head may go
    sole: frozenset[str]  # mayor: titles of which a body or a place has one
    short_for: Mapping[str, frozenset[str]]  # a bare title, and the offices whose holders go by it as well
    same_title: Mapping[tuple[str, ...], str]  # the words of a title, and the noun by which its bearer goes as well
    leading: frozenset[str]  # leader: of a country
    led: frozenset[str]  # the offices of those who lead one
    heading: frozenset[str]  # head, chief: of an organisation
    former: frozenset[str]  # former, ousted: no longer, or not yet, in office
    office_names: Mapping[str, str]  # an office's one name, and how the language calls it; empty where it is the same
    deputy: frozenset[str]  # deputy, acting: not the one in office
    state_words: frozenset[str]  # minister, embassy: their holders may speak for a country
    national: frozenset[str]  # federal: of the country that the article is at home in
    private: frozenset[str]  # church, company: their holders speak for none
    placing: frozenset[str]  # to, in: a country after them is where, not for whom

    # Who passes on and publishes.
    publishing: frozenset[str]  # by, from, of: before a publisher's name
    obtaining: frozenset[str]  # obtained, seen: by whom, is no publisher
    citing: frozenset[str]  # citing, quoted
    citing_now: frozenset[str]  # citing: of them, before whom an outlet has it from
    quoted_as: frozenset[str]  # as, saying: after the one whom an outlet quotes
    reporting: frozenset[str]  # writes, reported: after the name of one who passes on
    writing: frozenset[str]  # of them, those that only a publication does
    being: frozenset[str]  # is, were: open a passive, which hides who speaks
