"""Statements with what their numbers stand for: ``ONES`` are whom the speakers are one with, ``FOUNDERS`` the first
statements of the groups."""

from __future__ import annotations

from sayso.ledger.tables import documents, sides, speakers, statements

ONES = speakers.alias("ones")
FOUNDERS = statements.alias("founders")
TOLD = (
    statements.join(documents, statements.c.document == documents.c.id)
    .outerjoin(speakers, statements.c.speaker == speakers.c.id)
    .outerjoin(ONES, speakers.c.one == ONES.c.id)
    .outerjoin(sides, statements.c.side == sides.c.id)
)
