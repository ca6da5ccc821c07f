"""Through whom a statement comes. Each case is about the last statement of a line: those who pass it on, nearest to the
reader first."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.staged import stage

LATE = "{1c the gate was late}"
BY_LIMA = "“{1c The gate is late},” {1s Ana Lima} {1q said}, "
NESTED = (
    ("{1s CBS} {1q writes} that {1c {2s Ana Lima} {2q said} {2c it was late}}.", ["CBS News"]),
    (
        "{1s CBS} {1q reported} that {1c {2s Ana Lima} {2q wrote} that {2c {3s pilots} {3q said} {3c it was late}}}.",
        ["CBS News", "Ana Lima"],
    ),
    (
        "{1s CBS} {1q reported} that {1c {2s a senior official} {2q said} that {2c {3s Ana Lima} {3q wants} {3c it}}}.",
        ["CBS News", "a senior official"],
    ),
    # the outer source first, then who is quoted within
    (
        "{1s CBS} {1q wrote} {1c “{2c it is late},” {2s Ana Lima} {2q said}, quoted by TASS}.",
        ["CBS News", "TASS"],
    ),
    # nobody knows who the outer one is
    ("{1s The mayor} {1q said} {1c {2s Ana Lima} {2q wanted} {2c a gate}}.", []),
    ("{1s CBS} {1q said} {1c {2s the mayor} {2q said} {2c {3s Ana Lima} {3q wanted} {3c it}}}.", ["CBS News"]),
    # the speaker passes on nothing of her own
    ("{1s Ana Lima} {1q said} {1c {2s she} {2q wanted} {2c a gate}}.", []),
    (
        "{1s Ana Lima} {1q said} that {1c {2s CBS} {2q reported} that {2c {3s she} {3q wanted} {3c a gate}}}.",
        ["CBS News"],
    ),
    # side by side, not one within another
    ("{1s CBS} {1q said} {1c it was late}. {2s Ana Lima} {2q said} {2c it was early}.", []),
)
CITED = (
    ("{1c The gate was late}, CBS writes, {1q citing} {1s people familiar with the plans}.", ["CBS News"]),
    ("CBS writes, {1q citing} {1s people familiar with the plans}, that " + LATE + ".", ["CBS News"]),
    ("CBS reported on Monday, {1q citing} {1s a senior official}, that " + LATE + ".", ["CBS News"]),
    ("The Wall Street Journal reports, {1q citing} {1s an official}, that " + LATE + ".", ["Wall Street Journal"]),
    ("Agence France-Presse reports, {1q citing} {1s a senior official}, that " + LATE + ".", ["Agence France-Presse"]),
    ("Médecins Sans Frontières reports, {1q citing} {1s an official}, " + LATE + ".", ["Doctors Without Borders"]),
    (BY_LIMA + "quoted by TASS.", ["TASS"]),
    (BY_LIMA + "cited by TASS.", ["TASS"]),
    (BY_LIMA + "quoted by the Financial Times.", ["Financial Times"]),
    ("“{1c The gate is late},” {1q said} {1s Mr. Rui Costa}, quoted by TASS.", ["TASS"]),
    ("“{1c The gate is late},” {1s Ana Lima} {1q was quoted by} TASS {1q as saying}.", ["TASS"]),
    # one whom an outlet quotes is its speaker, and the outlet passes it on
    ("{1s TASS} {1q quoted} Rui Costa as saying " + LATE + ".", ["TASS"]),
    # not through them
    (BY_LIMA + "seen by TASS.", []),
    (BY_LIMA + "and TASS reports more.", []),
    (BY_LIMA + "as usual. Eva Marin was quoted by TASS.", []),
    ("{1s TASS} {1q said}, quoted by TASS, that " + LATE + ".", []),
    ("“{1c The gate, TASS writes, is late},” {1s Ana Lima} {1q said}.", []),
)  # fmt: skip


@pytest.mark.parametrize(("line", "names"), NESTED + CITED)
def test_passed_on_by(line: str, names: list[str]) -> None:
    assert [v.name for v in stage(line).last.via] == names


@pytest.mark.parametrize("line", [line for line, _ in NESTED + CITED])
def test_nobody_passes_on_what_he_says_himself_or_twice(line: str) -> None:
    for s in stage(line).statements:
        names = [v.name for v in s.via]
        assert len(names) == len(set(names))
        assert s.speaker is None or s.speaker.name not in names


@given(st.lists(st.sampled_from(["CBS", "TASS", "Ana Lima", "she", "the mayor", "a driver"]), min_size=2, max_size=5))
def test_however_deep_the_outer_ones_come_first(sources: list[str]) -> None:
    line = f"{{{len(sources)}c it was late}}"
    for number in range(len(sources), 0, -1):
        own = f"{{{number}s {sources[number - 1]}}} {{{number}q said}} {line}"
        line = own if number == 1 else f"{{{number - 1}c {own}}}"
    statements = stage(line + ".").statements
    for outer, inner in pairwise(statements):
        chain = [v.name for v in (*outer.via, *filter(None, [outer.speaker]))]
        own_name = inner.speaker.name if inner.speaker else None
        assert [v.name for v in inner.via] == [n for n in dict.fromkeys(chain) if n != own_name]
