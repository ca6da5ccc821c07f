"""Where the user's own roster lives, and how holders get into it. In: a file in one of FORMATS; out: what was added,
replaced and left out. The user's file is written whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path

import msgspec

from sayso.errors import RosterError
from sayso.roster.holder import Holder, key_of
from sayso.roster.importers import read_source
from sayso.roster.importers.source import open_source
from sayso.roster.rules import find_rivals
from sayso.roster.table import read_table, tell_clash, write_table
from sayso.userfiles import user_file

VARIABLE = "SAYSO_ROSTER"


class Merge(msgspec.Struct, frozen=True, kw_only=True):
    """What an import did: the format that was read, the file that holds the outcome, how many holders were added,
    replaced and already there, and what was left out and why."""

    form: str
    path: Path
    added: int
    replaced: int
    already: int
    left_out: tuple[str, ...] = ()


def user_roster() -> Path:
    """The user's own table: the file that SAYSO_ROSTER names, or roster.csv in the user's folder of data. It need not
    exist."""
    return Path(user_file(VARIABLE, "roster.csv")).expanduser()


def import_roster(path: Path | str, form: str | None = None, into: Path | None = None) -> Merge:
    """Take the holders of a file (``-`` for standard input) into a table: the user's own, or ``into``.

    form: one of FORMATS; None to tell it by the content. A holder that is there already is not added again; one of the
    same person, office, place and start replaces the older. Raises RosterError, and then nothing is written."""
    into = into or user_roster()
    with open_source(path) as source:
        found_form, found = read_source(source, form)
    older = read_table(into) if os.path.exists(into) else ()
    holders, added, replaced = merge(older, found.holders)
    if rivals := find_rivals(holders):
        first = min(rivals)
        a, b = sorted((first, rivals[first]))
        raise RosterError(f"{source.name} into {into}: {tell_clash(holders[a], holders[b])} Nothing was written.")
    if added or replaced:
        write_table(holders, into)
    return Merge(
        form=found_form,
        path=into,
        added=added,
        replaced=replaced,
        already=len(found.holders) - added - replaced,
        left_out=found.left_out,
    )


def merge(older: Sequence[Holder], newer: Iterable[Holder]) -> tuple[tuple[Holder, ...], int, int]:
    """The holders of both, how many were added, and how many replaced an older one in its place."""
    holders = list(older)
    places = {key_of(holder): number for number, holder in enumerate(holders)}
    seen = set(holders)
    added = replaced = 0
    for holder in newer:
        if holder in seen:
            continue
        seen.add(holder)
        number = places.setdefault(key_of(holder), len(holders))
        if number == len(holders):
            holders.append(holder)
            added += 1
        else:
            holders[number] = holder
            replaced += 1
    return tuple(holders), added, replaced
