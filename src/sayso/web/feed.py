"""A search as an Atom feed (RFC 4287). In: hits, the search and the server's address; out: XML."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlencode
from xml.etree.ElementTree import Element, SubElement, tostring

from sayso.export.tei import clean
from sayso.ledger.hit import Hit

ATOM = "http://www.w3.org/2005/Atom"
NO_DAY = "1970-01-01"


def feed(hits: Sequence[Hit], q: str, base: str) -> bytes:
    """The feed of a search; ``base`` is the server's address without a slash at its end."""
    root = Element("feed", {"xmlns": ATOM})
    add(root, "title", f"sayso: {q or 'all statements'}")
    add(root, "id", f"{base}/feed.atom?{urlencode({'q': q})}")
    SubElement(root, "link", {"rel": "self", "href": f"{base}/feed.atom?{urlencode({'q': q})}"})
    SubElement(root, "link", {"rel": "alternate", "type": "text/html", "href": f"{base}/?{urlencode({'q': q})}"})
    add(root, "updated", moment(hits[0].day if hits else None))
    for hit in hits:
        entry = SubElement(root, "entry")
        who = hit.speaker or hit.source or "no source named"
        add(entry, "title", f"{who}: {' '.join(hit.content.split())[:120]}")
        add(entry, "id", f"urn:sayso:statement:{hit.id}")
        add(entry, "updated", moment(hit.day))
        add(SubElement(entry, "author"), "name", who)
        SubElement(entry, "link", {"rel": "alternate", "href": f"{base}/article/{hit.document}?statement={hit.id}"})
        if hit.url:
            SubElement(entry, "link", {"rel": "via", "href": clean(hit.url)})
        add(entry, "category", hit.act or "state").set("term", hit.act or "state")
        add(entry, "summary", f"{hit.source} {hit.cue}: {hit.content} ({hit.outlet or hit.title or hit.name})")
    return b'<?xml version="1.0" encoding="utf-8"?>\n' + str(tostring(root, encoding="unicode")).encode(
        "utf-8", "replace"
    )


def add(parent: Element, name: str, text: str) -> Element:
    """A new element with a text."""
    element = SubElement(parent, name)
    element.text = clean(text)
    return element


def moment(day: str | None) -> str:
    """The beginning of a day, month or year, as Atom has it."""
    whole = (day or NO_DAY) + "-01-01"[len(day or NO_DAY) - 4 :] if len(day or NO_DAY) < len(NO_DAY) else day or NO_DAY
    return f"{whole}T00:00:00Z"
