"""Sources taken apart. Each case: a source with the names in it marked, and what becomes of it."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.spans import holds
from sayso.speakers.phrase import Phrase
from sayso.text import Token
from tests.staged import scan


def phrase_of(line: str) -> Phrase:
    phrase = scan(line).phrase
    assert phrase is not None
    return phrase


def told(words: Sequence[Token]) -> str:
    return " ".join(t.text for t in words)


# source, core, head, words before the head
HEADS = (
    ("the mayor", "the mayor", "mayor", ""),
    ("the head of American diplomacy", "the head", "head", ""),
    ("a senior harbour official", "a senior harbour official", "official", "senior harbour"),
    ("analysts at the bank {o Brandt Ekberg}", "analysts", "analysts", ""),
    ("officials who asked not to be named", "officials", "officials", ""),
    ("the report published on Monday by the board", "the report", "report", ""),
    ("two of the pilots", "two", "two", ""),
    ("the Monday paper", "the Monday paper", "paper", "Monday"),
    ("residents Monday", "residents", "residents", ""),
    ("an 80-year-old resident", "an 80 - year - old resident", "resident", "80 - year - old"),
    ("a Brandt-led inquiry", "a Brandt - led inquiry", "inquiry", "Brandt - led"),
    ("the mayor (an engineer)", "the mayor", "mayor", ""),
    ("the mayor – an engineer", "the mayor", "mayor", ""),
    ("{p Ana Lima}’s lawyer", "Ana Lima ’ s lawyer", "lawyer", "Ana Lima ’ s"),
    ("“the mayor,”", "the mayor", "mayor", ""),
    ("the pilots, today", "the pilots", "pilots", ""),
    ("67%", "67 %", "%", ""),
)


@pytest.mark.parametrize(("line", "core", "head", "before"), HEADS)
def test_a_described_source_has_a_head(line: str, core: str, head: str, before: str) -> None:
    phrase = phrase_of(line)
    assert phrase.name is None
    assert phrase.head is not None
    assert (told(phrase.core), phrase.head.text, told(phrase.before)) == (core, head, before)


# source, name that ends its core, words before the name, words after the core
NAMES = (
    ("{p Ana Lima}", "Ana Lima", "", ""),
    ("US President {p Ana Lima}", "Ana Lima", "US President", ""),
    ("the architect {p Ana Lima}", "Ana Lima", "architect", ""),
    ("{p Ana Lima}, the port’s director,", "Ana Lima", "", "the port ’ s director"),
    ("{p Ana Lima} of {o Porto Gates}", "Ana Lima", "", "of Porto Gates"),
    ("{p Ana Lima} herself", "Ana Lima", "", ""),
    ("{p Ana Lima}’s", "Ana Lima", "", ""),
    ("the {o Bank of Porto}", "Bank of Porto", "", ""),
    ("the {o Harbour and Gate Board}", "Harbour and Gate Board", "", ""),
    ("{p B. Lima}", "B. Lima", "", ""),
    # an initial is no article
    ("{p A. Costa}", "A. Costa", "", ""),
    ("{p A. B. Costa}", "A. B. Costa", "", ""),
    ("{p A.B. Costa}", "A.B. Costa", "", ""),
)


@pytest.mark.parametrize(("line", "name", "before", "rest"), NAMES)
def test_a_named_source_has_none(line: str, name: str, before: str, rest: str) -> None:
    phrase = phrase_of(line)
    assert phrase.head is None
    assert phrase.name is not None
    assert (phrase.name.words, told(phrase.before), told(phrase.rest)) == (name, before, rest)


APPOSED = (
    ("the mayor of {l Valencia}, engineer {p Ana Lima}", "Ana Lima"),
    ("director of the council {p Ana Lima}", "Ana Lima"),
    ("a spokesman for the ministry, {p Rui Costa}", "Rui Costa"),
    ("a lawyer for {p Ana Lima}", None),
    ("the wife of {p Rui Costa}", None),
    ("the board and {p Rui Costa}", None),
    ("officials close to {p Rui Costa}", None),
    ("{p Rui Costa}’s lawyer", None),
    ("the mayor", None),
)


@pytest.mark.parametrize(("line", "name"), APPOSED)
def test_an_apposition_names_a_described_person(line: str, name: str | None) -> None:
    apposed = phrase_of(line).apposed
    assert (apposed.words if apposed else None) == name


OPENINGS = (
    ("the mayor", "definite"),
    ("this official", "definite"),
    ("his lawyer", "definite"),
    ("a mayor", "indefinite"),
    ("One legal expert", "indefinite"),
    ("two pilots", "quantity"),
    ("67% of voters", "quantity"),
    ("many pilots", "quantity"),
    ("many", None),
    ("pilots", None),
    ("{p Ana Lima}", None),
    ("{p A. Costa}", None),
)


@pytest.mark.parametrize(("line", "opening"), OPENINGS)
def test_opening(line: str, opening: str | None) -> None:
    assert phrase_of(line).opening == opening


JOINED = (
    ("{p Ana Lima} and {p Rui Costa}", True),
    ("{p Ana Lima}, {p Rui Costa} and {p Eva Marin}", True),
    ("he and {p Rui Costa}", True),
    ("pilots and officers", True),
    ("the pilots and the board", True),
    ("the ministers of France and Germany", False),
    ("the {o Harbour and Gate Board}", False),
    ("the trade and industry minister", False),
    ("the director, {p Ana Lima}", False),
    ("{p Ana Lima}, mayor of Porto and Gaia", False),
)


@pytest.mark.parametrize(("line", "joined"), JOINED)
def test_several_joined(line: str, joined: bool) -> None:
    assert phrase_of(line).joined is joined


PLURAL = (
    ("the pilots", True),
    ("the authorities", True),
    ("people", True),
    ("two", True),
    ("the mayor", False),
    ("the boss", False),
    ("the business", False),
    ("the news", False),
    ("the witness", False),
    ("the gas", False),
    ("{p Ana Ruiz}", False),
)


@pytest.mark.parametrize(("line", "plural"), PLURAL)
def test_plural(line: str, plural: bool) -> None:
    assert phrase_of(line).plural is plural


@pytest.mark.parametrize(
    ("line", "words"), [("{p Ana Lima}’s", "Ana Lima"), ("the pilots'", "the pilots"), ("France's", "France")]
)
def test_a_possessive_at_the_end_is_left_out(line: str, words: str) -> None:
    phrase = phrase_of(line)
    assert phrase.possessive
    assert scan(line).cut(phrase.span) == words


@pytest.mark.parametrize("line", ["the", "A", "an", "the a", "—", "“”", "…", "🙂"])
def test_no_word_no_phrase(line: str) -> None:
    assert scan(line).phrase is None


BITS = "the|a|A.|two|{p Ana Lima}|{o Bank of Porto}|’s|'|,|(|)|—|-|and|of|who|mayor|pilots|US|today|.|“|67|%".split("|")


@given(st.lists(st.sampled_from(BITS), min_size=1, max_size=9), st.sampled_from([" ", ""]))
def test_any_source_may_be_taken_apart(bits: list[str], gap: str) -> None:
    phrase = scan(gap.join(bits)).phrase
    if phrase is None:
        return
    assert phrase.core
    assert phrase.words[: len(phrase.core)] == phrase.core
    assert (phrase.head is None) is (phrase.name is not None)
    assert holds(phrase.span, phrase.core_span)
    assert not set(phrase.before) & set(phrase.rest)
    assert phrase.head is None or phrase.head == phrase.core[-1]
