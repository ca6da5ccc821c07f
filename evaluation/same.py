"""``python -m evaluation.same LEDGER``: the groups of statements that a ledger takes for the same, for a person to
judge. In: a ledger's path or URL; out: how many there are, over how many outlets and languages, and every group with
its variants, a line each, tab-separated: group, id, outlet, day, speaker, words."""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from collections.abc import Sequence

from sayso.ledger.entry import Entry
from sayso.ledger.ledger import Ledger
from sayso.ledger.query import parse_query

WIDEST = 200  # characters of a statement that are printed


def groups_of(ledger: Ledger) -> tuple[int, list[list[Entry]]]:
    """How many statements there are, and the groups of more than one."""
    groups: dict[str, list[Entry]] = defaultdict(list)
    for article in ledger.articles(parse_query("")):
        for entry in article.entries:
            groups[entry.group].append(entry)
    return sum(map(len, groups.values())), [group for group in groups.values() if len(group) > 1]


def summary(statements: int, groups: Sequence[Sequence[Entry]]) -> str:
    """A line of counts."""
    held = sum(map(len, groups))
    outlets = sum(len({entry.outlet for entry in group}) > 1 for group in groups)
    languages = sum(len({entry.lang for entry in group}) > 1 for group in groups)
    return (
        f"{statements} statements; {len(groups)} groups hold {held} of them; {outlets} groups go over several outlets, "
        f"{languages} over several languages"
    )


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m evaluation.same", description=__doc__)
    parser.add_argument("ledger")
    options = parser.parse_args(arguments)
    with Ledger(options.ledger, make=False) as ledger:
        statements, groups = groups_of(ledger)
    for entry in (entry for group in groups for entry in group):
        words = " ".join(entry.content.split())[:WIDEST]
        print(entry.group, entry.id, entry.outlet, entry.day, entry.speaker, words, sep="\t")
    print(summary(statements, groups), file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
