"""What readers found wrong in the answers: every reported fault keeps its case. A case is a field, what it must be, and
a marked line about whose last statement it is."""

from __future__ import annotations

import pytest

from sayso.records import Statement
from tests.answered import MARCH, last

CASES = (
    # who does what lies ahead
    ("act", "state", "“{1c The storm will destroy the crop},” {1q said} {1s Ana Lima}."),
    ("act", "state", "“{1c The bridge will open in May},” {1q said} {1s Ana Lima}."),
    ("act", "state", "“{1c They will rebuild the quay},” {1q said} {1s Ana Lima}."),
    ("act", "state", "«{1c Мост откроют}», — {1q сказала} {1s Ольга Ветрова}."),
    ("act", "promise", "“{1c We will pay the dockers in full},” {1q said} {1s Ana Lima}."),
    ("act", "promise", "{1s Ana Lima} {1q told} parliament {1c the government was ready to freeze the fees}."),
    ("act", "propose", "{1s The minister} {1q offers} {1c truce in tug dispute}"),
    # denied words, and words that only look like an act's
    ("act", "reject", "«{1c Мы не поддерживаем план}», — {1q сказала} {1s Ольга Ветрова}."),
    ("act", "deny", "«{1c Мы не виноваты}», — {1q сказала} {1s Ольга Ветрова}."),
    ("act", "reject", "“{1c This is non-negotiable},” {1q said} {1s Ana Lima}."),
    ("act", "state", "{1s Ana Lima} {1q failed to condemn} {1c the plan}."),
    ("act", "state", "{1s Ana Lima} {1q refused to rule out} {1c a closure}."),
    ("act", "state", "{1s Ana Lima} {1q said} {1c the calls came from the island}."),
    ("act", "state", "{1s Ana Lima} {1q told} reporters {1c access to the port was closed}."),
    ("act", "state", "“{1c Trust is low in the town},” {1q said} {1s Ana Lima}."),
    ("act", "state", "{1s Ana Lima} {1q said} {1c the driver gave a false name}."),
    ("act", "state", "{1s Ana Lima} {1q said} {1c the guards let us through}."),
    ("act", "state", "{1s Ольга Ветрова} {1q сказала}, {1c что поезд следует до порта}."),
    ("act", "demand", "«{1c Я требую закрыть мост}», — {1q сказала} {1s Ольга Ветрова}."),
    ("act", "demand", "“{1c The firm must not sell the port},” {1q said} {1s Ana Lima}."),
    ("act", "demand", "“{1c The council should repair the bridge},” {1q said} {1s Ana Lima}."),
    ("act", "accuse", "{1s The court} {1q charged} {1c Rui Costa with theft}."),
    # May is a month, won't no past, строят no future
    ("time", "past", "{1s Ana Lima} {1q said} {1c the bridge opened in May}."),
    ("time", "past", "{1s Ana Lima} {1q said} {1c no boats were seen}."),
    ("time", "future", "“{1c We won’t open the bridge},” {1q said} {1s Ana Lima}."),
    ("time", "future", "{1s Ana Lima} {1q said} {1c the bridge is going to open}."),
    ("time", "present", "{1s Ольга Ветрова} {1q сказала}, {1c что люди строят мост}."),
    ("time", "past", "{1s Ольга Ветрова} {1q сказала}, {1c что мост закрыли}."),
    # where a condition ends, and what is none
    ("condition", "If it rains", "“{1c If it rains, we will stay},” {1q said} {1s Ana Lima}."),
    (
        "condition",
        "If the council, which met on Monday, agrees",
        "“{1c If the council, which met on Monday, agrees, we go},” {1q said} {1s Ana Lima}.",
    ),
    ("condition", "Если совет согласится", "«{1c Если совет согласится, мост откроют}», — {1q сказала} {1s Ветрова}."),
    (
        "condition",
        "Если совет согласится",
        "«{1c Если совет согласится, то мост откроют}», — {1q сказала} {1s Ветрова}.",
    ),
    ("condition", "В случае дождя", "«{1c В случае дождя мост закроют}», — {1q сказала} {1s Ольга Ветрова}."),
    ("condition", "If possible", "“{1c If possible, we will go},” {1q said} {1s Ana Lima}."),
    ("condition", None, "{1s Ana Lima} {1q asked} if {1c the bridge would open}."),
    ("condition", None, "“{1c We will meet once a week},” {1q said} {1s Ana Lima}."),
    # when
    ("said_on", None, "The bridge shut on Monday, and {1s the mayor} {1q says} {1c it is old}."),
    (
        "said_on",
        "2025-03-12",
        "{1s Ana Lima} {1q accused} {1c the firm} on Wednesday and {2q demanded} {2c that it pay}.",
    ),
    # where
    ("venue", None, "{1s Ana Lima} {1q said} before the meeting {1c it was late}."),
    ("venue", None, "{1s Ana Lima} {1q said} in a meeting room {1c it was late}."),
    ("venue", "in an op-ed", "{1s Ana Lima} {1q said} in an op-ed {1c it was late}."),
    (
        "venue",
        "In a letter to the council",
        "In a letter to the council seen by the Foz Gazette, {1s Ana Lima} {1q said} {1c it was late}.",
    ),
    # to whom
    ("addressee", "dockers", "{1s Ana Lima} {1q urged} {1c the dockers to go back to work}."),
    ("addressee", "reporter", "Asked by a reporter about the toll, {1s Ana Lima} {1q said} {1c it was late}."),
    ("addressee", "Rui Costa", "{1s Ana Lima} {1q told} her husband, Rui Costa, {1c that it was late}."),
    ("addressee", "фирма", "{1s Ольга Ветрова} {1q потребовала} от фирмы {1c вернуть деньги}."),
    ("addressee", "жители", "{1s Ольга Ветрова} {1q призвала} {1c жителей уехать}."),
    ("addressee", "журналисты", "{1s Ольга Ветрова} {1q сказала} в среду журналистам, {1c что мост закрыт}."),
    ("addressee", "журналисты", "«{1c Мост закрыт}», — {1q сказала} {1s Ольга Ветрова} журналистам."),
    ("addressee", "журналист", "В беседе с журналистом {1s Ольга Ветрова} {1q сказала}, {1c что мост закрыт}."),
)


def held(statement: Statement, field: str) -> object:
    """What a field holds, in one word."""
    value = getattr(statement, field)
    names = {"condition": "text", "venue": "text", "said_on": "value", "addressee": "name"}
    return getattr(value, names[field]) if value is not None and field in names else value


@pytest.mark.parametrize(("field", "wanted", "line"), CASES)
def test_a_reported_fault(field: str, wanted: str | None, line: str) -> None:
    lang = "ru" if any("а" <= c <= "я" for c in line) else "en"
    assert held(last(line, MARCH, lang), field) == wanted


@pytest.mark.parametrize(("hedges", "line"), [(1, "the so-called bridge"), (0, "the bridge")])
def test_hedges_of_two_words(hedges: int, line: str) -> None:
    assert len(last(f"{{1s Ana Lima}} {{1q said}} {{1c {line} was shut}}.", MARCH).hedges) == hedges
