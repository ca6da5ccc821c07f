"""The newest statements that a query finds, as much of them as is counted and drawn. In: a connection, a Query and how
many; out: a Sample. A page stays fast however large the ledger is, and says how far its counts go."""

from __future__ import annotations

from collections import defaultdict

import msgspec
from sqlalchemy import Connection, select

from sayso.ledger.batches import batched
from sayso.ledger.conditions import Asked
from sayso.ledger.entry import Claim
from sayso.ledger.joins import ONES, TOLD
from sayso.ledger.leaving import claims_in
from sayso.ledger.query import Query
from sayso.ledger.search import newest
from sayso.ledger.tables import about, documents, sides, speakers, statements
from sayso.records import Act, Form, SpeakerKind, Stance

TOGETHER = 5_000  # rows that are asked for at once


class Sampled(msgspec.Struct, frozen=True, kw_only=True):
    """A statement, with what is counted of it. ``who`` and ``document`` are the ledger's numbers; ``same`` is that of
    the first statement of its group; ``words`` is how many words are quoted or reported."""

    number: int
    id: str
    same: int
    document: int
    outlet: str | None
    lang: str
    day: str
    who: int | None
    speaker: str | None
    kind: SpeakerKind | None
    role: str | None
    side: str | None
    form: Form
    act: Act | None
    stance: Stance | None
    condition: str | None
    inside: str | None
    cue: str
    content: str
    words: int


class Sample(msgspec.Struct, frozen=True):
    """Statements, the newest first; ``whole`` where a query finds no others."""

    rows: tuple[Sampled, ...]
    whole: bool


def sample(connection: Connection, query: Query, most: int) -> Sample:
    """The newest statements of a query, at most so many."""
    places = newest(connection, Asked(connection, query), most + 1, None)
    numbers = [number for _, number in places[:most]]
    found: dict[int, Sampled] = {}
    for some in batched(numbers, TOGETHER):
        rows = (
            select(
                statements.c.id.label("number"), statements.c.uid.label("id"), statements.c.same,
                statements.c.document, documents.c.outlet, documents.c.lang, statements.c.day, ONES.c.id.label("who"),
                ONES.c.name.label("speaker"), ONES.c.kind, statements.c.role, sides.c.name.label("side"),
                statements.c.form, statements.c.act, statements.c.stance, statements.c.condition, statements.c.inside,
                statements.c.cue,
                statements.c.content,
            )
            .select_from(TOLD)
            .where(statements.c.id.in_(some))
        )  # fmt: skip
        for row in connection.execute(rows).mappings():
            found[row["number"]] = Sampled(**row, words=len(row["content"].replace("…", " ").split()))
    return Sample(tuple(found[number] for number in numbers), len(places) <= most)


def named_in_sample(connection: Connection, sampled: Sample) -> dict[int, list[tuple[int, str]]]:
    """Who or what is named in the statements of a sample, by their numbers: the ledger's numbers and the names."""
    found: dict[int, list[tuple[int, str]]] = defaultdict(list)
    for some in batched((row.number for row in sampled.rows), TOGETHER):
        rows = (
            select(about.c.statement, ONES.c.id, ONES.c.name)
            .join(speakers, about.c.speaker == speakers.c.id)
            .join(ONES, speakers.c.one == ONES.c.id)
            .where(about.c.statement.in_(some))
        )
        for statement, number, name in connection.execute(rows):
            found[statement].append((number, name))
    return found


def claims_of(connection: Connection, sampled: Sample) -> dict[int, list[Claim]]:
    """The figures in the statements of a sample, by their numbers."""
    found: dict[int, list[Claim]] = defaultdict(list)
    for some in batched(row.number for row in sampled.rows):
        found |= claims_in(connection, some)
    return found
