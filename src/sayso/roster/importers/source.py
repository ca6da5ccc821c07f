"""A file to import, opened once. In: a path, or - for standard input; out: a Source that can be read more than once,
and JSON decoded from it."""

from __future__ import annotations

import io
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, NamedTuple, TypeVar, cast

import msgspec

from sayso.errors import RosterError

STDIN = "-"
HEAD = 65_536  # bytes that tell a format: a header, or the first line of JSON Lines
SPOOL = 64 << 20  # bytes of standard input kept in memory; more go to a temporary file
BOM = b"\xef\xbb\xbf"
Shape = TypeVar("Shape")


class Source(NamedTuple):
    """An open file that can be sought in, and what an error calls it."""

    name: str
    file: BinaryIO


@contextmanager
def open_source(path: Path | str) -> Iterator[Source]:
    """The source that a path stands for, open as long as the context. Raises RosterError."""
    name = str(path)
    try:
        file = _keep(sys.stdin.buffer) if name == STDIN else Path(path).open("rb")  # noqa: SIM115
        if not file.seekable():
            with file:
                file = _keep(file)
    except FileNotFoundError:
        raise RosterError(f"{name}: there is no such file. Check the name, and the folder you are in.") from None
    except (OSError, ValueError) as error:
        raise RosterError(f"{name}: this cannot be read ({getattr(error, 'strerror', None) or error}).") from None
    with file:
        yield Source(name, file)


def _keep(stream: BinaryIO) -> BinaryIO:
    """A copy of a stream that can be sought in."""
    kept = tempfile.SpooledTemporaryFile(SPOOL)  # noqa: SIM115
    shutil.copyfileobj(stream, kept)
    kept.seek(0)
    return cast(BinaryIO, kept)


def peek(source: Source) -> bytes:
    """The first bytes of a source, without a byte order mark and white space before them."""
    return source.file.read(HEAD).removeprefix(BOM).lstrip()


def first_line(source: Source) -> bytes:
    """The first line that is not blank, as far as ``peek`` sees."""
    return io.BytesIO(peek(source)).readline().strip()


def decode_json(data: bytes, shape: type[Shape], where: str, step: str) -> Shape:
    """The JSON in ``data``, of the types that ``shape`` says. where: what an error calls it; step: what to do. Raises
    RosterError."""
    try:
        return msgspec.json.decode(data.removeprefix(BOM), type=shape)
    except (msgspec.ValidationError, UnicodeDecodeError) as error:
        raise RosterError(f"{where}: this is not what it should hold ({error}). {step}") from None
    except (msgspec.DecodeError, RecursionError) as error:
        raise RosterError(f"{where}: this is not JSON ({error}). {step}") from None


def has_keys(source: Source, keys: set[str]) -> bool:
    """Whether a source is one JSON object that has one of these keys."""
    if not peek(source).startswith(b"{"):
        return False
    source.file.seek(0)
    try:
        found = msgspec.json.decode(source.file.read().removeprefix(BOM), type=dict[str, msgspec.Raw])
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return False
    return not keys.isdisjoint(found)
