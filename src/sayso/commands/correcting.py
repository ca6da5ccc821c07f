"""`sayso correct`: what a person says of a reading, kept apart from it and applied on top."""

from __future__ import annotations

import getpass
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, get_args

import click
import msgspec

from sayso.commands.group import count, main
from sayso.commands.keeping import LEDGER_HELP
from sayso.errors import LedgerError, MissingError
from sayso.ledger.correction import Correction, Kind, Person, now, read_corrections
from sayso.records import Act, SpeakerKind
from sayso.terminal import make_console, plain, show_corrections

if TYPE_CHECKING:
    from sayso.ledger.ledger import Ledger

Command = TypeVar("Command", bound=Callable[..., Any])


def user() -> str:
    """The name of who is at the keyboard, where the system tells it."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "unknown"


def ledger_option(command: Command) -> Command:
    return click.option("--ledger", "where", help=LEDGER_HELP)(command)


def who_options(command: Command) -> Command:
    """Who says so, and why."""
    command = click.option("--note", help="Why.")(command)
    command = click.option("--by", default=user, help="Who says so; else your name on this machine.")(command)
    return ledger_option(command)


kind_option = click.option(
    "--kind", type=click.Choice(get_args(SpeakerKind)), help="The speaker's kind, where the name has several."
)


@main.group("correct")
def correct_group() -> None:
    """Correct what was read: a statement's speaker, act or date, that it is none, or who is one with whom.

    Corrections are kept apart from what was read, with who said so and when. They hold for later readings of the same
    article, and can be undone, taken out (`list --format jsonl`) and taken into another ledger (`import`).
    """


@correct_group.command("statement")
@click.argument("id", metavar="ID")
@click.option("--speaker", help="Who said it: a whole name, in the ledger already or not.")
@kind_option
@click.option("--role", help="The speaker's role.")
@click.option("--side", help="The country or bloc that the speaker speaks for, in English.")
@click.option("--act", type=click.Choice(get_args(Act)), help="What kind of act it is.")
@click.option("--date", help="When it was said: 2025-03-14, 2025-03 or 2025.")
@click.option("--none", "is_none", is_flag=True, help="It is no statement.")
@who_options
def statement_command(
    id: str, speaker: str | None, kind: SpeakerKind | None, role: str | None, side: str | None, act: str | None,
    date: str | None, is_none: bool, where: str | None, by: str, note: str | None,
) -> None:  # fmt: skip
    """Correct a statement. ID is its id, or the beginning of it, as `sayso search` tells it.

    A speaker is corrected with all that is told of him: without --role and --side he has none.
    """
    from sayso.ledger.ledger import Ledger

    if not speaker and (kind or role or side):
        raise click.UsageError("--kind, --role and --side are the speaker's; give --speaker too.")
    said: list[tuple[Kind, str | None]] = [("speaker", None)] if speaker else []
    said += [("act", act)] if act else []
    said += [("date", date)] if date else []
    said += [("none", None)] if is_none else []
    if not said:
        raise click.UsageError("say what to correct: --speaker, --act, --date or --none.")
    with Ledger(where, make=False) as ledger:
        if speaker and kind is None:
            kind = kind_of(ledger, speaker)
        who = Person(name=speaker, kind=kind or "person", role=role or None, side=side or None) if speaker else None
        told = [(named, value, who if named == "speaker" else None) for named, value in said]
        corrections = [
            Correction(kind=named, by=by, made_at=now(), statement=statement, value=value, who=person, note=note)
            for statement in ledger.statements_named(id)
            for named, value, person in told
        ]
        for number in ledger.correct_all(corrections):
            tell(number)


def kind_of(ledger: Ledger, name: str) -> SpeakerKind:
    """The kind of who has a name in the ledger; a person where nobody has it. Raises LedgerError where several have."""
    try:
        return ledger.person_named(name).kind
    except MissingError:
        return "person"


@correct_group.command("same")
@click.argument("name")
@click.argument("other")
@kind_option
@who_options
def same_command(name: str, other: str, kind: SpeakerKind | None, where: str | None, by: str, note: str | None) -> None:
    """Say that NAME and OTHER are one; they are shown as OTHER."""
    correct_people("same", name, other, kind, where, by, note)


@correct_group.command("different")
@click.argument("name")
@click.argument("other")
@kind_option
@who_options
def different_command(
    name: str, other: str, kind: SpeakerKind | None, where: str | None, by: str, note: str | None
) -> None:
    """Say that NAME and OTHER are two, so that nobody makes them one."""
    correct_people("different", name, other, kind, where, by, note)


def correct_people(
    what: Kind, name: str, other: str, kind: SpeakerKind | None, where: str | None, by: str, note: str | None
) -> None:
    """Keep what is said of two people."""
    from sayso.ledger.ledger import Ledger

    with Ledger(where, make=False) as ledger:
        first, second = ledger.person_named(name, kind), ledger.person_named(other, kind)
        tell(ledger.correct(Correction(kind=what, by=by, made_at=now(), who=first, other=second, note=note)))


@correct_group.command("undo")
@click.argument("number", type=click.IntRange(1, 2**53))
@click.option("--by", default=user, help="Who takes it back; else your name on this machine.")
@ledger_option
def undo_command(number: int, by: str, where: str | None) -> None:
    """Take correction NUMBER back; what was said before it, or read, holds again."""
    from sayso.ledger.ledger import Ledger

    with Ledger(where, make=False) as ledger:
        ledger.undo(number, by, now())
    click.echo(f"correction {number} is undone", err=True)


@correct_group.command("list")
@click.option("--format", "shape", type=click.Choice(("text", "jsonl")), default="text", show_default=True)
@ledger_option
def list_command(shape: str, where: str | None) -> None:
    """List all corrections, those undone among them."""
    from sayso.ledger.ledger import Ledger

    with Ledger(where, make=False) as ledger:
        kept = ledger.corrections()
    if shape == "jsonl":
        sys.stdout.writelines(msgspec.json.encode(one.correction).decode() + "\n" for one in kept)
    else:
        show_corrections(make_console(), kept)
    click.echo(count(len(kept), "correction"), err=True)


@correct_group.command("import")
@click.argument("name", metavar="FILE")
@ledger_option
def import_command(name: str, where: str | None) -> None:
    """Take corrections from FILE, what `list --format jsonl` printed (- for standard input).

    All of them are taken or none. Those of articles that are not here yet wait for them.
    """
    from sayso.ledger.ledger import Ledger

    try:
        text = sys.stdin.read() if name == "-" else Path(name).read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise LedgerError(f"{name}: it is no UTF-8 ({error}); give what `sayso correct list` printed.") from error
    corrections = read_corrections(text, name)
    with Ledger(where, make=False) as ledger:
        try:
            ledger.correct_all(corrections)
        except LedgerError as error:
            raise LedgerError(f"{name}: {error} Nothing was taken.") from error
        waiting = sum(not k.applied and k.correction.undone_at is None for k in ledger.corrections())
    click.echo(
        f"{count(len(corrections), 'correction')} taken; {waiting} of all here wait for their statement", err=True
    )


def tell(number: int) -> None:
    click.echo(plain(f"correction {number}; `sayso correct undo {number}` takes it back"), err=True)
