"""Figures of what was read, by the shared scorers. In: a corpus and the statements found in each of its articles; out:
for each figure its precision, recall and F1, from 0 to 1.

``bridge`` is the one place where the conventions of PolNeAR and of the gold guideline are told apart.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, cast

import msgspec

from evaluation.corpora import PLACES, Article, Corpus, EvaluationError, load_tool
from sayso import Failure, Page, Span, Statement, read_many
from sayso.spans import meets

Figures = dict[str, dict[str, float]]
Found = Mapping[str, Sequence[Statement]]  # by the id of the article
ROLES = ("source", "cue", "content")
# The word that opens a reported clause, with nothing but marks and space between it and the content.
OPENER = re.compile(r"\bthat[\s\"“‘'`]+$", re.IGNORECASE)
LONGEST_OPENER = 12
HONEST = "speaker or null"


def read_corpus(corpus: Corpus, threads: int | None = None) -> Found:
    """What sayso finds in each article, read as anybody would read it: a plain text and its day, through
    ``read_many``, with the roster that ships."""
    pages = (Page(id=a.id, body=a.text, media="text", lang=corpus.lang, published=a.published) for a in corpus.articles)
    found: dict[str, Sequence[Statement]] = {}
    for article, reading in zip(corpus.articles, read_many(pages, threads=threads), strict=True):
        if isinstance(reading, Failure):
            raise EvaluationError(f"{corpus.name}: {reading.message}")
        if reading.document.text != article.text:
            raise EvaluationError(f"{corpus.name}, {article.id}: the text was changed on reading; spans point astray.")
        found[article.id] = reading.statements
    return found


def score_polnear(shared: Path, articles: Iterable[Article], found: Found, *, nested: bool = False) -> Figures:
    """Figures on PolNeAR, in its conventions. nested: count statements inside others as well."""
    tool = load_tool(shared / PLACES["attribution scorer"])
    triples = [(a.text, a.gold, bridge(a.text, found[a.id], nested=nested)) for a in articles]
    return cast(Figures, tool.score(triples))


def bridge(text: str, statements: Iterable[Statement], *, nested: bool = False) -> list[dict[str, list[list[int]]]]:
    """Statements in PolNeAR's conventions, where they differ from the guideline that sayso follows:

    - PolNeAR counts the *that* which opens a reported clause as content, the guideline leaves it out: the first span
      of a content is widened to the left over a *that* right before it, unless it is the source or the cue;
    - PolNeAR has one layer: a statement inside another one is left out.
    """
    kept = [s for s in statements if nested or s.inside is None]
    return [{"source": pairs(s.source), "cue": pairs(s.cue), "content": pairs(widened(text, s))} for s in kept]


def widened(text: str, statement: Statement) -> tuple[Span, ...]:
    """The content with the *that* right before it."""
    first, *rest = statement.content
    opener = OPENER.search(text, max(0, first.start - LONGEST_OPENER), first.start)
    if opener is None:
        return statement.content
    wide = Span(opener.start(), first.stop)
    if any(meets(wide, span) for span in statement.source + statement.cue):
        return statement.content
    return (wide, *rest)


def pairs(spans: Iterable[Span]) -> list[list[int]]:
    return [[s.start, s.stop] for s in spans]


def score_gold(shared: Path, corpus: Corpus, found: Found) -> Figures:
    """Figures on a gold folder, field by field: what the shared scorer makes of the rows that ``sayso read`` prints."""
    tool = shared / PLACES["statement scorer"]
    with tempfile.TemporaryDirectory() as folder:
        rows = Path(folder, "found.jsonl")
        rows.write_text("".join(row_of(name, s) for name, found_here in found.items() for s in found_here), "utf-8")
        command = [sys.executable, str(tool), str(corpus.path), str(rows), "--json"]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise EvaluationError(f"{tool.name} failed: {done.stderr.strip()[-300:]}")
    figures = cast(Figures, json.loads(done.stdout))
    return {**figures, HONEST: honesty(figures)}


def honesty(figures: Figures) -> dict[str, float]:
    """Of the statements that are found, the share whose speaker is right or left open: 1 less those given wrongly."""
    found, speaker = figures["found"], figures["speaker"]
    right = speaker["recall"] * speaker["gold"]
    given = right / speaker["precision"] if speaker["precision"] else 0.0
    share = 1 - (given - right) / max(1.0, found["recall"] * found["gold"])
    return {"precision": round(share, 3), "recall": 0.0, "f1": 0.0, "gold": found["gold"]}


def row_of(name: str, statement: Statement) -> str:
    fields: dict[str, Any] = msgspec.to_builtins(statement)
    return msgspec.json.encode({"document": name, **fields}).decode() + "\n"


def found_in(shared: Path, article: Article, statements: Sequence[Statement]) -> set[int]:
    """The numbers of the gold statements of an article that are found, paired as the shared scorer pairs them."""
    tool = load_tool(shared / PLACES["statement scorer"])
    words = [m.span() for m in tool.WORD.finditer(article.text)]
    rows = [{role: pairs(getattr(s, role)) for role in ROLES} for s in statements]
    gold, predicted = (
        [{role: tool.words_in(row.get(role) or [], words) for role in ROLES} for row in side]
        for side in (article.gold, rows)
    )
    return {at for at, _ in tool.pair(gold, predicted)}
