"""One statement as several outlets carry it. In: a connection and a statement's number; out: the variants of its group,
the oldest first, each with how it differs from the first."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

import msgspec
from sqlalchemy import Connection, select, true

from sayso.ledger.hit import Difference, Variant
from sayso.ledger.leaving import claims_in
from sayso.ledger.search import hit_of, rows_of
from sayso.ledger.stems import stems_of
from sayso.ledger.tables import statements

COMPARED = ("act", "form", "condition", "cue", "figures")


def variants_of(connection: Connection, group: int, most: int) -> list[Variant]:
    """The variants of a group, at most so many."""
    numbers = connection.scalars(
        select(statements.c.id)
        .where(statements.c.same == group, statements.c.shown == true())
        .order_by(statements.c.day, statements.c.id)
        .limit(most)
    ).all()
    rows, claimed = rows_of(connection, numbers), claims_in(connection, numbers)
    hits = [hit_of(rows[number], f"{rows[number]['day']}/{number}", ()) for number in numbers]
    told = [
        {**msgspec.structs.asdict(hit), "figures": ", ".join(claim.words for claim in claimed[number]) or None}
        for hit, number in zip(hits, numbers, strict=True)
    ]
    return [Variant(hit, tuple(differences(told[0], one))) for hit, one in zip(hits, told, strict=True)]


def differences(first: dict[str, str | None], here: dict[str, str | None]) -> Iterator[Difference]:
    """How one differs from the first."""
    for field in COMPARED:
        one, other = first[field], here[field]
        alone = field in ("act", "form") or first["lang"] == here["lang"] or None in (one, other)
        if alone and folded_words(one) != folded_words(other):
            yield Difference(field, one or None, other or None)
    if first["lang"] == here["lang"]:
        yield from differing_words(first["content"] or "", here["content"] or "")


def folded_words(text: str | None) -> list[str]:
    return [word.stem for word in stems_of(text or "")]


def differing_words(first: str, here: str) -> Iterator[Difference]:
    """The stretches of words that one content has and the other has not, or has otherwise."""
    one, other = list(stems_of(first)), list(stems_of(here))
    matcher = SequenceMatcher(None, [w.stem for w in one], [w.stem for w in other], autojunk=False)
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind != "equal":
            left = first[one[a].start : one[b - 1].stop] if b > a else None
            right = here[other[c].start : other[d - 1].stop] if d > c else None
            yield Difference("words", left, right)
