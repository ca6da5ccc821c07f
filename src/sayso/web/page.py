"""What a page is: where it stands, what may be asked of it, and what it shows, both as frozen records. One list of
pages makes the HTML, the .json twins and their description in OpenAPI."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

import msgspec

from sayso.ledger.ledger import Ledger
from sayso.ledger.query import Query, parse_query

MOST = 3_000  # statements that a page counts: the newest


class Page(NamedTuple):
    """A page. ``path`` as Starlette has it; ``asks`` are what stands in the path and in the query string; ``build``
    makes of these the record ``shows``, which the template ``name`` sets. ``title`` says what it is, in OpenAPI."""

    name: str
    path: str
    asks: type[msgspec.Struct]
    shows: type[msgspec.Struct]
    build: Callable[[Ledger, Any], msgspec.Struct]
    title: str


class Search(msgspec.Struct, frozen=True):
    """A search in the query string."""

    q: str = ""

    @property
    def query(self) -> Query:
        """The search, read. Raises QueryError."""
        return parse_query(self.q)


class Counted(msgspec.Struct, frozen=True):
    """A value of a facet, how many statements have it, how many when those that are the same are counted once, and the
    search for it."""

    value: str
    statements: int
    distinct: int
    q: str


class Facet(msgspec.Struct, frozen=True):
    """A facet with its most frequent values."""

    name: str
    values: tuple[Counted, ...]
