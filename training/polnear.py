"""PolNeAR into examples. In: a file as in data/polnear; out: for every article and every annotator one Example whose
attributions are sets of word numbers."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

from sayso.model.pieces import Pieces, split_pieces
from sayso.model.words import Words, split_words


@dataclass(frozen=True, slots=True)
class Roles:
    """One attribution in word numbers: runs of (first, last + 1) for each role."""

    source: list[tuple[int, int]]
    cue: list[tuple[int, int]]
    content: list[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Example:
    """An article as one annotator read it. ``weight`` is 1 over the root of the number of its annotators."""

    id: str
    words: Words
    pieces: Pieces
    roles: list[Roles]
    weight: float


def word_runs(words: Words, spans: list[list[int]]) -> list[tuple[int, int]]:
    """The runs of words that lie in the spans by more than half, without the marks at the outer edges."""
    runs = []
    for start, stop in sorted(spans):
        middle = (words.start + words.stop) / 2
        inside = np.flatnonzero((middle > start) & (middle < stop))
        while len(inside) and words.shape[inside[0]] == 0 and words.word(int(inside[0])) not in "$€£#@":
            inside = inside[1:]
        while len(inside) and words.shape[inside[-1]] == 0 and words.word(int(inside[-1])) not in "%)]":
            inside = inside[:-1]
        if len(inside):
            runs.append((int(inside[0]), int(inside[-1]) + 1))
    return runs


def load_examples(path: Path, tokenizer: Tokenizer, *, first_only: bool = False) -> list[Example]:
    """The examples of a file; with ``first_only`` the first annotator's alone."""
    examples = []
    for line in path.read_text(encoding="utf-8").splitlines():
        article = json.loads(line)
        words = split_words(article["text"])
        pieces = split_pieces(tokenizer, words)
        views = article["annotations"][:1] if first_only else article["annotations"]
        for view in views:
            roles = [
                Roles(*(word_runs(words, a.get(r) or []) for r in ("source", "cue", "content")))
                for a in view["attributions"]
            ]
            examples.append(Example(article["id"], words, pieces, roles, 1.0 / len(views) ** 0.5))
    return examples
