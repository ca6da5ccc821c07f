"""A document's day: its dateline's or that of publication, and what its expressions of time mean on it."""

from __future__ import annotations

import pytest

from sayso.dates.timeline import Timeline, timeline
from sayso.languages import LANGUAGES
from sayso.records import Anchor, When
from sayso.spans import Span, cut
from tests.tables import words_of

FRIDAY = "2025-03-14"
NEWS = "Norda – The gate was shut."


def told(text: str, published: str | None = None, lang: str = "en") -> Timeline:
    return timeline(text, words_of([text], lang)[0], LANGUAGES[lang], published)


def day(text: str, published: str | None = FRIDAY, lang: str = "en") -> tuple[str | None, Anchor | None]:
    """The day against which a text is read, and where it comes from."""
    found = told(text, published, lang)
    return found.day, found.anchor


def whens(text: str, published: str | None = None, lang: str = "en") -> list[When]:
    found = told(text, published, lang)
    return [found.read(t) for t in found.times]


def values(text: str, published: str | None = None, lang: str = "en") -> list[str | None]:
    return [w.value for w in whens(text, published, lang)]


@pytest.mark.parametrize(
    "opening",
    [
        "PORTO ALTO, March 12 (Norda) – ",
        "PORTO ALTO, March 12 — ",
        "PORTO ALTO (Norda), March 12 – ",
        "PORTO ALTO — March 12. ",
        "Porto Alto, 12 March 2025 (Norda) - ",
        "PORTO ALTO, Mar. 12 /Norda/ ",
        "PORTO ALTO, Wednesday (Norda) – ",
        "PORTO ALTO, March 12, 2025 (Norda) – ",
        "March 12 (Norda) – ",
        "March 12, 2025\n\n",
        "Wednesday, March 12, 2025\n",
        "2025-03-12\n",
        "Gate shut for good\n\nPORTO ALTO, March 12 (Norda) – ",
    ],
)
def test_dateline(opening: str) -> None:
    assert day(opening + "The gate was shut.") == ("2025-03-12", "dateline")


@pytest.mark.parametrize(
    "opening",
    [
        "ЛИПОВСК, 12 марта. /Норда/. ",
        "ЛИПОВСК, 12 мар — Норда. ",
        "Липовск. 12 марта. Норда – ",
        "ЛИПОВСК, 12 марта (Норда) — ",
        "12 марта 2025 года\n\n",
        "12.03.2025\n",
    ],
)
def test_dateline_russian(opening: str) -> None:
    assert day(opening + "Ворота закрыли.", lang="ru") == ("2025-03-12", "dateline")


@pytest.mark.parametrize(
    "text",
    [
        "The mayor said on March 12 that the gate was shut.",
        "March 12 was a cold day in Porto Alto.",
        "The old gate of Porto Alto, March 12 (Norda) – it is shut.",
        "PORTO ALTO, March (Norda) – The gate was shut.",
        "PORTO ALTO, February 31 (Norda) – The gate was shut.",
        "The gate is shut. " * 10 + "\nPORTO ALTO, March 12 (Norda) – It was shut.",
        "The gate was shut.",
        "",
    ],
)
def test_no_dateline(text: str) -> None:
    assert day(text) == (FRIDAY, "publication")


def test_no_dateline_russian() -> None:
    assert day("Мэр сообщил 12 марта, что ворота закрыты.", lang="ru") == (FRIDAY, "publication")


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("March 14", (FRIDAY, "dateline")),
        ("March 7", ("2025-03-07", "dateline")),
        ("March 6", (FRIDAY, "publication")),
        ("March 15", (FRIDAY, "publication")),
        ("March 15, 2025", (FRIDAY, "publication")),
        ("March 6, 2025", (FRIDAY, "publication")),
        ("March 12, 2024", (FRIDAY, "publication")),
    ],
)
def test_a_dateline_lies_up_to_a_week_before_publication(date: str, expected: tuple[str, str]) -> None:
    assert day(f"PORTO ALTO, {date} ({NEWS}") == expected


@pytest.mark.parametrize("date", ["18 марта", "3 марта", "12 марта 2024 года"])
def test_no_fitting_dateline_russian(date: str) -> None:
    assert day(f"ЛИПОВСК, {date}. /Норда/. Ворота закрыли.", lang="ru") == (FRIDAY, "publication")


@pytest.mark.parametrize(
    ("published", "date", "expected"),
    [
        ("2025-03", "March 12", ("2025-03-12", "dateline")),
        ("2025-03", "April 12, 2025", ("2025-03", "publication")),
        ("2025", "March 12, 2025", ("2025-03-12", "dateline")),
        ("2025", "March 12", ("2025", "publication")),
        (None, "March 12, 2025", ("2025-03-12", "dateline")),
        (None, "March 12", (None, None)),
        ("2025-01-02", "December 30", ("2024-12-30", "dateline")),
    ],
)
def test_dateline_where_publication_is_told_in_part(
    published: str | None, date: str, expected: tuple[str | None, str | None]
) -> None:
    assert day(f"PORTO ALTO, {date} ({NEWS}", published) == expected


def test_words_are_read_against_the_dateline() -> None:
    text = "PORTO ALTO, March 12 (Norda) – The gate was shut on Tuesday."
    assert [(w.value, w.anchor) for w in whens(text, FRIDAY)][1:] == [("2025-03-11", "dateline")]


@pytest.mark.parametrize(
    ("text", "value", "anchor"),
    [
        ("The gate was shut yesterday.", "2025-03-13", "publication"),
        ("The gate was shut in May.", "2024-05", "publication"),
        ("The gate was shut on March 3, 2024.", "2024-03-03", None),
        ("The gate was shut in 2014.", "2014", None),
        ("The gate was shut on 31 February.", None, None),
        ("The gate was shut in the 1990s.", None, None),
    ],
)
def test_anchor(text: str, value: str | None, anchor: Anchor | None) -> None:
    (when,) = whens(text, FRIDAY)
    assert (when.value, when.anchor) == (value, anchor)


def test_the_day_of_the_utterance_goes_first() -> None:
    found = told("The gate was shut yesterday.", FRIDAY)
    when = found.read(found.times[0], "2025-02-01")
    assert (when.value, when.anchor) == ("2025-01-31", "utterance")


def test_what_is_read_as_past() -> None:
    found = told("The gate will be shut on Monday.", FRIDAY)
    assert found.read(found.times[0]).value == "2025-03-17"
    assert found.read(found.times[0], back=True).value == "2025-03-10"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The quarrel began in 2016. It ended in March.", "2016-03"),
        ("The quarrel began in 2016. It ended on March 3.", "2016-03-03"),
        ("It began in May 2016 and, after much of 2016, ended on June 3.", "2016-06-03"),
    ],
)
def test_the_only_year_of_a_text(text: str, value: str) -> None:
    assert (whens(text)[-1].value, whens(text)[-1].anchor) == (value, "text")


def test_the_only_year_of_a_text_russian() -> None:
    assert values("Спор начался в 2016 году. Он кончился в марте.", lang="ru") == ["2016", "2016-03"]


@pytest.mark.parametrize(
    "text",
    [
        "The quarrel began in 2016 and was over in 2018. It was worst in March.",
        "The quarrel ended in March.",
        "The quarrel began in 2016. It ended yesterday.",
    ],
)
def test_no_year_that_would_tell(text: str) -> None:
    assert values(text)[-1] is None


def test_a_known_day_goes_before_the_only_year() -> None:
    assert values("The quarrel began in 2016. It ended in March.", FRIDAY) == ["2016", "2025-03"]


@pytest.mark.parametrize("published", [None, FRIDAY])
@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The quarrel began in 2016. The following year the mill closed.", "2017"),
        ("The mill opened in May 2016. It closed the following month.", "2016-06"),
        ("The mill closed on 31 May 2016. It opened the next day.", "2016-06-01"),
        ("The mill closed in 2016 for 30 days. The following year it burned.", "2017"),
        ("The following year the mill closed.", None),
    ],
)
def test_the_following_year(text: str, value: str | None, published: str | None) -> None:
    assert values(text, published)[-1] == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Спор начался в 2016 году. На следующий год мельницу закрыли.", "2017"),
        ("Спор начался 31 мая 2016 года. На следующий день мельницу закрыли.", "2016-06-01"),
    ],
)
def test_the_following_year_russian(text: str, value: str) -> None:
    assert values(text, lang="ru")[-1] == value


@pytest.mark.parametrize(
    ("words", "length"),
    [
        ("30 days", "P30D"),
        ("three weeks", "P3W"),
        ("a decade", "P10Y"),
        ("half a year", "P6M"),
        ("two and a half years", "P2Y6M"),
        ("two and a half days", "P2DT12H"),
        ("1.5 decades", "P15Y"),
        ("48 hours", "PT48H"),
        ("2.5 hours", "PT150M"),
        ("90.5 minutes", "PT5430S"),
        ("2.25 months", "P2M8D"),
        ("several weeks", ""),
    ],
)
def test_length(words: str, length: str) -> None:
    text = f"The quarrel lasted for {words}."
    (when,) = whens(text, FRIDAY)
    assert cut(text, when.span) == words
    assert (when.period, when.value, when.granularity, when.anchor) == (length, None, None, None)


@pytest.mark.parametrize(
    ("words", "length"),
    [("30 дней", "P30D"), ("полгода", "P6M"), ("двое суток", "P2D"), ("48 часов", "PT48H"), ("несколько недель", "")],
)
def test_length_russian(words: str, length: str) -> None:
    (when,) = whens(f"Спор длился {words}.", lang="ru")
    assert when.period == length


def test_the_rule_is_named() -> None:
    assert [w.rule for w in whens("It began in 2016, on a Monday, for 30 days.", FRIDAY)] == [
        "year",
        "weekday",
        "period",
    ]


def test_what_begins_in_a_span() -> None:
    text = "It was shut yesterday, in May and in 2014."
    found = told(text, FRIDAY)
    assert [cut(text, t.span) for t in found.within(Span(12, 31))] == ["yesterday", "May"]
    assert not found.within(Span(13, 20))


def test_the_atom_at_an_offset() -> None:
    found = told("It was shut.")
    assert [found.number_at(n) for n in (0, 1, 3, 4, 11, 12, 99)] == [0, 1, 1, 2, 3, 4, 4]


def test_each_following_year_is_one_more_and_none_is_past_the_calendar() -> None:
    many = values("The quarrel began in 2016. " + "The following year it went on. " * 1200)
    assert many[:3] == ["2016", "2017", "2018"]
    assert many[2999 - 2016] == "2999"
    assert set(many[3000 - 2016 :]) == {None}
