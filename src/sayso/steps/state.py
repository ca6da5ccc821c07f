"""The stating step. In: a document's attributions; out: its Statements, edges as the guideline has them, form set,
nesting told, doubles dropped, in the order of the text."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

import msgspec

from sayso.forms import Levels, by_depth, counting, form
from sayso.languages import LANGUAGES
from sayso.marks import Quotation
from sayso.model.words import WORD
from sayso.records import Attribution, Document, Statement
from sayso.spans import Span, covers, cut, hull, join, length, reading_order, subtract, trim
from sayso.text import paired

# What a span never has at its edge: quotation marks, dashes, and the stop or comma at its end.
EDGE = "\"“”„‟«»‹›‘’‚'＂`,.;:—–―-…"
FIRST_WORD = re.compile(r"\w+\s+")
ABBREVIATION = re.compile(r"(?:\b\w\.)+$")


def state(
    document: Document, attributions: Sequence[Attribution], quotations: Sequence[Quotation]
) -> tuple[Statement, ...]:
    """The statements of a document. An attribution whose content holds no word makes none, and neither does one that
    says that nothing was said."""
    text_hash = hashlib.sha256(document.text.encode("utf-8", "surrogatepass"))
    levels = by_depth(quotations)
    made: dict[str, Statement] = {}
    for attribution in attributions:
        trimmed = with_edges(document, attribution)
        if trimmed.content and not says_nothing(document, trimmed):
            statement = statement_of(document, trimmed, levels, text_hash.copy())
            made.setdefault(statement.id, statement)
    return tuple(nest(sorted(made.values(), key=lambda s: reading_order(s.source + s.cue + s.content))))


def statement_of(document: Document, a: Attribution, quotations: Levels, key: hashlib._Hash) -> Statement:
    """The statement of an attribution; its id hashes the text and the spans."""
    language = LANGUAGES[document.lang]
    value, rule = form(document.text, a, counting(document.text, a, quotations, language), language)
    key.update(msgspec.json.encode((a.source, a.cue, a.content)))
    fields = {name: getattr(a, name) for name in a.__struct_fields__}
    return Statement(id=key.hexdigest()[:16], form=value, form_rule=rule, **fields)


def says_nothing(document: Document, a: Attribution) -> bool:
    """Whether the cue is a plain verb of saying, negated: *has not said whether*, *did not comment on*. A negated
    denial, belief or wish (*does not want*, *did not rule out*) is still a statement."""
    language = LANGUAGES[document.lang]
    words = [language.key(m.group()) for s in a.cue for m in WORD.finditer(document.text, s.start, s.stop)]
    negated = next((n for n, word in enumerate(words) if word in language.negations), len(words))
    return any(word in language.unsaid for word in words[negated:])


def with_edges(document: Document, a: Attribution) -> Attribution:
    """The attribution with its spans trimmed, the opening *that* left out, and nothing of its source or cue within
    its content."""
    source, cue = (tuple(filter(None, (trim_edges(document.text, s) for s in spans))) for spans in (a.source, a.cue))
    cue = cue or a.cue  # a signature's dash is a cue
    parts = [part for span in join(document.text, a.content) for part in subtract(span, source + cue)]
    parts = [part for part in parts if any(c.isalnum() for c in cut(document.text, part))]
    after_cue = min((s.stop for s in cue), default=len(document.text))
    content = tuple(
        filter(
            None, (trim_content(document, p) if p.start >= after_cue else trim_edges(document.text, p) for p in parts)
        )
    )
    return msgspec.structs.replace(a, source=source, cue=cue, content=content)


def trim_edges(text: str, span: Span) -> Span | None:
    """The span without white space and marks at its edges; the stop of an abbreviation (U.S.) stays, and the mark that
    closes or opens what stands within (*in the “Nord”*) is taken in."""
    trimmed = trim(text, span, EDGE)
    trimmed = trimmed and paired(text, trimmed)
    if trimmed and text[trimmed.stop : trimmed.stop + 1] == "." and trimmed.stop < span.stop:
        initials = ABBREVIATION.search(text, max(span.start, trimmed.stop - 12), trimmed.stop + 1)
        if initials and initials.end() - initials.start() > 2:
            return Span(trimmed.start, trimmed.stop + 1)
    return trimmed


def trim_content(document: Document, span: Span) -> Span | None:
    """The same, and without the word that opens a reported clause: lower case, and no quotation's first word."""
    trimmed = trim_edges(document.text, span)
    first = FIRST_WORD.match(document.text, trimmed.start, trimmed.stop) if trimmed else None
    quoted = trimmed and document.text[trimmed.start - 1 : trimmed.start] in tuple("\"“”„«‹‘'`")
    if first and not quoted and first.group().strip() in LANGUAGES[document.lang].openers:
        return trim_edges(document.text, Span(first.end(), span.stop))
    return trimmed


def nest(statements: list[Statement]) -> list[Statement]:
    """Each statement with ``inside``: the smallest other one whose content holds its content and its cue. Both lists
    are walked in the order of the text, so that only the neighbours of a statement are asked."""
    hulls = sorted((hull(s.content), n) for n, s in enumerate(statements))
    longest = max((h.stop - h.start for h, _ in hulls), default=0)
    nested = []
    for inner in statements:
        whole = hull(inner.content + inner.cue)
        low = bisect_left(hulls, (Span(max(0, whole.stop - longest), whole.stop), -1))
        high = bisect_right(hulls, whole.start, key=lambda pair: pair[0].start)
        near = [statements[n] for _, n in hulls[low:high]]
        nested.append(msgspec.structs.replace(inner, inside=parent_of(inner, near)))
    return nested


def parent_of(inner: Statement, near: Sequence[Statement]) -> str | None:
    words = inner.content + inner.cue
    parents = [
        (length(outer.content), outer.id)
        for outer in near
        if outer.id != inner.id and covers(outer.content, words) and length(outer.content) > length(inner.content)
    ]
    return min(parents)[1] if parents else None
