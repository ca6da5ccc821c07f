"""Why a statement is as it is. In: a reading and the number of a statement; out: an Explanation in plain fields."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec

from sayso.errors import InputError
from sayso.forms import RULES, by_depth, counting, evidence_of, near
from sayso.languages import LANGUAGES
from sayso.marks import find_quotations, split_sections
from sayso.model.pack import PACK, Pack, open_pack
from sayso.model.pieces import split_pieces
from sayso.model.tagger import run_spans
from sayso.model.windows import plan_windows
from sayso.model.words import split_words
from sayso.read import body_of
from sayso.records import Attribution, Reading, Statement
from sayso.roster.roster import Roster
from sayso.spans import Span, cut, hull, meets, shifted
from sayso.speakers.rules import RULES as SPEAKER_RULES
from sayso.speakers.rules import ask
from sayso.speakers.stage import Found, Stage
from sayso.steps.gather import gather_cast
from sayso.steps.resolve import take_turns
from sayso.tagged import SECTION, Models, tag_all
from sayso.views import written_out


class Explanation(msgspec.Struct, frozen=True, kw_only=True):
    """Why a statement is as it is.

    ``rule`` names what found it, ``notes`` the repairs; the scores are the model's, 0 to 1. ``form_rule`` is the rule
    that set the form, ``form_evidence`` what it looked at, ``quotations`` the quotations that its content meets.
    ``windows`` are the stretches of the text that the model read its cue in: what was read, and the core that it
    answers for, in code points; none in a language that is read by rules over syntax, where ``rule`` tells all. A
    nested statement was found when the content around it was read again by itself.
    ``rules`` are the rules for the speaker that were asked, in order, up to the one that fired, with what each said;
    ``rejected`` those who came into question and were not taken, with why. ``answers`` are the other fields that are
    filled: the name, and what it holds, from which words and by which rule."""

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
    rules: tuple[str, ...]
    rejected: tuple[str, ...]
    answers: tuple[tuple[str, str], ...]


def explain(reading: Reading, number: int, roster: Roster, pack: Path = PACK) -> Explanation:
    """The explanation of statement ``number`` (from 1, in the order of the reading). Raises InputError when the
    reading has no such statement."""
    if not 1 <= number <= len(reading.statements):
        raise InputError(
            f"statement {number}: {reading.document.id} has {len(reading.statements)} statements, numbered from 1; "
            "`sayso read` shows the numbers."
        )
    s, text, body = reading.statements[number - 1], reading.document.text, body_of(reading.document).text
    attribution = Attribution(source=s.source, cue=s.cue, content=s.content, rule=s.rule)
    language = LANGUAGES[reading.document.lang]
    quotations = counting(text, attribution, by_depth(find_quotations(body)), language)
    evidence = evidence_of(text, attribution, quotations, language)
    order = [name for name, _, _ in RULES]
    models = Models(pack)
    stage = stage_of(reading, number, models, roster)
    answer = ask(stage)[1]
    rivals = () if answer is None else answer.rivals
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
        windows=tuple(windows_of(body, s, open_pack(pack))) if language.cues is None else (),
        rules=tuple(verdicts(stage)),
        rejected=tuple(f"{name}: {why}" for name, why in rivals),
        answers=tuple(answers(s, text)),
    )


def answers(s: Statement, text: str) -> Iterator[tuple[str, str]]:
    """When, to whom, where, as what act, on what condition, how much: each with the words it was read from and the
    rule."""
    if s.said_on:
        against = f", against the day of its {s.said_on.anchor}" if s.said_on.anchor else ""
        yield "said_on", f"{s.said_on.value or 'not resolved'}{by(s.said_on.rule, text, s.said_on.span)}{against}"
    if s.addressee:
        yield "addressee", f"{s.addressee.name}{by(s.addressee.rule, text, s.addressee.span)}"
    if s.venue:
        yield "venue", f"{s.venue.text}{by(s.venue.rule)}"
    for act in s.acts:
        yield "act", f"{act.act}, {act.confidence:.2f}{by(act.rule, text, act.span)}"
    if s.condition:
        yield "condition", f"{s.condition.text}{by(s.condition.rule)}"
    for figure in s.figures:
        yield "figure", f"{written_out(figure)}{by(figure.rule, text, figure.span)}"
    for when in s.times:
        yield "time", f"{when.value or when.period or 'not resolved'}{by(when.rule, text, when.span)}"
    if s.stance:
        yield "stance", s.stance


def by(rule: str, text: str = "", span: Span | None = None) -> str:
    """By which rule, and from which words."""
    words = f", from “{' '.join(cut(text, span).split())}”" if span else ""
    return f", by the rule “{rule}”{words}"


def stage_of(reading: Reading, number: int, models: Models, roster: Roster) -> Stage:
    """What the rules for the speaker looked at."""
    body = body_of(reading.document)
    (tagged,) = tag_all([body], models)
    scene, cast = gather_cast(body, reading.statements, tagged.words, tagged.sense, roster)
    turns = take_turns(reading.statements, scene, cast, tagged.sense)
    return next(stage for n, (stage, _) in enumerate(turns, 1) if n == number)


def verdicts(stage: Stage) -> Iterator[str]:
    """What each rule says, up to the one that fires."""
    for number, rule in enumerate(SPEAKER_RULES, 1):
        answer = rule.answer(stage)
        if answer is not None:
            said = answer.name if isinstance(answer, Found) else answer.why or "not sure, and no later rule may guess"
            yield f"{number} {rule.name}: {said}"
            return
        yield f"{number} {rule.name}: not its case"


def windows_of(body: str, statement: Statement, pack: Pack) -> list[tuple[Span, Span]]:
    """The windows whose core holds the statement's cue, or its content where it has no cue, planned as ``read`` plans
    them: section by section."""
    about = hull(statement.cue or statement.content)
    return [
        (read, core)
        for section in split_sections(body, SECTION)
        if meets(section, about)
        for read, core in section_windows(cut(body, section), section.start, pack)
        if meets(core, about)
    ]


def section_windows(text: str, shift: int, pack: Pack) -> Iterator[tuple[Span, Span]]:
    """Every window of a section, what is read and its core, moved by ``shift``."""
    words = split_words(text)
    pieces = split_pieces(pack.tokenizer, words)
    for w in plan_windows(pieces.edge, words.paragraph, pack.tuning.core, pack.tuning.context):
        read, core = shifted(run_spans(words, [(w.start, w.stop), (w.core_start, w.core_stop)]), shift)
        yield read, core
