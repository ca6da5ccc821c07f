"""The figures of a statement: the quantities that lie within its content. What a quantity is, is tested with the tables
of figures. Everybody is invented."""

from __future__ import annotations

from fractions import Fraction

import pytest

from sayso.steps.figure import number
from tests.answered import answered, cut, last

SAID = "{1s Ana Lima} {1q said} "
STATED = "{1s Ольга Ветрова} {1q сказала}, "

CASES = (
    ("en", SAID + "{1c 67,000 people came}.", ["67,000 people"]),
    ("en", SAID + "{1c 40 boats and 12 trains came}.", ["40 boats", "12 trains"]),
    ("en", "{1s 40 pilots} {1q said} {1c 12 trains came}.", ["12 trains"]),
    ("en", "Some 40 boats sank. " + SAID + "{1c it was late}.", []),
    ("en", "“{1c 40 boats sank},” {1q said} {1s Ana Lima}, 54, of the port’s 12 pilots.", ["40 boats"]),
    ("en", SAID + "{1c it was late}, and 40 boats came.", []),
    # dates are none
    ("en", SAID + "{1c it opened on 12 March 2019}.", []),
    ("en", SAID + "{1c it opened in 2019}.", []),
    # the end of the content cuts it off
    ("en", SAID + "{1c it cost 40} million euros.", []),
    (
        "en",
        "“{1c It cost 40 million euros},” {1q said} {1s Ana Lima}. “{1c And 12 boats sank}.”",
        ["40 million euros", "12 boats"],
    ),
    ("ru", STATED + "{1c что пришли 67 000 человек}.", ["67 000 человек"]),
    ("ru", STATED + "{1c что пришли 40 лодок и 12 поездов}.", ["40 лодок", "12 поездов"]),
    ("ru", "{1s 40 лоцманов} {1q сказали}, {1c что пришли 12 поездов}.", ["12 поездов"]),
    ("ru", "Утонули 40 лодок. " + STATED + "{1c что поздно}.", []),
    ("ru", STATED + "{1c что мост открыли 12 марта 2019 года}.", []),
)


@pytest.mark.parametrize(("lang", "line", "words"), CASES)
def test_figures_lie_within_the_content(lang: str, line: str, words: list[str]) -> None:
    found = last(line, None, lang).figures
    assert [f.text for f in found] == words
    assert [cut(line, f.span, None, lang) for f in found] == words


def test_a_figure_of_a_statement_within_belongs_to_both() -> None:
    line = SAID + "{1c {2s the union} {2q had told} her {2c that 40 boats sank}}."
    assert [[f.text for f in s.figures] for s in answered(line)] == [["40 boats"], ["40 boats"]]


NUMBERS = (
    ("en", SAID + "{1c 67,000 people came}.", 67000, 67000),
    ("en", SAID + "{1c it cost $2.5 million}.", 2_500_000, 2_500_000),
    ("en", SAID + "{1c it was 2.5 km long}.", 2.5, 2.5),
    ("en", SAID + "{1c a third of the boats sank}.", 1 / 3, 1 / 3),
    ("en", SAID + "{1c more than 40 boats came}.", 40, None),
    ("en", SAID + "{1c up to 40 boats came}.", None, 40),
    ("en", SAID + "{1c between 30 and 40 boats came}.", 30, 40),
    ("ru", STATED + "{1c что пришли 67 000 человек}.", 67000, 67000),
    ("ru", STATED + "{1c что длина 2,5 км, не больше}.", 2.5, 2.5),
    ("ru", STATED + "{1c что пришли более 40 лодок}.", 40, None),
)


@pytest.mark.parametrize(("lang", "line", "low", "high"), NUMBERS)
def test_numbers(lang: str, line: str, low: float | None, high: float | None) -> None:
    (found,) = last(line, None, lang).figures
    assert (found.low, found.high) == (low, high)
    assert (type(found.low), type(found.high)) == (type(low), type(high))


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, None),
        (Fraction(67000), 67000),
        (Fraction(-3), -3),
        (Fraction(0), 0),
        (Fraction(5, 2), 2.5),
        (Fraction(1, 3), 1 / 3),
        (Fraction(2**53 - 1), 2**53 - 1),
        (Fraction(2**53), float(2**53)),
        (Fraction(10**30), 1e30),
    ],
)
def test_a_number_as_json_has_it(value: Fraction | None, expected: float | None) -> None:
    assert number(value) == expected
    assert type(number(value)) is type(expected)


def test_a_number_too_long_to_be_exact_in_a_text() -> None:
    (found,) = last(SAID + "{1c there were 10^30 grains of sand}.").figures
    assert (found.low, type(found.low)) == (1e30, float)


MONEY = (
    ("en", SAID + "{1c it cost $40}.", "USD"),
    ("en", SAID + "{1c it cost 40 million euros}.", "EUR"),
    ("en", SAID + "{1c it cost £40}.", "GBP"),
    ("en", SAID + "{1c 40 boats came}.", None),
    ("ru", STATED + "{1c что он стоил 40 рублей}.", "RUB"),
    ("ru", STATED + "{1c что он стоил 40 млн евро}.", "EUR"),
    ("ru", STATED + "{1c что пришли 40 лодок}.", None),
)


@pytest.mark.parametrize(("lang", "line", "currency"), MONEY)
def test_currency(lang: str, line: str, currency: str | None) -> None:
    (found,) = last(line, None, lang).figures
    assert found.currency == currency


COUNTED = (
    ("en", SAID + "{1c 40 boats came}.", "boats", None),
    ("en", SAID + "{1c 40 new boats came}.", "boats", None),
    ("en", SAID + "{1c rain sank 40% of the boats}.", "%", "the boats"),
    ("en", SAID + "{1c rain sank 40 per cent of the boats}.", "%", "the boats"),
    ("ru", STATED + "{1c что пришли 40 лодок}.", "лодок", None),
    ("ru", STATED + "{1c что утонули 40% лодок}.", "%", "лодок"),
    ("ru", STATED + "{1c что утонули 40 тонн зерна}.", "тонн", "зерна"),
    ("en", SAID + "{1c 40% of pilots voted}.", "%", "pilots"),
    ("en", SAID + "{1c two of the boats sank}.", None, "the boats"),
)


@pytest.mark.parametrize(("lang", "line", "unit", "counted"), COUNTED)
def test_what_is_counted(lang: str, line: str, unit: str, counted: str | None) -> None:
    (found,) = last(line, None, lang).figures
    assert (found.unit, found.counted) == (unit, counted)


SURE = (
    (SAID + "{1c 40 boats came}.", "exact", False),
    (SAID + "{1c about 40 boats came}.", "about", True),
    (SAID + "{1c nearly 40 boats came}.", "nearly", True),
    (SAID + "{1c more than 40 boats came}.", "more than", False),
    (SAID + "{1c at least 40 boats came}.", "at least", False),
)


@pytest.mark.parametrize(("line", "sure", "approx"), SURE)
def test_how_sure(line: str, sure: str, approx: bool) -> None:
    (found,) = last(line).figures
    assert (found.sure, found.approx) == (sure, approx)
