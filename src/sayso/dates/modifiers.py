"""What modifies an expression of time on either side: *late on …*, *the end of …*, *10 a.m. on …*. In: an Expression;
out: the same, widened."""

from __future__ import annotations

from dataclasses import replace

from sayso.dates.reader import Expression, Reader


def widened(r: Reader, core: Expression, floor: int) -> Expression:
    """The expression with what modifies it on either side: *late on … evening*, *the end of …*, *10 a.m. on …*."""
    if core.moment is None:
        return with_article(r, core, floor)
    stop = core.stop
    while r.among(stop, r.times.parts_after):
        stop += 1
    start = core.start
    while (before := modifier_before(r, start, floor)) is not None:
        start = before
    noun = start < core.start and any(r.among(k, r.times.of) for k in range(start, core.start))
    return with_article(r, replace(core, start=start, stop=stop, articled=core.articled or noun), floor)


def with_article(r: Reader, e: Expression, floor: int) -> Expression:
    before = e.start - 1
    return replace(e, start=before) if e.articled and before >= floor and r.among(before, r.times.articles) else e


def modifier_before(r: Reader, start: int, floor: int) -> int | None:
    """Where a modifier right before an atom begins; None where none stands there."""
    n = start
    while n > floor and (r.among(n - 1, r.times.between_parts) or r.text(n - 1) == "-" or r.among(n - 1, r.times.of)):
        n -= 1
    if start - n > 2:
        return None
    clock = clock_before(r, n, floor)
    if clock is not None:
        return clock
    if n > floor and r.among(n - 1, r.times.parts):
        return n - 1
    return None


def clock_before(r: Reader, stop: int, floor: int) -> int | None:
    """Where a time of day begins that ends before an atom: *10 a.m.*, *03:12 GMT*, *15:30*, *пять утра*."""
    n, said = stop, False
    while n > floor and (r.among(n - 1, r.times.zones) and n - 1 > floor):
        n -= 1
    if n - 4 >= floor and "".join(r.text(k) for k in range(n - 4, n)) in ("a.m.", "p.m."):
        n, said = n - 4, True
    elif n > floor and r.among(n - 1, r.times.clock) and not r.parts[n - 1].digits:
        n, said = n - 1, True
        if r.text(n) in ("noon", "midnight", "midday", "полдень", "полночь"):
            return n
    atom = r.at(n - 1) if n > floor else None
    if atom is None:
        return None
    if atom.digits and atom.tail in ("am", "pm", "a", "p"):
        said = True
    if n - 3 >= floor and r.text(n - 2) == ":" and r.parts[n - 3].digits and atom.digits:
        return n - 3
    hour = atom.value if atom.digits else atom.found(r.numbers.cardinals)
    dotted = atom.digits and "." in atom.text and len(atom.text) in (4, 5)
    return n - 1 if hour is not None and (said or dotted) and hour < 25 else None
