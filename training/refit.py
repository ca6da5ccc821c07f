"""Fit the mention head again to an encoder that stays as it is, so that no attribution changes:

    python -m training.refit --gum FOLDER --checkpoint A.pt B.pt --out MODEL.pt [--epochs 4]

In: checkpoints, averaged weight by weight; GUM. Out: one checkpoint with the averaged tagger and the new head. A head
that was averaged with others, or trained while the encoder still moved, is worse than one fitted last.
"""

from __future__ import annotations

import argparse
import json
import random
from pathlib import Path

import torch

from training.gum import load_documents
from training.mentions import mention_batches, mention_loss, mention_scores
from training.net import Shape, Tagger
from training.start import base_tokenizer

CORE = 208


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gum", type=Path, required=True, help="folder with train/ and dev/")
    parser.add_argument("--checkpoint", type=Path, nargs="+", required=True)
    parser.add_argument("--weights", type=float, nargs="+", help="of the checkpoints in the average; equal by default")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--rate", type=float, default=1e-3)
    parser.add_argument("--budget", type=int, default=4096, help="padded pieces in a batch")
    options = parser.parse_args()
    torch.manual_seed(1)
    tagger, rest = averaged(options.checkpoint, options.weights or [1.0] * len(options.checkpoint))
    tokenizer = base_tokenizer()
    train, dev = (load_documents(options.gum / part, tokenizer) for part in ("train", "dev"))
    tagger.requires_grad_(False)
    head = tagger.cues.mention.requires_grad_(True)
    print(json.dumps(mention_scores(tagger.cues, dev, CORE)), flush=True)
    steps = options.epochs * sum(1 for _ in mention_batches(train, CORE, options.budget, random.Random(0)))
    optimizer = torch.optim.AdamW(head.parameters(), options.rate, weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, options.rate, total_steps=steps + steps // 4)
    for epoch in range(options.epochs):
        rng = random.Random(epoch)
        head.train()
        for batch in mention_batches(train, rng.randint(CORE - 48, CORE + 48), options.budget, rng):
            with torch.autocast("cpu", dtype=torch.bfloat16):
                loss = mention_loss(tagger.cues, batch)
            optimizer.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            optimizer.step()
            schedule.step()
        scores = mention_scores(tagger.cues, dev, CORE)
        print(json.dumps({"epoch": epoch + 1, **scores}), flush=True)
    parts = {f"0.{k}": v for k, v in tagger.state_dict().items()} | rest
    torch.save({"parts": parts, "shape": tagger.shape.as_dict(), "scores": scores}, options.out)


def averaged(paths: list[Path], weights: list[float]) -> tuple[Tagger, dict[str, torch.Tensor]]:
    """The tagger whose weights are the average of those that have them, and the rest of the checkpoint."""
    states = [torch.load(path, map_location="cpu") for path in paths]
    parts = {}
    for name in {k for s in states for k in s["parts"]}:
        having = [(w, s["parts"][name]) for w, s in zip(weights, states, strict=True) if name in s["parts"]]
        parts[name] = sum(w * p for w, p in having) / sum(w for w, _ in having)  # type: ignore[operator]
    tagger = Tagger(Shape(**states[-1]["shape"]))
    tagger.load_state_dict({k[2:]: v for k, v in parts.items() if k.startswith("0.")})
    return tagger.eval(), {k: v for k, v in parts.items() if not k.startswith("0.")}


if __name__ == "__main__":
    main()
