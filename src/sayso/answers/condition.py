"""The condition that a content hangs on. In: the frames of a document's statements; out: for each its Condition, or
None. The first clause in the content that a word of condition opens, up to the end of that clause.
"""

from __future__ import annotations

from collections.abc import Sequence

from sayso.answers.frame import Frame
from sayso.atoms import Atom, phrase_value
from sayso.records import Condition
from sayso.spans import Span, cut, holds
from sayso.text import spaced

DENIED = 8  # atoms in which *пока* is denied
LONGEST = 40  # atoms of a condition
FEWEST = 2  # atoms after its first words
ENDS = frozenset(".;!?…”»")
DASHES = frozenset("—–-")


def condition_of(frame: Frame) -> Condition | None:
    """The first condition of a content that belongs to no statement within it."""
    inner = [c for s in frame.others if s.inside == frame.statement.id for c in s.content]
    for content in frame.statement.content:
        atoms = frame.atoms(content)
        n = 0
        while n < len(atoms):
            found = phrase_value(atoms, n, frame.words.conditional)
            if found and opens(frame, atoms, n, found[0]):
                span = clause(frame, atoms, n, found[1], found[0])
                if span and not any(holds(c, span) for c in inner):
                    return Condition(text=spaced(cut(frame.scene.text, span)), span=span, rule=found[0])
            n += found[1] if found else 1
    return None


def opens(frame: Frame, atoms: Sequence[Atom], n: int, rule: str) -> bool:
    """Whether a word of condition opens one: not *as if*, *asked if*, *if not*; *until* and *when* only where the
    sentence looks ahead."""
    at = frame.number(atoms[n].start)
    before = frame.timeline.parts[at - 1] if at else None
    after = atoms[n + 1] if n + 1 < len(atoms) else None
    if after is not None and after.among(frame.words.no_condition_before):
        return False
    if before is not None and before.among(frame.words.no_condition_after):
        return False
    if rule == "when" and after is not None and after.among(frame.words.no_time_before):
        return False
    if rule == "while":  # …, пока не откроют; not *мост пока не открыт*
        denied = any(a.among(frame.language.acts.not_) for a in atoms[n : n + DENIED])
        return denied and before is not None and before.text == ","
    if rule == "until" and any(frame.timeline.times_at(a.start) for a in atoms[n + 1 : n + 4]):
        return False  # until the 1st of September
    if rule in ("until", "when"):
        near = atoms[max(0, n - LONGEST) : n]
        ahead = any(a.among(frame.words.looking_ahead) or frame.language.times.tense(a.text) == "future" for a in near)
        return ahead or (rule == "until" and any(a.among(frame.language.acts.not_) for a in near))
    return True


def clause(frame: Frame, atoms: Sequence[Atom], first: int, size: int, rule: str) -> Span | None:
    """The clause from its first atom to its end: a comma that opens no clause within it, a stop, what goes on after
    *then*; of a phrase (*in case of …*) before the next verb."""
    inserted = False
    n, nested, leads = first + size, False, not any(a.is_word for a in atoms[max(0, first - 1) : first])
    if rule == "where possible":
        return Span(atoms[first].start, atoms[n - 1].stop)
    phrase = rule == "in case"
    while n < len(atoms) and n - first < LONGEST:
        atom = atoms[n]
        dash = atom.text in DASHES and atom.start > atoms[n - 1].stop and not frame.language.inflects
        if atom.text in ENDS or dash:
            break
        if atom.among(frame.words.then) and n - first >= size + FEWEST:
            break
        if atom.text == "," and n == first + size:
            inserted = True  # if, as planned, …
        elif atom.text == "," and inserted:
            inserted = False
        elif atom.text == "," and n - first >= size + FEWEST:
            within = n + 1 < len(atoms) and atoms[n + 1].among(frame.words.within_clause)
            if not within and not (nested and leads):
                break
            nested = within  # the next comma closes what this one opens
        goes_on = atom.pos in ("VERB", "AUX") or atom.among(frame.words.ends)
        noun = frame.language.inflects and atom.pos in ("NOUN", "PROPN") and n > first + size
        subject = noun and atom.case in ("Nom", "Acc")
        if phrase and (goes_on or subject) and n > first + size:
            break
        n += 1
    if n <= first + size:
        return None
    return Span(atoms[first].start, atoms[n - 1].stop)
