"""How a statement is worded: polarity and time of its content, stance of the words that report it, hedges. A case is a
marked line about whose last statement it is. Everybody is invented."""

from __future__ import annotations

import pytest

from tests.answered import cut, last

SAID = "{1s Ana Lima} {1q said} "
STATED = "{1s Ольга Ветрова} {1q сказала}, "

POLARITY = (
    ("en", SAID + "{1c the bridge is open}.", "positive"),
    ("en", SAID + "{1c the bridge is not open}.", "negative"),
    ("en", SAID + "{1c nobody saw the boats}.", "negative"),
    ("en", SAID + "{1c no boats came by}.", "negative"),
    ("en", SAID + "{1c they never saw the boats}.", "negative"),
    ("en", "“{1c We don't sail on Sunday},” {1q said} {1s Ana Lima}.", "negative"),
    ("en", "“{1c We can’t sail on Sunday},” {1q said} {1s Ana Lima}.", "negative"),
    # of the first clause alone
    ("en", SAID + "{1c the bridge is open, not shut}.", "positive"),
    ("en", "“{1c The bridge is open. It is not shut},” {1q said} {1s Ana Lima}.", "positive"),
    # not of the cue; none without a clause
    ("en", "{1s Ana Lima} {1q denied} {1c that the bridge was old}.", "positive"),
    ("en", "{1s Ana Lima} {1q spoke} of {1c peace}.", None),
    ("ru", STATED + "{1c что мост уже открыт}.", "positive"),
    ("ru", STATED + "{1c что мост не открыт}.", "negative"),
    ("ru", STATED + "{1c что никто не пришёл}.", "negative"),
    ("ru", STATED + "{1c что моста здесь нет}.", "negative"),
    ("ru", "{1s Ольга Ветрова} {1q отрицает}, {1c что мост давно закрыт}.", "positive"),
    ("ru", "{1s Ольга Ветрова} {1q говорила} о {1c мире}.", None),
)
TIME = (
    ("en", SAID + "{1c the bridge opens on Sunday}.", "present"),
    ("en", SAID + "{1c the bridge is old}.", "present"),
    ("en", SAID + "{1c the bridge was old}.", "past"),
    ("en", SAID + "{1c the bridge had opened on Sunday}.", "past"),
    ("en", SAID + "{1c the bridge closed on Sunday}.", "past"),
    ("en", SAID + "{1c the bridge will open on Sunday}.", "future"),
    ("en", "“{1c We'll open the bridge},” {1q said} {1s Ana Lima}.", "future"),
    ("en", SAID + "{1c the bridge would open on Sunday}.", "hypothetical"),
    ("en", SAID + "{1c the bridge could open on Sunday}.", "hypothetical"),
    ("en", SAID + "{1c the bridge may open on Sunday}.", "hypothetical"),
    ("en", SAID + "{1c the bridge will open if it rains}.", "future"),
    ("en", "{1s Ana Lima} {1q spoke} of {1c peace}.", None),
    ("ru", STATED + "{1c что мост сейчас закрыт}.", "present"),
    ("ru", STATED + "{1c что люди строили мост}.", "past"),
    ("ru", STATED + "{1c что мост был закрыт}.", "past"),
    ("ru", STATED + "{1c что мост скоро откроют}.", "future"),
    ("ru", STATED + "{1c что мост будет открыт}.", "future"),
    ("ru", STATED + "{1c что мост мог бы открыться}.", "hypothetical"),
    ("ru", STATED + "{1c что мост откроют, если пойдёт дождь}.", "future"),
    ("ru", STATED + "{1c что рабочие чинят мост}.", "present"),
    ("ru", STATED + "{1c что мост стоит как будто новый}.", "present"),
)
STANCE = (
    ("en", SAID + "{1c it was late}.", "neutral"),
    ("en", "{1q According to} {1s Ana Lima}, {1c it was late}.", "neutral"),
    ("en", "{1s Lima}: {1c bridge shut}", None),
    ("en", "{1s Ana Lima} {1q claimed} {1c it was late}.", "doubting"),
    ("en", "{1s Ana Lima} {1q alleged} {1c it was late}.", "doubting"),
    ("en", "{1s Ana Lima} {1q insists} {1c it is late}.", "doubting"),
    ("en", "{1s Ana Lima} {1q pointed out} that {1c it was late}.", "endorsing"),
    ("en", "{1s Ana Lima} {1q admitted} {1c it was late}.", "endorsing"),
    ("en", "{1s A count} {1q shows} {1c 40 boats}.", "endorsing"),
    ("en", "{1s Ana Lima} {1q slammed} {1c the plan}.", "heated"),
    ("en", "{1s Ana Lima} {1q lashed out} at {1c the plan}.", "heated"),
    ("en", "{1s Ana Lima} {1q did not find} {1c the bridge old}.", "neutral"),
    ("ru", STATED + "{1c что поздно}.", "neutral"),
    ("ru", "{1q По словам} {1s Ольги Ветровой}, {1c поздно}.", "neutral"),
    ("ru", "{1s Ветрова}: {1c мост закрыт}", None),
    ("ru", "{1s Ольга Ветрова} {1q утверждает}, {1c что поздно}.", "doubting"),
    ("ru", "{1s Ольга Ветрова} {1q уверяет}, {1c что поздно}.", "doubting"),
    ("ru", "{1s Ольга Ветрова} {1q признала}, {1c что поздно}.", "endorsing"),
    ("ru", "{1s Ольга Ветрова} {1q напомнила}, {1c что поздно}.", "endorsing"),
    ("ru", "{1s Ольга Ветрова} {1q возмутилась}, {1c что поздно}.", "heated"),
    ("ru", "{1s Ольга Ветрова} {1q похвасталась}, {1c что не поздно}.", "heated"),
)
HEDGES = (
    ("en", SAID + "{1c the bridge was old}.", []),
    ("en", SAID + "{1c the bridge was allegedly old}.", ["allegedly"]),
    ("en", "{1s Ana Lima} reportedly {1q said} {1c the bridge was old}.", ["reportedly"]),
    ("en", "{1s Ana Lima} reportedly {1q said} {1c the alleged bridge was old}.", ["reportedly", "alleged"]),
    # the speaker's own words
    ("en", "“{1c The bridge is allegedly old},” {1q said} {1s Ana Lima}.", []),
    ("en", SAID + "{1c the “alleged” bridge was old}.", []),
    # another sentence, another's
    ("en", "The alleged wall was cut. " + SAID + "{1c it was late}.", []),
    ("en", "{1s Rui Costa} {1q denied} {1c the alleged plan}, but {2s Ana Lima} {2q said} {2c it was late}.", []),
    ("ru", STATED + "{1c что мост стар}.", []),
    ("ru", STATED + "{1c что мост якобы стар}.", ["якобы"]),
    ("ru", "{1s Ольга Ветрова} якобы {1q сказала}, {1c что мост стар}.", ["якобы"]),
    ("ru", STATED + "{1c что так называемый мост стар}.", ["так называемый"]),
    (
        "ru",
        "По неподтвержденным данным, {1s Ольга Ветрова} {1q сказала}, {1c что поздно}.",
        ["По неподтвержденным данным"],
    ),
    ("ru", "«{1c Мост якобы стар}», — {1q сказала} {1s Ольга Ветрова}.", []),
    ("ru", STATED + "{1c что «якобы мост» стар}.", []),
    ("ru", "Якобы мост стар. " + STATED + "{1c что поздно}.", []),
)


@pytest.mark.parametrize(("lang", "line", "polarity"), POLARITY)
def test_polarity(lang: str, line: str, polarity: str | None) -> None:
    assert last(line, None, lang).polarity == polarity


@pytest.mark.parametrize(("lang", "line", "time"), TIME)
def test_time(lang: str, line: str, time: str | None) -> None:
    assert last(line, None, lang).time == time


@pytest.mark.parametrize(("lang", "line", "stance"), STANCE)
def test_stance(lang: str, line: str, stance: str | None) -> None:
    assert last(line, None, lang).stance == stance


@pytest.mark.parametrize(("lang", "line", "hedges"), HEDGES)
def test_hedges(lang: str, line: str, hedges: list[str]) -> None:
    assert [cut(line, h, None, lang) for h in last(line, None, lang).hedges] == hedges
