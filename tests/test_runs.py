"""A text in runs: nothing of it is lost, and every run has the marks that lie on it."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from sayso.ledger.entry import Entry
from sayso.records import Document
from sayso.spans import Span, holds
from sayso.web.runs import paragraphs
from tests.test_exports import ENTRIES

TEXTS = st.text(st.sampled_from("ab 🙂é\n"), min_size=2, max_size=40)


@given(TEXTS, st.lists(st.tuples(st.integers(0, 40), st.integers(1, 40)), max_size=6), ENTRIES)
@settings(max_examples=300)
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
