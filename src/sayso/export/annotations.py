"""W3C Web Annotation (https://www.w3.org/TR/annotation-model/), a page of annotations in JSON-LD, one a statement.

The target is the content, each stretch with a TextPositionSelector and a TextQuoteSelector; of the bodies one is the
statement's facts, in sayso's own words, and one each the source and the cue with their selectors. Positions are code
points of the article's text as the ledger has it; in the page itself the quotation finds the place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, TextIO

from sayso.ledger.entry import Article, Entry
from sayso.ledger.rows import digest_of, encode
from sayso.records import Document
from sayso.spans import Span, Spans, cut

CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"sayso": "urn:sayso:"}]
ROUND = 32  # characters before and after a quotation
FACTS = (
    "speaker", "kind", "role", "side", "via", "form", "said_on", "day", "addressee", "venue", "act", "force", "plover",
    "cameo", "condition", "polarity", "time", "stance", "about", "score", "corrected", "group",
)  # fmt: skip


def write_annotations(articles: Iterable[Article], out: TextIO) -> int:
    """Write the statements of articles; how many they are."""
    page = '"id":"urn:sayso:export","type":"AnnotationPage","startIndex":0,"items":['
    return write_graph(articles, out, f'{{"@context":{encode(CONTEXT)},{page}', annotation_of)


def write_graph(
    articles: Iterable[Article], out: TextIO, begin: str, node_of: Callable[[Article, Entry], dict[str, Any]]
) -> int:
    """Write JSON-LD that begins so, a node a statement; how many they are."""
    number = 0
    out.write(begin)
    for article in articles:
        for entry in article.entries:
            out.write((",\n" if number else "\n") + encode(node_of(article, entry)))
            number += 1
    out.write("\n]}\n")
    return number


def annotation_of(article: Article, entry: Entry) -> dict[str, Any]:
    """The annotation of a statement."""
    facts = {f"sayso:{name}": value for name in FACTS if (value := getattr(entry, name)) not in (None, ())}
    if entry.figures:
        facts["sayso:figures"] = [claim.words for claim in entry.figures]
    marked = [
        {"type": "SpecificResource", "purpose": "identifying", "sayso:is": role, **target}
        for role, spans in (("source", entry.source_spans), ("cue", entry.cue_spans))
        for target in targets(article.document, spans)
    ]
    made_by = article.made_by
    model = {"sayso:model": made_by.model} if made_by.model else {}
    return {
        "id": statement_iri(article.document, entry),
        "type": "Annotation",
        "motivation": "describing",
        "generator": {"type": "Software", "name": f"sayso {made_by.version}", **model},
        "body": [{"type": "sayso:Statement", "purpose": "describing", **facts}, *marked],
        "target": list(targets(article.document, entry.content_spans)),
    }


def targets(document: Document, spans: Spans) -> Iterator[dict[str, Any]]:
    """Spans of an article, each with its selectors."""
    for span in spans:
        yield {"source": source_of(document), "selector": [position(span), quotation(document.text, span)]}


def source_of(document: Document) -> str:
    """The IRI of an article: its address, or without one that of its text."""
    return document.url or f"urn:sayso:document:{digest_of(document.text)}"


def statement_iri(document: Document, entry: Entry) -> str:
    """The IRI of a statement, which in copies of one text is another in each."""
    return f"urn:sayso:statement:{entry.id}:{digest_of(source_of(document))[:8]}"


def position(span: Span) -> dict[str, Any]:
    return {"type": "TextPositionSelector", "start": span.start, "end": span.stop}


def quotation(text: str, span: Span) -> dict[str, Any]:
    """The exact words of a span with a little of what stands round them."""
    return {
        "type": "TextQuoteSelector",
        "exact": cut(text, span),
        "prefix": text[max(0, span.start - ROUND) : span.start],
        "suffix": text[span.stop : span.stop + ROUND],
    }
