"""The form of a statement: a case is a marked line, its form, and the rule that set it."""

from __future__ import annotations

import pytest

from sayso.forms import RULES, evidence_of, form
from sayso.languages import LANGUAGES
from sayso.marks import find_quotations
from tests.marked import attributions

ALL, SOME, INNER, NONE = (name for name, *_ in RULES)

CASES = (
    ("“{1c We are ready},” {1q said} {1s Ruiz}.", "direct", ALL),
    ("{1c “We are ready,”} {1q said} {1s Ruiz}.", "direct", ALL),
    ("“{1c We are ready},” {1q said} {1s Ruiz}. “{1c We will wait}.”", "direct", ALL),
    ("— {1c We are ready}, {1q said} {1s Ruiz}.", "direct", ALL),
    ('— {1c We are ready} …," {1s the pilot} {1q said}.', "direct", ALL),
    ("“{1c We are ready.\n“We will wait},” {1s she} {1q said}.", "direct", ALL),
    ("“{1c We are ready.\n\n“We will wait}.", "direct", ALL),
    ("“{1c She told me ‘{2c no}’ twice},” {1s he} {1q said}.", "direct", ALL),
    ("“{1c We think it is late},” {1q feared} {1s Ruiz}.", "direct", ALL),
    ("{1s She} {1q called} {1c it “a wall”}.", "mixed", SOME),
    ("{1s She} {1q said} {1c the gate was “late” and “dear”}.", "mixed", SOME),
    ("“{1c We are ready},” {1q said} {1s Ruiz}, and that {1c the gate would open}.", "mixed", SOME),
    ("{1s She} {1q believes} {1c it is “a wall”}.", "mixed", SOME),
    ("{1s She} {1q said} {1c the “Anchor” was shut}.", "mixed", SOME),
    ("{1s She} {1q said} that {1c the gate would open}.", "indirect", NONE),
    ("{1q According to} {1s Ruiz}, {1c the gate would open}.", "indirect", NONE),
    ("{1q It is reported} that {1c the gate is open}.", "indirect", NONE),
    ("{1s A count} {1q shows} {1c 40 boats}.", "indirect", NONE),
    ("{1s Minister}: {1c talks will go on}", "indirect", NONE),
    ("{1s Ruiz} {1q denied} {1c it}.", "indirect", NONE),
    ("{1s Ruiz} {1q has said} {1c it is late}.", "indirect", NONE),
    ("{1s Ruiz} {1q said she hoped} {1c it would open}.", "indirect", NONE),
    ("{1s The dockers} said “no”, and {1q warned} of {1c a strike}.", "indirect", NONE),
    ("{1s Ruiz} {1q believes} {1c the gate will open}.", "ascribed", INNER),
    ("{1s Ruiz} {1q does not think} {1c the gate will open}.", "ascribed", INNER),
    ("{1s They} {1q have always feared} {1c a flood}.", "ascribed", INNER),
    ("{1s The town} {1q plans} {1c to rebuild it}.", "ascribed", INNER),
    ("{1s She} {1q is convinced} that {1c it will open}.", "ascribed", INNER),
    ("{1s The dockers’} {1q hope} is {1c a new quay}.", "ascribed", INNER),
)


@pytest.mark.parametrize(("line", "expected", "rule"), CASES)
def test_form(line: str, expected: str, rule: str) -> None:
    text, found = attributions(line)
    assert form(text, found[0], find_quotations(text), LANGUAGES["en"]) == (expected, rule)


def test_evidence() -> None:
    text, (found,) = attributions("{1s She} {1q has Called} {1c the gate “a wall”, 12 m high}.")
    evidence = evidence_of(text, found, find_quotations(text), LANGUAGES["en"])
    assert (evidence.words, evidence.quoted, evidence.unquoted, evidence.cue) == (7, 2, 5, ("has", "called"))


def test_a_long_quotation_that_holds_many_is_still_seen() -> None:
    text, (found,) = attributions("«" + "It was “so” and “so”. " * 60 + "{1c We are ready}», {1s she} {1q said}.")
    outermost = [q for q in find_quotations(text) if q.depth == 0]
    assert form(text, found, outermost, LANGUAGES["en"])[0] == "direct"


def test_every_cue_word_of_the_language_is_lower_case_and_one_word() -> None:
    language = LANGUAGES["en"]
    for word in language.speech | language.inner | language.openers | language.auxiliaries:
        assert word == word.casefold()
        assert word
        assert " " not in word


@pytest.mark.parametrize(
    "word", ["said", "says", "told", "denied", "planned", "hoped", "begged", "replies", "according", "refused", "wrote"]
)
def test_forms_of_verbs(word: str) -> None:
    assert word in LANGUAGES["en"].speech | LANGUAGES["en"].inner


@pytest.mark.parametrize("word", ["admited", "planed", "begined", "sayed", "writed", "hopped", "denyed", "n't never"])
def test_no_forms_that_are_none(word: str) -> None:
    assert word not in LANGUAGES["en"].speech | LANGUAGES["en"].inner
