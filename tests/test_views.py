"""What is shown of a reading."""

from __future__ import annotations

import pytest

from sayso.records import Figure, Reading, Sure
from sayso.spans import Span
from sayso.views import view_article, words_of, written_out
from tests.marked import reading_of


@pytest.mark.parametrize(
    ("text", "spans", "expected"),
    [
        ("We are  \n\tready", [(0, 15)], "We are ready"),
        ("We, she said, are ready", [(0, 2), (14, 23)], "We … are ready"),
        ("We\u2028are", [(0, 6)], "We are"),
        ("We", [], ""),
    ],
)
def test_words_stand_on_one_line(text: str, spans: list[tuple[int, int]], expected: str) -> None:
    assert words_of(text, tuple(Span(*s) for s in spans)) == expected


def test_an_article() -> None:
    view = view_article(
        reading_of(
            "“{1c We,” {1q said} {1s Ana\nRuiz}, “wait}.” {2s Li} {2q fears} {2c a flood}.", title="Gate", outlet="Post"
        )
    )
    assert (view.id, view.title, view.outlet, view.published, view.url, view.faults) == (
        "a", "Gate", "Post", None, None, 1,
    )  # fmt: skip
    first, second = view.statements
    assert (first.number, first.source, first.cue, first.content) == (1, "Ana Ruiz", "said", "We … wait")
    assert (first.form, first.depth, first.score) == ("direct", 0, None)
    assert (second.number, second.source, second.form) == (2, "Li", "ascribed")


def test_depth_counts_the_statements_around() -> None:
    line = "{1s A} {1q said} {1c {2s B} {2q said} {2c {3s C} {3q said} {3c it rains}}}. {4c “It does.”}"
    view = view_article(reading_of(line))
    assert [s.depth for s in view.statements] == [0, 1, 2, 0]
    assert [s.number for s in view.statements] == [1, 2, 3, 4]
    assert view.statements[3].source == view.statements[3].cue == ""


def test_a_statement_whose_outer_one_was_left_out_is_still_shown() -> None:
    reading = reading_of("{1s A} {1q said} {1c {2s B} {2q said} {2c it rains}}")
    alone = Reading(document=reading.document, statements=reading.statements[1:], faults=(), made_by=reading.made_by)
    assert [s.depth for s in view_article(alone).statements] == [1]


@pytest.mark.parametrize(
    ("low", "high", "sure", "unit", "currency", "shown"),
    [
        (67000, None, "more than", "troops", None, "> 67,000 troops"),
        (10, None, "at least", "years", None, "≥ 10 years"),
        (None, 5, "at most", None, None, "≤ 5"),
        (None, 5, "less than", None, None, "< 5"),
        (300, 400, "exact", "boats", None, "300–400 boats"),
        (2.5e9, 2.5e9, "exact", "$", "USD", "2,500,000,000 USD"),
        (1 / 3, 1 / 3, "nearly", None, None, "≈ 0.3333"),
        (6.6, 6.6, "about", "%", None, "≈ 6.6 %"),
        (1000, None, "about", "boats", None, "≥ 1,000 boats"),
        (0, 0, "exact", "boats", None, "0 boats"),
        (1e30, 1e30, "exact", None, None, "1e+30"),
    ],
)
def test_a_figure_written_out(
    low: float | None, high: float | None, sure: Sure, unit: str | None, currency: str | None, shown: str
) -> None:
    span = Span(0, 1)
    figure = Figure(text="a", span=span, low=low, high=high, sure=sure, unit=unit, currency=currency, rule="thing")
    assert written_out(figure) == shown
