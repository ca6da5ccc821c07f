"""``python -m benchmarks.speed``: how fast sayso reads, how much memory it takes and how long it takes to start. In:
generated pages; out: a table, with ``--write`` docs/speed.md. Every measurement is a process of its own, and stands
beside that of the cue-verb rival, which cleans the same HTML in the same run: the ratio holds on other machines, the
seconds do not.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from subprocess import DEVNULL, PIPE, run
from time import perf_counter

from benchmarks.machine import machine_rows
from benchmarks.pages import make_pages
from evaluation.tables import facts, table

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "speed.md"
LENGTHS, THREADS = {"en": (800, 200, 3000), "ru": (400, 1200)}, (1, 2)
NAMES = {"en": "English", "ru": "Russian"}
PEERS = {"en": "cue verbs", "ru": "quotation marks"}
STARTS = 5
SHORT = 200  # words of the article that a cold start reads
COMMAND = [sys.executable, "-c", "from sayso.cli import main; main()", "read", "--format", "jsonl"]
INTRODUCTION = """\
# Speed

`python -m benchmarks.speed --write` writes this page: HTML in, statements out, on generated pages
(`benchmarks/pages.py`). Seconds hold for this machine only. The ratio says how many times as long sayso takes as a
rival of `evaluation/`, plain rules over a list of words, which cleans the same HTML on one thread in the same run.
"""


@dataclass(frozen=True, slots=True)
class Measured:
    """What one process did, without its start: ``peak`` is its largest resident memory in MiB."""

    articles: int
    words: int
    statements: int
    seconds: float
    peak: float


def measure(reader: str, lang: str, words: int, articles: int, threads: int) -> Measured:
    """Let a process of its own read pages."""
    environment = {**os.environ, "OMP_NUM_THREADS": str(threads), "OPENBLAS_NUM_THREADS": str(threads)}
    task = [reader, str(words), str(articles), str(threads), lang]
    done = run([sys.executable, "-m", "benchmarks.child", *task], stdout=PIPE, check=True, cwd=ROOT, env=environment)
    return Measured(**json.loads(done.stdout))


def speed_row(lang: str, words: int, articles: int, threads: int) -> list[str]:
    """A row of the table: sayso on so many threads, and the ratio to the peer."""
    ours, peer = measure("sayso", lang, words, articles, threads), measure(PEERS[lang], lang, words, articles, 1)
    rate, peer_rate = ours.articles / ours.seconds, peer.articles / peer.seconds
    mean = round(ours.words / ours.articles)
    figures = (rate, ours.words / ours.seconds, ours.peak, peer_rate, peer.peak)
    shown = (f"{value:,.1f}" if value < 100 else f"{value:,.0f}" for value in figures)
    return [str(mean), str(ours.articles), str(threads), *shown, f"{peer_rate / rate:.1f}"]


def cold_start(arguments: Sequence[str], body: bytes) -> float:
    """The seconds of a whole process that reads one short article, the median of STARTS."""
    seconds = []
    for _ in range(STARTS):
        started = perf_counter()
        run(arguments, input=body, stdout=DEVNULL, stderr=DEVNULL, check=True, cwd=ROOT)
        seconds.append(perf_counter() - started)
    return median(seconds)


def start_row(lang: str) -> list[str]:
    page = next(make_pages(1, SHORT, lang))
    body = page.body if isinstance(page.body, bytes) else page.body.encode()
    ours = cold_start([*COMMAND, "-"], body)
    peer = cold_start([sys.executable, "-m", "benchmarks.child", PEERS[lang], str(SHORT), "1", "1", lang], b"")
    return [NAMES[lang], f"{ours:.2f}", f"{peer:.2f}", f"{ours / peer:.1f}"]


def report(articles: int) -> str:
    """The whole page. articles: how many of 800 words; of other lengths as many as have the same words together."""
    load = os.getloadavg()[0]
    words = articles * LENGTHS["en"][0]
    return "\n".join(
        (
            INTRODUCTION,
            "## Reading\n\nThe model is loaded before the clock starts. Memory is the largest that the process held.\n",
            *(f"{NAMES[lang]}:\n\n{speed_table(lang, words)}" for lang in LENGTHS),
            f"## Cold start\n\n`sayso read` on one short HTML page, the whole process, median of {STARTS}. The rival's "
            "process imports the same\nlibraries and loads no model.\n",
            table(["", "seconds", "rival: seconds", "ratio"], [start_row(lang) for lang in LENGTHS]),
            "## Made with\n",
            facts(machine_rows(load)),
        )
    )


def speed_table(lang: str, words: int) -> str:
    """The rows of a language. words: how many each row reads, about."""
    lengths = LENGTHS[lang]
    rows = [speed_row(lang, each, max(2, words // each), threads) for each in lengths for threads in THREADS]
    head = ["words an article", "articles", "threads", "articles/s", "words/s", "peak MiB"]
    peers = [f"{PEERS[lang]}: articles/s", f"{PEERS[lang]}: peak MiB", "ratio of times"]
    return table([*head, *peers], rows)


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed", description="Speed, memory and cold start.")
    parser.add_argument("--articles", type=int, default=200, help="pages of 800 words to read; 200 by default")
    parser.add_argument("--write", action="store_true", help="write docs/speed.md instead of printing")
    options = parser.parse_args(arguments)
    if options.articles < 2:
        parser.error("--articles needs 2 or more.")
    text = report(options.articles)
    if options.write:
        PAGE.write_text(text, encoding="utf-8")
    print(f"{PAGE.name} is written." if options.write else text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
