"""The command line: one command = one public function. Records go to stdout, messages to stderr; exit 0 done, 1 found
faults, 2 misuse."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from time import monotonic
from typing import IO, Any, TypeVar

import click
import msgspec

from sayso.clean.date import check_date
from sayso.clean.language import check_code
from sayso.codec import encode_reading, encode_row, statement_rows
from sayso.errors import InputError, SaysoError
from sayso.export.brat import write_brat
from sayso.fetch.files import find_pages
from sayso.records import Failure, Page, Reading
from sayso.terminal import Progress, make_console, plain, show_article, show_explanation
from sayso.version import VERSION
from sayso.views import view_article

FORMATS = ("text", "jsonl", "reading", "brat")
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
    for name, help_text in (
        ("--lang", "Language (en), where the input does not tell it; else it is detected."),
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
    names: tuple[str, ...], shape: str, out: Path | None, threads: int | None, **known: str | None
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
        for result in read_many(with_known(find_pages(names), known), threads=threads):
            tally.add(result)
            if isinstance(result, Failure):
                progress.say(result.message)
            else:
                for fault in result.faults:
                    progress.say(f"{result.document.id}: left out: {fault.message}")
                write_reading(result, shape, out, sys.stdout)
            progress.advance()
    click.echo(tally.summary(monotonic() - started), err=True)
    sys.exit(1 if tally.failures or tally.faults else 0)


@main.command("explain")
@click.argument("name", metavar="FILE")
@click.option("--statement", "number", type=int, required=True, help="Its number, as `sayso read` shows it.")
@click.option("--format", "shape", type=click.Choice(("text", "json")), default="text", show_default=True)
@input_options
def explain_command(name: str, number: int, shape: str, **known: str | None) -> None:
    """Say why a statement of an article is as it is: scores, rules, quotation marks, the windows it was read in."""
    from sayso.explain import explain
    from sayso.model.pack import open_pack
    from sayso.read import read_many

    pages = list(islice(find_pages([name]), 2))
    if len(pages) != 1:
        held = "several articles" if pages else "no article"
        raise InputError(f"{name}: it holds {held}, and one is explained at a time; give a file of one article.")
    result = next(read_many(with_known(iter(pages), known)))
    if isinstance(result, Failure):
        raise InputError(result.message)
    explanation = explain(result, number, open_pack())
    if shape == "json":
        click.echo(msgspec.json.encode(explanation).decode())
    else:
        show_explanation(make_console(), explanation)


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
