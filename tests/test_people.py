"""People by their names. Each case: names, and whether they may be one person's."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.speakers.people import may_be_one, parts_of, sounds_like
from sayso.text import fold
from tests.staged import SPEAKERS

PARTS = (
    ("Ana Lima", ("ana",), "lima"),
    ("ANA LIMA", ("ana",), "lima"),
    ("Lima", (), "lima"),
    ("Ana Maria Lima", ("ana", "maria"), "lima"),
    ("A. Lima", ("a",), "lima"),
    ("J. R. Costa", ("j", "r"), "costa"),
    ("Eva van der Berg", ("eva",), "van der berg"),
    ("Eva de Souza", ("eva",), "de souza"),
    ("Eva O’Hara", ("eva",), "o'hara"),
    ("Dr. Eva Marin", ("eva",), "marin"),
    ("Mrs Marin", (), "marin"),
    ("Rui Costa Jr.", ("rui", "jr"), "costa"),
    ("Rui Costa III", ("rui", "iii"), "costa"),
    # a family name that begins with its particle
    ("Van der Berg", (), "van der berg"),
    ("de Souza", (), "de souza"),
    # nothing else to go by
    ("Mr", (), "mr"),
    ("", (), ""),
)


@pytest.mark.parametrize(("name", "given_names", "family"), PARTS)
def test_parts(name: str, given_names: tuple[str, ...], family: str) -> None:
    assert parts_of(name, SPEAKERS) == (given_names, family)


ONE = (
    ("Costa", "Rui Costa"),
    ("COSTA", "Rui Costa"),
    ("Rui Costa", "Rui Costa"),
    ("RUI COSTA", "Rui Costa"),
    ("R. Costa", "Rui Costa"),
    ("Rui P. Costa", "Rui Costa"),
    ("Ruí Costa", "Rui Costa"),
    ("Maria Lima", "Ana Maria Lima"),
    ("Rui Costa", "Rui Costa Jr."),
    ("Mr Costa", "Rui Costa"),
    ("Berg", "Eva van der Berg"),
    ("Eva Berg", "Eva van der Berg"),
    ("Van der Berg", "Eva van der Berg"),
    ("de Souza", "Eva de Souza"),
)
TWO = (
    ("Rui Costa", "Pedro Costa"),
    ("Rui Costa", "Rui Lima"),
    ("P. Costa", "Rui Costa"),
    ("Costa", "Rui Lima"),
    ("Rui", "Rui Costa"),
    # father and son
    ("Rui Costa Jr.", "Rui Costa"),
    ("Rui Costa Jr.", "Rui Costa Sr."),
    ("Rui Costa II", "Rui Costa III"),
    # told apart by the middle initial alone
    ("Rui P. Costa", "Rui M. Costa"),
    ("Ana Rosa Lima", "Ana Maria Lima"),
)


@pytest.mark.parametrize(("short", "full"), ONE)
def test_may_be_one(short: str, full: str) -> None:
    assert may_be_one(short, full, SPEAKERS)


@pytest.mark.parametrize(("one", "other"), TWO)
def test_are_two(one: str, other: str) -> None:
    assert not may_be_one(one, other, SPEAKERS)


ALIKE = (
    ("Syrsky", "Syrskyi"),
    ("Zelensky", "Zelenskyy"),
    ("Jensen", "Jansen"),
    ("Shevchenko", "Schevchenko"),
    ("Stefan", "Stephan"),
)
UNLIKE = (
    ("Costa", "Kosta"),
    ("Costa", "Castro"),
    ("Lima", "Lome"),
    ("Marin", "Marinescu"),
    ("", "Lima"),
    ("Lima", ""),
    # other people's names: a wife's, and common ones that differ in a vowel
    ("Petrov", "Petrova"),
    ("Barnes", "Burns"),
    ("Martin", "Morton"),
)


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_sound_alike(one: str, other: str) -> None:
    assert sounds_like(fold(one), fold(other))
    assert sounds_like(fold(other), fold(one))


@pytest.mark.parametrize(("one", "other"), UNLIKE)
def test_sound_unlike(one: str, other: str) -> None:
    assert not sounds_like(fold(one), fold(other))
    assert not sounds_like(fold(other), fold(one))


WORDS = st.lists(st.sampled_from("Ana ANA Lima Mr Jr. van der O’Hara J. Дмитрий 🙂 — de-Souza 3".split()), max_size=4)


@given(WORDS, WORDS)
def test_any_two_names_may_be_compared(one: list[str], other: list[str]) -> None:
    short, full = " ".join([*one, "Lima"]), " ".join([*other, "Ruiz"])
    assert not may_be_one(short, full, SPEAKERS)
    assert may_be_one("Lima", short, SPEAKERS)
    assert all(parts_of(short, SPEAKERS)[0])
