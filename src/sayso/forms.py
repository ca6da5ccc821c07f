"""The form of an attribution. In: its content and cue with the document's quotations; out: the form and the rule.

RULES stand in order; the first that holds sets the form.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from sayso.languages import Language
from sayso.marks import Quotation
from sayso.model.words import WORD
from sayso.records import Attribution, Form
from sayso.spans import Span, cut, holds, hull
from sayso.turns import AROUND

Levels = Mapping[int, Sequence[Quotation]]  # the quotations of each depth, in order
LONGEST_NAME = 4  # words
LONGEST_WORD = 40  # characters


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the rules look at: how many of the content's words there are and how many stand inside quotations, and the
    cue's words in lower case."""

    words: int
    quoted: int
    cue: tuple[str, ...]
    language: Language

    @property
    def unquoted(self) -> int:
        return self.words - self.quoted


def is_direct(e: Evidence) -> bool:
    """All of the content inside quotation marks or a dash turn."""
    return e.quoted > 0 and e.unquoted == 0


def is_mixed(e: Evidence) -> bool:
    """Part of it inside."""
    return e.quoted > 0


def is_ascribed(e: Evidence) -> bool:
    """No quotation, and the cue is an inner state with no act of speech."""
    told = [w for w in e.cue if w not in e.language.auxiliaries]
    return any(w in e.language.inner for w in told) and not any(
        w in e.language.speech and w not in e.language.inner for w in told
    )


def is_indirect(e: Evidence) -> bool:
    """None of the above."""
    return True


RULES: tuple[tuple[str, Form, Callable[[Evidence], bool]], ...] = (
    ("all words quoted", "direct", is_direct),
    ("some words quoted", "mixed", is_mixed),
    ("inner state", "ascribed", is_ascribed),
    ("reported", "indirect", is_indirect),
)


def form(text: str, attribution: Attribution, quotations: Sequence[Quotation], language: Language) -> tuple[Form, str]:
    """The form and the name of the rule that set it. ``quotations`` are those that count (``counting``), in order."""
    evidence = evidence_of(text, attribution, quotations, language)
    return next((value, name) for name, value, holds in RULES if holds(evidence))


def by_depth(quotations: Sequence[Quotation]) -> Levels:
    """A document's quotations by their depth."""
    levels: dict[int, list[Quotation]] = {}
    for q in quotations:
        levels.setdefault(q.depth, []).append(q)
    return levels


def counting(text: str, attribution: Attribution, quotations: Levels, language: Language) -> list[Quotation]:
    """Of the quotations that a content meets, in order, those by which its form is told: the outermost ones; for what
    is attributed within a quotation, and not by the narrator between its marks, those inside that one.
    Where a language writes the names of bodies in quotation marks, these are left out."""
    spans = (*attribution.cue, *attribution.content)
    level = quotations.get(0, [])
    around = near(level, hull(attribution.cue)) if attribution.cue and attribution.rule != AROUND else []
    if any(all(holds(q.inner, s) for s in spans) for q in around):
        level = quotations.get(1, [])
    met = [q for span in attribution.content for q in near(level, span)]
    return [q for q in dict.fromkeys(met) if not language.inflects or not is_name(text, q)]


def is_name(text: str, quotation: Quotation) -> bool:
    """Whether a quotation is a name: a few words that begin with a capital, in the middle of a sentence, and end in no
    mark."""
    if quotation.inner.stop - quotation.inner.start > LONGEST_NAME * LONGEST_WORD:
        return False
    words = cut(text, quotation.inner).split()
    before = text[max(0, quotation.outer.start - 8) : quotation.outer.start].rstrip(" \t\u00a0")[-1:]
    opens = not before or before in "\n\r.!?…:—–-,"
    return (
        0 < len(words) <= LONGEST_NAME
        and quotation.closed
        and quotation.mark != "—"
        and words[0][:1].isupper()
        and words[-1][-1:].isalnum()
        and not opens
    )


def evidence_of(text: str, attribution: Attribution, quotations: Sequence[Quotation], language: Language) -> Evidence:
    words = quoted = 0
    for span in attribution.content:
        inside = [q.inner for q in near(quotations, span)]
        for match in WORD.finditer(text, span.start, span.stop):
            if match.group()[0].isalnum():
                words += 1
                quoted += any(q.start <= match.start() and match.end() <= q.stop for q in inside)
    cue = tuple(language.key(m.group()) for s in attribution.cue for m in WORD.finditer(cut(text, s)))
    return Evidence(words, quoted, cue, language)


def near(quotations: Sequence[Quotation], span: Span) -> list[Quotation]:
    """Those that meet a span, of quotations that stand in order and apart."""
    low = bisect_right(quotations, span.start, key=lambda q: q.outer.stop)
    high = bisect_left(quotations, span.stop, key=lambda q: q.outer.start)
    return list(quotations[low:high])
