"""Reading windows, and the sections of a long text."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.marks import paragraphs, split_sections
from sayso.model.windows import plan_windows

MOST = 8
WORDS = st.lists(st.tuples(st.integers(1, MOST), st.sampled_from([0, 0, 0, 0, 1])), min_size=1, max_size=200)


def arrays(words: list[tuple[int, int]]) -> tuple[np.ndarray, np.ndarray]:
    """Where each word's pieces begin, and each word's paragraph: of (pieces, whether a paragraph begins)."""
    counts, breaks = zip(*words, strict=True)
    return np.concatenate(([0], np.cumsum(counts))), np.cumsum(breaks)


@given(WORDS, st.integers(MOST, 60), st.integers(0, 20))
def test_cores_part_the_words_and_windows_are_bounded(words: list[tuple[int, int]], core: int, context: int) -> None:
    edge, paragraph = arrays(words)
    windows = plan_windows(edge, paragraph, core, context)
    assert [w.core_start for w in windows] == [0, *(w.core_stop for w in windows[:-1])]
    assert windows[-1].core_stop == len(words)
    for w in windows:
        assert 0 <= w.start <= w.core_start < w.core_stop <= w.stop <= len(words)
        assert edge[w.core_stop] - edge[w.core_start] <= core
        assert edge[w.core_start] - edge[w.start] <= context
        assert edge[w.stop] - edge[w.core_stop] <= context
        # As much context as there is room for.
        assert w.start == 0 or edge[w.core_start] - edge[w.start - 1] > context
        assert w.stop == len(words) or edge[w.stop + 1] - edge[w.core_stop] > context


@given(WORDS, st.integers(MOST, 60))
def test_a_core_ends_at_a_paragraph_edge_where_it_can(words: list[tuple[int, int]], core: int) -> None:
    edge, paragraph = arrays(words)
    for w in plan_windows(edge, paragraph, core, 4):
        at_edge = w.core_stop == len(words) or paragraph[w.core_stop - 1] != paragraph[w.core_stop]
        room = [i for i in range(w.core_start + 1, len(words)) if edge[i] - edge[w.core_start] <= core]
        assert at_edge or not any(paragraph[i - 1] != paragraph[i] for i in room)
        assert at_edge or w.core_stop == room[-1]


@given(st.integers(1, 4), st.integers(1, 30))
def test_a_word_longer_than_a_core_is_a_core_of_its_own(core: int, words: int) -> None:
    edge, paragraph = arrays([(MOST, 0)] * words)
    assert [(w.core_start, w.core_stop) for w in plan_windows(edge, paragraph, core, 0)] == [
        (i, i + 1) for i in range(words)
    ]


def test_cores_are_evenly_filled() -> None:
    edge, paragraph = arrays([(1, 1)] * 220)
    sizes = [w.core_stop - w.core_start for w in plan_windows(edge, paragraph, 100, 0)]
    assert max(sizes) - min(sizes) <= 2
    assert len(sizes) == 3


def test_no_words_no_windows() -> None:
    assert plan_windows(np.array([0]), np.array([], dtype=np.int64), 10, 2) == []


def test_a_short_text_is_one_window() -> None:
    edge, paragraph = arrays([(1, 0)] * 7)
    (window,) = plan_windows(edge, paragraph, 208, 40)
    assert (window.start, window.stop, window.core_start, window.core_stop) == (0, 7, 0, 7)


@pytest.mark.parametrize(
    "text",
    ["", "A short one.", "x" * 500, "A line of some words.\n" * 40, "word " * 130 + "\r\n\r\nThe end.", "\n" * 300],
)
def test_sections_part_the_text_at_paragraph_edges(text: str) -> None:
    found = split_sections(text, 100)
    assert "".join(text[s.start : s.stop] for s in found) == text
    assert all(s.stop - s.start <= 200 for s in found)
    starts = {p.start for p in paragraphs(text)} | {len(text)}
    for before, after in pairwise(found):
        assert after.start in starts or before.stop - before.start == 200


@given(st.text(st.sampled_from("ab \n\r\u2029"), max_size=80), st.integers(1, 30))
def test_sections_of_any_text(text: str, size: int) -> None:
    found = split_sections(text, size)
    assert "".join(text[s.start : s.stop] for s in found) == text
    assert all(s.stop - s.start <= 2 * size for s in found)
