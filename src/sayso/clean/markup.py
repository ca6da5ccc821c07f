"""A page's tree made ready for trafilatura. In: an lxml tree; out: nothing, the tree is mended in place where
trafilatura would lose a quotation. Each rule is a function; RULES is their order.

Measured on a page with one of each: plain trafilatura drops a quotation in a <figure>, the signature of a block quote
(<footer>, or glues <cite> to the last word), the marks of <q>, and a <div> that holds words but no <p>.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

Element = Any  # of lxml, which has no types of its own; not imported here, as a plain text needs none of it

INLINE = frozenset(
    (
        *("a", "abbr", "acronym", "b", "bdi", "bdo", "big", "br", "cite", "code", "data", "del", "dfn", "em", "font"),
        *("i", "ins", "kbd", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt"),
        *("u", "var", "wbr"),
    )
)
# Words that a lone <div> must hold to be taken for a paragraph: captions, dates and buttons are mostly shorter.
MIN_WORDS = 8
# Paragraphs beside it. With none asked, 11 lines of 32 pages came in (captions, notices …), none the article's.
# With 3 these pages do not change: what it wins is seen on the made-up page alone.
MIN_SIBLINGS = 3


def free_quotations(tree: Element) -> None:
    """A block quote in a figure stands on its own: trafilatura drops figures."""
    for figure in list(tree.iter("figure")):
        if figure.find(".//blockquote") is not None:
            figure.tag = "div"
            figure.attrib.clear()
            for caption in figure.iter("figcaption"):
                caption.tag = "p"


def sign_quotations(tree: Element) -> None:
    """The signature of a block quote is a paragraph of its own, and so are the bare words before it."""
    for quote in list(tree.iter("blockquote")):
        for signature in [*quote.iterchildren("cite", "footer"), *quote.findall("p/cite")]:
            signature.tag = "p"
            parent = signature.getparent()
            if parent is not quote:  # <p>words <cite>name</cite></p>: lift the name out
                _keep_tail(signature)
                parent.addnext(signature)
        if (quote.text or "").strip() and quote.find("p") is not None:
            _wrap_opening(quote)


def show_marks(tree: Element) -> None:
    """A browser shows <q> in quotation marks: they belong to the words."""
    for q in list(tree.iter("q")):
        if not "".join(q.itertext()).strip().startswith(("“", '"', "«", "‘")):
            q.text = "“" + (q.text or "")
            if len(q):
                q[-1].tail = (q[-1].tail or "") + "”"
            else:
                q.text += "”"
        q.tag = "span"


def raise_paragraphs(tree: Element) -> None:
    """A <div> of words among paragraphs is a paragraph too."""
    for div in list(tree.iter("div")):
        if all(child.tag in INLINE for child in div) and _among_paragraphs(div):
            words = " ".join(div.itertext()).split()
            if len(words) >= MIN_WORDS and len(words) > 2 * _linked(div):
                div.tag = "p"


RULES: tuple[Callable[[Element], None], ...] = (free_quotations, sign_quotations, show_marks, raise_paragraphs)


def prepare(tree: Element) -> None:
    """Apply every rule, in order."""
    for rule in RULES:
        rule(tree)


def _keep_tail(element: Element) -> None:
    """Give the words after an element to what stands before it, so that the element can be moved alone."""
    before, parent = element.getprevious(), element.getparent()
    if before is not None:
        before.tail = (before.tail or "") + (element.tail or "")
    else:
        parent.text = (parent.text or "") + (element.tail or "")
    element.tail = None


def _wrap_opening(quote: Element) -> None:
    """Put the bare words at the start of a block quote, up to its first paragraph, into one."""
    opening = quote.makeelement("p")
    opening.text, quote.text = quote.text, None
    opening.extend(list(_until_block(quote)))
    quote.insert(0, opening)


def _until_block(quote: Element) -> Iterator[Element]:
    for child in quote:
        if child.tag not in INLINE:
            return
        yield child


def _among_paragraphs(div: Element) -> bool:
    parent = div.getparent()
    return parent is not None and len(parent.findall("p")) >= MIN_SIBLINGS


def _linked(div: Element) -> int:
    """How many of its words are links."""
    return sum(len(" ".join(a.itertext()).split()) for a in div.iter("a"))
