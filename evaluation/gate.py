"""``python -m evaluation.gate``: quality beside its floors. In: the corpora and floors.json; out: a table, and exit 0
when every figure is at or over its floor, 1 when one is under, 2 when that cannot be told. Without the shared data
it says so and exits 0, with ``--require`` 1.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from evaluation.corpora import (
    GOLD,
    GOLD_RU,
    POLNEAR,
    Corpus,
    EvaluationError,
    find_shared,
    load_corpora,
    missing_message,
)
from evaluation.figures import Figures, read_corpus, score_gold, score_polnear
from evaluation.floors import FLOORS, Floors, Verdict, judge, load_floors, pin, save_floors

# What the gate holds: the figure, and which of precision, recall and F1. Spans and words as PolNeAR's literature
# reports them; on the gold articles what a reader gets: found at all, with its source, of the right form, by whom, of
# which kind and side, and through whom; when, to whom, where, as what act, on what condition, with which figures.
OF_A_STATEMENT = (
    *("found f1", "linked f1", "form recall", "speaker precision", "speaker recall", "speaker or null precision"),
    *("kind precision", "kind recall", "side precision", "side recall", "via f1"),
    *("said_on f1", "act f1", "act, not state f1", "addressee f1", "venue f1", "condition f1", "figures f1"),
)
HELD = {
    POLNEAR: ("linked f1", "exact f1", "source= f1", "cue= f1", "content= f1", "content f1"),
    GOLD: OF_A_STATEMENT,
    GOLD_RU: OF_A_STATEMENT,
}


def measure(shared: Path, corpus: Corpus, threads: int | None) -> Figures:
    """All figures of a corpus, read with sayso."""
    found = read_corpus(corpus, threads)
    if corpus.name == POLNEAR:
        return score_polnear(shared, corpus.articles, found)
    return score_gold(shared, corpus, found)


def held(corpus: str, figures: Figures) -> dict[str, float]:
    """The figures that the gate holds, by name: ``linked f1`` → value."""
    return {name: figures[name.rsplit(" ", 1)[0]][name.rsplit(" ", 1)[1]] for name in HELD[corpus]}


def table(corpus: str, verdicts: Sequence[Verdict]) -> str:
    """Verdicts as lines of text."""
    lines = [f"{corpus:20} {'value':>7} {'floor':>7} {'margin':>8}"]
    for v in verdicts:
        note = "" if v.passed else "  UNDER ITS FLOOR"
        lines.append(f"  {v.figure:18} {v.value:7.3f} {v.floor:7.3f} {v.margin:+8.3f}{note}")
    return "\n".join(lines)


def check_all(measured: Sequence[tuple[Corpus, Figures]], floors: Floors) -> bool:
    """Print every verdict; whether all passed."""
    passed = True
    for corpus, figures in measured:
        verdicts = judge(corpus.name, corpus.digest, held(corpus.name, figures), floors)
        passed = passed and all(v.passed for v in verdicts)
        print(table(corpus.name, verdicts))
    return passed


def pin_all(measured: Sequence[tuple[Corpus, Figures]], floors: Floors, reason: str | None, path: Path) -> None:
    """Write new floors, and print them."""
    for corpus, figures in measured:
        floors = pin(corpus.name, corpus.digest, held(corpus.name, figures), floors, reason)
    save_floors(floors, path)
    check_all(measured, floors)


def run(options: argparse.Namespace) -> int:
    shared = find_shared()
    corpora = load_corpora(shared)
    if shared is None or corpora is None:
        print(f"{missing_message(shared)} The quality gate is {'not passed' if options.require else 'skipped'}.")
        return 1 if options.require else 0
    floors = load_floors(options.floors)
    measured = [(corpus, measure(shared, corpus, options.threads)) for corpus in corpora]
    if options.write_floors:
        pin_all(measured, floors, options.lower, options.floors)
        return 0
    return 0 if check_all(measured, floors) else 1


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m evaluation.gate", description="Quality beside its floors.")
    parser.add_argument("--require", action="store_true", help="fail where the shared data is missing")
    parser.add_argument("--write-floors", action="store_true", help="pin floors a margin under today's figures")
    parser.add_argument("--lower", metavar="REASON", help="let --write-floors lower a floor; the reason is kept")
    parser.add_argument("--threads", type=int, help="threads that the model runs on; all cores by default")
    parser.add_argument("--floors", type=Path, default=FLOORS, help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.lower is not None and not options.write_floors:
        parser.error("--lower goes with --write-floors: nothing is lowered otherwise.")
    try:
        return run(options)
    except EvaluationError as error:
        print(error, file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main())
