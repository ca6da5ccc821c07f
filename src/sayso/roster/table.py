"""Holders ↔ a CSV table. In: a path or holders; out: the other. Everything is checked before anything is written, and a
file is replaced whole or not at all."""

from __future__ import annotations

import os
import shutil
from collections.abc import Sequence
from pathlib import Path

from sayso.errors import RosterError
from sayso.roster.cells import join_cell, read_bytes, read_rows, split_cell, write_rows
from sayso.roster.holder import COLUMNS, MANY, Holder, describe
from sayso.roster.rules import find_breach, find_rivals


def read_table(path: Path) -> tuple[Holder, ...]:
    """The holders of a CSV file, in its order. Raises RosterError."""
    return parse_table(read_bytes(path), str(path))


def write_table(holders: Sequence[Holder], path: Path) -> None:
    """Write holders as a CSV file; ``read_table`` is the inverse. Raises RosterError, and then changes nothing."""
    check_table(holders, range(2, len(holders) + 2), str(path))
    replace_file(path, write_rows(([cell_of(h, c) for c in COLUMNS] for h in holders), tuple(COLUMNS)))


def parse_table(data: bytes, name: str) -> tuple[Holder, ...]:
    """The holders of a CSV file's bytes. name: what an error calls the file. Raises RosterError."""
    rows = list(read_rows(data, name, tuple(COLUMNS)))
    holders = tuple(holder_of(cells) for _, cells in rows)
    check_table(holders, [number for number, _ in rows], name)
    return holders


def holder_of(cells: dict[str, str]) -> Holder:
    """The holder of a row's cells, unchecked; ``cell_of`` is the inverse."""
    fields = {field: split_cell(cells[c]) if c in MANY else cells[c] or None for c, field in COLUMNS.items()}
    must = {field: fields[field] or "" for field in ("name", "office", "since")}
    return Holder(**{**fields, **must})  # type: ignore[arg-type]


def cell_of(holder: Holder, column: str) -> str:
    """The cell of a column."""
    value = getattr(holder, COLUMNS[column])
    return join_cell(value) if column in MANY else value or ""


def check_table(holders: Sequence[Holder], numbers: Sequence[int], name: str) -> None:
    """Hold holders to the rules. numbers: the rows they stand in. Raises RosterError."""
    for number, holder in zip(numbers, holders, strict=True):
        if breach := find_breach(holder):
            where = f"{name}, row {number}, column {breach.column}"
            raise RosterError(f"{where}: {breach.value[:60]!r} {breach.rule}. {breach.step}")
    if rivals := find_rivals(holders):
        first = min(rivals)
        a, b = sorted((first, rivals[first]))
        raise RosterError(
            f"{name}, rows {numbers[a]} and {numbers[b]}, columns from and to: {tell_clash(holders[a], holders[b])}"
        )


def tell_clash(a: Holder, b: Holder) -> str:
    """What is wrong with two holders of one office, and what to do."""
    return (
        f"{describe(a)!r} and {describe(b)!r} surely hold one office at once, and an office has one holder at a time. "
        "Give the one who left a `to`, correct the dates, or spell one person's name the same way in both."
    )


def replace_file(path: Path, data: bytes) -> None:
    """Put a file in the place of another, whole or not at all. Raises RosterError when it cannot be written."""
    target = Path(os.path.realpath(path))  # a link goes on pointing where it did
    beside = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            beside.write_bytes(data)
            if target.exists():
                shutil.copymode(target, beside)
            os.replace(beside, target)
        finally:
            beside.unlink(missing_ok=True)
    except (OSError, ValueError) as error:
        told = f"{path}: this cannot be written ({getattr(error, 'strerror', None) or error}); nothing was changed."
        raise RosterError(f"{told} Name another file, or change its permissions.") from None
