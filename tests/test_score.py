"""The figures: worked out by hand, and held to the shared scorer where the shared data is there."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evaluation.corpora import PLACES, find_shared, load_tool
from sayso.score import Count, dice, score_attributions, word_set

SHARED = find_shared()
TOOL = SHARED / PLACES["attribution scorer"] if SHARED else None
TEXT = "Ana Lima said, on Monday: “The port’s gate will open, and stay open.” She added that it is new."


def roles(source=(), cue=(), content=()):
    """An attribution by its words in TEXT."""
    spans = {"source": source, "cue": cue, "content": content}
    return {role: [list(re.search(re.escape(w), TEXT).span()) for w in words] for role, words in spans.items()}


GOLD = [
    roles(["Ana Lima"], ["said"], ["The port’s gate will open, and stay open."]),
    roles(["She"], ["added"], ["that it is new"]),
]


def figures(predicted, gold=GOLD):
    return score_attributions([(TEXT, gold, predicted)])


def test_the_gold_itself_is_all_right():
    assert all(count.f1 == 1.0 for count in figures(GOLD).values())


def test_nothing_found():
    found = figures([])
    assert found["linked"] == Count(0, 0, 2)
    assert found["source"] == Count(0, 0, 3)  # Ana, Lima, She
    assert all((c.precision, c.recall, c.f1) == (0.0, 0.0, 0.0) for c in found.values())


def test_marks_and_stops_at_an_edge_do_not_matter():
    found = figures([roles(["Ana Lima"], ["said,"], ["“The port’s gate will open, and stay open"])])
    assert found["exact"] == Count(1, 1, 2)
    assert found["content="] == Count(1, 1, 2)


def test_by_hand():
    # Nine words of the gold's content (The port s gate will open and stay open); eight of them are found.
    found = figures([roles(["Lima"], ["added"], ["The port’s gate will open, and stay"])])
    assert found["content"] == Count(8, 8, 13)
    assert found["source"] == Count(1, 1, 3)
    assert found["source="] == Count(0, 1, 2)
    assert found["cue="] == Count(1, 1, 2)
    assert found["linked"] == Count(1, 1, 2)  # contents 16/17, sources 2/3
    assert found["exact"] == Count(0, 1, 2)


@pytest.mark.parametrize(
    ("source", "content", "linked"),
    [
        (["Ana Lima said, on Monday"], "The port’s gate will open, and stay open", 1),  # 4/7 of the source
        (["Ana Lima said, on Monday: “The port"], "gate will open, and stay open", 0),  # 4/9 of the source
        ([], "The port’s gate will open, and stay open", 0),  # a source on one side alone
        (["Ana Lima"], "gate will open, and stay open", 1),  # 12/15: on the edge counts
        (["Ana Lima"], "will open, and stay open", 0),  # 10/14
    ],
)
def test_what_is_linked(source, content, linked):
    assert figures([roles(source, ["said"], [content])])["linked"].right == linked


def test_each_counts_once():
    assert figures([GOLD[0], GOLD[0]])["linked"] == Count(1, 2, 2)


def test_an_attribution_without_content_is_none():
    found = figures([roles(["Ana Lima"], ["said"])])
    assert found["linked"] == Count(0, 0, 2)
    assert found["source"] == Count(0, 0, 3)
    assert found["source="] == Count(1, 1, 2)  # spans are counted as they come


def test_a_word_belongs_where_more_than_half_of_it_lies():
    words, starts = [(0, 4), (5, 9)], [0, 5]
    assert word_set([(0, 2)], words, starts) == frozenset()
    assert word_set([(0, 3)], words, starts) == {0}
    assert word_set([(2, 8)], words, starts) == {1}


def test_dice():
    assert dice(frozenset(), frozenset()) == 1.0
    assert dice(frozenset({1}), frozenset()) == 0.0
    assert dice(frozenset({1, 2}), frozenset({2, 3})) == 0.5


SPANS = st.tuples(st.integers(0, 60), st.integers(1, 25)).map(lambda s: [s[0], s[0] + s[1]])
ROLES = st.lists(SPANS, max_size=3)
ATTRIBUTIONS = st.lists(st.fixed_dictionaries({"source": ROLES, "cue": ROLES, "content": ROLES}), max_size=5)
TEXTS = st.text(alphabet="ab’é9_ ,.\n“", max_size=80)


@pytest.mark.skipif(TOOL is None or not TOOL.exists(), reason="the shared scorer is not here")
@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(TEXTS, ATTRIBUTIONS, ATTRIBUTIONS), max_size=3))
def test_as_the_shared_scorer_counts(articles):
    theirs = load_tool(TOOL).score(articles)
    ours = score_attributions(articles)
    assert set(ours) == set(theirs)
    for name, count in ours.items():
        for kind in ("precision", "recall", "f1"):
            assert getattr(count, kind) == pytest.approx(theirs[name][kind], abs=5.1e-5), (name, kind)
