"""Names in a line. Marked in it is what a model says (p person, o organisation, l place; s a source); each case tells
what names come of it."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.records import NameKind
from sayso.spans import Span
from sayso.speakers.names import Name, apart
from tests.staged import scan

FOUND = (
    ("{p Ana Lima} said so", [("Ana Lima", "person")]),
    # what is no part of a name
    ("{p Mr Rui Costa} said so", [("Rui Costa", "person")]),
    ("{p President Ana Lima} said so", [("Ana Lima", "person")]),
    ("{p Ana Lima’s} gate", [("Ana Lima", "person")]),
    ("{o The Harbour Board} said so", [("Harbour Board", "organization")]),
    ("{p the mayor} said so", []),
    ("{p She} said so", []),
    ("{o Brandt of} said so", [("Brandt", "organization")]),
    # initials are part of one
    ("{p B. Costa} said so", [("B. Costa", "person")]),
    ("{p A. Costa} said so", [("A. Costa", "person")]),
    ("{p A.B. Costa} said so", [("A.B. Costa", "person")]),
    # the lexicon's
    ("Russia and Paris", [("Russia", "country"), ("Paris", "country")]),
    ("a French official", []),
    ("{l French} officials", []),
    ("{p Paris Costa} said so", [("Paris Costa", "person")]),
    ("the {o Bank} said so", []),
    ("the {o Bank of} {l Montreal} said so", [("Bank of Montreal", "organization")]),
    # the roster's
    ("Then Olaf Scholz said so", [("Olaf Scholz", "person")]),
    ("Then Olaf\nScholz said so", [("Olaf Scholz", "person")]),
    # after an honorific
    ("Then Mrs Costa said so", [("Costa", "person")]),
    ("Then Mrs. Eva Costa said so", [("Eva Costa", "person")]),
    ("Then Mr Rui P. Costa said so", [("Rui P. Costa", "person")]),
    # a short form in brackets
    ("the Harbour Pilots Union (HPU)", [("Harbour Pilots Union", "organization"), ("HPU", "organization")]),
    ("the Harbour Pilots Union (2024)", []),
    # seen once, and again where the model did not see it
    ("{p Ana Lima} left. Then Ana Lima spoke", [("Ana Lima", "person"), ("Ana Lima", "person")]),
    # the capitals that are all of a source, or end it
    ("{s Brandt} said so", [("Brandt", "organization")]),
    ("{s the director of Porto Gates} said so", [("Porto Gates", "organization")]),
    ("{s German Chancellor Brandt} said so", [("Brandt", "person")]),
    ("{s Mayor Pinto} said so", [("Pinto", "person")]),
    ("{s The mayor} said so", []),
    ("{s President} said so", []),
    ("{s I} said so", []),
    ("Rui and Ana met. {s Mrs Costa} said so", [("Costa", "person")]),
    # one family name, one kind
    ("{p Ana Brandt} left. {o Brandt} said so", [("Ana Brandt", "person"), ("Brandt", "person")]),
    ("{o Brandt Ekberg} fell. {p Brandt} said so", [("Brandt Ekberg", "organization"), ("Brandt", "organization")]),
)


@pytest.mark.parametrize(("line", "wanted"), FOUND)
def test_names(line: str, wanted: list[tuple[str, str]]) -> None:
    assert [(n.words, n.kind) for n in scan(line).names] == wanted


def name(start: int, stop: int, score: float = 0.9, kind: NameKind = "person") -> Name:
    return Name(Span(start, stop), f"N{start}-{stop}", kind, score)


APART = (
    # the longer, then the surer
    ([name(0, 3), name(0, 8)], [(0, 8)]),
    ([name(0, 3), name(2, 9), name(9, 12)], [(2, 9), (9, 12)]),
    ([name(0, 4, 0.5), name(2, 6, 0.8)], [(2, 6)]),
    ([name(9, 12), name(0, 3), name(4, 8)], [(0, 3), (4, 8), (9, 12)]),
    ([name(0, 3), name(0, 3)], [(0, 3)]),
    # one that is pushed aside pushes none aside
    ([name(0, 4), name(3, 8), name(7, 20)], [(0, 4), (7, 20)]),
    ([], []),
)


@pytest.mark.parametrize(("names", "kept"), APART)
def test_apart(names: list[Name], kept: list[tuple[int, int]]) -> None:
    assert [(n.span.start, n.span.stop) for n in apart(names)] == kept


SPANS = st.tuples(st.integers(0, 40), st.integers(1, 12), st.floats(0, 1))


@given(st.lists(SPANS, max_size=12))
def test_none_of_the_names_kept_meets_another_and_none_left_out_could_stay(rows: list[tuple[int, int, float]]) -> None:
    names = [name(start, start + size, score) for start, size, score in rows]
    kept = apart(names)
    assert all(a.span.stop <= b.span.start for a, b in pairwise(kept))
    for n in names:
        assert any(n.span.start < k.span.stop and k.span.start < n.span.stop for k in kept)
