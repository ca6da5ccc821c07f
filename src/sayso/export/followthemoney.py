"""FollowTheMoney (https://followthemoney.tech) as NDJSON, an entity a line: each article an Article, each speaker a
Person, Organization or PublicBody, each statement an Event that the speaker and the addressee are involved in, with the
article as its proof."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import sha1
from typing import Any, TextIO

import msgspec

from sayso.export.annotations import source_of
from sayso.ledger.entry import Article, Entry
from sayso.records import Document, SpeakerKind

SCHEMATA: dict[SpeakerKind, str] = {"person": "Person", "organization": "Organization", "country": "PublicBody"}
LANGUAGES = {"en": "eng", "ru": "rus"}  # as FollowTheMoney has them, by ISO 639-3


def write_followthemoney(articles: Iterable[Article], out: TextIO) -> int:
    """Write the statements of articles; how many they are. Each speaker is written once."""
    number = 0
    written: set[str] = set()
    for article in articles:
        for entity in entities_of(article):
            if entity["id"] not in written:
                written.add(entity["id"])
                out.write(msgspec.json.encode(entity).decode() + "\n")
        number += len(article.entries)
    return number


def entities_of(article: Article) -> Iterator[dict[str, Any]]:
    """The entities of an article: itself, who speaks in it, and the statements."""
    proof = article_of(article.document)
    yield proof
    for entry in article.entries:
        speaker = speaker_of(entry)
        if speaker:
            yield speaker
        yield statement_of(article, entry, proof["id"], speaker)


def article_of(document: Document) -> dict[str, Any]:
    return entity(
        "Article",
        source_of(document),
        title=document.title or document.id,
        sourceUrl=document.url,
        publisher=document.outlet,
        publishedAt=document.published,
        language=LANGUAGES.get(document.lang),
        author=list(document.authors),
    )


def speaker_of(entry: Entry) -> dict[str, Any] | None:
    """Who said it; None for one who is only described."""
    if entry.speaker is None or entry.kind not in SCHEMATA:
        return None
    return entity(SCHEMATA[entry.kind], f"{entry.kind}:{entry.speaker}", name=entry.speaker)


def statement_of(article: Article, entry: Entry, proof: str, speaker: dict[str, Any] | None) -> dict[str, Any]:
    """The event of a statement."""
    made_by = f"sayso {entry.version}" + (f", model {entry.model}" if entry.model else "")
    spans = ", ".join(f"{s.start}-{s.stop}" for s in entry.content_spans)
    return entity(
        "Event",
        f"{source_of(article.document)}#{entry.id}",
        name=f"{entry.speaker or entry.source or 'no source'}: {entry.act or 'state'}",
        recordId=entry.id,
        description=entry.content,
        summary=" ".join(filter(None, (entry.source, entry.cue))),
        date=entry.said_on,
        involved=[speaker["id"]] if speaker else None,
        proof=proof,
        sourceUrl=entry.url,
        publisher=entry.outlet,
        namesMentioned=list(entry.about),
        keywords=[f"{name}:{value}" for name in ("act", "form", "plover", "cameo") if (value := getattr(entry, name))],
        notes=[f"characters {spans}", made_by, *(f"via {name}" for name in entry.via)],
    )


def entity(schema: str, key: str, **properties: Any) -> dict[str, Any]:
    """An entity, without what is not known; its id is a hash of its key."""
    told = {name: value if isinstance(value, list) else [value] for name, value in properties.items() if value}
    return {"id": sha1(f"{schema}:{key}".encode("utf-8", "replace")).hexdigest(), "schema": schema, "properties": told}
