"""An SQLite file with two tables: ``articles`` with their texts, and ``statements``, whose columns are those of
``cells``. It opens in Datasette, DB Browser or a notebook without sayso."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

from sayso.errors import ExportError
from sayso.export.cells import COLUMNS, Cell, cells_of, entry_of_cells
from sayso.ledger.entry import Article, Entry

FACTS = ("url", "title", "outlet", "published", "lang", "text")
TABLES = f"""
CREATE TABLE articles (id INTEGER PRIMARY KEY, name TEXT NOT NULL, {", ".join(f"{name} TEXT" for name in FACTS)});
CREATE TABLE statements (
    number INTEGER PRIMARY KEY, article INTEGER NOT NULL REFERENCES articles (id),
    {", ".join(f'"{name}" {"REAL" if name == "score" else "TEXT"}' for name in COLUMNS)}
);
CREATE INDEX statements_article ON statements (article);
CREATE INDEX statements_speaker ON statements (speaker);
"""
ARTICLE = f"INSERT INTO articles VALUES ({', '.join('?' * (len(FACTS) + 2))})"
STATEMENT = f"INSERT INTO statements VALUES (NULL, ?, {', '.join('?' * len(COLUMNS))})"


def write_sqlite(articles: Iterable[Article], path: Path) -> int:
    """Write the statements of articles; how many they are."""
    number = 0
    path.unlink(missing_ok=True)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.executescript(TABLES)
        for at, article in enumerate(articles, 1):
            document = article.document
            connection.execute(ARTICLE, (at, document.id, *(getattr(document, name) for name in FACTS)))
            rows = [(at, *cells_of(entry).values()) for entry in article.entries]
            connection.executemany(STATEMENT, rows)
            number += len(rows)
    return number


def read_sqlite(path: Path) -> Iterator[Entry]:
    """The entries of a file: the inverse of ``write_sqlite``. Raises ExportError for a file without them."""
    names = ", ".join(f'"{name}"' for name in COLUMNS)
    if not path.is_file():
        raise ExportError(f"{path}: there is no such file.")
    with closing(sqlite3.connect(path)) as connection:
        try:
            for row in connection.execute(f"SELECT {names} FROM statements ORDER BY number"):
                cells: dict[str, Cell] = dict(zip(COLUMNS, row, strict=True))
                yield entry_of_cells(cells)
        except sqlite3.DatabaseError as error:
            raise ExportError(f"{path}: the file is none that sayso wrote: {error}.") from error
