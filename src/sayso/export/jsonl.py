"""JSON Lines, a statement a line, as ``entry.Entry`` has it; spans are [start, stop]."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TextIO

import msgspec

from sayso.errors import ExportError
from sayso.ledger.entry import Article, Entry


def write_jsonl(articles: Iterable[Article], out: TextIO) -> int:
    """Write the statements of articles; how many they are."""
    number = 0
    for article in articles:
        for entry in article.entries:
            out.write(msgspec.json.encode(entry).decode() + "\n")
            number += 1
    return number


def read_jsonl(lines: TextIO) -> Iterator[Entry]:
    """The entries of a file: the inverse of ``write_jsonl``. Raises ExportError for a line that is none."""
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                yield msgspec.json.decode(line, type=Entry)
            except msgspec.DecodeError as error:
                raise ExportError(f"line {number} is no statement that sayso wrote: {error}.") from error
