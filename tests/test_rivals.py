"""What the rivals find in sentences that any of them should read: a baseline that is made to lose is worth nothing."""

from __future__ import annotations

import pytest

from evaluation.rivals import RIVALS, stated
from evaluation.sentences import split_text
from sayso.spans import cut
from tests.marked import Marked, parse_marked

BY_CUE_VERBS = [
    "{1s Ana Lima} {1q said} that {1c the port would open on Monday}.",
    "{1s Ana Lima, the port's director}, {1q has warned} {1c the gate may fail}.",
    "“{1c The port is open},” {1q said} {1s Ana Lima, the port's director}.",
    "“{1c The port is open},” {1s she} {1q said}. “{1c It will stay open}.”",
    "“{1c Is it open?}” {1s Lima} {1q asked}.",
    "{1q According to} {1s the Harbour Post}, {1c the port is closed}.",
    "{1c The port is closed}, {1q according to} {1s Ana Lima}.",
    "{1s Lima} {1q told} reporters on Monday that {1c the gate was new}.",
    "{1s Lima} {1q said} {1c the gate was new} and {2s Costa} {2q denied} {2c it}.",
    "{1s They} {1q believe} {1c the port is safe}.",
    "{1s Lima} {1q said}: “{1c We are open}.”",
    "The port was named after a saint. It opened on Monday.",
    "The report was long, and the call came late.",
]
BY_QUOTATION_MARKS = [
    "“{1c The port is open again},” {1q said} {1s Ana Lima}, the director.",
    "“{1c The port is open again},” {1s she} {1q said}. “{1c It will stay open now}.”",
    "On Monday {1s Ana Lima} {1q wrote}: “{1c We are open to everybody}.”",
    "The “old” port is closed, Lima said.",
    "He held “A Ship of Many Sails” in his hand.",
]


def found_by(rival: str, text: str) -> list[Marked]:
    return [Marked(s.source, s.cue, s.content) for s in stated(text, RIVALS[rival](text))]


@pytest.mark.parametrize(
    ("rival", "line"),
    [*(("cue verbs", line) for line in BY_CUE_VERBS), *(("quotation marks", line) for line in BY_QUOTATION_MARKS)],
)
def test_what_a_rival_finds(rival, line):
    text, wanted = parse_marked(line)
    assert sorted(found_by(rival, text)) == sorted(wanted)


@pytest.mark.parametrize("rival", sorted(RIVALS))
@pytest.mark.parametrize(
    "text", ["", " \n", "“", "said", "“”", ", said.", "according to", "“a” said “b", "A,\u2028said"]
)
def test_odd_texts_are_no_trouble(rival, text):
    if text.strip() or rival != "sayso":
        assert isinstance(RIVALS[rival](text), list)


def test_sayso_stands_behind_the_same_signature():
    text = "“The port is open again,” Ana Lima, the port's director, said on Monday. She believes that it is safe."
    found = found_by("sayso", text)
    assert [[cut(text, s) for s in one.cue] for one in found] == [["said"], ["believes"]]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("It rained. The port closed.", ["It rained.", "The port closed."]),
        ("“It rained. It snowed,” he said. He left.", ["“It rained. It snowed,” he said.", "He left."]),
        ("Sen. Ana Lima of the U.S. coast spoke. So did he.", ["Sen. Ana Lima of the U.S. coast spoke.", "So did he."]),
        ('"It rained." He left.', ['"It rained."', "He left."]),
        ("“Why?” he asked.", ["“Why?” he asked."]),
    ],
)
def test_sentences(text, sentences):
    found = [text[s[0].start : s[-1].stop] for p in split_text(text) for s in p.sentences]
    assert found == sentences
