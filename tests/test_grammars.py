"""Dates and quantities in texts of any make: nothing raises, what is found stands in order, and nothing runs away."""

from __future__ import annotations

import re
import sys
from dataclasses import fields
from functools import lru_cache
from itertools import pairwise
from types import FrameType

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sayso.atoms import Atom, atoms
from sayso.check import is_prefix
from sayso.dates.calendar import resolve
from sayso.dates.expressions import find_expressions
from sayso.dates.timeline import timeline
from sayso.figures.quantities import find_quantities
from sayso.languages import LANGUAGES
from sayso.spans import Span
from sayso.text import Token, tokens

MARKS = """. , - – — / : ; ( ) « » “ ” " ’ ' ! ? % $ € £ ° + − … ~ ^ №""".split()
DIGITS = (
    "0 3 14 31 45 100 1999 2014 2025 67,000 1.500.000 2.5 2,5 1/3 ½ 2½ 10^30 14.03.2025 3/14/2025 2025-03-14 10:30 "
    "127.0.0.1 555-0142 S-300 2.5bn 300k 20th 14-го 1990s 30-day 30-дневное 45-year-old 20-процентный 1'500 5°C"
).split()
POS = ("", "NOUN", "ADJ", "NUM", "ADP", "VERB", "PROPN", "DET")
ANCHORS = (None, "2025-03-14", "2024-02-29", "2025-03", "2025", "0001-01-01", "1000", "2999-12-31", "9999-12-31")
PLACES = ((None, False), (None, True), ("1000-01-01", False), ("2999-12-31", False))
CASE = ("", "Nom", "Gen", "Acc", "Ins", "Loc")
NUMBER = ("", "Sing", "Plur")


@lru_cache
def vocabulary(lang: str) -> tuple[str, ...]:
    """All the words and phrases that a language has for numbers and times."""
    language = LANGUAGES[lang]
    tables = (getattr(some, f.name) for some in (language.numbers, language.times) for f in fields(some))
    phrases = (p for table in tables if not isinstance(table, str | bool) and not callable(table) for p in table)
    words = {p if isinstance(p, str) else " ".join(p) for p in phrases}
    return tuple(sorted(words - {""}))


@st.composite
def texts(draw: st.DrawFn, lang: str) -> tuple[str, list[Token]]:
    """A text of a language's words for numbers and times, of digits and marks, and its tokens: cut by words or by
    spaces, in Russian with classes and cases as no parser would give them."""
    word = st.sampled_from(vocabulary(lang))
    some = draw(
        st.lists(word | word.map(str.capitalize) | st.sampled_from(DIGITS) | st.sampled_from(MARKS), max_size=9)
    )
    spaces = draw(st.lists(st.sampled_from([" ", " ", "", "\n", "\u00a0"]), min_size=len(some), max_size=len(some)))
    text = "".join(w + s for w, s in zip(some, spaces, strict=True))
    if draw(st.booleans()):
        words = tokens(text)
    else:
        words = [Token(m.start(), m.end(), m.group(), 0, m.group().casefold()) for m in re.finditer(r"\S+", text)]
    if lang == "ru":
        features = st.tuples(st.sampled_from(POS), st.sampled_from(CASE), st.sampled_from(NUMBER))
        told = draw(st.lists(features, min_size=len(words), max_size=len(words)))
        words = [w._replace(pos=p, case=c, number=n) for w, (p, c, n) in zip(words, told, strict=True)]
    return text, words


def read(text: str, words: list[Token], lang: str) -> list[Atom]:
    numbers = LANGUAGES[lang].numbers
    return atoms(text, words, numbers.decimal, numbers.cardinals, numbers.signs)


def hold(text: str, words: list[Token], lang: str) -> None:
    """What holds of every text."""
    language = LANGUAGES[lang]
    parts = read(text, words, lang)
    times = find_expressions(parts, language.times, language.numbers)
    assert all(0 <= e.start < e.stop <= len(parts) for e in times)
    assert all(a.stop <= b.start for a, b in pairwise(times))
    assert all((e.moment is None) != (e.period is None) and e.rule for e in times)
    for moment in (e.moment for e in times if e.moment):
        for anchor in ANCHORS:
            resolve(moment, anchor)
    for anchor in ANCHORS:
        line = timeline(text, words, language, anchor)
        whens = [line.read(t, uttered, back=back) for t in line.times for uttered, back in PLACES]
        assert all(w.value is None or is_prefix(w.value) for w in whens)
    dates = [Span(parts[e.start].start, parts[e.stop - 1].stop) for e in times if e.moment]
    for taken in ((), dates):
        found = find_quantities(text, parts, language.numbers, taken)
        assert all(0 <= q.start < q.stop <= len(parts) for q in found)
        assert all(q.span == Span(parts[q.start].start, parts[q.stop - 1].stop) for q in found)
        assert all(a.stop <= b.start for a, b in pairwise(found))
        assert all(q.low is not None or q.high is not None for q in found)
        assert all(q.low <= q.high for q in found if q.low is not None and q.high is not None)


@given(texts("en"))
@settings(max_examples=250)
@example(("", []))
def test_english(made: tuple[str, list[Token]]) -> None:
    hold(*made, "en")


@given(texts("ru"))
@settings(max_examples=250)
@example(("", []))
def test_russian(made: tuple[str, list[Token]]) -> None:
    hold(*made, "ru")


@given(st.text(max_size=60), st.sampled_from(["en", "ru"]))
def test_any_text(text: str, lang: str) -> None:
    hold(text, tokens(text), lang)


def calls(text: str, lang: str) -> int:
    """How many functions are called when a text is read for dates and quantities."""
    language = LANGUAGES[lang]
    words = tokens(text)
    count = 0

    def heard(frame: FrameType, event: str, arg: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(heard)
    try:
        parts = read(text, words, lang)
        find_expressions(parts, language.times, language.numbers)
        find_quantities(text, parts, language.numbers)
    finally:
        sys.setprofile(before)
    return count


HOSTILE = {
    "en": (
        "1,111", "1.1-1/", "thousands of ", "two and a half ", "a hundred and ", "March 1, ", "in the ", "1", "1-",
        "1:", "$", "-", "twenty-", "more than ", "from 1 to ", "late on ", "a.m. on ", "one in five ", "Monday, ",
        "twenty five thousand ", "two hundred and ", "five million ", "5 million ", "following year ",
    ),
    "ru": (
        "тысячи ", "два с половиной ", "сто ", "1 марта, ", "от 1 до ", "не более ", "в конце ", "пять-", "п. п. ",
        "каждый ", "2025 год ", "десятки, а то и ",
    ),
}  # fmt: skip
SIZE = 100


@pytest.mark.parametrize(("lang", "piece"), [(lang, piece) for lang in HOSTILE for piece in HOSTILE[lang]])
def test_twice_the_text_is_twice_the_work(lang: str, piece: str) -> None:
    calls(piece * 2, lang)  # what is cached is made once
    once, twice = calls(piece * SIZE, lang), calls(piece * 2 * SIZE, lang)
    assert twice < 2.3 * once
