"""What kind of act a statement is. A case is a rule, the act that it tells, and a marked line about whose first
statement it is; near misses are lines in which the rule must not tell anything. Everybody is invented."""

from __future__ import annotations

from collections import Counter

import pytest

from sayso.answers.act import MOST, RULES
from sayso.records import Statement
from tests.answered import answered, cut

LIMA = "{1q said} {1s Ana Lima}"
VETROVA = "{1q сказала} {1s Ольга Ветрова}"

ENGLISH = (
    ("deed", "propose", "{1s The town} {1q offered} {1c to build a new quay}."),
    ("deed", "promise", "{1s The firm} {1q agreed} {1c to repair the bridge}."),
    ("deed", "promise", "{1s The mayor} {1q is ready} {1c to meet the dockers}."),
    ("deed", "demand", "{1s The town} {1q asked} {1c the firm to close the gate}."),
    ("deed", "reject", "{1s The union} {1q did not agree} {1c to put off the vote}."),
    ("deed", "reject", "{1s The firm} {1q was reluctant} {1c to open its books}."),
    ("deed", "state", "{1s Ana Lima} {1q wants} {1c to reopen the school}."),
    ("negated cue", "concede", "{1s The mayor} {1q did not deny} {1c that the bridge was old}."),
    ("negated cue", "reject", "{1s The ministry} {1q does not support} {1c the plan}."),
    ("negated cue", "reject", "{1s The firm} {1q never promised} {1c a new quay}."),
    ("negated cue", "deny", "{1s The mayor} {1q did not admit} {1c that the bridge was old}."),
    ("negated cue", "state", "{1s The union} {1q did not demand} {1c a vote}."),
    ("negated cue", "state", "{1s The union} {1q hasn't rejected} {1c the offer}."),
    ("threat", "threaten", "{1s Ana Lima} {1q warned}: “{1c If one hull is scratched, we will close the channel}.”"),
    ("promise", "promise", "“{1c Nobody will lose a day. That is a promise},” {1q said} {1s Ana Lima}."),
    ("deed", "state", "{1s The town} {1q did not ask} {1c the council to resign}."),
    ("cue", "demand", "{1s The ministry} {1q urged} {1c residents to leave}."),
    ("cue", "demand", "{1s The union} {1q called for} {1c a vote}."),
    ("cue", "promise", "{1s The firm} {1q pledged} {1c to reopen the quay}."),
    ("cue", "propose", "{1s The council} {1q recommended} {1c a lower toll}."),
    ("cue", "threaten", "{1s The dockers} {1q threatened} {1c to close the port}."),
    ("cue", "accuse", "{1s The council} {1q blamed} {1c the builder for the delay}."),
    ("cue", "criticise", "{1s The union} {1q condemned} {1c the plan}."),
    ("cue", "criticise", "{1s The union} {1q hit out} at {1c the plan}."),
    ("cue", "support", "{1s The council} {1q welcomed} {1c the plan}."),
    ("cue", "support", "{1s The council} {1q backed} {1c the plan}."),
    ("cue", "reject", "{1s The mayor} {1q ruled out} {1c a new toll}."),
    ("cue", "reject", "{1s The mayor} {1q turned down} {1c the offer}."),
    ("cue", "deny", "{1s The firm} {1q denied} {1c that the bridge was old}."),
    ("cue", "concede", "{1s The firm} {1q admitted} {1c that the bridge was old}."),
    ("own deed", "promise", "{1s Ana Lima} {1q said} {1c {2s she} {2q was ready} {2c to meet the dockers}}."),
    ("own deed", "propose", "{1s Ana Lima} {1q said} {1c {2s she} {2q had offered} {2c to meet the dockers}}."),
    ("own deed", "reject", "{1s Ana Lima} {1q said} {1c {2s she} {2q was not willing} {2c to sell the port}}."),
    ("noun", "reject", "{1s Ana Lima} {1q spoke} of {1c her refusal to sell the port}."),
    ("noun", "promise", "{1s The firm} {1q announced} {1c a pledge to rebuild the quay}."),
    ("denial", "deny", "{1s The mayor} {1q said} {1c the report was untrue}."),
    ("denial", "deny", "{1s The firm} {1q said} {1c it had nothing to do with the leak}."),
    ("denial", "deny", "“{1c That is not true},” " + LIMA + "."),
    ("admission", "concede", "“{1c I am sorry for the delay},” " + LIMA + "."),
    ("admission", "concede", "“{1c We were wrong about the bridge},” " + LIMA + "."),
    ("refusal", "reject", "“{1c We will not accept the offer},” " + LIMA + "."),
    ("refusal", "reject", "“{1c A new toll is out of the question},” " + LIMA + "."),
    ("threat", "threaten", "“{1c If the gate stays shut, we will sue the builder},” " + LIMA + "."),
    ("threat", "threaten", "“{1c There will be consequences},” " + LIMA + "."),
    ("threat", "threaten", "{1s Ana Lima} {1q warned} that {1c a strike would have consequences}."),
    ("offer", "propose", "“{1c Let us meet on Monday},” " + LIMA + "."),
    ("offer", "propose", "“{1c I propose a vote on the plan},” " + LIMA + "."),
    ("promise", "promise", "“{1c We will rebuild the quay},” " + LIMA + "."),
    ("promise", "promise", "{1s Ana Lima} {1q said} {1c she would sign the plan}."),
    ("obligation", "demand", "“{1c The guards must leave the port},” " + LIMA + "."),
    ("obligation", "demand", "{1s The union} {1q said} {1c the firm should withdraw the plan}."),
    ("obligation", "demand", "“{1c Stop the work on the quay},” " + LIMA + "."),
    ("obligation", "demand", "“{1c It is late. Release the crew},” " + LIMA + "."),
    ("wrongful act", "accuse", "{1s The council} {1q said} {1c the firm had violated the contract}."),
    ("wrongful act", "accuse", "“{1c They stole the plans},” " + LIMA + "."),
    ("condemnation", "criticise", "{1s The union} {1q called} {1c the plan a disgrace}."),
    ("condemnation", "criticise", "{1s Ana Lima} {1q believes} {1c the plan is absurd}."),
    ("praise", "support", "“{1c We welcome the plan},” " + LIMA + "."),
    ("praise", "support", "{1s Ana Lima} {1q said} {1c the crew had been heroic}."),
    ("nothing else", "state", "{1s The mayor} {1q said} {1c the bridge would open in May}."),
    ("nothing else", "state", "{1s A count} {1q shows} {1c 40 boats in the port}."),
)
RUSSIAN = (
    ("deed", "promise", "{1s Фирма} {1q готова} {1c построить новый мост}."),
    ("deed", "promise", "{1s Ольга Ветрова} {1q намерена} {1c открыть порт}."),
    ("deed", "promise", "{1s Фирма} {1q согласилась} {1c починить мост}."),
    ("deed", "reject", "{1s Мэр} {1q не готов} {1c продать порт}."),
    ("deed", "state", "{1s Мэр} {1q хочет} {1c открыть школу}."),
    ("negated cue", "concede", "{1s Мэр} {1q не отрицает}, {1c что мост стар}."),
    ("negated cue", "reject", "{1s Профсоюз} {1q не поддержал} {1c план}."),
    ("negated cue", "state", "{1s Профсоюз} {1q не требует} {1c голосования}."),
    ("cue", "demand", "{1s Министерство} {1q призвало} {1c жителей уехать}."),
    ("cue", "promise", "{1s Фирма} {1q пообещала} {1c открыть причал}."),
    ("cue", "propose", "{1s Совет} {1q предложил} {1c снизить плату}."),
    ("cue", "threaten", "{1s Докеры} {1q пригрозили} {1c закрыть порт}."),
    ("cue", "accuse", "{1s Совет} {1q обвинил} {1c строителя в задержке}."),
    ("cue", "criticise", "{1s Профсоюз} {1q раскритиковал} {1c план}."),
    ("cue", "support", "{1s Совет} {1q поддержал} {1c план}."),
    ("cue", "support", "{1s Совет} {1q выступил за} {1c новый план}."),
    ("cue", "reject", "{1s Мэр} {1q отверг} {1c новый план}."),
    ("cue", "reject", "{1s Совет} {1q выступил против} {1c нового плана}."),
    ("cue", "deny", "{1s Фирма} {1q опровергла}, {1c что мост стар}."),
    ("cue", "concede", "{1s Фирма} {1q признала}, {1c что мост стар}."),
    ("own deed", "promise", "{1s Ольга Ветрова} {1q заявила}, {1c что {2s она} {2q готова} {2c построить мост}}."),
    ("own deed", "promise", "{1s Ольга Ветрова} {1q сообщила}, {1c что {2s она} {2q намерена} {2c открыть мост}}."),
    ("noun", "promise", "{1s Мэр} {1q заявил} о {1c готовности открыть порт}."),
    ("noun", "reject", "{1s Фирма} {1q сообщила} об {1c отказе продать порт}."),
    ("denial", "deny", "{1s Мэр} {1q заявил}, {1c что это неправда}."),
    ("denial", "deny", "«{1c Мы не имеем к этому никакого отношения}», — " + VETROVA + "."),
    ("denial", "deny", "{1s Мэр} {1q сказал}, {1c что это не соответствует действительности}."),
    ("admission", "concede", "«{1c Мы ошиблись}», — " + VETROVA + "."),
    ("admission", "concede", "«{1c Приношу извинения жителям}», — " + VETROVA + "."),
    ("refusal", "reject", "«{1c Такая плата — это неприемлемо}», — " + VETROVA + "."),
    ("refusal", "reject", "«{1c Мы не позволим закрыть порт}», — " + VETROVA + "."),
    ("threat", "threaten", "«{1c Мы накажем строителя}», — " + VETROVA + "."),
    ("threat", "threaten", "{1s Ольга Ветрова} {1q предупредила}, {1c что у забастовки будут последствия}."),
    ("offer", "propose", "«{1c Давайте встретимся в мае}», — " + VETROVA + "."),
    ("offer", "propose", "«{1c Предлагаю собрать жителей}», — " + VETROVA + "."),
    ("promise", "promise", "«{1c Мы построим новый мост}», — " + VETROVA + "."),
    ("promise", "promise", "{1s Ольга Ветрова} {1q сказала}, {1c что она решит этот вопрос}."),
    ("obligation", "demand", "«{1c Охрана должна покинуть порт}», — " + VETROVA + "."),
    ("obligation", "demand", "{1s Ольга Ветрова} {1q заявила}, {1c что мост нужно закрыть}."),
    ("wrongful act", "accuse", "{1s Совет} {1q заявил}, {1c что фирма нарушила договор}."),
    ("wrongful act", "accuse", "«{1c Они украли план}», — " + VETROVA + "."),
    ("condemnation", "criticise", "«{1c Это позор}», — " + VETROVA + "."),
    ("condemnation", "criticise", "{1s Ольга Ветрова} {1q назвала} {1c план абсурдным}."),
    ("praise", "support", "«{1c Мы поддерживаем план}», — " + VETROVA + "."),
    ("praise", "support", "«{1c Спасибо жителям}», — " + VETROVA + "."),
    ("nothing else", "state", "{1s Мэр} {1q сообщил}, {1c что мост откроется в мае}."),
    ("nothing else", "state", "«{1c Мост стар}», — " + VETROVA + "."),
)
FIRES = [*(("en", *case) for case in ENGLISH), *(("ru", *case) for case in RUSSIAN)]

MISSES_ENGLISH = (
    ("deed", "{1s The expert} {1q agreed} that {1c the bridge was old}."),
    ("deed", "{1s Ana Lima} {1q told} reporters that {1c the bridge was old}."),
    ("deed", "{1s The expert} {1q suggested} that {1c the bridge was old}."),
    ("negated cue", "{1s The mayor} {1q denied} {1c that the bridge was not safe}."),
    ("cue", "{1s The mayor} {1q said} {1c the bridge was old}."),
    ("cue", "{1s The mayor} {1q did not urge} {1c a vote}."),
    ("own deed", "{1s The mayor} {1q said} {1c {2s the dockers} {2q refused} {2c to work on Sunday}}."),
    ("own deed", "{1s The mayor} {1q denied} {1c {2s she} {2q was ready} {2c to resign}}."),
    ("noun", "“{1c A refusal is no answer},” " + LIMA + "."),
    ("noun", "{1s Ana Lima} {1q said} {1c the bridge and its promise were old}."),
    ("denial", "{1s The mayor} {1q said} {1c the report was not untrue}."),
    ("denial", "{1s The mayor} {1q urged} {1c the town to drop the baseless claim}."),
    ("admission", "“{1c You were wrong about the bridge},” " + LIMA + "."),
    ("refusal", "“{1c We will accept the offer},” " + LIMA + "."),
    ("refusal", "{1s The forecaster} {1q said} {1c the winter will not be cold}."),
    ("threat", "“{1c We will visit the builder},” " + LIMA + "."),
    ("threat", "“{1c We will not sue the builder},” " + LIMA + "."),
    ("threat", "{1s The historian} {1q said} {1c the consequences were small}."),
    ("threat", "“{1c The storm will cut power to the port},” {1q said} {1s the forecaster}."),
    ("offer", "{1s The driver} {1q said} {1c the firm had proposed a lower toll}."),
    ("promise", "“{1c We will not rebuild the quay},” " + LIMA + "."),
    ("promise", "{1s The farmer} {1q said} {1c the rain would help the crop}."),
    ("promise", "“{1c The rain will help the crop},” {1q said} {1s the farmer}."),
    ("promise", "“{1c We will need a new quay},” " + LIMA + "."),
    ("obligation", "“{1c We must leave the port},” " + LIMA + "."),
    ("obligation", "“{1c It must be late},” " + LIMA + "."),
    ("obligation", "{1s Ana Lima} {1q said} {1c stop signs were few}."),
    ("wrongful act", "{1s The council} {1q said} {1c the firm had not violated the contract}."),
    ("wrongful act", "“{1c We lied},” " + LIMA + "."),
    ("condemnation", "{1s The union} {1q said} {1c the plan was no disgrace}."),
    ("praise", "{1s Ana Lima} {1q said} {1c the crew had not been heroic}."),
    ("nothing else", "{1s The union} {1q called for} {1c a vote}."),
    ("nothing else", "“{1c Stop the work},” " + LIMA + "."),
)
MISSES_RUSSIAN = (
    ("deed", "{1s Мэр} {1q согласился} с тем, {1c что мост стар}."),
    ("deed", "{1s Мэр} {1q готов} к {1c встрече}."),
    ("negated cue", "{1s Мэр} {1q отрицает}, {1c что мост не открыт}."),
    ("cue", "{1s Мэр} {1q сказал}, {1c что мост стар}."),
    ("cue", "{1s Мэр} {1q не призвал} {1c к забастовке}."),
    ("own deed", "{1s Мэр} {1q сообщил}, {1c что {2s докеры} {2q отказались} {2c работать}}."),
    ("noun", "«{1c Отказ пришёл в мае}», — " + VETROVA + "."),
    ("denial", "«{1c Это не ложь}», — " + VETROVA + "."),
    ("admission", "«{1c Они ошиблись}», — " + VETROVA + "."),
    ("refusal", "«{1c Мы позволим закрыть порт}», — " + VETROVA + "."),
    ("threat", "«{1c Мы навестим строителя}», — " + VETROVA + "."),
    ("threat", "{1s Историк} {1q сообщил}, {1c что последствия были малы}."),
    ("offer", "{1s Мэр} {1q сообщил}, {1c что фирма предлагает скидку}."),
    ("promise", "{1s Фермер} {1q сказал}, {1c что дождь поможет полям}."),
    ("promise", "«{1c Мы не построим мост}», — " + VETROVA + "."),
    ("obligation", "«{1c Мы должны уехать}», — " + VETROVA + "."),
    ("wrongful act", "{1s Совет} {1q заявил}, {1c что фирма не нарушила договор}."),
    ("condemnation", "«{1c Это не позор}», — " + VETROVA + "."),
    ("praise", "«{1c Они поддерживают план}», — " + VETROVA + "."),
    ("praise", "«{1c Я не согласна с планом}», — " + VETROVA + "."),
    ("nothing else", "{1s Профсоюз} {1q потребовал} {1c голосования}."),
    ("nothing else", "«{1c Спасибо жителям}», — " + VETROVA + "."),
)
MISSES = [*(("en", *case) for case in MISSES_ENGLISH), *(("ru", *case) for case in MISSES_RUSSIAN)]


def first(line: str, lang: str) -> Statement:
    return answered(line, None, lang)[0]


def test_the_cases_name_all_rules_and_no_others() -> None:
    names = [r.name for r in RULES]
    assert len(set(names)) == len(names)
    assert {rule for _, rule, *_ in FIRES} == {rule for _, rule, *_ in MISSES} == set(names)


def test_every_rule_has_two_cases_and_a_near_miss_in_each_language() -> None:
    fires = Counter((lang, rule) for lang, rule, *_ in FIRES)
    misses = Counter((lang, rule) for lang, rule, *_ in MISSES)
    assert [(lang, r.name) for r in RULES for lang in ("en", "ru") if fires[lang, r.name] < 2] == []
    assert [(lang, r.name) for r in RULES for lang in ("en", "ru") if misses[lang, r.name] < 1] == []


def test_every_rule_has_a_chance_and_a_docstring() -> None:
    assert all(0 <= r.confidence < 1 and r.answer.__doc__ for r in RULES)


@pytest.mark.parametrize(("lang", "rule", "act", "line"), FIRES)
def test_it_fires(lang: str, rule: str, act: str, line: str) -> None:
    statement = first(line, lang)
    assert (act, rule) in [(a.act, a.rule) for a in statement.acts]


@pytest.mark.parametrize(("lang", "rule", "line"), MISSES)
def test_it_tells_nothing(lang: str, rule: str, line: str) -> None:
    assert rule not in [a.rule for a in first(line, lang).acts]


MAIN = (
    # what the cue says goes before what the content says
    ("en", "{1s The council} {1q proposed} {1c a vote}.", ["propose"]),
    ("en", "{1s The union} {1q urged} {1c the firm to stop the disgraceful work}.", ["demand"]),
    ("en", "{1s The firm} {1q denied} {1c that it had violated the contract}.", ["deny"]),
    ("en", "“{1c They lied, and it is a disgrace},” " + LIMA + ".", ["accuse", "criticise"]),
    ("en", "“{1c It is a disgrace, they lied, and we will sue the builder},” " + LIMA + ".", ["threaten", "accuse"]),
    ("ru", "{1s Профсоюз} {1q призвал} {1c остановить позорную стройку}.", ["demand"]),
    ("ru", "«{1c Они украли план, это позор}», — " + VETROVA + ".", ["accuse", "criticise"]),
    ("ru", "«{1c Это позор, они украли план, и мы накажем строителя}», — " + VETROVA + ".", ["threaten", "accuse"]),
)


@pytest.mark.parametrize(("lang", "line", "acts"), MAIN)
def test_at_most_two_acts_the_main_one_first(lang: str, line: str, acts: list[str]) -> None:
    statement = first(line, lang)
    assert [a.act for a in statement.acts] == acts
    assert statement.act == acts[0]
    assert len(acts) <= MOST == 2


def test_what_others_say_within_a_content_is_not_the_speakers_act() -> None:
    line = "{1s Ana Lima} {1q said} {1c the board had met, and {2s the union} {2q called} {2c the plan a disgrace}}."
    assert [[a.act for a in s.acts] for s in answered(line)] == [["state"], ["criticise"]]


def test_a_reading_tells_the_words_that_it_went_by() -> None:
    line = "“{1c We will rebuild the quay},” " + LIMA + "."
    assert [cut(line, a.span) for a in first(line, "en").acts] == ["will rebuild"]
    assert first("{1s Ana Lima} {1q said} {1c it was late}.", "en").acts[0].span is None


FORCES = (
    ("en", "{1s The town} {1q asked} {1c the firm to close the gate}.", "request"),
    ("en", "{1s The town} {1q requested} {1c a vote}.", "request"),
    ("en", "{1s The town} {1q appealed} for {1c calm}.", "request"),
    ("en", "{1s The town} {1q urged} {1c residents to leave}.", "urge"),
    ("en", "{1s The town} {1q called for} {1c a vote}.", "urge"),
    ("en", "{1s The town} {1q called on} {1c the firm to close the gate}.", "urge"),
    ("en", "{1s The town} {1q demanded} {1c a vote}.", "demand"),
    ("en", "“{1c The guards must leave the port},” " + LIMA + ".", "demand"),
    ("en", "{1s The judge} {1q ordered} {1c the firm to close the gate}.", "order"),
    ("en", "{1s The judge} {1q instructed} {1c the firm to close the gate}.", "order"),
    ("en", "{1s The mayor} {1q promised} {1c to close the gate}.", None),
    ("en", "{1s The mayor} {1q said} {1c the bridge was old}.", None),
    ("ru", "{1s Мэр} {1q попросил} {1c закрыть мост}.", "request"),
    ("ru", "{1s Мэр} {1q призвал} {1c закрыть мост}.", "urge"),
    ("ru", "{1s Совет} {1q настаивает} на {1c закрытии моста}.", "urge"),
    ("ru", "{1s Мэр} {1q потребовал} {1c закрыть мост}.", "demand"),
    ("ru", "«{1c Охрана должна покинуть порт}», — " + VETROVA + ".", "demand"),
    ("ru", "{1s Мэр} {1q приказал} {1c закрыть мост}.", "order"),
    ("ru", "{1s Мэр} {1q поручил} {1c закрыть мост}.", "order"),
    ("ru", "{1s Мэр} {1q пообещал} {1c закрыть мост}.", None),
)


@pytest.mark.parametrize(("lang", "line", "force"), FORCES)
def test_force_of_a_demand(lang: str, line: str, force: str | None) -> None:
    assert first(line, lang).force == force
