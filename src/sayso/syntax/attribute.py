"""attribute(ground) → Attributions. In: a parsed text; out: every attribution that the rules find in it, nested ones
included, in the order of the text.

First the quotations with the verbs beside them, then every other verb that attributes by the first rule that finds what
it takes, then the phrases that are no verbs.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sayso.records import Attribution
from sayso.spans import reading_order
from sayso.syntax.found import Found, attribution_of
from sayso.syntax.ground import Ground
from sayso.syntax.nominal import nouns
from sayso.syntax.phrases import by_words, references
from sayso.syntax.quoting import RULES as QUOTING_RULES
from sayso.syntax.quoting import labelled, quoting
from sayso.syntax.verbs import RULES as VERB_RULES
from sayso.turns import REFERENCE

# Every rule in the order in which it is asked; of those for verbs the first that finds a content has the verb.
RULES: tuple[tuple[str, Callable[..., Any]], ...] = (
    *QUOTING_RULES,
    *VERB_RULES,
    ("label", labelled),
    ("by words", by_words),
    (REFERENCE, references),
    ("noun", nouns),
)


def attribute(ground: Ground) -> list[Attribution]:
    """The attributions of a text."""
    found: list[tuple[int, Found]] = list(quoting(ground))
    beside = {verb for verb, _ in found}
    for verb in ground.verbs():
        if verb in beside or says_nothing(ground, verb):
            continue
        hit = next((f for _, rule in VERB_RULES if (f := rule(ground, verb)) is not None), None)
        if hit and not is_own_thought(ground, verb, hit) and not is_nobodys(ground, verb, hit):
            found.append((verb, hit))
    taken = {n for _, f in found for n in f.cue}
    everything = [f for _, f in found]
    everything += labelled(ground)
    everything += by_words(ground)
    everything += references(ground, found)
    everything += nouns(ground, taken)
    made = [attribution_of(ground, f) for f in everything if f.content]
    return sorted(made, key=lambda a: reading_order(a.source + a.cue + a.content))


def is_own_thought(ground: Ground, verb: int, found: Found) -> bool:
    """Whether a speaker speaks of his own mind (*я думаю, что*): that is no statement within his."""
    inner = ground.lemma(verb) in ground.cues.inner | ground.cues.wishing | ground.cues.states
    alone = ground.lemma(found.source[0]) if found.source and found.source[0] == found.source[1] else ""
    first = ground.tree.persons[verb] == "1" or alone in ground.cues.first_person
    return first and (inner or ground.tree.forms[verb] == "Inf")


def is_nobodys(ground: Ground, verb: int, found: Found) -> bool:
    """Whether nobody says it: *никто не возразил*; *следует отметить, что*."""
    if found.source is None:
        return ground.tree.forms[verb] == "Inf"
    return ground.lemma(found.source[0]) in ground.speakers.nobody


def says_nothing(ground: Ground, verb: int) -> bool:
    """Whether a verb of saying is negated, or in the second person, or in the first outside a quotation; or it is asked
    whether (*готов ли*)."""
    negated = verb > 0 and ground.lemma(verb - 1) in ground.cues.negation and ground.lemma(verb) in ground.cues.unsaid
    person = ground.tree.persons[verb]
    asked = verb + 1 < len(ground.tree.words) and ground.lemma(verb + 1) in ground.cues.asking_particles
    return negated or asked or person == "2" or (person == "1" and ground.quoted[verb] < 0)
