"""A window's arrays for the encoder. In: words, pieces and a window; out: piece numbers with [CLS] and [SEP], the
features of each piece, and where each word's first piece stands."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sayso.model.pieces import Pieces
from sayso.model.windows import Window
from sayso.model.words import Ints, Words

CLS, SEP = 101, 102


@dataclass(frozen=True, slots=True)
class WindowArrays:
    """``ids`` (pieces,), ``features`` (pieces, 3): shape, gap, quoted; ``first`` (words,): positions in ``ids``."""

    ids: Ints
    features: Ints
    first: Ints


def window_arrays(words: Words, pieces: Pieces, window: Window) -> WindowArrays:
    """The arrays of one window."""
    low, high = pieces.edge[window.start], pieces.edge[window.stop]
    ids = np.concatenate(([CLS], pieces.ids[low:high], [SEP]))
    chosen = slice(window.start, window.stop)
    by_word = np.stack((words.shape[chosen], words.gap[chosen], words.quoted[chosen]), axis=1)
    features = np.zeros((len(ids), 3), dtype=np.int64)
    features[1:-1] = np.repeat(by_word, pieces.count[chosen], axis=0)
    return WindowArrays(ids, features, pieces.edge[window.start : window.stop] - low + 1)
