"""`sayso read` and `sayso explain`."""

from __future__ import annotations

import sys
from itertools import islice
from pathlib import Path
from time import monotonic
from typing import IO

import click
import msgspec

from sayso.codec import encode_reading, encode_row, statement_rows
from sayso.commands.group import main
from sayso.commands.inputs import finish, input_options, read_all, with_known
from sayso.errors import InputError
from sayso.export.brat import write_brat
from sayso.fetch.files import find_pages
from sayso.records import Failure, Reading
from sayso.roster.roster import open_roster
from sayso.terminal import make_console, show_article, show_explanation
from sayso.views import view_article

FORMATS = ("text", "jsonl", "reading", "brat")


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

    FILE is a plain text, an HTML page, a web archive (WARC), JSON Lines (id, text or html, and title, outlet,
    published, url, lang where known), a folder, a pattern, or - for standard input.
    """
    if (shape == "brat") != (out is not None):
        raise click.UsageError("--format brat and --out FOLDER go together: brat keeps two files for each article.")
    started = monotonic()
    tally = read_all(names, known, threads, roster, lambda reading: write_reading(reading, shape, out, sys.stdout))
    finish(tally, started)


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
