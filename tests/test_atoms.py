"""Atoms: numbers with every separator and tail, fractions, what is no number, and any text at all."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sayso.atoms import Atom, atoms, phrase_at, phrase_value, plain
from sayso.languages import LANGUAGES
from sayso.languages.phrases import spelled
from sayso.text import Token, tokens

MILLION = 10**6


def read(text: str, lang: str = "en", words: list[Token] | None = None) -> list[Atom]:
    numbers = LANGUAGES[lang].numbers
    some = tokens(text) if words is None else words
    return atoms(text, some, numbers.decimal, numbers.cardinals, numbers.signs)


def whole(text: str) -> Token:
    """A text as one token, as a tokenizer by spaces has it."""
    return Token(0, len(text), text, 0, text.casefold())


def only(text: str, lang: str = "en") -> Atom:
    (atom,) = read(text, lang)
    assert atom.digits
    assert (atom.start, atom.stop) == (0, len(text))
    return atom


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("7", 7),
        ("67,000", 67_000),
        ("1,204,318", 1_204_318),
        ("1 500", 1500),
        ("1\u00a0500", 1500),
        ("1\u202f500", 1500),
        ("1\u2009500", 1500),
        ("2 750 000", 2_750_000),
        ("1'500'000", 1_500_000),
        ("1’500’000", 1_500_000),
        ("1.500.000", 1_500_000),
        ("12,345.67", Fraction(1234567, 100)),
        ("1,234,567.8", Fraction(12345678, 10)),
        ("1.234.567,8", Fraction(12345678, 10)),
        ("2.5", Fraction(5, 2)),
        ("2.500", Fraction(5, 2)),
        ("12,5", Fraction(25, 2)),
        ("0.3", Fraction(3, 10)),
        ("1/3", Fraction(1, 3)),
        ("3/4", Fraction(3, 4)),
        ("½", Fraction(1, 2)),
        ("⅔", Fraction(2, 3)),
        ("2½", Fraction(5, 2)),
        ("10¾", Fraction(43, 4)),
        ("10^30", 10**30),
        ("٣٤", 34),
        ("1" * 40, int("1" * 40)),
    ],
)
def test_value(text: str, value: Fraction) -> None:
    assert (only(text).value, only(text).tail) == (value, "")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2,5", Fraction(5, 2)),
        ("2,500", Fraction(5, 2)),
        ("2.500", 2500),
        ("1.500.000", 1_500_000),
        ("1,500,000", 1_500_000),
        ("1.500,25", Fraction(150025, 100)),
    ],
)
def test_value_where_a_comma_stands_before_decimals(text: str, value: Fraction) -> None:
    assert only(text, "ru").value == value


@pytest.mark.parametrize("text", ["9^3", "1.2.3.4", "127.0.0.1", "1" * 41, "1," + "111," * 13 + "111"])
def test_digits_without_a_value(text: str) -> None:
    assert only(text).value is None


@pytest.mark.parametrize(
    ("text", "value", "tail"),
    [
        ("2.5bn", Fraction(5, 2), "bn"),
        ("300K", 300, "k"),
        ("20th", 20, "th"),
        ("1990s", 1990, "s"),
        ("30-day", 30, "-day"),
        ("45-Year-Old", 45, "-year-old"),
        ("14-го", 14, "-го"),
        ("30-дневное", 30, "-дневное"),
        ("5,000-strong", 5000, "-strong"),
    ],
)
def test_tail(text: str, value: Fraction, tail: str) -> None:
    assert (only(text).value, only(text).tail) == (value, tail)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("14.03.2025", ["14", ".", "03", ".", "2025"]),
        ("2025-03-14", ["2025", "-", "03", "-", "14"]),
        ("3/14/2025", ["3", "/", "14", "/", "2025"]),
        ("24/7", ["24", "/", "7"]),
        ("10:30", ["10", ":", "30"]),
        ("5-7%", ["5", "-", "7", "%"]),
        ("1,2345", ["1", ",", "2345"]),
        ("1234,567", ["1234", ",", "567"]),
        ("1 50", ["1", "50"]),
        ("1\u2009500 1,000, 2.5.", ["1\u2009500", "1,000", ",", "2.5", "."]),
        ("S-300", ["s", "-", "300"]),
        ("US$5", ["us", "$", "5"]),
        ("RM6", ["rm", "6"]),
        ("MH17 G7", ["mh17", "g7"]),
        ("10^-3", ["10", "^", "-", "3"]),
        ("x² ²", ["x²", "²"]),
        ("", []),
        (" \n\u00a0", []),
    ],
)
def test_parts(text: str, parts: list[str]) -> None:
    assert [a.text for a in read(text)] == parts


def test_a_token_of_several_numbers_is_read_in_parts() -> None:
    text = "14.03.2025,"
    assert [a.text for a in read(text, words=[whole(text)])] == ["14", ".", "03", ".", "2025", ","]


def test_the_parts_of_a_date_have_values() -> None:
    assert [a.value for a in read("14.03.2025") if a.digits] == [14, 3, 2025]


@pytest.mark.parametrize(
    ("text", "hyphened"),
    [("S-300", True), ("Ка-52", True), ("Covid–19", True), ("300", False), ("a - 300", False), ("-5", False)],
)
def test_letters_and_a_hyphen_before_a_number(text: str, hyphened: bool) -> None:
    assert [a.hyphened for a in read(text) if a.digits] == [hyphened]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("пять-семь", ["пять", "-", "семь"]),
        ("Двух-трёх", ["двух", "-", "трех"]),
        ("где-то", ["где-то"]),
        ("пять-шесть-семь", ["пять-шесть-семь"]),
    ],
)
def test_a_word_of_two_numbers(text: str, parts: list[str]) -> None:
    assert [a.text for a in read(text, "ru", [whole(text)])] == parts


def test_a_word_keeps_what_its_token_tells() -> None:
    word = Token(0, 5, "Ёлкам", 0, "ёлка", "NOUN", "Dat", "Plur")
    assert read("Ёлкам", "ru", [word]) == [Atom(0, 5, "елкам", "ёлка", True, "NOUN", "Dat", "Plur")]


def test_a_long_line_of_digits_is_one_atom() -> None:
    assert only("1" * MILLION).value is None


@given(st.text(max_size=60), st.sampled_from(["en", "ru"]), st.booleans())
@example("1\u00a0000 ½", "en", True)
@example("İ9^99", "en", False)
@example("٣.٥٠٠", "en", False)
@example("US$5½/3", "en", True)
def test_any_text(text: str, lang: str, spaced: bool) -> None:
    """Total; atoms stand in order, none meets another, and none is empty or blank."""
    found = read(text, lang, [whole(text)] if spaced and text else None)
    assert all(0 <= a.start < a.stop <= len(text) for a in found)
    assert all(a.stop <= b.start for a, b in pairwise(found))
    assert all(a.text == plain(text[a.start : a.stop]) and a.text.strip() for a in found)


@given(st.text(alphabet="0123456789,.'’ /-^½\u00a0abKk%$", max_size=40), st.sampled_from(["en", "ru"]))
def test_numbers_of_any_look(text: str, lang: str) -> None:
    """No digit is lost, and only what has digits has a value."""
    found = read(text, lang)
    assert {n for n, c in enumerate(text) if c.isdigit()} <= {n for a in found for n in range(a.start, a.stop)}
    assert all(a.value is None or (a.digits and a.value >= 0) for a in found)


PHRASES = spelled([("two and a half|half", 1), ("two", 2)])


@pytest.mark.parametrize(
    ("text", "at", "value"),
    [
        ("two and a half", 0, (1, 4)),
        ("two and a", 0, (2, 1)),
        ("two and a half", 3, (1, 1)),
        ("Two", 0, (2, 1)),
        ("and two", 0, None),
        ("two", 1, None),
        ("two", 7, None),
    ],
)
def test_the_longest_phrase(text: str, at: int, value: tuple[int, int] | None) -> None:
    assert phrase_value(read(text), at, PHRASES) == value
    assert phrase_at(read(text), at, PHRASES) == (value[1] if value else 0)
