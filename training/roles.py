"""The second pass's batch. In: a batch of windows and the cue scores; out: the cues to read, with their role labels.

Gold cues are read with their gold roles. A cue that the tagger believes in and nobody annotated is read too, with no
roles at all, so that the reader learns to turn it down; and now and then a gold cue is read with the edges that the
tagger gives it, as it will be when nobody knows the gold ones.
"""

from __future__ import annotations

import random
from dataclasses import dataclass

import torch
from torch import Tensor

from sayso.model.decode import CUE_STEPS, best_labels, log_softmax, runs_of
from training.batches import IGNORE, Batch, padded


@dataclass(frozen=True, slots=True)
class RoleBatch:
    """``row`` (cues,) the window; ``index`` and ``part`` and ``labels`` (cues, 2 reach); ``weight`` (cues,)."""

    row: Tensor
    index: Tensor
    part: Tensor
    labels: Tensor
    weight: Tensor


def role_batch(batch: Batch, cue_scores: Tensor, rng: random.Random, reach: int) -> RoleBatch | None:
    """The cues of a batch; None when it has none."""
    believed = best_labels(log_softmax(cue_scores.detach().float().cpu().numpy()), CUE_STEPS)
    cues = []
    for row, (targets, length, core) in enumerate(zip(batch.targets, batch.lengths, batch.cores, strict=True)):
        runs = [r for r in runs_of(believed[row, :length], 1) if core[0] <= r[0] < core[1]]
        taken: set[tuple[int, int]] = set()
        for roles in targets:
            run = roles.cue[0]
            near = [r for r in runs if r[0] < run[1] and run[0] < r[1]]
            taken.update(near)
            if near and rng.random() < 0.3:
                run = near[0]
            cues.append((row, run, length, roles))
        cues += [(row, run, length, None) for run in runs if run not in taken]
    if not cues:
        return None
    empty = padded(len(cues), 32) - len(cues)
    cues += [(0, (0, 1), 0, None)] * empty
    steps = torch.arange(-reach, reach)
    row = torch.tensor([c[0] for c in cues])
    centre = torch.tensor([c[1][0] for c in cues])
    index = centre[:, None] + steps
    inside = (index >= 0) & (index < torch.tensor([c[2] for c in cues])[:, None])
    part = inside.long()
    labels = torch.zeros_like(index)
    for k, (_, run, _, roles) in enumerate(cues):
        for first, kind in ((roles.source, 1), (roles.content, 3)) if roles else ():
            for a, b in first:
                a, b = max(0, a - run[0] + reach), min(2 * reach, b - run[0] + reach)
                if a < b:
                    labels[k, a:b], labels[k, a] = kind + 1, kind
        part[k, reach : reach + run[1] - run[0]] = 2
        labels[k, reach : reach + run[1] - run[0]] = 0
    # An I that lost its B under the cue begins anew.
    before = torch.nn.functional.pad(labels, (1, 0))[:, :-1]
    orphan = (labels > 0) & (labels % 2 == 0) & (before != labels) & (before != labels - 1)
    labels = torch.where(orphan, labels - 1, labels)
    labels = torch.where(inside, labels, IGNORE)
    device = batch.ids.device
    weight = batch.weight.cpu()[row]
    weight[len(cues) - empty :] = 0
    return RoleBatch(*(x.to(device) for x in (row, index.clamp(0, cue_scores.shape[1] - 1), part, labels, weight)))
