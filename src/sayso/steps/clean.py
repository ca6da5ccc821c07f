"""clean(page) → Document. In: a page as it came; out: a document whose text is final, with its title and sub-headings,
its furniture and its language. A plain text stays as it is, to the character; of HTML the article is taken.
"""

from __future__ import annotations

from sayso.clean.about import About, Block
from sayso.clean.date import check_date
from sayso.clean.decode import decode
from sayso.clean.furniture import find_furniture, find_repeats
from sayso.clean.headings import MAX_TITLE, find_headings, find_title
from sayso.clean.html import Article, read_html
from sayso.clean.language import choose_language, find_foreign
from sayso.clean.lines import same, split_lines, split_paragraphs
from sayso.errors import InputError
from sayso.records import Document, Page
from sayso.spans import Span, Spans, cut, holds, join

PARTED_BY = "\n\n"  # between the paragraphs of an HTML page
MIN_REPEATED = 5  # words of a pull quote that stands in the article as well


def clean(page: Page, *, readable: frozenset[str] = frozenset({"en"})) -> Document:
    """The document that a page holds.

    readable: the languages that the reader has, as ISO 639-1 codes. What the bringer of the page knows of it (title,
    date …) wins over what the page itself tells. Raises InputError when there is nothing to read (no text, no article,
    a date that is none) and LanguageError when the text is in another language."""
    markup = page.media == "html"
    body = decode(page.body, name=page.id, charset=page.charset, markup=markup)
    if not body.strip():
        what = "white space only" if body else "empty"
        raise InputError(f"{page.id}: the text is {what}; there is nothing to read. Check the file or the field.")
    if not markup:
        return _document(page, body, Article((), About()), readable)
    article = read_html(body, url=page.url)
    if not article.blocks:
        raise InputError(
            f"{page.id}: no article was found in the HTML. If it has one, save its text alone as .txt and read that."
        )
    text = PARTED_BY.join(block.text for block in article.blocks)
    return _document(page, text, article, readable)


def _document(page: Page, text: str, article: Article, readable: frozenset[str]) -> Document:
    about = article.about
    title, furniture, headings = _parts(text, page.title or about.title, article.blocks)
    lang = choose_language(text, name=page.id, given=page.lang, hint=about.lang, readable=readable)
    return Document(
        id=page.id,
        text=text,
        lang=lang,
        url=page.url,
        title=title,
        outlet=page.outlet or about.outlet,
        published=check_date(page.published, page.id) if page.published else about.published,
        authors=about.authors,
        furniture=furniture,
        headings=headings,
        foreign=find_foreign(text, split_paragraphs(text, split_lines(text)), lang),
    )


def _parts(text: str, title: str | None, blocks: tuple[Block, ...]) -> tuple[str | None, Spans, Spans]:
    """The title, the furniture and the headings of a text. title: as it is known already, or None."""
    lines = split_lines(text)
    furniture = set(find_furniture(text, lines))
    paragraphs = _paragraphs(text, lines, furniture)
    if title:
        first = next((p for p in paragraphs[:5] if same(cut(text, p)[:400]) == same(title)), None)
    else:
        first = find_title(text, paragraphs)
        title = " ".join(cut(text, first).split()) if first else None
    headings, pulled = _marked(blocks)
    furniture |= set(find_repeats(text, lines, title)) - {first}
    furniture |= {line for line in lines if any(holds(quote, line) for quote in pulled)}
    found = find_headings(text, _paragraphs(text, lines, furniture), first)
    return title, join(text, furniture), tuple(sorted({*found, *headings} - furniture))


def _paragraphs(text: str, lines: Spans, furniture: set[Span]) -> Spans:
    return split_paragraphs(text, tuple(line for line in lines if line not in furniture))


def _marked(blocks: tuple[Block, ...]) -> tuple[set[Span], set[Span]]:
    """What the page itself marks: its headings, and the pull quotes that say again what a paragraph says."""
    headings: set[Span] = set()
    pulled: set[Span] = set()
    at = 0
    whole = [same(block.text) for block in blocks]
    for place, block in enumerate(blocks):
        span = Span(at, at + len(block.text))
        at = span.stop + len(PARTED_BY)
        if block.kind == "heading" and len(block.text) <= MAX_TITLE:
            headings.add(span)
        elif block.kind == "quote" and any(whole[place] in other for i, other in enumerate(whole) if i != place):
            pulled |= {span} if len(whole[place].split()) >= MIN_REPEATED else set()
    return headings, pulled
