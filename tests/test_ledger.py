"""The ledger, on SQLite and on PostgreSQL: what is added is there whole, once, and comes back as it was."""

from __future__ import annotations

import random
import signal
import sqlite3
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import sqlalchemy
from hypothesis import HealthCheck, given, settings
from msgspec.structs import replace

from sayso.codec import encode_reading
from sayso.errors import LedgerError
from sayso.ledger.adding import add
from sayso.ledger.ledger import Ledger
from sayso.records import MadeBy, Reading, Speaker
from sayso.spans import cut
from tests.answered import answered
from tests.marked import reading_of
from tests.test_codec import READINGS

ROOT = Path(__file__).parents[1]
LINE = "“{1c We are ready},” {1q said} {1s Ana Ruiz}. {2s Li} {2q said} {2c it was late}."


def article(number: int = 1, words: str = LINE) -> Reading:
    """A reading of an article with an address."""
    reading = reading_of(words)
    return replace(reading, document=replace(reading.document, id=f"a{number}", url=f"https://a.example/{number}"))


def test_what_is_added_comes_back_as_it_was(where: str) -> None:
    first, second = article(1), replace(reading_of("🙂 {1s Ана Руис} {1q сказала}: «{1c Пора}»."), faults=())
    with Ledger(where) as ledger:
        assert ledger.add(first) == "new document"
        assert ledger.add(second) == "new document"
    with Ledger(where) as ledger:
        assert list(ledger.shown()) == [first, second]


def test_adding_twice_changes_nothing(where: str) -> None:
    with Ledger(where) as ledger:
        ledger.add(article())
        before = ledger.kept()
        assert ledger.add(article()) == "known"
        assert ledger.kept() == before


def test_without_an_address_a_document_is_known_by_its_text(where: str) -> None:
    reading = reading_of(LINE)
    other = replace(reading, document=replace(reading.document, id="another name"))
    with Ledger(where) as ledger:
        assert [ledger.add(reading), ledger.add(other)] == ["new document", "known"]
        assert ledger.kept().documents == 1


def test_a_newer_reading_stands_beside_the_old_one_and_is_shown(where: str) -> None:
    old = article()
    new = replace(old, statements=old.statements[:1], made_by=MadeBy(version="9.9", model="m"))
    with Ledger(where) as ledger:
        assert [ledger.add(old), ledger.add(new)] == ["new document", "new reading"]
        assert list(ledger.shown()) == [new]
        assert ledger.add(old) == "known"
        assert list(ledger.shown()) == [new]
        kept = ledger.kept()
    assert (kept.documents, kept.versions, kept.readings, kept.statements) == (1, 1, 2, 1)


def test_a_changed_page_names_the_one_before(where: str) -> None:
    with Ledger(where) as ledger:
        assert ledger.add(article()) == "new document"
        assert ledger.add(article(words=LINE + " The end.")) == "new version"
        assert [r.document.text[-8:] for r in ledger.shown()] == ["The end."]
        with ledger.database.looking() as connection:
            rows = connection.exec_driver_sql("SELECT id, previous FROM documents ORDER BY id").all()
    assert [tuple(r) for r in rows] == [(rows[0][0], None), (rows[1][0], rows[0][0])]


def test_a_page_that_is_again_as_it_was_is_shown_so(where: str) -> None:
    first, second = article(), article(words=LINE + " The end.")
    with Ledger(where) as ledger:
        assert [ledger.add(one) for one in (first, second, first)] == ["new document", "new version", "old version"]
        assert list(ledger.shown()) == [first]
        assert [ledger.add(one) for one in (first, second)] == ["known", "old version"]
        assert list(ledger.shown()) == [second]
        assert ledger.kept().statements == len(second.statements)


def test_what_no_database_holds_is_kept_nevertheless(where: str) -> None:
    reading = article()
    odd = {"title": "a\0b", "outlet": "c\0d", "url": "https://a.example/" + "".join(f"{n:x}" for n in range(9_000))}
    who = Speaker(name="x".join(map(str, range(4_000))), kind="unnamed", rule="r", confidence=1.0)
    (first, *rest) = reading.statements
    odd_one = replace(
        reading, document=replace(reading.document, **odd), statements=(replace(first, speaker=who), *rest)
    )
    with Ledger(where) as ledger:
        assert ledger.add(odd_one) == "new document"
        assert ledger.add(odd_one) == "known"
        assert list(ledger.shown()) == [odd_one]


@pytest.mark.parametrize("where", ["", ":memory:"])
def test_a_ledger_that_keeps_nothing(where: str) -> None:
    with pytest.raises(LedgerError, match="it keeps nothing"):
        Ledger(where)


def test_one_person_in_both_scripts_is_one_speaker(where: str) -> None:
    russian = reading_of("{1s Сергей Шойгу} {1q сказал}, что {1c пора}.")
    english = reading_of("{1s Sergei Shoigu} {1q said} {1c it is time}.")
    with Ledger(where) as ledger:
        for reading, name in ((russian, "Сергей Шойгу"), (english, "Sergei Shoigu")):
            who = Speaker(name=name, kind="person", rule="name", confidence=1.0, side="Russia")
            (statement,) = reading.statements
            ledger.add(replace(reading, statements=(replace(statement, speaker=who, via=(who,)),)))
        assert ledger.kept().speakers == 1


def test_the_words_are_those_of_the_spans(where: str) -> None:
    line = "On Telegram {1s Ana Lima} {1q promised} {1c to pay 2.5 million crowns if the gate is shut}."
    (statement,) = answered(line)
    reading = replace(reading_of(line), statements=(statement,))
    with Ledger(where) as ledger:
        ledger.add(reading)
        with ledger.database.looking() as connection:
            row = connection.exec_driver_sql("SELECT * FROM statements").mappings().one()
            (figure,) = connection.exec_driver_sql("SELECT words, low FROM figures").all()
    text = reading.document.text
    assert row["content"] == cut(text, statement.content[0])
    assert text[row["start"] : row["stop"]] == text[text.index("Ana") :].rstrip(".")
    assert statement.figures
    assert tuple(figure) == (statement.figures[0].text, statement.figures[0].low)


@given(READINGS)
@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_reading_comes_back(where: str, reading: Reading) -> None:
    if "\\u0000" in encode_reading(reading) or not all(s.content for s in reading.statements):
        return  # no document holds a NUL, and no statement says nothing
    with Ledger(where) as ledger:
        added = ledger.add(reading)
        assert added != "known" or ledger.add(reading) == "known"
        kept = {r.document.text: r for r in ledger.shown()}
    if added != "known":
        assert replace(kept[reading.document.text].document, id="") == replace(reading.document, id="")
        assert kept[reading.document.text].statements == reading.statements


def test_two_writers_at_once(where: str) -> None:
    def write(first: int) -> list[str]:
        with Ledger(where) as ledger:
            return [ledger.add(article(n)) for n in range(first, first + 40)]

    Ledger(where).close()
    with ThreadPoolExecutor(2) as pool:
        made = [added for one in pool.map(write, (0, 20)) for added in one]
    assert (made.count("new document"), made.count("known")) == (60, 20)
    with Ledger(where) as ledger:
        assert ledger.kept().documents == 60
        assert len(list(ledger.shown())) == 60


ADDING = """
import sys
from sayso.ledger.ledger import Ledger
from tests.test_ledger import article
with Ledger(sys.argv[1]) as ledger:
    for number in range(int(sys.argv[2]), 10**6):
        ledger.add(article(number))
        print(number, flush=True)
"""


def test_killed_mid_add_nothing_is_half_there(where: str) -> None:
    Ledger(where).close()
    chance, told = random.Random(5), 0
    for _ in range(20):
        with subprocess.Popen(
            [sys.executable, "-c", ADDING, where, str(told)], cwd=ROOT, stdout=subprocess.PIPE, text=True
        ) as process:
            assert process.stdout is not None
            process.stdout.readline()
            time.sleep(chance.random() / 10)
            process.send_signal(signal.SIGKILL)
            told += 1 + len(process.stdout.read().splitlines())
    with Ledger(where) as ledger:
        kept = list(ledger.shown())
        assert {r.document.id for r in kept} >= {f"a{n}" for n in range(told)}
        assert all(r == article(int(r.document.id[1:])) for r in kept)
        assert ledger.kept().statements == 2 * len(kept)


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("mysql://user:secret@host/base", "mysql://…: a ledger is the path of an SQLite file, or a URL such as"),
        ("postgresql://user:secret@127.0.0.1:1/base", "the database does not answer"),
        ("://", "a ledger is the path"),
    ],
)
def test_no_place_for_a_ledger(name: str, told: str) -> None:
    with pytest.raises(LedgerError) as error:
        Ledger(name)
    assert told in str(error.value)
    assert "secret" not in str(error.value)


def add_and_lose(ledger: Ledger) -> None:
    """Add an article, and lose the database before the end."""
    with ledger.database.writing() as connection:
        add(connection, article())
        pid = connection.exec_driver_sql("SELECT pg_backend_pid()").scalar()
        with ledger.database.looking() as other:
            other.exec_driver_sql(f"SELECT pg_terminate_backend({pid})")
        add(connection, article(2))


def test_a_database_that_goes_away_during_an_add(server: str) -> None:
    with Ledger(server) as ledger:
        before = ledger.kept()
        with pytest.raises(LedgerError, match="the database does not answer"):
            add_and_lose(ledger)
        assert ledger.kept() == before
        assert ledger.add(article()) == "new document"


def test_a_file_that_is_no_database(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("These are my notes. " * 50)
    with pytest.raises(LedgerError, match="it is no SQLite file"):
        Ledger(path)
    assert path.read_text().startswith("These are my notes.")


def test_a_database_of_something_else(tmp_path: Path) -> None:
    path = tmp_path / "other.sqlite"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE recipes (id)")
    with pytest.raises(LedgerError, match="holds the table recipes and is no ledger"):
        Ledger(path)


def test_a_ledger_of_a_newer_version(where: str) -> None:
    with Ledger(where) as ledger, ledger.database.writing() as connection:
        connection.exec_driver_sql("INSERT INTO sayso_steps VALUES (99, '9.9', '2030-01-01')")
    with pytest.raises(LedgerError, match=r"is of version 99, and sayso .* update sayso"):
        Ledger(where)


def test_a_ledger_that_is_not_there(tmp_path: Path) -> None:
    path = tmp_path / "none.sqlite"
    with pytest.raises(LedgerError, match="there is no ledger; `sayso add"):
        Ledger(path, make=False)
    assert not path.exists()


def test_a_ledger_that_may_not_be_written(tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite"
    with Ledger(path) as ledger:
        ledger.add(article())
    with Ledger(path) as ledger:
        ledger.close()
        sqlalchemy.event.listen(ledger.database.engine, "connect", lambda c, r: c.execute("PRAGMA query_only = ON"))
        assert len(list(ledger.shown())) == 1
        with pytest.raises(LedgerError, match="may not be written to"):
            ledger.add(article(2))


def test_a_full_disk(tmp_path: Path) -> None:
    with Ledger(tmp_path / "ledger.sqlite") as ledger:
        ledger.add(article())
        with ledger.database.looking() as connection:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        ledger.close()
        limit = f"PRAGMA max_page_count = {pages}"
        sqlalchemy.event.listen(ledger.database.engine, "connect", lambda c, r: c.execute(limit))
        with pytest.raises(LedgerError, match="the disk is full; make room"):
            ledger.add(article(2, LINE + " word" * 20_000))
        assert [r.document.id for r in ledger.shown()] == ["a1"]
