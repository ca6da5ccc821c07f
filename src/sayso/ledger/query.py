"""What somebody searches for. In: *ceasefire speaker:"Ana Lima" -via:CBS since:2025-03*; out: one frozen Query. Errors
point at the character.

Words and "phrases" are looked for in what is said; a word that ends in an asterisk is the beginning of one. FIELD:VALUE
narrows; several values of one field widen it, and - before anything leaves it out.
"""

from __future__ import annotations

import re
from typing import get_args

import msgspec

from sayso.errors import QueryError
from sayso.languages import READABLE
from sayso.ledger.stems import stems_of
from sayso.records import Act, Form, SpeakerKind, Stance

FIELDS = {
    "speaker": "who said it: a name or part of one, in either script",
    "via": "who passed it on",
    "to": "to whom it was said",
    "about": "who or what is named in what is said",
    "side": "the country or bloc that is spoken for, in English",
    "outlet": "where it was published",
    "kind": "the speaker's kind",
    "act": "the act",
    "form": "the form",
    "stance": "how the article words it",
    "lang": "the article's language",
    "has": "what must be known of it",
    "since": "the first day: 2025, 2025-03 or 2025-03-14; by the day of saying, else that of publication",
    "until": "the last day",
}
KNOWN = ("speaker", "via", "to", "side", "venue", "condition", "figures", "said_on")
VALUES: dict[str, tuple[str, ...]] = {
    "kind": get_args(SpeakerKind),
    "act": get_args(Act),
    "form": get_args(Form),
    "stance": get_args(Stance),
    "lang": tuple(READABLE),
    "has": KNOWN,
}
DAY = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?", re.ASCII)
PLAIN_WORD = re.compile(r"[\w#][\w#.-]*")
FIELD = re.compile(r"([A-Za-z_]+):")
LONGEST = 2_000  # characters of a search
MOST = 100  # terms of one


class Words(msgspec.Struct, frozen=True):
    """A word, or several in a row; ``prefix`` where it is the beginning of one; ``without`` where it must not be
    there."""

    text: str
    prefix: bool = False
    without: bool = False


class Field(msgspec.Struct, frozen=True):
    """A field with its value; ``without`` where it must not have it."""

    name: str
    value: str
    without: bool = False


class Query(msgspec.Struct, frozen=True):
    """A search: the words, and the fields."""

    words: tuple[Words, ...] = ()
    fields: tuple[Field, ...] = ()

    @property
    def wanted(self) -> list[Words]:
        """The words that must be there."""
        return [w for w in self.words if not w.without]


def parse_query(text: str) -> Query:
    """The query of a text. Raises QueryError, which names the character."""
    text = text.encode("utf-8", "replace").decode()  # bytes of a command line that are none
    if len(text) > LONGEST:
        raise QueryError(f"the search has {len(text)} characters; at most {LONGEST} are taken.")
    words: list[Words] = []
    fields: list[Field] = []
    at = 0
    while at < len(text):
        if text[at].isspace():
            at += 1
            continue
        at = read_term(text, at, words, fields)
        if len(words) + len(fields) > MOST:
            raise QueryError(f"the search has more than {MOST} terms; leave some out.")
    return Query(words=tuple(words), fields=tuple(fields))


def write_query(query: Query) -> str:
    """The text of a query: the inverse of ``parse_query``."""
    words = (f"{minus(w)}{told(w.text, w.prefix)}{'*' if w.prefix else ''}" for w in query.words)
    fields = (f"{minus(f)}{f.name}:{told(f.value)}" for f in query.fields)
    return " ".join((*words, *fields))


def minus(term: Words | Field) -> str:
    return "-" if term.without else ""


def told(value: str, bare: bool = False) -> str:
    """A value as it is written: in quotation marks unless it is plainly one word."""
    return value if bare or '"' in value or PLAIN_WORD.fullmatch(value) else f'"{value}"'


def as_term(argument: str) -> str:
    """An argument of a command line as one term: what held its words together there was taken away by the shell.
    Raises QueryError for what looks like an option."""
    if argument.startswith("--"):
        raise QueryError(f"{argument} is no option of a search; `sayso search --help` lists them.")
    if '"' in argument or not any(c.isspace() for c in argument):
        return argument
    minus = "-" if argument.startswith("-") else ""
    field = FIELD.match(argument, len(minus))
    begin = field.end() if field else len(minus)
    return f'{argument[:begin]}"{argument[begin:]}"'


def read_term(text: str, at: int, words: list[Words], fields: list[Field]) -> int:
    """Read the term that begins at a character; where the next may begin."""
    start = at
    without = text[at] == "-" and at + 1 < len(text) and not text[at + 1].isspace()
    at += without
    field = FIELD.match(text, at)
    if field is None:
        value, stop, quoted = read_value(text, at)
        prefix = not quoted and value.endswith("*")
        value = value.rstrip("*") if prefix else value
        if any(stems_of(value)):
            words.append(Words(text=value, prefix=prefix, without=without))
        elif quoted or value not in "-–—":
            raise wrong(text, start, f"{value!r} holds no letter and no digit")
        return stop
    name = field[1].casefold()
    if name not in FIELDS:
        raise wrong(text, field.start(), f"{field[1]}: is no field; the fields are {', '.join(FIELDS)}")
    value, stop, _ = read_value(text, field.end())
    if not value.strip():
        raise wrong(text, field.end(), f"{name}: has no value; give one right after the colon, {FIELDS[name]}")
    fields.append(Field(name=name, value=checked(text, field.end(), name, value.strip()), without=without))
    return stop


def read_value(text: str, at: int) -> tuple[str, int, bool]:
    """A word or what stands in quotation marks, where it ends, and whether it was quoted."""
    if at < len(text) and text[at] == '"':
        stop = text.find('"', at + 1)
        if stop < 0:
            raise wrong(text, at, 'the quotation mark is not closed; add a "')
        return text[at + 1 : stop], stop + 1, True
    stop = at
    while stop < len(text) and not text[stop].isspace():
        stop += 1
    return text[at:stop], stop, False


def checked(text: str, at: int, name: str, value: str) -> str:
    """A field's value, where it may have it."""
    allowed = VALUES.get(name)
    if allowed:
        value = value.casefold()
        if value not in allowed:
            raise wrong(text, at, f"{name}:{value} is none of {', '.join(allowed)}")
    if name in ("since", "until") and not DAY.fullmatch(value):
        raise wrong(text, at, f"{name}:{value} is no day; write 2025, 2025-03 or 2025-03-14")
    return value


def wrong(text: str, at: int, why: str) -> QueryError:
    """The error at a character of a search, counted from 1."""
    return QueryError(f"search, character {at + 1}: {why}. ({text[:at][-30:]}▸{text[at:][:30]})")
