"""The command that holds all others."""

from __future__ import annotations

import io
import os
import sys
from typing import Any

import click

from sayso.errors import SaysoError
from sayso.terminal import plain
from sayso.version import VERSION


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
        except UnicodeEncodeError as error:
            raise click.UsageError("an argument is no UTF-8; give it in the encoding of your terminal.") from error
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


def count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
