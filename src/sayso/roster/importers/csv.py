"""csv: the roster's own table. In: a file with the header of docs/roster.md; out: its holders. It is strict: what
breaks a rule is an error, and nothing is left out."""

from __future__ import annotations

from sayso.roster.holder import COLUMNS
from sayso.roster.importers.imported import Import
from sayso.roster.importers.source import Source, first_line
from sayso.roster.table import parse_table

LIKE = 3  # columns by which a header is known, so that one with a missing column is told what it lacks


def fits(source: Source) -> bool:
    """Whether the first line looks like the header."""
    line = first_line(source).decode("utf-8", "replace").replace(";", ",").replace("\t", ",").replace('"', "")
    return len(set(COLUMNS) & {cell.strip() for cell in line.split(",")}) >= LIKE


def read(source: Source) -> Import:
    """The holders of a table. Raises RosterError."""
    return Import(holders=parse_table(source.file.read(), source.name))
