"""Moments read against a day: every kind of them, the ends of months, leap days, anchors that are no day."""

from __future__ import annotations

from datetime import date
from typing import get_args

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sayso.dates.calendar import EARLIEST, LATEST, Moment, Which, parts_of, resolve
from sayso.records import Granularity

FRIDAY = "2025-03-14"
MONDAY = 0


def month(n: int, ahead: bool | None = None) -> Moment:
    return Moment("month", month=n, ahead=ahead)


def day(m: int, d: int, ahead: bool | None = None) -> Moment:
    return Moment("day", month=m, day=d, ahead=ahead)


@pytest.mark.parametrize(
    ("moment", "value"),
    [
        (Moment("year", 2014), "2014"),
        (Moment("month", 2014, 5), "2014-05"),
        (Moment("day", 2014, 5, 3), "2014-05-03"),
        (Moment("day", 2014, 5, 3, weekday=2), "2014-05-03"),
        (Moment("day", 2024, 2, 29), "2024-02-29"),
        (Moment("day", 2023, 2, 29), None),
        (Moment("day", 2000, 2, 29), "2000-02-29"),
        (Moment("day", 1900, 2, 29), None),
        (Moment("day", 2025, 2, 31), None),
        (Moment("day", 2025, 4, 31), None),
        (Moment("day", 2025, 12, 31), "2025-12-31"),
        (Moment("day", 2025, 3, 3, until=5), "2025-03"),
        (Moment("day", 2025, 4, 29, until=31), None),
        (Moment("season", 2023, 9), "2023"),
        (Moment("quarter", 2025, 1), "2025"),
        (Moment("half", 2021, 7), "2021"),
        (Moment("day", 2025, 3, 14, impossible=True), None),
        (Moment("decade", impossible=True), None),
        (Moment("century"), None),
        (Moment("decade", which="last"), None),
    ],
)
def test_what_needs_no_anchor(moment: Moment, value: str | None) -> None:
    assert [resolve(moment, anchor) for anchor in (None, FRIDAY, "2025-03", "2025")] == [value] * 4


@pytest.mark.parametrize(
    "moment",
    [
        Moment("day", weekday=MONDAY),
        Moment("day", shift=-1),
        Moment("week", which="last"),
        Moment("month", shift=-6),
        Moment("year", which="this"),
        Moment("weekend"),
        Moment("season", month=6, which="last"),
        Moment("quarter", month=1),
        Moment("day"),
        month(5),
        day(3, 3),
    ],
)
def test_what_needs_one(moment: Moment) -> None:
    assert resolve(moment, None) is None


@pytest.mark.parametrize(
    ("weekday", "which", "ahead", "value"),
    [
        (0, None, None, "2025-03-10"),
        (4, None, None, FRIDAY),
        (5, None, None, "2025-03-08"),
        (4, None, True, FRIDAY),
        (0, None, True, "2025-03-17"),
        (5, None, True, "2025-03-15"),
        (4, "last", None, "2025-03-07"),
        (2, "last", None, "2025-03-12"),
        (4, "next", None, "2025-03-21"),
        (0, "next", None, "2025-03-17"),
        (0, "last", True, "2025-03-10"),
        (0, None, False, "2025-03-10"),
    ],
)
def test_weekday(weekday: int, which: Which | None, ahead: bool | None, value: str) -> None:
    assert resolve(Moment("day", weekday=weekday, which=which, ahead=ahead), FRIDAY) == value


@pytest.mark.parametrize(
    ("anchor", "value"),
    [("2025-01-01", "2024-12-30"), ("2024-03-01", "2024-02-26"), ("2025-03", None), ("2025", None)],
)
def test_the_monday_before(anchor: str, value: str | None) -> None:
    assert resolve(Moment("day", weekday=MONDAY), anchor) == value


@pytest.mark.parametrize(
    ("moment", "anchor", "value"),
    [
        (day(3, 3), FRIDAY, "2025-03-03"),
        (day(3, 14), FRIDAY, FRIDAY),
        (day(3, 20), FRIDAY, "2025-03-20"),
        (day(12, 28), "2025-01-03", "2024-12-28"),
        (day(5, 15, True), FRIDAY, "2025-05-15"),
        (day(3, 14, True), FRIDAY, FRIDAY),
        (day(3, 3, True), FRIDAY, "2026-03-03"),
        (day(1, 10, True), "2025-12-30", "2026-01-10"),
        (day(2, 31), FRIDAY, None),
        (day(2, 29), FRIDAY, "2024-02-29"),
        (day(2, 29, True), FRIDAY, "2028-02-29"),
        (day(2, 29), "2024-02-28", "2024-02-29"),
        (day(2, 29), "1903-06-01", "1896-02-29"),
        (day(2, 29, True), "2096-03-01", "2104-02-29"),
        (Moment("day", month=3, day=3, until=5), FRIDAY, "2025-03"),
        (Moment("day", month=3, day=3, until=5, ahead=True), FRIDAY, "2026-03"),
        (day(3, 20), "2025-03", "2025-03-20"),
        (day(4, 2, False), "2025-03", "2024-04-02"),
        (day(3, 3), "2025", None),
    ],
)
def test_a_day_without_a_year(moment: Moment, anchor: str, value: str | None) -> None:
    assert resolve(moment, anchor) == value


@pytest.mark.parametrize(
    ("moment", "anchor", "value"),
    [
        (month(3), FRIDAY, "2025-03"),
        (month(2), FRIDAY, "2025-02"),
        (month(6), FRIDAY, "2024-06"),
        (month(3, True), FRIDAY, "2025-03"),
        (month(2, True), FRIDAY, "2026-02"),
        (month(12), "2025-01-03", "2024-12"),
        (month(12, False), "2025-12", "2025-12"),
        (month(1, True), "2025-12", "2026-01"),
        (month(3), "2025", None),
    ],
)
def test_a_month_without_a_year(moment: Moment, anchor: str, value: str | None) -> None:
    assert resolve(moment, anchor) == value


@pytest.mark.parametrize(
    ("moment", "value"),
    [
        (month(4), "2025-04"),
        (month(5), "2025-05"),
        (month(6), "2024-06"),
        (month(4, False), "2024-04"),
        (day(4, 3), "2025-04-03"),
        (day(3, 20), "2025-03-20"),
    ],
)
def test_two_months_ahead_are_near_where_no_verb_tells(moment: Moment, value: str) -> None:
    assert resolve(moment, FRIDAY) == value


def test_what_is_near_may_lie_in_the_next_year() -> None:
    assert resolve(month(1), "2024-12-30") == "2025-01"


@pytest.mark.parametrize(
    ("n", "anchor", "value"),
    [
        (-1, FRIDAY, "2025-03-13"),
        (0, FRIDAY, FRIDAY),
        (2, FRIDAY, "2025-03-16"),
        (-1, "2025-01-01", "2024-12-31"),
        (-2, "2024-03-02", "2024-02-29"),
        (1, "2025-02-28", "2025-03-01"),
        (10**9, FRIDAY, None),
        (-1, "2025-03", None),
        (-1, "2025", None),
    ],
)
def test_days_away(n: int, anchor: str, value: str | None) -> None:
    assert resolve(Moment("day", shift=n), anchor) == value


@pytest.mark.parametrize(
    ("moment", "anchor", "value"),
    [
        (Moment("week", which="last"), FRIDAY, "2025-03"),
        (Moment("week", which="this"), FRIDAY, "2025-03"),
        (Moment("week", which="next"), FRIDAY, "2025-03"),
        (Moment("week", which="last"), "2025-04-08", "2025"),
        (Moment("week", which="this"), "2025-01-03", None),
        (Moment("week", which="next"), "2024-12-23", None),
        (Moment("week", shift=-3), FRIDAY, "2025-02"),
        (Moment("week", shift=-2), FRIDAY, "2025"),
        (Moment("week", shift=10**9), FRIDAY, None),
        (Moment("week", which="last"), "2025-03", None),
    ],
)
def test_weeks(moment: Moment, anchor: str, value: str | None) -> None:
    assert resolve(moment, anchor) == value


@pytest.mark.parametrize(
    ("which", "ahead", "anchor", "value"),
    [
        (None, None, "2025-03-17", "2025-03"),
        (None, None, "2025-06-03", "2025"),
        (None, True, "2025-06-03", "2025-06"),
        (None, None, "2025-03-08", "2025-03"),
        ("last", None, FRIDAY, "2025-03"),
        ("this", None, FRIDAY, "2025-03"),
        ("next", None, "2025-03-28", "2025-04"),
        ("next", None, "2025-12-20", "2025-12"),
        ("this", None, "2022-12-29", None),
        ("last", None, "2025", None),
    ],
)
def test_weekends(which: Which | None, ahead: bool | None, anchor: str, value: str | None) -> None:
    assert resolve(Moment("weekend", which=which, ahead=ahead), anchor) == value


@pytest.mark.parametrize(
    ("moment", "anchor", "value"),
    [
        (Moment("month", which="last"), "2025-01-03", "2024-12"),
        (Moment("month", which="next"), "2024-12-31", "2025-01"),
        (Moment("month", which="this"), FRIDAY, "2025-03"),
        (Moment("month", shift=-6), FRIDAY, "2024-09"),
        (Moment("month", shift=-1), "2025-03-31", "2025-02"),
        (Moment("month", shift=-30), "2025-03", "2022-09"),
        (Moment("month", which="last"), "2025", None),
        (Moment("month", shift=-(10**6)), FRIDAY, None),
        (Moment("year", which="last"), FRIDAY, "2024"),
        (Moment("year", which="next"), "2025", "2026"),
        (Moment("year", shift=-10), "2025-03", "2015"),
        (Moment("year", shift=-2000), FRIDAY, None),
        (Moment("quarter", which="last"), FRIDAY, "2024"),
        (Moment("quarter", which="last"), "2025-04-01", "2025"),
        (Moment("quarter", which="next"), "2025-11", "2026"),
        (Moment("quarter", which="last"), "2025", None),
    ],
)
def test_months_years_and_quarters_away(moment: Moment, anchor: str, value: str | None) -> None:
    assert resolve(moment, anchor) == value


@pytest.mark.parametrize(
    ("begins", "which", "anchor", "value"),
    [
        (6, "last", FRIDAY, "2024"),
        (6, "last", "2025-10-01", "2025"),
        (6, "last", "2025-07-01", "2024"),
        (6, "last", "2025", "2024"),
        (3, "this", FRIDAY, "2025"),
        (6, "next", FRIDAY, "2025"),
        (6, "next", "2025-07-01", "2026"),
    ],
)
def test_last_summer(begins: int, which: Which, anchor: str, value: str) -> None:
    assert resolve(Moment("season", month=begins, which=which), anchor) == value


@pytest.mark.parametrize(
    ("begins", "ahead", "anchor", "value"),
    [
        (1, None, FRIDAY, "2025"),
        (7, None, FRIDAY, "2024"),
        (4, True, FRIDAY, "2025"),
        (1, True, FRIDAY, "2025"),
        (1, True, "2025-08-01", "2026"),
        (1, None, "2025", None),
    ],
)
def test_a_quarter_without_a_year(begins: int, ahead: bool | None, anchor: str, value: str | None) -> None:
    assert resolve(Moment("quarter", month=begins, ahead=ahead), anchor) == value


YEARS = st.integers(EARLIEST, LATEST)
DAYS = st.dates(date(EARLIEST, 1, 1), date(LATEST, 12, 31))
ANCHORS = st.builds(lambda d, size: d.isoformat()[:size], DAYS, st.sampled_from([4, 7, 10]))
MOMENTS = st.builds(
    Moment,
    st.sampled_from(get_args(Granularity)),
    year=st.none() | YEARS,
    month=st.none() | st.integers(1, 12),
    day=st.none() | st.integers(1, 31),
    weekday=st.none() | st.integers(0, 6),
    shift=st.none() | st.integers() | st.integers(-60, 60),
    which=st.none() | st.sampled_from(get_args(Which)),
    until=st.none() | st.integers(1, 31),
    ahead=st.none() | st.booleans(),
    impossible=st.booleans(),
)


def is_prefix(value: str) -> bool:
    """Whether it is the beginning of a real day: 2025, 2025-03, 2025-03-14."""
    year, month, day = parts_of(value)
    return len(value) in (4, 7, 10) and date(year, month or 1, day or 1).isoformat().startswith(value)


@given(MOMENTS, st.none() | ANCHORS)
@example(Moment("day", shift=10**30), FRIDAY)
@example(Moment("weekend", which="next"), f"{LATEST}-12-31")
@example(Moment("month", month=1, ahead=True), f"{LATEST}-12-31")
def test_any_moment_and_anchor(moment: Moment, anchor: str | None) -> None:
    value = resolve(moment, anchor)
    assert value is None or is_prefix(value)


@given(st.integers(0, 6), st.booleans(), DAYS)
def test_a_weekday_is_the_nearest_on_its_side(weekday: int, ahead: bool, today: date) -> None:
    value = resolve(Moment("day", weekday=weekday, ahead=ahead), today.isoformat())
    assert value is not None
    found = date.fromisoformat(value)
    assert found.weekday() == weekday
    assert 0 <= ((found - today) if ahead else (today - found)).days < 7


@given(DAYS, st.booleans(), DAYS)
def test_a_day_without_a_year_is_the_nearest_on_its_side(told: date, ahead: bool, today: date) -> None:
    value = resolve(day(told.month, told.day, ahead), today.isoformat())
    assert value is not None
    assert value[5:] == told.isoformat()[5:]
    assert value >= today.isoformat() if ahead else value <= today.isoformat()
    assert abs(int(value[:4]) - today.year) <= (8 if value.endswith("02-29") else 1)
