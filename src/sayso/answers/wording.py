"""How a statement is worded. In: its Evidence; out: the polarity and the time of its content, the stance of the words
that report it, and the hedges by which the article keeps its distance."""

from __future__ import annotations

from bisect import bisect_left

from sayso.answers.evidence import Evidence
from sayso.atoms import phrase_at
from sayso.records import Polarity, Stance, Tense
from sayso.spans import Span, Spans, holds, meets

FEWEST = 3  # words of a clause that has a verb


def fewest(e: Evidence) -> int:
    """How few words a clause has that has a verb; one less where verbs tell who does it."""
    return FEWEST - e.frame.language.inflects


def polarity_of(e: Evidence) -> Polarity | None:
    """``negative`` where the first clause of the content is denied; None where it has no clause."""
    if len(e.clause) < fewest(e):
        return None
    denied = (n for n, a in enumerate(e.clause) if a.among(e.acts.not_))
    least = (e.clause[n + 1].among(e.acts.least) if n + 1 < len(e.clause) else False for n in denied)
    return "positive" if all(least) else "negative"


def time_of(e: Evidence) -> Tense | None:
    """The time of the first clause: ``hypothetical`` before ``future`` before ``past``; None where it has no clause."""
    if len(e.clause) < fewest(e):
        return None
    tense = e.frame.language.times.tense
    months = e.frame.language.times.months
    if any(a.among(e.acts.hypothetical) and not (a.lead and a.among(months)) for a in e.clause):
        return "hypothetical"
    if any(e.is_future(n) for n in range(len(e.clause))):
        return "future"
    verbs = (a for a in e.clause if a.pos in ("VERB", "AUX", "") and not a.digits)
    return "past" if any(a.among(e.acts.past) or tense(a.text) == "past" for a in verbs) else "present"


def stance_of(e: Evidence) -> Stance | None:
    """The stance of the reporting words, where they are not denied (*did not admit*); None where there are none."""
    for n, atom in enumerate(e.cue):
        if n and atom.among(e.frame.words.into):
            break  # *wrote in a note*
        pair = f"{atom.text} {e.cue[n + 1].text}" if n + 1 < len(e.cue) else ""
        found = e.acts.stances.get(pair) or atom.found(e.acts.stances)
        if found:
            return "neutral" if e.negated and found != "heated" else found
    return "neutral" if e.cue else None


def hedges_of(e: Evidence) -> Spans:
    """The hedges in the sentence of the cue and in the content, where no quotation marks make them the speaker's."""
    frame, found = e.frame, []
    atoms = sorted({*frame.atoms(frame.span), *e.content}, key=lambda a: a.start)
    if not any(a.among(e.acts.hedges.firsts) for a in atoms):
        return ()
    n = 0
    while n < len(atoms):
        size = phrase_at(atoms, n, e.acts.hedges)
        if size:
            span = Span(atoms[n].start, atoms[n + size - 1].stop)
            mine = frame.free(span) or any(holds(c, span) for c in frame.statement.content)
            told = any(meets(c, span) for s in frame.others for c in s.cue)  # *alleged* is the cue, *allegedly* is not
            mine = mine and not (told and atoms[n].among(e.acts.stances))
            if mine and not quoted(frame.quotations, span):
                found.append(span)
        n += max(1, size)
    return tuple(found)


def quoted(quotations: Spans, span: Span) -> bool:
    """Whether a span stands in one of the outermost quotations, which are in order."""
    at = bisect_left(quotations, (span.start + 1,), key=lambda q: (q.start,)) - 1
    return at >= 0 and holds(quotations[at], span)
