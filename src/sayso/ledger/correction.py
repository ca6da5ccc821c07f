"""What a person says of a reading, as a frozen record that can leave one ledger and enter another. It names what it is
about by itself: a statement by its document and its exact words, people by name and kind."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Literal, get_args

import msgspec

from sayso.clean.date import check_date
from sayso.errors import InputError, LedgerError
from sayso.records import Act, ActReading, Speaker, SpeakerKind, Statement, When
from sayso.spans import hull

RULE = "correction"  # the rule of what a person said
Kind = Literal["speaker", "act", "date", "none", "same", "different"]
OF_PEOPLE: tuple[Kind, ...] = ("same", "different")


class Person(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Somebody, by name and kind; of a speaker also the role and the side, None for none."""

    name: str
    kind: SpeakerKind = "person"
    role: str | None = None
    side: str | None = None


class Quoted(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A statement as it can be found again: its document's address, its id, and the exact words of its content with
    where they began. Of a later text with other statements the one is meant whose content has these words, if there is
    one alone."""

    address: str
    id: str
    content: str
    start: int


class Correction(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A correction. ``kind`` says what: the statement's ``speaker`` is ``who``; its ``act`` or ``date`` is ``value``;
    it is ``none``; ``who`` and ``other`` are the ``same`` or ``different``. ``by`` said so at ``made_at`` (ISO 8601);
    ``undone_by`` took it back at ``undone_at``."""

    kind: Kind
    by: str
    made_at: str
    statement: Quoted | None = None
    value: str | None = None
    who: Person | None = None
    other: Person | None = None
    note: str | None = None
    undone_by: str | None = None
    undone_at: str | None = None


class KeptCorrection(msgspec.Struct, frozen=True, kw_only=True):
    """A correction in a ledger: its number there, and whether it is applied; one that is not undone and not applied has
    lost its statement."""

    number: int
    applied: bool
    correction: Correction


def now() -> str:
    """The moment, as a correction tells it: so fine that one made again after its undoing is another."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")


def read_corrections(text: str, name: str) -> list[Correction]:
    """The corrections of JSON Lines. Raises LedgerError, which names the line, for one that is none."""
    found = []
    for number, line in enumerate(text.split("\n"), 1):  # and no other line end, for JSON may hold those
        if line.strip():
            try:
                correction = msgspec.json.decode(line, type=Correction)
                check_correction(correction)
            except (msgspec.DecodeError, LedgerError) as error:
                raise LedgerError(f"{name}: line {number} is no correction: {error} Nothing was taken.") from error
            found.append(correction)
    return found


def check_correction(correction: Correction) -> None:
    """Raises LedgerError for a correction that says nothing, or what cannot be."""
    c = correction
    if c.kind in OF_PEOPLE:
        if c.who is None or c.other is None:
            raise LedgerError(f"a correction of the kind {c.kind!r} names two; give who and other.")
    elif c.statement is None:
        raise LedgerError(f"a correction of the kind {c.kind!r} is of a statement; name it.")
    if c.kind == "speaker" and c.who is None:
        raise LedgerError("a correction of the speaker names one; give who.")
    if c.kind == "act" and c.value not in get_args(Act):
        raise LedgerError(f"{c.value!r} is no act; the acts are {', '.join(get_args(Act))}.")
    if c.kind == "date" and not is_day(c.value or ""):
        raise LedgerError(f"{c.value!r} is no date; give 2025, 2025-03 or 2025-03-14.")
    if c.kind == "date" and int((c.value or "")[:4]) > datetime.now(UTC).year + 1:
        raise LedgerError(f"{c.value!r} has not come yet, and nothing was said on it.")
    if any(p and not p.name.strip() for p in (c.who, c.other)) or not c.by.strip():
        raise LedgerError("a name is empty; give one.")
    if c.kind in OF_PEOPLE and any(p and p.kind in ("unnamed", "group") for p in (c.who, c.other)):
        raise LedgerError("who is only described may be somebody else in the next article; correct the statements.")
    moment_of(c)


def moment_of(correction: Correction) -> datetime:
    """When a correction was made. Raises LedgerError where it does not tell."""
    try:
        made = datetime.fromisoformat(correction.made_at)
    except ValueError:
        raise LedgerError(f"{correction.made_at!r} is no time; give 2025-03-14T15:09:26+00:00.") from None
    return made if made.tzinfo else made.replace(tzinfo=UTC)


def is_day(value: str) -> bool:
    """Whether a text is an ISO prefix of the calendar."""
    try:
        return check_date(value, "date") == value
    except InputError:
        return False


def corrected(statement: Statement, correction: Correction) -> Statement:
    """The statement as a correction has it, as far as the ledger's rows go: a date that somebody told stands in no
    words, and has the span of what it is of."""
    c = correction
    if c.kind == "speaker" and c.who:
        named = msgspec.structs.asdict(c.who)
        return msgspec.structs.replace(statement, speaker=Speaker(**named, rule=RULE, confidence=1.0))
    if c.kind == "act":
        act: Act = c.value  # type: ignore[assignment]
        acts = (ActReading(act=act, rule=RULE, confidence=1.0),)
        return msgspec.structs.replace(statement, act=act, acts=acts, force=None)
    if c.kind == "date":
        return msgspec.structs.replace(statement, said_on=When(span=hull(statement.content), value=c.value, rule=RULE))
    return statement
