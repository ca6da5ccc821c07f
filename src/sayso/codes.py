"""Acts in the words of event data. In: an act with its force; out: PLOVER's event and CAMEO's code.

PLOVER: Open Event Data Alliance, draft of 2021; CAMEO: Schrodt, version 1.1b3. The correspondence is DESIGN's; a plain
statement has no event of its own in PLOVER, and neither has a denial.
"""

from __future__ import annotations

from sayso.records import Act, Force

PLOVER: dict[Act, str | None] = {
    "state": None, "promise": "AGREE", "propose": "AGREE", "demand": "REQUEST", "threaten": "THREATEN",
    "accuse": "ACCUSE", "criticise": "ACCUSE", "support": "SUPPORT", "reject": "REJECT", "deny": None,
    "concede": "CONCEDE",
}  # fmt: skip
CAMEO: dict[Act, str] = {
    "state": "010", "promise": "030", "propose": "036", "demand": "100", "threaten": "130", "accuse": "112",
    "criticise": "111", "support": "051", "reject": "120", "deny": "016", "concede": "080",
}  # fmt: skip
APPEALS: frozenset[Force] = frozenset({"request", "urge"})


def plover(act: Act | None) -> str | None:
    """PLOVER's event for an act; None where it has none."""
    return PLOVER[act] if act else None


def cameo(act: Act | None, force: Force | None = None) -> str | None:
    """CAMEO's code for an act: of what is asked an appeal (020), of what is demanded a demand (100)."""
    if act is None:
        return None
    return "020" if act == "demand" and force in APPEALS else CAMEO[act]
