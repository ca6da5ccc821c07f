"""TEI (https://tei-c.org), a file an article: the text with each content as ``<said>``, whose ``@who`` points at the
speaker in the header and whose ``@direct`` tells the form.

A content is written in pieces where a paragraph ends within it, where another crosses it, or where it has several
stretches; the pieces point at one another by ``@next`` and ``@prev``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple
from xml.etree.ElementTree import Element, ElementTree, SubElement

from sayso.export.annotations import source_of, statement_iri
from sayso.export.brat import file_name
from sayso.ledger.entry import Article, Entry
from sayso.ledger.rows import digest_of
from sayso.spans import Span, holds, reading_order

TEI = "http://www.tei-c.org/ns/1.0"
ANALYSED = ("form", "act", "plover", "cameo", "said_on")  # what @ana tells
PARAGRAPH = re.compile(r"[^\n]+")
FORBIDDEN = re.compile(r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # of no XML document


class Piece(NamedTuple):
    """A stretch of a content within one paragraph and crossing no other; ``id`` is its own."""

    span: Span
    number: int
    id: str


def write_tei(articles: Iterable[Article], folder: Path) -> int:
    """Write a file for each article; how many statements they hold."""
    folder.mkdir(parents=True, exist_ok=True)
    number, taken = 0, set[str]()
    for article in articles:
        name = file_name(article.document.id)
        if name in taken:  # another article of the same id
            name = f"{name}-{digest_of(source_of(article.document))[:8]}"
        taken.add(name)
        path = folder / f"{name}.xml"
        ElementTree(tei_of(article)).write(path, encoding="utf-8", xml_declaration=True)
        number += len(article.entries)
    return number


def tei_of(article: Article) -> Element:
    """The document of an article."""
    document, entries = article.document, article.entries
    root = Element("TEI", {"xmlns": TEI, "xml:lang": document.lang})
    speakers = sorted({e.speaker: e.kind or "unnamed" for e in entries if e.speaker}.items())
    root.append(header_of(article, speakers))
    body = child(child(root, "text"), "body")
    who = {name: f"s{n}" for n, (name, _) in enumerate(speakers, 1)}
    pieces = list(pieces_of(document.text, entries))
    for match in PARAGRAPH.finditer(document.text):
        span = Span(*match.span())
        body.append(filled(article, span, [p for p in pieces if holds(span, p.span)], who))
    link(body)
    return root


def header_of(article: Article, speakers: Sequence[tuple[str, str]]) -> Element:
    """The header: what the article is, what read it, and who speaks."""
    document = article.document
    header = Element("teiHeader")
    file = child(header, "fileDesc")
    child(child(file, "titleStmt"), "title", document.title or document.id)
    child(
        child(file, "publicationStmt"),
        "p",
        made_by(article),
    )
    source = child(child(file, "sourceDesc"), "bibl")
    for name, value in (("title", document.title), ("publisher", document.outlet), ("date", document.published)):
        if value:
            child(source, name, value)
    if document.url:
        child(source, "ref", document.url).set("target", clean(document.url))
    if speakers:
        people = child(child(child(header, "profileDesc"), "particDesc"), "listPerson")
        for number, (name, kind) in enumerate(speakers, 1):
            person = child(people, "person")
            person.set("xml:id", f"s{number}")
            child(person, "persName", name)
            person.set("role", kind)
    return header


def made_by(article: Article) -> str:
    """What read the article."""
    model = f", model {article.made_by.model}" if article.made_by.model else ""
    return f"Annotated by sayso {article.made_by.version}{model}."


def pieces_of(text: str, entries: Iterable[Entry]) -> Iterator[Piece]:
    """The contents, cut where a paragraph ends and where one that began before ends within another."""
    placed = [
        (Span(m.start(), m.end()), number)
        for number, entry in enumerate(entries)
        for span in entry.content_spans
        for m in PARAGRAPH.finditer(text, span.start, span.stop)
    ]
    for at, (span, number) in enumerate(placed, 1):
        cuts = {other.stop for other, _ in placed if other.start < span.start < other.stop < span.stop}
        for n, (start, stop) in enumerate(pairwise(sorted({span.start, span.stop} | cuts)), 1):
            yield Piece(Span(start, stop), number, f"c{number + 1}-{at}-{n}")


def filled(article: Article, span: Span, pieces: Sequence[Piece], who: Mapping[str, str]) -> Element:
    """A paragraph with the pieces within it, one in another where they lie so."""
    paragraph = Element("p")
    text = article.document.text
    open_ones: list[tuple[Element, int]] = [(paragraph, span.stop)]
    at = span.start
    for piece in sorted(pieces, key=lambda p: reading_order((p.span,))):
        at = close(text, open_ones, at, piece.span.start)
        add_text(open_ones[-1][0], text[at : piece.span.start])
        at = piece.span.start
        said = child(open_ones[-1][0], "said")
        describe(said, piece, article, who)
        open_ones.append((said, piece.span.stop))
    close(text, open_ones, at, span.stop + 1)
    return paragraph


def close(text: str, open_ones: list[tuple[Element, int]], at: int, before: int) -> int:
    """Close the elements that end before a place, with their text; where the text goes on."""
    while open_ones and (open_ones[-1][1] <= before if len(open_ones) > 1 else open_ones[-1][1] < before):
        element, stop = open_ones.pop()
        add_text(element, text[at:stop])
        at = stop
    return at


def describe(said: Element, piece: Piece, article: Article, who: Mapping[str, str]) -> None:
    """What is told of a statement at each of its pieces."""
    entry = article.entries[piece.number]
    said.set("xml:id", piece.id)
    said.set("corresp", clean(statement_iri(article.document, entry)))
    said.set("direct", {"direct": "true", "mixed": "unknown"}.get(entry.form, "false"))
    if entry.speaker:
        said.set("who", f"#{who[entry.speaker]}")
    told = (f"{name}:{value}" for name in ANALYSED if (value := getattr(entry, name)))
    said.set("ana", clean(" ".join(f"urn:sayso:{one}" for one in told)))


def link(body: Element) -> None:
    """Tie the pieces of one statement to one another."""
    by_statement: dict[str, list[Element]] = {}
    for said in body.iter("said"):
        by_statement.setdefault(said.get("xml:id", "").split("-")[0], []).append(said)
    for pieces in by_statement.values():
        for first, second in pairwise(pieces):
            first.set("next", f"#{second.get('xml:id')}")
            second.set("prev", f"#{first.get('xml:id')}")


def child(parent: Element, name: str, text: str | None = None) -> Element:
    """A new element at the end of another."""
    made = SubElement(parent, name)
    if text is not None:
        add_text(made, text)
    return made


def add_text(element: Element, text: str) -> None:
    """Text at the end of an element."""
    if len(element):
        element[-1].tail = (element[-1].tail or "") + clean(text)
    else:
        element.text = (element.text or "") + clean(text)


def clean(text: str) -> str:
    """A text with U+FFFD for what no XML document may hold."""
    return FORBIDDEN.sub("\ufffd", text)
