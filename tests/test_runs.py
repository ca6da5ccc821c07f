"""A text in runs: nothing of it is lost, and every run has the marks that lie on it."""

from __future__ import annotations

import time
from pathlib import Path
from tempfile import mkdtemp

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from sayso.ledger.entry import Entry
from sayso.ledger.ledger import Ledger
from sayso.ledger.query import parse_query
from sayso.records import Document
from sayso.spans import Span, holds
from sayso.web.runs import paragraphs
from tests.marked import reading_of
from tests.test_exports import ENTRIES

TEXTS = st.text(st.sampled_from("ab 🙂é\n"), min_size=2, max_size=40)


@given(TEXTS, st.lists(st.tuples(st.integers(0, 40), st.integers(1, 40)), max_size=6), ENTRIES)
def test_nothing_is_lost(text: str, pairs: list[tuple[int, int]], bare: Entry) -> None:
    spans = [Span(a % len(text), min(a % len(text) + b, len(text))) for a, b in pairs]
    entries = [replace(bare, content_spans=(s,), cue_spans=(), source_spans=()) for s in spans]
    made = paragraphs(Document(id="a", text=text, lang="en"), entries)
    assert ["".join(run.text for run in p.runs) for p in made] == [line for line in text.split("\n") if line]
    at = 0
    for paragraph in made:
        while text[at] == "\n":
            at += 1
        for run in paragraph.runs:
            here = Span(at, at + len(run.text))
            assert {m.statement for m in run.marks} == {n for n, s in enumerate(spans, 1) if holds(s, here)}
            at = here.stop


def test_the_time_grows_with_the_text_alone() -> None:
    (entry,) = entries_of("{1s He} {1q said} that {1c it was so}.\n")

    def taken(size: int) -> float:
        line = "He said that it was so.\n"
        spans = [Span(n * len(line) + 13, n * len(line) + 22) for n in range(size)]
        entries = [replace(entry, content_spans=(span,), source_spans=(), cue_spans=()) for span in spans]
        started = time.perf_counter()
        paragraphs(Document(id="a", text=line * size, lang="en"), entries)
        return time.perf_counter() - started

    taken(100)
    assert taken(8_000) < 30 * taken(1_000)  # eight times the text; if each mark were tried on each line, 64


def entries_of(line: str) -> tuple[Entry, ...]:
    with Ledger(Path(mkdtemp()) / "ledger.sqlite") as ledger:
        ledger.add(reading_of(line))
        return next(ledger.articles(parse_query(""))).entries
