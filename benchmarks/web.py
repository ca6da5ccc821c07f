"""``python -m benchmarks.web``: how long the web pages take. In: how many statements, or a ledger that is there; out:
the median and the 95th percentile of each kind of page in milliseconds, with the largest of its answers in kB.

The ledger is the generated one of ``benchmarks.ledger``. The whole application answers, HTML and all, without a network
between; the server has been asked each kind of page once before.
"""

from __future__ import annotations

import argparse
import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from starlette.testclient import TestClient

from benchmarks.ledger import EACH, fill
from benchmarks.machine import machine_rows
from sayso.ledger.ledger import Ledger
from sayso.web.app import Desk
from sayso.web.safety import Guard

ROUNDS = 30  # requests of a kind
PAGES = {
    "home": "/",
    "a frequent word": "/?q=w5",
    "a word": "/?q=w{some}",
    "a word and a side": "/?q=w{some}+side:Norway",
    "a speaker's statements": "/?q=speaker:Person{who}",
    "an article": "/article/{article}",
    "somebody": "/speaker/{who}",
    "compare sides": "/compare?q=w{some}",
    "compare outlets, all": "/compare?by=outlet",
    "figures": "/figures?q=w{some}",
    "voices": "/voices?q=w{some}",
    "voices, all": "/voices",
    "a feed": "/feed.atom?q=w{some}",
}


def times(client: TestClient, pattern: str, articles: int) -> tuple[float, float, int]:
    """The median and the 95th percentile of a kind of page in milliseconds, and the largest answer in bytes."""
    chance, taken, largest = random.Random(7), [], 0
    for number in range(ROUNDS + 1):
        drawn = {"some": chance.randint(10, 400), "who": chance.randint(1, 50), "article": chance.randint(1, articles)}
        address = pattern.format(**drawn)
        started = time.perf_counter()
        answer = client.get(address)
        if number:  # the first warms what is read lazily
            taken.append((time.perf_counter() - started) * 1000)
        if answer.status_code != 200:
            raise SystemExit(f"{address}: {answer.status_code}")
        largest = max(largest, len(answer.content))
    return statistics.median(taken), statistics.quantiles(taken, n=20)[-1], largest


def report(ledger: Ledger, articles: int) -> None:
    with TestClient(Desk(ledger, Guard(("testserver",))).app()) as client:
        for kind, pattern in PAGES.items():
            median, most, largest = times(client, pattern, articles)
            print(f"  {kind:24} p50 {median:7.1f} ms   p95 {most:7.1f} ms   {largest / 1000:6.0f} kB", flush=True)


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.web", description=__doc__)
    parser.add_argument("--statements", type=int, default=1_000_000)
    parser.add_argument("--ledger", help="a ledger that benchmarks.ledger filled, instead of filling one")
    options = parser.parse_args(arguments)
    print("\n".join(": ".join(row) for row in machine_rows(os.getloadavg()[0])), flush=True)
    articles = max(1, options.statements // EACH)
    if options.ledger:
        with Ledger(options.ledger, make=False) as ledger:
            report(ledger, articles)
        return 0
    with tempfile.TemporaryDirectory() as folder, Ledger(Path(folder) / "ledger.sqlite") as ledger:
        fill(ledger, articles)
        report(ledger, articles)
    return 0


if __name__ == "__main__":
    sys.exit(main())
