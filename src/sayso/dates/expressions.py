"""Expressions of time in a text. In: its atoms and the words of its language; out: every Expression, with the rule that
found it and what it says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import chain, product

from sayso.atoms import Atom
from sayso.dates.ahead import lies_ahead
from sayso.dates.modifiers import widened
from sayso.dates.reader import Expression, Reader
from sayso.dates.rules import RULES
from sayso.languages.numbers import Numbers
from sayso.languages.times import Times


def find_expressions(parts: Sequence[Atom], times: Times, numbers: Numbers) -> list[Expression]:
    """The expressions of a text's atoms, in order."""
    reader = Reader(parts, times, numbers)
    found: list[Expression] = []
    opening, second = openers(times, numbers), seconds(times, numbers)
    n = 0
    while n < len(parts):
        opens = parts[n].digits or parts[n].among(opening)
        if opens and parts[n].among(times.articles):
            opens = n + 1 < len(parts) and parts[n + 1].among(second)
        core = core_at(reader, n) if opens else None
        if core is None:
            n += 1
            continue
        floor = found[-1].stop if found else 0
        whole = widened(reader, core, floor)
        found.append(looking(reader, whole, core.start))
        n = whole.stop
    return found


@lru_cache(maxsize=8)
def openers(times: Times, numbers: Numbers) -> frozenset[str]:
    """The words that may open an expression: only where one stands the rules are asked."""
    firsts = {p[0] for table in (times.days, times.same_day, times.halves) for p in table}
    tables = (times.months, times.weekdays, times.units, times.hours, times.seasons, times.ordinals, numbers.cardinals)
    words = (times.last, times.this, times.next, times.passed, times.ahead_in, times.fiscal, times.decades, times.vague)
    roman = {"".join(c) for size in range(1, 6) for c in product("ivx", repeat=size)} if times.inflects else set()
    return frozenset(
        {*firsts, *chain.from_iterable((*tables, *words)), *times.articles, *numbers.magnitudes, "’", "'", "‘", *roman}
    )


@lru_cache(maxsize=8)
def seconds(times: Times, numbers: Numbers) -> frozenset[str]:
    """The words that may follow an article which opens an expression: *the day before*, *a week ago*, *a few days*."""
    phrases = {p[1] for table in (times.days, times.same_day) for p in table if p[0] in times.articles and len(p) > 1}
    return frozenset({*phrases, *times.units, *times.hours, *times.vague, *numbers.magnitudes})


def core_at(r: Reader, n: int) -> Expression | None:
    """The expression that begins at an atom, without what modifies it."""
    best: Expression | None = None
    for name, rule in RULES:
        core = rule(r, n)
        if core and (best is None or core.stop > best.stop):
            best = replace(core, rule=name)
    return best


def looking(r: Reader, e: Expression, core: int) -> Expression:
    """The expression with whether it lies ahead of the anchor."""
    if e.moment is None:
        return e
    return replace(e, moment=replace(e.moment, ahead=lies_ahead(r, e.start, core, e.stop)))
