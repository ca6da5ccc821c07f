"""Train the English tagger. One command, seeded, resumable, on CPU or GPU:

    python -m training.train --polnear FOLDER --gum FOLDER --out OUT [--epochs 9] [--start BEST.pt ...]

In: train.jsonl and dev.jsonl of PolNeAR in the project's form; train/ and dev/ of GUM in CoNLL-U; with ``--start`` the
weights of earlier runs, averaged, instead of MiniLM's. Out: OUT/last.pt after every epoch (a run that was
cut off goes on from there), OUT/best.pt by linked F1 and the
mentions' scores on dev, OUT/log.jsonl with every epoch's scores.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from sayso.model.tagger import Tuning
from sayso.score import Count, score_attributions
from training.batches import IGNORE, Batch, collate, items_of, shuffled
from training.crf import Transitions
from training.evaluate import TorchEngine, gold_of, predict
from training.gum import Annotated, load_documents
from training.mentions import MentionBatch, mention_batches, mention_loss, mention_scores
from training.net import Shape, Tagger, load_bert
from training.polnear import Example, load_examples
from training.roles import RoleBatch, role_batch
from training.start import base_tokenizer, base_weights

# With every batch of PolNeAR goes one of GUM, this many pieces: an epoch of the one is about an epoch of the other.
MENTION_BUDGET = 1024
# The loss of a cue's roles is a sum over its words; this many words of it weigh as much as the cue's own loss.
ROLE_SHARE = 16


def loss_of(tagger: Tagger, crf: Transitions, batch: Batch, rng: random.Random) -> Tensor:
    """The training loss: cues; roles told from the words alone, a help to the encoder; roles cue by cue."""
    states, cue, *_ = tagger.cues(batch.ids, batch.features, batch.first)
    loss = word_loss(cue, batch.cue, batch.weight) + 0.5 * word_loss(
        tagger.cues.aside(states), batch.aside, batch.weight
    )
    roles = role_batch(batch, cue, rng, tagger.shape.reach)
    return loss if roles is None else loss + role_loss(tagger, crf, states, roles)


def word_loss(scores: Tensor, labels: Tensor, weight: Tensor) -> Tensor:
    """The mean cross entropy over the words that carry a label, by the weight of their window."""
    flat = functional.cross_entropy(
        scores.float().flatten(0, 1), labels.flatten(), ignore_index=IGNORE, reduction="none"
    )
    weights = weight[:, None].expand_as(labels).flatten() * (labels.flatten() != IGNORE)
    return (flat * weights).sum() / weights.sum()


def role_loss(tagger: Tagger, crf: Transitions, states: Tensor, roles: RoleBatch) -> Tensor:
    """The mean over the cues of minus the log-likelihood of their roles."""
    around = states[roles.row[:, None], roles.index] * (roles.part > 0)[..., None]
    each = crf.loss(tagger.roles(around, roles.part).float(), roles.labels, roles.part > 0) / ROLE_SHARE
    return (each * roles.weight).sum() / roles.weight.sum()


def parameter_groups(parts: nn.Module, rate: float, head_rate: float) -> list[dict[str, Any]]:
    """The parameters with their rates: what starts from MiniLM slow, fresh heads fast; no decay on norms and biases."""
    chosen: dict[tuple[float, float], list[nn.Parameter]] = {}
    for name, parameter in parts.named_parameters():
        started = ("encoder." in name or "roles.layers" in name) and "features" not in name
        decay = 0.01 if parameter.dim() > 1 and "norm" not in name else 0.0
        chosen.setdefault((rate if started else head_rate, decay), []).append(parameter)
    return [{"params": ps, "lr": lr, "weight_decay": decay} for (lr, decay), ps in chosen.items()]


class Run:
    """One training run: the net with its moving average, the optimizer and its schedule, and where it stands."""

    def __init__(self, options: argparse.Namespace, steps: int) -> None:
        self.options, self.device = options, "cuda" if torch.cuda.is_available() else "cpu"
        self.shape = Shape()
        tagger = Tagger(self.shape)
        load_bert(tagger, base_weights())
        self.parts = nn.ModuleList([tagger, Transitions()]).to(self.device)
        self.average = AveragedModel(self.parts, multi_avg_fn=get_ema_multi_avg_fn(options.average))
        self.optimizer = torch.optim.AdamW(parameter_groups(self.parts, options.rate, options.head_rate))
        warm = max(1, steps // 10)
        self.schedule = torch.optim.lr_scheduler.LambdaLR(
            self.optimizer, lambda s: min(1.0, s / warm) * max(0.02, min(1.0, (steps - s) / (steps - warm)))
        )
        self.epoch, self.best = 0, 0.0

    def start_from(self, paths: list[Path]) -> None:
        """Begin with the average of earlier runs; what they do not have keeps its fresh weights."""
        states = [torch.load(path, map_location=self.device)["parts"] for path in paths]
        mean = {k: torch.stack([s[k] for s in states]).mean(0) for k in states[0]}
        for parts in (self.parts, self.average.module):
            parts.load_state_dict(mean, strict=False)

    def train_epoch(self, train: list[Example], documents: list[Annotated]) -> float:
        """One pass over the windows, cut anew in every epoch; the mean loss."""
        o = self.options
        rng = random.Random(o.order * 1000 + self.epoch)
        torch.manual_seed(o.order * 1000 + self.epoch)
        items = items_of(train, rng.randint(o.core - 48, o.core + 48), rng.choice((24, 40, 56)))
        losses: list[float] = []
        mentions: list[float] = []
        started = time.monotonic()
        self.parts.train()
        beside = endless(documents, o.core, rng)
        for chosen in shuffled(items, o.budget, rng):
            batch = collate(chosen, o.budget).to(self.device)
            with torch.autocast(self.device, dtype=torch.bfloat16):
                loss = loss_of(self.parts[0], self.parts[1], batch, rng)  # type: ignore[arg-type]
                mention = mention_loss(self.parts[0].cues, next(beside).to(self.device))  # type: ignore[union-attr]
            self.optimizer.zero_grad()
            (loss + o.mention_share * mention).backward()  # type: ignore[no-untyped-call]
            nn.utils.clip_grad_norm_(self.parts.parameters(), 1.0)
            self.optimizer.step()
            self.schedule.step()
            self.average.update_parameters(self.parts)
            losses.append(loss.item())
            mentions.append(mention.item())
            if len(losses) % 50 == 0:
                mean, seconds = sum(losses[-50:]) / 50, time.monotonic() - started
                aside = sum(mentions[-50:]) / 50
                print(f"epoch {self.epoch} step {len(losses)} loss {mean:.4f} {aside:.4f} {seconds:.0f} s", flush=True)
        self.epoch += 1
        return sum(losses) / len(losses)

    def scores(self, dev: list[Example], gold: dict[str, Any]) -> dict[str, Count]:
        """The moving average's scores on dev."""
        tagger, crf = self.average.module
        found = predict(TorchEngine(tagger, crf.table()), dev, Tuning(reach=self.shape.reach))
        return score_attributions((e.words.text, gold[e.id], p) for e, p in zip(dev, found, strict=True))

    def save(self, row: dict[str, Any], score: float) -> None:
        out = self.options.out
        with (out / "log.jsonl").open("a") as log:
            log.write(json.dumps(row) + "\n")
        if score > self.best:
            self.best = score
            parts = {"parts": self.average.module.state_dict(), "shape": self.shape.as_dict(), "scores": row}
            torch.save(parts, out / "best.pt")
        state = {name: getattr(self, name).state_dict() for name in ("parts", "average", "optimizer", "schedule")}
        torch.save({**state, "epoch": self.epoch, "best": self.best}, out / "last.part")
        (out / "last.part").replace(out / "last.pt")

    def resume(self) -> None:
        """Go on from last.pt, where there is one."""
        path = self.options.out / "last.pt"
        if path.exists():
            state = torch.load(path, map_location=self.device)
            for name in ("parts", "average", "optimizer", "schedule"):
                getattr(self, name).load_state_dict(state[name])
            self.epoch, self.best = state["epoch"], state["best"]


def endless(documents: list[Annotated], core: int, rng: random.Random) -> Iterator[MentionBatch]:
    while True:
        yield from mention_batches(documents, rng.randint(core - 48, core + 48), MENTION_BUDGET, rng)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--polnear", type=Path, required=True, help="folder with train.jsonl and dev.jsonl")
    parser.add_argument("--gum", type=Path, required=True, help="folder with train/ and dev/")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--start", type=Path, nargs="+", default=[], help="checkpoints to begin with, averaged")
    parser.add_argument("--mention-share", type=float, default=0.5, help="weight of the mentions in the loss")
    parser.add_argument("--epochs", type=int, default=9)
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--head-rate", type=float, default=1e-3)
    parser.add_argument("--budget", type=int, default=4096, help="padded pieces in a batch")
    parser.add_argument("--core", type=int, default=208, help="pieces that a window answers for")
    parser.add_argument("--average", type=float, default=0.995, help="decay of the moving average of the weights")
    parser.add_argument("--seed", type=int, default=1, help="of the fresh weights; the same for runs to be averaged")
    parser.add_argument("--order", type=int, default=1, help="seed of the order of the data, the windows and dropout")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(options.seed)
    tokenizer = base_tokenizer()
    train = load_examples(options.polnear / "train.jsonl", tokenizer)
    dev = load_examples(options.polnear / "dev.jsonl", tokenizer, first_only=True)
    gold = gold_of(options.polnear / "dev.jsonl")
    documents, dev_documents = (load_documents(options.gum / part, tokenizer) for part in ("train", "dev"))
    steps = sum(1 for _ in shuffled(items_of(train, options.core, 40), options.budget, random.Random(0)))
    run = Run(options, steps * options.epochs)
    if options.start:
        run.start_from(options.start)
    run.resume()
    while run.epoch < options.epochs:
        started = time.monotonic()
        loss = run.train_epoch(train, documents)
        seconds = round(time.monotonic() - started)
        figures = {name: round(count.f1, 4) for name, count in run.scores(dev, gold).items()}
        figures |= mention_scores(run.average.module[0].cues, dev_documents, options.core)
        row = {"epoch": run.epoch, "loss": round(loss, 4), "seconds": seconds, **figures}
        print(json.dumps(row), flush=True)
        run.save(row, figures["linked"] + figures["kinds"] / 4 + figures["links"] / 4)


if __name__ == "__main__":
    main()
