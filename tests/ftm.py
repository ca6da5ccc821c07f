"""FollowTheMoney's own model. Importing it lifts the csv module's limit for the whole process, which is put back."""

from __future__ import annotations

import csv

LIMIT = csv.field_size_limit()

from followthemoney import model  # noqa: E402

csv.field_size_limit(LIMIT)

__all__ = ["model"]
