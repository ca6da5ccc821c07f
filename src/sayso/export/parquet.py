"""Apache Parquet, a statement a row, as ``entry.Entry`` has it: lists are lists and figures are structures. In:
articles; out: one file, written a group of rows at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec

from sayso.errors import ExportError
from sayso.export.cells import LISTS, SPANS, WORDS
from sayso.ledger.batches import batched
from sayso.ledger.entry import Article, Claim, Entry

GROUP = 20_000  # rows of a group
NUMBERS = ("score", "low", "high")


def write_parquet(articles: Iterable[Article], path: Path) -> int:
    """Write the statements of articles; how many they are. Raises ExportError where pyarrow is not installed."""
    arrow, parquet = modules()
    number = 0
    with parquet.ParquetWriter(path, schema(arrow), compression="zstd") as writer:
        entries = (msgspec.to_builtins(entry) for article in articles for entry in article.entries)
        for some in batched(map(spread, entries), GROUP):
            writer.write_table(arrow.Table.from_pylist(some, schema=schema(arrow)))
            number += len(some)
    return number


def read_parquet(path: Path) -> Iterator[Entry]:
    """The entries of a file: the inverse of ``write_parquet``. Raises ExportError for a file of other columns."""
    arrow, parquet = modules()
    try:
        with parquet.ParquetFile(path) as file:
            for some in file.iter_batches():
                for row in some.to_pylist():
                    yield msgspec.convert(gathered(row), Entry, strict=False)
    except (KeyError, TypeError, msgspec.ValidationError, arrow.ArrowException) as error:
        raise ExportError(f"{path}: the file is none that sayso wrote: {error}.") from error


def modules() -> tuple[Any, Any]:
    """pyarrow and its Parquet."""
    try:
        import pyarrow
        import pyarrow.parquet
    except ModuleNotFoundError as error:
        raise ExportError("Parquet needs the module pyarrow; pip install 'sayso[parquet]'.") from error
    return pyarrow, pyarrow.parquet


def schema(arrow: Any) -> Any:
    """The columns with their types."""
    span = arrow.struct([("start", arrow.int64()), ("stop", arrow.int64())])
    plain = {name: arrow.float64() for name in NUMBERS}
    claim = arrow.struct([(name, plain.get(name, arrow.string())) for name in Claim.__struct_fields__])
    types = {**plain, "figures": arrow.list_(claim)}
    types |= dict.fromkeys(SPANS, arrow.list_(span)) | dict.fromkeys(LISTS, arrow.list_(arrow.string()))
    return arrow.schema(
        [arrow.field(n, types.get(n, arrow.string()), nullable=n not in WORDS) for n in Entry.__struct_fields__]
    )


def spread(row: dict[str, Any]) -> dict[str, Any]:
    """A row whose spans are structures."""
    return {**row, **{name: [{"start": a, "stop": b} for a, b in row[name]] for name in SPANS}}


def gathered(row: dict[str, Any]) -> dict[str, Any]:
    """A row whose spans are pairs: the inverse of ``spread``."""
    return {**row, **{name: [[s["start"], s["stop"]] for s in row[name]] for name in SPANS}}
