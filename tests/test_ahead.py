"""Working ahead: same items, same order, errors in their place, no thread left behind."""

import itertools
import threading
import time

import pytest

from sayso.ahead import ahead


def threads():
    return [t for t in threading.enumerate() if t.name == "sayso-ahead"]


def wait_for_none():
    for _ in range(200):
        if not threads():
            return True
        time.sleep(0.01)
    return False


@pytest.mark.parametrize("count", [0, 1, 5, 100])
def test_same_items_in_the_same_order(count):
    assert list(ahead(iter(range(count)), 3)) == list(range(count))


def test_no_more_than_so_many_are_made_ahead():
    made = []
    items = ahead((made.append(n) or n for n in range(100)), 3)
    assert next(items) == 0
    time.sleep(0.1)
    assert len(made) <= 1 + 3 + 1
    items.close()


def test_an_error_is_raised_in_its_place():
    def failing():
        yield 1
        raise ValueError("the third page")

    items = ahead(failing(), 3)
    assert next(items) == 1
    with pytest.raises(ValueError, match="the third page"):
        next(items)


def test_who_stops_early_leaves_no_thread():
    items = ahead(itertools.count(), 3)
    assert next(items) == 0
    items.close()
    assert wait_for_none()
