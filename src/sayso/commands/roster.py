"""`sayso roster`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import click
import msgspec
from rich.table import Table
from rich.text import Text

from sayso.commands.group import count, main
from sayso.errors import RosterError
from sayso.roster.dates import days_of
from sayso.roster.holder import Holder, perhaps_held
from sayso.roster.importers import FORMATS as ROSTER_FORMATS
from sayso.roster.roster import Roster, open_roster
from sayso.roster.store import Merge, import_roster
from sayso.terminal import make_console, plain

TOLD = 5  # of what an import left out, this many are named


@main.group("roster")
def roster_group() -> None:
    """The table of office-holders, by which "the president" is one person on one day and another on the next."""


@roster_group.command("import")
@click.argument("name", metavar="FILE")
@click.option("--format", "form", type=click.Choice(tuple(ROSTER_FORMATS)), help="Of FILE; else told by its content.")
@click.option("--into", type=click.Path(path_type=Path), help="The table to take them into; else your own roster.")
def roster_import_command(name: str, form: str | None, into: Path | None) -> None:
    """Take office-holders from FILE (- for standard input) into your roster.

    All of it is checked first; a file that breaks a rule changes nothing.
    """
    for line in tell_merge(import_roster(name, form, into)):
        click.echo(plain(line), err=True)


@roster_group.command("show")
@click.argument("who", required=False)
@click.option("--on", "day", help="Only those in office on a day (2025-03-14), or in a month or a year.")
@click.option("--format", "shape", type=click.Choice(("text", "jsonl")), default="text", show_default=True)
def roster_show_command(who: str | None, day: str | None, shape: str) -> None:
    """List office-holders: all of them, or those of whom WHO is part of a name, an office, a country or an
    organization."""
    if day is not None:
        check_day(day)
    roster = open_roster()
    holders = [h for h in roster.holders if (not who or mentions(h, who)) and (not day or perhaps_held(h, day))]
    if shape == "jsonl":
        sys.stdout.writelines(msgspec.json.encode(holder).decode() + "\n" for holder in holders)
    elif holders:
        make_console().print(table_of(holders, day, roster))
    click.echo(count(len(holders), "row"), err=True)


def check_day(day: str) -> None:
    """Raises RosterError for a --on that is no ISO prefix."""
    try:
        days_of(day)
    except RosterError as error:
        raise RosterError(f"--on: {error}") from None


def mentions(holder: Holder, who: str) -> bool:
    """Whether ``who`` is part of a name, an office, a country or an organisation of a holder, whatever the case."""
    told = (holder.name, holder.name_ru, holder.office, holder.country, holder.organization)
    return any(who.casefold() in words.casefold() for words in (*told, *holder.aliases, *holder.aliases_ru) if words)


def table_of(holders: list[Holder], day: str | None, roster: Roster) -> Table:
    """The holders, one a row; with a day, those are marked whom partial dates, or the age of the packaged table, leave
    in doubt."""
    table = Table(box=None, pad_edge=False, header_style="dim")
    for heading in ("name", "office", "of", "from", "to"):
        table.add_column(heading, no_wrap=heading in ("from", "to"))
    for h in holders:
        place = ", ".join(filter(None, (h.organization, h.country)))
        sure = day is None or roster.sure(h, day)
        cells = (h.name, h.office, place, h.since, (h.until or "") + ("" if sure else " perhaps"))
        table.add_row(*(Text(plain(cell).strip()) for cell in cells))
    return table


def tell_merge(merge: Merge) -> Iterator[str]:
    """What an import did, a line each: the counts, and of what was left out the first few."""
    counts = f"{count(merge.added, 'row')} added, {merge.replaced} replaced, {merge.already} already there"
    written = f"written to {merge.path}" if merge.added or merge.replaced else f"nothing to write to {merge.path}"
    yield f"{merge.form}: {counts}, {len(merge.left_out)} left out; {written}"
    for reason in merge.left_out[:TOLD]:
        yield f"left out: {reason}"
    if len(merge.left_out) > TOLD:
        yield f"left out: {len(merge.left_out) - TOLD} more"
