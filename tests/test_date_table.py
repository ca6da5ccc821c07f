"""Every line of the tables of dates: what is found in its sentence, and what that means on its day."""

from __future__ import annotations

import pytest

from sayso.dates.calendar import resolve
from sayso.dates.timeline import Timed
from tests.tables import Case, braced, piece, read_table, timelines

LANGUAGES = ("en", "ru")
TOLD_BY_LENGTH = ("day", "month", "year")  # granularities that the table does not name


def told(timed: Timed, anchor: str | None) -> str:
    """What an expression means, as the table writes it."""
    moment = timed.expression.moment
    if moment is None:
        return timed.expression.period or "? period"
    value = resolve(moment, anchor) or "?"
    return value if moment.unit in TOLD_BY_LENGTH else f"{value} {moment.unit}"


@pytest.mark.parametrize("case", [c for lang in LANGUAGES for c in read_table("dates", lang)], ids=piece)
def test_line(case: Case) -> None:
    times = timelines("dates", case.lang)[case].times
    assert braced(case.text, (t.span for t in times)) == case.marked
    assert tuple(told(t, case.anchor) for t in times) == case.wanted


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_table_is_whole(lang: str) -> None:
    assert len(read_table("dates", lang)) >= 150
