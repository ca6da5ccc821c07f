"""Examples into batches of windows. In: examples; out: Batches of padded tensors, cues with their role labels."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
import torch
from torch import Tensor

from sayso.model.features import window_arrays
from sayso.model.windows import Window, plan_windows
from training.polnear import Example, Roles

IGNORE = -100


@dataclass(frozen=True, slots=True)
class Item:
    """A window of an example."""

    example: Example
    window: Window
    length: int


@dataclass(frozen=True, slots=True)
class Batch:
    """``cue`` and ``aside`` (batch, words) are labels, IGNORE outside the core; ``targets`` holds, for each window,
    the gold attributions in the window's word numbers."""

    ids: Tensor
    features: Tensor
    first: Tensor
    cue: Tensor
    aside: Tensor
    lengths: list[int]
    cores: list[tuple[int, int]]
    targets: list[list[Roles]]
    weight: Tensor

    def to(self, device: str) -> Batch:
        moved = {k: getattr(self, k).to(device) for k in ("ids", "features", "first", "cue", "aside", "weight")}
        return replace(self, **moved)


def items_of(examples: list[Example], core: int, context: int) -> list[Item]:
    items = []
    for example in examples:
        edge = example.pieces.edge
        windows = plan_windows(edge, example.words.paragraph, core, context)
        items += (Item(example, w, int(edge[w.stop] - edge[w.start])) for w in windows)
    return items


def padded(length: int, step: int) -> int:
    """The length rounded up: a CPU compiles its kernels anew for every shape, so few shapes must do."""
    return -(-length // step) * step


def shuffled(items: list[Item], budget: int, rng: random.Random) -> Iterator[list[Item]]:
    """Batches of windows of like length, at most ``budget`` padded pieces each, in random order."""
    rng.shuffle(items)
    buckets: dict[int, list[Item]] = {}
    batches: list[list[Item]] = []
    for item in items:
        size = padded(item.length + 2, 64)
        bucket = buckets.setdefault(size, [])
        bucket.append(item)
        if len(bucket) == max(1, budget // size):
            batches.append(buckets.pop(size))
    batches += buckets.values()
    rng.shuffle(batches)
    yield from batches


def clip(runs: list[tuple[int, int]], window: Window) -> list[tuple[int, int]]:
    """Runs in the window's own word numbers, cut at its edges."""
    shifted = ((max(a, window.start) - window.start, min(b, window.stop) - window.start) for a, b in runs)
    return [(a, b) for a, b in shifted if a < b]


def collate(items: list[Item], budget: int) -> Batch:
    """The batch of some windows, filled up with empty rows to the size that the budget allows."""
    arrays = [window_arrays(i.example.words, i.example.pieces, i.window) for i in items]
    pieces = words = padded(max(len(a.ids) for a in arrays), 64)
    rows = max(len(items), budget // pieces)
    ids = np.zeros((rows, pieces), dtype=np.int64)
    features = np.zeros((rows, pieces, 3), dtype=np.int64)
    first = np.zeros((rows, words), dtype=np.int64)
    cue = np.full((rows, words), IGNORE, dtype=np.int64)
    aside = np.full((rows, words), IGNORE, dtype=np.int64)
    targets, cores = [], []
    for row, (item, a) in enumerate(zip(items, arrays, strict=True)):
        ids[row, : len(a.ids)], features[row, : len(a.ids)], first[row, : len(a.first)] = a.ids, a.features, a.first
        window = item.window
        core = slice(window.core_start - window.start, window.core_stop - window.start)
        inside, whole = np.zeros(len(a.first), dtype=np.int64), np.zeros(len(a.first), dtype=np.int64)
        found = []
        for roles in item.example.roles:
            for runs, labels, begin in ((roles.cue, inside, 1), (roles.source, whole, 1), (roles.content, whole, 3)):
                for x, y in clip(runs, window):
                    labels[x:y], labels[x] = begin + 1, begin
            if roles.cue and window.core_start <= roles.cue[0][0] < window.core_stop:
                found.append(Roles(clip(roles.source, window), clip(roles.cue, window), clip(roles.content, window)))
        cue[row, core], aside[row, core] = inside[core], whole[core]
        targets.append(found)
        cores.append((core.start, core.stop))
    weight = torch.tensor([*(i.example.weight for i in items), *[0.0] * (rows - len(items))])
    tensors = [torch.from_numpy(x) for x in (ids, features, first, cue, aside)]
    return Batch(*tensors, [len(a.first) for a in arrays], cores, targets, weight)
