"""Writing what a search finds into a file, whole or not at all. In: articles, a format and a place; out: how many
statements were written."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import TextIO

from sayso.errors import ExportError
from sayso.export.formats import FORMATS, Stored, Text
from sayso.ledger.entry import Article


def export(articles: Iterable[Article], form: str, out: Path) -> int:
    """Write articles in one of FORMATS. A file stands under its name only when it is whole. Raises ExportError for a
    place that does not fit or cannot be written, and OSError for a folder that cannot."""
    shape = FORMATS[form]
    if isinstance(shape, Stored) and shape.kind == "folder":
        if out.exists() and not out.is_dir():
            raise ExportError(f"{out}: {form} writes files for each article; name a folder.")
        return shape.write(articles, out)
    if out.is_dir():
        raise ExportError(f"{out}: {form} is one file, and this is a folder; name a file in it.")
    if out.exists() and not out.is_file():
        raise ExportError(f"{out}: it is no file; name one.")
    out.parent.mkdir(parents=True, exist_ok=True)
    half = out.with_name(f".{out.name}.{os.getpid()}")
    try:
        half.touch()  # tells at once where nothing can be written
        number = write_text(articles, shape, half) if isinstance(shape, Text) else shape.write(articles, half)
        half.replace(out)
    except OSError as error:
        raise ExportError(f"{out}: it cannot be written: {error.strerror}; nothing was.") from error
    finally:
        half.unlink(missing_ok=True)
    return number


def write_text(articles: Iterable[Article], shape: Text, path: Path) -> int:
    """Write a format of text into a file."""
    with path.open("w", encoding="utf-8", errors="replace", newline="") as file:
        file.write(shape.begins)
        return shape.write(articles, file)


def stream(articles: Iterable[Article], form: str, out: TextIO) -> int:
    """Write articles to a stream, such as standard output. Raises ExportError for a format that is no text."""
    shape = FORMATS[form]
    if not isinstance(shape, Text):
        raise ExportError(f"{form} needs a place of its own; say where with --out.")
    return shape.write(articles, out)
