"""Start here: the steps in order. In: pages; out: readings.

    page → clean → tag → quote → tag_within → state (with form) → gather_cast → resolve
         → date → address → classify → figure → check → Reading

``read`` is ``next(read_many([page]))``: one path, never two.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import msgspec

from sayso.ahead import ahead
from sayso.answers.frame import frames_of
from sayso.check import check
from sayso.clean.lines import split_lines, split_paragraphs
from sayso.dates.timeline import timeline
from sayso.errors import InputError, LanguageError
from sayso.languages import READABLE
from sayso.marks import find_quotations
from sayso.model.pack import PACK
from sayso.records import Document, Failure, MadeBy, Page, Reading
from sayso.roster.roster import Roster, open_roster
from sayso.spans import Span, blank, join
from sayso.steps.address import address
from sayso.steps.classify import classify
from sayso.steps.clean import clean
from sayso.steps.date import date
from sayso.steps.figure import figure
from sayso.steps.gather import gather_cast
from sayso.steps.resolve import resolve
from sayso.steps.state import state
from sayso.tagged import MOST_TOGETHER, Models, in_batches, tag_all
from sayso.version import VERSION

# Documents are read together until they hold this many characters: enough to keep every core busy.
BATCH = 40_000
BREAK = re.compile(r"[\r\n]")


def read(
    text: str | bytes,
    *,
    id: str = "text",
    html: bool = False,
    title: str | None = None,
    outlet: str | None = None,
    published: str | None = None,
    url: str | None = None,
    lang: str | None = None,
    pack: Path = PACK,
    roster: Path | None = None,
) -> Reading:
    """Read one article.

    ``text`` is its text, or with ``html`` its page; bytes are decoded as a file's would be. ``published`` is an ISO
    prefix such as 2025-03-14. Offsets in the reading are Unicode code points of ``reading.document.text``, which for a
    plain text is the text itself; ``roster`` is a table of office-holders to use in the place of the user's own. Raises
    InputError when there is nothing to read, LanguageError when the language cannot be read, ModelError when the model
    pack is damaged, RosterError when the roster is no sound table.
    """
    page = Page(
        id=id, body=text, media="html" if html else "text", title=title, outlet=outlet, published=published, url=url,
        lang=lang,
    )  # fmt: skip
    result = next(read_many([page], pack=pack, roster=roster))
    if isinstance(result, Failure):
        raise (LanguageError if result.kind == "LanguageError" else InputError)(result.message)
    return result


def read_many(
    pages: Iterable[Page | Failure], *, pack: Path = PACK, threads: int | None = None, roster: Path | None = None
) -> Iterator[Reading | Failure]:
    """Read pages one after another, in order; while the model reads some, the next are cleaned.

    A page that cannot be read yields a Failure in its place, and the rest goes on. ``threads`` is how many threads the
    model runs on (None: as many as there are cores). Raises ModelError when the model pack is damaged, RosterError when
    the roster is no sound table.
    """
    models, known = Models(pack, threads), open_roster(roster)
    for batch in in_batches(ahead(cleaned, pages, MOST_TOGETHER), length_of, BATCH):
        documents = [d for d in batch if isinstance(d, Document)]
        readings = iter(read_documents(documents, models, known))
        yield from (next(readings) if isinstance(d, Document) else d for d in batch)


def length_of(document: Document | Failure) -> int:
    return len(document.text) if isinstance(document, Document) else 0


def cleaned(page: Page | Failure) -> Document | Failure:
    """The page's document, or why there is none."""
    if isinstance(page, Failure):
        return page
    try:
        return clean(page, readable=READABLE)
    except InputError as error:
        return Failure(
            id=page.id, message=str(error), kind="LanguageError" if isinstance(error, LanguageError) else "InputError"
        )


def read_documents(documents: Sequence[Document], models: Models, roster: Roster) -> Iterator[Reading]:
    """The readings of documents, in order."""
    bodies = [body_of(document) for document in documents]
    for document, body, tagged in zip(documents, bodies, tag_all(bodies, models), strict=True):
        made_by = MadeBy(version=VERSION, model=tagged.model, roster=roster.digest)
        quotations = find_quotations(body.text)
        stated = state(document, tagged.attributions, quotations)
        scene, cast = gather_cast(body, stated, tagged.words, tagged.sense, roster)
        times = timeline(body.text, tagged.words, scene.language, document.published)
        statements = resolve(stated, scene, cast, tagged.sense)
        frames = frames_of(statements, scene, cast, times, quotations)
        for answered in (date, address, classify):
            statements = answered(statements, frames)
        statements = figure(statements, document.text, times, scene.language)
        faults = {s.id: found for s in statements if (found := check(document, s))}
        told = tuple(fault for found in faults.values() for fault in found)
        sound = (s for s in statements if s.id not in faults)
        whole = tuple(msgspec.structs.replace(s, inside=None) if s.inside in faults else s for s in sound)
        yield Reading(document=document, cast=cast.members, statements=whole, faults=told, made_by=made_by)


def body_of(document: Document) -> Document:
    """The document as the steps see it, offset by offset the same: furniture and foreign paragraphs blanked, and in a
    text whose lines were wrapped by hand the lines of a paragraph made one."""
    text = blank(document.text, join(document.text, (*document.furniture, *document.foreign)))
    lines = split_lines(text)
    paragraphs = split_paragraphs(text, lines)
    if len(paragraphs) < len(lines):
        breaks = (m.start() for p in paragraphs for m in BREAK.finditer(text, p.start, p.stop))
        text = blank(text, [Span(at, at + 1) for at in breaks])
    return msgspec.structs.replace(document, text=text, furniture=())
