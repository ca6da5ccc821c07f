"""Other people's tables to holders: what each format gives, what it leaves out and why, and what is no such file."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import RosterError
from sayso.roster.holder import COLUMNS, Holder
from sayso.roster.importers import FORMATS, detect, read_source
from sayso.roster.importers.followthemoney import agree_on
from sayso.roster.importers.imported import Import, name_office
from sayso.roster.importers.source import Source, open_source

Row = dict[str, Any]
TABLE = ",".join(COLUMNS) + "\nAna Lima,,,,President,,Norland,2020-05,2024-05-01\n"
LIMA = Holder(
    name="Ana Lima", office="President", country="Norland", organization=None, since="2020-05", until="2024-05-01"
)


def source(data: str | bytes | list[Row] | Row) -> Source:
    if isinstance(data, list):
        data = "".join(json.dumps(item) + "\n" for item in data)
    elif isinstance(data, dict):
        data = json.dumps(data)
    return Source("in.x", io.BytesIO(data.encode() if isinstance(data, str) else data))


def read(data: str | bytes | list[Row] | Row, form: str | None = None) -> Import:
    return read_source(source(data), form)[1]


def only(found: Import) -> Holder:
    assert found.left_out == ()
    (holder,) = found.holders
    return holder


def left_out(found: Import) -> str:
    assert found.holders == ()
    (reason,) = found.left_out
    return reason


# ---- followthemoney


def entity(schema: str, id_: str, **properties: str | list[str]) -> Row:
    lists = {key: value if isinstance(value, list) else [value] for key, value in properties.items()}
    return {"id": id_, "schema": schema, "properties": lists, "datasets": ["x"], "target": False}


PERSON = entity("Person", "p1", name=["Ana Lima"], alias=["A. Lima", "Ана Лима"], weakAlias="Lima|The Pilot")
POST = entity("Position", "q1", name="President of France", country="fr")
TERM = entity("Occupancy", "o1", holder="p1", post="q1", startDate="2020-05", endDate="2024-05-01", status="ended")


def term(**changes: str | list[str] | None) -> Row:
    properties = {key: value for key, value in {**TERM["properties"], **changes}.items() if value is not None}
    return entity("Occupancy", "o1", **properties)


@pytest.mark.parametrize("entities", [[PERSON, POST, TERM], [TERM, POST, PERSON], [POST, TERM, PERSON]])
def test_entities_in_any_order(entities: list[Row]) -> None:
    assert only(read([entity("Company", "c", name="Gull"), *entities, entity("Vessel", "v", name="Gull")])) == Holder(
        name="Ana Lima",
        aliases=("A. Lima", "Lima", "The Pilot"),
        aliases_ru=("Ана Лима",),
        office="President",
        country="France",
        organization=None,
        since="2020-05",
        until="2024-05-01",
    )


@pytest.mark.parametrize(
    ("occupancy", "reason"),
    [
        (term(holder="p9"), "Occupancy o1: its person 'p9' is not in the file"),
        (term(holder=None), "Occupancy o1: its person '' is not in the file"),
        (term(post="q9"), "Occupancy o1: its position 'q9' is not in the file"),
        (term(startDate=None), "Occupancy o1 of Ana Lima: it has no startDate"),
        (term(startDate="spring"), "Occupancy o1 of Ana Lima: its startDate 'spring' is no date"),
        (term(startDate=["2020", "2021"]), "its startDate '2020, 2021' is no date"),
        (term(endDate="?"), "its endDate '?' is no date"),
        (term(endDate=None), "its status is 'ended' and it has no endDate"),
        (term(endDate=None, status="unknown"), "its status is 'unknown' and it has no endDate"),
        (term(endDate="2019"), "2020-05 to 2019: from '2020-05' is not before to ('2019')"),
    ],
)
def test_an_occupancy_that_is_left_out(occupancy: Row, reason: str) -> None:
    assert reason in left_out(read([PERSON, POST, occupancy]))


@pytest.mark.parametrize("status", ["current", None])
def test_an_occupancy_that_goes_on(status: str | None) -> None:
    assert only(read([PERSON, POST, term(endDate=None, status=status)])).until is None


@pytest.mark.parametrize(
    ("post", "office", "country", "organization"),
    [
        (POST, "President", "France", None),
        (
            entity("Position", "q1", name="Minister of Pilots", country=["zz", "FR"]),
            "Minister of Pilots",
            "France",
            None,
        ),
        (entity("Position", "q1", name="Head", organization="b1"), "Head", None, "Harbour Union"),
        (entity("Position", "q1", name="Head of the Harbour Union", organization="b1"), "Head", None, "Harbour Union"),
        (entity("Position", "q1", name="Head", organization="b1", country="fr"), "Head", "France", "Harbour Union"),
        (entity("Position", "q1", name="Head", organization=["b9", "NATO"]), "Head", None, "NATO"),
    ],
)
def test_a_position(post: Row, office: str, country: str | None, organization: str | None) -> None:
    found = only(read([entity("PublicBody", "b1", name="Harbour Union"), PERSON, post, TERM]))
    assert (found.office, found.country, found.organization) == (office, country, organization)


@pytest.mark.parametrize("place", [{}, {"country": "zz"}, {"organization": "b9"}])
def test_a_position_of_nowhere(place: dict[str, str]) -> None:
    reason = left_out(read([PERSON, entity("Position", "q1", name="Head", **place), TERM]))
    assert "its position is of no country that sayso knows" in reason


@pytest.mark.parametrize(
    ("person", "name", "aliases", "aliases_ru"),
    [
        (entity("Person", "p1", name=["Ана Лима", "Ana  Lima"]), "Ana Lima", (), ("Ана Лима",)),
        (
            entity("Person", "p1", name=["Lima Ana", "Ana Lima"]) | {"caption": "Ana Lima"},
            "Ana Lima",
            ("Lima Ana",),
            (),
        ),
        (entity("Person", "p1", name="Ана Лима"), "Ана Лима", (), ()),
    ],
)
def test_a_person(person: Row, name: str, aliases: tuple[str, ...], aliases_ru: tuple[str, ...]) -> None:
    found = only(read([person, POST, TERM]))
    assert (found.name, found.aliases, found.aliases_ru) == (name, aliases, aliases_ru)


def test_a_person_with_no_name() -> None:
    assert "name '' is empty" in left_out(read([entity("Person", "p1"), POST, TERM]))


@pytest.mark.parametrize(
    ("written", "date"),
    [
        (["2014"], "2014"),
        (["2014", "2014-05-25"], "2014-05-25"),
        (["2014-05-25", "2014-05-26"], "2014-05"),
        (["2014-05-25", "2014-06-25"], "2014"),
        (["2014-05-25", "2014-06"], "2014"),
        (["2014", "2015"], None),
        (["2014", "spring"], None),
        ([], None),
    ],
)
def test_dates_agree(written: list[str], date: str | None) -> None:
    assert agree_on(written) == date


MEMBERS = [
    *(entity("Person", f"p{n}", name=f"Member {n}") for n in range(3)),
    entity("Position", "q1", name="Member of Parliament", country="fr"),
    *(entity("Occupancy", f"m{n}", holder=f"p{n}", post="q1", startDate="2020") for n in range(3)),
]


def test_an_office_of_many_is_left_out() -> None:
    found = read([*MEMBERS, PERSON | {"id": "a"}, POST | {"id": "b"}, term(holder="a", post="b")])
    assert [h.name for h in found.holders] == ["Ana Lima"]
    assert len(found.left_out) == 3
    assert found.left_out[0] == (
        "Member 0, Member of Parliament (France), 2020 to now: Member 1 (2020 to now) surely holds the office at the "
        "same time"
    )


# ---- popolo


def popolo(**changes: Any) -> Row:
    whole = {
        "persons": [{"id": "p1", "name": "Ana Lima", "other_names": [{"name": "A. Lima"}, {"name": "Ana Lima"}]}],
        "organizations": [{"id": "g", "name": "Harbour Union"}],
        "posts": [{"id": "q1", "label": "Head of the Harbour Union", "role": "head", "organization_id": "g"}],
        "areas": [{"id": 7, "name": "Norland", "classification": "country"}],
        "memberships": [{"person_id": "p1", "post_id": "q1", "start_date": "2020-05", "end_date": "2024-05-01"}],
    }
    return {**whole, **changes}


def membership(**changes: Any) -> Row:
    return popolo(memberships=[{**popolo()["memberships"][0], **changes}])


def test_a_membership() -> None:
    assert only(read(popolo())) == Holder(
        name="Ana Lima",
        aliases=("A. Lima",),
        office="Head",
        country=None,
        organization="Harbour Union",
        since="2020-05",
        until="2024-05-01",
    )


@pytest.mark.parametrize(
    ("file", "office", "country", "organization"),
    [
        (membership(post_id=None, organization_id="g", role="Chair"), "Chair", None, "Harbour Union"),
        (membership(role="member"), "Head", None, "Harbour Union"),
        (membership(area_id=7), "Head", "Norland", "Harbour Union"),
        (membership(area={"name": "France"}), "Head", "France", "Harbour Union"),
        (membership(area={"name": "West Quay"}), "Head", None, "Harbour Union"),
        (membership(country_code="FR"), "Head", "France", "Harbour Union"),
        (membership(post_id=None, role="President of Norland", country="Norland"), "President", "Norland", None),
        (popolo(posts=[{"id": "q1", "role": "Harbour master", "area_id": 7}]), "Harbour master", "Norland", None),
        (membership(end_date=None), "Head", None, "Harbour Union"),
    ],
)
def test_where_a_membership_is(file: Row, office: str, country: str | None, organization: str | None) -> None:
    found = only(read(file))
    assert (found.office, found.country, found.organization) == (office, country, organization)


@pytest.mark.parametrize(
    ("file", "reason"),
    [
        (membership(person_id="p9"), "membership 1: its person 'p9' is not in the file"),
        (membership(start_date=None), "membership of Ana Lima (Head of the Harbour Union): it has no start_date"),
        (membership(start_date="May"), "its start_date 'May' is no date"),
        (membership(end_date="May"), "its end_date 'May' is no date"),
        (membership(post_id=None, role="Chair"), "country '' is empty, and so is organization"),
        (membership(post_id=None, organization_id="g"), "office '' is empty"),
        (membership(end_date="2020-04"), "is not before to ('2020-04')"),
        (popolo(persons=[{"id": "p1", "name": "A\0"}]), "name 'A\\x00' holds a control character"),
    ],
)
def test_a_membership_that_is_left_out(file: Row, reason: str) -> None:
    assert reason in left_out(read(file))


def test_a_file_of_persons_only() -> None:
    assert read({"persons": []}) == Import(holders=())


# ---- wikidata

VARS = "person personLabel officeLabel countryLabel start end".split()


def answer(*rows: dict[str, str], variables: list[str] = VARS) -> Row:
    bindings = [{key: {"type": "literal", "xml:lang": "en", "value": value} for key, value in r.items()} for r in rows]
    return {"head": {"vars": variables}, "results": {"bindings": bindings}}


def binding(**changes: str) -> dict[str, str]:
    told = {
        "person": "http://www.wikidata.org/entity/Q1",
        "personLabel": "Ana Lima",
        "officeLabel": "President of Norland",
        "countryLabel": "Norland",
        "start": "2020-05-01T00:00:00Z",
        "startPrecision": "10",
        "end": "2024-05-01T00:00:00Z",
        **changes,
    }
    return {key: value for key, value in told.items() if value}


def test_a_row() -> None:
    assert only(read(answer(binding()))) == LIMA


@pytest.mark.parametrize(
    ("changes", "field", "value"),
    [
        ({"alias": "A. Lima|Ana Lima||Lima"}, "aliases", ("A. Lima", "Lima")),
        ({"personLabelRu": "Ана Лима", "aliasRu": "Лима"}, "name_ru", "Ана Лима"),
        ({"personLabelRu": "Ана Лима", "aliasRu": "Лима|Ана Лима"}, "aliases_ru", ("Лима",)),
        ({"officeLabel": "", "positionLabel": "premier"}, "office", "premier"),
        ({"officeLabel": "president of Norlands"}, "office", "president of Norlands"),
        ({"countryLabel": "", "organizationLabel": "Harbour Union"}, "organization", "Harbour Union"),
        ({"end": ""}, "until", None),
        ({"startPrecision": ""}, "since", "2020-05-01"),
        ({"startPrecision": "9"}, "since", "2020"),
        ({"startPrecision": "11"}, "since", "2020-05-01"),
        ({"endPrecision": "9"}, "until", "2024"),
    ],
)
def test_what_a_row_may_hold(changes: dict[str, str], field: str, value: object) -> None:
    assert getattr(only(read(answer(binding(**changes)))), field) == value


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"personLabel": "Q1"}, "row 1, Q1: Q1 has no label in English"),
        ({"officeLabel": "Q77"}, "row 1, Ana Lima: Q77 has no label in English"),
        ({"countryLabel": "Q7"}, "Q7 has no label"),
        ({"start": ""}, "row 1, Ana Lima: it has no start"),
        ({"start": "_:t123"}, "its start '_:t123' is no date known to the year"),
        ({"start": "-0044-03-15T00:00:00Z"}, "is no date known to the year"),
        ({"startPrecision": "8"}, "is no date known to the year"),
        (
            {"end": "http://www.wikidata.org/.well-known/genid/1"},
            "its end 'http://www.wikidata.org/.well-known/genid/1'",
        ),
        ({"end": "2020-04-01T00:00:00Z"}, "from '2020-05' is not before to"),
        ({"personLabel": ""}, "name '' is empty"),
        ({"countryLabel": ""}, "country '' is empty, and so is organization"),
        ({"personLabel": "x" * 5000}, "is 5,000 characters long"),
    ],
)
def test_a_row_that_is_left_out(changes: dict[str, str], reason: str) -> None:
    told = left_out(read(answer(binding(**changes))))
    assert reason in told
    assert len(told) < 400


def test_rows_that_differ_in_an_alias_are_one() -> None:
    found = only(read(answer(binding(alias="A. Lima"), binding(alias="Lima"), binding())))
    assert found.aliases == ("A. Lima", "Lima")


def test_a_missing_end_leaves_both_out() -> None:
    found = read(answer(binding(end=""), binding(personLabel="Bo Ek", start="2024-05-01T00:00:00Z", end="")))
    assert found.holders == ()
    assert len(found.left_out) == 2


@pytest.mark.parametrize("missing", VARS)
def test_a_query_without_a_variable(missing: str) -> None:
    with pytest.raises(RosterError, match=f"in.x: the results have no variable '{missing}'.*docs/roster.md"):
        read(answer(variables=[v for v in VARS if v != missing]))


# ---- what fits, and what is no such file

SAMPLES: dict[str, str] = {
    "csv": TABLE,
    "followthemoney": "\n".join(json.dumps(e) for e in (PERSON, POST, TERM)),
    "popolo": json.dumps(popolo()),
    "wikidata": json.dumps(answer(binding())),
}


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("before", [b"", b"\xef\xbb\xbf", b"\n \n"])
def test_the_content_tells_the_format(form: str, before: bytes) -> None:
    data = before + SAMPLES[form].encode()
    assert read_source(source(data))[0] == form
    assert read(data) == read(SAMPLES[form], form)
    assert len(read(data).holders) == 1


@pytest.mark.parametrize("form", ["popolo", "wikidata"])
def test_json_on_many_lines(form: str) -> None:
    assert detect(source(json.dumps(json.loads(SAMPLES[form]), indent=2))) == form


@pytest.mark.parametrize(
    "data",
    [
        "",
        "\n",
        "Hello.",
        "[]",
        "{}",
        "null",
        "{",
        '{"a": 1}',
        "a,b,c\n1,2,3",
        b"\x89PNG\0",
        b"\xff\xfe{\0",
        "[" * 99999,
    ],
)
def test_what_fits_no_format(data: str | bytes) -> None:
    with pytest.raises(RosterError, match=r"this looks like none of the formats \(csv: the roster's own table"):
        read(data)


def test_a_format_that_is_none() -> None:
    with pytest.raises(RosterError, match=r"'xml' is not a format of rosters\. Choose one of csv, followthemoney"):
        read(TABLE, "xml")


UNLIKE = "in.x, line 1: this is not what it should hold "
NESTED = '{"a":' * 50_000


@pytest.mark.parametrize(
    ("form", "data", "told"),
    [
        ("csv", "a,b", "in.x, row 1: there is no column 'name'"),
        ("csv", TABLE + "Bo Ek,,,,,,,,", "in.x, row 3, column office: '' is empty"),
        ("followthemoney", SAMPLES["followthemoney"] + "\n\n{broken", "in.x, line 5: this is not JSON"),
        ("followthemoney", '{"id": 1, "schema": "Person"}', UNLIKE + "(Expected `str`"),
        ("followthemoney", '{"id": "1"}', UNLIKE + "(Object missing required"),
        ("followthemoney", [{**PERSON, "properties": {"name": "Ana"}}], "Expected `array`, got `str`"),
        ("followthemoney", [{**PERSON, "properties": {"name": [1]}}], "Expected `str`, got `int`"),
        ("followthemoney", "[]", UNLIKE),
        ("followthemoney", b'{"id": "\xff"}', UNLIKE),
        ("followthemoney", b"\0\0", "in.x, line 1: this is not JSON"),
        ("followthemoney", NESTED, "in.x, line 1: this is not"),
        ("followthemoney", "x" * (17 << 20), "in.x, line 1: the line is longer than"),
        ("popolo", "{", "in.x: this is not JSON"),
        ("popolo", "[]", "in.x: this is not what it should hold"),
        ("popolo", {"persons": {}}, "Expected `array`, got `object` - at `$.persons`"),
        ("popolo", {"persons": [{"id": "1", "name": []}]}, "at `$.persons[0].name`"),
        ("popolo", {"memberships": [{"start_date": 2020}]}, "got `int` - at `$.memberships[0].start_date`"),
        ("popolo", '{"persons": ' + "[" * 50_000, "in.x: this is not"),
        ("wikidata", '{"results": {}}', "in.x: this is not what it should hold (Object missing required"),
        ("wikidata", {"head": {"vars": VARS}, "results": {"bindings": [{"start": "2020"}]}}, "got `str`"),
        ("wikidata", {"head": {"vars": 1}, "results": {"bindings": []}}, "Expected `array`, got `int`"),
        ("wikidata", b"\0", "in.x: this is not JSON"),
        ("wikidata", "", "in.x: this is not JSON"),
    ],
)  # fmt: skip
def test_what_is_no_such_file(form: str, data: str | bytes | list[Row] | Row, told: str) -> None:
    with pytest.raises(RosterError) as caught:
        read(data, form)
    assert told in str(caught.value)
    assert len(str(caught.value)) < 500


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inside: st.lists(inside, max_size=3) | st.dictionaries(st.text(max_size=5), inside, max_size=3),
    max_leaves=6,
)


@given(st.data())
def test_a_damaged_file_is_read_or_refused(data: st.DataObject) -> None:
    form = data.draw(st.sampled_from([f for f in FORMATS if f != "csv"]))
    whole: Any = json.loads(SAMPLES[form]) if form != "followthemoney" else [PERSON, POST, TERM]
    whole = json.loads(json.dumps(whole))
    spots: list[tuple[Any, Any]] = []
    todo = [whole]
    while todo:
        node = todo.pop()
        items = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
        spots.extend((node, key) for key, _ in items)
        todo.extend(value for _, value in items)
    node, key = data.draw(st.sampled_from(spots))
    node[key] = data.draw(JSON)
    text = "\n".join(map(json.dumps, whole)) if form == "followthemoney" else json.dumps(whole)
    try:
        found = read(text, form)
    except RosterError:
        return
    assert isinstance(found, Import)


@given(st.binary(max_size=200) | st.text(max_size=100).map(str.encode), st.sampled_from([None, *FORMATS]))
def test_any_bytes_are_read_or_refused(data: bytes, form: str | None) -> None:
    try:
        found = read(data, form)
    except RosterError:
        return
    assert found.holders == ()


@pytest.mark.parametrize(
    ("title", "place", "office"),
    [
        ("President of France", "France", "President"),
        ("president of the French Republic", "France", "president"),
        ("Secretary General of NATO", "NATO", "Secretary General"),
        ("President of the Bank of Norland", "Norland", "President of the Bank"),
        ("Minister of Pilots", "France", "Minister of Pilots"),
        ("President", None, "President"),
    ],
)
def test_an_office_is_named_without_its_place(title: str, place: str | None, office: str) -> None:
    assert name_office(title, place, None) == office


def test_a_pipe_can_be_read_twice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Pipe(io.BytesIO):
        def seekable(self) -> bool:
            return False

    stdin = io.TextIOWrapper(Pipe(TABLE.encode()))
    monkeypatch.setattr("sys.stdin", stdin)
    with open_source("-") as opened:
        assert read_source(opened) == ("csv", Import(holders=(LIMA,)))
    with pytest.raises(RosterError, match=r"no\.csv: there is no such file"), open_source(tmp_path / "no.csv"):
        pass
    with pytest.raises(RosterError, match="cannot be read"), open_source(tmp_path):
        pass
