"""An entry as a row of cells, and a row of cells as the entry it was: nothing is lost. In: an Entry; out: a text or a
number for each column. Several values stand in one cell, parted by a semicolon; spans as *12-40; 50-61*."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from sayso.errors import ExportError
from sayso.ledger.entry import Claim, Entry

Cell = str | float | None
LISTS = ("via", "about", "corrected")
SPANS = ("source_spans", "cue_spans", "content_spans")
WORDS = ("name", "lang", "source", "cue", "content", "form", "version")  # what is never unknown, but may be empty
CLAIMED = Claim.__struct_fields__  # each is a column of its own, the figures in it in the same order


def column_names() -> list[str]:
    """The columns, in order."""
    names = []
    for name in Entry.__struct_fields__:
        names += [f"figures_{field}" for field in CLAIMED] if name == "figures" else [name]
    return names


COLUMNS = tuple(column_names())


def cells_of(entry: Entry) -> dict[str, Cell]:
    """The cells of an entry, by column."""
    cells: dict[str, Cell] = {}
    for name in Entry.__struct_fields__:
        value = getattr(entry, name)
        if name == "figures":
            cells |= {f"figures_{field}": joined([getattr(c, field) for c in value]) for field in CLAIMED}
        elif name in SPANS:
            cells[name] = joined([f"{s.start}-{s.stop}" for s in value])
        else:
            cells[name] = joined(value) if name in LISTS else value
    return cells


def entry_of_cells(cells: Mapping[str, Cell]) -> Entry:
    """The entry of cells; what is empty is not known. Raises ExportError for cells that are no entry's."""
    made: dict[str, Any] = {}
    try:
        for name in Entry.__struct_fields__:
            if name == "figures":
                made[name] = claims_of(cells)
            elif name in SPANS:
                made[name] = [span_of(words or "") for words in parted(cells[name])]
            else:
                made[name] = parted(cells[name]) if name in LISTS else value_of(name, cells[name])
        return msgspec.convert(made, Entry, strict=False)
    except (KeyError, ValueError, msgspec.ValidationError) as error:
        raise ExportError(f"a row is none that sayso wrote: {error}; the columns are {', '.join(COLUMNS)}.") from error


def claims_of(cells: Mapping[str, Cell]) -> list[dict[str, Any]]:
    """The figures of cells."""
    columns = {field: parted(cells[f"figures_{field}"]) for field in CLAIMED}
    return [
        {field: values[n] for field, values in columns.items() if n < len(values) and values[n] is not None}
        for n in range(len(columns["words"]))
    ]


def value_of(name: str, cell: Cell) -> Cell:
    """The value of a cell: an empty one is not known, or says nothing."""
    if cell is None or cell == "":
        return "" if name in WORDS else None
    return cell


def span_of(words: str) -> list[int]:
    start, stop = map(int, words.split("-"))
    return [start, stop]


def joined(values: Sequence[Any]) -> str | None:
    """Several values as one cell."""
    if not values:
        return None
    return "; ".join("" if v is None else re.sub(r"([\\;])", r"\\\1", str(v)) for v in values)


def parted(cell: Cell) -> list[str | None]:
    """The values of a cell: the inverse of ``joined``."""
    if cell is None or cell == "":
        return []
    values, word, text, at = [], "", str(cell), 0
    while at < len(text):
        if text[at] == "\\" and at + 1 < len(text):
            word, at = word + text[at + 1], at + 2
        elif text[at] == ";":
            values.append(word or None)
            word, at = "", at + (2 if text[at + 1 : at + 2] == " " else 1)
        else:
            word, at = word + text[at], at + 1
    return [*values, word or None]
