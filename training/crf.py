"""A linear chain over the role labels. In: scores and labels; out: their loss; and the table that decoding adds."""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor, nn

from sayso.model.decode import bio_steps

LABELS = 5


class Transitions(nn.Module):
    """The score of each step from one role label to the next (from, to)."""

    def __init__(self) -> None:
        super().__init__()
        self.step = nn.Parameter(torch.zeros(LABELS, LABELS))

    def hard(self) -> Tensor:
        """The learned steps, with those that BIO forbids made hopeless."""
        return self.step + torch.from_numpy(bio_steps(LABELS)).to(self.step.device)

    def table(self) -> np.ndarray:
        return self.hard().detach().cpu().numpy()

    def loss(self, scores: Tensor, labels: Tensor, inside: Tensor) -> Tensor:
        """Minus the log-likelihood of each row. ``inside`` marks the steps that count: one stretch a row."""
        step = self.hard()
        wall = torch.zeros(LABELS, device=scores.device)
        wall[2::2] = -1e4
        gold = labels.clamp(min=0)
        chosen = scores.gather(2, gold[..., None])[..., 0] * inside
        both = inside[:, 1:] & inside[:, :-1]
        right = chosen.sum(1) + (step[gold[:, :-1], gold[:, 1:]] * both).sum(1)
        total = torch.where(inside[:, :1], scores[:, 0] + wall, torch.zeros_like(scores[:, 0]))
        for at in range(1, scores.shape[1]):
            through = torch.logsumexp(total[:, :, None] + step, dim=1) + scores[:, at]
            fresh = scores[:, at] + wall
            following = torch.where(inside[:, at - 1 : at], through, fresh)
            total = torch.where(inside[:, at : at + 1], following, total)
        return torch.logsumexp(total, dim=1) - right
