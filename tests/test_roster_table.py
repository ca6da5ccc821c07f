"""Holders, the days that they hold office, the table that keeps them, and all that a table may do wrong."""

from __future__ import annotations

import os
from datetime import date, timedelta
from itertools import product
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import RosterError, SaysoError
from sayso.roster.cells import join_cell, split_cell
from sayso.roster.dates import cut_date, days_of
from sayso.roster.holder import COLUMNS, Holder, perhaps_held, surely_held
from sayso.roster.rules import RULES, find_breach, find_rivals
from sayso.roster.table import cell_of, holder_of, parse_table, read_table, write_table
from sayso.roster.world import Country, parse_places

HEADER = "name,aliases,name_ru,aliases_ru,office,organization,country,from,to"
LIMA = "Ana Lima,A. Lima|Lima,Ана Лима,,President,,Norland,2020-05,2024-05-01"


def holder(since: str = "2020", until: str | None = None, **fields: object) -> Holder:
    told = {"name": "Ana Lima", "office": "President", "country": "Norland", "organization": None, **fields}
    return Holder(since=since, until=until, **told)  # type: ignore[arg-type]


def table(*rows: str) -> bytes:
    return "\n".join((HEADER, *rows)).encode()


# term, day, surely, perhaps
@pytest.mark.parametrize(
    ("since", "until", "day", "surely", "perhaps"),
    [
        ("2021-01-20", "2025-01-20", "2021-01-19", False, False),
        ("2021-01-20", "2025-01-20", "2021-01-20", True, True),
        ("2021-01-20", "2025-01-20", "2025-01-19", True, True),
        ("2021-01-20", "2025-01-20", "2025-01-20", False, False),
        ("2021-01-20", "2025-01-20", "2025-01", False, True),
        ("2021-01-20", "2025-01-20", "2025", False, True),
        ("2021-01-20", "2025-01-20", "2023", True, True),
        ("2021-01-20", "2025-01-20", "2024-12", True, True),
        ("2021-01-20", "2025-01-20", "2026", False, False),
        ("2021-01-20", None, "2099-12-31", True, True),
        ("2021-01-20", None, "9999", True, True),
        ("2021", None, "2021-06-01", False, True),
        ("2021", None, "2021-12-31", True, True),
        ("2021", None, "2020-12-31", False, False),
        ("2021-02", None, "2021-02-28", True, True),
        ("2021-02", None, "2021-02-27", False, True),
        ("2020", "2024", "2024-01-01", False, True),
        ("2020", "2024", "2023-12-31", True, True),
        ("2020", "2024", "2024-12-30", False, True),
        ("2020", "2024", "2024-12-31", False, False),
        ("2020", "2020", "2020-06", False, True),
        ("2020", "2020", "2020", False, True),
        ("2024-02", "2024-03", "2024-02-29", True, True),
    ],
)
def test_who_holds_an_office(since: str, until: str | None, day: str, surely: bool, perhaps: bool) -> None:
    term = holder(since, until)
    assert (surely_held(term, day), perhaps_held(term, day)) == (surely, perhaps)


DAYS = st.dates(date(2019, 11, 1), date(2021, 2, 28)).map(date.isoformat)
MONTHS = DAYS.map(lambda day: day[:7])
PREFIXES = DAYS | MONTHS | st.sampled_from(["2019", "2020", "2021"])


def readings(prefix: str) -> list[int]:
    """Every day of a short prefix; of a long one enough to tell: its ends and some between."""
    first, last = days_of(prefix)
    return sorted({first, first + 1, (first + last) // 2, last - 1, last} & set(range(first, last + 1)))


@given(PREFIXES, st.none() | PREFIXES, PREFIXES)
def test_surely_is_in_every_reading_and_perhaps_in_one(since: str, until: str | None, day: str) -> None:
    ends = [10**8] if until is None else readings(until)
    held = [s <= d < u for s, u, d in product(readings(since), ends, readings(day))]
    assert surely_held(holder(since, until), day) == all(held)
    if any(held):
        assert perhaps_held(holder(since, until), day)


@given(st.none() | PREFIXES, PREFIXES)
def test_perhaps_is_on_some_day(until: str | None, day: str) -> None:
    term = holder("2020-01", until)
    first, last = days_of(day)
    assert perhaps_held(term, day) == any(
        perhaps_held(term, date.fromordinal(number).isoformat()) for number in range(first, last + 1)
    )


@given(st.dates())
def test_days_of_a_prefix(day: date) -> None:
    number = day.toordinal()
    assert days_of(day.isoformat()) == (number, number)
    for prefix in (day.isoformat()[:7], day.isoformat()[:4]):
        first, last = days_of(prefix)
        assert first <= number <= last
        assert date.fromordinal(first).isoformat().startswith(prefix)
        assert last == date.max.toordinal() or not (date.fromordinal(last) + timedelta(1)).isoformat().startswith(
            prefix
        )


@pytest.mark.parametrize(
    "prefix",
    ["", "25", "2025-13", "2025-13-01", "2025-02-29", "12.03.2014", "2025-3", "0000", "2025-00", "２０２５", "now"],
)
def test_what_is_no_date(prefix: str) -> None:
    with pytest.raises(RosterError, match=r"is not a date\. Give a year, a month or a day"):
        days_of(prefix)


@pytest.mark.parametrize(
    ("written", "prefix"),
    [
        ("2014", "2014"),
        ("2014-05", "2014-05"),
        (" 2014-05-25 ", "2014-05-25"),
        ("2014-05-25T00:00:00Z", "2014-05-25"),
        ("2014-05-25 10:30:00+02:00", "2014-05-25"),
        ("+2014-05-00T00:00:00Z", "2014-05"),
        ("+2014-00-00T00:00:00Z", "2014"),
    ],
)
def test_dates_as_others_write_them(written: str, prefix: str) -> None:
    assert cut_date(written) == prefix


@pytest.mark.parametrize(
    "written", ["-0044-03-15T00:00:00Z", "2014-05-25Tnoon", "May 2014", "2014-02-30T00:00:00Z", ""]
)
def test_what_others_write_that_is_no_date(written: str) -> None:
    with pytest.raises(RosterError):
        cut_date(written)


# ---- the table

WORDS = st.text(st.characters(exclude_categories=["Cc", "Cs", "Z"], exclude_characters="|"), min_size=1, max_size=9)
NAMES = st.lists(WORDS, min_size=1, max_size=3).map(" ".join)
MANY = st.lists(NAMES, max_size=3).map(tuple)
TERMS = st.tuples(PREFIXES, st.none() | PREFIXES).filter(
    lambda pair: pair[1] is None or days_of(pair[0])[0] < days_of(pair[1])[1]
)
HOLDERS = st.builds(
    lambda term, **fields: Holder(since=term[0], until=term[1], **fields),
    TERMS,
    name=NAMES,
    office=NAMES,
    country=NAMES,
    organization=st.none() | NAMES,
    aliases=MANY,
    name_ru=st.none() | NAMES,
    aliases_ru=MANY,
)


@given(HOLDERS)
def test_cells_round_trip(one: Holder) -> None:
    assert find_breach(one) is None
    assert holder_of({column: cell_of(one, column) for column in COLUMNS}) == one
    assert split_cell(join_cell(one.aliases)) == one.aliases


@given(st.lists(HOLDERS, max_size=4))
def test_table_round_trip(tmp_path_factory: pytest.TempPathFactory, holders: list[Holder]) -> None:
    rivals = find_rivals(holders)
    sound = tuple(h for number, h in enumerate(holders) if number not in rivals)
    path = tmp_path_factory.mktemp("roster") / "roster.csv"
    write_table(sound, path)
    assert read_table(path) == sound
    first = path.read_bytes()
    write_table(read_table(path), path)
    assert path.read_bytes() == first


def test_a_row() -> None:
    assert parse_table(table(LIMA), "a.csv") == (
        holder("2020-05", "2024-05-01", aliases=("A. Lima", "Lima"), name_ru="Ана Лима"),
    )


@pytest.mark.parametrize(
    "data",
    [
        table(LIMA, ""),
        b"\xef\xbb\xbf" + table(LIMA),
        table(LIMA).replace(b"\n", b"\r\n"),
        table("", ",,,,,,,,", LIMA),
        table(LIMA.replace("Ana Lima", "  Ana\t Lima ")),
        table(LIMA.replace("Ana Lima", '"Ana\nLima"')),
        table(LIMA.replace("|", " | | ")),
        table(LIMA.replace("President", '"President"')),
        b"to,from,country,organization,office,aliases_ru,name_ru,aliases,name\n"
        + "2024-05-01,2020-05,Norland,,President,,Ана Лима,A. Lima|Lima,Ana Lima".encode(),
    ],
)
def test_the_same_row_otherwise_written(data: bytes) -> None:
    assert parse_table(data, "a.csv") == parse_table(table(LIMA), "a.csv")


def test_a_header_alone_is_an_empty_table() -> None:
    assert parse_table(table(), "a.csv") == ()


def row(**cells: str) -> str:
    told = {"name": "Ana Lima", "office": "President", "country": "Norland", "from": "2020", **cells}
    return ",".join(told.get(column, "") for column in COLUMNS)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "a.csv: the file is empty."),
        (b"\xef\xbb\xbf", "a.csv: the file is empty."),
        (b" \n\n", "a.csv: the file is empty."),
        (table(LIMA).decode().encode("utf-16"), "a.csv: this is not UTF-8 (byte 0 is 0xff). Save it as UTF-8"),
        (table(LIMA).decode().encode("cp1251"), "a.csv: this is not UTF-8 (byte"),
        (b"\x89PNG\r\n\x1a\n\0\0", "a.csv: this is not UTF-8"),
        (b"PK\x03\x04\0\0", "a.csv: this is not a text: there are NUL characters in it."),
        (table(LIMA + "\0"), "a.csv: this is not a text"),
        (HEADER.replace(",to", "").encode(), "a.csv, row 1: there is no column 'to'. The header is: name,aliases,"),
        (HEADER.replace("country", "land").encode(), "a.csv, row 1: there is no column 'country'."),
        (HEADER.encode() + b",party", "a.csv, row 1: nothing is known of a column 'party'; leave it out."),
        (HEADER.encode() + b",to", "a.csv, row 1: the column 'to' stands there twice"),
        (HEADER.replace(",", ";").encode(), "a.csv, row 1: the cells are not parted by commas."),
        (HEADER.replace(",", "\t").encode(), "a.csv, row 1: the cells are not parted by commas."),
        (LIMA.encode(), "a.csv, row 1: there is no column"),
        (table(LIMA, "Bo,Ek"), "a.csv, row 3: there are 2 cells, and the header has 9."),
        (table(LIMA + ",x"), "a.csv, row 2: there are 10 cells, and the header has 9."),
        (table(LIMA, '"Bo'), "a.csv, row 3: this is not CSV (unexpected end of data)."),
        (table('"Bo"Ek' + ",x" * 8), "a.csv, row 2: this is not CSV"),
        (table("x" * 200_000 + ",x" * 8), "a.csv, row 2: this is not CSV (field larger than field limit"),
        (table("", row(name="")), "a.csv, row 3, column name: '' is empty, and every row names a person."),
        (table(row(office="")), "a.csv, row 2, column office: '' is empty, and every row names an office."),
        (table(row(country="")), "a.csv, row 2, column country: '' is empty, and so is organization"),
        (table(row(name="Ana|Lima")), "a.csv, row 2, column name: 'Ana|Lima' holds a |"),
        (table(row(name="Ana\x1bLima")), r"a.csv, row 2, column name: 'Ana\x1bLima' holds a control character."),
        (table(row(name="x" * 1001)), "is 1,001 characters long, and 1,000 are the most"),
        (table(row(aliases="|".join(["x" * 900] * 60))), "and 59 more are too many. Leave the rarer ones out"),
        (table(LIMA, row(**{"from": ""})), "a.csv, row 3, column from: '' is empty, and every term has a beginning."),
        (table(row(**{"from": "2025-13-01"})), "column from: '2025-13-01' is not an ISO date of the calendar. Give"),
        (table(row(**{"from": "12.03.2014"})), "column from: '12.03.2014' is not an ISO date of the calendar."),
        (table(row(to="2025-02-30")), "column to: '2025-02-30' is not an ISO date of the calendar."),
        (table(row(to="now")), "column to: 'now' is not an ISO date"),
        (table(row(to="2019")), "column from: '2020' is not before to ('2019'), which is the day the person left."),
        (table(row(**{"from": "2020-05-01", "to": "2020-05-01"})), "'2020-05-01' is not before to ('2020-05-01')"),
        (table(row(**{"from": "2020-05", "to": "2020-05-01"})), "'2020-05' is not before to ('2020-05-01')"),
        (table(row(), LIMA, row(name="Bo Ek")), "a.csv, rows 2 and 4, columns from and to: 'Ana Lima, President"),
        (table(row(), row(name="BO EK", office="PRESIDENT", country="norland")), "surely hold one office at once"),
    ],
)
def test_what_is_no_table(data: bytes, told: str) -> None:
    with pytest.raises(RosterError) as caught:
        parse_table(data, "a.csv")
    assert told in str(caught.value)
    assert len(str(caught.value)) < 500
    assert isinstance(caught.value, SaysoError)
    assert isinstance(caught.value, ValueError)


# Two terms in one office (Bo Ek holds the second), and whether they clash.
@pytest.mark.parametrize(
    ("first", "second", "clash"),
    [
        (("2020-05-01", "2024-05-01"), ("2024-05-01", None), False),
        (("2020-05-01", "2024-05-02"), ("2024-05-01", None), True),
        (("2020", "2024"), ("2024", None), False),
        (("2020", "2024"), ("2023", None), True),
        (("2020", "2024"), ("2022", None), True),
        (("2020", "2024"), ("2021", "2021"), False),
        (("2020", "2024"), ("2021", "2022"), True),
        (("2020", None), ("2015", "2020-12-31"), False),
        (("2020", None), ("2015", "2021"), True),
        (("2020", None), ("2010", None), True),
        (("2020", "2020"), ("2020", None), False),
    ],
)
def test_a_clash(first: tuple[str, str | None], second: tuple[str, str | None], clash: bool) -> None:
    one, two = holder(*first), holder(*second, name="Bo Ek")
    assert find_rivals((one, two)) == ({0: 1, 1: 0} if clash else {})
    assert find_rivals((two, one)) == ({0: 1, 1: 0} if clash else {})
    assert find_rivals((one, msgspec.structs.replace(two, name="ANA LIMA"))) == {}
    assert find_rivals((one, msgspec.structs.replace(two, office="Premier"))) == {}
    assert find_rivals((one, msgspec.structs.replace(two, organization="Harbour Union"))) == {}


SEVERAL = st.lists(
    st.builds(lambda term, **fields: holder(*term, **fields), TERMS, name=st.sampled_from("abc")), max_size=7
)


@given(SEVERAL)
def test_rivals_are_those_who_surely_meet(holders: list[Holder]) -> None:
    days = [date(2019, 11, 1) + timedelta(n) for n in range(0, 800, 1)]
    days = [d for d in days if any(d.isoformat().startswith(x) for h in holders for x in (h.since, h.until or "2021"))]
    held = {d: [n for n, h in enumerate(holders) if surely_held(h, d.isoformat())] for d in days}
    meet = {(a, b) for on in held.values() for a in on for b in on if holders[a].name != holders[b].name}
    rivals = find_rivals(holders)
    assert set(rivals) == {a for a, _ in meet}
    assert set(rivals.items()) <= meet


def test_many_in_one_office_do_not_take_for_ever() -> None:
    crowd = [holder("2020", None, name=f"Member {n}") for n in range(20_000)]
    assert len(find_rivals(crowd)) == len(crowd)


def test_every_rule_has_a_name_of_its_own() -> None:
    assert len({name for name, _ in RULES}) == len(RULES)


@pytest.mark.parametrize("fields", [{"name": " Ana"}, {"name_ru": ""}, {"aliases": ("",)}, {"country": "a\ud800"}])
def test_what_a_cell_cannot_hold_is_not_written(fields: dict[str, object], tmp_path: Path) -> None:
    path = tmp_path / "roster.csv"
    with pytest.raises(RosterError, match="row 2, column"):
        write_table([holder(**fields)], path)  # type: ignore[arg-type]
    assert list(tmp_path.iterdir()) == []


def test_a_table_that_breaks_a_rule_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "roster.csv"
    write_table([holder()], path)
    before = path.read_bytes()
    with pytest.raises(RosterError, match="rows 2 and 3"):
        write_table([holder(), holder(name="Bo Ek")], path)
    assert path.read_bytes() == before
    assert [p.name for p in tmp_path.iterdir()] == ["roster.csv"]


def test_a_write_that_fails_leaves_the_file_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "roster.csv"
    write_table([holder()], path)
    before = path.read_bytes()

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", fail)
    with pytest.raises(RosterError, match=r"cannot be written \(No space left on device\); nothing was changed"):
        write_table([holder("2021")], path)
    assert path.read_bytes() == before
    assert [p.name for p in tmp_path.iterdir()] == ["roster.csv"]


def test_a_link_and_its_permissions_stay(tmp_path: Path) -> None:
    real, link = tmp_path / "real.csv", tmp_path / "link.csv"
    write_table([holder()], real)
    real.chmod(0o640)
    link.symlink_to(real)
    write_table([holder("2021")], link)
    assert link.is_symlink()
    assert read_table(real) == (holder("2021"),)
    assert real.stat().st_mode & 0o777 == 0o640


def test_what_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(RosterError, match=r"no\.csv: there is no such file"):
        read_table(tmp_path / "no.csv")
    with pytest.raises(RosterError, match="cannot be read"):
        read_table(tmp_path)
    with pytest.raises(RosterError, match="cannot be read"):
        read_table(Path("a\0b"))


# ---- the tables of the world

COUNTRIES = "code,name,aliases,adjectives,people,capital,leader,name_ru,aliases_ru,adjectives_ru,people_ru,capital_ru"


def test_a_country() -> None:
    data = f"{COUNTRIES}\nxn,Norland,the North|NL,Norlandic,Norlanders,Port Ana,President,Норландия,,,,".encode()
    (country,) = parse_places(data, "c.csv", Country)
    assert country.aliases == ("the North", "NL")
    assert (country.code, country.leader, country.name_ru) == ("xn", "President", "Норландия")


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        (("xn" + "," * 11,), "c.csv, row 2, column name: it is empty"),
        (("xn,Norland" + "," * 10, "xm,NORLAND" + "," * 10), "c.csv, row 3, column name: 'NORLAND' stands in a row"),
        (("xn,Norland",), "c.csv, row 2: there are 2 cells"),
    ],
)
def test_what_is_no_country(rows: tuple[str, ...], told: str) -> None:
    with pytest.raises(RosterError) as caught:
        parse_places("\n".join((COUNTRIES, *rows)).encode(), "c.csv", Country)
    assert told in str(caught.value)
