"""The language of searches: what is read, and at which character it is wrong."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import QueryError
from sayso.ledger.query import FIELDS, Field, Query, Words, as_term, parse_query, write_query


@pytest.mark.parametrize(
    ("text", "words", "fields"),
    [
        ("", (), ()),
        ("ceasefire", (Words("ceasefire"),), ()),
        ('"second gate" -toll', (Words("second gate"), Words("toll", without=True)), ()),
        ("cease* -truc*", (Words("cease", prefix=True), Words("truc", prefix=True, without=True)), ()),
        ('"cease*"', (Words("cease*"),), ()),
        ("side:Russia", (), (Field("side", "Russia"),)),
        ('-via:CBS speaker:"Ana Lima"', (), (Field("via", "CBS", without=True), Field("speaker", "Ana Lima"))),
        ("ACT:Promise since:2025-03", (), (Field("act", "promise"), Field("since", "2025-03"))),
        ("перемирие - lasting", (Words("перемирие"), Words("lasting")), ()),
        ("S-300", (Words("S-300"),), ()),
        ("🙂ok", (Words("🙂ok"),), ()),
        ("'; DROP TABLE statements; --x", (Words("DROP"), Words("TABLE"), Words("statements;")), ()),
    ],
)
def test_what_is_read(text: str, words: tuple[Words, ...], fields: tuple[Field, ...]) -> None:
    if "DROP" in text:
        with pytest.raises(QueryError, match="character 1: "):
            parse_query(text)
        text = text[3:-4]
    assert parse_query(text) == Query(words=words, fields=fields)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('speaker:Lima "second gate', 'character 14: the quotation mark is not closed; add a ". (speaker:Lima ▸"sec'),
        ("gate colour:red", "character 6: colour: is no field; the fields are speaker, via"),
        ("gate speaker:", "character 14: speaker: has no value"),
        ('gate speaker:" "', "character 14: speaker: has no value"),
        ("act:sing", "character 5: act:sing is none of state, promise"),
        ("since:yesterday", "character 7: since:yesterday is no day; write 2025, 2025-03 or 2025-03-14"),
        ("since:2025-13", "is no day"),
        ("has:hope", "character 5: has:hope is none of speaker, via"),
        ("gate !!!", "character 6: '!!!' holds no letter and no digit"),
        ("x" * 2001, "the search has 2001 characters; at most 2000 are taken"),
    ],
)
def test_what_is_wrong(text: str, told: str) -> None:
    with pytest.raises(QueryError) as error:
        parse_query(text)
    assert told in str(error.value)


@given(st.text(max_size=40) | st.lists(st.sampled_from([*FIELDS, ":", '"', "-", "*", " ", "a", "2025"])).map("".join))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        query = parse_query(text)
    except QueryError:
        return
    assert all(any(c.isalnum() for c in w.text) for w in query.words)
    assert all(f.value for f in query.fields)


@pytest.mark.parametrize(
    ("argument", "term"),
    [
        ("gate", "gate"),
        ("second gate", '"second gate"'),
        ("-second gate", '-"second gate"'),
        ("speaker:Ana Lima", 'speaker:"Ana Lima"'),
        ("-speaker:Ana Lima", '-speaker:"Ana Lima"'),
        ('speaker:"Ana Lima"', 'speaker:"Ana Lima"'),
    ],
)
def test_an_argument_is_one_term(argument: str, term: str) -> None:
    assert as_term(argument) == term


def test_what_looks_like_an_option_is_none() -> None:
    with pytest.raises(QueryError, match="--sorted is no option"):
        as_term("--sorted")


@given(st.text(st.sampled_from("ab -:*#\"я.'speakract"), max_size=40))
def test_a_query_is_written_as_it_is_read(text: str) -> None:
    try:
        query = parse_query(text)
    except QueryError:
        return
    assert parse_query(write_query(query)) == query


def test_too_many_terms_are_refused() -> None:
    with pytest.raises(QueryError, match="more than 100 terms"):
        parse_query("a " * 101)
