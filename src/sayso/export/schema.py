"""schema.org in JSON-LD: a Quotation for what is quoted as it was said (form *direct*), a Claim for what is reported.

https://schema.org/Quotation, https://schema.org/Claim. The vocabulary stands in the file's own context, so that it is
read without the net.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TextIO

from sayso.export.annotations import source_of, statement_iri, write_graph
from sayso.ledger.entry import Article, Entry
from sayso.ledger.rows import encode
from sayso.records import Document, SpeakerKind

CONTEXT = {"@vocab": "https://schema.org/", "url": {"@type": "@id"}, "sayso": "urn:sayso:"}
TYPES: dict[SpeakerKind, str] = {
    "person": "Person", "organization": "Organization", "country": "Country", "document": "CreativeWork",
}  # fmt: skip
OURS = (
    "act",
    "force",
    "plover",
    "cameo",
    "form",
    "role",
    "side",
    "condition",
    "via",
    "day",
    "corrected",
    "group",
    "version",
    "model",
)


def write_schema(articles: Iterable[Article], out: TextIO) -> int:
    """Write the statements of articles; how many they are."""
    return write_graph(articles, out, f'{{"@context":{encode(CONTEXT)},"@graph":[', node_of)


def node_of(article: Article, entry: Entry) -> dict[str, Any]:
    """The node of a statement, without what is not known."""
    quoted = entry.form == "direct"
    spans = [f"{s.start}-{s.stop}" for s in entry.content_spans]
    node: dict[str, Any] = {
        "@id": statement_iri(article.document, entry),
        "@type": "Quotation" if quoted else "Claim",
        "text": entry.content,
        "creator": creator_of(entry),
        "dateCreated": entry.said_on,
        "isPartOf" if quoted else "appearance": work_of(article.document),
        "about": [{"@type": "Thing", "name": name} for name in entry.about],
        "inLanguage": entry.lang,
        "identifier": entry.id,
        "sayso:source": entry.source,
        "sayso:cue": entry.cue,
        "sayso:content_spans": spans,
        **{f"sayso:{name}": getattr(entry, name) for name in OURS},
        "sayso:figures": [claim.words for claim in entry.figures],
    }
    return {name: value for name, value in node.items() if value not in (None, "", [], ())}


def creator_of(entry: Entry) -> dict[str, str] | None:
    """Who said it: one who is described only has no type of schema.org's but Thing."""
    if entry.speaker is None:
        return None
    return {"@type": TYPES.get(entry.kind or "unnamed", "Thing"), "name": entry.speaker}


def work_of(document: Document) -> dict[str, Any]:
    """The article."""
    work: dict[str, Any] = {
        "@id": source_of(document),
        "@type": "NewsArticle",
        "headline": document.title,
        "url": document.url,
        "datePublished": document.published,
        "publisher": {"@type": "Organization", "name": document.outlet} if document.outlet else None,
        "inLanguage": document.lang,
    }
    return {name: value for name, value in work.items() if value is not None}
