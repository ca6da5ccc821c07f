"""Work ahead. In: an iterator; out: the same items in the same order, made in a thread of its own while the taker is
busy. The model lets go of the interpreter while it computes: pages are cleaned meanwhile, on another core.
"""

from __future__ import annotations

from collections.abc import Iterator
from queue import Full, Queue
from threading import Event, Thread
from typing import TypeVar

Item = TypeVar("Item")
WAIT = 0.05  # seconds after which a full queue looks whether anybody still wants it


class End:
    """The end of the items, and the error that ended them, if one did."""

    def __init__(self, error: BaseException | None) -> None:
        self.error = error


def ahead(items: Iterator[Item], count: int) -> Iterator[Item]:
    """The items, up to ``count`` of them made ahead. An error in making one is raised in its place; the thread ends
    with the items, or soon after the taker has gone."""
    queue: Queue[Item | End] = Queue(count)
    gone = Event()
    Thread(target=make, args=(items, queue, gone), name="sayso-ahead", daemon=True).start()
    try:
        while not isinstance(item := queue.get(), End):
            yield item
        if item.error is not None:
            raise item.error
    finally:
        gone.set()


def make(items: Iterator[Item], queue: Queue[Item | End], gone: Event) -> None:
    """Put the items into the queue, until they end or nobody wants them."""
    error = None
    try:
        for item in items:
            if not put(item, queue, gone):
                return
    except BaseException as raised:
        error = raised
    put(End(error), queue, gone)


def put(item: Item | End, queue: Queue[Item | End], gone: Event) -> bool:
    """Whether the item went in before the taker had gone."""
    while not gone.is_set():
        try:
            queue.put(item, timeout=WAIT)
        except Full:
            continue
        return True
    return False
