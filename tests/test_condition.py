"""The condition that a content hangs on. A case is a marked line about whose last statement it is, the rule, and the
words of the condition up to their end. Everybody is invented."""

from __future__ import annotations

import pytest

from tests.answered import answered, cut, last

LIMA = "{1q said} {1s Ana Lima}"
SAID = "{1s Ana Lima} {1q said} "
VETROVA = "{1q сказала} {1s Ольга Ветрова}"

ENGLISH = (
    ("if", SAID + "{1c the bridge would open if the council agreed}.", "if the council agreed"),
    ("if", SAID + "{1c if the whole council agreed, the bridge would open}.", "if the whole council agreed"),
    ("if", SAID + "{1c the bridge would open even if it rained}.", "even if it rained"),
    ("if", SAID + "{1c the bridge would open only if it rained}.", "only if it rained"),
    ("if", "“{1c We will stay if it rains. It is late},” " + LIMA + ".", "if it rains"),
    ("if", "“{1c We will stay if it rains; so will they},” " + LIMA + ".", "if it rains"),
    ("if", "“{1c We will stay if it rains – and it will},” " + LIMA + ".", "if it rains"),
    (
        "if",
        "“{1c We will stay if it rains in Foz, where we live, and sing},” " + LIMA + ".",
        "if it rains in Foz, where we live",
    ),
    ("unless", "“{1c The bridge will open unless it rains},” " + LIMA + ".", "unless it rains"),
    (
        "provided that",
        SAID + "{1c it would open provided that the council agreed}.",
        "provided that the council agreed",
    ),
    ("provided that", SAID + "{1c it would open on condition that the toll fell}.", "on condition that the toll fell"),
    ("provided that", "“{1c As long as it rains, we will stay},” " + LIMA + ".", "As long as it rains"),
    ("only after", SAID + "{1c it would open only after a vote}.", "only after a vote"),
    ("in case", SAID + "{1c the gate would close in case of flood}.", "in case of flood"),
    ("in case", SAID + "{1c in the event of a flood, the gate would close}.", "in the event of a flood"),
    ("until", "“{1c We will wait until the bridge is open},” " + LIMA + ".", "until the bridge is open"),
    ("until", "“{1c We do not sail until the bridge is open},” " + LIMA + ".", "until the bridge is open"),
    ("when", "“{1c We will go when the bridge is open},” " + LIMA + ".", "when the bridge is open"),
    ("when", "“{1c We will go once it is open},” " + LIMA + ".", "once it is open"),
    ("where possible", "“{1c We will go if possible},” " + LIMA + ".", "if possible"),
)
RUSSIAN = (
    ("if", "{1s Ольга Ветрова} {1q сказала}, {1c что мост откроют, если совет согласится}.", "если совет согласится"),
    (
        "if",
        "«{1c Если весь совет города согласится, мост откроют}», — " + VETROVA + ".",
        "Если весь совет города согласится",
    ),
    ("if", "«{1c Мост закроют, если только не пойдёт снег}», — " + VETROVA + ".", "если только не пойдёт снег"),
    (
        "provided that",
        "«{1c Мост откроют при условии, что совет согласится}», — " + VETROVA + ".",
        "при условии, что совет согласится",
    ),
    (
        "provided that",
        "{1s Фирма} {1q согласилась} {1c открыть мост при условии голосования}.",
        "при условии голосования",
    ),
    ("only after", "«{1c Мост откроют только после голосования}», — " + VETROVA + ".", "только после голосования"),
    ("only after", "«{1c Как только пойдёт дождь, мост закроют}», — " + VETROVA + ".", "Как только пойдёт дождь"),
    ("in case", "«{1c Мост закроют в случае дождя}», — " + VETROVA + ".", "в случае дождя"),
    ("while", "«{1c Мы будем ждать, пока не откроют мост}», — " + VETROVA + ".", "пока не откроют мост"),
    (
        "until",
        "«{1c Мост будет закрыт до тех пор, пока идёт дождь}», — " + VETROVA + ".",
        "до тех пор, пока идёт дождь",
    ),
    ("where possible", "«{1c Мост закроют при необходимости}», — " + VETROVA + ".", "при необходимости"),
)
CASES = [*(("en", *case) for case in ENGLISH), *(("ru", *case) for case in RUSSIAN)]
NONE = (
    ("en", SAID + "{1c it was late}."),
    ("en", "“{1c It looks as if the bridge is open},” " + LIMA + "."),
    ("en", "“{1c They asked if the bridge is open},” " + LIMA + "."),
    ("en", "“{1c It is later than if we had walked},” " + LIMA + "."),
    ("en", "“{1c I wonder if it rains},” " + LIMA + "."),
    ("en", "“{1c I do not know if it rains},” " + LIMA + "."),
    ("en", "“{1c What if it rains?}” {1q asked} {1s Ana Lima}."),
    # not ahead
    ("en", "“{1c We waited until the bridge was open},” " + LIMA + "."),
    ("en", "“{1c We went when the bridge was open},” " + LIMA + "."),
    ("en", "“{1c We once went there},” " + LIMA + "."),
    ("en", "“{1c I will say when the bridge opens},” " + LIMA + "."),
    # nothing hangs on it
    ("en", "“{1c There are few boats, if any},” " + LIMA + "."),
    # outside the content, or another's
    ("en", "If it rained, " + SAID + "{1c it was late}."),
    ("en", SAID + "{1c it was late}. If it rains, the bridge will shut."),
    ("ru", "«{1c Мост стар}», — " + VETROVA + "."),
    ("ru", "«{1c Мост выглядит как будто закрытым}», — " + VETROVA + "."),
    ("ru", "«{1c Мост пока не открыт}», — " + VETROVA + "."),
    ("ru", "«{1c Когда шёл снег, мост закрыли}», — " + VETROVA + "."),
    ("ru", "Если пойдёт дождь, будет поздно. «{1c Мост стар}», — " + VETROVA + "."),
)


@pytest.mark.parametrize(("lang", "rule", "line", "words"), CASES)
def test_condition(lang: str, rule: str, line: str, words: str) -> None:
    found = last(line, None, lang).condition
    assert found is not None
    assert (found.rule, found.text) == (rule, words)
    assert cut(line, found.span, None, lang) == words


@pytest.mark.parametrize(("lang", "line"), NONE)
def test_none(lang: str, line: str) -> None:
    assert last(line, None, lang).condition is None


def test_the_first_counts() -> None:
    found = last("“{1c We will stay if it rains, and go unless it snows},” " + LIMA + ".").condition
    assert found is not None
    assert found.rule == "if"


def test_what_belongs_to_a_statement_within_is_not_the_outer_ones() -> None:
    line = SAID + "{1c {2s the union} {2q had threatened} {2c to strike if the bridge stayed shut}}."
    assert [s.condition.text if s.condition else None for s in answered(line)] == [None, "if the bridge stayed shut"]


def test_a_condition_ends_with_its_content() -> None:
    found = last("“{1c We will stay if it rains},” " + LIMA + ", and it rained.").condition
    assert found is not None
    assert found.text == "if it rains"
