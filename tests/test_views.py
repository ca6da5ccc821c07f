"""What is shown of a reading."""

from __future__ import annotations

import pytest

from sayso.records import Reading
from sayso.spans import Span
from sayso.views import view_article, words_of
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
