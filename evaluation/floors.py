"""The floors of the gate. In: figures and the floors pinned for a corpus; out: verdicts, and new floors. A floor rises
by itself and sinks only with a reason, which is kept.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec

from evaluation.corpora import EvaluationError

FLOORS = Path(__file__).with_name("floors.json")
MARGIN = 0.005  # between a measured figure and the floor pinned under it: what rounding and threads may move


class Lowered(msgspec.Struct, frozen=True, kw_only=True):
    """A floor that was lowered on purpose. ``figure`` is ``digest`` where the corpus itself was changed."""

    corpus: str
    figure: str
    before: float | str
    after: float | str
    reason: str


class Pinned(msgspec.Struct, frozen=True, kw_only=True):
    """The floors of one corpus: the figure (``linked f1``) and the least value that passes."""

    digest: str
    floors: dict[str, float]


class Floors(msgspec.Struct, frozen=True, kw_only=True):
    """floors.json."""

    corpora: dict[str, Pinned]
    lowered: tuple[Lowered, ...] = ()


class Verdict(msgspec.Struct, frozen=True):
    """A figure beside its floor."""

    figure: str
    value: float
    floor: float

    @property
    def margin(self) -> float:
        return self.value - self.floor

    @property
    def passed(self) -> bool:
        return self.value >= self.floor


def judge(corpus: str, digest: str, values: Mapping[str, float], floors: Floors) -> list[Verdict]:
    """Every pinned figure of a corpus beside its floor. Raises EvaluationError when the corpus is not the one that the
    floors were pinned on, or a figure was not measured."""
    pinned = floors.corpora.get(corpus)
    if pinned is None:
        raise EvaluationError(f"{corpus}: no floors are pinned for it; pin them with --write-floors.")
    if pinned.digest != digest:
        raise EvaluationError(
            f"{corpus}: its digest is {digest[:12]}… and its floors were pinned on {pinned.digest[:12]}…: the data is "
            "not the same. Fetch that data, or pin anew with --write-floors --lower REASON."
        )
    if lacking := sorted(set(pinned.floors) - set(values)):
        raise EvaluationError(f"{corpus}: {', '.join(lacking)} has a floor and was not measured.")
    return [Verdict(figure, values[figure], floor) for figure, floor in pinned.floors.items()]


def pin(corpus: str, digest: str, values: Mapping[str, float], floors: Floors, reason: str | None) -> Floors:
    """The floors with those of one corpus pinned a margin under its values; a floor that its value still passes never
    sinks. Raises EvaluationError when a value is under its floor, or the corpus is another, and no reason is given."""
    old = floors.corpora.get(corpus)
    before = old.floors if old else {}
    new = {figure: floor_for(value, before.get(figure, 0.0)) for figure, value in values.items()}
    sunk: list[tuple[str, Any, Any]] = [("digest", old.digest, digest)] if old and old.digest != digest else []
    sunk += [(figure, floor, new.get(figure, 0.0)) for figure, floor in before.items() if new.get(figure, 0.0) < floor]
    if sunk and not (reason or "").strip():
        told = "; ".join(f"{figure} from {was} to {now}" for figure, was, now in sunk)
        raise EvaluationError(f"{corpus}: this lowers {told}. If that is meant, say why with --lower REASON.")
    lowered = [
        Lowered(corpus=corpus, figure=figure, before=was, after=now, reason=str(reason)) for figure, was, now in sunk
    ]
    corpora = {**floors.corpora, corpus: Pinned(digest=digest, floors=new)}
    return Floors(corpora=corpora, lowered=(*floors.lowered, *lowered))


def floor_for(value: float, before: float) -> float:
    """A margin under the value, in thousandths; the floor before where that is higher and the value still passes it."""
    fresh = math.floor((value - MARGIN) * 1000 + 1e-6) / 1000
    return max(fresh, before) if value >= before else fresh


def load_floors(path: Path = FLOORS) -> Floors:
    """The floors of a file; ``save_floors`` is the inverse. None pinned where there is no file."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=Floors)
    except FileNotFoundError:
        return Floors(corpora={})
    except msgspec.MsgspecError as error:
        raise EvaluationError(f"{path.name}: not a file of floors ({error}); mend it or take it from git.") from error


def save_floors(floors: Floors, path: Path = FLOORS) -> None:
    path.write_bytes(msgspec.json.format(msgspec.json.encode(floors), indent=2) + b"\n")
