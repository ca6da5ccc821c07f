"""Attributions to statements. A case is a marked line as the tagger may leave it, and as the guideline has it."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.check import check
from sayso.marks import find_quotations
from sayso.records import Attribution, Document, Statement
from sayso.spans import Span, cut, join
from sayso.steps.state import state
from tests.marked import Marked, attributions, write_marked


def stated(text: str, found: list[Attribution]) -> tuple[Statement, ...]:
    return state(Document(id="a", text=text, lang="en"), found, find_quotations(text))


def restated(line: str) -> str:
    text, found = attributions(line)
    return write_marked(text, [Marked(s.source, s.cue, s.content) for s in stated(text, found)])


CASES = (
    # quotation marks and stops
    ("{1c “We are ready,”} {1q said} {1s Ruiz.}", "“{1c We are ready},” {1q said} {1s Ruiz}."),
    ('{1c "We are ready,"} {1q said} {1s Ruiz}', '"{1c We are ready}," {1q said} {1s Ruiz}'),
    ("{1c «We are ready»,} {1q said} {1s Ruiz}", "«{1c We are ready}», {1q said} {1s Ruiz}"),
    ("{1s Ruiz} {1q said} {1c it was “late}.”", "{1s Ruiz} {1q said} {1c it was “late.”}"),
    ("{1s Ruiz} {1q said} {1c it was “late} again”.", "{1s Ruiz} {1q said} {1c it was “late} again”."),
    ("{1s Ruiz} {1q said} {1c the gate «was late}».", "{1s Ruiz} {1q said} {1c the gate «was late»}."),
    ("{1s “Nord” and Ruiz} {1q said} {1c “Berg” was late}.", "{1s “Nord” and Ruiz} {1q said} {1c “Berg” was late}."),
    ("{1c ‘We are ready’}, {1q said} {1s Ruiz,} a pilot", "‘{1c We are ready}’, {1q said} {1s Ruiz}, a pilot"),
    ("{1c ``We are ready,''} {1q said} {1s Ruiz}", "``{1c We are ready},'' {1q said} {1s Ruiz}"),
    ("{1c — We are ready}, — {1q said} {1s Ruiz}", "— {1c We are ready}, — {1q said} {1s Ruiz}"),
    ("{1c — We are ready, —} {1q said} {1s Ruiz}", "— {1c We are ready}, — {1q said} {1s Ruiz}"),
    ("{1s Ruiz} {1q said:} {1c “We are ready …”}", "{1s Ruiz} {1q said}: “{1c We are ready} …”"),
    ("{1c “Ready?”} {1q asked} {1s Ruiz}", "“{1c Ready?}” {1q asked} {1s Ruiz}"),
    ("{1c “Ready!”} {1q cried} {1s Ruiz}", "“{1c Ready!}” {1q cried} {1s Ruiz}"),
    ("{1s Ruiz} {1q said} {1c it is late.}", "{1s Ruiz} {1q said} {1c it is late}."),
    ("{1s Ruiz} {1q said} {1c it is late (and dear).}", "{1s Ruiz} {1q said} {1c it is late (and dear)}."),
    ("{1s Ruiz} {1q said} {1c  it is late }.", "{1s Ruiz} {1q said}  {1c it is late} ."),
    ("{1s Ruiz} {1q said}{1c \u00a0it is late\n}", "{1s Ruiz} {1q said}\u00a0{1c it is late}\n"),
    # the opening *that*
    ("{1s Ruiz} {1q said} {1c that it is late}", "{1s Ruiz} {1q said} that {1c it is late}"),
    ("{1s Ruiz} {1q said} {1c that “it is late”}", "{1s Ruiz} {1q said} that “{1c it is late}”"),
    (
        "{1s Ruiz} {1q said} {1c it is late}, and {1c that it rains}",
        "{1s Ruiz} {1q said} {1c it is late}, and that {1c it rains}",
    ),
    ("{1s Ruiz} {1q said} {1c thatch burns}", "{1s Ruiz} {1q said} {1c thatch burns}"),
    ("{1s Ruiz} {1q said} {1c that}", "{1s Ruiz} {1q said} {1c that}"),
    # abbreviations keep their stop
    ("{1s Ruiz} {1q left for} {1c the U.S.}", "{1s Ruiz} {1q left for} {1c the U.S.}"),
    ("{1c It is late}, {1q said} {1s the U.S.} envoy", "{1c It is late}, {1q said} {1s the U.S.} envoy"),
    ("{1s Ruiz} {1q said} {1c it is in the U.S.,} and left", "{1s Ruiz} {1q said} {1c it is in the U.S.}, and left"),
    ("{1s Ruiz} {1q said} “{1c it is in the E.U.}”", "{1s Ruiz} {1q said} “{1c it is in the E.U.}”"),
    ("{1s Ruiz} {1q said} {1c it is 9 a.m.}", "{1s Ruiz} {1q said} {1c it is 9 a.m.}"),
    ("{1s Ruiz} {1q said} {1c she saw I.}", "{1s Ruiz} {1q said} {1c she saw I}."),
    # parts
    (
        "{1c “We are ready,}{1c  and we wait,”} {1q said} {1s Ruiz}",
        "“{1c We are ready, and we wait},” {1q said} {1s Ruiz}",
    ),
    ("{1c “We,” }{1q said} {1s Ruiz}, {1c “wait.”}", "“{1c We},” {1q said} {1s Ruiz}, “{1c wait}.”"),
    ("{1c “We,” {1q said} {1s Ruiz}, “wait.”}", "“{1c We},” {1q said} {1s Ruiz}, “{1c wait}.”"),
    ("{1c “We wait,” {1q said} {1s Ruiz}.}", "“{1c We wait},” {1q said} {1s Ruiz}."),
    ("{1s Ruiz} {1q said} {1c it is late} {1c ”}", "{1s Ruiz} {1q said} {1c it is late} ”"),
    ("{1s Ruiz} {1q said} {1c “}{1c it is late}", "{1s Ruiz} {1q said} “{1c it is late}"),
    # without a source, without a cue
    ("{1q It is said} {1c that it rains}", "{1q It is said} that {1c it rains}"),
    ("{1c “It rains.”}", "“{1c It rains}.”"),
    # no word, no statement
    ("{1s Ruiz} {1q said}: {1c “…”}", "Ruiz said: “…”"),
    ("{1s Ruiz} {1q said} {1c 🙂}", "Ruiz said 🙂"),
    ("{1s Ruiz} {1q said} {1c 🙂 yes}", "{1s Ruiz} {1q said} {1c 🙂 yes}"),
    # that nothing was said is no statement; a denial is one
    ("{1s Ruiz} {1q did not say} {1c whether it is late}", "Ruiz did not say whether it is late"),
    ("{1s Ruiz} {1q has not denied} {1c it}", "{1s Ruiz} {1q has not denied} {1c it}"),
    ("{1s Ruiz} {1q does not want} {1c a gate}", "{1s Ruiz} {1q does not want} {1c a gate}"),
    # doubles, and two of one content
    ("{1c {2c It rains}}, {1s {2s Ruiz}} {1q {2q said}}", "{1c It rains}, {1s Ruiz} {1q said}"),
    ("{1c “{2c It rains},”} {1s {2s Ruiz}} {1q {2q said}}", "“{1c It rains},” {1s Ruiz} {1q said}"),
    (
        "{1s {2s Ruiz}} {1q smiled} and {2q said} {1c {2c it rains}}",
        "{1s {2s Ruiz}} {1q smiled} and {2q said} {1c {2c it rains}}",
    ),
)


@pytest.mark.parametrize(("line", "expected"), CASES)
def test_edges(line: str, expected: str) -> None:
    assert restated(line) == expected


@pytest.mark.parametrize(("line", "expected"), CASES)
def test_a_statement_stated_again_is_the_same(line: str, expected: str) -> None:
    assert restated(expected) == expected


@pytest.mark.parametrize(
    "line",
    [
        "“{1c That is wrong},” {1q said} {1s Ruiz}.",
        "“{1c We know},” {1q said} {1s Ruiz}, “{1c that pilot}.”",
        "— {1c That was in May}, {1q said} {1s Ruiz}.",
        "{1c That was in May}, {1q according to} {1s Ruiz}.",
    ],
)
def test_that_which_points_stays(line: str) -> None:
    assert restated(line) == line


@pytest.mark.parametrize(
    ("line", "insides"),
    [
        ("{1s Ruiz} {1q said} {1c {2s they} {2q promised} {2c more}}", [None, 0]),
        ("{1s A} {1q said} {1c {2s B} {2q said} {2c {3s C} {3q said} {3c it rains}}}", [None, 0, 1]),
        ("{1s Ruiz} {1q said} {1c it rains}, but {2s Li} {2q denied} {2c it}", [None, None]),
        ("{1s Ruiz} {1q smiled} and {2q said} {1c {2c it rains}}", [None, None]),
        ("“{1c It is late, {2s Li} {2q says}},” {1q said} {1s Ruiz}, “{1c and {2c it rains}}”", [None, 0]),
        ("{1s Ruiz} {1q said} {1c {2c it rains}}, {2s Li} {2q wrote}", [None, None]),
        ("{2s Li} {2q wrote} {1s Ruiz} {1q said} {1c it {2c rains}}", [None, None]),
    ],
)
def test_nesting(line: str, insides: list[int | None]) -> None:
    text, found = attributions(line)
    statements = stated(text, found)
    assert [s.inside for s in statements] == [None if n is None else statements[n].id for n in insides]


def test_an_id_hashes_the_text_and_the_spans_and_nothing_else() -> None:
    text, (found,) = attributions("“{1c It rains},” {1s Ruiz} {1q said}.")
    (first,) = stated(text, [found])
    (again,) = stated(text, [msgspec.structs.replace(found, score=0.1, rule="nested", notes=("x",))])
    (named,) = state(Document(id="b", text=text, lang="en", title="T"), [found], [])
    (longer,) = stated(text + " ", [found])
    (other,) = stated(text, [msgspec.structs.replace(found, source=())])
    assert first.id == again.id == named.id
    assert len({first.id, longer.id, other.id}) == 3
    assert len(first.id) == 16


def test_what_the_tagger_says_is_kept() -> None:
    text, (found,) = attributions("“{1c It rains},” {1s Ruiz} {1q said}.", rule="model")
    found = msgspec.structs.replace(found, score=0.5, cue_score=0.6, role_score=0.7, notes=("whole turn",))
    (s,) = stated(text, [found])
    assert (s.rule, s.score, s.cue_score, s.role_score, s.notes) == ("model", 0.5, 0.6, 0.7, ("whole turn",))
    assert (s.form, s.form_rule) == ("direct", "all words quoted")


def test_statements_stand_in_the_order_of_the_text() -> None:
    text, found = attributions("{1s Ruiz} {1q said} {1c it rains}. {2s Li} {2q denied} {2c it}.")
    assert [s.content for s in stated(text, found[::-1])] == [a.content for a in found]


TEXT = "“We, the U.S., 🙂 that wait,” — said Ruiz …  that ‘it’ is.\n"
ANY = st.lists(
    st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, 30)).map(lambda p: Span(p[0], min(sum(p), len(TEXT)))),
    max_size=3,
).map(lambda spans: join(TEXT, spans))


@given(st.lists(st.builds(Attribution, source=ANY, cue=ANY, content=ANY, rule=st.just("test")), max_size=4))
@settings(max_examples=200)
def test_statements_are_sound_whatever_comes_in(found: list[Attribution]) -> None:
    statements = stated(TEXT, found)
    assert len({s.id for s in statements}) == len(statements) <= len(found)
    for s in statements:
        assert s.content
        assert s.inside is None or s.inside in {other.id for other in statements}
        assert all(any(c.isalnum() for c in cut(TEXT, span)) for span in s.content)
        # A cue without a word is kept as it came: a signature's dash is one.
        assert [f for f in check(Document(id="a", text=TEXT, lang="en"), s) if "cue has white" not in f.message] == []
