"""Documents tagged, each by what reads its language: the encoder, section by section, or the parser and the rules over
syntax. In: documents; out: a Tagged each."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import msgspec

from sayso.languages import LANGUAGES
from sayso.marks import find_quotations, split_sections
from sayso.model.pack import Pack, open_pack
from sayso.model.parser import open_parser, parse
from sayso.model.sense import EncoderSense, Sense, joined
from sayso.records import Attribution, Document
from sayso.spans import Span, cut, holds, hull, shifted, within
from sayso.steps.quote import quote
from sayso.steps.tag import tag, tag_within
from sayso.steps.tag_syntax import tag_syntax
from sayso.text import Token, tokens

MOST_TOGETHER = 16
# A document longer than this is read section by section by the encoder.
SECTION = 40_000
Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Tagged:
    """A document's attributions, its words, what they name and refer to, and the digest of the model that has read
    it."""

    attributions: Sequence[Attribution]
    words: Sequence[Token]
    sense: Sense
    model: str


@dataclass(frozen=True, slots=True)
class Models:
    """Where the models are; each is opened when a document first needs it."""

    pack: Path
    threads: int | None = None


def tag_all(documents: Sequence[Document], models: Models) -> list[Tagged]:
    """The documents tagged, in order."""
    parsed = [n for n, d in enumerate(documents) if LANGUAGES[d.lang].cues is not None]
    encoded = [n for n in range(len(documents)) if n not in set(parsed)]
    found: dict[int, Tagged] = {}
    if encoded:
        found |= zip(encoded, by_encoder([documents[n] for n in encoded], models), strict=True)
    if parsed:
        found |= zip(parsed, by_parser([documents[n] for n in parsed]), strict=True)
    return [found[n] for n in range(len(documents))]


def by_parser(documents: Sequence[Document]) -> Iterator[Tagged]:
    """Documents whose languages are read by rules over syntax."""
    digest = open_parser().digest
    trees = parse([d.text for d in documents])
    for document, tree, (attributions, sense) in zip(documents, trees, tag_syntax(documents, trees), strict=True):
        yield Tagged(quoted(document, attributions), tree.words, sense, digest)


def quoted(document: Document, attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions mended by the quotation marks, section by section, so that the work grows with the document's
    length and no faster. What runs over sections stays as it is."""
    done: list[Attribution] = []
    placed = sorted(((hull(a.source + a.cue + a.content), a) for a in attributions), key=lambda pair: pair[0])
    for section in split_sections(document.text, SECTION):
        low, high = (bisect_left(placed, at, key=lambda pair: pair[0].start) for at in (section.start, section.stop))
        part = part_of(document, section)
        own = [moved_by(a, -section.start) for whole, a in placed[low:high] if holds(section, whole)]
        done += (moved_by(a, section.start) for a in quote(part, own, find_quotations(part.text)))
        done += (a for whole, a in placed[low:high] if not holds(section, whole))
    return done


def moved_by(attribution: Attribution, by: int) -> Attribution:
    """An attribution with its spans moved by so many code points."""
    roles = ("source", "cue", "content")
    return msgspec.structs.replace(attribution, **{role: shifted(getattr(attribution, role), by) for role in roles})


def by_encoder(documents: Sequence[Document], models: Models) -> Iterator[Tagged]:
    """Documents whose language has a model that was trained on attributions."""
    pack = open_pack(models.pack, models.threads)
    for document, (attributions, sense) in zip(documents, attribute(documents, pack), strict=True):
        yield Tagged(attributions, tokens(document.text), sense, pack.digest)


def attribute(documents: Sequence[Document], pack: Pack) -> list[tuple[list[Attribution], EncoderSense]]:
    """The attributions of each document and the sense of its words, section by section, so that the model's memory does
    not grow with a document."""
    found: list[list[Attribution]] = [[] for _ in documents]
    senses: list[list[tuple[int, EncoderSense]]] = [[] for _ in documents]
    sections = [(n, span) for n, d in enumerate(documents) for span in split_sections(d.text, SECTION)]
    for batch in in_batches(sections, lambda section: section[1].stop - section[1].start, SECTION):
        parts = [part_of(documents[number], span) for number, span in batch]
        tagged = tag(parts, pack)
        mended = [quote(p, a, find_quotations(p.text)) for p, (a, _) in zip(parts, tagged, strict=True)]
        nested = tag_within(parts, mended, pack)
        for (number, span), attributions, (_, sense) in zip(batch, nested, tagged, strict=True):
            senses[number].append((span.start, sense))
            found[number] += (moved_by(a, span.start) for a in attributions)
    return [(a, joined(s, pack.far)) for a, s in zip(found, senses, strict=True)]


def part_of(document: Document, span: Span) -> Document:
    """A section of a document as a document of its own."""
    return msgspec.structs.replace(document, text=cut(document.text, span), headings=within(document.headings, span))


def in_batches(items: Iterable[Item], size: Callable[[Item], int], limit: int) -> Iterator[list[Item]]:
    """Runs of items of about ``limit`` together by size, at most MOST_TOGETHER."""
    batch: list[Item] = []
    total = 0
    for item in items:
        batch.append(item)
        total += size(item)
        if total >= limit or len(batch) >= MOST_TOGETHER:
            yield batch
            batch, total = [], 0
    if batch:
        yield batch
