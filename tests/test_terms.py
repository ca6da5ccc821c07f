"""Offices and those who hold them. Each case: words and the office that they name, or an office, a place and a day."""

from __future__ import annotations

import pytest

from sayso.roster.holder import Holder
from sayso.roster.roster import make_roster
from sayso.speakers.terms import bearers, in_office, office_of, on_day, shape_of
from tests.staged import ROSTER, SPEAKERS

OFFICES = (
    ("president", "president"),
    ("US president", "president"),
    ("the president of France", "president"),
    ("Prime Minister", "prime minister"),
    ("premier", "prime minister"),
    ("foreign secretary", "foreign minister"),
    ("Minister of Foreign Affairs", "foreign minister"),
    ("secretary of state", "foreign minister"),
    ("Secretary of State for Defence", "defence minister"),
    ("Secretary of Defense", "defence minister"),
    ("vice president", "vice president"),
    ("secretary general", "head"),
    ("Secretary-General", "head"),
    ("director-general", "head"),
    ("Press Secretary of the President", "spokesperson"),
    ("Commander-in-Chief of the Armed Forces", "commander-in-chief"),
    # a deputy's, or one that is not held yet
    ("deputy president", None),
    ("deputy prime minister", None),
    ("Deputy Secretary-General", None),
    ("president-elect", None),
    ("vice prime minister", None),
    ("Vice Chancellor", None),
    # another's, who works for the one in office
    ("Spokesperson of the Secretary-General", "spokesperson"),
    # no office
    ("mayor of Porto", None),
    ("resident", None),
    ("", None),
)


@pytest.mark.parametrize(("words", "office"), OFFICES)
def test_office(words: str, office: str | None) -> None:
    assert office_of(shape_of(words), SPEAKERS) == office


HELD = (
    ("president", "United States", "2025-01-19", ["Joe Biden"]),
    ("president", "United States", "2025-01-20", ["Donald Trump"]),
    ("president", "united states", "2025-03-14", ["Donald Trump"]),
    ("president", "United States", "2025-01", ["Joe Biden", "Donald Trump"]),
    ("president", "United States", "2025", ["Joe Biden", "Donald Trump"]),
    ("president", "United States", "2023", ["Joe Biden"]),
    ("vice president", "United States", "2025-03-14", ["JD Vance"]),
    ("chancellor", "Germany", "2025-03-14", ["Olaf Scholz"]),
    ("head", "NATO", "2025-03-14", ["Mark Rutte"]),
    ("head", "United Nations", "2025-03-14", ["António Guterres"]),
    ("head", "World Health Organization", "2025-03-14", ["Tedros Adhanom Ghebreyesus"]),
    ("president", "United States", "1799-01-01", []),
    ("president", "Norland", "2025-03-14", []),
    ("harbour master", "United States", "2025-03-14", []),
)


@pytest.mark.parametrize(("office", "place", "day", "names"), HELD)
def test_in_office(office: str, place: str, day: str, names: list[str]) -> None:
    assert [h.name for h in in_office(ROSTER, office, place, day)] == names


LIMA = Holder(
    name="Ana Lima", aliases=("Anita Lima",), office="President", country="Norland", organization=None,
    since="2020", until="2024-05-01",
)  # fmt: skip
COSTA = Holder(
    name="Rui Costa", office="President", country="Norland", organization=None, since="2024-05-01", until=None
)
NORLAND = make_roster((LIMA, COSTA), ())


@pytest.mark.parametrize("name", ["Ana Lima", "ANA LIMA", "Ana\nLima", "Anita Lima", "Lima"])
def test_bearers_of_a_name(name: str) -> None:
    assert bearers(NORLAND, name) == (LIMA,)


@pytest.mark.parametrize("name", ["Ana", "Ana Costa", "", "—"])
def test_nobody_bears_it(name: str) -> None:
    assert bearers(NORLAND, name) == ()


@pytest.mark.parametrize(
    ("day", "holders"),
    [("2024-04-30", [LIMA]), ("2024-05-01", [COSTA]), ("2024", [LIMA, COSTA]), ("2020", [LIMA]), ("2019", [])],
)
def test_who_may_hold_it_on_a_day(day: str, holders: list[Holder]) -> None:
    assert list(on_day((LIMA, COSTA), day)) == holders


def test_one_roster_is_not_answered_from_another() -> None:
    assert in_office(NORLAND, "president", "Norland", "2025") == [COSTA]
    assert in_office(make_roster((LIMA,), ()), "president", "Norland", "2025") == []
    assert in_office(ROSTER, "president", "Norland", "2025") == []
