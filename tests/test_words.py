"""Words as the model sees them."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.marks import find_quotations, paragraphs
from sayso.model.words import GAPS, LONGEST_WORD, SHAPES, shape_of, split_words
from sayso.read import body_of
from sayso.records import Document
from sayso.spans import Span, holds

SPLITS = (
    ("We're ready.", ["We", "'", "re", "ready", "."]),
    ("“No,” he said — twice", ["“", "No", ",", "”", "he", "said", "—", "twice"]),
    ("U.S. 3,500 10%", ["U", ".", "S", ".", "3", ",", "500", "10", "%"]),
    ("cafe\u0301 🙂🙂", ["cafe", "\u0301", "🙂", "🙂"]),
    ("anti-war e_mail", ["anti", "-", "war", "e_mail"]),
    ("אנחנו מוכנים", ["אנחנו", "מוכנים"]),
    ("", []),
    (" \n\u2029 ", []),
)


@pytest.mark.parametrize(("text", "expected"), SPLITS)
def test_words(text: str, expected: list[str]) -> None:
    words = split_words(text)
    assert [words.word(i) for i in range(len(words))] == expected


@pytest.mark.parametrize(
    ("word", "shape"),
    [
        (",", "punctuation"),
        ("“", "punctuation"),
        ("🙂", "punctuation"),
        ("gate", "lower"),
        ("Gate", "title"),
        ("A", "title"),
        ("GATE", "upper"),
        ("McKay", "mixed"),
        ("B2", "mixed"),
        ("e_mail", "mixed"),
        ("2025", "digit"),
        ("_", "other"),
        ("½", "other"),
        ("ворота", "lower"),
    ],
)
def test_shape(word: str, shape: str) -> None:
    assert SHAPES[shape_of(word)] == shape


def test_gaps_and_paragraphs() -> None:
    words = split_words("No, he said.\n\nThen no more")
    assert [GAPS[g] for g in words.gap] == [
        "paragraph", "none", "space", "space", "none", "paragraph", "space", "space",
    ]  # fmt: skip
    assert words.paragraph.tolist() == [0] * 5 + [1] * 3


def test_of_a_word_without_end_the_model_sees_the_head() -> None:
    words = split_words("a " + "x" * (2 * LONGEST_WORD + 1))
    assert (words.stop - words.start).tolist() == [1, 2 * LONGEST_WORD + 1]
    assert words.word(1) == "x" * LONGEST_WORD


def test_words_of_furniture_are_left_out() -> None:
    text = "Read more: Gate\nThe gate is shut."
    words = split_words(body_of(Document(id="d", text=text, lang="en", furniture=(Span(0, 15),))).text)
    assert [words.word(i) for i in range(len(words))] == ["The", "gate", "is", "shut", "."]
    whole = Document(id="d", text=text, lang="en", furniture=(Span(0, len(text)),))
    assert len(split_words(body_of(whole).text)) == 0


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("“We are ready,” she said.", "We are ready ,"),
        ('She said "yes" and "no".', "yes no"),
        ("“We are ready.\n“So are we,” she said.", "We are ready . So are we ,"),
        ("— We are ready.", "We are ready ."),
        ("Nobody said it.", ""),
    ],
)
def test_quoted(text: str, inside: str) -> None:
    words = split_words(text)
    assert " ".join(words.word(i) for i in np.flatnonzero(words.quoted)) == inside


@given(st.text(max_size=120))
def test_words_hold_all_but_white_space(text: str) -> None:
    words = split_words(text)
    assert "".join(words.word(i) for i in range(len(words))) == "".join(text.split())
    assert (words.start[1:] >= words.stop[:-1]).all()
    assert (words.stop > words.start).all()
    assert (words.stop - words.start <= LONGEST_WORD).all()
    assert (np.diff(words.paragraph) >= 0).all()
    lines = paragraphs(text)
    columns = (words.start, words.stop, words.paragraph, words.shape, words.gap, words.quoted)
    assert {len(column) for column in columns} == {len(words)}
    for start, stop, number, _, gap, quoted in zip(*columns, strict=True):
        assert holds(lines[number], Span(int(start), int(stop)))
        assert (gap == GAPS.index("paragraph")) == (start == lines[number].start)
        assert gap == GAPS.index("paragraph") or (gap == 1) == text[start - 1].isspace()
        assert quoted == any(q.inner.start <= start < q.inner.stop for q in find_quotations(text))
