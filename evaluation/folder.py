"""``python -m evaluation.folder FOLDER``: every figure on a folder of articles annotated by the guideline (NAME.txt and
NAME.json), for whoever annotates more. In: the folder and its language; out: a table.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from evaluation.corpora import EvaluationError, find_shared, gold, missing_message
from evaluation.figures import read_corpus, score_gold
from evaluation.report import GOLD_ROWS, SPEAKER_ROWS
from evaluation.tables import figure, table


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m evaluation.folder", description="Figures on annotated articles.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--lang", default="ru", help="the language of the articles; ru by default")
    options = parser.parse_args(arguments)
    shared = find_shared()
    if shared is None:
        print(f"{missing_message(shared)} The scorer lies there.", file=sys.stderr)
        return 1
    try:
        corpus = gold(options.folder, options.folder.name, options.lang)
        figures = score_gold(shared, corpus, read_corpus(corpus))
    except (EvaluationError, OSError) as error:
        print(error, file=sys.stderr)
        return 2
    rows = [[r, *(figure(figures[r][k]) for k in ("precision", "recall", "f1"))] for r in (*GOLD_ROWS, *SPEAKER_ROWS)]
    print(table([f"{len(corpus.articles)} articles", "precision", "recall", "F1"], rows))
    return 0


if __name__ == "__main__":
    sys.exit(main())
