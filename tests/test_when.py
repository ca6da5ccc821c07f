"""When a statement was made. A case is a marked line, published on Friday 14 March 2025, about whose last statement it
is, and the day that must come; None where nothing tells it. Everybody is invented."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sayso.answers.frame import frames_of
from sayso.answers.when import RULES, said_on
from sayso.dates.timeline import timeline
from sayso.records import When
from sayso.spans import Span
from tests.answered import MARCH, answered, cut, last
from tests.staged import stage

DATED = (
    # in the words for a document that speaks
    ("en", "{1s Data released Thursday} {1q showed} {1c that trade fell}.", "2025-03-13"),
    ("en", "{1s A report published on March 10} {1q said} {1c that trade fell}.", "2025-03-10"),
    ("en", "{1s A letter dated 3 March 2025} {1q says} {1c the port is shut}.", "2025-03-03"),
    ("en", "{1s The February report} {1q said} {1c that trade fell}.", "2025-02"),
)
BESIDE = (
    ("en", "{1s Ana Lima} {1q said} on Wednesday {1c the bridge would open}.", "2025-03-12"),
    ("en", "{1s Ana Lima} {1q said} Wednesday that {1c the bridge would open}.", "2025-03-12"),
    ("en", "On Wednesday, {1s Ana Lima} {1q said} {1c the bridge would open}.", "2025-03-12"),
    ("en", "But on Wednesday {1s Ana Lima} {1q said} {1c the bridge would open}.", "2025-03-12"),
    ("en", "“{1c The bridge will open},” {1q said} {1s Ana Lima} on Wednesday.", "2025-03-12"),
    ("en", "“{1c The bridge will open},” {1s Ana Lima} {1q told} reporters on Wednesday.", "2025-03-12"),
    ("en", "{1c The bridge will open}, {1s Ana Lima} {1q said} on 12 March.", "2025-03-12"),
    ("en", "{1s Ana Lima} {1q said} yesterday {1c the bridge would open}.", "2025-03-13"),
    ("en", "{1s Ana Lima} {1q said} today {1c the bridge would open}.", "2025-03-14"),
    ("en", "{1s Ana Lima} {1q said} last week {1c the bridge would open}.", "2025-03"),
    ("en", "{1s Ana Lima} {1q said} in January {1c the bridge would open}.", "2025-01"),
    ("en", "In 2019, {1s Ana Lima} {1q said} {1c the bridge would open}.", "2019"),
    ("en", "In an interview on Wednesday, {1s Ana Lima} {1q said} {1c the bridge would open}.", "2025-03-12"),
    ("en", "In a March 7 memo, {1s Ana Lima} {1q said} {1c the bridge would open}.", "2025-03-07"),
    ("en", "At Wednesday’s hearing, {1s Ana Lima} {1q said} {1c the bridge would open}.", "2025-03-12"),
    ("en", "After meeting the union on Wednesday, {1s Ana Lima} {1q said} {1c the bridge would open}.", "2025-03-12"),
    ("en", "{1s Ana Lima}, the mayor of Foz, {1q said} on Wednesday {1c the bridge would open}.", "2025-03-12"),
    ("ru", "{1s Ольга Ветрова} {1q заявила} в среду, {1c что мост откроют}.", "2025-03-12"),
    ("ru", "В среду {1s Ольга Ветрова} {1q заявила}, {1c что мост откроют}.", "2025-03-12"),
    ("ru", "«{1c Мост откроют}», — {1q сказала} {1s Ольга Ветрова} в среду.", "2025-03-12"),
    ("ru", "{1s Ольга Ветрова} {1q сообщила} 12 марта, {1c что мост откроют}.", "2025-03-12"),
    ("ru", "{1s Ольга Ветрова} вчера {1q сообщила}, {1c что мост откроют}.", "2025-03-13"),
    ("ru", "{1s Ольга Ветрова} сегодня {1q сообщила}, {1c что мост откроют}.", "2025-03-14"),
    ("ru", "Как {1q сообщила} {1s Ольга Ветрова} в январе, {1c мост откроют}.", "2025-01"),
    ("ru", "На брифинге в среду {1s Ольга Ветрова} {1q сказала}, {1c что мост откроют}.", "2025-03-12"),
)
# the weekday of publication is that day itself, the one after it that of the week before
SAME_DAY = (
    ("en", "{1s Ana Lima} {1q said} on Friday {1c the bridge would open}.", "2025-03-14"),
    ("en", "{1s Ana Lima} {1q said} on Saturday {1c the bridge would open}.", "2025-03-08"),
    ("en", "{1s Ana Lima} {1q said} last Friday {1c the bridge would open}.", "2025-03-07"),
    ("ru", "{1s Ольга Ветрова} {1q заявила} в пятницу, {1c что мост откроют}.", "2025-03-14"),
    ("ru", "{1s Ольга Ветрова} {1q заявила} в субботу, {1c что мост откроют}.", "2025-03-08"),
)
# not the cue's
OTHERS = (
    ("en", "{1s Ana Lima} {1q said} {1c the bridge would open on Monday}.", None),
    ("en", "“{1c We met on Monday},” {1q said} {1s Ana Lima}.", None),
    ("en", "{1s Ana Lima} {1q confirmed} that {1c the bridge was done} by January.", None),
    ("en", "{1s Ana Lima}, who took office in January, {1q said} {1c the bridge would open}.", None),
    ("en", "The bridge, which was shut in 2019, will open, {1s Ana Lima} {1q said}: {1c it is done}.", None),
    ("en", "{1s Ana Lima} {1q said} of Monday’s vote {1c that it was close}.", None),
    ("en", "{1s Ana Lima} {1q said} before the May election {1c that it would be close}.", None),
    ("en", "The bridge shut on Monday. {1s Ana Lima} {1q said} {1c it was old}.", None),
    ("en", "{1s The man elected mayor in 2019} {1q said} {1c the bridge was old}.", None),
    ("ru", "{1s Ольга Ветрова} {1q заявила}, {1c что мост откроют в понедельник}.", None),
    ("ru", "{1s Ольга Ветрова}, которая стала мэром в январе, {1q заявила}, {1c что мост откроют}.", None),
    ("ru", "Мост закрыли в понедельник. {1s Ольга Ветрова} {1q заявила}, {1c что он стар}.", None),
)
# a heading takes the lead's; what goes on is carried over
CARRIED = (
    (
        "en",
        "{1s Ana Lima} {1q said} on Wednesday {1c it was late}. “{2c It is shut},” {2q said} {2s Lima}.",
        "2025-03-12",
    ),
    ("en", "{1s Ana Lima} {1q said} on Wednesday {1c it was late}. {2s She} {2q said} {2c it was shut}.", "2025-03-12"),
    (
        "en",
        "{1s Ana Lima} {1q said} on Wednesday {1c it was late}.\n\n{2s Lima} {2q added} {2c that it was shut}.",
        "2025-03-12",
    ),
    (
        "en",
        "{1s Ana Lima} {1q said} on Wednesday {1c it was late}.\n\n“{2c It is shut},” {2s she} {2q added}.",
        "2025-03-12",
    ),
    (
        "en",
        "{1s Ana Lima} {1q said} on Monday {1c it was late}. On Tuesday {2s she} {2q said} {2c it was shut}.",
        "2025-03-11",
    ),
    ("en", "{1s Ana Lima} {1q said} on Wednesday {1c it was late}.\n\n{2s Lima} {2q said} {2c it was shut}.", None),
    ("en", "{1s Ana Lima} {1q said} on Monday {1c it was late}. {2s Rui Costa} {2q said} {2c it was shut}.", None),
    (
        "en",
        "{1s Ana Lima} {1q said} on Monday {1c it was late}. {2s Rui Costa} {2q added} {2c that it was shut}.",
        None,
    ),
    ("en", "{1s Ana Lima} {1q said} {1c it was late}. {2s Lima} {2q added} {2c that it was shut}.", None),
    (
        "ru",
        "{1s Ольга Ветрова} {1q заявила} в среду, {1c что мост стар}. «{2c Он закрыт}», — {2q сказала} {2s Ветрова}.",
        "2025-03-12",
    ),
    (
        "ru",
        "{1s Ольга Ветрова} {1q заявила} в среду, {1c что поздно}.\n\n{2s Ветрова} {2q добавила}, {2c что он закрыт}.",
        "2025-03-12",
    ),
    (
        "ru",
        "{1s Ольга Ветрова} {1q заявила} в среду, {1c что поздно}.\n\n{2s Ветрова} {2q считает}, {2c что он закрыт}.",
        None,
    ),
    (
        "ru",
        "{1s Ольга Ветрова} {1q заявила} в среду, {1c что поздно}. {2s Пётр Лугов} {2q добавил}, {2c что он закрыт}.",
        None,
    ),
)
CASES = (*DATED, *BESIDE, *SAME_DAY, *OTHERS, *CARRIED)
HEADING = "{1s Ana Lima}: {1c bridge will open}\n\n{2s Ana Lima} {2q said} on Wednesday {2c the bridge would open}."
NAMES = {"dated document", "beside the cue", "lead of the heading", "same breath"}


@pytest.mark.parametrize(("lang", "line", "day"), CASES)
def test_said_on(lang: str, line: str, day: str | None) -> None:
    when = last(line, MARCH, lang).said_on
    assert (when.value if when else None) == day


def test_these_are_the_rules() -> None:
    assert {name for name, _ in RULES} == NAMES
    assert all(rule.__doc__ for _, rule in RULES)


def headed(line: str, rows: int = 1) -> list[When | None]:
    """When each statement was made of a line whose first paragraphs are headings."""
    s = stage(line, MARCH)
    ends = [n for n in range(len(s.text)) if s.text.startswith("\n\n", n)]
    scene = replace(s.scene, headings=[Span(0, ends[rows - 1])])
    times = timeline(s.text, scene.words, scene.language, MARCH)
    return said_on(frames_of(s.statements, scene, s.cast, times, ()))


def test_a_heading_takes_the_day_of_the_lead() -> None:
    heading, lead = headed(HEADING)
    assert lead is not None
    assert heading is not None
    assert (heading.value, heading.span) == (lead.value, lead.span) == ("2025-03-12", lead.span)
    assert heading.rule != lead.rule


def test_a_heading_takes_nothing_from_far_below_or_of_somebody_else() -> None:
    rain = "It rained.\n\n"
    assert headed(HEADING.replace("\n\n", "\n\n" + 4 * rain))[0] is None
    assert headed(HEADING.replace("{1s Ana Lima}", "{1s Rui Costa}"))[0] is None
    assert headed(HEADING.replace(" on Wednesday", ""))[0] is None


def test_what_is_no_heading_takes_nothing_from_what_follows() -> None:
    assert answered(HEADING, MARCH)[0].said_on is None


def test_a_day_that_was_carried_over_says_so() -> None:
    line = "{1s Ana Lima} {1q said} on Wednesday {1c it was late}. {2s She} {2q said} {2c it was shut}."
    first, second = (s.said_on for s in answered(line, MARCH))
    assert first is not None
    assert second is not None
    assert (first.rule, second.rule) == ("beside the cue", "same breath")
    assert first.span == second.span
    assert cut(line, first.span, MARCH) == "Wednesday"


UNDATED = (
    # without a day of publication only what is whole in itself has a value
    ("{1s Ana Lima} {1q said} on Wednesday {1c it was late}.", None),
    ("{1s Ana Lima} {1q said} yesterday {1c it was late}.", None),
    ("{1s Ana Lima} {1q said} on 12 March 2025 {1c it was late}.", "2025-03-12"),
    ("In 2019, {1s Ana Lima} {1q said} {1c it was late}.", "2019"),
)


@pytest.mark.parametrize(("line", "day"), UNDATED)
def test_without_a_day_of_publication(line: str, day: str | None) -> None:
    when = last(line).said_on
    assert when is not None
    assert when.value == day


ANCHORS = (
    ("{1s Ana Lima} {1q said} on Wednesday {1c it was late}.", MARCH, "publication"),
    ("FOZ, March 12 (Norda) – {1s Ana Lima} {1q said} on Monday {1c it was late}.", MARCH, "dateline"),
    ("{1s Ana Lima} {1q said} on 12 March 2025 {1c it was late}.", MARCH, None),
    ("{1s Ana Lima} {1q said} on Wednesday {1c it was late}.", None, None),
)


@pytest.mark.parametrize(("line", "day", "anchor"), ANCHORS)
def test_anchor(line: str, day: str | None, anchor: str | None) -> None:
    when = last(line, day).said_on
    assert when is not None
    assert when.anchor == anchor


def test_half_a_day_of_publication_tells_no_weekday() -> None:
    when = last("{1s Ana Lima} {1q said} on Wednesday {1c it was late}.", "2025-03").said_on
    assert when is None or when.value is None


WITHIN = (
    # in a content, read against the day on which it was said
    ("en", "{1s Ana Lima} {1q said} on Monday {1c it had opened yesterday}.", ["2025-03-09"]),
    ("en", "On 5 January 2019, {1s Ana Lima} {1q said} {1c it had opened yesterday}.", ["2019-01-04"]),
    ("en", "On 5 January 2019, {1s Ana Lima} {1q said}: “{1c It will open tomorrow}.”", ["2019-01-06"]),
    ("en", "{1s Ana Lima} {1q said} {1c it had opened yesterday}.", ["2025-03-13"]),
    ("en", "In 2019, {1s Ana Lima} {1q said} {1c it had opened yesterday}.", ["2025-03-13"]),
    ("en", "{1s Ana Lima} {1q said} on Monday {1c it had opened in 2007 and shut in 2011}.", ["2007", "2011"]),
    ("en", "{1s Ana Lima} {1q said} on Monday {1c it was late}.", []),
    ("ru", "5 января 2019 года {1s Ольга Ветрова} {1q сказала}: «{1c Мост открыли вчера}».", ["2019-01-04"]),
    ("ru", "{1s Ольга Ветрова} {1q сказала} в понедельник: «{1c Мост откроют завтра}».", ["2025-03-11"]),
    ("ru", "{1s Ольга Ветрова} {1q сказала}, {1c что мост открыли в 2007 году}.", ["2007"]),
)


@pytest.mark.parametrize(("lang", "line", "values"), WITHIN)
def test_times_of_a_content(lang: str, line: str, values: list[str]) -> None:
    assert [t.value for t in last(line, MARCH, lang).times] == values


def test_a_time_read_against_the_day_it_was_said_tells_so() -> None:
    line = "{1s Ana Lima} {1q said} on Monday {1c it had opened yesterday and would shut in 2030}."
    assert [t.anchor for t in last(line, MARCH).times] == ["utterance", None]


def test_a_length_of_time_in_a_content_is_a_period() -> None:
    (time,) = last("{1s Ana Lima} {1q said} {1c the work would take 30 days}.", MARCH).times
    assert (time.value, time.period) == (None, "P30D")
