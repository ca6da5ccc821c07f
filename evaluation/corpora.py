"""The data that quality is measured on. In: the folder of shared data (SAYSO_SHARED, else ``shared`` beside the
checkout); out: corpora of articles with their gold attributions, each with its digest, and the scorers that stand
beside the data. The data may not be passed on, so whoever lacks it gets None and a message, never an error.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

POLNEAR, GOLD, GOLD_RU = "PolNeAR dev", "gold/dev/en", "gold/dev/ru"
MISSING = (
    "The shared data is not here: neither the folder that SAYSO_SHARED names nor the folder `shared` beside the "
    "checkout holds {missing}."
)


class EvaluationError(Exception):
    """What was to be measured cannot be: the message says why, and what to do."""


@dataclass(frozen=True, slots=True)
class Article:
    """A text and its gold: attributions as the corpus has them, spans as [start, end] in code points. ``published`` is
    the day, where the corpus tells it."""

    id: str
    text: str
    gold: tuple[Mapping[str, Any], ...]
    published: str | None = None


@dataclass(frozen=True, slots=True)
class Corpus:
    """``digest`` is the SHA-256 of the corpus's files one after another, in the order of their names (what
    ``cat FILE… | sha256sum`` prints). ``path`` is its file or folder, ``lang`` the language of its articles."""

    name: str
    digest: str
    path: Path
    articles: tuple[Article, ...]
    lang: str = "en"


def find_shared() -> Path | None:
    """The folder of shared data; None where there is none."""
    named = os.environ.get("SAYSO_SHARED")
    folder = Path(named) if named else Path(__file__).resolve().parents[2] / "shared"
    return folder if folder.is_dir() else None


def load_corpora(shared: Path | None) -> tuple[Corpus, ...] | None:
    """PolNeAR dev, gold/dev/en and gold/dev/ru, in this order; None where one of them, or a scorer, is missing."""
    if shared is None or missing_from(shared):
        return None
    english, russian = gold(shared / PLACES["gold"]), gold(shared / PLACES["gold ru"], GOLD_RU, "ru")
    return polnear(shared / PLACES["polnear"]), english, russian


PLACES = {
    "polnear": "data/polnear/dev.jsonl",
    "gold": "gold/dev/en",
    "gold ru": "gold/dev/ru",
    "attribution scorer": "tools/score_attribution.py",
    "statement scorer": "tools/score_statements.py",
}


def missing_from(shared: Path | None) -> list[str]:
    """What of PLACES the folder lacks."""
    return [place for place in PLACES.values() if shared is None or not (shared / place).exists()]


def missing_message(shared: Path | None) -> str:
    return MISSING.format(missing=" and ".join(missing_from(shared)))


def polnear(path: Path, name: str = POLNEAR) -> Corpus:
    """A file of PolNeAR; of several annotators the first is the gold, as in the shared scorer."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    articles = (Article(r["id"], r["text"], tuple(r["annotations"][0]["attributions"])) for r in rows)
    return Corpus(name, digest([path]), path, tuple(articles))


def gold(folder: Path, name: str = GOLD, lang: str = "en") -> Corpus:
    """A folder of gold articles: NAME.txt is what is read, NAME.json what is in it."""
    files = sorted(file for file in folder.iterdir() if file.suffix in (".txt", ".json"))
    articles = []
    for file in (f for f in files if f.suffix == ".json"):
        row = json.loads(file.read_text(encoding="utf-8"))
        text = file.with_suffix(".txt").read_bytes().decode("utf-8")
        if text != row["text"]:
            raise EvaluationError(f"{file.name}: its text is not that of the .txt beside it; fetch the data again.")
        articles.append(Article(file.stem, text, tuple(row["statements"]), (row.get("published") or "")[:10] or None))
    return Corpus(name, digest(files), folder, tuple(articles), lang)


def digest(files: Iterable[Path]) -> str:
    """The SHA-256 of files, one after another in the order of their names."""
    total = hashlib.sha256()
    for file in sorted(files):
        total.update(file.read_bytes())
    return total.hexdigest()


@cache
def load_tool(path: Path) -> ModuleType:
    """A shared scorer as a module: it is imported from where it lies, never copied."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None:
        raise EvaluationError(f"{path.name}: not a Python file.")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
