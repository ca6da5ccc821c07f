"""Short forms of organisations' names. Each case: the short form and the full name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.speakers.shortening import is_short_for

SHORT = (
    # initials, small words counted or not
    ("IGA", "International Gate Agency"),
    ("MFA", "Ministry of Foreign Affairs"),
    ("MOFA", "Ministry of Foreign Affairs"),
    ("HPU", "Harbour Pilots' Union"),
    ("HPU", "The Harbour Pilots' Union"),
    ("BTP", "Bridges, Tolls and Ports"),
    # some initials, some words
    ("HPU Canada", "Harbour Pilots Union Canada"),
    ("NW Ferries", "North West Ferries"),
    # the first words
    ("Brandt", "Brandt Ekberg"),
    ("brandt", "Brandt Ekberg"),
    ("Porto Harbour", "Porto Harbour Board"),
)
NOT_SHORT = (
    # a letter too few, too many, or another
    ("IGA", "International Agency"),
    ("IG", "International Gate Agency"),
    ("IGB", "International Gate Agency"),
    ("AGI", "International Gate Agency"),
    # lower case is a word and no initials
    ("iga", "International Gate Agency"),
    # the same, or longer
    ("Porto Harbour", "Porto Harbour"),
    ("Porto Harbour Board", "Porto Harbour"),
    # the last words, or a part that goes on with a small word
    ("Board", "Harbour Board"),
    ("Bank", "Bank of Porto"),
    ("University", "University of Porto"),
    # too short to tell
    ("The", "The Harbour"),
    ("San", "San Porto Harbour"),
    ("H", "Harbour"),
    ("", "Harbour Board"),
    ("—", "Harbour Board"),
    ("Harbour", ""),
)


@pytest.mark.parametrize(("short", "full"), SHORT)
def test_short_for(short: str, full: str) -> None:
    assert is_short_for(short, full)


@pytest.mark.parametrize(("short", "full"), NOT_SHORT)
def test_not_short_for(short: str, full: str) -> None:
    assert not is_short_for(short, full)


@given(
    st.lists(st.sampled_from(["Gate", "and", "Pilots", "of", "the", "O’Hara", "-", "Ferry"]), min_size=1, max_size=9)
)
def test_nothing_is_short_for_itself_and_the_initials_of_several_words_are(words: list[str]) -> None:
    full = " ".join(words)
    assert not is_short_for(full, full)
    initials = "".join(w[0] for w in words if w[0].isupper())
    if len(initials) > 1:
        assert is_short_for(initials, full)
