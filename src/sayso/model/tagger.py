"""The neural tagger. In: texts; out: for each its attributions as runs of words, found cue by cue, and the scores of
what its words name and refer to.

First pass: windows of word pieces give a state for every word, the cues and the mention scores. Second pass: each cue
is read alone with the states of the words around it, which gives its source and content.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from typing import Protocol

import numpy as np

from sayso.model.decode import CUE_STEPS, Floats, Run, best_labels, chances, log_softmax, runs_of
from sayso.model.features import WindowArrays, window_arrays
from sayso.model.pieces import Pieces
from sayso.model.sense import MentionScores, end_to_end, part_of
from sayso.model.windows import Window, plan_windows
from sayso.model.words import Ints, Words
from sayso.spans import Span, Spans

# Cues whose roles are decoded at once: the chain's steps are taken for all of them together.
TOGETHER = 256


class Engine(Protocol):
    """What runs the two graphs: ONNX in sayso, torch in training."""

    @property
    def threads(self) -> int:
        """How many windows may be run at once."""
        ...

    @property
    def transitions(self) -> Floats:
        """The scores of the steps from one role label to the next (5, 5), added in decoding."""
        ...

    def cues(self, ids: Ints, features: Ints, first: Ints) -> tuple[Floats, Floats, MentionScores]:
        """(batch, pieces), (batch, pieces, 3), (batch, words) → states (batch, words, hidden), scores (…, 3), and what
        the mention head says of each word."""
        ...

    def roles(self, states: Floats, part: Ints) -> Floats:
        """(cues, 2 reach, hidden), (cues, 2 reach) → scores (…, 5)."""
        ...


@dataclass(frozen=True, slots=True)
class Tuning:
    """How the tagger reads. Sizes are in word pieces, reach in words. ``cue_bias`` is added to the log-odds of a cue
    against none, ``content_bias`` to those of content; ``least_score`` is the least score that an attribution is
    kept with."""

    core: int = 208
    context: int = 40
    reach: int = 48
    cue_bias: float = 0.0
    content_bias: float = 0.0
    least_score: float = 0.0


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
class Cue:
    """A cue that has been read: the number of its text, its run of words there, how sure it is, the part that each
    word around it plays (2 reach,), and the scores of their roles (2 reach, 5)."""

    text: int
    run: Run
    score: float
    part: Ints
    roles: Floats


@dataclass(frozen=True, slots=True)
class Tagged:
    """What the tagger found in a text: attributions in order of their cues, in word numbers; the mention scores."""

    found: list[Found]
    mentions: MentionScores


def tag_words(
    split: Sequence[Words], pieces: Sequence[Pieces], engine: Engine, tuning: Tuning, least_score: float = 0.0
) -> list[Tagged]:
    """What the tagger finds in each text; attributions only of at least ``least_score``, or the tuning's own where that
    is higher.

    Each window is run alone: it stays in a core's cache (on one core a window at a time reads 10,400 pieces a second,
    fourteen together 6,600), and what is found in a text does not hang on what else is read with it, as it would with
    int8 scales taken over a batch. The graphs let go of the interpreter, so that every core has a window of its own.
    """
    tuning = replace(tuning, least_score=max(tuning.least_score, least_score))
    jobs = [
        (number, window)
        for number, (words, parts) in enumerate(zip(split, pieces, strict=True))
        for window in plan_windows(parts.edge, words.paragraph, tuning.core, tuning.context)
    ]

    def work(job: tuple[int, Window]) -> tuple[list[Cue], MentionScores]:
        return read_window(job[0], window_arrays(split[job[0]], pieces[job[0]], job[1]), job[1], engine, tuning)

    with ThreadPoolExecutor(engine.threads) as pool:
        read = list(pool.map(work, jobs))
    cues = [cue for some, _ in read for cue in some]
    mentions: list[list[MentionScores]] = [[] for _ in split]
    for (number, _), (_, scores) in zip(jobs, read, strict=True):
        mentions[number].append(scores)
    found: list[list[Found]] = [[] for _ in split]
    for at in range(0, len(cues), TOGETHER):
        for cue, one in decode_roles(cues[at : at + TOGETHER], engine.transitions, tuning):
            found[cue.text].append(one)
    return [Tagged(f, end_to_end(m)) for f, m in zip(found, mentions, strict=True)]


def read_window(
    text: int, arrays: WindowArrays, window: Window, engine: Engine, tuning: Tuning
) -> tuple[list[Cue], MentionScores]:
    """The cues that begin in the window's core, with the scores of their roles, and its words' mention scores. A score
    is the product of the cue's and the roles': of a cue below the least score the roles need not be read."""
    states, scores, mentions = engine.cues(arrays.ids[None], arrays.features[None], arrays.first[None])
    chance = log_softmax(scores)
    biased = chance.copy()
    biased[..., 1:] += tuning.cue_bias
    core = range(window.core_start - window.start, window.core_stop - window.start)
    found = [
        (run, score)
        for run in runs_of(best_labels(biased, CUE_STEPS)[0], 1)
        if run[0] in core and (score := float(1 - np.exp(chance[0, run[0] : run[1], 0]).mean())) >= tuning.least_score
    ]
    of_core = part_of(mentions, core)
    if not found:
        return [], of_core
    near = [around(states[0], run, tuning.reach) for run, _ in found]
    part = np.stack([p for _, p in near])
    roles = engine.roles(np.stack([s for s, _ in near]), part)
    at = window.start
    return [
        Cue(text, (a + at, b + at), score, *one)
        for ((a, b), score), one in zip(found, zip(part, roles, strict=True), strict=True)
    ], of_core


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


def decode_roles(cues: Sequence[Cue], transitions: Floats, tuning: Tuning) -> Iterator[tuple[Cue, Found]]:
    """The attribution of each cue that has a content and the least score."""
    part = np.stack([c.part for c in cues])
    scores = log_softmax(np.stack([c.roles for c in cues]))
    scores[..., 1:] -= 1e4 * (part != 1)[..., None]
    sure = chances(scores, transitions)
    scores[..., 3:] += tuning.content_bias
    for cue, labels, chance in zip(cues, best_labels(scores, transitions), sure, strict=True):
        shift = cue.run[0] - tuning.reach
        source, content = ([(a + shift, b + shift) for a, b in runs_of(labels, kind)] for kind in (1, 3))
        if content:
            role_score = float(chance[labels >= 3][:, 3:].sum(axis=1).mean())
            one = Found(cue.run, source, content, cue.score, role_score)
            if one.score >= tuning.least_score:
                yield cue, one


def run_spans(words: Words, runs: Sequence[Run]) -> Spans:
    """Runs of words as spans of the text."""
    return tuple(Span(int(words.start[a]), int(words.stop[b - 1])) for a, b in runs)
