"""A page's date. In: what its bringer says; out: an ISO prefix (2025, 2025-03, 2025-03-14), or InputError."""

from __future__ import annotations

import re
from datetime import date

from sayso.errors import InputError

TIME = r"[T ]\d{2}(?::?\d{2}){0,2}(?:[.,]\d+)?\s*(?:Z|UTC|[+-]\d{2}(?::?\d{2})?)?"
ISO = re.compile(rf"(\d{{4}})(?:-(\d{{2}})(?:-(\d{{2}})(?:{TIME})?)?)?", re.IGNORECASE | re.ASCII)


def check_date(published: str, name: str) -> str:
    """The ISO prefix that a date begins with; a time of day behind it is left out.

    name: what the error calls the document. Raises InputError when it is no date, or not in the calendar."""
    found = ISO.fullmatch(published.strip())
    try:
        if found is None:
            raise ValueError
        date(int(found[1]), int(found[2] or 1), int(found[3] or 1))
    except ValueError:
        raise InputError(
            f"{name}: published is {published!r}, not an ISO date. "
            "Give a year, a month or a day: 2025, 2025-03, 2025-03-14 (a time after it is left out)."
        ) from None
    return "-".join(part for part in found.groups() if part)
