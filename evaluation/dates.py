"""``python -m evaluation.dates``: expressions of time beside TempEval-3's. In: the TimeML files of the shared data;
out: how many of its dates and periods are found (spans that meet), and of these how many have its value.

TimeBank was looked at while the rules were written, AQUAINT was not. Left out are expressions that name no time
(PRESENT_REF and the like), repeated ones (SET) and those that TimeML itself leaves open (X in the value). A time of day
counts as its day, a week as the month that holds it, and a quarter, half or season as its year, as sayso writes them.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

from evaluation.corpora import find_shared, missing_message
from sayso.dates.calendar import common
from sayso.dates.timeline import timeline
from sayso.languages import LANGUAGES
from sayso.spans import Span, cut, meets
from sayso.text import tokens

FOLDERS = ("TimeBank", "AQUAINT")
NAMED = re.compile(r"^\d{4}(-|$)|^P(T?\d)")
WEEK = re.compile(r"(\d{4})-W(\d\d)")


@dataclass(frozen=True, slots=True)
class Timex:
    """An expression: its span, its value, and whether it is a period."""

    span: Span
    value: str | None
    period: bool
    words: str


def gold_of(path: Path) -> tuple[str, str, list[Timex]]:
    """A document's text, its day, and its expressions."""
    root = ElementTree.parse(path).getroot()
    day = root.find("DCT/TIMEX3")
    body = root.find("TEXT")
    assert day is not None
    assert body is not None
    text, found = "", []

    def walk(node: ElementTree.Element) -> None:
        nonlocal text
        start = len(text)
        text += node.text or ""
        for child in node:
            walk(child)
            text += child.tail or ""
        if node.tag == "TIMEX3":
            value, kind = node.get("value", ""), node.get("type")
            if NAMED.match(value) and "X" not in value and kind != "SET":
                span = Span(start, len(text))
                found.append(Timex(span, plain_value(value), value.startswith("P"), text[start:]))

    walk(body)
    return text, day.get("value", "")[:10], found


def plain_value(value: str) -> str | None:
    """TimeML's value as sayso writes it."""
    week = WEEK.match(value)
    if week:
        year, number = int(week[1]), int(week[2])
        return common(date.fromisocalendar(year, number, 1), date.fromisocalendar(year, number, 7))
    if value.startswith("P"):
        return value
    return re.sub(r"(T.*|-(Q\d|H\d|SP|SU|FA|WI))$", "", value)


def found_in(text: str, day: str) -> list[Timex]:
    """What sayso finds in an English text of a day."""
    line = timeline(text, tokens(text), LANGUAGES["en"], day)
    rows = []
    for timed in line.times:
        when, length = line.read(timed), timed.expression.moment is None
        rows.append(Timex(timed.span, when.period or when.value, length, cut(text, timed.span)))
    return rows


def pairs(gold: Sequence[Timex], found: Sequence[Timex]) -> Iterator[tuple[Timex, Timex | None]]:
    """Each gold expression with the one found that meets it."""
    for timex in gold:
        yield timex, next((f for f in found if meets(f.span, timex.span)), None)


def score(folder: Path, show: bool) -> Counter[str]:
    """The counts of a folder."""
    counts: Counter[str] = Counter()
    for path in sorted(folder.glob("*.tml")):
        text, day, gold = gold_of(path)
        for timex, found in pairs(gold, found_in(text, day)):
            kind = "period" if timex.period else "date"
            counts[f"{kind}s"] += 1
            counts[f"{kind}s found"] += found is not None
            counts[f"{kind}s right"] += found is not None and found.value == timex.value
            if show and (found is None or found.value != timex.value):
                print(f"{path.stem}\t{day}\t{timex.words!r}\t{timex.value}\t{found and (found.words, found.value)}")
    return counts


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m evaluation.dates", description="Dates beside TempEval-3's.")
    parser.add_argument("--show", action="store_true", help="print what differs in TimeBank")
    options = parser.parse_args(arguments)
    shared = find_shared()
    if shared is None:
        print(missing_message(shared))
        return 0
    print(f"{'':10} {'dates':>6} {'found':>6} {'right':>6} {'periods':>8} {'found':>6} {'right':>6}")
    for name in FOLDERS:
        c = score(shared / "data/tempeval3" / name, options.show and name == FOLDERS[0])
        shares = [c[f"{k} {what}"] / max(1, c[k]) for k in ("dates", "periods") for what in ("found", "right")]
        row = [f"{name:10}", f"{c['dates']:6}", *(f"{x:6.3f}" for x in shares[:2])]
        print(*row, f"{c['periods']:8}", *(f"{x:6.3f}" for x in shares[2:]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
