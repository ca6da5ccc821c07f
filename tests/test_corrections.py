"""Corrections, on SQLite and on PostgreSQL: applied on top of any reading, undone, taken out and in."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace

from sayso.errors import LedgerError
from sayso.ledger.correction import Correction, Kind, Person, read_corrections
from sayso.ledger.hit import Hit
from sayso.ledger.ledger import Ledger
from sayso.ledger.query import parse_query
from sayso.records import MadeBy
from tests.said import said, who

AT = "2026-01-02T03:04:05+00:00"
LIMA = who("Ana Lima", "Portugal")
OLD = said("{1s Lima} {1q said} {1c the port stays shut}.", LIMA, day="2025-03-12", url="https://a.example/1")


def correction(ledger: Ledger, kind: Kind, value: str | None = None, person: Person | None = None) -> Correction:
    """A correction of the one statement about the port."""
    (hit,) = found(ledger, "port")
    (statement,) = ledger.statements_named(hit.id)
    return Correction(kind=kind, by="Ed", made_at=AT, statement=statement, value=value, who=person)


def people(kind: Kind, first: str, second: str) -> Correction:
    return Correction(kind=kind, by="Ed", made_at=AT, who=Person(name=first), other=Person(name=second))


def found(ledger: Ledger, text: str) -> list[Hit]:
    return ledger.search(parse_query(text))


def rows(ledger: Ledger) -> list[tuple[object, ...]]:
    """All that is told of statements and their groups, and found of them."""
    with ledger.database.looking() as connection:
        told = connection.exec_driver_sql("SELECT * FROM statements ORDER BY id").all()
        keys = connection.exec_driver_sql("SELECT key, statement FROM likenesses ORDER BY key, statement").all()
        ones = connection.exec_driver_sql("SELECT id, one FROM speakers ORDER BY id").all()
    searches = ("port", "speaker:Lima", "speaker:Ruiz", "act:deny", "act:state", "since:2025-05", "side:Kenya")
    return [tuple(row) for row in (*told, *keys, *ones)] + [tuple(h.id for h in found(ledger, s)) for s in searches]


def test_an_act_is_another(where: str) -> None:
    with Ledger(where) as ledger:
        ledger.add(OLD)
        ledger.correct(correction(ledger, "act", "deny"))
        (hit,) = found(ledger, "port act:deny")
        assert (hit.act, hit.corrected) == ("deny", ("act",))
        assert found(ledger, "act:state") == []
        assert next(ledger.shown()) == OLD


def test_a_speaker_is_another(where: str) -> None:
    with Ledger(where) as ledger:
        ledger.add(OLD)
        ledger.correct(correction(ledger, "speaker", person=Person(name="Eva Ruiz", side="Kenya", role="minister")))
        (hit,) = found(ledger, 'port speaker:"Eva Ruiz" side:Kenya')
        assert (hit.speaker, hit.role, hit.corrected) == ("Eva Ruiz", "minister", ("speaker",))
        assert found(ledger, "speaker:Lima") == []


def test_a_date_is_another(where: str) -> None:
    with Ledger(where) as ledger:
        ledger.add(OLD)
        ledger.correct(correction(ledger, "date", "2025-05"))
        assert [h.day for h in found(ledger, "port since:2025-05 until:2025-05")] == ["2025-05"]


def test_what_is_no_statement_is_not_found(where: str) -> None:
    with Ledger(where) as ledger:
        ledger.add(OLD)
        ledger.correct(correction(ledger, "none"))
        assert found(ledger, "port") == []
        assert ledger.counts(parse_query(""))["all"][""].statements == 0


@pytest.mark.parametrize(
    ("kind", "value", "person"),
    [
        ("act", "deny", None),
        ("speaker", None, Person(name="Eva Ruiz", side="Kenya")),
        ("date", "2025-05-01", None),
        ("none", None, None),
    ],
)
def test_undone_it_leaves_no_trace(where: str, kind: Kind, value: str | None, person: Person | None) -> None:
    with Ledger(where) as ledger:
        ledger.add(OLD)
        ledger.add(said("{1s Ruiz} {1q said} {1c the gate is open}.", who("Eva Ruiz", "Kenya")))
        before = rows(ledger)
        number = ledger.correct(correction(ledger, kind, value, person))
        assert rows(ledger) != before
        ledger.undo(number, "Ann", AT)
        assert rows(ledger) == before
        (one,) = ledger.corrections()
        assert (one.applied, one.correction.undone_by, one.correction.by) == (False, "Ann", "Ed")
        with pytest.raises(LedgerError, match="was undone by Ann"):
            ledger.undo(number, "Ann", AT)


def test_the_last_word_counts_and_the_one_before_comes_back(where: str) -> None:
    with Ledger(where) as ledger:
        ledger.add(OLD)
        ledger.correct(correction(ledger, "act", "deny"))
        second = ledger.correct(replace(correction(ledger, "act", "promise"), by="Ann"))
        assert found(ledger, "port")[0].act == "promise"
        ledger.undo(second, "Ed", AT)
        assert found(ledger, "port")[0].act == "deny"


def test_a_correction_holds_in_a_newer_reading(where: str) -> None:
    (statement,) = OLD.statements
    new = replace(
        OLD,
        statements=(replace(statement, id="other", act="promise", source=()),),
        made_by=MadeBy(version="9", model=None),
    )
    with Ledger(where) as ledger:
        ledger.add(OLD)
        ledger.correct(correction(ledger, "act", "deny"))
        assert ledger.add(new) == "new reading"
        assert [(h.id, h.act) for h in found(ledger, "port")] == [("other", "deny")]


def test_a_correction_whose_statement_is_gone_is_told(where: str) -> None:
    (statement,) = OLD.statements
    with Ledger(where) as ledger:
        ledger.add(OLD)
        ledger.correct(correction(ledger, "act", "deny"))
        ledger.add(replace(OLD, statements=(replace(statement, id="other", content=statement.source),)))
        (one,) = ledger.corrections()
        assert (one.applied, one.correction.undone_by) == (False, None)
        assert [h.act for h in found(ledger, "")] == ["state"]


def test_two_are_one(where: str) -> None:
    with Ledger(where) as ledger:
        ledger.add(OLD)
        ledger.add(said("{1s She} {1q said} {1c the gate is open}.", who("A. M. Lima"), day="2025-03-10"))
        before = rows(ledger)
        number = ledger.correct(people("same", "A. M. Lima", "Ana Lima"))
        assert [h.speaker for h in found(ledger, 'speaker:"Ana Lima"')] == ["Ana Lima", "Ana Lima"]
        assert ledger.counts(parse_query(""))["speaker"]["Ana Lima"].statements == 2
        ledger.undo(number, "Ed", AT)
        assert rows(ledger) == before


def test_who_come_together_by_a_third_are_one(where: str) -> None:
    with Ledger(where) as ledger:
        for name in ("Ana Lima", "A. Lima", "Lima A."):
            ledger.add(said(f"{{1s {name}}} {{1q said}} {{1c the gate is open, says {name}}}.", who(name)))
        ledger.correct(people("same", "A. Lima", "Ana Lima"))
        ledger.correct(people("same", "A. Lima", "Lima A."))
        assert {h.speaker for h in found(ledger, "gate")} == {"Lima A."}


def test_two_are_not_one(where: str) -> None:
    with Ledger(where) as ledger:
        ledger.add(OLD)
        ledger.correct(people("different", "A. Lima", "Ana Lima"))
        with pytest.raises(LedgerError, match="say the contrary"):
            ledger.correct(people("same", "Ana Lima", "A. Lima"))
        ledger.correct(people("same", "A. Lima", "Lima A."))
        with pytest.raises(LedgerError, match="say the contrary"):
            ledger.correct(people("same", "Lima A.", "Ana Lima"))
        assert len(ledger.corrections()) == 2


@pytest.mark.parametrize(
    ("kind", "value", "message"),
    [("act", "sing", "'sing' is no act"), ("date", "soon", "'soon' is no date"), ("speaker", None, "give who")],
)
def test_what_cannot_be_is_refused(where: str, kind: Kind, value: str | None, message: str) -> None:
    with Ledger(where) as ledger:
        ledger.add(OLD)
        with pytest.raises(LedgerError, match=message):
            ledger.correct(correction(ledger, kind, value))
        assert ledger.corrections() == []


def test_they_go_from_one_ledger_to_another(where: str, tmp_path: Path) -> None:
    with Ledger(where) as ledger, Ledger(tmp_path / "other.sqlite") as other:
        ledger.add(OLD)
        ledger.correct(correction(ledger, "act", "deny"))
        ledger.undo(ledger.correct(correction(ledger, "date", "2025-05")), "Ann", AT)
        ledger.correct(people("same", "Ana Lima", "A. Lima"))
        for one in ledger.corrections() * 2:  # the second time nothing is new
            other.correct(one.correction)
        assert [c.applied for c in other.corrections()] == [False, False, True]
        other.add(OLD)
        assert [c.applied for c in other.corrections()] == [True, False, True]
        assert [(h.speaker, h.act) for h in found(other, "port")] == [("A. Lima", "deny")]
        assert [c.correction for c in other.corrections()] == [c.correction for c in ledger.corrections()]


def test_a_name_that_nobody_has_or_two_have(where: str) -> None:
    with Ledger(where) as ledger:
        ledger.add(OLD)
        ledger.add(said("{1s Lima} {1q said} {1c so}.", who("Lima", kind="country")))
        ledger.add(said("{1s Lima} {1q said} {1c no}.", who("Lima", kind="person")))
        with pytest.raises(LedgerError, match="nobody in the ledger is called 'Bo'"):
            ledger.person_named("Bo")
        with pytest.raises(LedgerError, match="say which with --kind"):
            ledger.person_named("lima")
        assert ledger.person_named("lima", "country") == Person(name="Lima", kind="country")
        assert ledger.person_named("Ана Лима") == Person(name="Ana Lima")


def test_all_or_none_are_taken(where: str) -> None:
    with Ledger(where) as ledger:
        ledger.add(OLD)
        three = [people("different", "A", "B"), people("same", "A", "B"), people("same", "E", "F")]
        with pytest.raises(LedgerError, match="say the contrary"):
            ledger.correct_all(three)
        assert ledger.corrections() == []


def test_what_was_said_last_counts_wherever_it_comes_from(where: str) -> None:
    with Ledger(where) as ledger:
        ledger.add(OLD)
        later, earlier = correction(ledger, "act", "promise"), correction(ledger, "act", "deny")
        ledger.correct(later)
        ledger.correct(replace(earlier, made_at="2026-01-01T23:00:00+00:00"))
        assert found(ledger, "port")[0].act == "promise"
        ledger.correct(replace(earlier, made_at="2026-01-02T01:04:05-05:00"))
        assert found(ledger, "port")[0].act == "deny"


def test_a_description_is_nobody(where: str) -> None:
    with Ledger(where) as ledger:
        official = Person(name="an official", kind="unnamed")
        said_so = Correction(kind="same", by="Ed", made_at=AT, who=official, other=Person(name="Ana Lima"))
        with pytest.raises(LedgerError, match="only described"):
            ledger.correct(said_so)
        with pytest.raises(LedgerError, match="are one row"):
            ledger.correct(people("different", "Ana Lima", "ANA LIMA"))
        with pytest.raises(LedgerError, match="is no time"):
            ledger.correct(replace(people("same", "A", "B"), made_at="soon"))


def test_lines_that_json_may_hold(where: str) -> None:
    odd = replace(people("same", "A", "B"), note="one\u2028two\u0085three")
    assert read_corrections(msgspec.json.encode(odd).decode() + "\n", "f") == [odd]


def test_groups_after_undoing_are_those_of_a_ledger_filled_so(where: str) -> None:
    """Two are like a third and not each other; the third is taken out and comes back."""
    words = "the second gate of the northern port will be opened before the end of May"
    readings = [
        said(f"{{1s Lima}} {{1q said}} {{1c {content}}}.", LIMA, day="2025-03-12", url=f"https://a.example/{n}")
        for n, content in enumerate((words, f"{words} and the third of the southern one", words[:46]))
    ]
    with Ledger(where) as ledger:
        for reading in readings:
            ledger.add(reading)
        before = rows(ledger)
        (statement,) = ledger.statements_named(readings[0].statements[0].id)
        for kind, value in (("none", None), ("date", "2025-05-01"), ("act", "deny")):
            number = ledger.correct(Correction(kind=kind, by="Ed", made_at=AT, statement=statement, value=value))  # type: ignore[arg-type]
            ledger.undo(number, "Ed", AT)
            assert rows(ledger) == before
