"""Long lists a piece at a time, for a database takes only so many values at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

SOME = 200
Item = TypeVar("Item")


def batched(items: Iterable[Item], size: int = SOME) -> Iterator[list[Item]]:
    """Items in lists of at most so many."""
    left = iter(items)
    while some := list(islice(left, size)):
        yield some
