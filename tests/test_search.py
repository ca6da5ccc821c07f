"""Searching a ledger, on SQLite and on PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from sayso.errors import QueryError
from sayso.ledger.hit import Count, Hit, Sort
from sayso.ledger.ledger import Ledger
from sayso.ledger.query import parse_query
from sayso.ledger.stems import stems_of
from tests.said import said, who

LIMA, SHOIGU = who("Ana Lima", "Portugal"), who("Сергей Шойгу", "Russia")
ARTICLES = (
    said("{1s Lima} {1q said} {1c the ships are leaving the port}.", LIMA, day="2025-03-12"),
    said("{1s Lima} {1q said} {1c the port stays shut}.", LIMA, day="2025-03", act="promise", via=(who("CBS"),)),
    said("{1s Шойгу} {1q сказал}, что {1c порты НАТО закрыты}.", SHOIGU, lang="ru", outlet="Известия", named="НАТО"),
    said("“{1c No second gate will be built by NATO},” it {1q said}.", None, named="NATO", act="deny"),
    said(
        "{1s Шойгу} {1q сказал}: {1c учёный счёл порт закрытым}.", SHOIGU, day="2025-02-01", lang="ru", condition=True
    ),
)


@pytest.fixture
def ledger(where: str) -> Iterator[Ledger]:
    with Ledger(where) as made:
        for reading in ARTICLES:
            made.add(reading)
        yield made


def found(ledger: Ledger, text: str, sort: Sort = "date") -> list[int]:
    """The numbers of the articles that a search finds, in order."""
    ids = [r.statements[0].id for r in ARTICLES]
    hits = ledger.search(parse_query(text), sort=sort)
    return [ids.index(hit.id) for hit in hits]


CASES = (
    ("", [3, 2, 0, 1, 4]),
    ("ship", [0]),
    ("ports", [0, 1]),
    ("порта", [2, 4]),
    ("ученый счел", [4]),
    ('"second gate"', [3]),
    ('"gate second"', []),
    ("leav*", [0]),
    ("закры*", [2, 4]),
    ("leaving*", [0]),
    ("port -ship", [1]),
    ("-port -порт", [3]),
    ("speaker:Lima", [0, 1]),
    ('speaker:"ana lima" port', [0, 1]),
    ("speaker:Shoigu", [2, 4]),
    ("speaker:Шойгу", [2, 4]),
    ("speaker:Shoi", []),
    ("speaker:%", []),
    ("-speaker:Lima", [3, 2, 4]),
    ("speaker:Lima speaker:Shoigu", [2, 0, 1, 4]),
    ("side:russia", [2, 4]),
    ("-side:Russia", [3, 0, 1]),
    ("via:CBS", [1]),
    ("-via:CBS", [3, 2, 0, 4]),
    ("about:NATO", [3, 2]),
    ("about:НАТО", [3, 2]),
    ("outlet:известия", [2]),
    ("lang:ru", [2, 4]),
    ("act:promise act:deny", [3, 1]),
    ("kind:person act:state", [2, 0, 4]),
    ("form:direct", [3]),
    ("has:via", [1]),
    ("has:to", []),
    ("has:figures", []),
    ("-has:said_on", [3, 2]),
    ("-has:speaker", [3]),
    ("has:condition has:speaker", [4]),
    ("since:2025-03", [3, 2, 0, 1]),
    ("since:2025-03-13", [3, 2]),
    ("until:2025-02", [4]),
    ("since:2025-03-12 until:2025-03-12", [0]),
    ("until:2024", []),
    # fields beside words go through the full text as well
    ("port speaker:Lima since:2025-01 until:2025-12", [0, 1]),
    ("port since:2025-01-05 until:2025-03-11", []),
    ("port since:2025-03-01 until:2025-03-31 act:promise", [1]),
    ("port since:2025 until:2025", [0, 1]),
    ("порта lang:ru side:Russia outlet:известия", [2]),
    ("порта speaker:Shoigu form:indirect kind:person stance:neutral", []),
    ("port via:CBS act:promise act:deny", [1]),
    ("порта about:NATO", [2]),
    ("gate speaker:Nobody", []),
    ("gate -speaker:Lima act:deny", [3]),
)


@pytest.mark.parametrize(("text", "numbers"), CASES)
def test_what_is_found(ledger: Ledger, text: str, numbers: list[int]) -> None:
    assert found(ledger, text) == numbers


def test_relevance(where: str) -> None:
    once = said("{1s Lima} {1q said} {1c the gate of the old harbour at the mouth of the river is shut}.", LIMA)
    often = said("{1s Lima} {1q said} {1c the gate, the gate, the gate}.", LIMA)
    with Ledger(where) as ledger:
        for reading in (often, once):
            ledger.add(reading)
        ids = [h.id for h in ledger.search(parse_query("gate"), sort="relevance")]
        assert ids == [often.statements[0].id, once.statements[0].id]
        with pytest.raises(QueryError, match="needs a word"):
            ledger.search(parse_query("speaker:Lima"), sort="relevance")


@pytest.mark.parametrize("sort", ["date", "relevance"])
def test_pages_follow_one_another(ledger: Ledger, sort: Sort) -> None:
    query = parse_query("port")
    whole = ledger.search(query, sort=sort)
    pages: list[Hit] = []
    while page := ledger.search(query, sort=sort, limit=1, after=pages[-1].key if pages else None):
        pages += page
    assert pages == whole
    assert len(whole) == 2
    with pytest.raises(QueryError, match="'over' is no place to go on from"):
        ledger.search(query, sort=sort, after="over")


def test_only_what_is_shown_is_searched(where: str) -> None:
    old = said("{1s Lima} {1q said} {1c the gate is shut}.", LIMA)
    new = replace(old, statements=(replace(old.statements[0], act="deny"),))
    with Ledger(where) as ledger:
        ledger.add(old)
        ledger.add(new)
        assert [h.act for h in ledger.search(parse_query("gate"))] == ["deny"]
        assert ledger.counts(parse_query("gate"))["all"] == {"": Count(1, 1)}


def test_counts(ledger: Ledger) -> None:
    counts = ledger.counts(parse_query("-act:deny"))
    assert counts["all"] == {"": Count(4, 4)}
    assert counts["speaker"] == {"Ana Lima": Count(2, 2), "Сергей Шойгу": Count(2, 2)}
    assert list(counts["act"].items()) == [("state", Count(3, 3)), ("promise", Count(1, 1))]
    assert counts["month"] == {"2025-03": Count(3, 3), "2025-02": Count(1, 1)}


def test_the_words_are_marked(ledger: Ledger) -> None:
    (hit,) = ledger.search(parse_query('ship "the port" leav*'))
    assert hit.content == "the ships are leaving the port"
    assert [hit.content[m.start : m.stop] for m in hit.marks] == ["ships", "the port", "leaving"]


@given(st.lists(st.text(max_size=12), max_size=4))
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_search_is_answered_or_refused(ledger: Ledger, terms: list[str]) -> None:
    text = " ".join(terms).replace("\x00", "")
    try:
        query = parse_query(text)
    except QueryError:
        return
    assert isinstance(ledger.search(query), list)


@pytest.mark.parametrize(
    ("text", "stems"),
    [
        ("The ships' gate", ["the", "ship", "gate"]),
        ("Перемирия, учёные", ["перемир", "учен"]),
        ("don’t S-300 №5", ["dont", "s", "300", "5"]),
        ("_a_b_", ["a", "b"]),
        ("🙂 --", []),
    ],
)
def test_stems(text: str, stems: list[str]) -> None:
    assert [s.stem for s in stems_of(text)] == stems


@pytest.mark.parametrize(
    "text", ["lang:ru", "-lang:ru", "outlet:Известия", "kind:person port", "via:CBS", "about:NATO", "has:via"]
)
def test_whatever_is_found_is_counted(ledger: Ledger, text: str) -> None:
    query = parse_query(text)
    assert ledger.counts(query)["all"][""].statements == len(ledger.search(query))


WORDS = (
    ("O’Hara waits", "O'Hara", True), ("O’Brien waits", "O'Hara", False), ("only otters", "O'Bri*", False),
    ("старый за\u0301мок", "замок", True), ("тай\u0306ный", "тайный", True), ("cease\u00adfire", "ceasefire", True),
    ("Lima’s gate", "Lima", True), ("a well-known port", "well-kn*", True), ("they are leaving", "leav*", True),
    ("they are leaving", "leavx*", False), ("перемирия", "переми*", True),
)  # fmt: skip


@pytest.mark.parametrize(("content", "query", "there"), WORDS)
def test_words_as_they_are_written(where: str, content: str, query: str, there: bool) -> None:
    with Ledger(where) as ledger:
        ledger.add(said(f"{{1s Lima}} {{1q said}} {{1c so {content}}}.", LIMA))
        hits = ledger.search(parse_query(query))
        assert len(hits) == there
        assert not there or hits[0].marks


def test_a_side_whatever_the_case(where: str) -> None:
    with Ledger(where) as ledger:
        ledger.add(said("{1s Lima} {1q said} {1c so}.", who("Ana Lima", "Åland")))
        assert len(ledger.search(parse_query("side:åland"))) == len(ledger.search(parse_query("side:ÅLAND"))) == 1
