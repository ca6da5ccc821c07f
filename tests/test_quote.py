"""What quotation marks and paragraphs mend. Each case: what the tagger found, marked in a text; and what comes out."""

import pytest

from sayso.marks import find_quotations
from sayso.records import Attribution, Document
from sayso.spans import Span, cut
from sayso.steps.quote import find_turns, quote
from tests.marked import parse_marked

FOUND_AND_MENDED = [
    # own paragraph
    (
        "{1c The port is closed}.\n{1s Ana Lima} {1q said} {1c the gate would open}.",
        [("Ana Lima", "said", "the gate would open", "own paragraph")],
    ),
    # own paragraph: a heading is no source
    (
        "{1s Rival figures}\n{1q According to} {1s the board}, {1c the gate is late}.",
        [("the board", "According to", "the gate is late", "own paragraph")],
    ),
    # one cue
    (
        "{1q {2s It}} {2q is reported} that {1c {2c a gate is built}}.",
        [("It", "is reported", "a gate is built", "one cue")],
    ),
    # whole turn: cut short by the model
    (
        "“{1c We are ready to open} on Monday and to stay open,” {1q said} {1s Ana Lima}.",
        [("Ana Lima", "said", "We are ready to open on Monday and to stay open,", "whole turn")],
    ),
    # whole turn: a dash turn that only closes
    (
        "— {1c We are ready to open}. It will take a day,\" {1s the harbour master} {1q said}.",
        [("the harbour master", "said", "We are ready to open. It will take a day,", "whole turn")],
    ),
    # whole turn: a quotation over two paragraphs, no closing mark on the first
    (
        "{1s Lima} {1q wrote}: “{1c The port will open on Monday}.\n\n“The ferry will follow on Tuesday.”",
        [("Lima", "wrote", "The port will open on Monday. … The ferry will follow on Tuesday.", "whole turn")],
    ),
    # two attributions from outside share a turn: neither takes all of it
    (
        "“{1c We will open the port}, and {2c we will pay for it},” {1s Lima} {1q said}, as {2s Costa} {2q noted}.",
        [("Lima", "said", "We will open the port", None), ("Costa", "noted", "we will pay for it", None)],
    ),
    # same turn
    (
        "“{1c We will open},” {1q said} {1s Lima}. “It will take us no more than a day.”",
        [("Lima", "said", "We will open … It will take us no more than a day.", "same turn")],
    ),
    # same turn: the next paragraph is nothing but a quotation
    (
        "“{1c We will open},” {1q said} {1s Lima}.\n\n“It will take us no more than a day.”",
        [("Lima", "said", "We will open … It will take us no more than a day.", "same turn")],
    ),
    # announced turn
    (
        "The harbour master then said:\n\n“The port will open on Monday.”",
        [("The harbour master", "then said", "The port will open on Monday.", "announced turn")],
    ),
    # announced block
    (
        "Lima added:\n\nThe port will open on Monday and stay open.\n\nThe ferry did not run.",
        [("Lima", "added", "The port will open on Monday and stay open.", "announced block")],
    ),
    # signed turn
    (
        "“I have waited for this day for years.” ― Rosa Pinto",
        [("Rosa Pinto", "―", "I have waited for this day for years.", "signed turn")],
    ),
    # lone turn
    (
        "The square was full.\n\n“Nobody asked us about any of this.”\n\nThe ferry did not run.",
        [("", "", "Nobody asked us about any of this.", "lone turn")],
    ),
    # a title in marks is nobody's statement
    ("The choir sang “Songs of the Northern Harbour” at noon.", []),
]  # fmt: skip


def document_of(text, headings=()):
    return Document(id="case", text=text, lang="en", headings=headings)


def told(text, attribution):
    words = (" … ".join(cut(text, s) for s in spans) for spans in (attribution.source, attribution.cue))
    return (*words, " … ".join(cut(text, s) for s in attribution.content))


def mend(line, headings=()):
    text, marked = parse_marked(line)
    given = [Attribution(source=m.source, cue=m.cue, content=m.content, rule="model", score=0.9) for m in marked]
    return text, quote(document_of(text, headings), given, find_quotations(text))


@pytest.mark.parametrize(("line", "wanted"), FOUND_AND_MENDED)
def test_mended(line, wanted):
    text, mended = mend(line)
    fired = [(*a.notes, *([] if a.rule == "model" else [a.rule])) for a in mended]
    assert [told(text, a) for a in mended] == [w[:3] for w in wanted]
    assert [rules[-1] if rules else None for rules in fired] == [w[3] for w in wanted]


HEADINGS = [
    ("‘Ends the debate about ferries’: Harbour Board", "Harbour Board", "Ends the debate about ferries"),
    ("Harbour Board: ‘It ends the ferry debate’", "Harbour Board", "It ends the ferry debate"),
    ("Lima: talks will go on", "Lima", "talks will go on"),
]


@pytest.mark.parametrize(("heading", "source", "content"), HEADINGS)
def test_heading_with_a_colon(heading, source, content):
    line = heading + "\n\n{1s Ana Lima} {1q said} {1c the port would open}."
    text, mended = mend(line, (Span(0, len(heading)),))
    assert [told(text, a) for a in mended if a.rule == "colon heading"] == [(source, "", content)]


@pytest.mark.parametrize("heading", ["Explained: why the port is closed", "The 6:30 ferry is late", "Weather: rain"])
def test_heading_with_a_colon_that_attributes_nothing(heading):
    line = heading + "\n\n{1s Ana Lima} {1q said} {1c the port would open}."
    assert [a.rule for a in mend(line, (Span(0, len(heading)),))[1]] == ["model"]


def test_an_announcement_needs_a_verb_of_speech():
    assert mend("The timetable for the week:\n\nThe port will open on Monday and stay open.")[1] == []


TURNS = [
    ("“One. \n\n“Two.” Three.", [2]),
    ("“One.\n\nTwo.\n\nThree.”", [3]),
    ("“One.”\n\n“Two.”", [1, 1]),
    ("“One, no close.\n\nNo marks here at all.\n\n“Two,” he said.", [1, 1]),
]


@pytest.mark.parametrize(("text", "sizes"), TURNS)
def test_turns_run_over_paragraphs(text, sizes):
    assert [len(turn.spans) for turn in find_turns(text, find_quotations(text))] == sizes
