"""`sayso add`, `sayso ledger`, `sayso search`, `sayso variants` and `sayso export`."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, get_args

import click
import msgspec

from sayso.codec import encode_reading
from sayso.commands.group import count, main
from sayso.commands.inputs import finish, input_options, read_all
from sayso.errors import ExportError, QueryError
from sayso.export.formats import FORMATS, format_of
from sayso.ledger.hit import Sort
from sayso.records import Reading
from sayso.terminal import make_console, plain, show_counts, show_hits, show_variants

if TYPE_CHECKING:
    from sayso.ledger.query import Query

LEDGER_HELP = "The path of a ledger, or a postgresql:// URL; else SAYSO_LEDGER, else a file in your folder of data."
STATES = {
    "new document": "new", "new version": "changed", "new reading": "read anew",
    "old version": "again as they were", "known": "known already",
}  # fmt: skip


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
    version` of a page that changed, `new reading` of what was there, `old version` of a page that is again as it was,
    or `known`. What is told is kept; after a breakdown the same command adds the rest.
    """
    from sayso.ledger.ledger import Ledger

    started, kept = monotonic(), Counter[str]()
    with Ledger(where) as ledger:

        def keep(reading: Reading) -> None:
            added = ledger.add(reading)
            kept[added] += 1
            click.echo(f"{added}\t{plain(reading.document.id)}\t{count(len(reading.statements), 'statement')}")

        tally = read_all(names, known, threads, roster, keep)
        told = ", ".join(f"{count(n, 'article')} {STATES[state]}" for state, n in kept.items())
        click.echo(f"{ledger.name}: {told or 'nothing added'}", err=True)
    finish(tally, started)


@main.command("search", context_settings={"ignore_unknown_options": True, "help_option_names": ["--help"]})
@click.argument("terms", metavar="SEARCH...", nargs=-1)
@click.option("--ledger", "where", help=LEDGER_HELP)
@click.option(
    "--sort", type=click.Choice(get_args(Sort)), default="date", show_default=True, help="Newest or best first."
)
@click.option("--limit", type=click.IntRange(1, 1000), default=20, show_default=True, help="Statements to print.")
@click.option("--after", help="The key of the last statement printed, to go on after it.")
@click.option(
    "--counts",
    "counted",
    is_flag=True,
    help="Count by speaker, side, act, form, outlet, language, month; then once for all that are the same.",
)
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

    query = query_of(terms)
    with Ledger(where, make=False) as ledger:
        if counted:
            show_counts(make_console(), ledger.counts(query), shape)
            return
        hits = ledger.search(query, sort=sort, limit=limit + 1, after=after)
    hits, more = hits[:limit], hits[limit:]
    if shape == "jsonl":
        sys.stdout.writelines(msgspec.json.encode(hit).decode() + "\n" for hit in hits)
    else:
        show_hits(make_console(), hits)
    told = f"; for more: --after {hits[-1].key}" if more else ""
    click.echo(f"{count(len(hits), 'statement')}{told}", err=True)


def query_of(terms: tuple[str, ...]) -> Query:
    """The search of a command line: one argument is the whole of it, of several each is a term. Raises QueryError."""
    from sayso.ledger.query import as_term, parse_query

    for term in terms:
        if term.startswith("--") or (len(term) == len("-o") and term[0] == "-" and term[1].isascii()):
            raise QueryError(f"{term} is no option of this; see --help.")
    return parse_query(terms[0] if len(terms) == 1 else " ".join(map(as_term, terms)))


@main.command("variants")
@click.argument("id", metavar="ID")
@click.option("--ledger", "where", help=LEDGER_HELP)
@click.option("--format", "shape", type=click.Choice(("text", "jsonl")), default="text", show_default=True)
def variants_command(id: str, where: str | None, shape: str) -> None:
    """Print the statements that are the same as one, in other outlets, the oldest first, and how they differ from it.

    ID is a statement's id, or the beginning of it, as `sayso search` tells it.
    """
    from sayso.ledger.ledger import Ledger

    with Ledger(where, make=False) as ledger:
        variants = ledger.variants(id)
    if shape == "jsonl":
        sys.stdout.writelines(msgspec.json.encode(variant).decode() + "\n" for variant in variants)
    else:
        show_variants(make_console(), variants)
    click.echo(count(len(variants), "variant"), err=True)


@main.command("export", context_settings={"ignore_unknown_options": True, "help_option_names": ["--help"]})
@click.argument("terms", metavar="SEARCH...", nargs=-1)
@click.option("--ledger", "where", help=LEDGER_HELP)
@click.option("--format", "form", type=click.Choice(tuple(FORMATS)), help="Else told by the name of --out.")
@click.option("--out", type=click.Path(path_type=Path), help="A file, or a folder for brat and tei; else stdout (-).")
def export_command(terms: tuple[str, ...], where: str | None, form: str | None, out: Path | None) -> None:
    """Write what a search finds, all of it where none is given: CSV, XLSX, JSON Lines, Parquet, SQLite, Web Annotation,
    schema.org, FollowTheMoney, brat or TEI.

    SEARCH is what `sayso search` takes. Corrections are applied.
    """
    from sayso.export.export import export, stream
    from sayso.ledger.ledger import Ledger

    out = None if out is None or str(out) == "-" else out
    form = form or (format_of(out.name) if out else "csv")
    if form is None:
        raise click.UsageError(f"the name {out} tells no format; give --format: {', '.join(FORMATS)}.")
    query = query_of(terms)
    with Ledger(where, make=False) as ledger:
        path = ledger.database.path
        if out and path and out.exists() and out.samefile(path):
            raise ExportError(f"{out}: it is the ledger; name another file.")
        articles = ledger.articles(query)
        number = export(articles, form, out) if out else stream(articles, form, sys.stdout)
    click.echo(f"{count(number, 'statement')} written{f' to {plain(str(out))}' if out else ''}", err=True)


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
