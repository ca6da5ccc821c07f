"""Why a statement is as it is. In: a reading and the number of a statement; out: an Explanation in plain fields."""

from __future__ import annotations

import msgspec

from sayso.errors import InputError
from sayso.forms import RULES, evidence_of, near
from sayso.languages import LANGUAGES
from sayso.marks import find_quotations
from sayso.model.pack import Pack
from sayso.model.pieces import split_pieces
from sayso.model.windows import plan_windows
from sayso.model.words import split_words
from sayso.records import Attribution, Reading, Statement
from sayso.spans import Span, cut, hull, meets


class Explanation(msgspec.Struct, frozen=True, kw_only=True):
    """Why a statement is as it is.

    ``rule`` names what found it, ``notes`` the repairs; the scores are the model's, 0 to 1. ``form_rule`` is the rule
    that set the form, ``form_evidence`` what it looked at, ``quotations`` the quotations that its content meets.
    ``windows`` are the stretches of the text that the model read its cue in: what was read, and the core that it
    answers for, in code points."""

    statement: Statement
    words: dict[str, list[str]]
    rule: str
    notes: tuple[str, ...]
    score: float | None
    cue_score: float | None
    role_score: float | None
    form_rule: str
    form_evidence: str
    quotations: tuple[Span, ...]
    windows: tuple[tuple[Span, Span], ...]


def explain(reading: Reading, number: int, pack: Pack) -> Explanation:
    """The explanation of statement ``number`` (from 1, in the order of the reading). Raises InputError when the
    reading has no such statement."""
    if not 1 <= number <= len(reading.statements):
        raise InputError(
            f"statement {number}: {reading.document.id} has {len(reading.statements)} statements, numbered from 1; "
            "`sayso read` shows the numbers."
        )
    s, text = reading.statements[number - 1], reading.document.text
    quotations = [q for q in find_quotations(text) if q.depth == 0]
    attribution = Attribution(source=s.source, cue=s.cue, content=s.content, rule=s.rule)
    evidence = evidence_of(text, attribution, quotations, LANGUAGES[reading.document.lang])
    order = [name for name, _, _ in RULES]
    return Explanation(
        statement=s,
        words={role: [cut(text, span) for span in getattr(s, role)] for role in ("source", "cue", "content")},
        rule=s.rule,
        notes=s.notes,
        score=s.score,
        cue_score=s.cue_score,
        role_score=s.role_score,
        form_rule=f"{s.form_rule} (rule {order.index(s.form_rule) + 1} of {len(order)})",
        form_evidence=f"{evidence.quoted} of {evidence.words} words quoted; cue: {' '.join(evidence.cue) or 'none'}",
        quotations=tuple(q.outer for span in s.content for q in near(quotations, span)),
        windows=tuple(windows_of(reading, s, pack)),
    )


def windows_of(reading: Reading, statement: Statement, pack: Pack) -> list[tuple[Span, Span]]:
    """The windows whose core holds the statement's cue, or its content where it has no cue."""
    about = hull(statement.cue or statement.content)
    words = split_words(reading.document.text, reading.document.furniture)
    pieces = split_pieces(pack.tokenizer, words)
    found = []
    for window in plan_windows(pieces.edge, words.paragraph, pack.tuning.core, pack.tuning.context):
        read, core = (
            Span(int(words.start[a]), int(words.stop[b - 1]))
            for a, b in ((window.start, window.stop), (window.core_start, window.core_stop))
        )
        if meets(core, about):
            found.append((read, core))
    return found
