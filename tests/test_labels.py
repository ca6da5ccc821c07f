"""Label scores into runs of words (model/decode.py): the best path is held to one found by trying them all."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.model.decode import CUE_STEPS, best_labels, bio_steps, log_softmax, runs_of

SEEDS = st.integers(0, 2**32 - 1)


def allowed(path: tuple[int, ...]) -> bool:
    """Whether every I stands behind a B or an I of its kind."""
    return all(
        label == 0 or label % 2 or before in (label, label - 1) for before, label in zip((0, *path), path, strict=False)
    )


def value(path: tuple[int, ...], scores: np.ndarray, steps: np.ndarray) -> float:
    own = sum(scores[at, label] for at, label in enumerate(path))
    return float(own + sum(steps[a, b] for a, b in pairwise(path)))


@given(SEEDS, st.integers(1, 5), st.sampled_from([3, 5]))
@settings(max_examples=60)
def test_the_best_path(seed: int, length: int, labels: int) -> None:
    random = np.random.default_rng(seed)
    scores = random.normal(0, 2, (2, length, labels)).astype(np.float32)
    steps = bio_steps(labels) + random.normal(0, 1, (labels, labels)).astype(np.float32)
    for row, found in zip(scores, best_labels(scores, steps), strict=True):
        best = max((p for p in product(range(labels), repeat=length) if allowed(p)), key=lambda p: value(p, row, steps))
        assert value(tuple(found), row, steps) == pytest.approx(value(best, row, steps), abs=1e-3)


@given(SEEDS, st.integers(1, 60), st.sampled_from([3, 5]), st.sampled_from([0.1, 1.0, 50.0]))
def test_an_inside_follows_its_begin(seed: int, length: int, labels: int, spread: float) -> None:
    scores = np.random.default_rng(seed).normal(0, spread, (3, length, labels)).astype(np.float32)
    paths = best_labels(log_softmax(scores), bio_steps(labels))
    assert paths.shape == (3, length)
    assert all(allowed(tuple(path)) for path in paths.tolist())


def test_rows_do_not_know_one_another() -> None:
    scores = np.random.default_rng(7).normal(0, 1, (4, 9, 5)).astype(np.float32)
    together = best_labels(scores, bio_steps(5))
    alone = [best_labels(scores[i : i + 1], bio_steps(5))[0] for i in range(4)]
    assert (together == np.stack(alone)).all()


def test_steps_of_cues() -> None:
    assert (CUE_STEPS < -1e3).tolist() == [[False, False, True], [False, False, False], [False, False, False]]


def test_chances_sum_to_one() -> None:
    scores = np.array([[1000.0, 0.0, -1000.0], [0.0, 0.0, 0.0]], dtype=np.float32)
    assert np.exp(log_softmax(scores)).sum(axis=-1) == pytest.approx([1, 1])


@pytest.mark.parametrize(
    ("labels", "begin", "runs"),
    [
        ([], 1, []),
        ([0, 0], 1, []),
        ([1], 1, [(0, 1)]),
        ([0, 1, 2, 2, 0, 1], 1, [(1, 4), (5, 6)]),
        ([1, 1, 2], 1, [(0, 1), (1, 3)]),
        ([2, 2, 0, 1], 1, [(3, 4)]),
        ([1, 2, 3, 4, 4, 0, 3], 3, [(2, 5), (6, 7)]),
        ([1, 2, 3, 4, 4, 0, 3], 1, [(0, 2)]),
        ([1, 0, 2], 1, [(0, 1)]),
        ([3, 2, 4], 3, [(0, 1)]),
    ],
)
def test_runs(labels: list[int], begin: int, runs: list[tuple[int, int]]) -> None:
    assert runs_of(np.array(labels, dtype=np.int64), begin) == runs
