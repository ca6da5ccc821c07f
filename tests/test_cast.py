"""The cast of a line: who is in it, in which forms, with which role and side. The names are the real model's, in lines
plain enough for any sane one; rules and sides are the code's."""

from __future__ import annotations

import pytest

from tests.staged import MARCH, member, stage

SAID = " {1s The board} {1q said} {1c the gate was late}."


def people(line: str, published: str | None = None) -> list[str]:
    return [m.name for m in stage(line, published).cast.members if m.kind == "person"]


PEOPLE = (
    ("Mr Rui Costa met Ms Eva Marin.", ["Rui Costa", "Eva Marin"]),
    ("Mr Rui Costa left. Costa came back.", ["Rui Costa"]),
    ("Mr Costa left. Then Mr Rui Costa came back.", ["Rui Costa"]),
    ("Mr RUI COSTA left. Then Rui Costa came back.", ["Rui Costa"]),
    ("Dr. Eva Marin left. Dr Marin came back.", ["Eva Marin"]),
    ("Mr R. Costa left. Then Mr Rui Costa came back.", ["Rui Costa"]),
    ("Ms Eva van der Berg left. Then Ms Van der Berg came back.", ["Eva van der Berg"]),
    # of one family name
    ("Mr Rui Costa met Ms Eva Costa.", ["Rui Costa", "Eva Costa"]),
    ("Mr Alan Johnson met Mr Boyd Johnson.", ["Alan Johnson", "Boyd Johnson"]),
    ("Mr Rui Costa Sr. met Mr Rui Costa Jr.", ["Rui Costa Sr", "Rui Costa Jr"]),
    ("Mr Rui Costa met his son, Mr Rui Costa Jr.", ["Rui Costa", "Rui Costa Jr"]),
    ("Mr Rui P. Costa met Mr Rui M. Costa.", ["Rui P. Costa", "Rui M. Costa"]),
    # of names that only sound alike
    ("Ms Eva Barnes left. Then Mr Burns came.", ["Eva Barnes", "Burns"]),
    ("Ms Anna Petrova left. Then Mr Petrov came.", ["Anna Petrova", "Petrov"]),
)


@pytest.mark.parametrize(("line", "names"), PEOPLE)
def test_people(line: str, names: list[str]) -> None:
    assert people(line + SAID) == names


BODIES = (
    ("The International Gate Agency (IGA) met.", "International Gate Agency", ("International Gate Agency", "IGA")),
    ("The US left. The United States came back.", "United States", ("US", "United States")),
    ("The World Bank met. Then the World Bank spoke.", "World Bank", ("World Bank",)),
    ("The European Union met. The EU spoke.", "European Union", ("European Union", "EU")),
)


@pytest.mark.parametrize(("line", "name", "forms"), BODIES)
def test_bodies(line: str, name: str, forms: tuple[str, ...]) -> None:
    assert member(line + SAID, name).forms == forms


ROLES = (
    ("Mr Rui Costa, mayor of Porto, left.", "Rui Costa", "mayor of Porto", "m"),
    ("Porto’s mayor, Ms Eva Marin, left.", "Eva Marin", "Porto’s mayor", "f"),
    ("Mr Rui Costa, an adviser to the mayor, left.", "Rui Costa", "adviser to the mayor", "m"),
    ("Spokeswoman Eva Marin left.", "Eva Marin", "Spokeswoman", "f"),
    ("Mr Rui Costa left.", "Rui Costa", None, "m"),
    ("Mrs. Eva Costa left.", "Eva Costa", None, "f"),
    ("Dr Eva Marin left.", "Eva Marin", None, None),
    ("Maria Costa left.", "Maria Costa", None, "f"),
)


@pytest.mark.parametrize(("line", "name", "role", "gender"), ROLES)
def test_role_and_gender(line: str, name: str, role: str | None, gender: str | None) -> None:
    found = member(line + SAID, name)
    assert (found.role, found.gender) == (role, gender)


SIDES = (
    # line, day, member, side
    ("French President Eva Marin left.", None, "Eva Marin", "France"),
    ("Mr Rui Costa, spokesman for the Kremlin, left.", None, "Rui Costa", "Russia"),
    ("Mr Rui Costa, a French Defence Ministry spokesman, left.", None, "Rui Costa", "France"),
    ("US Senator Rui Costa left.", None, "Rui Costa", "United States"),
    # none: a former one, a private one, no office
    ("Former French President Eva Marin left.", None, "Eva Marin", None),
    ("Mr Rui Costa, a former French minister, left.", None, "Rui Costa", None),
    ("Mr Rui Costa, an ex-minister of France, left.", None, "Rui Costa", None),
    ("Mr Rui Costa, head of the French company Brandt, left.", None, "Rui Costa", None),
    ("Mr Rui Costa, a professor at the French University of Defence, left.", None, "Rui Costa", None),
    ("Mr Rui Costa, a French journalist, left.", None, "Rui Costa", None),
    # whom an envoy is sent to is not whom he speaks for
    ("Mr Rui Costa, the US envoy to Ukraine, left.", None, "Rui Costa", "United States"),
    ("Mr Rui Costa, the ambassador to Ukraine, left.", None, "Rui Costa", None),
    ("Mr Rui Costa, ambassador to Ukraine of the US, left.", None, "Rui Costa", "United States"),
    # of the roster
    ("Olaf Scholz left.", MARCH, "Olaf Scholz", "Germany"),
    ("Barack Obama left.", MARCH, "Barack Obama", None),
    ("Former US President Joe Biden left.", MARCH, "Joe Biden", None),
    ("US President Joe Biden was named.", MARCH, "Joe Biden", None),
    # bodies
    ("The White House spoke.", None, "White House", "United States"),
    ("The European Commission met.", None, "European Commission", "European Union"),
    ("The BBC spoke.", None, "BBC", None),
    ("The University of Porto spoke.", None, "University of Porto", None),
)


@pytest.mark.parametrize(("line", "day", "name", "side"), SIDES)
def test_sides(line: str, day: str | None, name: str, side: str | None) -> None:
    assert member(line + SAID, name, day).side == side


def test_without_a_date_nobody_holds_an_office_that_the_roster_knows_to_be_over() -> None:
    assert member("Barack Obama left." + SAID, "Barack Obama").side is None


HOLDERS = (
    ("Mr Scholz left Germany.", MARCH, "Olaf Scholz", "Chancellor"),
    ("Olaf Scholz left.", MARCH, "Olaf Scholz", "Chancellor"),
    ("Olaf Scholz left.", "2014-03-14", "Olaf Scholz", None),
    # not a word of Germany: any Scholz
    ("Mr Scholz left the bakery.", MARCH, "Scholz", None),
)


@pytest.mark.parametrize(("line", "day", "name", "role"), HOLDERS)
def test_the_roster_gives_the_full_name_and_the_office_of_the_day(
    line: str, day: str, name: str, role: str | None
) -> None:
    assert member(line + SAID, name, day).role == role


def test_members_enter_in_the_order_of_the_text_and_each_name_is_one_members() -> None:
    s = stage("Mr Rui Costa met Ms Eva Marin of the World Bank. Costa left. Marin went to Russia." + SAID)
    firsts = [m.names[0] for m in s.cast.members]
    assert firsts == sorted(firsts)
    spans = [span for m in s.cast.members for span in m.names]
    assert len(spans) == len(set(spans))
    assert [s.cut(x) for x in s.cast.members[0].names] == ["Rui Costa", "Costa"]


def test_a_bare_family_name_of_two_is_nobodys() -> None:
    s = stage("Mr Alan Johnson met Mr Boyd Johnson. Then Johnson left." + SAID)
    last = [n for n in s.scene.names if n.words == "Johnson"][-1]
    assert s.cast.member(last) is None
    assert [m.name for m in s.cast.rivals(last)] == ["Alan Johnson", "Boyd Johnson"]
