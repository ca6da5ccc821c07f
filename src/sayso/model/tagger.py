"""The neural tagger. In: texts; out: for each its attributions as runs of words, found cue by cue.

First pass: windows of word pieces give a state for every word and the cues. Second pass: each cue is read alone with
the states of the words around it, which gives its source and content. Batches are filled across texts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from sayso.model.decode import CUE_STEPS, Floats, Run, best_labels, chances, log_softmax, runs_of
from sayso.model.features import WindowArrays, window_arrays
from sayso.model.pieces import Pieces
from sayso.model.windows import Window, plan_windows
from sayso.model.words import Ints, Words
from sayso.spans import Span, Spans


class Engine(Protocol):
    """What runs the two graphs: ONNX in sayso, torch in training."""

    @property
    def transitions(self) -> Floats:
        """The scores of the steps from one role label to the next (5, 5), added in decoding."""
        ...

    def cues(self, ids: Ints, features: Ints, first: Ints) -> tuple[Floats, Floats]:
        """(batch, pieces), (batch, pieces, 3), (batch, words) → states (batch, words, hidden), scores (…, 3)."""
        ...

    def roles(self, states: Floats, part: Ints) -> Floats:
        """(cues, 2 reach, hidden), (cues, 2 reach) → scores (…, 5)."""
        ...


@dataclass(frozen=True, slots=True)
class Tuning:
    """How the tagger reads. Sizes are in word pieces, reach in words. ``cue_bias`` is added to the log-odds of a cue
    against none; ``least_score`` is the least score that an attribution is kept with."""

    core: int = 208
    context: int = 40
    reach: int = 48
    cue_bias: float = 0.0
    content_bias: float = 0.0
    least_score: float = 0.0
    batch_pieces: int = 4096
    batch_cues: int = 32


@dataclass(frozen=True, slots=True)
class Found:
    """An attribution in word numbers, with the tagger's confidence in its cue and in its roles (0 to 1)."""

    cue: Run
    source: list[Run]
    content: list[Run]
    cue_score: float
    role_score: float

    @property
    def score(self) -> float:
        return self.cue_score * self.role_score


@dataclass(frozen=True, slots=True)
class Job:
    """A window of the text with that number."""

    text: int
    words: Words
    window: Window
    arrays: WindowArrays


@dataclass(frozen=True, slots=True)
class CueJob:
    """A cue to be read: its window, its run in the window's words, and the states around it."""

    job: Job
    run: Run
    score: float
    states: Floats
    part: Ints


def tag_words(split: Sequence[Words], pieces: Sequence[Pieces], engine: Engine, tuning: Tuning) -> list[list[Found]]:
    """The attributions of each text, in order of their cues, in its word numbers."""
    found: list[list[Found]] = [[] for _ in split]
    jobs = [
        Job(number, words, window, window_arrays(words, parts, window))
        for number, (words, parts) in enumerate(zip(split, pieces, strict=True))
        for window in plan_windows(parts.edge, words.paragraph, tuning.core, tuning.context)
    ]
    jobs.sort(key=lambda job: len(job.arrays.ids))
    waiting: list[CueJob] = []
    for batch in in_batches(jobs, tuning.batch_pieces):
        waiting += find_cues(batch, engine, tuning)
        while len(waiting) >= tuning.batch_cues:
            read_roles(waiting[: tuning.batch_cues], engine, tuning, found)
            waiting = waiting[tuning.batch_cues :]
    if waiting:
        read_roles(waiting, engine, tuning, found)
    for attributions in found:
        attributions.sort(key=lambda a: a.cue)
    return found


def in_batches(jobs: Sequence[Job], pieces: int) -> Iterator[list[Job]]:
    """The jobs, sorted by length, in batches of at most ``pieces`` padded pieces (one job at least)."""
    batch: list[Job] = []
    for job in jobs:
        if batch and (len(batch) + 1) * len(job.arrays.ids) > pieces:
            yield batch
            batch = []
        batch.append(job)
    if batch:
        yield batch


def find_cues(batch: list[Job], engine: Engine, tuning: Tuning) -> list[CueJob]:
    """The cues of a batch of windows, each in the window whose core it begins in."""
    pieces, words = max(len(j.arrays.ids) for j in batch), max(len(j.arrays.first) for j in batch)
    ids = np.zeros((len(batch), pieces), dtype=np.int64)
    features = np.zeros((len(batch), pieces, 3), dtype=np.int64)
    first = np.zeros((len(batch), words), dtype=np.int64)
    for row, job in enumerate(batch):
        a = job.arrays
        ids[row, : len(a.ids)], features[row, : len(a.ids)], first[row, : len(a.first)] = a.ids, a.features, a.first
    states, scores = engine.cues(ids, features, first)
    biased = log_softmax(scores)
    biased[..., 1:] += tuning.cue_bias
    labels = best_labels(biased, CUE_STEPS)
    found = []
    for row, job in enumerate(batch):
        low, high = job.window.core_start - job.window.start, job.window.core_stop - job.window.start
        own = labels[row, : len(job.arrays.first)]
        for run in runs_of(own, 1):
            if low <= run[0] < high:
                score = float(1 - np.exp(log_softmax(scores[row, run[0] : run[1]])[:, 0]).mean())
                found.append(CueJob(job, run, score, *around(states[row, : len(own)], run, tuning.reach)))
    return found


def around(states: Floats, run: Run, reach: int) -> tuple[Floats, Ints]:
    """The states of the words within reach of a cue's first word, zeros where the window ends, and which part each
    plays: 0 outside, 1 beside, 2 the cue."""
    window = np.zeros((2 * reach, states.shape[-1]), dtype=states.dtype)
    part = np.zeros(2 * reach, dtype=np.int64)
    low, high = max(0, run[0] - reach), min(len(states), run[0] + reach)
    at = low - run[0] + reach
    window[at : at + high - low] = states[low:high]
    part[at : at + high - low] = 1
    part[reach : reach + run[1] - run[0]] = 2
    return window, part


def read_roles(cues: list[CueJob], engine: Engine, tuning: Tuning, found: list[list[Found]]) -> None:
    """Read each cue's roles and add the attributions that have a content to their text's list."""
    part = np.stack([c.part for c in cues])
    scores = log_softmax(engine.roles(np.stack([c.states for c in cues]), part))
    scores[..., 1:] -= 1e4 * (part != 1)[..., None]
    marginal = chances(scores, engine.transitions)
    scores[..., 3:] += tuning.content_bias
    for cue, labels, chance in zip(cues, best_labels(scores, engine.transitions), marginal, strict=True):
        shift = cue.job.window.start + cue.run[0] - tuning.reach
        source, content = ([(a + shift, b + shift) for a, b in runs_of(labels, kind)] for kind in (1, 3))
        if not content:
            continue
        sure = chance[labels >= 3][:, 3:].sum(axis=1).mean()
        one = Found(
            (cue.run[0] + cue.job.window.start, cue.run[1] + cue.job.window.start),
            source,
            content,
            cue.score,
            float(sure),
        )
        if one.score >= tuning.least_score:
            found[cue.job.text].append(one)


def run_spans(words: Words, runs: Sequence[Run]) -> Spans:
    """Runs of words as spans of the text."""
    return tuple(Span(int(words.start[a]), int(words.stop[b - 1])) for a, b in runs)
