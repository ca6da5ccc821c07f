"""Spans and their arithmetic."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import RecordError, SaysoError
from sayso.spans import Span, covers, cut, holds, hull, join, length, meets, subtract, trim

EDGES = st.tuples(st.integers(0, 30), st.integers(1, 12))
SPANS = EDGES.map(lambda pair: Span(pair[0], pair[0] + pair[1]))
MANY = st.lists(SPANS, max_size=6)
TEXT = "a b " * 12


def points(spans: object) -> set[int]:
    return {at for span in spans for at in range(span.start, span.stop)}  # type: ignore[attr-defined]


@pytest.mark.parametrize(("start", "stop"), [(-1, 2), (3, 3), (4, 3), (0, 0), (-3, -1)])
def test_a_span_that_is_none(start: int, stop: int) -> None:
    with pytest.raises(RecordError, match=rf"Span\({start}, {stop}\).*start < stop") as caught:
        Span(start, stop)
    assert isinstance(caught.value, SaysoError)
    assert isinstance(caught.value, ValueError)


def test_code_points_are_counted() -> None:
    assert cut("🙂 é\u0301 ok", Span(5, 7)) == "ok"


@pytest.mark.parametrize(
    ("a", "b", "meeting", "holding"),
    [
        ((0, 5), (5, 9), False, False),
        ((0, 5), (4, 9), True, False),
        ((0, 9), (3, 4), True, True),
        ((3, 4), (0, 9), True, False),
        ((2, 4), (2, 4), True, True),
        ((0, 2), (6, 9), False, False),
    ],
)
def test_meets_and_holds(a: tuple[int, int], b: tuple[int, int], meeting: bool, holding: bool) -> None:
    assert (meets(Span(*a), Span(*b)), meets(Span(*b), Span(*a))) == (meeting, meeting)
    assert holds(Span(*a), Span(*b)) is holding


@pytest.mark.parametrize(
    ("text", "unwanted", "left"),
    [
        ("  a b ", "", "a b"),
        ("“a b,”", "“”,", "a b"),
        (" ,, ", ",", None),
        ("\u00a0a\u2003", "", "a"),
        ("a", "b", "a"),
        ("(a) b.", ".", "(a) b"),
    ],
)
def test_trim(text: str, unwanted: str, left: str | None) -> None:
    found = trim(text, Span(0, len(text)), unwanted)
    assert (found and cut(text, found)) == left


@given(MANY.filter(bool))
def test_hull(spans: list[Span]) -> None:
    found = hull(spans)
    assert all(holds(found, s) for s in spans)
    assert {found.start, found.stop - 1} <= points(spans)


@given(MANY)
def test_join_keeps_every_word_and_parts_by_words(spans: list[Span]) -> None:
    joined = join(TEXT, spans)
    assert points(joined) >= points(spans)
    assert all(TEXT[at].isspace() for at in points(joined) - points(spans))
    assert all(TEXT[a.stop : b.start].strip() for a, b in itertools.pairwise(joined))
    assert join(TEXT, joined) == joined


@given(SPANS, MANY)
def test_subtract_is_set_difference(span: Span, holes: list[Span]) -> None:
    left = subtract(span, holes)
    assert points(left) == points([span]) - points(holes)
    assert all(a.stop < b.start for a, b in itertools.pairwise(left))
    assert length(left) == len(points(left))


@given(MANY, MANY)
def test_covers(outer: list[Span], inner: list[Span]) -> None:
    assert covers(outer, inner) == (bool(inner) and all(any(holds(o, i) for o in outer) for i in inner))
    assert covers(inner, inner) == bool(inner)
    assert not covers(outer, [])


def test_length_counts_what_meets_twice() -> None:
    assert length([Span(0, 3), Span(2, 4)]) == 5
    assert length([]) == 0
