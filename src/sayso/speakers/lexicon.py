"""Names that stand for countries and organisations everywhere. In: the packaged tables; out: an index that finds them
in a text, each with what it stands for and in which way.

An abbreviation (US, WHO, IT) is found only in its own capitals, any other name only with a capital to begin with.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from sayso.morphology import lemmas
from sayso.roster.world import Country, countries, organizations
from sayso.spans import Span
from sayso.text import Token, fold, tokens

Manner = Literal["name", "capital", "adjective", "people"]
# Abbreviations of up to this many letters are words of other meanings in lower case.
SHORT = 5


@dataclass(frozen=True, slots=True)
class Entry:
    """What a name stands for: ``kind`` organization or country, ``side`` the country or bloc that it speaks for, None
    for those who speak for none; ``manner`` how it names it; ``leader`` the office of a country's leader; ``sort`` is
    an organisation's (media, government, company …). ``shown`` is its name in the language of the text."""

    name: str
    kind: Literal["organization", "country"]
    side: str | None
    manner: Manner
    leader: str | None = None
    sort: str | None = None
    shown: str = ""


@dataclass(frozen=True, slots=True)
class Known:
    """A name found in a text."""

    span: Span
    entry: Entry


# By the first word: the words of a name, whether capitals must agree all through, and what it stands for.
Index = dict[str, list[tuple[tuple[str, ...], bool, Entry]]]
# What follows an abbreviation that is declined: МИДа, МИДом.
ENDINGS = frozenset({"а", "у", "ом", "е"})


@lru_cache(maxsize=4)
def lexicon(lang: str) -> Index:
    """The index for a language, by the first word of a name, longer names first; whether capitals are told."""
    index: Index = {}
    for words, entry in [*country_names(lang), *organization_names(lang)]:
        site = lang == "ru" and "." in words[1:-1] and " " not in words  # one word in a parsed text: Лента.ру
        parts = (words,) if site else tuple(t.text for t in tokens(words))
        if parts:
            letters = [c for c in words if c.isalpha()]
            strict = len(letters) <= SHORT and "".join(letters).isupper()
            for key in keys(parts[0], lang):
                index.setdefault(key, []).append((parts, strict, entry))
    for names in index.values():
        names.sort(key=lambda n: -len(n[0]))
    return index


def keys(word: str, lang: str) -> frozenset[str]:
    """The forms by which a word of a name is found: folded, and where nouns are declined every lemma that it may
    have."""
    if lang != "ru" or word.isascii():
        return frozenset({fold(word)})
    return lemmas(word) | {word.lower()}


def country_names(lang: str) -> Iterator[tuple[str, Entry]]:
    for country in countries():
        for manner, words in told(country, lang):
            for name in words:
                shown = (country.name_ru or country.name) if lang == "ru" else country.name
                yield name, Entry(country.name, "country", country.name, manner, country.leader, shown=shown)


def told(country: Country, lang: str) -> Iterator[tuple[Manner, Iterable[str]]]:
    """The ways in which a language names a country."""
    if lang == "ru":
        yield "name", filter(None, (country.name_ru, *country.aliases_ru))
        yield "capital", country.capital_ru
        yield "adjective", country.adjectives_ru
        yield "people", country.people_ru
    else:
        yield "name", (country.name, *country.aliases)
        yield "capital", country.capital
        yield "adjective", country.adjectives
        yield "people", country.people


def organization_names(lang: str) -> Iterator[tuple[str, Entry]]:
    for organization in organizations():
        names = (
            (organization.name_ru, *organization.aliases_ru)
            if lang == "ru"
            else (organization.name, *organization.aliases)
        )
        if lang == "ru":  # news in Russian writes foreign names in Latin letters as well
            names = (*names, *(n for n in (organization.name, *organization.aliases) if organization.kind == "media"))
        for name in filter(None, names):
            side = organization.country or organization.bloc
            shown = (organization.name_ru or organization.name) if lang == "ru" else organization.name
            yield name, Entry(organization.name, "organization", side, "name", None, organization.kind, shown)


def find_known(words: Sequence[Token], lang: str) -> list[Known]:
    """The names of the lexicon in a text, in order; where several begin together the longest."""
    index = lexicon(lang)
    found: list[Known] = []
    at = 0
    while at < len(words):
        known = longest(words, at, index, lang)
        if known:
            size, entry = known
            found.append(Known(Span(words[at].start, words[at + size - 1].stop), entry))
            at += size
        else:
            at += 1
    return found


def longest(words: Sequence[Token], at: int, index: Index, lang: str) -> tuple[int, Entry] | None:
    """The longest name that begins at a word, as how many words it is and what it stands for."""
    small = not words[at].text[0].isupper()
    if small and not (lang == "ru" and words[at].pos in ("ADJ", "NOUN")):
        return None
    found = (name for key in word_keys(words[at], lang) for name in index.get(key, ()))
    for shape, strict, entry in sorted(found, key=lambda name: -len(name[0])):
        some = words[at : at + len(shape)]
        shouted = len(words[at].text) > 1 and words[at].text.isupper() and words[at].pos == "NOUN"  # ДЕЛ is no Дели
        if len(some) != len(shape) or ((small or (shouted and not shape[0].isupper())) and shape[0][0].isupper()):
            continue
        capital = strict or entry.sort == "media"  # *The economist* is not *The Economist*
        if all(is_word_of(t, own, strict, capital, lang) for t, own in zip(some, shape, strict=False)):
            return len(shape), entry
    return None


def word_keys(token: Token, lang: str) -> frozenset[str]:
    """The forms by which a word of a text is looked up."""
    return keys(token.text, lang) | {token.word}


def is_word_of(token: Token, own: str, strict: bool, capital: bool, lang: str) -> bool:
    """Whether a word of a text is a name's own: in the same capitals where ``strict``, with one where the name has one
    where ``capital``."""
    word = token.text
    if strict:
        return word == own or (lang == "ru" and word.startswith(own) and word[len(own) :] in ENDINGS)
    if capital and own[0].isupper() and not word[0].isupper():
        return False
    return fold(word) == fold(own) or (lang == "ru" and bool(word_keys(token, lang) & keys(own, lang)))
