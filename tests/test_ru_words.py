"""The Russian lists of words for speakers: every word is a form that the analyser brings words to."""

from __future__ import annotations

from functools import cache

import pytest
from pymorphy3 import MorphAnalyzer

from sayso.languages.en_speakers import ENGLISH_SPEAKERS
from sayso.languages.ru_speakers import RUSSIAN_SPEAKERS

LISTS = (
    "person",
    "organization",
    "document",
    "group",
    "sources",
    "state_words",
    "private",
    "former",
    "deputy",
    "heading",
)

# Participles that are nouns in use: the analyser knows them as forms of verbs alone.
NOUNS = frozenset(
    """
    арестованный заведующий задержанный заключенный обвиняемый опрошенный осужденный отдыхающий подозреваемый
    пострадавший управляющий
    """.split()
)


@cache
def analyzer() -> MorphAnalyzer:
    return MorphAnalyzer()


def lemmas(word: str) -> set[str]:
    return {parse.normal_form.replace("ё", "е") for parse in analyzer().parse(word)}


@pytest.mark.parametrize("name", LISTS)
def test_lists_hold_lemmas(name: str) -> None:
    words = getattr(RUSSIAN_SPEAKERS, name)
    assert words
    assert {w for w in words - NOUNS if w not in lemmas(w)} == set()


def test_exceptions_are_needed() -> None:
    assert {w for w in NOUNS if w in lemmas(w) or w not in RUSSIAN_SPEAKERS.person} == set()


def test_offices_are_lemmas_with_the_names_that_english_has() -> None:
    used = {w for shape in RUSSIAN_SPEAKERS.offices for w in shape}
    assert {w for w in used - NOUNS if w not in lemmas(w)} == set()
    assert set(RUSSIAN_SPEAKERS.offices.values()) <= set(ENGLISH_SPEAKERS.offices.values())


def test_nouns_that_tell_a_gender_are_lemmas() -> None:
    assert {w for w in RUSSIAN_SPEAKERS.genders if w not in lemmas(w)} == set()


def test_kinds_share_few_words() -> None:
    person, document = RUSSIAN_SPEAKERS.person, RUSSIAN_SPEAKERS.document
    assert person & document == set()
    assert person & RUSSIAN_SPEAKERS.group == set()
    assert document & RUSSIAN_SPEAKERS.organization == set()
