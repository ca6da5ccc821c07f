"""Whether a date lies ahead of the day it is read against. In: a Reader and where the date stands; out: True, False, or
None where nothing tells."""

from __future__ import annotations

from sayso.dates.reader import Reader

FURTHEST = 25  # atoms that tell whether a date lies ahead


def lies_ahead(r: Reader, start: int, core: int, stop: int) -> bool | None:
    """Whether a date lies ahead: *by* or *until* before it, an infinitive after *proposed*, or a verb that looks ahead
    nearer than one that does not. None where nothing tells."""
    if any(r.among(k, r.times.until) for k in range(max(0, start - 2), core)):
        return True
    for n in range(start - 1, max(-1, start - FURTHEST), -1):
        if r.text(n) in ".!?" and r.parts[n + 1].lead and n + 1 < start:
            break
        if r.among(n, r.times.perhaps):
            return True if to_do(r, n + 1, start) else None
        told = direction(r, n)
        if told is not None:
            return told
    for n in range(stop, min(len(r.parts), stop + FURTHEST // 2)):
        if r.text(n) in ",.;!?" or r.among(n, r.times.perhaps):
            return None
        told = direction(r, n)
        if told is not None:
            return told
    return None


def to_do(r: Reader, first: int, stop: int) -> bool:
    """Whether an infinitive stands between two places: *proposed to meet on Tuesday*, not *proposed on Tuesday to
    meet*."""
    return any(
        r.times.infinitive(r.text(n), r.text(n + 1))
        and r.parts[n].pos in ("VERB", "AUX", "")
        and not r.parts[n + 1].lead
        for n in range(first, stop)
    )


def direction(r: Reader, n: int) -> bool | None:
    """Whether a word looks ahead (True) or back (False); None where it tells neither."""
    atom = r.parts[n]
    if atom.among(r.times.ahead):
        return None if r.among(n - 1, r.times.articles) else True
    if atom.among(r.times.turns):
        return False
    if r.text(n - 1) == "be":
        return None
    if atom.among(r.times.back):
        return False
    told = r.times.tense(atom.text) if atom.pos in ("VERB", "AUX", "") and not atom.digits else ""
    return {"future": True, "past": False}.get(told)
