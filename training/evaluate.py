"""A tagger's predictions on examples. In: an engine and examples; out: attributions as offsets, ready to score."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch

from sayso.model.decode import Floats
from sayso.model.sense import MentionScores
from sayso.model.tagger import Engine, Tuning, run_spans, tag_words
from sayso.model.words import Ints
from training.net import Tagger
from training.polnear import Example

Offsets = dict[str, list[list[int]]]


class TorchEngine:
    """The graphs run by torch, for scores on dev during training and for the parity check."""

    def __init__(self, tagger: Tagger, transitions: Floats) -> None:
        self.tagger, self.transitions, self.threads = tagger.eval(), transitions, 1

    @torch.no_grad()
    def cues(self, ids: Ints, features: Ints, first: Ints) -> tuple[Floats, Floats, MentionScores]:
        device = next(self.tagger.parameters()).device
        out = self.tagger.cues(*(torch.from_numpy(x).to(device) for x in (ids, features, first)))
        states, scores, *mentions = (x.float().cpu().numpy() for x in out)
        return states, scores, MentionScores(*mentions)

    @torch.no_grad()
    def roles(self, states: Floats, part: Ints) -> Floats:
        device = next(self.tagger.parameters()).device
        scores = self.tagger.roles(torch.from_numpy(states).to(device), torch.from_numpy(part).to(device))
        return np.asarray(scores.float().cpu().numpy())


def gold_of(path: Path) -> dict[str, list[Offsets]]:
    """The first annotator's attributions of each article of a PolNeAR file."""
    articles = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return {a["id"]: a["annotations"][0]["attributions"] for a in articles}


def predict(engine: Engine, examples: Sequence[Example], tuning: Tuning) -> list[list[Offsets]]:
    """What the tagger finds in each example."""
    found = tag_words([e.words for e in examples], [e.pieces for e in examples], engine, tuning)
    return [
        [
            {
                role: [[s.start, s.stop] for s in run_spans(e.words, runs)]
                for role, runs in (("source", a.source), ("cue", [a.cue]), ("content", a.content))
            }
            for a in tagged.found
        ]
        for e, tagged in zip(examples, found, strict=True)
    ]
