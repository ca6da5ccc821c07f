"""HTML to an article. In: a page's markup; out: Article, its paragraphs in order and what the page tells of it.

trafilatura finds the article and its metadata; the paragraphs are put together here, from its tree, because its own
plain text puts dashes before list items (which read as turns of speech) and forgets which lines are headings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import msgspec

from sayso.clean.about import About, Block, read_about
from sayso.clean.lines import same
from sayso.clean.markup import prepare

WHOLE_PAGE = re.compile(r"<(?:html|body)\b", re.IGNORECASE)
BLOCKS = frozenset(("p", "head", "quote", "item", "list", "table", "row", "div", "ab"))
# A page holds an article when at least one paragraph has this many words and ends as sentences do.
MIN_WORDS = 6
SENTENCE_END = re.compile(r"[.!?…。؟][\"'”’»)\]]*\s*$")


class Article(msgspec.Struct, frozen=True):
    """What an HTML page holds: ``blocks`` is empty where there is no article in it."""

    blocks: tuple[Block, ...]
    about: About


def read_html(markup: str, *, url: str | None = None) -> Article:
    """The article of a page or of a fragment of one. url: where it came from, if known. Never raises: a page that
    cannot be read as HTML has no blocks."""
    import trafilatura  # late: a quarter of a second that a plain text need not wait for

    tree = trafilatura.load_html(_whole(markup))
    if tree is None:
        return Article((), About())
    prepare(tree)
    found: Any = trafilatura.bare_extraction(
        tree,
        url=url,
        with_metadata=True,
        include_comments=False,
        # Only dates that the page declares (32 of 32 pages do): a guess would date every "Friday" in the article.
        date_extraction_params={"original_date": True, "extensive_search": False},
    )
    about = read_about(tree, found)
    blocks = [] if found is None or found.body is None else list(_blocks(found.body))
    if not any(_is_sentence(block.text) for block in blocks):
        return Article((), about)
    return Article(tuple(_with_head(blocks, about)), about)


def _whole(markup: str) -> str:
    """Feeds and JSON carry fragments: trafilatura reads whole pages."""
    return markup if WHOLE_PAGE.search(markup) else f"<html><body><article>{markup}</article></body></html>"


def _is_sentence(text: str) -> bool:
    return len(text.split()) >= MIN_WORDS and SENTENCE_END.search(text) is not None


def _blocks(element: Any, kind: str = "paragraph") -> Iterator[Block]:
    """The paragraphs of an element of trafilatura's tree, in order."""
    if element.tag == "row":
        yield from _block([" | ".join(" ".join("".join(cell.itertext()).split()) for cell in element)], kind)
        return
    kind = {"head": "heading", "quote": "quote"}.get(element.tag, kind)
    words = [element.text or ""]
    for child in element:
        if child.tag in BLOCKS:
            yield from _block(words, kind)
            yield from _blocks(child, kind)
            words = [child.tail or ""]
        elif isinstance(child.tag, str):
            words += ["\n" if child.tag == "lb" else "".join(child.itertext()), child.tail or ""]
    yield from _block(words, kind)


def _block(words: list[str], kind: str) -> Iterator[Block]:
    lines = (" ".join(line.split()) for line in "".join(words).split("\n"))
    if text := "\n".join(line for line in lines if line):
        yield Block(kind, text)


def _with_head(blocks: list[Block], about: About) -> list[Block]:
    """The blocks with the title and the standfirst before them, where trafilatura left them out."""
    title = same(about.title or "")
    blocks = [part for block in blocks for part in _without_title(block, title)]
    at = next((i for i, block in enumerate(blocks[:5]) if title and same(block.text) == title), None)
    whole = same(" ".join(block.text for block in blocks))
    lost = [Block("paragraph", text) for text in about.standfirsts if same(text) not in whole]
    if at is not None:
        return [*blocks[:at], Block("heading", blocks[at].text), *lost, *blocks[at + 1 :]]
    return [*([Block("heading", about.title)] if about.title else []), *lost, *blocks]


def _without_title(block: Block, title: str) -> list[Block]:
    """The block, the title that opens it apart: of a very short page trafilatura makes one block."""
    first, _, rest = block.text.partition("\n")
    if rest and title and same(first) == title:
        return [Block("heading", first), Block(block.kind, rest)]
    return [block]
