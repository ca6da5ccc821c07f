"""The packaged tables, held to their rules."""

from __future__ import annotations

from collections import Counter
from importlib.resources import as_file, files

import pytest

from sayso.roster.holder import Holder, perhaps_held, surely_held
from sayso.roster.roster import open_roster, packaged_holders
from sayso.roster.table import read_table
from sayso.roster.world import countries, country_of, find_country, find_organization, organizations


@pytest.fixture(autouse=True)
def no_roster_of_ones_own(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    monkeypatch.setenv("SAYSO_ROSTER", str(tmp_path_factory.getbasetemp() / "no.csv"))


def in_office(office: str, place: str, day: str) -> list[Holder]:
    return [h for h in open_roster().holders if h.office == office and h.country == place and surely_held(h, day)]


def test_the_table_keeps_to_the_rules() -> None:
    with as_file(files("sayso.roster") / "officeholders.csv") as path:
        assert read_table(path) == packaged_holders()
    assert set(open_roster().holders) == set(packaged_holders())


def test_the_president_on_two_days() -> None:
    (before,) = in_office("President", "United States", "2025-01-10")
    (after,) = in_office("President", "United States", "2025-03-14")
    assert before.name != after.name


def test_no_row_stands_twice() -> None:
    assert [h for h, n in Counter(packaged_holders()).items() if n > 1] == []


@pytest.mark.parametrize("field", ["aliases", "aliases_ru"])
def test_no_two_countries_share_an_alias(field: str) -> None:
    own = "name" if field == "aliases" else "name_ru"
    names = Counter(
        name.casefold()
        for country in countries()
        for name in {x.casefold(): x for x in (getattr(country, own), *getattr(country, field)) if x}.values()
    )
    assert [name for name, n in names.items() if n > 1] == []


def test_no_two_countries_share_a_code() -> None:
    assert [code for code, n in Counter(c.code.casefold() for c in countries()).items() if n > 1] == []


def test_no_two_organizations_share_an_alias() -> None:
    names = Counter(name for o in organizations() for name in {o.name, *o.aliases})
    assert [name for name, n in names.items() if n > 1] == []


def test_every_organization_is_of_a_known_country() -> None:
    known = {country.name for country in countries()}
    assert {o.name: o.country for o in organizations() if o.country and o.country not in known} == {}


def test_every_holder_is_of_a_known_country() -> None:
    known = {country.name for country in countries()}
    assert {h.name: h.country for h in packaged_holders() if h.country and h.country not in known} == {}


def test_a_country_is_found_by_code_name_and_alias() -> None:
    for found in (country_of("us"), country_of("US"), find_country("United States"), find_country("united states")):
        assert found is not None
        assert found.name == "United States"
    assert find_country("it") is None
    for country in countries():
        assert find_country(country.name) == country
        assert all(find_country(alias) == country for alias in country.aliases)
    for organization in organizations():
        assert all(find_organization(name) == organization for name in (organization.name, *organization.aliases))
    assert find_country("Norland") is None
    assert find_organization("nato") == find_organization("NATO")
    assert find_organization("Harbour Union") is None


def test_nobody_is_perhaps_in_office_before_they_were_born() -> None:
    assert [h for h in packaged_holders() if perhaps_held(h, "1900")] == []
