"""The tagger in torch. In: word pieces with their features; out: word states, cue scores, what each word names or
refers to, and for each cue the scores of the roles around it.

The encoder is a BERT (loaded from MiniLM) with embeddings of word shape, gap and quotation added. The cue head reads
every word. The role reader takes each cue alone: the words around it, told which words the cue is and how far each one
stands from it, pass through one more transformer layer and get their roles for this cue (source, content), so that
two cues may share words and contents may nest. The mention head reads names, the kinds of thing that heads of phrases
refer to, and vectors whose products tell which of them speak of one thing, from several layers of the encoder at once:
the last ones know about speech what the middle ones still know about names.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

ROLE_LABELS = ("O", "B-source", "I-source", "B-content", "I-content")
NAME_LABELS = ("O", *(f"{edge}-{kind}" for kind in ("person", "organization", "place") for edge in "BI"))
TYPE_LABELS = ("none", "person", "organization", "place", "other")
# The layers, counted from 1, that the mention head reads: on GUM dev names of people scored .48 from the last alone.
LEVELS = (2, 4, 6)


@dataclass(frozen=True)
class Shape:
    """The sizes of the net; the first six are those of the encoder it is loaded from."""

    vocabulary: int = 30522
    hidden: int = 384
    layers: int = 6
    heads: int = 12
    feed: int = 1536
    positions: int = 512
    reach: int = 48
    readers: int = 1
    mention: int = 384
    link: int = 64
    dropout: float = 0.1

    def as_dict(self) -> dict[str, float | int]:
        return asdict(self)


class Dropout(nn.Module):
    """Dropout whose masks are slices, at random offsets, of one random pool: drawing fresh ones costs a CPU more time
    than the layer's products do (48 ms against 20 ms on 4,096 pieces)."""

    pool: Tensor | None = None
    size = 1 << 24

    def __init__(self, p: float) -> None:
        super().__init__()
        self.p = p

    def forward(self, x: Tensor) -> Tensor:
        if not self.training or self.p == 0:
            return x
        if Dropout.pool is None or Dropout.pool.device != x.device:
            Dropout.pool = (torch.rand(self.size, device=x.device) >= self.p).to(torch.bfloat16) / (1 - self.p)
        n = x.numel()
        if n > self.size:
            return functional.dropout(x, self.p)
        at = int(torch.randint(self.size - n + 1, ()))
        return x * Dropout.pool[at : at + n].view_as(x).to(x.dtype)


class Layer(nn.Module):
    """One transformer layer, post-norm, as in BERT."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.heads = shape.heads
        self.query, self.key, self.value, self.output = (nn.Linear(shape.hidden, shape.hidden) for _ in range(4))
        self.attention_norm = nn.LayerNorm(shape.hidden, eps=1e-12)
        self.up, self.down = nn.Linear(shape.hidden, shape.feed), nn.Linear(shape.feed, shape.hidden)
        self.feed_norm = nn.LayerNorm(shape.hidden, eps=1e-12)
        self.drop = Dropout(shape.dropout)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        batch, length, hidden = x.shape
        q, k, v = (f(x).view(batch, length, self.heads, -1).transpose(1, 2) for f in (self.query, self.key, self.value))
        with torch.autocast(x.device.type, enabled=False):
            # By hand: on a CPU the fused kernel's backward pass is two to four times slower at these lengths.
            seen = (q @ k.transpose(-1, -2)) * q.shape[-1] ** -0.5 + bias.to(q.dtype)
            mixed = torch.softmax(seen, -1) @ v
        mixed = self.output(mixed.transpose(1, 2).reshape(batch, length, hidden))
        x = self.attention_norm(x + self.drop(mixed))
        return self.feed_norm(x + self.drop(self.down(functional.gelu(self.up(x)))))


class Encoder(nn.Module):
    """Pieces to states."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.pieces = nn.Embedding(shape.vocabulary, shape.hidden, padding_idx=0)
        self.positions = nn.Embedding(shape.positions, shape.hidden)
        self.features = nn.ModuleList(nn.Embedding(n, shape.hidden) for n in (7, 3, 2))
        for table in self.features:
            nn.init.normal_(table.weight, std=0.01)
        self.norm = nn.LayerNorm(shape.hidden, eps=1e-12)
        self.drop = Dropout(shape.dropout)
        self.layers = nn.ModuleList(Layer(shape) for _ in range(shape.layers))

    def forward(self, ids: Tensor, features: Tensor) -> list[Tensor]:
        """The states after each of LEVELS, the last layer's last."""
        x = self.pieces(ids) + self.positions.weight[: ids.shape[1]]
        for k, table in enumerate(self.features):
            x = x + table(features[..., k])
        x = self.drop(self.norm(x))
        bias = ((ids == 0).to(x.dtype) * -1e4)[:, None, None, :]
        levels = []
        for number, layer in enumerate(self.layers, 1):
            x = layer(x, bias)
            if number in LEVELS:
                levels.append(x)
        return levels


class MentionHead(nn.Module):
    """Word states of several levels to names, kinds and links. A link is a word's query and key, ``shape.link`` numbers
    each: the product of one word's query and an earlier word's key, with ``far`` for the distance between them, is how
    readily the one refers to what the other does."""

    FAR = 10

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.mix = nn.Linear(shape.hidden * len(LEVELS), shape.mention)
        self.norm, self.drop = nn.LayerNorm(shape.mention), Dropout(0.2)
        self.name = nn.Linear(shape.mention, len(NAME_LABELS))
        self.kind = nn.Linear(shape.mention, len(TYPE_LABELS))
        self.link = nn.Linear(shape.mention, 2 * shape.link)
        self.far = nn.Parameter(torch.zeros(self.FAR))

    def forward(self, levels: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        x = self.drop(functional.gelu(self.norm(self.mix(self.drop(levels)))))
        return self.name(x), self.kind(x), self.link(x)


class CueTagger(nn.Module):
    """The first graph: pieces to word states, cue scores, names, kinds and links."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.encoder = Encoder(shape)
        self.cue = nn.Sequential(
            nn.Linear(shape.hidden, shape.hidden), nn.GELU(), Dropout(0.1), nn.Linear(shape.hidden, 3)
        )
        self.aside = nn.Linear(shape.hidden, 5)
        self.mention = MentionHead(shape)

    def forward(self, ids: Tensor, features: Tensor, first: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor]:
        """ids (batch, pieces), features (batch, pieces, 3), first (batch, words): each word's first piece."""
        levels = [torch.gather(x, 1, first[..., None].expand(-1, -1, x.shape[-1])) for x in self.encoder(ids, features)]
        states = levels[-1]
        return states, self.cue(states), *self.mention(torch.cat(levels, -1))


class RoleReader(nn.Module):
    """The second graph: the words around one cue to their roles for it."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.part = nn.Embedding(3, shape.hidden)  # 0 outside the window, 1 beside the cue, 2 the cue
        self.far = nn.Embedding(2 * shape.reach, shape.hidden)
        nn.init.normal_(self.part.weight, std=0.05)
        nn.init.normal_(self.far.weight, std=0.02)
        self.norm = nn.LayerNorm(shape.hidden, eps=1e-12)
        self.layers = nn.ModuleList(Layer(shape) for _ in range(shape.readers))
        self.role = nn.Linear(shape.hidden, len(ROLE_LABELS))

    def forward(self, states: Tensor, part: Tensor) -> Tensor:
        """states (cues, 2 reach, hidden), the cue's first word at ``reach``; part (cues, 2 reach)."""
        x = self.norm(states + self.part(part) + self.far.weight)
        bias = ((part == 0).to(x.dtype) * -1e4)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, bias)
        return self.role(x)


class Tagger(nn.Module):
    """Both graphs, trained together."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.shape = shape
        self.cues, self.roles = CueTagger(shape), RoleReader(shape)


def load_bert(tagger: Tagger, weights: dict[str, Tensor]) -> None:
    """Start the encoder from a BERT's weights, and each role reader's layer from the encoder's last."""
    encoder = tagger.cues.encoder
    copy(encoder.pieces, weights, "embeddings.word_embeddings")
    copy(encoder.norm, weights, "embeddings.LayerNorm")
    with torch.no_grad():
        types = weights["embeddings.token_type_embeddings.weight"][0]
        encoder.positions.weight.copy_(weights["embeddings.position_embeddings.weight"] + types)
    last = len(encoder.layers) - 1
    pairs = [*enumerate(encoder.layers), *((last, layer) for layer in tagger.roles.layers)]
    for number, layer in pairs:
        at = f"encoder.layer.{number}."
        for name, theirs in (
            ("query", "attention.self.query"), ("key", "attention.self.key"), ("value", "attention.self.value"),
            ("output", "attention.output.dense"), ("attention_norm", "attention.output.LayerNorm"),
            ("up", "intermediate.dense"), ("down", "output.dense"), ("feed_norm", "output.LayerNorm"),
        ):  # fmt: skip
            copy(getattr(layer, name), weights, at + theirs)


def copy(module: nn.Module, weights: dict[str, Tensor], name: str) -> None:
    """Copy a module's weight and, where it has one, its bias."""
    with torch.no_grad():
        module.weight.copy_(weights[f"{name}.weight"])
        if getattr(module, "bias", None) is not None:
            module.bias.copy_(weights[f"{name}.bias"])
