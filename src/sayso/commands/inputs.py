"""What a command reads from: pages, with what the command line tells of them; and how much was read."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from typing import Any, NoReturn, TypeVar

import click

from sayso.clean.date import check_date
from sayso.clean.language import check_code
from sayso.commands.group import count
from sayso.fetch.files import find_pages
from sayso.fetch.known import with_facts
from sayso.records import Failure, Page, Reading
from sayso.terminal import Progress

ROSTER_HELP = "A table of office-holders to use in the place of your own (docs/roster.md)."
Command = TypeVar("Command", bound=Callable[..., Any])


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


def with_known(pages: Iterator[Page | Failure], known: dict[str, str | None]) -> Iterator[Page | Failure]:
    """The pages, with what the command line tells in the place of what they do not tell. Raises InputError for a date
    or a language that is none."""
    if known.get("published"):
        check_date(known["published"] or "", "--published")
    if known.get("lang"):
        check_code(known["lang"] or "", "--lang")
    return (with_facts(page, known) for page in pages)


def total_of(names: tuple[str, ...]) -> int | None:
    """How many documents there are to come, where that is plain from the names: each one a file of one article."""
    single = all(Path(n).is_file() and Path(n).suffix.lower() not in (".jsonl", ".ndjson") for n in names)
    return len(names) if single else None


def read_all(
    names: tuple[str, ...], known: dict[str, str | None], threads: int | None, roster: Path | None,
    each: Callable[[Reading], None],
) -> Tally:  # fmt: skip
    """Read what names stand for, hand each reading on, and say on standard error what was not read."""
    from sayso.read import read_many

    tally = Tally()
    with Progress(total_of(names)) as progress:
        for result in read_many(with_known(find_pages(names), known), threads=threads, roster=roster):
            tally.add(result)
            if isinstance(result, Failure):
                progress.say(result.message)
            else:
                for message in messages(result):
                    progress.say(message)
                each(result)
            progress.advance()
    return tally


def finish(tally: Tally, started: float) -> NoReturn:
    """Say what a run has read, and end it: 1 where something was not read, or left out."""
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
