"""An Excel workbook with one sheet, a statement a row, the columns those of ``cells``. Every text is written as a text,
so that none is a formula or a link."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import xlsxwriter

from sayso.errors import ExportError
from sayso.export.cells import COLUMNS, cells_of
from sayso.ledger.entry import Article

ROWS = 1_048_575  # of a sheet, without the heading; Excel's limit, as is the next
CHARACTERS = 32_767
WIDE = {"content": 80, "title": 40, "speaker": 24, "url": 30}  # widths of columns in characters; else 12


def write_xlsx(articles: Iterable[Article], path: Path) -> int:
    """Write the statements of articles; how many they are. What is longer than a cell takes is cut and ends in *…*.
    Raises ExportError for more rows than a sheet takes."""
    number = 0
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(str(path), options) as book:
        sheet = book.add_worksheet("statements")
        sheet.freeze_panes(1, 1)
        heading, wrapped = book.add_format({"bold": True}), book.add_format({"text_wrap": True, "valign": "top"})
        for n, name in enumerate(COLUMNS):
            sheet.set_column(n, n, WIDE.get(name, 12), wrapped if name == "content" else None)
            sheet.write_string(0, n, name, heading)
        for article in articles:
            for entry in article.entries:
                number += 1
                if number > ROWS:
                    raise ExportError(
                        f"a sheet takes {ROWS:,} statements, and there are more; narrow the search, or export CSV."
                    )
                for n, cell in enumerate(cells_of(entry).values()):
                    if isinstance(cell, str) and cell:
                        sheet.write_string(number, n, fitted(cell))
                    elif cell is not None and not isinstance(cell, str):
                        sheet.write_number(number, n, cell)
        sheet.autofilter(0, 0, max(number, 1), len(COLUMNS) - 1)
    return number


def fitted(text: str) -> str:
    """A text that fits into a cell."""
    return text if len(text) <= CHARACTERS else text[: CHARACTERS - 1] + "…"
