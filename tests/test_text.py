"""Words as people compare them. Each case: a text, its tokens; or two ways of writing one name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.spans import Span, cut
from sayso.text import fold, spaced, tokens

TOKENS = (
    ("Ana Lima said.", ["Ana", "Lima", "said", "."]),
    ("Eva O’Hara's gate", ["Eva", "O’Hara", "'", "s", "gate"]),
    ("Eva O'Hara’s gate", ["Eva", "O'Hara", "’", "s", "gate"]),
    ("the pilots' union", ["the", "pilots", "'", "union"]),
    ("don’t", ["don", "’", "t"]),
    ("the U.S. envoy", ["the", "U", ".", "S", ".", "envoy"]),
    ("Marin-Costa", ["Marin", "-", "Costa"]),
    ("67% (in 2024)", ["67", "%", "(", "in", "2024", ")"]),
    ("“Ready,” — she said…", ["“", "Ready", ",", "”", "—", "she", "said", "…"]),
    ("Анна Лима", ["Анна", "Лима"]),
    ("🙂 Ana", ["🙂", "Ana"]),
    ("", []),
    (" \n\t", []),
)


@pytest.mark.parametrize(("text", "words"), TOKENS)
def test_tokens(text: str, words: list[str]) -> None:
    assert [t.text for t in tokens(text)] == words


@given(st.text(alphabet="aÉz0’'s -.,\n🙂Б", max_size=40))
def test_tokens_stand_where_they_say_and_leave_out_white_space_alone(text: str) -> None:
    found = tokens(text)
    assert [cut(text, t.span) for t in found] == [t.text for t in found]
    assert "".join(t.text for t in found) == "".join(text.split())
    assert [t.line for t in found] == [text.count("\n", 0, t.start) for t in found]


def test_tokens_of_a_stretch() -> None:
    assert [(t.text, t.span) for t in tokens("Ana Lima said", 4, 8)] == [("Lima", Span(4, 8))]


SAME = (
    ("Erdoğan", "ERDOGAN"),
    ("Erdoğan", "Erdog\u0306an"),
    ("Yıldız", "Yildiz"),
    ("Wałęsa", "Walesa"),
    ("Jørgen", "Jorgen"),
    ("Łukasz", "ŁUKASZ"),
    ("Łukasz", "Lukasz"),
    ("ØYSTEIN", "Øystein"),
    ("O’Hara", "O'Hara"),
    ("Müller", "MULLER"),
    ("Groß", "GROSS"),
    ("ЁЛКИН", "ёлкин"),
    ("İzmir", "Izmir"),
)


@pytest.mark.parametrize(("one", "other"), SAME)
def test_two_ways_of_writing_one_word_are_equal(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("Lima", "Limo"), ("Ana", "Anna"), ("Costa", "Kosta"), ("O'Hara", "OHara")])
def test_two_words_are_two(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@given(st.text(st.characters(categories=["Lu", "Ll"], max_codepoint=0x52F), max_size=12))
def test_folding_twice_is_folding_once(word: str) -> None:
    assert fold(fold(word)) == fold(word)


@pytest.mark.parametrize("text", ["Ana\nLima", "Ana\r\n  Lima", " Ana\u00a0Lima ", "Ana Lima"])
def test_a_name_that_a_line_break_splits_is_one(text: str) -> None:
    assert spaced(text) == "Ana Lima"
