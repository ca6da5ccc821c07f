"""The command line: one command = one public function. Records go to stdout, messages to stderr; exit 0 done, 1 found
faults, 2 misuse."""

from __future__ import annotations

import io
import os
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from time import monotonic
from typing import IO, Any, TypeVar, get_args

import click
import msgspec
from rich.table import Table
from rich.text import Text

from sayso.clean.date import check_date
from sayso.clean.language import check_code
from sayso.codec import encode_reading, encode_row, statement_rows
from sayso.errors import InputError, RosterError, SaysoError
from sayso.export.brat import write_brat
from sayso.fetch.files import find_pages
from sayso.ledger.hit import Sort
from sayso.records import Failure, Page, Reading
from sayso.roster.dates import days_of
from sayso.roster.holder import Holder, perhaps_held
from sayso.roster.importers import FORMATS as ROSTER_FORMATS
from sayso.roster.roster import Roster, open_roster
from sayso.roster.store import Merge, import_roster
from sayso.terminal import Progress, make_console, plain, show_article, show_counts, show_explanation, show_hits
from sayso.version import VERSION
from sayso.views import view_article

ROSTER_HELP = "A table of office-holders to use in the place of your own (docs/roster.md)."
LEDGER_HELP = "The path of a ledger, or a postgresql:// URL; else SAYSO_LEDGER, else a file in your folder of data."
FORMATS = ("text", "jsonl", "reading", "brat")
STATES = {
    "new document": "new", "new version": "changed", "new reading": "read anew", "known": "known already",
}  # fmt: skip
TOLD = 5  # of what an import left out, this many are named
Command = TypeVar("Command", bound=Callable[..., Any])


class Group(click.Group):
    """Turns every SaysoError into one line on stderr and exit 2, and lets a closed pipe end the work in peace."""

    def invoke(self, ctx: click.Context) -> Any:
        if isinstance(sys.stdout, io.TextIOWrapper):
            # Records are UTF-8 wherever they go; a terminal keeps its encoding and does without what it lacks.
            sys.stdout.reconfigure(encoding=None if sys.stdout.isatty() else "utf-8", errors="replace")
        try:
            try:
                return super().invoke(ctx)
            finally:
                sys.stdout.flush()
        except SaysoError as error:
            raise click.UsageError(plain(str(error))) from error
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return None
        except OSError as error:
            raise click.UsageError(
                plain(f"{error.filename or 'output'}: {error.strerror}; nothing more was written.")
            ) from error


@click.group(cls=Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(VERSION, prog_name="sayso")
def main() -> None:
    """Reads news and keeps the record of who said what.

    Every field points at the exact characters it was read from: offsets are Unicode code points, end exclusive.
    """


def input_options(command: Command) -> Command:
    """What the input may not tell of itself."""
    command = click.option("--roster", type=click.Path(dir_okay=False, path_type=Path), help=ROSTER_HELP)(command)
    for name, help_text in (
        ("--lang", "Language (en, ru), where the input does not tell it; else it is detected."),
        ("--url", "URL, where the input does not tell it."),
        ("--published", "Day of publication (2025-03-14, 2025-03 or 2025), where the input does not tell it."),
        ("--outlet", "Outlet, where the input does not tell it."),
        ("--title", "Title, where the input does not tell it."),
    ):
        command = click.option(name, help=help_text)(command)
    return command


@main.command("read")
@click.argument("names", metavar="FILE...", nargs=-1, required=True)
@click.option("--format", "shape", type=click.Choice(FORMATS), default="text", show_default=True, help="What to print.")
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), help="The folder for --format brat.")
@click.option("--threads", type=click.IntRange(1, 256), help="Threads that the model runs on; all cores by default.")
@input_options
def read_command(
    names: tuple[str, ...],
    shape: str,
    out: Path | None,
    threads: int | None,
    roster: Path | None,
    **known: str | None,
) -> None:
    """Read articles and print who said what.

    FILE is a plain text, an HTML page, JSON Lines (id, text or html, and title, outlet, published, url, lang where
    known), a folder, a pattern, or - for standard input.
    """
    from sayso.read import read_many

    if (shape == "brat") != (out is not None):
        raise click.UsageError("--format brat and --out FOLDER go together: brat keeps two files for each article.")
    tally, started = Tally(), monotonic()
    with Progress(total_of(names)) as progress:
        for result in read_many(with_known(find_pages(names), known), threads=threads, roster=roster):
            tally.add(result)
            if isinstance(result, Failure):
                progress.say(result.message)
            else:
                for message in messages(result):
                    progress.say(message)
                write_reading(result, shape, out, sys.stdout)
            progress.advance()
    click.echo(tally.summary(monotonic() - started), err=True)
    sys.exit(1 if tally.failures or tally.faults else 0)


def messages(reading: Reading) -> Iterator[str]:
    """What is to be said of a reading: what was not read, and what was left out."""
    if reading.document.foreign:
        yield foreign_message(reading)
    for fault in reading.faults:
        yield f"{reading.document.id}: left out: {fault.message}"


def foreign_message(reading: Reading) -> str:
    """That some paragraphs are in another language and were not read."""
    count, d = len(reading.document.foreign), reading.document
    told = "1 paragraph is" if count == 1 else f"{count} paragraphs are"
    return f"{d.id}: {told} in another language than the rest ({d.lang}), and not read; give such parts as a file."


@main.command("add")
@click.argument("names", metavar="FILE...", nargs=-1, required=True)
@click.option("--ledger", "where", help=LEDGER_HELP)
@click.option("--threads", type=click.IntRange(1, 256), help="Threads that the model runs on; all cores by default.")
@input_options
def add_command(
    names: tuple[str, ...], where: str | None, threads: int | None, roster: Path | None, **known: str | None
) -> None:
    """Read articles and keep who said what in a ledger.

    FILE is what `sayso read` takes. A line on standard output tells what became of each article: `new document`, `new
    version` of a page that changed, `new reading` of what was there, or `known`. What is told is kept; after a
    breakdown the same command adds the rest.
    """
    from sayso.ledger.ledger import Ledger
    from sayso.read import read_many

    tally, started, kept = Tally(), monotonic(), Counter[str]()
    with Ledger(where) as ledger, Progress(total_of(names)) as progress:
        for result in read_many(with_known(find_pages(names), known), threads=threads, roster=roster):
            tally.add(result)
            if isinstance(result, Failure):
                progress.say(result.message)
            else:
                for message in messages(result):
                    progress.say(message)
                added = ledger.add(result)
                kept[added] += 1
                click.echo(f"{added}\t{plain(result.document.id)}\t{count(len(result.statements), 'statement')}")
            progress.advance()
        told = ", ".join(f"{count(n, 'article')} {STATES[state]}" for state, n in kept.items())
        click.echo(f"{ledger.name}: {told or 'nothing added'}", err=True)
    click.echo(tally.summary(monotonic() - started), err=True)
    sys.exit(1 if tally.failures or tally.faults else 0)


@main.command("search", context_settings={"ignore_unknown_options": True, "help_option_names": ["--help"]})
@click.argument("terms", metavar="SEARCH...", nargs=-1)
@click.option("--ledger", "where", help=LEDGER_HELP)
@click.option(
    "--sort", type=click.Choice(get_args(Sort)), default="date", show_default=True, help="Newest or best first."
)
@click.option("--limit", type=click.IntRange(1, 1000), default=20, show_default=True, help="Statements to print.")
@click.option("--after", help="The key of the last statement printed, to go on after it.")
@click.option("--counts", "counted", is_flag=True, help="Count by speaker, side, act, form, outlet, language, month.")
@click.option("--format", "shape", type=click.Choice(("text", "jsonl")), default="text", show_default=True)
def search_command(
    terms: tuple[str, ...], where: str | None, sort: Sort, limit: int, after: str | None, counted: bool, shape: str
) -> None:
    """Search a ledger: words, "phrases", beginnings*, and FIELD:VALUE, each with - before it to leave out.

    One argument is the whole search; of several each is a word, a phrase or a field.

    Fields: speaker, via, to, about, side, outlet, kind, act, form, stance, lang, has, since, until. For example
    'ceasefire speaker:"Ana Lima" act:promise since:2025-03 -via:CBS'.
    """
    from sayso.ledger.ledger import Ledger
    from sayso.ledger.query import as_term, parse_query

    query = parse_query(terms[0] if len(terms) == 1 else " ".join(map(as_term, terms)))
    with Ledger(where, make=False) as ledger:
        if counted:
            show_counts(make_console(), ledger.counts(query), shape)
            return
        hits = ledger.search(query, sort=sort, limit=limit, after=after)
    if shape == "jsonl":
        sys.stdout.writelines(msgspec.json.encode(hit).decode() + "\n" for hit in hits)
    else:
        show_hits(make_console(), hits)
    more = f"; for more: --after {hits[-1].key}" if len(hits) == limit else ""
    click.echo(f"{count(len(hits), 'statement')}{more}", err=True)


@main.command("ledger")
@click.option("--ledger", "where", help=LEDGER_HELP)
@click.option("--format", "shape", type=click.Choice(("text", "reading")), default="text", show_default=True)
def ledger_command(where: str | None, shape: str) -> None:
    """Say what a ledger holds; with --format reading, print the readings that it shows."""
    from sayso.ledger.ledger import Ledger

    with Ledger(where, make=False) as ledger:
        if shape == "reading":
            for reading in ledger.shown():
                click.echo(encode_reading(reading))
            return
        kept = ledger.kept()
        click.echo(plain(ledger.name))
        for noun, number in msgspec.structs.asdict(kept).items():
            click.echo(f"{number:>10} {noun}")


@main.command("explain")
@click.argument("name", metavar="FILE")
@click.option("--statement", "number", type=int, required=True, help="Its number, as `sayso read` shows it.")
@click.option("--format", "shape", type=click.Choice(("text", "json")), default="text", show_default=True)
@input_options
def explain_command(name: str, number: int, shape: str, roster: Path | None, **known: str | None) -> None:
    """Say why a statement of an article is as it is: scores, rules, speaker, quotation marks, the windows it was read
    in."""
    from sayso.explain import explain
    from sayso.read import read_many

    pages = list(islice(find_pages([name]), 2))
    if len(pages) != 1:
        held = "several articles" if pages else "no article"
        raise InputError(f"{name}: it holds {held}, and one is explained at a time; give a file of one article.")
    result = next(read_many(with_known(iter(pages), known), roster=roster))
    if isinstance(result, Failure):
        raise InputError(result.message)
    explanation = explain(result, number, open_roster(roster))
    if shape == "json":
        click.echo(msgspec.json.encode(explanation).decode())
    else:
        show_explanation(make_console(), explanation)


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


def with_known(pages: Iterator[Page | Failure], known: dict[str, str | None]) -> Iterator[Page | Failure]:
    """The pages, with what the command line tells in the place of what they do not tell. Raises InputError for a date
    or a language that is none."""
    if known.get("published"):
        check_date(known["published"] or "", "--published")
    if known.get("lang"):
        check_code(known["lang"] or "", "--lang")
    return filled(pages, known)


def filled(pages: Iterator[Page | Failure], known: dict[str, str | None]) -> Iterator[Page | Failure]:
    for page in pages:
        if isinstance(page, Failure):
            yield page
        else:
            missing = {k: v for k, v in known.items() if v is not None and getattr(page, k) is None}
            yield msgspec.structs.replace(page, **missing)


def total_of(names: tuple[str, ...]) -> int | None:
    """How many documents there are to come, where that is plain from the names: each one a file of one article."""
    single = all(Path(n).is_file() and Path(n).suffix.lower() not in (".jsonl", ".ndjson") for n in names)
    return len(names) if single else None


def write_reading(reading: Reading, shape: str, out: Path | None, stream: IO[str]) -> None:
    """Write a reading in one of FORMATS."""
    if shape == "text":
        show_article(make_console(), view_article(reading))
    elif shape == "jsonl":
        stream.writelines(encode_row(row) + "\n" for row in statement_rows(reading))
    elif shape == "reading":
        stream.write(encode_reading(reading) + "\n")
    elif out is not None:
        write_brat(reading, out)


@dataclass
class Tally:
    """What a run has read so far."""

    documents: int = 0
    statements: int = 0
    faults: int = 0
    failures: int = 0

    def add(self, result: Reading | Failure) -> None:
        if isinstance(result, Failure):
            self.failures += 1
        else:
            self.documents += 1
            self.statements += len(result.statements)
            self.faults += len({fault.statement for fault in result.faults})

    def summary(self, seconds: float) -> str:
        """One line: what was read, how fast, and what was not."""
        rate = f", {self.documents / seconds:.1f} a second" if self.documents > 1 else ""
        parts = [f"{count(self.statements, 'statement')} in {count(self.documents, 'article')}, {seconds:.1f} s{rate}"]
        if self.faults:
            parts.append(f"{count(self.faults, 'statement')} left out as unsound")
        if self.failures:
            parts.append(f"{self.failures} not read")
        return "; ".join(parts)


def count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


if __name__ == "__main__":
    main()
