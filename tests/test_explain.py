"""Why a statement is as it is."""

from __future__ import annotations

from pathlib import Path

import pytest

import sayso
from sayso.errors import InputError
from sayso.explain import explain
from sayso.marks import split_sections
from sayso.roster.roster import open_roster
from sayso.spans import Span, cut, holds
from sayso.tagged import SECTION
from tests.marked import reading_of

HARBOUR = Path(__file__).parent.parent / "examples" / "harbour.txt"


@pytest.fixture(scope="module")
def reading() -> sayso.Reading:
    return sayso.read(HARBOUR.read_text(encoding="utf-8"), id="harbour")


def test_every_statement_can_be_explained(reading: sayso.Reading) -> None:
    for number, statement in enumerate(reading.statements, 1):
        why = explain(reading, number, open_roster())
        assert why.statement == statement
        assert why.words["content"] == [sayso.cut(reading.document.text, span) for span in statement.content]
        assert (why.rule, why.notes) == (statement.rule, statement.notes)
        assert why.form_rule.startswith(statement.form_rule)
        assert (why.score is None) == (why.cue_score is None) == (why.role_score is None)
        for read, core in why.windows:
            assert holds(read, core)
        about = (statement.cue or statement.content)[0]
        assert any(core.start <= about.start < core.stop for _, core in why.windows)


def test_the_evidence_of_a_form() -> None:
    why = explain(reading_of("{1s Ruiz} {1q said} {1c the gate “was late”}."), 1, open_roster())
    assert why.form_rule == "some words quoted (rule 2 of 4)"
    assert why.form_evidence == "2 of 4 words quoted; cue: said"
    assert why.quotations == (Span(19, 29),)
    assert why.words == {"source": ["Ruiz"], "cue": ["said"], "content": ["the gate “was late”"]}


def test_a_statement_without_a_cue() -> None:
    why = explain(reading_of("“{1c The gate is late}.”"), 1, open_roster())
    assert why.form_evidence.endswith("cue: none")
    assert len(why.windows) == 1


@pytest.mark.parametrize("number", [0, -1, 2, 99])
def test_a_number_that_is_none(number: int) -> None:
    with pytest.raises(InputError, match=rf"statement {number}: a has 1 statements, .*sayso read"):
        explain(reading_of("{1s Ruiz} {1q said} {1c it is late}."), number, open_roster())


def test_windows_of_a_long_text_are_those_of_its_section() -> None:
    filler = "The gate is shut and the channel is open. " * 20 + "\n\n"
    text = filler * 60 + "“We are ready to open the gate,” Ana Ruiz said.\n"
    assert len(text) > SECTION
    reading = sayso.read(text, lang="en")
    number = next(n for n, s in enumerate(reading.statements, 1) if cut(text, s.cue[0]) == "said")
    why = explain(reading, number, open_roster())
    ((read, core),) = why.windows
    assert holds(core, reading.statements[number - 1].cue[0])
    assert holds(read, core)
    assert any(holds(section, read) for section in split_sections(text, SECTION)[1:])
