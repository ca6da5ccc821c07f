"""Corrections, applied on top of readings. In: a connection with its transaction begun; out: rows as the corrections
have them. What was read stays in ``statement_records``; a row is made from it anew each time, so that what is undone
leaves no trace in it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, Select, and_, or_, select, true, update

from sayso.errors import LedgerError, MissingError
from sayso.ledger.correction import (
    OF_PEOPLE,
    Correction,
    KeptCorrection,
    Person,
    check_correction,
    corrected,
    moment_of,
)
from sayso.ledger.fulltext import index_words, unindex_words
from sayso.ledger.grouping import regroup
from sayso.ledger.making import last_of, numbers_in, numbers_of
from sayso.ledger.rows import Body, Row, digest_of, document_of, encode, named_in, named_row
from sayso.ledger.tables import corrections, documents, readings, speakers, statement_records, statements
from sayso.records import Statement

COLUMNS = {"speaker": "speaker", "act": "act", "date": "said_on", "none": "shown"}


def keep(connection: Connection, correction: Correction) -> int:
    """Keep a correction and apply it; its number. One that is there already changes nothing, but that it may be undone
    by now. Raises LedgerError for one that cannot be."""
    check_correction(correction)
    made = msgspec.structs.replace(correction, undone_by=None, undone_at=None)
    uid = digest_of(encode(made))
    row = connection.execute(select(corrections).where(corrections.c.uid == uid)).mappings().first()
    if row is None:
        number = last_of(connection, corrections) + 1
        if not correction.undone_at:
            refuse_contradiction(connection, correction)
        connection.execute(
            corrections.insert().values(
                id=number, uid=uid, record=encode(made), kind=correction.kind,
                address=correction.statement.address if correction.statement else None,
                **{name: getattr(correction, name) for name in ("by", "made_at", "undone_by", "undone_at")},
            )
        )  # fmt: skip
    else:
        number = int(row["id"])
        if not correction.undone_at or row["undone_at"]:
            return number
        undone = {"undone_by": correction.undone_by, "undone_at": correction.undone_at}
        connection.execute(update(corrections).where(corrections.c.id == number).values(**undone))
    apply(connection, correction)
    return number


def undo(connection: Connection, number: int, by: str, at: str) -> Correction:
    """Take a correction back. Raises LedgerError where there is none of that number, or it is undone."""
    row = connection.execute(select(corrections).where(corrections.c.id == number)).mappings().first()
    if row is None:
        raise MissingError(f"there is no correction {number}; `sayso correct list` names them.")
    if row["undone_at"]:
        raise LedgerError(f"correction {number} was undone by {row['undone_by']} at {row['undone_at']}.")
    connection.execute(update(corrections).where(corrections.c.id == number).values(undone_by=by, undone_at=at))
    correction = correction_of(dict(row) | {"undone_by": by, "undone_at": at})
    apply(connection, correction)
    return correction


def kept(connection: Connection) -> list[KeptCorrection]:
    """All corrections, in the order in which they came."""
    rows = connection.execute(select(corrections).order_by(corrections.c.id)).mappings()
    return [
        KeptCorrection(
            number=row["id"],
            applied=row["undone_at"] is None and (row["statement"] is not None or row["kind"] in OF_PEOPLE),
            correction=correction_of(dict(row)),
        )
        for row in rows
    ]


def correction_of(row: Row) -> Correction:
    made = msgspec.json.decode(row["record"], type=Correction)
    return msgspec.structs.replace(made, undone_by=row["undone_by"], undone_at=row["undone_at"])


def apply(connection: Connection, correction: Correction) -> None:
    """Apply what is said of a correction's statement, or of its people."""
    if correction.statement:
        apply_to(connection, correction.statement.address)
    else:
        join_people(connection)


def apply_to(connection: Connection, address: str) -> None:
    """Apply all that is said of a document's statements, to the newest reading."""
    said: dict[int, list[Correction]] = defaultdict(list)
    for row, correction in in_time(connection, corrections.c.address == address):
        if row["statement"] is not None:
            said[row["statement"]] += []  # what was said of it may hold no longer
        number = None if correction.undone_at else statement_of(connection, correction)
        if number is not None:
            said[number].append(correction)
        if number != row["statement"]:
            connection.execute(update(corrections).where(corrections.c.id == row["id"]).values(statement=number))
    for number in sorted(said):
        rewrite(connection, number, said[number])
    if said:
        regroup(connection, said)


def statement_of(connection: Connection, correction: Correction) -> int | None:
    """The statement that a correction is of, in the newest reading of its document: the one of its id, else the only
    one with its words. None where there is none: it is never moved to one that is merely like it."""
    quoted = correction.statement
    if quoted is None:
        return None
    rows = newest(quoted.address)
    number = connection.scalar(rows.where(statements.c.uid == quoted.id))
    if number is not None:
        return int(number)
    same = connection.scalars(rows.where(statements.c.content == quoted.content)).all()
    return same[0] if len(same) == 1 else None


def newest(address: str) -> Select[Any]:
    """The numbers of the statements in the newest reading of a document, those that are none among them."""
    return (
        select(statements.c.id)
        .join(readings, statements.c.reading == readings.c.id)
        .join(documents, readings.c.document == documents.c.id)
        .where(documents.c.address == address, readings.c.shown == true())
    )


def rewrite(connection: Connection, number: int, said: Sequence[Correction]) -> None:
    """Make a statement's row anew from what was read and what is said of it, the last word counting."""
    row = dict(connection.execute(record_of(number)).mappings().one())
    document = document_of(row["about"], row["text"])
    statement = msgspec.json.decode(row["record"], type=Statement)
    cast = msgspec.json.decode(row["reading_record"], type=Body).cast
    for correction in said:
        statement = corrected(statement, correction)
    members = named_in(statement, cast)
    made, _ = numbers_in(connection, [statement], [members]).row_of(document, statement, row["number"], members)
    made["corrected"] = " ".join(dict.fromkeys(COLUMNS[c.kind] for c in said)) or None
    made["shown"] = row["reading_shown"] and all(c.kind != "none" for c in said)
    unindex_words(connection, [row])
    connection.execute(update(statements).where(statements.c.id == number).values(**made))
    index_words(connection, [{**made, "id": number}])


def record_of(number: int) -> Select[Any]:
    """A statement's row with what it was made from."""
    return (
        select(
            statements, statement_records.c.record, documents.c.text, documents.c.record.label("about"),
            readings.c.record.label("reading_record"), readings.c.shown.label("reading_shown"),
        )
        .join(statement_records, statement_records.c.statement == statements.c.id)
        .join(readings, statements.c.reading == readings.c.id)
        .join(documents, statements.c.document == documents.c.id)
        .where(statements.c.id == number)
    )  # fmt: skip


def join_people(connection: Connection) -> None:
    """Make those one who are said to be the same, and no others."""
    roots = roots_of(joined(connection, "same"))
    changed: set[int] = set()
    held = select(speakers.c.id, speakers.c.one).where(or_(speakers.c.one != speakers.c.id, speakers.c.id.in_(roots)))
    for number, one in connection.execute(held).all():
        if (root := roots.get(number, number)) != one:
            connection.execute(update(speakers).where(speakers.c.id == number).values(one=root))
            changed.add(number)
    if changed:
        regroup(connection, connection.scalars(select(statements.c.id).where(statements.c.speaker.in_(changed))).all())


def joined(connection: Connection, kind: str) -> list[tuple[int, int]]:
    """The pairs of people of whom it is said that they are the same, or different."""
    said = in_time(connection, and_(corrections.c.kind == kind, corrections.c.undone_at.is_(None)))
    return [people_of(connection, correction) for _, correction in said]


def in_time(connection: Connection, which: ColumnElement[bool]) -> list[tuple[Row, Correction]]:
    """Corrections with their rows, in the order in which they were made, wherever they come from."""
    rows = connection.execute(select(corrections).where(which)).mappings().all()
    said = [(dict(row), correction_of(dict(row))) for row in rows]
    return sorted(said, key=lambda pair: (moment_of(pair[1]), pair[0]["id"]))


def people_of(connection: Connection, correction: Correction) -> tuple[int, int]:
    """The numbers of the two whom a correction names; who is not in the ledger yet is added."""
    rows = [named_row(p.name, p.kind) for p in (correction.who, correction.other) if p]
    numbers = numbers_of(connection, speakers, rows)
    first, second = (numbers[(row["kind"], row["key"])] for row in rows)
    return first, second


def refuse_contradiction(connection: Connection, correction: Correction) -> None:
    """Raises LedgerError where two are said to be one who are said to be different, or the other way round."""
    if correction.kind not in OF_PEOPLE:
        return
    pairs = {kind: joined(connection, kind) for kind in OF_PEOPLE}
    pairs[correction.kind].append(people_of(connection, correction))
    roots = roots_of(pairs["same"])
    for first, second in pairs["different"]:
        if first == second:
            raise LedgerError(f"{name_of(correction.who)} and {name_of(correction.other)} are one row of the ledger.")
        if roots.get(first, first) == roots.get(second, second):
            raise LedgerError(
                f"{name_of(correction.who)} and {name_of(correction.other)}: other corrections say the contrary; see "
                "`sayso correct list`, and take one back by `sayso correct undo`."
            )


def name_of(person: Person | None) -> str:
    return person.name if person else ""


def roots_of(pairs: Iterable[tuple[int, int]]) -> dict[int, int]:
    """Whom each of those who are one is shown as: the second of the last pair that they come together by."""
    roots: dict[int, int] = {}
    for first, second in pairs:
        joined = {roots.get(first, first), roots.get(second, second)}
        roots |= {first: second, second: second}
        roots = {number: second if root in joined else root for number, root in roots.items()}
    return roots
