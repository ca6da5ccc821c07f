"""The judge of statements: for each rule a sound statement and faulty ones."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.check import RULES, check
from sayso.records import Condition, Document, Figure, Statement, Venue, When
from sayso.spans import Span
from tests.marked import parse_marked

TEXT, (PARTS,) = parse_marked("{1s Ana Ruiz} {1q said} {1c the gate opens}, and {1c that it stays so}.\nShare this")
DOCUMENT = Document(id="a", text=TEXT, lang="en", furniture=(Span(TEXT.index("Share"), len(TEXT)),))
SOUND = Statement(id="s1", form="indirect", form_rule="reported", rule="model", **PARTS._asdict())
SAID, GATE, STAYS = PARTS.cue[0], *PARTS.content


def figure(words: str, span: Span) -> Figure:
    return Figure(text=words, span=span, low=1, high=1, rule="thing")


def changed(**fields: object) -> Statement:
    return msgspec.structs.replace(SOUND, **fields)


@pytest.mark.parametrize(
    "statement",
    [
        SOUND,
        changed(source=()),
        changed(source=(), cue=()),
        changed(content=(GATE,)),
        changed(source=(STAYS,), content=(GATE,)),
        changed(content=(GATE, Span(GATE.stop, STAYS.stop))),
        changed(content=(Span(STAYS.start, STAYS.stop + 1),)),
        changed(said_on=When(span=SAID, value="2025", rule="year"), hedges=(SAID,)),
        changed(said_on=When(span=SAID, value="2024-02-29", rule="day")),
        changed(figures=(figure("the gate", Span(GATE.start, GATE.start + 8)),)),
        changed(condition=Condition(text="the gate opens", span=GATE, rule="if")),
        changed(venue=Venue(text="said", span=SAID, rule="beside the cue")),
    ],
)
def test_sound(statement: Statement) -> None:
    assert check(DOCUMENT, statement) == []


@pytest.mark.parametrize(
    ("rule", "statement", "span", "told"),
    [
        ("has content", changed(content=()), None, "no content"),
        ("lies within the text", changed(content=(GATE, Span(900, 999))), Span(900, 999), "its content ends at 999"),
        ("lies within the text", changed(source=(Span(900, 999),)), Span(900, 999), "its source ends at 999"),
        ("is trimmed", changed(cue=(Span(SAID.start - 1, SAID.stop),)), Span(SAID.start - 1, SAID.stop), "its cue has"),
        ("is trimmed", changed(content=(Span(GATE.start, STAYS.start),)), Span(GATE.start, STAYS.start), "its content"),
        ("is in order", changed(content=(STAYS, GATE)), GATE, "its content has"),
        (
            "is in order",
            changed(content=(GATE, Span(GATE.start + 4, GATE.stop))),
            Span(GATE.start + 4, GATE.stop),
            "meet",
        ),
        ("lies within the text", changed(hedges=(Span(900, 999),)), Span(900, 999), "its hedge ends at 999"),
        ("is what its span holds", changed(figures=(figure("the gates", GATE),)), GATE, "its figure is not what"),
        ("is what its span holds", changed(figures=(figure("said", SAID),)), SAID, "its figure lies outside"),
        ("is what its span holds", changed(times=(When(span=SAID, rule="year"),)), SAID, "its time lies outside"),
        (
            "is what its span holds",
            changed(condition=Condition(text="it", span=GATE, rule="if")),
            GATE,
            "its condition is not",
        ),
        (
            "is what its span holds",
            changed(venue=Venue(text="sad", span=SAID, rule="beside the cue")),
            SAID,
            "its venue is not",
        ),
        ("is a real day", changed(said_on=When(span=SAID, value="2025-02-31", rule="day")), SAID, "2025-02-31 is no"),
        ("is a real day", changed(said_on=When(span=SAID, value="soon", rule="day")), SAID, "soon is no"),
        ("is apart from its cue and source", changed(cue=(GATE,)), GATE, "its cue lies inside"),
        ("is apart from its cue and source", changed(source=(STAYS,)), STAYS, "its source lies inside"),
        ("is part of the article", changed(source=DOCUMENT.furniture), DOCUMENT.furniture[0], "its source meets"),
        ("is part of the article", changed(content=DOCUMENT.furniture), DOCUMENT.furniture[0], "its content meets"),
    ],
)
def test_faulty(rule: str, statement: Statement, span: Span | None, told: str) -> None:
    (fault,) = check(DOCUMENT, statement)
    assert (fault.rule, fault.span) == (rule, span)
    assert fault.message.startswith("statement s1: ")
    assert told in fault.message


def test_every_fault_is_told() -> None:
    faults = check(DOCUMENT, changed(content=(Span(7, 990),), cue=(Span(8, 999),)))
    assert {fault.rule for fault in faults} >= {"lies within the text", "is apart from its cue and source"}
    assert len({name for name, _ in RULES}) == len(RULES)


ANY = st.lists(st.tuples(st.integers(0, 120), st.integers(1, 40)).map(lambda p: Span(p[0], sum(p))), max_size=3)


@given(ANY, ANY, ANY)
def test_check_never_raises(source: list[Span], cue: list[Span], content: list[Span]) -> None:
    for fault in check(DOCUMENT, changed(source=tuple(source), cue=tuple(cue), content=tuple(content))):
        assert fault.rule in dict(RULES)
