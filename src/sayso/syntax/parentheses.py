"""The rule for a reporter's clause in a parenthesis. In: a Ground and the number of its verb; out: Found: the rest of
the sentence on either side, *Порт закрыт, сообщил Громов*; None where there is no such clause."""

from __future__ import annotations

from sayso.syntax.edges import clause_end
from sayso.syntax.found import Found, made
from sayso.syntax.ground import Ground
from sayso.syntax.sources import is_adverbial, source_of


def parenthesis(ground: Ground, verb: int) -> Found | None:
    """*…, сообщил Громов*, *Как сообщает агентство, …*, *Рыбаки, как сообщается, вышли …*: the rest of the
    sentence, on either side."""
    cues, tree = ground.cues, ground.tree
    finite = tree.forms[verb] == "Fin" or ground.lemma(verb) in cues.states
    if ground.lemma(verb) not in cues.speech | cues.inner | cues.states or not finite:
        return None
    first = ground.region(verb)[0]
    begin = verb
    while begin - 1 >= first and is_adverbial(ground, begin - 1) and ground.lemma(begin - 1) not in cues.that:
        begin -= 1
    source = source_of(ground, verb)
    if source and source[1] < verb:
        begin = min(begin, source[0])
    alike = begin - 1 >= first and ground.lemma(begin - 1) in cues.alike
    if alike and begin - 3 >= first and ground.lemma(begin - 3) in cues.correlative:
        return None  # *после того, как сообщил*
    after = source is not None and source[0] > verb
    if not alike and not after and ground.lemma(verb) not in cues.impersonal:
        return None
    begin -= alike
    opens = begin == first or (ground.is_mark(begin - 1) and ground.text(begin - 1) in ",—–-(")
    bracketed = begin > first and ground.text(begin - 1) == "("
    if not opens or (begin == first and not alike) or (bracketed and source is None):
        return None
    end = parenthesis_end(ground, verb, source[1] if after and source else verb)
    return beside(ground, verb, begin, end)


def beside(ground: Ground, verb: int, begin: int, end: int) -> Found | None:
    """What stands on either side of a parenthesis: on the left what is a clause of its own or begins one."""
    first, last = ground.region(verb)
    left = ground.told_left(first, begin - 1) if begin > first else None
    right = None
    if end < last and goes_on(ground, verb, end, last):
        right = ground.trimmed(end + 1, clause_end(ground, verb, end + 1))
    parts = [part for part in (left, right) if part]
    return made(ground, verb, "parenthesis", parts) if parts else None


def parenthesis_end(ground: Ground, verb: int, at: int) -> int:
    """The last word of the reporter's clause: before the first mark after the verb and its subject."""
    last = ground.region(verb)[1]
    n = at + 1
    while n <= last and not (ground.is_mark(n) and ground.text(n) in ",.—–-;:!?…)"):
        n += 1
    return n - 1


def goes_on(ground: Ground, verb: int, end: int, last: int) -> bool:
    """Whether what is said goes on after the reporter's clause: no gerund, no clause about the speaker."""
    n = ground.next_word(end, last)
    if n is None or ground.tree.forms[n] == "Conv" or ground.lemma(n) in ground.speakers.relative | ground.cues.that:
        return False
    first = ground.region(verb)[0]
    return any(ground.is_finite(k) for k in (*range(n, last + 1), *range(first, verb - 1)))
