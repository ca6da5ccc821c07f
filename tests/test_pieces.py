"""Word pieces and a window's arrays, with the vocabulary of the pack."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tokenizers import Tokenizer

from sayso.model.features import CLS, SEP, window_arrays
from sayso.model.pack import PACK
from sayso.model.pieces import MOST_PIECES, split_pieces
from sayso.model.windows import Window, plan_windows
from sayso.model.words import split_words

TOKENIZER = Tokenizer.from_file(str(PACK / "tokenizer.json"))


@given(st.text(max_size=80))
@settings(max_examples=60)
def test_every_word_has_its_pieces(text: str) -> None:
    words = split_words(text)
    pieces = split_pieces(TOKENIZER, words)
    assert len(pieces.count) == len(words)
    assert ((pieces.count >= 1) & (pieces.count <= MOST_PIECES)).all()
    assert pieces.edge.tolist() == [0, *np.cumsum(pieces.count).tolist()]
    assert len(pieces.ids) == pieces.edge[-1]


@pytest.mark.parametrize("word", ["\u0301", "\ufffd", "\u200d", "🙂"])
def test_a_word_that_the_normalizer_swallows_is_one_piece(word: str) -> None:
    assert split_pieces(TOKENIZER, split_words(word)).count.tolist() == [1]


def test_the_pieces_of_a_word_do_not_hang_on_its_neighbours() -> None:
    alone, after = (split_pieces(TOKENIZER, split_words(text)) for text in ("harbourmaster", "the harbourmaster"))
    assert alone.ids.tolist() == after.ids[after.edge[1] :].tolist()


def test_a_hash_is_cut_short() -> None:
    words = split_words("see " + "9f8a7c6b5d4e3f2a" * 4 + " there")
    assert split_pieces(TOKENIZER, words).count.tolist() == [1, MOST_PIECES, 1]


def test_the_arrays_of_a_window() -> None:
    words = split_words("She said “the harbourmaster left”.\nNobody else did.")
    pieces = split_pieces(TOKENIZER, words)
    arrays = window_arrays(words, pieces, Window(2, 7, 2, 7))
    assert (arrays.ids[0], arrays.ids[-1]) == (CLS, SEP)
    assert arrays.ids[1:-1].tolist() == pieces.ids[pieces.edge[2] : pieces.edge[7]].tolist()
    assert not arrays.features[[0, -1]].any()
    # Each word's first piece carries its word's shape, gap and quotation.
    own = np.stack((words.shape, words.gap, words.quoted), axis=1)[2:7]
    assert (arrays.features[arrays.first] == own).all()


def test_special_pieces_are_those_of_the_vocabulary() -> None:
    assert (TOKENIZER.token_to_id("[CLS]"), TOKENIZER.token_to_id("[SEP]")) == (CLS, SEP)


def test_windows_of_a_text_hold_all_its_pieces() -> None:
    words = split_words("The gate stays open, she said.\n" * 40)
    pieces = split_pieces(TOKENIZER, words)
    cores = [
        window_arrays(words, pieces, Window(w.core_start, w.core_stop, w.core_start, w.core_stop)).ids[1:-1]
        for w in plan_windows(pieces.edge, words.paragraph, 50, 10)
    ]
    assert np.concatenate(cores).tolist() == pieces.ids.tolist()
