"""Statements that are the same, on SQLite and on PostgreSQL: what is one group, and what is not."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from sayso.ledger.correction import Correction, Person
from sayso.ledger.hit import Count, Difference
from sayso.ledger.ledger import Ledger
from sayso.ledger.query import parse_query
from sayso.records import Figure, Member, Reading
from sayso.spans import Span
from tests.said import said, who

LIMA, RUIZ = who("Ana Lima", "Portugal"), who("Eva Ruiz")
LONG = "the second gate of the northern port will be opened before the end of May"


def told(content: str, speaker: object = LIMA, day: str = "2025-03-12", cue: str = "said", **known: object) -> Reading:
    return said(f"{{1s Somebody}} {{1q {cue}}} {{1c {content}}}.", speaker, day=day, **known)  # type: ignore[arg-type]


def groups(where: str, *readings: Reading) -> int:
    """How many groups the statements of readings make."""
    with Ledger(where) as ledger:
        for number, reading in enumerate(readings):
            ledger.add(replace(reading, document=replace(reading.document, url=f"https://a.example/{number}")))
        count = ledger.counts(parse_query(""))["all"][""]
    assert count.statements == len(readings)
    return count.distinct


@pytest.mark.parametrize(
    "other",
    [
        told(LONG, cue="promised"),
        told(LONG, day="2025-03-15"),
        told(LONG.replace("before the end of", "by")),
        told(LONG.replace("May", "June")),
        told("the second gate of the northern port will be opened"),
        told(LONG.replace("the northern", "northern") + ", if the money is there"),
    ],
)
def test_the_same(where: str, other: Reading) -> None:
    assert groups(where, told(LONG), other) == 1


@pytest.mark.parametrize(
    "other",
    [
        told(LONG, RUIZ),
        told(LONG, None),
        told(LONG, day="2025-03-16"),
        told(LONG, day="2025-03"),
        told(LONG.replace("will be", "will not be")),
        told(LONG.replace("will be", "won't be")),
        told("the second gate of the southern canal was shut at the beginning of March"),
        told("before the end of May opened will be port northern the of gate second the"),
    ],
)
def test_not_the_same(where: str, other: Reading) -> None:
    assert groups(where, told(LONG), other) == 2


def test_copies_of_one_text_are_the_same_whoever_said_it(where: str) -> None:
    long = f"so, {'and so on, ' * 20}they say"
    assert groups(where, told(long, None), told(long, None, day="2026-01-01")) == 1
    assert groups(where, told("so", None), told("so", None)) == 2


@pytest.mark.parametrize(("day", "number"), [("2025-03-12", 1), ("2025-03-13", 2)])
def test_few_words_are_the_same_only_on_one_day(where: str, day: str, number: int) -> None:
    assert groups(where, told("we are ready"), told("we are ready", day=day)) == number


def test_two_words_are_never_the_same(where: str) -> None:
    assert groups(where, told("no comment"), told("no comment")) == 2


def test_what_lies_within_another_is_another(where: str) -> None:
    reading = told(LONG)
    (statement,) = reading.statements
    (span,) = statement.content
    inner = replace(statement, id="inner", content=(Span(span.start, span.stop - 4),), inside=statement.id)
    with Ledger(where) as ledger:
        ledger.add(replace(reading, statements=(statement, inner)))
        assert ledger.counts(parse_query(""))["all"][""] == Count(2, 2)


def facts(lang: str, content: str, low: float, *names: tuple[str, str]) -> Reading:
    """A reading of one statement with a figure and names; each name as it stands, and as it is known."""
    reading = told(content, lang=lang)
    (statement,) = reading.statements
    text = reading.document.text

    def place(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    figure = Figure(text="12", span=place("12"), low=low, high=low, rule="number")
    cast = tuple(Member(name=known, kind="organization", names=(place(name),), forms=(name,)) for name, known in names)
    return replace(reading, cast=cast, statements=(replace(statement, figures=(figure,)),))


NATO = ("NATO", "NATO")
RUSSIAN = facts("ru", "НАТО построит 12 новых причалов в порту", 12, ("НАТО", "NATO"))
WORDS = "NATO will build 12 new berths in the port"


def test_in_two_languages_the_facts_tell(where: str) -> None:
    assert groups(where, RUSSIAN, facts("en", WORDS, 12, NATO)) == 1


@pytest.mark.parametrize(
    "other",
    [
        facts("en", WORDS, 13, NATO),
        facts("en", WORDS, 12),
        facts("en", f"{WORDS}, and then all the others in the country, one by one, for years and years", 12, NATO),
    ],
)
def test_in_two_languages_other_facts_are_another(where: str, other: Reading) -> None:
    assert groups(where, RUSSIAN, other) == 2


def test_in_two_languages_none_is_chosen_of_two(where: str) -> None:
    reading = facts("en", WORDS, 12, NATO)
    text = f"{reading.document.text} {reading.document.text}"
    (first,) = reading.statements
    shift = len(reading.document.text) + 1

    def moved(span: Span) -> Span:
        return Span(span.start + shift, span.stop + shift)

    (figure,), (member,) = first.figures, reading.cast
    content, again = tuple(map(moved, first.content)), replace(figure, span=moved(figure.span))
    second = replace(first, id="second", content=content, figures=(again,))
    twice = replace(
        reading,
        document=replace(reading.document, text=text, url="https://a.example/en"),
        cast=(replace(member, names=(*member.names, *map(moved, member.names))),),
        statements=(first, second),
    )
    with Ledger(where) as ledger:
        ledger.add(replace(RUSSIAN, document=replace(RUSSIAN.document, url="https://a.example/ru")))
        ledger.add(twice)
        found = {hit.lang: hit.group for hit in ledger.search(parse_query(""))}
    assert found["ru"] != found["en"]


DROPPED = "the gate of the old harbour opens in May"


def test_variants_tell_how_they_differ(where: str) -> None:
    conditional = f"{{1s Lima}} {{1q promised}} {{1c {DROPPED}, if the money is there}}."
    with Ledger(where) as ledger:
        ledger.add(said(conditional, LIMA, day="2025-03-12", act="promise", condition=True))
        ledger.add(told(DROPPED, day="2025-03-14"))
        ledger.add(told(DROPPED.replace("in May", "on 5 May"), day="2025-03-15", lang="en"))
        (hit, *_) = ledger.search(parse_query("harbour"))
        first, second, third = ledger.variants(hit.id)
    assert (first.hit.cue, first.differences) == ("promised", ())
    assert second.differences == (
        Difference("act", "promise", "state"),
        Difference("condition", "if", None),
        Difference("cue", "promised", "said"),
        Difference("words", "if the money is there", None),
    )
    assert Difference("words", "in", "on 5") in third.differences


def test_who_are_made_one_say_the_same(where: str) -> None:
    with Ledger(where) as ledger:
        ledger.add(told(LONG))
        ledger.add(told(LONG, who("A. Lima"), cue="says"))
        assert ledger.counts(parse_query(""))["all"][""].distinct == 2
        one, other = Person(name="A. Lima"), Person(name="Ana Lima")
        ledger.correct(Correction(kind="same", by="Ed", made_at="2026-01-01", who=one, other=other))
        assert ledger.counts(parse_query(""))["all"][""].distinct == 1
