"""The helper that parses marked lines, and its inverse."""

from __future__ import annotations

import pytest

from sayso.spans import Span, cut
from tests.marked import Marked, attributions, parse_marked, write_marked

LINES = (
    "«{1c Мы построим 40 школ}», — {1q сказал} {1s Громов}.",
    "“{1c We are ready},” {1q said} {1s Ana Ruiz}, “{1c and we will wait}.”",
    "{1s Ruiz} {1q said} {1c {2s they} {2q promised} {2c more}}.",
    "{1c {2c More}, {2s Ruiz} {2q said}}, {1s the Post} {1q writes}.",
    "{1q It is reported} that {1c the gate is shut 🙂}",
    "{1c {2c one and the same}}",
    "{1s a}{1q b}{1c c}",
    "No statement stands here.",
    "",
)


@pytest.mark.parametrize("line", LINES)
def test_round_trip(line: str) -> None:
    assert write_marked(*parse_marked(line)) == line


def test_roles_and_numbers() -> None:
    text, (first, second) = parse_marked(LINES[2])
    assert text == "Ruiz said they promised more."
    assert [cut(text, s) for s in first.source + first.cue + first.content] == ["Ruiz", "said", "they promised more"]
    assert second == Marked((Span(10, 14),), (Span(15, 23),), (Span(24, 28),))


def test_parts_stand_in_order() -> None:
    text, (statement,) = parse_marked(LINES[1])
    assert [cut(text, s) for s in statement.content] == ["We are ready", "and we will wait"]


@pytest.mark.parametrize("line", ["{1c never closed", "never opened}", "{2c no number one}", "{1c }"])
def test_wrong_marks_raise(line: str) -> None:
    with pytest.raises(ValueError, match=r"mark|span"):
        parse_marked(line)


def test_attributions_carry_their_rule() -> None:
    _, (found,) = attributions("{1q It is said} that {1c it rains}", rule="model")
    assert (found.rule, found.source, len(found.content)) == ("model", (), 1)
