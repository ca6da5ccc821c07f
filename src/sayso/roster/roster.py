"""Roster: who held which office when. In: the packaged table and the user's own; out: one frozen Roster of both, in
which the user's rows win."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

import msgspec

from sayso.errors import RosterError
from sayso.roster.dates import days_of
from sayso.roster.holder import Holder, key_of, seat_of, sure_term, surely_held
from sayso.roster.store import user_roster
from sayso.roster.table import parse_table, read_table

PACKAGED = "officeholders.csv"
# The packaged table was checked up to this day: whoever is in office there without an end may have left since.
CHECKED = "2025-12-31"


@dataclass(frozen=True, slots=True)
class Roster:
    """The holders, in the order of their places, offices and terms, and the SHA-256 of them and of which are the
    user's own. ``packaged`` are those that are not: of them less is sure (see ``sure``)."""

    holders: tuple[Holder, ...]
    digest: str
    packaged: frozenset[Holder] = frozenset()

    def __hash__(self) -> int:
        return hash(self.digest)

    def sure(self, holder: Holder, day: str) -> bool:
        """Whether somebody surely holds an office on a day. Of a packaged row without an end that is not known of days
        after CHECKED."""
        known = holder.until is not None or holder not in self.packaged or days_of(day)[1] <= days_of(CHECKED)[1]
        return known and surely_held(holder, day)


def open_roster(path: Path | None = None) -> Roster:
    """The packaged holders and the user's. path: a table to take in the place of the user's own, which must exist; the
    user's own need not. Raises RosterError."""
    own = path or user_roster()
    try:
        state = os.stat(own)
    except FileNotFoundError:
        if path is not None:
            raise RosterError(f"{path}: there is no such file. Check the name, or make it (docs/roster.md).") from None
        return _open(None, 0, 0)
    except (OSError, ValueError) as error:
        raise RosterError(f"{own}: this cannot be read ({getattr(error, 'strerror', None) or error}).") from None
    return _open(own, state.st_mtime_ns, state.st_size)


@lru_cache(maxsize=8)
def _open(own: Path | None, mtime_ns: int, size: int) -> Roster:
    users = read_table(own) if own else ()
    return make_roster(users, packaged_holders())


@lru_cache(maxsize=1)
def packaged_holders() -> tuple[Holder, ...]:
    """The holders that ship with sayso."""
    return parse_table((files("sayso.roster") / PACKAGED).read_bytes(), PACKAGED)


def make_roster(users: Iterable[Holder], packaged: Iterable[Holder]) -> Roster:
    """One roster of both. A packaged holder gives way to a user's of the same office and place whose term surely meets
    its own, or who is the same person with the same start."""
    users = tuple(users)
    keys = {key_of(holder) for holder in users}
    terms: dict[tuple[str, str, str], list[tuple[int, int]]] = {}
    for holder in users:
        terms.setdefault(seat_of(holder), []).append(sure_term(holder))

    def gives_way(holder: Holder) -> bool:
        start, end = sure_term(holder)
        met = (max(start, begin) < min(end, stop) for begin, stop in terms.get(seat_of(holder), ()))
        return key_of(holder) in keys or any(met)

    kept = dict.fromkeys((*users, *(h for h in packaged if not gives_way(h))))
    holders = tuple(sorted(kept, key=_order))
    own = [holder in users for holder in holders]
    digest = hashlib.sha256(msgspec.json.encode((holders, own))).hexdigest()
    return Roster(holders, digest, frozenset(kept) - frozenset(users))


def _order(holder: Holder) -> tuple[object, ...]:
    return (holder.country or "", holder.organization or "", holder.office, holder.since, holder.name, repr(holder))
