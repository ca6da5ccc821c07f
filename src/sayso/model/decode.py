"""Scores into runs of words. In: label scores; out: the best runs under the rule that I follows B or I of its kind."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Run = tuple[int, int]


def log_softmax(scores: Floats) -> Floats:
    """Over the last axis."""
    shifted = scores - scores.max(axis=-1, keepdims=True)
    out: Floats = shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))
    return out


def bio_steps(labels: int) -> Floats:
    """The steps from label to label (from, to) that BIO allows, 0, and forbids, -1e4."""
    steps = np.zeros((labels, labels), dtype=np.float32)
    for inside in range(2, labels, 2):
        steps[:, inside] = -1e4
        steps[inside - 1, inside] = steps[inside, inside] = 0.0
    return steps


CUE_STEPS = bio_steps(3)


def best_labels(scores: Floats, steps: Floats) -> npt.NDArray[np.int64]:
    """The best label sequence of each row by Viterbi: scores (rows, length, labels) with labels O, B, I, B, I …;
    ``steps`` (labels, labels) is added for each step from one label to the next."""
    rows, length, labels = scores.shape
    best = scores[:, 0].copy()
    best[:, 2::2] -= 1e4
    back = np.zeros((length, rows, labels), dtype=np.int64)
    for at in range(1, length):
        through = best[:, :, None] + steps
        back[at] = through.argmax(axis=1)
        best = through.max(axis=1) + scores[:, at]
    path = np.zeros((rows, length), dtype=np.int64)
    path[:, -1] = best.argmax(axis=1)
    for at in range(length - 1, 0, -1):
        path[:, at - 1] = np.take_along_axis(back[at], path[:, at, None], axis=1)[:, 0]
    return path


def chances(scores: Floats, steps: Floats) -> Floats:
    """The chance of each label at each word under the linear chain (rows, length, labels), by forward-backward."""
    length = scores.shape[1]
    ahead, behind = np.empty_like(scores), np.zeros_like(scores)
    ahead[:, 0] = scores[:, 0]
    ahead[:, 0, 2::2] -= 1e4
    for at in range(1, length):
        ahead[:, at] = log_sum(ahead[:, at - 1, :, None] + steps, axis=1) + scores[:, at]
    for at in range(length - 2, -1, -1):
        behind[:, at] = log_sum(steps + (scores[:, at + 1] + behind[:, at + 1])[:, None, :], axis=2)
    return np.exp(log_softmax(ahead + behind))


def log_sum(scores: Floats, axis: int) -> Floats:
    """log of the sum of exponentials along an axis."""
    top = scores.max(axis=axis, keepdims=True)
    out: Floats = np.log(np.exp(scores - top).sum(axis=axis)) + top.squeeze(axis)
    return out


def runs_of(labels: npt.NDArray[np.int64], begin: int) -> list[Run]:
    """The runs (first, last + 1) of the kind whose B label is ``begin`` and whose I label is ``begin + 1``."""
    runs: list[Run] = []
    inside = False
    for at, label in enumerate(labels):
        if label == begin:
            runs.append((at, at + 1))
            inside = True
        elif label == begin + 1 and inside:
            runs[-1] = (runs[-1][0], at + 1)
        else:
            inside = False
    return runs
