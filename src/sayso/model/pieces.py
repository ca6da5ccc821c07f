"""Word pieces. In: words; out: for every word its pieces' numbers in the vocabulary, flat, with the count by word."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from tokenizers import Tokenizer

from sayso.model.words import Ints, Words

# Enough for any real word; a hash or a base64 line is cut short, its offsets stay whole.
MOST_PIECES = 8


@dataclass(frozen=True, slots=True)
class Pieces:
    """``ids`` of all words one after another, ``count`` of them by word (1 to MOST_PIECES); ``edge`` (words + 1,) is
    where each word's pieces begin in ``ids``, and the end."""

    ids: Ints
    count: Ints
    edge: Ints


def split_pieces(tokenizer: Tokenizer, words: Words) -> Pieces:
    """The pieces of each word; a word that the normalizer swallows (a lone combining mark) is one unknown piece."""
    unknown = tokenizer.token_to_id("[UNK]") or 0
    cache: dict[str, list[int]] = {}
    rows = [words.word(i) for i in range(len(words))]
    fresh = list(dict.fromkeys(rows))
    for word, encoding in zip(fresh, tokenizer.encode_batch_fast(fresh, add_special_tokens=False), strict=True):
        cache[word] = encoding.ids[:MOST_PIECES] or [unknown]
    ids = [piece for word in rows for piece in cache[word]]
    count = np.array([len(cache[word]) for word in rows], dtype=np.int64)
    return Pieces(np.array(ids, dtype=np.int64), count, np.concatenate(([0], np.cumsum(count))))
