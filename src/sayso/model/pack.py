"""The model pack. In: a folder with model.onnx, roles.onnx, tokenizer.json and manifest.json; out: a Pack that tags.

The pack that ships inside the package is the default. Its files are held to the digests in the manifest once, when it
is opened: a damaged model must not read news.
"""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import msgspec
import numpy as np
import onnxruntime
from tokenizers import Tokenizer

from sayso.errors import ModelError
from sayso.model.decode import Floats
from sayso.model.sense import MentionScores
from sayso.model.tagger import Tuning
from sayso.model.words import Ints

FORMAT = 2
PACK = Path(__file__).parent / "en"
FILES = ("model.onnx", "roles.onnx", "tokenizer.json")


class Manifest(msgspec.Struct, frozen=True, kw_only=True):
    """What the pack says of itself. ``digests`` are SHA-256 by file; ``transitions`` the scores of the steps between
    role labels (5 x 5); ``far`` what distance adds to a link between mentions; ``tuning`` how the tagger reads; the
    rest is for people."""

    format: int
    name: str
    lang: str
    digests: dict[str, str]
    transitions: list[list[float]]
    far: list[float]
    tuning: dict[str, float]
    base: str
    corpora: list[str]
    licence: str
    scores: dict[str, dict[str, float]]
    made_with: str


class OnnxEngine:
    """The two graphs run by onnxruntime, ``threads`` windows at once, each on one thread: that scales better than one
    window on several."""

    def __init__(self, folder: Path, transitions: Floats, threads: int) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self.transitions, self.threads = transitions, threads
        self._cues, self._roles = (
            onnxruntime.InferenceSession(str(folder / name), options, providers=["CPUExecutionProvider"])
            for name in FILES[:2]
        )

    def cues(self, ids: Ints, features: Ints, first: Ints) -> tuple[Floats, Floats, MentionScores]:
        states, scores, *mentions = self._cues.run(None, {"ids": ids, "features": features, "first": first})
        return states, scores, MentionScores(*mentions)

    def roles(self, states: Floats, part: Ints) -> Floats:
        scores: Floats = self._roles.run(None, {"states": states, "part": part})[0]
        return scores


def cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@dataclass(frozen=True, slots=True)
class Pack:
    """An opened pack: what the tagger needs. ``digest`` names the model in ``MadeBy``: the manifest's SHA-256."""

    manifest: Manifest
    digest: str
    tokenizer: Tokenizer
    engine: OnnxEngine
    tuning: Tuning
    far: Floats


def open_pack(folder: Path = PACK, threads: int | None = None) -> Pack:
    """Open a pack, once. Raises ModelError when a file is missing, damaged, or of another format."""
    return load_pack(folder, threads or cores())


@lru_cache(maxsize=4)
def load_pack(folder: Path, threads: int) -> Pack:
    manifest, digest = read_manifest(folder)
    for name in FILES:
        check_digest(folder / name, manifest.digests.get(name, ""))
    transitions = np.array(manifest.transitions, dtype=np.float32)
    return Pack(
        manifest,
        digest,
        Tokenizer.from_file(str(folder / "tokenizer.json")),
        OnnxEngine(folder, transitions, threads),
        msgspec.convert(manifest.tuning, Tuning, strict=False),
        np.array(manifest.far, dtype=np.float32),
    )


def read_manifest(folder: Path) -> tuple[Manifest, str]:
    """The manifest and its digest. Raises ModelError."""
    path = folder / "manifest.json"
    try:
        raw = path.read_bytes()
        found = msgspec.json.decode(raw).get("format")
        if found != FORMAT:
            raise ModelError(
                f"{path}: the pack has format {found!r} and this version of sayso reads format {FORMAT}; "
                "install the version that the pack was made for, or export the model again."
            )
        return msgspec.json.decode(raw, type=Manifest), hashlib.sha256(raw).hexdigest()
    except OSError as error:
        raise ModelError(f"{folder}: no model pack there ({error.strerror}); reinstall sayso.") from error
    except (msgspec.MsgspecError, AttributeError) as error:
        raise ModelError(f"{path}: not a manifest ({error}); reinstall sayso or export the model again.") from error


def check_digest(path: Path, wanted: str) -> None:
    """Raise ModelError unless the file has the SHA-256 that the manifest gives."""
    try:
        with path.open("rb") as file:
            found = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise ModelError(f"{path}: a file of the model pack is missing ({error.strerror}); reinstall sayso.") from error
    if found != wanted:
        raise ModelError(
            f"{path}: SHA-256 is {found[:12]}… and the manifest says {wanted[:12]}…: the file is damaged or of another "
            "pack; reinstall sayso."
        )
