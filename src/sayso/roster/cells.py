"""A CSV file to rows, and a cell to its values. In: bytes and the columns to expect; out: a dict for each row, with its
number as a spreadsheet counts (the header is row 1). Strict: a missing or an unknown column is a RosterError."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from sayso.errors import RosterError

MARK = "|"


def read_bytes(path: Path) -> bytes:
    """What a file holds. Raises RosterError when it cannot be read."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise RosterError(f"{path}: there is no such file. Check the name, and the folder you are in.") from None
    except (OSError, ValueError) as error:
        raise RosterError(f"{path}: this cannot be read ({getattr(error, 'strerror', None) or error}).") from None


def read_text(data: bytes, name: str) -> str:
    """The text of a UTF-8 file, without its byte order mark. Raises RosterError when it is empty or none."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        step = "Save it as UTF-8 (in a spreadsheet: “CSV UTF-8”)."
        raise RosterError(
            f"{name}: this is not UTF-8 (byte {error.start:,} is {data[error.start]:#x}). {step}"
        ) from None
    if not text.strip():
        raise RosterError(f"{name}: the file is empty. Give one that holds a table, its header at least.")
    if "\0" in text:
        raise RosterError(f"{name}: this is not a text: there are NUL characters in it. Give a CSV file.")
    return text


def read_rows(data: bytes, name: str, columns: Sequence[str]) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows of a CSV file, each with its number; blank rows are passed over. White space around a value and doubled
    within it goes. Raises RosterError."""
    rows = csv.reader(io.StringIO(read_text(data, name), newline=""), strict=True)
    header: list[str] | None = None
    number = 0
    try:
        for number, row in enumerate(rows, start=1):
            cells = [" ".join(cell.split()) for cell in row]
            if not any(cells):
                continue
            if header is None:
                header = check_header(row, name, columns)
            elif len(cells) != len(header):
                told = f"{name}, row {number}: there are {len(cells)} cells, and the header has {len(header)}."
                raise RosterError(f'{told} Put words that hold a comma in quotation marks: "Lima, Ana".')
            else:
                yield number, dict(zip(header, cells, strict=True))
    except csv.Error as error:
        raise RosterError(f"{name}, row {number + 1}: this is not CSV ({error}). Mend the row.") from None


def check_header(row: list[str], name: str, columns: Sequence[str]) -> list[str]:
    """The header, in its own order. Raises RosterError unless it has each column once and no other."""
    cells = [cell.strip() for cell in row]
    wanted = f"The header is: {','.join(columns)}"
    missing = [c for c in columns if c not in cells]
    unknown = [c[:60] for c in cells if c not in columns]
    if missing and len(row) == 1 and any(mark in row[0] for mark in ";\t"):
        raise RosterError(f"{name}, row 1: the cells are not parted by commas. Save it with commas. {wanted}")
    if missing:
        raise RosterError(f"{name}, row 1: there is no column {', '.join(map(repr, missing))}. {wanted}")
    if unknown:
        told = f"{name}, row 1: nothing is known of a column {', '.join(map(repr, unknown[:5]))}"
        raise RosterError(f"{told}; leave it out. {wanted}")
    if len(cells) != len(set(cells)):
        twice = next(c for c in cells if cells.count(c) > 1)
        raise RosterError(f"{name}, row 1: the column {twice!r} stands there twice; leave one out. {wanted}")
    return cells


def write_rows(rows: Iterable[Sequence[str]], columns: Sequence[str]) -> bytes:
    """Rows as a CSV file that ``read_rows`` reads."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(rows)
    return text.getvalue().encode()


def split_cell(cell: str) -> tuple[str, ...]:
    """The values of a cell; ``join_cell`` is the inverse."""
    return tuple(value.strip() for value in cell.split(MARK) if value.strip())


def join_cell(values: Iterable[str]) -> str:
    """The cell that holds these values."""
    return MARK.join(values)
