"""Looking for somebody by name. In: a name as somebody types it; out: who in the ledger is called so."""

from __future__ import annotations

import re
from typing import Any

from sqlalchemy import Connection, Select, or_, select

from sayso.identity import identity_key
from sayso.ledger.tables import sides, speakers

NUMBER = re.compile(r"#(\d{1,18})")


def called(name: str) -> Select[Any]:
    """Those whose name, or a part of it in whole words, is this in either script: the numbers of whom they are one
    with."""
    padded = " " + speakers.c.key + " "
    keys = {identity_key(name), name.casefold()} - {""}
    return select(speakers.c.one).where(or_(*(padded.contains(f" {key} ", autoescape=True) for key in keys)))


def numbers_called(connection: Connection, name: str) -> list[int]:
    """The numbers of all who are one with somebody called so; *#12* is the one with this number."""
    number = NUMBER.fullmatch(name)
    wanted = select(speakers.c.one).where(speakers.c.id == int(number[1])) if number else called(name)
    same = select(speakers.c.id).where(speakers.c.one.in_(wanted))
    return list(connection.scalars(same.order_by(speakers.c.id)))


def sides_called(connection: Connection, name: str) -> list[int]:
    """The numbers of the sides of a name, whatever the case."""
    rows = connection.execute(select(sides.c.id, sides.c.name))
    return [row.id for row in rows if row.name.casefold() == name.casefold()]
