"""Every line of the tables of figures: what is found in its sentence, how much, of what, and how sure."""

from __future__ import annotations

import re
from fractions import Fraction

import pytest

from sayso.figures.draft import Quantity
from sayso.figures.quantities import find_quantities
from sayso.languages import LANGUAGES
from tests.tables import Case, braced, piece, read_table, timelines

CODES = ("en", "ru")
SURE = {"more": "more than", "less": "less than", "least": "at least", "most": "at most"}  # the table's short words
RATE = re.compile(r" (?:a|an|per|за|в) \S+$")

Told = tuple[Fraction | None, Fraction | None, str, str]


def wanted(words: str) -> Told:
    """What the table says of a quantity: ``300 - troops more``."""
    low, high, unit, sure = words.split()
    return number(low), number(high), unit, SURE.get(sure, sure)


def number(word: str) -> Fraction | None:
    return None if word == "-" else Fraction(word)


def told(q: Quantity) -> Told:
    """The same of a quantity that was found. Money is told by its code, with what it is by: ``USD_a_barrel``."""
    unit = q.unit or "-"
    if q.currency:
        rate = RATE.search(q.unit or "")
        unit = q.currency + (rate.group() if rate else "")
    return q.low, q.high, "_".join(unit.split()), q.sure


@pytest.mark.parametrize("case", [c for lang in CODES for c in read_table("figures", lang)], ids=piece)
def test_line(case: Case) -> None:
    timeline = timelines("figures", case.lang)[case]
    dates = [t.span for t in timeline.times if t.expression.moment]
    found = find_quantities(case.text, timeline.parts, LANGUAGES[case.lang].numbers, dates)
    assert braced(case.text, (q.span for q in found)) == case.marked
    assert [told(q) for q in found] == [wanted(words) for words in case.wanted]


@pytest.mark.parametrize("lang", CODES)
def test_the_table_is_whole(lang: str) -> None:
    assert len(read_table("figures", lang)) >= 150
