"""To whom a statement was made. A case is the rule, a marked line about whose last statement it is, and the addressee's
name and kind; what follows are lines in which nobody must be taken. Everybody is invented."""

from __future__ import annotations

import pytest

from sayso.answers.whom import RULES
from tests.answered import MARCH, answered, cut, last

SAID = "{1s Ana Lima} {1q said} {1c it was late}."
STATED = "{1s Ольга Ветрова} {1q сказала}, {1c что мост стар}."
HEAR = "{1s Ольга Ветрова} {1q "

CASES = (
    ("after the verb", "en", "{1s Ana Lima} {1q told} reporters {1c it was late}.", "reporters", "group"),
    ("after the verb", "en", "{1s Ana Lima} {1q told} reporters on Monday {1c it was late}.", "reporters", "group"),
    ("after the verb", "en", "{1s Ana Lima} {1q told} reporters in Foz {1c it was late}.", "reporters", "group"),
    (
        "after the verb",
        "en",
        "Rui Costa, a builder, came. {1s Ana Lima} {1q told} Rui Costa that {1c it was late}.",
        "Rui Costa",
        "person",
    ),
    (
        "after the verb",
        "en",
        "“{1c It is late},” {1s Ana Lima} {1q told} the Foz Gazette.",
        "Foz Gazette",
        "organization",
    ),
    ("after the verb", "en", "“{1c It is late},” {1s Ana Lima} {1q told} a crowd.", "crowd", "group"),
    ("after the verb", "en", "{1s Ana Lima} {1q told} the court that {1c it was late}.", "court", "unnamed"),
    (
        "after the verb",
        "en",
        "{1s Ana Lima} {1q told} the pilots and the dockers {1c no}.",
        "pilots and the dockers",
        "group",
    ),
    ("after the verb", "en", "{1s Ana Lima} {1q warned} residents {1c it would rain}.", "residents", "group"),
    ("after the verb", "en", "{1s Ana Lima} {1q promised} voters {1c a new bridge}.", "voters", "group"),
    ("after the verb", "en", "{1s Ana Lima} {1q asked} {1c the World Bank to fund it}.", "World Bank", "organization"),
    ("after the verb", "en", "{1s Ana Lima} {1q urged} {1c the residents to leave}.", "residents", "group"),
    ("after the verb", "en", "{1s Ana Lima} {1q called on} {1c residents to leave}.", "residents", "group"),
    ("after the verb", "ru", HEAR + "заявила} журналистам, {1c что мост стар}.", "журналисты", "group"),
    ("after the verb", "ru", HEAR + "заявила} членам Конгресса, {1c что мост стар}.", "члены Конгресса", "group"),
    ("after the verb", "ru", HEAR + "рассказала} также жителям, {1c что мост стар}.", "жители", "group"),
    (
        "after the verb",
        "ru",
        "{1s Ольга Ветрова} журналистам {1q сообщила}, {1c что мост стар}.",
        "журналисты",
        "group",
    ),
    ("after the verb", "ru", HEAR + "рассказала} газете «Порт», {1c что мост стар}.", "Порт", "organization"),
    ("after the verb", "ru", HEAR + "написала} Петру Лугову, {1c что мост стар}.", "Петр Лугов", "person"),
    ("after the verb", "ru", HEAR + "попросила} Петра Лугова {1c открыть мост}.", "Петр Лугов", "person"),
    ("after the verb", "ru", HEAR + "призвала} жителей города {1c уехать}.", "жители города", "group"),
    ("after the verb", "ru", HEAR + "предупредила} жителей, {1c что мост стар}.", "жители", "group"),
    (
        "after the verb",
        "ru",
        HEAR + "поручила} министерству транспорта {1c открыть мост}.",
        "министерство транспорта",
        "unnamed",
    ),
    ("after to", "en", "{1s Ana Lima} {1q said} to reporters that {1c it was late}.", "reporters", "group"),
    ("after to", "en", "{1s Ana Lima} {1q explained} to residents that {1c it was late}.", "residents", "group"),
    ("after to", "en", "Speaking to reporters on Tuesday, " + SAID, "reporters", "group"),
    ("after to", "en", "Speaking to the Foz Gazette, " + SAID, "Foz Gazette", "organization"),
    ("in answer", "en", "Asked by reporters, " + SAID, "reporters", "group"),
    ("in answer", "en", "In response to a question from a reporter, " + SAID, "reporter", "unnamed"),
    ("in answer", "ru", "Отвечая на вопрос журналиста, " + STATED, "журналист", "unnamed"),
    ("in answer", "ru", "Отвечая на вопросы журналистов, " + STATED, "журналисты", "group"),
    ("of the venue", "en", "In an interview with the Foz Gazette, " + SAID, "Foz Gazette", "organization"),
    ("of the venue", "en", "In a letter to the council, " + SAID, "council", "unnamed"),
    ("of the venue", "en", "Rui Costa, a builder, came. In a letter to Costa, " + SAID, "Rui Costa", "person"),
    ("of the venue", "en", "In a statement to Reuters, " + SAID, "Reuters", "organization"),
    ("of the venue", "ru", "В интервью газете «Порт» " + STATED, "Порт", "organization"),
    ("of the venue", "ru", "В интервью Петру Лугову " + STATED, "Петр Лугов", "person"),
    ("of the venue", "ru", HEAR + "сказала} в беседе с журналистом, {1c что мост стар}.", "журналист", "unnamed"),
    ("of the venue", "ru", HEAR + "сказала} в письме губернатору, {1c что мост стар}.", "губернатор", "unnamed"),
    (
        "same scene",
        "en",
        "In an interview with the Foz Gazette, " + SAID + " {2s She} {2q said} {2c no}.",
        "Foz Gazette",
        "organization",
    ),
    (
        "same scene",
        "ru",
        "В интервью газете «Порт» " + STATED + " {2s Она} {2q сказала}, {2c что он закрыт}.",
        "Порт",
        "organization",
    ),
)
NOBODY = (
    ("en", SAID),
    ("en", "{1s Ana Lima} {1q told} him {1c it was late}."),
    ("en", "{1s Ana Lima} {1q told} us that {1c it was late}."),
    ("en", "{1s Ana Lima} {1q told} everyone {1c it was late}."),
    ("en", "{1s Ana Lima} {1q was told} {1c it was late}."),
    ("en", "{1s Ana Lima} {1q warned} {1c the toll would rise}."),
    ("en", "{1s Ana Lima} {1q warned} on Tuesday that {1c the toll would rise}."),
    ("en", "{1s Ana Lima} {1q warned} of {1c a strike}."),
    ("en", "{1s Ana Lima} {1q asked} {1c when it would open}."),
    ("en", "{1s Ana Lima} {1q accused} {1c Rui Costa of lying}."),
    ("en", "{1s Ana Lima} {1q said} {1c he had told reporters}."),
    ("en", "{1s Ana Lima}, who had spoken to reporters, {1q said} {1c it was late}."),
    ("en", "{1s Ana Lima} {1q said} thanks to the rain {1c it was late}."),
    ("en", "In response to the storm, " + SAID),
    ("en", "In an interview, " + SAID),
    ("en", "At a meeting with residents. " + SAID),
    ("en", "In an interview with the Foz Gazette, " + SAID + " {2s Rui Costa} {2q said} {2c no}."),
    ("en", "{1s Ana Lima} {1q told} reporters {1c it was late}. {2s Rui Costa} {2q said} {2c no}."),
    ("ru", STATED),
    ("ru", HEAR + "сказала} ему, {1c что мост стар}."),
    ("ru", HEAR + "сказала} всем, {1c что мост стар}."),
    ("ru", HEAR + "обвинила} фирму {1c в обмане}."),
    ("ru", HEAR + "потребовала} {1c вернуть деньги}."),
    ("ru", HEAR + "сообщила} о {1c закрытии моста}."),
    ("ru", "К журналистам {1q обратилась} {1s Ольга Ветрова}: {1c мост стар}."),
    ("ru", "Благодаря дождю {1s Ольга Ветрова} {1q сказала}, {1c что мост стар}."),
    ("ru", "Отвечая на вопрос о мосте, " + STATED),
    ("ru", "В интервью " + STATED),
    ("ru", "{1s Ольга Ветрова} {1q сказала}, {1c что журналистам рассказали о мосте}."),
)


@pytest.mark.parametrize(("rule", "lang", "line", "name", "kind"), CASES)
def test_addressee(rule: str, lang: str, line: str, name: str, kind: str) -> None:
    found = last(line, MARCH, lang).addressee
    assert found is not None
    assert (found.rule, found.name, found.kind) == (rule, name, kind)


@pytest.mark.parametrize(("lang", "line"), NOBODY)
def test_nobody(lang: str, line: str) -> None:
    assert last(line, MARCH, lang).addressee is None


def test_every_rule_has_a_case_and_a_docstring() -> None:
    assert {name for name, _ in RULES} == {rule for rule, *_ in CASES}
    assert all(rule.__doc__ for _, rule in RULES)


def test_where_the_text_tells_it() -> None:
    line = "{1s Ana Lima} {1q told} the pilots of the port {1c it was late}."
    found = last(line).addressee
    assert found is not None
    assert cut(line, found.span) == "the pilots of the port"


def test_who_is_of_the_cast_brings_a_role() -> None:
    line = "Rui Costa, the mayor of Foz, came. {1s Ana Lima} {1q told} Costa that {1c it was late}."
    found = last(line).addressee
    assert found is not None
    assert (found.name, found.role) == ("Rui Costa", "mayor of Foz")


def test_nobody_speaks_to_oneself() -> None:
    assert last("{1s Ana Lima} {1q told} Ana Lima {1c it was late}.").addressee is None


def test_whom_one_carries_over_says_so() -> None:
    line = "In an interview with the Foz Gazette, " + SAID + " {2s She} {2q said} {2c no}."
    first, second = (s.addressee for s in answered(line))
    assert first is not None
    assert second is not None
    assert (first.rule, second.rule) == ("of the venue", "same scene")
    assert first.span == second.span
