"""CSV (RFC 4180), a statement a row, the columns those of ``cells``. No cell begins a formula: one that would, or that
begins with an apostrophe, has an apostrophe before it, which is taken off again on the way back."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from typing import TextIO

from sayso.errors import ExportError
from sayso.export.cells import COLUMNS, Cell, cells_of, entry_of_cells
from sayso.ledger.entry import Article, Entry

STARTS = (
    "=",
    "+",
    "-",
    "@",
    "\t",
    "\r",
    "\n",
    "'",
    "＝",
    "＋",
    "－",
    "＠",
)  # what a spreadsheet may take for a formula


def write_csv(articles: Iterable[Article], out: TextIO) -> int:
    """Write the statements of articles; how many they are. ``out`` leaves line ends as they are (newline="")."""
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    number = 0
    for article in articles:
        for entry in article.entries:
            cells = cells_of(entry)
            writer.writerow([guarded(cells[name]) for name in COLUMNS])
            number += 1
    return number


def read_csv(lines: TextIO) -> Iterator[Entry]:
    """The entries of a file: the inverse of ``write_csv``. Raises ExportError for a file of other columns."""
    rows = csv.reader(lines)
    names = [name.removeprefix("\ufeff") for name in next(rows, [])]
    if tuple(names) != COLUMNS:
        raise ExportError(
            f"the file's columns are {', '.join(names[:5]) or 'none'} …; sayso writes {', '.join(COLUMNS)}."
        )
    try:
        for row in rows:
            yield entry_of_cells({name: bare(cell) for name, cell in zip(names, row, strict=True)})
    except (csv.Error, ValueError) as error:
        raise ExportError(f"row {rows.line_num} is none that sayso wrote: {error}.") from error


def guarded(cell: Cell) -> Cell:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(STARTS) else cell


def bare(cell: str) -> str:
    """The cell as it was: the inverse of ``guarded``."""
    return cell[1:] if cell.startswith("'") else cell
