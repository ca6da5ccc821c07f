"""What somebody tells of a page. In: a page and facts; out: the page with the facts that it does not tell itself."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from sayso.records import Failure, Page


def with_facts(page: Page | Failure, facts: Mapping[str, str | None]) -> Page | Failure:
    """A page with facts in the place of what it does not tell; None is no fact. A failure stays what it is."""
    if isinstance(page, Failure):
        return page
    return replace(page, **{k: v for k, v in facts.items() if v is not None and getattr(page, k) is None})
