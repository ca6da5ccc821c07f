"""How a ledger comes to the tables that this version of sayso knows. In: a connection with its transaction begun; out:
the same with every step taken that it lacked. Steps are numbered and never change once they are released: what comes
later is one more step.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from sqlalchemy import Connection, func, inspect, select

from sayso.errors import LedgerError
from sayso.ledger.fulltext import make_text
from sayso.ledger.tables import metadata, steps
from sayso.version import VERSION


def make_tables(connection: Connection) -> None:
    """The first tables. (Until 0.1.0 is released this step may change.)"""
    metadata.create_all(connection)
    make_text(connection)


STEPS: tuple[Callable[[Connection], None], ...] = (make_tables,)


def take_steps(connection: Connection, name: str) -> None:
    """Take the steps that a ledger lacks; ``name`` is its name in messages. Raises LedgerError for a ledger of a newer
    version, and for a database that holds tables and is no ledger."""
    taken = steps_taken(connection, name)
    for number, step in enumerate(STEPS[taken:], taken + 1):
        step(connection)
        now = datetime.now(UTC).isoformat(timespec="seconds")
        connection.execute(steps.insert().values(number=number, made_by=VERSION, made_at=now))


def steps_taken(connection: Connection, name: str) -> int:
    """How many steps a ledger has taken."""
    tables = set(inspect(connection).get_table_names())
    if steps.name not in tables:
        if held := sorted(tables if connection.dialect.name == "sqlite" else tables & set(metadata.tables)):
            raise LedgerError(
                f"{name}: the database holds the table {held[0]} and is no ledger of sayso's; name an empty one."
            )
        return 0
    taken = connection.scalar(select(func.max(steps.c.number))) or 0
    if taken > len(STEPS):
        raise LedgerError(
            f"{name}: the ledger is of version {taken}, and sayso {VERSION} knows versions up to {len(STEPS)}; "
            "update sayso."
        )
    return taken
