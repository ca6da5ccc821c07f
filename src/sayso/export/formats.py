"""The formats that a ledger is written in: one file a format. ``kind`` says what is written: text, which may go to
standard output; one file; or a folder with files for each article."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Literal, NamedTuple, TextIO

from sayso.export.annotations import write_annotations
from sayso.export.brat import write_articles
from sayso.export.csv import write_csv
from sayso.export.followthemoney import write_followthemoney
from sayso.export.jsonl import write_jsonl
from sayso.export.parquet import write_parquet
from sayso.export.schema import write_schema
from sayso.export.sqlite import write_sqlite
from sayso.export.tei import write_tei
from sayso.export.xlsx import write_xlsx
from sayso.ledger.entry import Article

BOM = "\ufeff"  # by which Excel knows that a CSV file is UTF-8


class Text(NamedTuple):
    """A format of text."""

    suffix: str
    write: Callable[[Iterable[Article], TextIO], int]
    begins: str = ""


class Stored(NamedTuple):
    """A format of a file or of a folder."""

    suffix: str
    write: Callable[[Iterable[Article], Path], int]
    kind: Literal["file", "folder"] = "file"


FORMATS: dict[str, Text | Stored] = {
    "csv": Text(".csv", write_csv, BOM),
    "xlsx": Stored(".xlsx", write_xlsx),
    "jsonl": Text(".jsonl", write_jsonl),
    "parquet": Stored(".parquet", write_parquet),
    "sqlite": Stored(".sqlite", write_sqlite),
    "annotations": Text(".jsonld", write_annotations),
    "schema": Text(".schema.jsonld", write_schema),
    "followthemoney": Text(".ftm.json", write_followthemoney),
    "brat": Stored("", write_articles, "folder"),
    "tei": Stored("", write_tei, "folder"),
}


def format_of(name: str) -> str | None:
    """The format that a file's name tells; None where it tells none."""
    fitting = [f for f, shape in FORMATS.items() if shape.suffix and name.lower().endswith(shape.suffix)]
    return max(fitting, key=lambda f: len(FORMATS[f].suffix), default=None)
