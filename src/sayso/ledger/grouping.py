"""Statements that are the same, as groups. In: a connection and what new statements tell; out: each has the number
of the first of its group in ``same``, and its keys are kept. A statement joins the group of the one that is most like
it; in two copies of one text each joins its like."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from sqlalchemy import Connection, delete, func, select, true, update

from sayso.ledger.batches import batched
from sayso.ledger.likeness import Told, agree, alike, facts_of, keys_of
from sayso.ledger.rows import Row, figure_key
from sayso.ledger.tables import about, documents, figures, likenesses, speakers, statements

MOST = 200  # candidates of one key that are looked at
COPIED = 200  # characters that a text has at least that is taken for a copy of another


class Grouped(NamedTuple):
    """A statement with its group, and the keys it is found by."""

    told: Told
    keys: tuple[int, ...]


def grouped(connection: Connection, told: Sequence[Told], beside: Sequence[Told] | None = None) -> list[Grouped]:
    """Statements of one document that are not in the ledger's groups yet, each with its group; ``beside`` are all
    statements of the document, where they are more."""
    keys = [keys_of(one) for one in told]
    by_key = candidates(connection, {key for some in keys for key in some.near})
    facts = Counter(key for one in beside or told for key in facts_of(one))
    made: list[Grouped] = []
    for one, (own, near) in zip(told, keys, strict=True):
        others = {other.id: other for key in near for other in by_key[key] if other.id != one.id}
        alone = all(facts[key] == 1 for key in facts_of(one))
        placed = one._replace(same=group_of(one, list(others.values()), alone))
        made.append(Grouped(placed, tuple(dict.fromkeys(own))))
        for key in own:
            by_key[key].append(placed)
    return made


def group_of(one: Told, others: Sequence[Told], alone: bool) -> int:
    """The group that a statement joins; its own where it is like none. Facts that agree in two languages are taken only
    where each of both documents has one statement ``alone`` that tells them."""
    best = max(others, key=lambda other: (alike(one, other), -other.id), default=None)
    if best is not None and alike(one, best):
        return best.same
    if not alone:
        return one.id
    told = [other for other in others if agree(one, other)]
    twice = {other.document for other in told if sum(o.document == other.document for o in told) > 1}
    return min((other.same for other in told if other.document not in twice), default=one.id)


def candidates(connection: Connection, keys: Iterable[int]) -> dict[int, list[Told]]:
    """Those in the ledger that have keys, by key."""
    found: dict[int, list[Told]] = defaultdict(list)
    numbers: dict[int, list[int]] = {}
    for some in batched(sorted(keys)):
        rows = (
            select(likenesses.c.key, statements.c.id)
            .join(statements, likenesses.c.statement == statements.c.id)
            .where(likenesses.c.key.in_(some), statements.c.shown == true())
            .order_by(likenesses.c.key, statements.c.id)
        )
        for key, number in connection.execute(rows):
            numbers.setdefault(key, []).append(number)
    told = {one.id: one for one in told_of(connection, {n for some in numbers.values() for n in some[:MOST]})}
    for key, some in numbers.items():
        found[key] = [told[n] for n in some[:MOST]]
    return found


def told_of(connection: Connection, numbers: Iterable[int]) -> list[Told]:
    """What statements in the ledger tell, in their order."""
    told: list[Told] = []
    for some in batched(sorted(numbers)):
        measures, names = linked(connection, some)
        rows = (
            select(statements, documents.c.lang, speakers.c.one)
            .join(documents, statements.c.document == documents.c.id)
            .join(speakers, statements.c.speaker == speakers.c.id)
            .where(statements.c.id.in_(some))
            .order_by(statements.c.id)
        )
        told += [
            told_by(row, row["one"], measures[row["id"]], names[row["id"]])
            for row in map(dict, connection.execute(rows).mappings())
        ]
    return told


def linked(connection: Connection, numbers: Sequence[int]) -> tuple[dict[int, set[str]], dict[int, set[int]]]:
    """The figures and the names in statements, by their numbers."""
    measures: dict[int, set[str]] = defaultdict(set)
    names: dict[int, set[int]] = defaultdict(set)
    for row in connection.execute(select(figures).where(figures.c.statement.in_(numbers))).mappings():
        measures[row["statement"]].add(figure_key(dict(row)))
    rows = select(about.c.statement, speakers.c.one).join(speakers).where(about.c.statement.in_(numbers))
    for statement, one in connection.execute(rows):
        names[statement].add(one)
    return measures, names


def told_by(row: Row, speaker: int, measures: Iterable[str], names: Iterable[int]) -> Told:
    """What a row tells; ``speaker`` and ``names`` are the numbers of whom they are one with."""
    plain: dict[str, Any] = {
        name: row[name] for name in ("id", "same", "document", "lang", "day", "start", "stop", "content", "act")
    }
    return Told(
        **plain,
        speaker=speaker,
        stems=tuple(row["stems"].split()),
        figures=frozenset(measures),
        names=frozenset(names),
    )


def copies(connection: Connection, uids: Iterable[str]) -> dict[str, int]:
    """The groups of statements in the ledger by id: one that has the same id stands in the same text. Of a text of a
    line or two it is not told that one copies the other."""
    found: dict[str, int] = {}
    for some in batched(sorted(uids)):
        rows = (
            select(statements.c.uid, func.min(statements.c.same).label("same"))
            .join(documents, statements.c.document == documents.c.id)
            .where(statements.c.uid.in_(some), statements.c.shown == true(), func.length(documents.c.text) >= COPIED)
        )
        found |= {str(row.uid): int(row.same) for row in connection.execute(rows.group_by(statements.c.uid))}
    return found


def key_rows(made: Iterable[Grouped]) -> list[Row]:
    """The rows of the keys by which statements are found."""
    return [{"key": key, "statement": one.told.id} for one in made for key in one.keys]


def regroup(connection: Connection, numbers: Iterable[int]) -> None:
    """Group statements anew, with all whose groups may change by that, as a ledger would that was filled so."""
    members = sorted(neighbours(connection, numbers))
    for some in batched(members):
        connection.execute(delete(likenesses).where(likenesses.c.statement.in_(some)))
        connection.execute(update(statements).where(statements.c.id.in_(some)).values(same=statements.c.id))
    documents_of: list[tuple[int, int, str]] = []
    for some in batched(members):
        shown = select(statements.c.document, statements.c.id, statements.c.uid).where(
            statements.c.id.in_(some), statements.c.shown == true()
        )
        documents_of += [(row.document, row.id, row.uid) for row in connection.execute(shown.order_by(statements.c.id))]
    for document, rows in groupby(documents_of, key=lambda row: row[0]):
        place(connection, document, {number: uid for _, number, uid in rows})


def place(connection: Connection, document: int, uids: dict[int, str]) -> None:
    """Group statements of a document that have no group and no keys, by their numbers and ids."""
    every = connection.scalars(
        select(statements.c.id).where(statements.c.document == document, statements.c.shown == true())
    ).all()
    beside = told_of(connection, every)
    made = grouped(connection, [one for one in beside if one.id in uids], beside)
    if keys := key_rows(made):
        connection.execute(likenesses.insert(), keys)
    known = copies(connection, uids.values())
    same = {number: known.get(uid, number) for number, uid in uids.items()}
    same |= {told.id: told.same for told, _ in made if told.same != told.id}
    for number, group in same.items():
        if group != number:
            connection.execute(update(statements).where(statements.c.id == number).values(same=group))


def neighbours(connection: Connection, numbers: Iterable[int]) -> set[int]:
    """Statements, those of their groups, those that are like one of them or copies of it, and so on."""
    seen: set[int] = set()
    further = set(numbers)
    while further:
        seen |= further
        further = (members_of(connection, further) | like(connection, further)) - seen
    return seen


def members_of(connection: Connection, numbers: Iterable[int]) -> set[int]:
    """All statements in the groups of some."""
    found: set[int] = set()
    for some in batched(sorted(numbers)):
        groups = set(connection.scalars(select(statements.c.same).where(statements.c.id.in_(some))))
        for more in batched(sorted(groups)):
            found |= set(connection.scalars(select(statements.c.id).where(statements.c.same.in_(more))))
    return found


def like(connection: Connection, numbers: Iterable[int]) -> set[int]:
    """The shown statements that are like one of some, or copies of it."""
    found: set[int] = set()
    for some in batched(sorted(numbers)):
        told = told_of(connection, some)
        near = [keys_of(one).near for one in told]
        by_key = candidates(connection, {key for keys in near for key in keys})
        for one, keys in zip(told, near, strict=True):
            others = {other.id: other for key in keys for other in by_key[key]}
            found |= {other.id for other in others.values() if alike(one, other) or agree(one, other)}
        of_some = select(statements.c.uid).where(statements.c.id.in_(some), statements.c.shown == true())
        for more in batched(sorted(set(connection.scalars(of_some)))):
            copied = select(statements.c.id).where(statements.c.uid.in_(more), statements.c.shown == true())
            found |= set(connection.scalars(copied))
    return found
