"""``python -m benchmarks.before REVISION``: how many times as long reading takes as it did at a git revision. In: the
revision; out: one line. Both versions read the same generated pages in processes of their own, turn by turn, so that
what else the machine does falls on both.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from subprocess import PIPE, run

ROOT = Path(__file__).resolve().parents[1]
PAIRS = 3


def seconds(tree: Path, articles: int, threads: int) -> float:
    """How long the version in a working tree takes, by its own benchmark."""
    command = [sys.executable, "-m", "benchmarks.child", "sayso", "800", str(articles), str(threads)]
    environment = {**os.environ, "PYTHONPATH": f"{tree / 'src'}{os.pathsep}{tree}"}
    done = run(command, stdout=PIPE, check=True, cwd=tree, env=environment, text=True)
    return float(done.stdout.split('"seconds": ')[1].split(",")[0])


def ratio(revision: str, articles: int, threads: int) -> float:
    """The median ratio of the times of this version and of a revision."""
    with tempfile.TemporaryDirectory() as folder:
        before = Path(folder, "before")
        run(["git", "worktree", "add", "--quiet", "--detach", str(before), revision], check=True, cwd=ROOT)
        try:
            return median(seconds(ROOT, articles, threads) / seconds(before, articles, threads) for _ in range(PAIRS))
        finally:
            run(["git", "worktree", "remove", "--force", str(before)], check=True, cwd=ROOT)


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.before", description="Speed against a git revision.")
    parser.add_argument("revision", help="a commit or tag of this repository")
    parser.add_argument("--articles", type=int, default=100, help="pages of 800 words; 100 by default")
    parser.add_argument("--threads", type=int, default=2, help="threads that the model runs on")
    options = parser.parse_args(arguments)
    times = ratio(options.revision, options.articles, options.threads)
    print(f"{times:.2f} times as long as at {options.revision}, {options.articles} pages, {options.threads} threads")
    return 0


if __name__ == "__main__":
    sys.exit(main())
