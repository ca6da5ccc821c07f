"""Working ahead: same things, same order, errors in their place, no thread left behind."""

import itertools
import threading

import pytest

from sayso.ahead import ahead


def double(number):
    if number == 3:
        raise ValueError("the fourth page")
    return 2 * number


@pytest.mark.parametrize("count", [0, 1, 3])
def test_same_things_in_the_same_order(count):
    assert list(ahead(double, iter(range(count)), 2)) == [2 * n for n in range(count)]


def test_no_more_than_so_many_are_taken_ahead():
    taken = []
    made = ahead(str, (taken.append(n) or n for n in range(100)), 3)
    assert next(made) == "0"
    assert taken == [0, 1, 2, 3]
    made.close()


def test_an_error_is_raised_in_its_place():
    made = ahead(double, range(9), 3)
    assert [next(made) for _ in range(3)] == [0, 2, 4]
    with pytest.raises(ValueError, match="the fourth page"):
        next(made)


def test_things_are_taken_in_the_callers_thread():
    here = threading.get_ident()
    assert all(n == here for n in ahead(lambda n: n, (threading.get_ident() for _ in range(5)), 2))


def test_who_stops_early_leaves_no_thread():
    made = ahead(str, itertools.count(), 3)
    assert next(made) == "0"
    made.close()
    assert not [t for t in threading.enumerate() if t.name.startswith("sayso-ahead")]
