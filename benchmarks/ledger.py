"""``python -m benchmarks.ledger``: adding to a ledger and searching it. In: how many statements, and where; out: rows
added a second, the size, and the median and 95th percentile of each kind of search, in milliseconds.

The statements are generated: words by Zipf's law, 2,000 speakers, 40 outlets, ten statements an article. With
``--postgres URL`` the same goes to an empty PostgreSQL database in the same run.
"""

from __future__ import annotations

import argparse
import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from itertools import accumulate
from pathlib import Path
from typing import get_args

from benchmarks.machine import machine_rows
from sayso.ledger.ledger import Ledger
from sayso.ledger.query import parse_query
from sayso.records import Act, Document, MadeBy, Reading, Speaker, Statement, When
from sayso.spans import Span

EACH = 10  # statements of an article
SIDES = ("Portugal", "Norway", "Chile", "Japan", "Kenya", None)
ROUNDS = 40  # searches of a kind
SEARCHES = {
    "a frequent word": "w5",
    "a rare word": "w{rare}",
    "two words": "w{some} w{other}",
    "a phrase": '"w1 w2"',
    "a word and a speaker": "w{some} speaker:Person{who}",
    "a word, side, act and days": "w{some} side:Norway act:promise since:2024-03 until:2024-09",
    "a speaker": "speaker:Person{who}",
    "days": "since:2024-06-01 until:2024-06-02",
    "an outlet and an act": "outlet:outlet{outlet} act:deny",
}


def generated(articles: int) -> Iterator[Reading]:
    """Readings, the same in every run."""
    chance = random.Random(5)
    weights = list(accumulate(1 / (n + 1) for n in range(50_000)))
    names = [f"w{n}" for n in range(50_000)]
    acts = get_args(Act)
    for number in range(articles):
        text, statements = "", []
        day = f"2024-{chance.randint(1, 12):02d}-{chance.randint(1, 28):02d}"
        for n in range(EACH):
            who = f"Person{int(chance.paretovariate(0.6)) % 2000}"
            content = " ".join(chance.choices(names, cum_weights=weights, k=16))
            start = len(text)
            text += f"{who} said {content}. "
            cue, said = start + len(who) + 1, start + len(who) + 6
            whole = Span(said, said + len(content))
            speaker = Speaker(
                name=who, kind="person", rule="name", confidence=1.0, side=SIDES[(len(who) + n) % len(SIDES)]
            )
            statements.append(
                Statement(
                    id=f"{number}-{n}", source=(Span(start, start + len(who)),), cue=(Span(cue, cue + 4),),
                    content=(whole,), form="indirect", form_rule="reported", rule="model", speaker=speaker,
                    act=chance.choice(acts), said_on=When(span=whole, value=day, rule="beside the cue"),
                )
            )  # fmt: skip
        document = Document(
            id=f"a{number}", text=text, lang="en", url=f"https://a.example/{number}", published=day,
            outlet=f"Outlet{chance.randrange(40)}",
        )  # fmt: skip
        yield Reading(
            document=document, statements=tuple(statements), faults=(), made_by=MadeBy(version="0", model=None)
        )


def fill(ledger: Ledger, articles: int) -> float:
    """Add them; statements a second."""
    taken = 0.0
    for reading in generated(articles):
        started = time.perf_counter()
        ledger.add(reading)
        taken += time.perf_counter() - started
    return articles * EACH / taken


def times(ledger: Ledger, pattern: str) -> tuple[float, float, int]:
    """The median and the 95th percentile of searches of a kind in milliseconds, and how many hits they had together."""
    chance, taken, hits = random.Random(7), [], 0
    for _ in range(ROUNDS):
        drawn = {
            "rare": chance.randint(5_000, 40_000),
            "some": chance.randint(10, 400),
            "other": chance.randint(10, 400),
        }
        query = parse_query(pattern.format(**drawn, who=chance.randint(1, 50), outlet=chance.randrange(40)))
        started = time.perf_counter()
        hits += len(ledger.search(query))
        taken.append((time.perf_counter() - started) * 1000)
    return statistics.median(taken), statistics.quantiles(taken, n=20)[-1], hits


def size_of(ledger: Ledger) -> int:
    """The bytes that a ledger takes."""
    if ledger.database.path:
        return ledger.database.path.stat().st_size
    with ledger.database.looking() as connection:
        return int(connection.exec_driver_sql("SELECT pg_database_size(current_database())").scalar_one())


def report(name: str, ledger: Ledger, articles: int) -> None:
    """Fill a ledger, where there are articles to fill it with, and search it."""
    rate = f"{fill(ledger, articles):.0f} statements added a second, " if articles else ""
    print(f"{name}: {rate}{size_of(ledger) / 2**20:.0f} MiB", flush=True)
    for kind, pattern in SEARCHES.items():
        median, most, hits = times(ledger, pattern)
        print(f"  {kind:28} p50 {median:8.1f} ms   p95 {most:8.1f} ms   {hits / ROUNDS:5.1f} hits", flush=True)


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.ledger", description=__doc__)
    parser.add_argument("--statements", type=int, default=1_000_000)
    parser.add_argument("--postgres", help="the URL of an empty database")
    parser.add_argument("--ledger", help="search a ledger that this filled before, and fill none")
    options = parser.parse_args(arguments)
    print("\n".join(": ".join(row) for row in machine_rows(os.getloadavg()[0])), flush=True)
    articles = max(1, options.statements // EACH)
    if options.ledger:
        with Ledger(options.ledger, make=False) as ledger:
            report(ledger.name, ledger, 0)
        return 0
    with tempfile.TemporaryDirectory() as folder, Ledger(Path(folder) / "ledger.sqlite") as ledger:
        report("SQLite", ledger, articles)
    if options.postgres:
        with Ledger(options.postgres) as ledger:
            report("PostgreSQL", ledger, articles)
    return 0


if __name__ == "__main__":
    sys.exit(main())
