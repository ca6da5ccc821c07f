"""The database that a ledger lives in. In: a path or a postgresql:// URL; out: an engine on which ``writing`` and
``looking`` begin transactions, and whose errors come as LedgerErrors."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from sayso.errors import LedgerError
from sayso.userfiles import user_file

VARIABLE = "SAYSO_LEDGER"
PATIENCE = 60  # seconds that a writer waits for another
POOL = 40  # connections at once: as many as a server has threads
CACHE = 64 * 1024  # KiB of an SQLite file that are held in memory
LOCK = 0x5A150  # the advisory lock of those who write to one PostgreSQL
WRITES = "sayso_writes"


def user_ledger() -> str:
    """The user's own ledger: what SAYSO_LEDGER names, or ledger.sqlite in the user's folder of data."""
    return user_file(VARIABLE, "ledger.sqlite")


class Database:
    """An SQLite file or a PostgreSQL database. ``name`` is how messages call it, without a password."""

    def __init__(self, where: str | Path, patience: int = PATIENCE) -> None:
        """``patience`` is how many seconds one waits for a writer. Raises LedgerError where ``where`` is neither a path
        nor a postgresql:// URL; nothing is opened yet."""
        url = url_of(str(where))
        self.path = Path(str(url.database)) if url.get_backend_name() == "sqlite" else None
        self.name = str(self.path) if self.path else url.set(drivername="postgresql").render_as_string()
        try:
            self.engine = engine_of(url, patience)
        except ModuleNotFoundError as error:
            raise LedgerError(
                f"{self.name}: PostgreSQL needs the module {error.name}; pip install 'sayso[postgres]'."
            ) from error

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that writes, one at a time in a database: it is kept whole, or nothing of it. Raises
        LedgerError."""
        if self.path:
            make_folder(self.path)
        with self.told(), self.engine.connect().execution_options(**{WRITES: True}) as connection, connection.begin():
            if self.path is None:
                connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{PATIENCE}s'")
                connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({LOCK})")
            yield connection

    @contextmanager
    def looking(self) -> Iterator[Connection]:
        """A transaction that changes nothing. Raises LedgerError."""
        with self.told(), self.engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def told(self) -> Iterator[None]:
        """Turns what the database's driver raises into a LedgerError."""
        try:
            yield
        except DBAPIError as error:
            raise LedgerError(f"{self.name}: {reason_of(error)}") from error
        except PoolTimeoutError as error:
            raise LedgerError(f"{self.name}: too many ask at once; try again.") from error

    def close(self) -> None:
        self.engine.dispose()


def url_of(where: str) -> URL:
    """The URL of a ledger. Raises LedgerError."""
    if not where.strip() or where == ":memory:":
        raise LedgerError(f"{where!r}: it keeps nothing; a ledger is the path of a file, or a postgresql:// URL.")
    if "://" not in where:
        return URL.create("sqlite", database=str(Path(where).expanduser()))
    try:
        url = make_url(where)
        backend = url.get_backend_name()
    except (ArgumentError, NoSuchModuleError, ValueError):
        backend = ""
    if backend not in ("postgresql", "postgres"):
        scheme = where.partition("://")[0]
        raise LedgerError(
            f"{scheme}://…: a ledger is the path of an SQLite file, or a URL such as postgresql://user@host/database."
        )
    return url.set(drivername="postgresql+psycopg")


def engine_of(url: URL, patience: int) -> Engine:
    if url.get_backend_name() != "sqlite":
        return create_engine(url, pool_pre_ping=True, pool_size=POOL, pool_timeout=patience)
    path = Path(str(url.database)).absolute()
    seen = path.exists()

    def connect() -> sqlite3.Connection:
        """Open the file; one that was there and is gone is not made anew."""
        nonlocal seen
        address = f"{path.as_uri()}?mode={'rw' if seen else 'rwc'}"
        made = sqlite3.connect(address, uri=True, timeout=patience, check_same_thread=False)
        seen = True
        return made

    engine = create_engine(url, creator=connect, pool_size=POOL, pool_timeout=patience)
    event.listen(engine, "connect", on_connect)
    event.listen(engine, "begin", on_begin)
    return engine


def on_connect(connection: sqlite3.Connection, record: object) -> None:
    """SQLAlchemy begins the transactions, and keys of other tables hold."""
    connection.isolation_level = None
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute(f"PRAGMA cache_size = -{CACHE}")


def on_begin(connection: Connection) -> None:
    """A writer takes its turn at once, so that none fails half way."""
    writes = connection.get_execution_options().get(WRITES)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def make_folder(path: Path) -> None:
    """Make the folder that a ledger lies in. Raises LedgerError."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise LedgerError(
            f"{path}: its folder cannot be made: {error.strerror}; name another with --ledger."
        ) from error


NEXT = {
    "file is not a database": "it is no SQLite file; name another with --ledger",
    "database disk image is malformed": "the SQLite file is damaged; restore a copy",
    "attempt to write a readonly database": "it may not be written to; make it writable or name another with --ledger",
    "unable to open database file": "it cannot be opened; check the path and the rights",
    "database or disk is full": "the disk is full; make room and run the command again",
    "disk I/O error": "the disk cannot be read or written; look after it and run the command again",
    "canceling statement due to lock timeout": "another writer held it too long; run the command again",
    "database is locked": "another writer held it too long; run the command again",
}


def reason_of(error: DBAPIError) -> str:
    """What went wrong and what to do."""
    said = " ".join(str(error.orig).split())
    known = next((step for words, step in NEXT.items() if words in said), None)
    if known:
        return f"{known}."
    if error.connection_invalidated or type(error.orig).__name__ == "OperationalError":
        return f"the database does not answer ({said}); see that it runs and run the command again."
    return f"the database refused ({said})."
