"""Roles round a name. Each case: a line with names marked, and the role of its last person."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.speakers.roles import gender_of, role_after, role_before, role_in_source, side_of, spelled
from sayso.text import Token
from tests.staged import ENGLISH, SPEAKERS, Scan, scan


def people(token: Token) -> bool:
    return spelled(token, SPEAKERS) in SPEAKERS.person


def read(line: str, role: Callable[[Scan, int, int], str | None]) -> str | None:
    """What a function says of the last person of a line, given where the name begins and ends among the words."""
    s = scan(line)
    name = [n for n in s.names if n.kind == "person"][-1]
    inside = [k for k, t in enumerate(s.words) if name.span.start <= t.start < name.span.stop]
    return role(s, inside[0], inside[-1] + 1)


BEFORE = (
    ("US President {p Ana Lima}", "US President"),
    (
        "On Monday the first deputy chairman of the committee {p Ana Lima} left",
        "first deputy chairman of the committee",
    ),
    ("former minister of Trade and Industry {p Ana Lima}", "former minister of Trade and Industry"),
    ("the company’s founder and director {p Ana Lima}", "company’s founder and director"),
    ("The singer {p Ana Lima} left", "singer"),
    ("On Monday President {p Ana Lima} left", "President"),
    ("Sen. {p Ana Lima} left", "Sen"),
    ("The director, Dr. {p Ana Lima}, left", "director"),
    ("Then Mr {p Rui Costa} left", None),
    ("The board met {p Ana Lima}", None),
    ("It pleased the mayor. {p Ana Lima} left", None),
    ("It pleased the mayor and {p Ana Lima}", None),
    ("So said the mayor\n{p Ana Lima} left", None),
    ("{p Ana Lima}", None),
)


@pytest.mark.parametrize(("line", "role"), BEFORE)
def test_role_before(line: str, role: str | None) -> None:
    assert read(line, lambda s, first, after: s.cut(role_before(s.words, first, people, SPEAKERS))) == role


AFTER = (
    ("{p Ana Lima}, a trader from Odesa, said", "trader from Odesa"),
    ("{p Ana Lima}, the port's director. She left", "port's director"),
    ("{p Ana Lima} (mayor of Porto) said", "mayor of Porto"),
    ("{p Ana Lima} — the mayor — said", "mayor"),
    ("{p Ana Lima}, the US envoy to Ukraine, said", "US envoy to Ukraine"),
    ("{p Ana Lima}, adviser to the mayor, said", "adviser to the mayor"),
    ("{p Ana Lima}, 54, a nurse, said", None),
    (
        "{p Ana Lima}, minister of Immigration, Refugees and Citizenship, said",
        "minister of Immigration, Refugees and Citizenship",
    ),
    ("{p Ana Lima}, who is the mayor, said", None),
    ("{p Ana Lima}, the mayor said, left", None),
    ("{p Ana Lima} the mayor", None),
    ("{p Ana Lima}, in Porto, said", None),
    ("{p Ana Lima}, a\nnurse", None),
    ("{p Ana Lima},", None),
    ("{p Ana Lima}", None),
)


@pytest.mark.parametrize(("line", "role"), AFTER)
def test_role_after(line: str, role: str | None) -> None:
    verbs = ENGLISH.speech | ENGLISH.auxiliaries
    assert read(line, lambda s, first, after: s.cut(role_after(s.words, after, people, SPEAKERS, verbs))) == role


IN_SOURCE = (
    ("US President {p Ana Lima}", "US President"),
    ("the architect {p Ana Lima}", "architect"),
    ("{p Ana Lima}, the port's director", "port's director"),
    ("the mayor of {l Valencia}, engineer {p Ana Lima}", "mayor of Valencia, engineer"),
    ("its spokesman, {p Rui Costa}", "spokesman"),
    ("{p Ana Lima}", None),
    ("{p A. Costa}", None),
    ("Mr. {p Rui Costa}", None),
    ("Mrs {p Eva Costa}", None),
    ("{p Ana Lima}, 54", None),
    ("the mayor", None),
)


@pytest.mark.parametrize(("line", "role"), IN_SOURCE)
def test_role_in_source(line: str, role: str | None) -> None:
    s = scan(line)
    assert s.phrase is not None
    assert s.cut(role_in_source(s.phrase, people, SPEAKERS)) == role


@pytest.mark.parametrize(
    ("words", "gender"),
    [
        ("spokeswoman", "f"),
        ("spokesman", "m"),
        ("mr", "m"),
        ("mrs", "f"),
        ("dr", None),
        ("mayor of porto", None),
        ("king and queen", None),
        ("", None),
    ],
)
def test_gender(words: str, gender: str | None) -> None:
    assert gender_of(words.split(), SPEAKERS) == gender


SIDES = (
    # the words of a role, the countries it names, the article's home, the side
    ("french president", ["France"], None, "France"),
    ("french resident", ["France"], None, None),
    ("former french president", ["France"], None, None),
    ("professor of defence", ["France"], None, None),
    ("president of a french bank", ["France"], None, None),
    ("president of a french football club", ["France"], None, None),
    ("president of the french chamber union", ["France"], None, None),
    ("federal officials", [], "Canada", "Canada"),
    ("federal officials", [], None, None),
    ("officials", [], "Canada", None),
    ("minister for ukraine of france", ["France", "Ukraine"], None, "France"),
    ("president", [None, "France"], None, "France"),
    ("", ["France"], "France", None),
)


@pytest.mark.parametrize(("words", "named", "home", "side"), SIDES)
def test_side(words: str, named: list[str | None], home: str | None, side: str | None) -> None:
    assert side_of(words.split(), named, home, SPEAKERS) == side
