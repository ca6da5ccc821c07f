"""The user's own roster: where it lives, how holders get into it, and what it makes with the packaged one."""

from __future__ import annotations

from pathlib import Path

import msgspec
import platformdirs
import pytest

from sayso.errors import RosterError
from sayso.roster import roster
from sayso.roster.holder import COLUMNS, Holder
from sayso.roster.roster import make_roster, open_roster
from sayso.roster.store import Merge, import_roster, merge, user_roster
from sayso.roster.table import read_table, write_table

HEADER = ",".join(COLUMNS)


def holder(name: str, since: str, until: str | None = None, **fields: object) -> Holder:
    told = {"office": "President", "country": "Norland", "organization": None, **fields}
    return Holder(name=name, since=since, until=until, **told)  # type: ignore[arg-type]


LIMA = holder("Ana Lima", "2020", "2024-05-01")
EK = holder("Bo Ek", "2024-05-01")


@pytest.fixture(autouse=True)
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "own" / "roster.csv"
    monkeypatch.setenv("SAYSO_ROSTER", str(path))
    return path


@pytest.fixture
def fresh(tmp_path: Path) -> Path:
    path = tmp_path / "fresh.csv"
    write_table([LIMA, EK], path)
    return path


def told(done: Merge) -> tuple[int, int, int]:
    return done.added, done.replaced, done.already


def test_where_it_lives(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert user_roster() == own
    monkeypatch.setenv("SAYSO_ROSTER", "~/mine.csv")
    assert user_roster() == Path.home() / "mine.csv"
    for unset in (lambda: monkeypatch.setenv("SAYSO_ROSTER", ""), lambda: monkeypatch.delenv("SAYSO_ROSTER")):
        unset()
        assert user_roster() == platformdirs.user_data_path("sayso", appauthor=False) / "roster.csv"


def test_importing_twice_changes_nothing(fresh: Path, own: Path) -> None:
    assert import_roster(fresh) == Merge(form="csv", path=own, added=2, replaced=0, already=0)
    before = own.stat()
    assert told(import_roster(str(fresh))) == (0, 0, 2)
    assert own.stat() == before
    assert read_table(own) == (LIMA, EK)


# What is there, what comes, what is there then; how many were added, replaced, already there.
FULLER = msgspec.structs.replace(EK, until="2025-03-01", aliases=("Ek",))
VEGA = holder("Cy Vega", "2025-03-01")


@pytest.mark.parametrize(
    ("older", "newer", "then", "counts"),
    [
        ((), (LIMA, EK), (LIMA, EK), (2, 0, 0)),
        ((LIMA,), (EK,), (LIMA, EK), (1, 0, 0)),
        ((LIMA, EK), (EK, LIMA), (LIMA, EK), (0, 0, 2)),
        ((EK, LIMA), (FULLER, VEGA), (FULLER, LIMA, VEGA), (1, 1, 0)),
        ((EK,), (holder("BO EK", "2024-05-01", office="president"),), None, (0, 1, 0)),
        ((EK,), (holder("Bo Ek", "2024-06"),), (EK, holder("Bo Ek", "2024-06")), (1, 0, 0)),
        ((), (LIMA, LIMA), (LIMA,), (1, 0, 1)),
    ],
)
def test_merge(
    older: tuple[Holder, ...], newer: tuple[Holder, ...], then: tuple[Holder, ...] | None, counts: tuple[int, int, int]
) -> None:
    holders, added, replaced = merge(older, newer)
    assert holders == (newer if then is None else then)
    assert (added, replaced, len(newer) - added - replaced) == counts


def test_a_clash_with_what_is_there_writes_nothing(fresh: Path, own: Path, tmp_path: Path) -> None:
    import_roster(fresh)
    before = own.read_bytes()
    clash = tmp_path / "clash.csv"
    write_table([holder("Cy Vega", "2025"), holder("Di Wu", "2025", country="Osterland")], clash)
    with pytest.raises(RosterError) as caught:
        import_roster(clash)
    for words in (
        "clash.csv into",
        "'Bo Ek, President (Norland), 2024-05-01 to now'",
        "'Cy Vega",
        "Nothing was written",
    ):
        assert words in str(caught.value)
    assert own.read_bytes() == before
    assert [p.name for p in own.parent.iterdir()] == ["roster.csv"]


@pytest.mark.parametrize("data", [b"", b"a,b\n", b"{", HEADER.encode() + b"\nAna,,,,,,,,\n", b"\x89PNG\0"])
def test_a_bad_file_writes_nothing(data: bytes, tmp_path: Path, own: Path) -> None:
    (tmp_path / "bad").write_bytes(data)
    with pytest.raises(RosterError, match="bad"):
        import_roster(tmp_path / "bad")
    assert not own.parent.exists()


def test_a_damaged_roster_of_ones_own_is_not_written_over(fresh: Path, own: Path) -> None:
    own.parent.mkdir()
    own.write_bytes(b"notes\n")
    with pytest.raises(RosterError, match=r"roster\.csv, row 1: there is no column"):
        import_roster(fresh)
    assert own.read_bytes() == b"notes\n"


def test_nothing_to_import_writes_nothing(tmp_path: Path, own: Path) -> None:
    (tmp_path / "none.json").write_text('{"memberships": [{"person_id": "p"}]}', encoding="utf-8")
    done = import_roster(tmp_path / "none.json")
    assert (done.form, told(done), len(done.left_out)) == ("popolo", (0, 0, 0), 1)
    assert not own.exists()


def test_into_another_table(fresh: Path, own: Path, tmp_path: Path) -> None:
    there = tmp_path / "deep" / "er" / "other.csv"
    assert import_roster(fresh, "csv", there).path == there
    assert read_table(there) == (LIMA, EK)
    assert not own.exists()


def test_a_table_can_be_imported_into_itself(fresh: Path) -> None:
    assert told(import_roster(fresh, into=fresh)) == (0, 0, 2)


def test_a_place_where_no_file_can_be(fresh: Path) -> None:
    with pytest.raises(RosterError, match="cannot be written"):
        import_roster(fresh, into=fresh / "sub" / "roster.csv")


# ---- the roster

OLD = holder("Ana Lima", "2020")


@pytest.mark.parametrize(
    ("users", "packaged", "kept"),
    [
        ((), (LIMA, EK), {LIMA, EK}),
        ((LIMA, EK), (), {LIMA, EK}),
        ((EK,), (LIMA,), {LIMA, EK}),
        ((EK,), (OLD,), {EK}),  # another person holds it now
        ((LIMA,), (OLD,), {LIMA}),  # the same term, its end known
        ((holder("Ana Lima", "2020-03-01", "2024"),), (OLD,), {holder("Ana Lima", "2020-03-01", "2024")}),
        ((LIMA,), (holder("Ana Lima", "2020", "2020-12"),), {LIMA}),  # the same start, though neither is surely a day
        (
            (EK,),
            (holder("Ana Lima", "2020", country="Osterland"),),
            {EK, holder("Ana Lima", "2020", country="Osterland")},
        ),
        ((EK,), (msgspec.structs.replace(OLD, office="PRESIDENT"),), {EK}),
        ((LIMA,), (LIMA,), {LIMA}),
    ],
)
def test_the_users_rows_win(users: tuple[Holder, ...], packaged: tuple[Holder, ...], kept: set[Holder]) -> None:
    made = make_roster(users, packaged)
    assert set(made.holders) == kept
    assert len(made.holders) == len(kept)


def test_the_digest_is_that_of_the_holders() -> None:
    one = make_roster((), (LIMA, EK))
    assert one == make_roster((), (EK, LIMA))
    assert one.digest != make_roster((EK,), (LIMA,)).digest  # of a row of one's own more is sure
    assert len(one.digest) == 64
    assert one.digest != make_roster((), (LIMA,)).digest
    assert one.digest != make_roster((), (LIMA, FULLER)).digest


def test_open_roster(own: Path, fresh: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(roster, "packaged_holders", lambda: (OLD, holder("Di Wu", "2021", country="Osterland")))
    roster._open.cache_clear()
    try:
        assert [h.name for h in open_roster().holders] == ["Ana Lima", "Di Wu"]
        import_roster(fresh)
        assert [h.name for h in open_roster().holders] == ["Ana Lima", "Bo Ek", "Di Wu"]
        assert open_roster() is open_roster()
        write_table([VEGA], own)
        assert [h.name for h in open_roster().holders] == ["Cy Vega", "Di Wu"]
        assert [h.name for h in open_roster(fresh).holders] == ["Ana Lima", "Bo Ek", "Di Wu"]
    finally:
        roster._open.cache_clear()


def test_a_roster_that_cannot_be_opened(own: Path, tmp_path: Path) -> None:
    with pytest.raises(RosterError, match=r"no\.csv: there is no such file"):
        open_roster(tmp_path / "no.csv")
    own.parent.mkdir()
    own.write_bytes(HEADER.encode() + b"\nAna,,,,,,,,\n")
    with pytest.raises(RosterError, match=r"roster\.csv, row 2, column office"):
        open_roster()
    with pytest.raises(RosterError, match="cannot be read"):
        open_roster(tmp_path)
