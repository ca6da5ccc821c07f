"""What the mention head learns. In: documents of GUM; out: batches of windows with the labels of names and kinds and
the pairs of mentions that speak of one thing, and their loss."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace

import torch
from torch import Tensor
from torch.nn import functional

from sayso.model.decode import best_labels, bio_steps, log_softmax, runs_of
from sayso.model.features import window_arrays
from sayso.model.windows import Window, plan_windows
from training.batches import IGNORE, padded
from training.gum import TYPES, Annotated
from training.net import NAME_LABELS, CueTagger, MentionHead

KINDS = (*TYPES, "other")
# A window of GUM reads this much on either side of its core, and links mentions all over it.
CONTEXT = 80


@dataclass(frozen=True, slots=True)
class MentionBatch:
    """``names`` and ``kinds`` (batch, words) are labels, IGNORE outside the core; ``heads`` holds for each window the
    words at which its people, organisations and places are mentioned, in order, ``groups`` what each speaks of."""

    ids: Tensor
    features: Tensor
    first: Tensor
    names: Tensor
    kinds: Tensor
    heads: list[list[int]]
    groups: list[list[int]]

    def to(self, device: str) -> MentionBatch:
        moved = {k: getattr(self, k).to(device) for k in ("ids", "features", "first", "names", "kinds")}
        return replace(self, **moved)


def mention_batches(documents: list[Annotated], core: int, budget: int, rng: random.Random) -> Iterator[MentionBatch]:
    """Batches over all windows of the documents, in random order."""
    windows = [(d, w) for d in documents for w in plan_windows(d.pieces.edge, d.words.paragraph, core, CONTEXT)]
    rng.shuffle(windows)
    windows.sort(key=lambda pair: padded(size_of(*pair), 64))
    chunks: list[list[tuple[Annotated, Window]]] = []
    for pair in windows:
        length = padded(size_of(*pair), 64)
        if not chunks or padded(size_of(*chunks[-1][0]), 64) != length or (len(chunks[-1]) + 1) * length > budget:
            chunks.append([])
        chunks[-1].append(pair)
    rng.shuffle(chunks)
    yield from map(collate_mentions, chunks)


def size_of(document: Annotated, window: Window) -> int:
    edge = document.pieces.edge
    return int(edge[window.stop] - edge[window.start]) + 2


def collate_mentions(chosen: list[tuple[Annotated, Window]]) -> MentionBatch:
    """The batch of some windows."""
    arrays = [window_arrays(d.words, d.pieces, w) for d, w in chosen]
    length = padded(max(len(a.ids) for a in arrays), 64)
    rows = len(chosen)
    ids, first = (torch.zeros(rows, length, dtype=torch.long) for _ in range(2))
    features = torch.zeros(rows, length, 3, dtype=torch.long)
    names, kinds = (torch.full((rows, length), IGNORE) for _ in range(2))
    heads, groups = [], []
    for row, ((document, window), a) in enumerate(zip(chosen, arrays, strict=True)):
        ids[row, : len(a.ids)] = torch.from_numpy(a.ids)
        features[row, : len(a.ids)] = torch.from_numpy(a.features)
        first[row, : len(a.first)] = torch.from_numpy(a.first)
        name, kind = labels_of(document)
        core, at = slice(window.core_start, window.core_stop), window.start
        names[row, window.core_start - at : window.core_stop - at] = name[core]
        kinds[row, window.core_start - at : window.core_stop - at] = kind[core]
        inside = sorted(
            (m.head - at, m.group)
            for m in document.mentions
            if window.start <= m.head < window.stop and m.type != "other"
        )
        heads.append([head for head, _ in inside])
        groups.append([group for _, group in inside])
    return MentionBatch(ids, features, first, names, kinds, heads, groups)


def labels_of(document: Annotated) -> tuple[Tensor, Tensor]:
    """The labels of every word: names (NAME_LABELS) and kinds (TYPE_LABELS)."""
    names, kinds = (torch.zeros(len(document.words), dtype=torch.long) for _ in range(2))
    for m in document.mentions:
        number = KINDS.index(m.type)
        kinds[m.head] = number + 1
        if m.name and m.type != "other":
            names[m.name[0] : m.name[1]] = 2 * number + 2
            names[m.name[0]] = 2 * number + 1
    return names, kinds


def mention_loss(tagger: CueTagger, batch: MentionBatch) -> Tensor:
    """Names, kinds and links, weighed alike."""
    _, _, names, kinds, links = tagger(batch.ids, batch.features, batch.first)
    return (
        functional.cross_entropy(names.float().flatten(0, 1), batch.names.flatten(), ignore_index=IGNORE)
        + functional.cross_entropy(kinds.float().flatten(0, 1), batch.kinds.flatten(), ignore_index=IGNORE)
        + 0.3 * link_loss(tagger.mention, links.float(), batch)
    )


def link_loss(head: MentionHead, links: Tensor, batch: MentionBatch) -> Tensor:
    """The mean over the mentions of minus the log of the chance of an antecedent of their own group, or of none where
    they are the first (Lee and others 2017, arXiv:1707.07045)."""
    losses = []
    for row, (heads, groups) in enumerate(zip(batch.heads, batch.groups, strict=True)):
        if len(heads) > 1:
            at, group = torch.tensor(heads, device=links.device), torch.tensor(groups, device=links.device)
            scores = link_scores(head, links[row, at], at)
            earlier = at[None] < at[:, None]
            same = earlier & (group[None] == group[:, None])
            none = torch.zeros(len(at), 1, device=links.device)
            every = torch.cat((none, scores.masked_fill(~earlier, -1e4)), 1)
            right = torch.cat((none.masked_fill(same.any(1, keepdim=True), -1e4), scores.masked_fill(~same, -1e4)), 1)
            losses.append((torch.logsumexp(every, 1) - torch.logsumexp(right, 1)).mean())
    return torch.stack(losses).mean() if losses else links.sum() * 0


def link_scores(head: MentionHead, links: Tensor, at: Tensor) -> Tensor:
    """(mentions, mentions): how readily each refers to what each other one does."""
    query, key = links.chunk(2, -1)
    far = (at[:, None] - at[None]).clamp(min=1).float().log2().long().clamp(max=head.FAR - 1)
    return query @ key.T / query.shape[-1] ** 0.5 + head.far[far]


@torch.no_grad()
def mention_scores(tagger: CueTagger, documents: list[Annotated], core: int) -> dict[str, float]:
    """Scores over the documents: F1 of the names of each type, edges exact; the share of the heads of phrases whose
    kind is told, by F1; the share of the mentions of people whose best antecedent, or lack of one, is right."""
    tagger.eval()
    counts: dict[str, list[int]] = {name: [0, 0, 0] for name in (*TYPES, "kinds", "links")}

    def add(name: str, right: int, found: int, gold: int) -> None:
        counts[name] = [a + b for a, b in zip(counts[name], (right, found, gold), strict=True)]

    for batch in mention_batches(documents, core, 4096, random.Random(0)):
        _, _, names, kinds, links = tagger(batch.ids, batch.features, batch.first)
        best = best_labels(log_softmax(names.float().numpy()), bio_steps(len(NAME_LABELS)))
        best[batch.names.numpy() == IGNORE] = 0
        for row in range(len(batch.ids)):
            for number, kind in enumerate(TYPES):
                found, gold = (set(runs_of(labels, 2 * number + 1)) for labels in (best[row], batch.names[row].numpy()))
                add(kind, len(found & gold), len(found), len(gold))
            label, guess = batch.kinds[row], kinds[row].argmax(-1)
            inside = label != IGNORE
            add(
                "kinds",
                int(((label == guess) & (label > 0)).sum()),
                int((inside & (guess > 0)).sum()),
                int((inside & (label > 0)).sum()),
            )
            heads, groups = batch.heads[row], torch.tensor(batch.groups[row])
            if len(heads) > 1:
                at = torch.tensor(heads)
                scores = link_scores(tagger.mention, links[row, at].float(), at)
                for j in range(1, len(heads)):
                    same = groups[:j] == groups[j]
                    top = scores[j, :j].max(0)
                    right = bool(same[top.indices]) if top.values > 0 else not bool(same.any())
                    add("links", int(right), 1, 1)
    return {name: round(2 * right / max(1, found + gold), 4) for name, (right, found, gold) in counts.items()}
