"""What a page tells of its article. In: its tree, and what trafilatura found; out: About."""

from __future__ import annotations

import re
from typing import Any

import msgspec

NO_NAME = re.compile(r"https?\b|\bwww\b|@|\bcom$", re.IGNORECASE)
BARS = (" | ", " - ", " – ", " — ", " * ")
MIN_TITLE_WORDS = 3  # an h1 of fewer is often the outlet's name
MIN_STANDFIRST_WORDS = 5


class Block(msgspec.Struct, frozen=True):
    """A paragraph of an article; ``kind`` is paragraph, heading or quote."""

    kind: str
    text: str


class About(msgspec.Struct, frozen=True, kw_only=True):
    """Title, standfirst and the like; None and () where the page does not tell. ``published`` is an ISO day."""

    title: str | None = None
    standfirsts: tuple[str, ...] = ()
    outlet: str | None = None
    published: str | None = None
    authors: tuple[str, ...] = ()
    lang: str | None = None


def read_about(tree: Any, found: Any) -> About:
    """What the page tells. found: trafilatura's document, or None where it found none."""
    outlet = getattr(found, "sitename", None)
    return About(
        title=_headline(tree) or _bare_title(getattr(found, "title", None), outlet),
        standfirsts=_standfirsts(tree),
        outlet=outlet,
        published=getattr(found, "date", None),
        authors=_names(getattr(found, "author", None)),
        lang=_page_lang(tree),
    )


def _headline(tree: Any) -> str | None:
    """The page's h1, when it has exactly one that is more than a name."""
    lines = {line for h1 in tree.iter("h1") if len((line := _line(h1)).split()) >= MIN_TITLE_WORDS}
    return lines.pop() if len(lines) == 1 else None


def _standfirsts(tree: Any) -> tuple[str, ...]:
    """The standfirst: what the page calls its description, when it shows it as well."""
    described = {" ".join(meta.get("content", "").split()) for meta in tree.iter("meta") if _describes(meta)}
    shown: dict[str, None] = {}
    for element in tree.iter("p", "h2", "h3", "div", "span"):
        # A line has few elements within; the check keeps the walk from joining the words of the whole page.
        if len(element) <= 3 and (line := _line(element)) in described and len(line.split()) >= MIN_STANDFIRST_WORDS:
            shown[line] = None
    return tuple(shown)


def _describes(meta: Any) -> bool:
    return (meta.get("name") or meta.get("property") or "").lower() in ("description", "og:description")


def _line(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())


def _bare_title(title: str | None, outlet: str | None) -> str | None:
    """The title without the outlet's name behind a bar or a dash."""
    for bar in BARS:
        head, _, tail = (title or "").rpartition(bar)
        if head and (bar == BARS[0] or tail.casefold() == (outlet or "").casefold()):
            return head.strip()
    return title


def _names(author: str | None) -> tuple[str, ...]:
    """trafilatura's list of authors, without web addresses and what repeats a name."""
    names: dict[str, str] = {}
    for name in (part.strip() for part in (author or "").split(";")):
        if name and not NO_NAME.search(name):
            names.setdefault(name.replace("-", " ").casefold(), name)
    return tuple(names.values())


def _page_lang(tree: Any) -> str | None:
    """The language that the page's <html lang> names, as two letters."""
    found = re.match(r"[a-z]{2}(?![a-z])", (tree.get("lang") or tree.get("xml:lang") or "").lower())
    return found[0] if found else None
