"""Files to pages. In: names as a person types them (a file, a folder, a pattern, or - for standard input); out: pages,
and a Failure for each thing that cannot be read. One file is held at a time, and of JSON Lines one line.
"""

from __future__ import annotations

import glob
import io
import itertools
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from sayso.fetch.lines import read_lines
from sayso.fetch.sniff import ARCHIVES, DROPPED, ENDINGS, sniff
from sayso.fetch.warc import read_warc
from sayso.records import Failure, Page

STDIN = "-"
KINDS = " ".join((*ENDINGS, *ARCHIVES))
HEAD = 4096  # bytes that tell what a file of unknown kind holds


def find_pages(names: Sequence[str], *, stdin: BinaryIO | None = None) -> Iterator[Page | Failure]:
    """The pages that names stand for, in the order of the names; within a folder, in the order of the alphabet.

    stdin: what ``-`` reads; None for the process's own. Never raises for a bad file, a bad line or a name that
    matches nothing: each is a Failure, and the rest is read."""
    for name in names:
        if name == STDIN:
            yield from _read_stdin(stdin if stdin is not None else sys.stdin.buffer)
        elif os.path.isdir(name):
            yield from _read_folder(Path(name))
        elif not os.path.exists(name) and glob.has_magic(name):
            yield from _read_pattern(name)
        else:
            yield from _read_file(Path(name))


def _read_pattern(pattern: str) -> Iterator[Page | Failure]:
    matched = sorted(glob.glob(pattern, recursive=True))
    if not matched:
        message = f"{pattern}: no file matches this pattern. Check it, and the folder you are in."
        yield Failure(id=pattern, message=message)
    for path in map(Path, matched):
        # With ** a folder is matched beside the files in it: those would be read twice.
        if not path.is_dir():
            yield from _read_file(path)
        elif "**" not in pattern:
            yield from _read_folder(path)


def _read_folder(folder: Path) -> Iterator[Page | Failure]:
    failures: list[Failure] = []
    empty = True
    for path in _walk(folder, failures):
        empty = False
        yield from _read_file(path)
    yield from failures
    if empty and not failures:
        name = _shown(folder)
        message = f"{name}: there is nothing to read in this folder. It must hold files of these kinds: {KINDS}."
        yield Failure(id=name, message=message)


def _walk(folder: Path, failures: list[Failure]) -> Iterator[Path]:
    """The files of a folder and those under it that have a known ending, hidden ones left out. What cannot be listed
    goes into ``failures``."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        failures.append(_failure(folder, error))
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(Path(entry.path), failures)
        elif Path(entry.name).suffix.lower() in ENDINGS or entry.name.lower().endswith(ARCHIVES):
            yield Path(entry.path)


def _read_file(path: Path) -> Iterator[Page | Failure]:
    kind = ENDINGS.get(path.suffix.lower())
    try:
        with path.open("rb") as file:
            if path.name.lower().endswith(ARCHIVES):
                yield from read_warc(file, _shown(path))
                return
            head = b"" if kind else file.read(HEAD)
            kind = kind or sniff(head)
            if kind == "lines":
                lines = itertools.chain(io.BytesIO(head + file.readline()), file)
                yield from read_lines(lines, name=_shown(path), default_id=_shown(Path(path.name)))
            else:
                yield Page(id=_id(path), body=head + file.read(), media=kind)
    except (OSError, ValueError) as error:
        yield _failure(path, error)


def _read_stdin(stdin: BinaryIO) -> Iterator[Page | Failure]:
    try:
        first = stdin.readline()
        blank = []
        while first and not first.strip():
            blank.append(first)
            first = stdin.readline()
        if sniff(first) == "lines":
            yield from read_lines(itertools.chain(blank, (first,), stdin), name=STDIN, default_id="stdin")
            return
        body = b"".join((*blank, first, stdin.read()))
    except OSError as error:
        yield _failure(Path(STDIN), error)
        return
    kind = sniff(body[:HEAD])
    yield Page(id="stdin", body=body, media="html" if kind == "html" else "text")


def _failure(path: Path, error: Exception) -> Failure:
    if isinstance(error, FileNotFoundError):
        why = "there is no such file. Check the name, and the folder you are in"
    elif isinstance(error, PermissionError):
        why = "you are not allowed to read this. Check its permissions"
    else:
        why = f"this cannot be read ({getattr(error, 'strerror', None) or error})"
    return Failure(id=_shown(path), message=f"{_shown(path)}: {why}.")


def _id(path: Path) -> str:
    name = _shown(Path(path.name))
    return next((name[: -len(end)] for end in DROPPED if name.lower().endswith(end) and name.lower() != end), name)


def _shown(path: Path) -> str:
    """A path as text: names that are not Unicode have their odd bytes replaced."""
    return os.fsencode(path).decode("utf-8", "replace")
