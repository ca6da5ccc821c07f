"""Looking for somebody by name. In: a name as somebody types it; out: who in the ledger is called so."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Select, or_, select

from sayso.identity import identity_key
from sayso.ledger.tables import speakers


def called(name: str) -> Select[Any]:
    """The numbers of those whose name, or a part of it in whole words, is this in either script."""
    padded = " " + speakers.c.key + " "
    keys = {identity_key(name), name.casefold()} - {""}
    return select(speakers.c.id).where(or_(*(padded.contains(f" {key} ", autoescape=True) for key in keys)))
