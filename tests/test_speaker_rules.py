"""The rules that tell who speaks. Each case is about the last statement of a line: the rule that answers for it and who
it says it is; or a rule, and a line in which it must hold back."""

from __future__ import annotations

import pytest

from sayso.speakers.rules import RULES
from sayso.speakers.stage import Found
from tests.staged import MARCH, answer, fired, speaker_of

LATE = "{1q said} {1c the gate was late}"
BOTH = "Mr Alan Johnson met Mr Boyd Johnson."

FIRES = (
    # rule, line, day, speaker, kind
    ("quoted", "{1s TASS} {1q quoted} Rui Costa as saying {1c the gate was late}.", None, "Rui Costa", "person"),
    (
        "quoted",
        "{1s The BBC} {1q cited} the Harbour Pilots Union (HPU) as saying {1c it was late}.",
        None,
        "Harbour Pilots Union",
        "organization",
    ),
    ("citing", "{1c The gate is shut}, {1s Reuters} {1q said}, citing a pilot.", None, "a pilot", "unnamed"),
    ("citing", "{1s CBS News} {1q writes}, citing pilots, that {1c it is shut}.", None, "pilots", "group"),
    ("own name", "{1s Ana Lima} " + LATE + ", citing a report.", None, "Ana Lima", "person"),
    ("own name", "{1s The economist and writer Felix Orr} " + LATE + ".", None, "Felix Orr", "person"),
    ("own name", "{1s The finance minister, Piet Aalders,} " + LATE + ".", None, "Piet Aalders", "person"),
    ("several", "{1s Mr and Mrs Bell} " + LATE + ".", None, "Mr and Mrs Bell", "group"),
    ("body", "{1s CPA Canada} " + LATE + ".", None, "CPA Canada", "organization"),
    ("title in roster", "{1s The head of the European Council} " + LATE + ".", MARCH, "António Costa", "person"),
    ("title in roster", "{1s The spokesman of Russia’s president} " + LATE + ".", MARCH, "Dmitry Peskov", "person"),
    ("body", "{1s The World Bank} " + LATE + ", citing a report.", None, "World Bank", "organization"),
    ("body", "{1s Reuters} " + LATE + ". The board, citing a pilot, shut it.", None, "Reuters", "organization"),
    (
        "own name",
        "{1s US Secretary of State Marco Rubio} " + LATE + ".",
        None,
        "Marco Rubio",
        "person",
    ),
    (
        "several",
        "{1s US Secretary of State Marco Rubio and Rui Costa} " + LATE + ".",
        None,
        "US Secretary of State Marco Rubio and Rui Costa",
        "group",
    ),
    ("same clause", "{1s Ana Lima} " + LATE + ", {2q adding} that {2c it would open}.", None, "Ana Lima", "person"),
    ("same clause", "{1s Ana Lima} " + LATE + ", and {2q promised} {2c to open it}.", None, "Ana Lima", "person"),
    ("goes on", "“{1c It is late},” {1q said} {1s Ana Lima}.\n\n“{2c It will open}.”", None, "Ana Lima", "person"),
    ("relative", "{1s Ana Lima}, {2s who} {2q said} {2c it was late}, {1q wants} {1c it}.", None, "Ana Lima", "person"),
    ("just spoke", "{1s Ana Lima} " + LATE + ". {2s She} {2q said} {2c it would open}.", None, "Ana Lima", "person"),
    ("just spoke", "{1s Ana Lima} " + LATE + ".\n\n{2s She} {2q said} {2c more}.", None, "Ana Lima", "person"),
    ("named last", "Ana Lima has run the port since May. {1s She} " + LATE + ".", None, "Ana Lima", "person"),
    ("weighed", "After the vote the board asked Mr Rui Costa. {1s He} " + LATE + ".", None, "Rui Costa", "person"),
    ("plural", "{1s The pilots} " + LATE + ". {2s They} {2q said} {2c it would open}.", None, "The pilots", "group"),
    (
        "thing",
        "{1s The World Bank} " + LATE + ". {2s It} {2q said} {2c trade would fall}.",
        None,
        "World Bank",
        "organization",
    ),
    (
        "own voice",
        "“{1c {2s I} {2q told} the council that {2c it was late}},” {1q said} {1s Ana Lima}.",
        None,
        "Ana Lima",
        "person",
    ),
    ("undecided", "{1s Ana Lima} " + LATE + ". {2s I} {2q stressed} {2c the need for a gate}.", None, None, None),
    ("undecided", "{1s We} " + LATE + ".", None, None, None),
    ("several", "{1s Ana Lima and Rui Costa} " + LATE + ".", None, "Ana Lima and Rui Costa", "group"),
    ("several", "{1s China, Russia and Iran} " + LATE + ".", None, "China, Russia and Iran", "group"),
    ("own name", "{1s The mayor of Valencia, engineer Ana Lima,} " + LATE + ".", None, "Ana Lima", "person"),
    ("own name", "Ana Lima runs the port. {1s Lima} " + LATE + ".", None, "Ana Lima", "person"),
    ("body", "{1s The WHO} " + LATE + ".", None, "World Health Organization", "organization"),
    ("body", "{1s WHO} " + LATE + ".", None, "World Health Organization", "organization"),
    ("body", "{1s US} " + LATE + ".", None, "United States", "country"),
    ("body", "{1s Moscow} {1q said} {1c the talks with Ukraine would go on}.", None, "Russia", "country"),
    ("government", "{1s The Russian side} " + LATE + ".", None, "Russia", "country"),
    ("group", "{1s Many Russians} " + LATE + ".", None, "Many Russians", "group"),
    ("group", "{1s Residents of the harbour} " + LATE + ".", None, "Residents of the harbour", "group"),
    ("group", "{1s 67% of voters} " + LATE + ".", None, "67% of voters", "group"),
    ("group", "{1s A third of voters} " + LATE + ".", None, "A third of voters", "group"),
    ("group", "{1s Officials who asked not to be named} " + LATE + ".", None, "Officials", "unnamed"),
    ("document", "{1s A report by the World Bank} " + LATE + ".", None, "World Bank", "document"),
    (
        "document",
        "{1s A report by the World Bank} " + LATE + ". {2s The report} {2q found} {2c more}.",
        None,
        "World Bank",
        "document",
    ),
    (
        "document",
        "{1s The World Bank} {1q said} in a statement {1c it was late}. {2s The statement} {2q said} {2c more}.",
        None,
        "World Bank",
        "document",
    ),
    ("document", "{1s Ana Lima} " + LATE + ". {2s Her statement} {2q said} {2c more}.", None, "Ana Lima", "document"),
    ("document", "{1s Ana Lima} " + LATE + ". {2s Her remarks} {2q suggest} {2c more}.", None, "Ana Lima", "person"),
    ("title in cast", "Ana Lima, mayor of Valencia, came. {1s The mayor} " + LATE + ".", None, "Ana Lima", "person"),
    (
        "title in cast",
        "Ana Lima, mayor of Valencia, met Rui Costa, an architect. {1s The mayor} " + LATE + ".",
        None,
        "Ana Lima",
        "person",
    ),
    ("title in roster", "{1s The US president} " + LATE + ".", MARCH, "Donald Trump", "person"),
    (
        "known body",
        "{1s The World Bank} " + LATE + ". Trade fell. {2s The bank} {2q said} {2c more}.",
        None,
        "World Bank",
        "organization",
    ),
    ("body described", "{1s A state commission} " + LATE + ".", None, "state commission", "organization"),
    ("unnamed", "{1s A senior official} " + LATE + ".", None, "A senior official", "unnamed"),
    (
        "unnamed",
        "{1s One legal expert} " + LATE + ". {2s The expert} {2q said} {2c more}.",
        None,
        "One legal expert",
        "unnamed",
    ),
)  # fmt: skip


def test_every_rule_has_a_case() -> None:
    assert [r.name for r in RULES if r.name not in {rule for rule, *_ in FIRES}] == []


def test_every_rule_has_a_name_of_its_own_a_chance_and_a_docstring() -> None:
    assert len({r.name for r in RULES}) == len(RULES)
    assert all(0 <= r.confidence < 1 and r.answer.__doc__ for r in RULES)


@pytest.mark.parametrize(("rule", "line", "day", "name", "kind"), FIRES)
def test_it_fires(rule: str, line: str, day: str | None, name: str | None, kind: str | None) -> None:
    speaker = speaker_of(line, day)
    assert fired(line, day) == rule
    assert (speaker and speaker.name, speaker and speaker.kind) == (name, kind)
    assert speaker is None or speaker.rule == rule


HOLDS_BACK = (
    # a passive, a noun, another sentence
    ("same clause", "{1s Ana Lima} " + LATE + " and {2q is believed} {2c to be leaving}.", None),
    ("same clause", "{1s Ana Lima} " + LATE + ". It {2q is expected} {2c to open in May}.", None),
    ("same clause", "{1s Ana Lima} " + LATE + " amid {2q reports} that {2c it would close}.", None),
    ("same clause", "{1s Ana Lima} " + LATE + ". The board met. {2q Promises} {2c to open it} were made.", None),
    # too far, or nobody before
    ("goes on", "“{1c It is late},” {1q said} {1s Ana Lima}.\n\nThe hall was full.\n\n“{2c It will open}.”", None),
    ("goes on", "The hall was full.\n\n“{1c Nobody asked us about any of this}.”", None),
    ("relative", "The hour was late, {1s who} " + LATE + ".", None),
    # somebody else since, another gender, too far, nobody known
    ("just spoke", "{1s Ana Lima} " + LATE + ". Eva Marin left. {2s She} {2q said} {2c more}.", None),
    ("just spoke", "{1s Ana Lima} " + LATE + ". {2s He} {2q said} {2c more}.", None),
    ("just spoke", "{1s Ana Lima} " + LATE + ".\n\nIt rained.\n\nIt cleared.\n\n{2s She} {2q said} {2c more}.", None),
    ("just spoke", "{1s A driver} " + LATE + ". {2s She} {2q said} {2c more}.", None),
    # no subject; another gender; somebody unknown has just spoken
    ("named last", "The board wrote to Ana Lima on Monday. {1s She} " + LATE + ".", None),
    ("named last", "Ana Lima has run the port since May. {1s He} " + LATE + ".", None),
    ("named last", "Ana Lima runs the port.\n\nIt rained.\n\nIt cleared.\n\n{1s She} " + LATE + ".", None),
    ("named last", "Ana Lima runs the port. {1s A driver} " + LATE + ". {2s She} {2q said} {2c more}.", None),
    ("weighed", "{1s He} " + LATE + ".", None),
    ("weighed", "Ana Lima runs the port. {1s He} " + LATE + ".", None),
    ("weighed", "The board asked Ana Lima. {1s A driver} " + LATE + ". {2s She} {2q said} {2c more}.", None),
    # one alone has spoken, or nobody
    ("plural", "{1s Ana Lima} " + LATE + ". {2s They} {2q said} {2c more}.", None),
    ("plural", "{1s They} " + LATE + ".", None),
    ("plural", "{1s The pilots} " + LATE + ".\n\nIt rained.\n\nIt cleared.\n\n{2s They} {2q said} {2c more}.", None),
    # two, or none
    ("thing", "The World Bank met the European Central Bank. {1s It} " + LATE + ".", None),
    ("thing", "{1s Ana Lima} " + LATE + ". {2s It} {2q said} {2c more}.", None),
    # no name; another's
    ("own name", f"{BOTH} {{1s Johnson}} {LATE}.", None),
    ("own name", "{1s A lawyer for Ana Lima} " + LATE + ".", None),
    ("own name", "{1s Ana Lima's lawyer} " + LATE + ".", None),
    ("own name", "{1s The wife of Rui Costa} " + LATE + ".", None),
    ("own name", "Mr Jorge Costa met Ms Joana Costa. {1s J. Costa} " + LATE + ".", None),
    ("body", "{1s The US president} " + LATE + ".", None),
    ("government", "{1s The two sides} " + LATE + ".", None),
    ("several", "{1s The ministers of France and Germany} " + LATE + ".", None),
    ("group", "{1s The mayor} " + LATE + ".", None),
    # whose it is the article does not tell
    ("document", "{1s The report} " + LATE + ".", None),
    ("document", "{1s Her statement} " + LATE + ".", None),
    (
        "document",
        "{1s A report by the World Bank} " + LATE + ". {2s A report by the European Central Bank} {2q denied} {2c it}. "
        "Rain fell. {3s The statement} {3q found} {3c more}.",
        None,
    ),
    # two mayors; a former one; another place's; a deputy; somebody's lawyer or spokesman; any mayor
    ("title in cast", "Ana Lima, mayor of Gaia, met Eva Marin, mayor of Porto. {1s The mayor} " + LATE + ".", None),
    ("title in cast", "Ana Lima, mayor of Valencia, came. {1s The former mayor} " + LATE + ".", None),
    ("title in cast", "Ana Lima, former mayor of Valencia, came. {1s The mayor} " + LATE + ".", None),
    ("title in cast", "Ana Lima, mayor of Valencia, came. {1s The mayor of Porto} " + LATE + ".", None),
    ("title in cast", "Ana Lima, mayor of Valencia, came. {1s A mayor} " + LATE + ".", None),
    ("title in cast", "Ana Lima, mayor of Valencia, came. {1s The mayors} " + LATE + ".", None),
    ("title in cast", "Ana Lima, mayor of Valencia, came. {1s The mayor’s spokesman} " + LATE + ".", None),
    ("title in cast", "Ana Lima, the mayor's lawyer, came. {1s The mayor} " + LATE + ".", None),
    ("title in cast", "Ana Lima, deputy mayor of Valencia, came. {1s The mayor} " + LATE + ".", None),
    ("title in cast", "French Deputy Prime Minister Ana Lima came. {1s The prime minister} " + LATE + ".", None),
    ("title in cast", "French President Ana Lima came. {1s The Russian president} " + LATE + ".", None),
    ("title in cast", "French President Ana Lima came. {1s The president's spokesman} " + LATE + ".", None),
    # no day, half a day, not in office, not the one in office
    ("title in roster", "{1s The US president} " + LATE + ".", None),
    ("title in roster", "{1s The US president} " + LATE + ".", "2025-01"),
    ("title in roster", "{1s The US president} " + LATE + ".", "2025"),
    ("title in roster", "{1s The US president} " + LATE + ".", "1799-01-01"),
    ("title in roster", "{1s The president} " + LATE + ".", MARCH),
    ("title in roster", "{1s A US president} " + LATE + ".", MARCH),
    ("title in roster", "{1s US presidents} " + LATE + ".", MARCH),
    ("title in roster", "{1s The former US president} " + LATE + ".", MARCH),
    ("title in roster", "{1s The ex-president of France} " + LATE + ".", MARCH),
    ("title in roster", "{1s The then-president of France} " + LATE + ".", MARCH),
    ("title in roster", "{1s The previous US president} " + LATE + ".", MARCH),
    ("title in roster", "{1s The next US president} " + LATE + ".", MARCH),
    ("title in roster", "{1s The first US president} " + LATE + ".", MARCH),
    ("title in roster", "{1s The US president-elect} " + LATE + ".", "2025-01-10"),
    ("title in roster", "{1s The deputy prime minister of Ukraine} " + LATE + ".", MARCH),
    ("title in roster", "{1s Ukraine's vice prime minister} " + LATE + ".", MARCH),
    ("title in roster", "{1s The US president's lawyer} " + LATE + ".", MARCH),
    ("title in roster", "{1s The lawyer for the US president} " + LATE + ".", MARCH),
    ("title in roster", "{1s The wife of the French president} " + LATE + ".", MARCH),
    ("title in roster", "{1s The Russian ambassador to the US president} " + LATE + ".", MARCH),
    # none that fits; an outlet that passes on what others say; several
    ("known body", "The World Bank met the harbour board. {1s The ministry} " + LATE + ".", None),
    ("known body", "{1s The BBC} " + LATE + ". {2s The company} {2q said} {2c more}.", None),
    ("known body", "{1s The bank} " + LATE + ".", None),
    ("known body", "The World Bank met. {1s The banks} " + LATE + ".", None),
    ("known body", "The World Bank met. {1s A bank} " + LATE + ".", None),
    # some mayor whom the article does not name
    ("unnamed", "{1s The mayor} " + LATE + ".", None),
    ("unnamed", "{1s A driver} " + LATE + ". {2s The expert} {2q said} {2c more}.", None),
    ("unnamed", "Ana Lima, mayor of Valencia, came. {1s The former mayor} " + LATE + ".", None),
    ("title in cast", "Ana Lima, the mayor of Foz, came. {1s The deputy mayor} " + LATE + ".", None),
    ("title in cast", "Rui Costa, the company’s lawyer, came. {1s The union’s lawyer} " + LATE + ".", None),
    ("unnamed", "{1s A spokesman for the union} " + LATE + ". {2s The bank’s spokesman} {2q said} {2c no}.", None),
    ("title in cast", "Ana Lima, the mayor of Foz, came. {1s The acting mayor} " + LATE + ".", None),
    ("title in cast", "Ana Lima, the deputy mayor of Foz, came. {1s The mayor} " + LATE + ".", None),
    ("just spoke", "{1s Rui Costa} " + LATE + ". The prime minister is here. {2s He} {2q said} {2c more}.", None),
    ("named last", "Rui Costa left. The prime minister came. {1s He} " + LATE + ".", None),
    ("unnamed", "Rui Costa, a soldier, came. {1s The ex-deputy of the council} " + LATE + ".", None),
    ("known body", "{1s The insurance company} " + LATE + ". {2s The court} {2q said} {2c so}.", None),
    ("group", "{1s Nobody} " + LATE + ".", None),
    ("quoted", "{1s Ana Lima} {1q quoted} the report: {1c it was late}.", None),
    ("quoted", "{1s Ana Lima} {1q said} Rui Costa was heard as saying {1c it was late}.", None),
)  # fmt: skip


@pytest.mark.parametrize(("rule", "line", "day"), HOLDS_BACK)
def test_it_holds_back(rule: str, line: str, day: str | None) -> None:
    assert not isinstance(answer(rule, line, day), Found)
