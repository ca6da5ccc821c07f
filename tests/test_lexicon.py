"""Names that stand for countries and organisations everywhere. Each case: a line, and what is found in it."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.spans import cut
from sayso.speakers.lexicon import find_known, lexicon
from sayso.text import tokens

NORTH = "North Atlantic Treaty Organization"
FOUND = (
    ("The US told Russia so.", [("US", "United States", "name"), ("Russia", "Russia", "name")]),
    ("the U.S. envoy", [("U.S.", "United States", "name")]),
    ("Paris said so", [("Paris", "France", "capital")]),
    ("a French official", [("French", "France", "adjective")]),
    ("the Russians said so", [("Russians", "Russia", "people")]),
    ("the Bank of England", [("Bank of England", "Bank of England", "name")]),
    ("NEW ZEALAND SAID SO", [("NEW ZEALAND", "New Zealand", "name")]),
    ("Russia's Foreign Ministry", [("Russia's Foreign Ministry", "Russian Foreign Ministry", "name")]),
    ("Russia’s Foreign Ministry", [("Russia’s Foreign Ministry", "Russian Foreign Ministry", "name")]),
    ("Côte d’Ivoire said so", [("Côte d’Ivoire", "Ivory Coast", "name")]),
    ("Cote d'Ivoire said so", [("Cote d'Ivoire", "Ivory Coast", "name")]),
    ("the WHO chief", [("WHO", "World Health Organization", "name")]),
    # the longest that begins at a word
    ("the European Commission", [("European Commission", "European Commission", "name")]),
    ("the South Korean board", [("South Korean", "South Korea", "adjective")]),
    # an abbreviation in other capitals, a word without one
    ("Who told us that it is so?", []),
    ("It was turkey and china", []),
    ("Ana Ruiz said so", []),
    ("", []),
)  # fmt: skip


@pytest.mark.parametrize(("line", "wanted"), FOUND)
def test_found(line: str, wanted: list[tuple[str, str, str]]) -> None:
    found = find_known(tokens(line), "en")
    assert [(cut(line, k.span), k.entry.name, k.entry.manner) for k in found] == wanted


SIDES = (
    ("Kremlin", "organization", "Russia"),
    ("White House", "organization", "United States"),
    ("European Commission", "organization", "European Union"),
    ("NATO", "organization", "NATO"),
    ("BBC", "organization", None),
    ("World Bank", "organization", None),
    ("Ankara", "country", "Turkey"),
)


@pytest.mark.parametrize(("name", "kind", "side"), SIDES)
def test_whom_it_speaks_for(name: str, kind: str, side: str | None) -> None:
    (known,) = find_known(tokens(f"The {name} said so."), "en")
    assert (known.entry.kind, known.entry.side) == (kind, side)


@pytest.mark.parametrize("lang", ["en", "ru"])
def test_every_name_of_the_lexicon_is_found_in_a_text(lang: str) -> None:
    for names in list(lexicon(lang).values())[::7]:
        for shape, strict, _ in names:
            line = " ".join(shape if strict else [w.capitalize() for w in shape])
            again = tuple(t.text for t in tokens(line))
            if len(again) == len(shape) and line[0].isupper():
                assert find_known(tokens(line), lang), line


@given(st.lists(st.sampled_from("the US South Korea n Bank of England 's French , WHO who Paris".split()), max_size=10))
def test_what_is_found_stands_in_order_and_apart(words: list[str]) -> None:
    found = find_known(tokens(" ".join(words)), "en")
    assert all(a.span.stop <= b.span.start for a, b in pairwise(found))
