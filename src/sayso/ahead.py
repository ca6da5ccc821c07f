"""Work ahead. In: things and what to make of each; out: what was made, in the same order, the next few made in a thread
of their own while the taker is busy. The model lets go of the interpreter while it computes: pages are cleaned
meanwhile, on another core.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

Thing = TypeVar("Thing")
Made = TypeVar("Made")


def ahead(work: Callable[[Thing], Made], things: Iterable[Thing], count: int) -> Iterator[Made]:
    """What ``work`` makes of each thing, ``count`` of them made ahead. The things are taken in the caller's thread. An
    error in making one is raised in its place; when the caller goes early, what was not begun is dropped."""
    pool = ThreadPoolExecutor(1, thread_name_prefix="sayso-ahead")
    waiting: deque[Future[Made]] = deque()
    try:
        for thing in things:
            waiting.append(pool.submit(work, thing))
            if len(waiting) > count:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        pool.shutdown(cancel_futures=True)
