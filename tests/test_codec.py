"""Readings ↔ lines of JSON, and rows of statements."""

from __future__ import annotations

import json
from typing import get_args

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.codec import decode_reading, encode_reading, encode_row, statement_rows
from sayso.codes import CAMEO, PLOVER
from sayso.errors import RecordError
from sayso.records import (
    Act,
    ActReading,
    Addressee,
    Candidate,
    Condition,
    Document,
    Fault,
    Figure,
    Force,
    MadeBy,
    Member,
    Reading,
    Speaker,
    Statement,
    Venue,
    When,
)
from sayso.spans import Span
from tests.marked import reading_of

WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
SPAN = st.tuples(st.integers(0, 20), st.integers(1, 9)).map(lambda pair: Span(pair[0], sum(pair)))
SPANS = st.lists(SPAN, max_size=2).map(tuple)
CHANCES = st.none() | st.floats(0, 1)
SPEAKERS = st.builds(
    Speaker,
    name=WORDS,
    kind=st.sampled_from(["person", "country", "unnamed"]),
    role=st.none() | WORDS,
    side=st.none(),
    rule=WORDS,
    confidence=st.floats(0, 1),
    named=st.none() | SPAN,
)
CANDIDATES = st.builds(Candidate, name=WORDS, rule=WORDS, confidence=st.floats(0, 1), reason=WORDS)
MEMBERS = st.builds(
    Member, name=WORDS, kind=st.just("person"), names=SPANS, forms=st.tuples(WORDS), gender=st.just("f")
)
NUMBERS = st.none() | st.integers(-(2**53), 2**53) | st.floats(allow_nan=False, allow_infinity=False)
WHENS = st.builds(When, span=SPAN, value=st.none() | WORDS, granularity=st.just("week"), rule=WORDS)
FIGURES = st.builds(Figure, text=WORDS, span=SPAN, low=NUMBERS, high=NUMBERS, sure=st.just("nearly"), rule=WORDS)
STATEMENTS = st.builds(
    Statement,
    id=WORDS,
    source=SPANS,
    cue=SPANS,
    content=SPANS,
    form=st.sampled_from(["direct", "mixed", "indirect", "ascribed"]),
    form_rule=WORDS,
    rule=WORDS,
    score=CHANCES,
    cue_score=CHANCES,
    role_score=CHANCES,
    notes=st.lists(WORDS, max_size=2).map(tuple),
    inside=st.none() | WORDS,
    speaker=st.none() | SPEAKERS,
    candidates=st.lists(CANDIDATES, max_size=1).map(tuple),
    via=st.lists(SPEAKERS, max_size=1).map(tuple),
    said_on=st.none() | WHENS,
    times=st.lists(WHENS, max_size=2).map(tuple),
    addressee=st.none() | st.builds(Addressee, name=WORDS, kind=st.just("group"), span=SPAN, rule=WORDS),
    venue=st.none() | st.builds(Venue, text=WORDS, span=SPAN, rule=WORDS),
    act=st.none() | st.sampled_from(["state", "deny"]),
    acts=st.lists(st.builds(ActReading, act=st.just("deny"), rule=WORDS, confidence=st.floats(0, 1)), max_size=2).map(
        tuple
    ),
    force=st.none() | st.just("urge"),
    condition=st.none() | st.builds(Condition, text=WORDS, span=SPAN, rule=WORDS),
    polarity=st.none() | st.just("negative"),
    time=st.none() | st.just("hypothetical"),
    figures=st.lists(FIGURES, max_size=2).map(tuple),
    stance=st.none() | st.just("heated"),
    hedges=SPANS,
)
DOCUMENTS = st.builds(
    Document, id=WORDS, text=WORDS, lang=st.just("en"), title=st.none() | WORDS, furniture=SPANS, headings=SPANS
)
FAULTS = st.builds(Fault, rule=WORDS, message=WORDS, span=SPANS.map(lambda spans: spans[0] if spans else None))
READINGS = st.builds(
    Reading,
    document=DOCUMENTS,
    statements=st.lists(STATEMENTS, max_size=2).map(tuple),
    faults=st.lists(FAULTS, max_size=1).map(tuple),
    made_by=st.builds(MadeBy, version=WORDS, model=st.none() | WORDS, roster=st.none() | WORDS),
    cast=st.tuples() | st.tuples(MEMBERS),
)
SMALL = Reading(
    document=Document(
        id="a1", text="🙂 It opens, Ruiz said.", lang="en", outlet="The Post", published="2025-03-14", title="Gate"
    ),
    statements=(
        Statement(
            id="s1",
            source=(Span(12, 16),),
            cue=(Span(17, 21),),
            content=(Span(2, 10),),
            form="indirect",
            form_rule="reported",
            rule="model",
            score=0.5,
        ),
    ),
    faults=(),
    made_by=MadeBy(version="0", model=None),
)
# The keys that the project's shared scorer reads in a row.
SCORED = (
    *("document", "content", "cue", "source", "form", "speaker", "via", "addressee", "venue", "said_on", "act"),
    *("condition", "figures"),
)


@given(READINGS)
@settings(max_examples=60)
def test_round_trip(reading: Reading) -> None:
    line = encode_reading(reading)
    assert "\n" not in line
    assert decode_reading(line) == reading
    assert decode_reading(line.encode()) == reading


def mutated(**changes: object) -> str:
    """The line of SMALL with fields of its statement changed; a None leaves the field out."""
    whole = json.loads(encode_reading(SMALL))
    statement = whole["statements"][0]
    for name, value in changes.items():
        statement[name] = value
        if value is None:
            del statement[name]
    return json.dumps(whole)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("", "truncated"),
        ("no json", "malformed"),
        ("[]", "object"),
        ("{}", "document"),
        (b"\xff\xfe{}", "reading"),
        (mutated(form="spoken"), "spoken"),
        (mutated(form=None), "form"),
        (mutated(id=7), "str"),
        (mutated(score="0.5"), "float"),
        (mutated(content=[[5, 5]]), "Span\\(5, 5\\)"),
        (mutated(content=[[9, 5]]), "Span\\(9, 5\\)"),
        (mutated(content=[[-1, 5]]), "Span\\(-1, 5\\)"),
        (mutated(content=[["2", "5"]]), "int"),
        (mutated(content=[[2]]), "length"),
        (mutated(content=[2, 10]), "array"),
        (encode_reading(SMALL) + "{}", "trailing|malformed"),
    ],
)
def test_what_is_no_reading(line: str | bytes, told: str) -> None:
    with pytest.raises(RecordError, match=f"(?s)not a reading.*{told}.*--format reading"):
        decode_reading(line)


@pytest.mark.parametrize("line", [mutated(mood="grim"), mutated(content=[[2, 10, 12]])])
def test_one_too_many_is_no_reading(line: str) -> None:
    with pytest.raises(RecordError):
        decode_reading(line)


def test_a_row_is_complete_in_itself() -> None:
    (row,) = statement_rows(SMALL)
    assert row["document"] == "a1"
    assert row["words"] == {"source": ["Ruiz"], "cue": ["said"], "content": ["It opens"]}
    assert (row["outlet"], row["published"], row["title"], row["url"]) == ("The Post", "2025-03-14", "Gate", None)
    assert row["made_by"] == {"version": "0", "model": None, "roster": None}
    assert json.loads(encode_row(row))["content"] == [[2, 10]]


def test_a_row_has_what_the_scorer_reads() -> None:
    row = json.loads(encode_row(statement_rows(SMALL)[0]))
    assert [key for key in SCORED if key not in row] == []


def test_no_statements_no_rows() -> None:
    assert statement_rows(msgspec.structs.replace(SMALL, statements=())) == []


@pytest.mark.parametrize(
    ("act", "force", "codes"),
    [
        ("promise", None, ("AGREE", "030")),
        ("demand", "urge", ("REQUEST", "020")),
        ("demand", "order", ("REQUEST", "100")),
        ("demand", None, ("REQUEST", "100")),
        ("state", None, (None, "010")),
        ("deny", None, (None, "016")),
        (None, None, (None, None)),
    ],
)
def test_a_row_has_the_codes_of_event_data(act: Act | None, force: Force | None, codes: tuple[str | None, str]) -> None:
    reading = reading_of("{1s Ana} {1q said} {1c it}")
    statement = msgspec.structs.replace(reading.statements[0], act=act, force=force)
    (row,) = statement_rows(msgspec.structs.replace(reading, statements=(statement,)))
    assert (row["plover"], row["cameo"]) == codes


def test_every_act_has_its_codes() -> None:
    assert set(PLOVER) == set(CAMEO) == set(get_args(Act))
