"""Where a statement was made. A case is a marked line about whose last statement it is, and the words of the venue that
must come; None where nothing tells it. Everybody is invented."""

from __future__ import annotations

import pytest

from sayso.answers.where import RULES
from tests.answered import MARCH, answered, cut, last

SAID = "{1s Ana Lima} {1q said} {1c the bridge was old}."
STATED = "{1s Ольга Ветрова} {1q сказала}, {1c что мост стар}."

BESIDE = (
    # occasions
    ("en", "{1s Ana Lima} {1q said} at a news conference that {1c it was late}.", "at a news conference"),
    ("en", "{1s Ana Lima} {1q said} during a visit to the port that {1c it was late}.", "during a visit to the port"),
    ("en", "{1s Ana Lima} {1q said} in a two-hour speech that {1c it was late}.", "in a two-hour speech"),
    ("en", "“{1c It is late},” {1q said} {1s Ana Lima} at a meeting of the council.", "at a meeting of the council"),
    ("en", "“{1c It is late},” {1s Ana Lima} {1q said} in an interview.", "in an interview"),
    ("en", "In an interview with the Foz Gazette, " + SAID, "In an interview with the Foz Gazette"),
    ("en", "At a hearing, " + SAID, "At a hearing"),
    ("en", "During today’s press conference, " + SAID, "During today’s press conference"),
    ("en", "{1s Ana Lima} {1q called} {1c the ruling “a shame for the port”} on Facebook.", "on Facebook"),
    # where it is written, and by what it goes out
    ("en", "In a letter to the council, {1s Ana Lima} {1q wrote} {1c it was late}.", "In a letter to the council"),
    ("en", "{1s The firm} {1q said} in a statement that {1c it was late}.", "in a statement"),
    ("en", "In a post on X, {1s Ana Lima} {1q wrote} that {1c it was late}.", "In a post on X"),
    ("en", "{1s Ana Lima} {1q wrote} on Telegram that {1c it was late}.", "on Telegram"),
    ("en", "{1s Ana Lima} {1q said} on television that {1c it was late}.", "on television"),
    ("en", "{1s Ana Lima} {1q said} on Truth Social that {1c it was late}.", "on Truth Social"),
    # places where people speak for others to hear
    ("en", "In parliament, " + SAID, "In parliament"),
    ("en", "{1s Ana Lima} {1q said} in court that {1c it was late}.", "in court"),
    # a day is no part of it
    ("en", "{1s Ana Lima} {1q said} at a news conference on Tuesday that {1c it was late}.", "at a news conference"),
    ("en", "In a post on X on Tuesday, {1s Ana Lima} {1q wrote} that {1c it was late}.", "In a post on X"),
    ("ru", "На брифинге " + STATED, "На брифинге"),
    ("ru", "На заседании совета " + STATED, "На заседании совета"),
    ("ru", "На встрече с жителями " + STATED, "На встрече с жителями"),
    ("ru", "В ходе брифинга " + STATED, "В ходе брифинга"),
    ("ru", "Во время визита в порт " + STATED, "Во время визита в порт"),
    ("ru", "В эфире телеканала «Море» " + STATED, "В эфире телеканала «Море»"),
    ("ru", "В интервью газете «Порт» " + STATED, "В интервью газете «Порт»"),
    ("ru", "В письме губернатору " + STATED, "В письме губернатору"),
    ("ru", "{1s Ольга Ветрова} {1q сказала} в суде, {1c что мост стар}.", "в суде"),
    ("ru", "{1s Ольга Ветрова} {1q сказала} на форуме в Павлове, {1c что мост стар}.", "на форуме в Павлове"),
    ("ru", "{1s Ольга Ветрова} {1q написала} в Telegram, {1c что мост стар}.", "в Telegram"),
    (
        "ru",
        "{1s Ольга Ветрова} {1q сообщила} на своей странице в соцсети, {1c что мост стар}.",
        "на своей странице в соцсети",
    ),
    ("ru", "«{1c Мост стар}», — {1q сказала} {1s Ольга Ветрова} на брифинге.", "на брифинге"),
    ("ru", "{1s Ольга Ветрова} {1q сказала} на брифинге в среду, {1c что мост стар}.", "на брифинге"),
)
NONE = (
    ("en", SAID),
    ("en", "In Foz, " + SAID),
    ("en", "{1s Ana Lima} {1q said} at the port that {1c it was late}."),
    ("en", "{1s Ana Lima} {1q said} on condition of anonymity that {1c it was late}."),
    ("en", "{1s Ana Lima} {1q said} on Tuesday that {1c it was late}."),
    ("en", "{1s Ana Lima} {1q said} after the meeting that {1c it was late}."),
    ("en", "Ahead of the meeting, " + SAID),
    ("en", "{1s Ana Lima} {1q said} {1c it was late at the meeting}."),
    ("en", "{1s Ana Lima} {1q said} {1c it was told on television}."),
    ("en", "“{1c We met at a hearing},” {1q said} {1s Ana Lima}."),
    ("en", "{1s Ana Lima}, who spoke at a rally in May, {1q said} {1c it was late}."),
    ("en", "The board met at a hearing. " + SAID),
    ("en", "{1s The woman interviewed in the show} {1q said} {1c it was late}."),
    ("en", "{1s Ana Lima} {1q said} in article 25 that {1c it was late}."),
    ("en", "{1s Ana Lima} {1q said} in part that {1c it was late}."),
    ("en", "{1s Ana Lima} {1q said} in response that {1c it was late}."),
    ("ru", STATED),
    ("ru", "В Павлове " + STATED),
    ("ru", "После заседания " + STATED),
    ("ru", "Перед заседанием " + STATED),
    ("ru", "По итогам заседания " + STATED),
    ("ru", "{1s Ольга Ветрова} {1q сказала}, {1c что мост обсудили на заседании}."),
    ("ru", "{1s Ольга Ветрова}, которая выступила на форуме, {1q сказала}, {1c что мост стар}."),
    ("ru", "Совет собрался на заседании. " + STATED),
)
LEAD = "In an interview with the Foz Gazette, {1s Ana Lima} {1q said} {1c it was late}."
CARRIED = (
    ("en", LEAD + " {2s She} {2q said} {2c it was shut}.", "In an interview with the Foz Gazette"),
    ("en", LEAD + "\n\n“{2c It is shut},” {2q said} {2s Lima}.", "In an interview with the Foz Gazette"),
    ("en", LEAD + "\n\nRain fell.\n\nIt cleared.\n\n“{2c It is shut},” {2q said} {2s Lima}.", None),
    ("en", LEAD + " {2s Rui Costa} {2q said} {2c it was shut}.", None),
    ("en", LEAD + " {2s Rui Costa} {2q said} {2c no}. {3s Ana Lima} {3q said} {3c it was shut}.", None),
    (
        "en",
        LEAD + " {2s She} {2q told} a rally {2c it was shut}. At a hearing, {3s she} {3q said} {3c no}.",
        "At a hearing",
    ),
    ("ru", "На брифинге " + STATED + " «{2c Он закрыт}», — {2q сказала} {2s Ветрова}.", "На брифинге"),
    ("ru", "На брифинге " + STATED + " «{2c Он закрыт}», — {2q сказал} {2s Пётр Лугов}.", None),
)
CASES = (*BESIDE, *((lang, line, None) for lang, line in NONE), *CARRIED)


@pytest.mark.parametrize(("lang", "line", "words"), CASES)
def test_venue(lang: str, line: str, words: str | None) -> None:
    venue = last(line, MARCH, lang).venue
    assert (venue.text if venue else None) == words
    assert venue is None or cut(line, venue.span, MARCH, lang) == venue.text


def test_these_are_the_rules() -> None:
    assert [name for name, _ in RULES] == ["beside the cue", "same scene"]
    assert all(rule.__doc__ for _, rule in RULES)


def test_a_venue_that_was_carried_over_says_so() -> None:
    first, second = (s.venue for s in answered(LEAD + " {2s She} {2q said} {2c it was shut}."))
    assert first is not None
    assert second is not None
    assert (first.rule, second.rule) == ("beside the cue", "same scene")
    assert first.span == second.span


NAMED = (
    ("en", LEAD, "Foz Gazette"),
    ("en", "In a statement to Reuters, " + SAID, "Reuters"),
    ("en", "At a hearing in France, " + SAID, None),
    ("en", "At a hearing, " + SAID, None),
    ("ru", "В интервью газете «Порт» " + STATED, "Порт"),
    ("ru", "В интервью Петру Лугову " + STATED, "Петр Лугов"),
    ("ru", "На брифинге " + STATED, None),
)


@pytest.mark.parametrize(("lang", "line", "name"), NAMED)
def test_the_member_of_the_cast_that_a_venue_names(lang: str, line: str, name: str | None) -> None:
    venue = last(line, None, lang).venue
    assert venue is not None
    assert venue.name == name


def test_two_venues_the_nearer_counts() -> None:
    line = "At a rally, “{1c It is late},” {1q said} {1s Ana Lima} on Telegram."
    venue = last(line).venue
    assert venue is not None
    assert venue.text == "on Telegram"
