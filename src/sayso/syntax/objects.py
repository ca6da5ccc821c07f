"""What a verb says as its object. In: a Ground and the number of a verb; out: Found: *обвинил совет в отказе*,
*опроверг сообщения*, *заявил о готовности*, *выступил против*; and the noun that makes one cue with a verb."""

from __future__ import annotations

from sayso.morphology import is_thing
from sayso.syntax.edges import clause_end
from sayso.syntax.extents import Stretch
from sayso.syntax.found import Found, made
from sayso.syntax.ground import Ground
from sayso.syntax.sources import source_of

NOUNS = ("NOUN", "PROPN", "PRON", "ADJ", "DET", "VERB", "X")
ARGUMENTS = ("obj", "obl", "iobj", "xcomp", "nmod")
FAR = 5  # words between a verb and its noun


def object_(ground: Ground, verb: int) -> Found | None:
    """*обвинил совет в отказе*, *опроверг сообщения*, *заявил о готовности*: the verb's objects."""
    if ground.tree.forms[verb] == "Inf" or by_a_thing(ground, verb):
        return None
    if ground.tree.voices[verb] == "Pass":
        return of_passive(ground, verb)
    frame = ground.cues.objects.get(ground.lemma(verb), ())
    if ground.tree.forms[verb] == "Part" and ground.tree.words[verb].case and len(frame) < 2:
        return None  # *поддерживающий мэра депутат* describes somebody
    if len(frame) > 1 and "Acc" in frame:
        found = whole_judgement(ground, verb, frame)
        if found:
            return found
    markers = [
        *frame,
        *(sorted(ground.cues.about) if ground.lemma(verb) in ground.cues.speech | ground.cues.inner else ()),
    ]
    for marker in markers:
        noun, kept = argument(ground, verb, marker), marker in ground.cues.stances
        if noun is not None and (stretch := object_phrase(ground, noun, verb, kept)):
            return made(ground, verb, "object", [stretch], *([] if kept else preposition_of(ground, noun)))
    return of_phrase(ground, verb)


def of_passive(ground: Ground, verb: int) -> Found | None:
    """*проект не был одобрен советом*: the subject is what is judged, where the agent is told."""
    tree = ground.tree
    subject = tree.child(verb, "nsubj:pass", "nsubj")
    if "Acc" not in ground.cues.objects.get(ground.lemma(verb), ()) or subject is None or tree.words[verb].case:
        return None
    if source_of(ground, verb) is None:
        return None
    stretch = object_phrase(ground, subject, verb)
    return made(ground, verb, "object", [stretch]) if stretch else None


def whole_judgement(ground: Ground, verb: int, frame: tuple[str, ...]) -> Found | None:
    """*обвинил компанию в обмане*, *назвал решение ошибкой*: who or what is judged, and as what, as they stand."""
    judged, last = argument(ground, verb, "Acc"), ground.region(verb)[1]
    other = next((n for m in frame if m != "Acc" and (n := argument(ground, verb, m)) is not None), None)
    if judged is None and other is None:
        return None
    charges = any(m in ground.cues.into for m in frame)  # *обвинил в*
    into = next((n for n in range(verb + 1, last) if ground.lemma(n) in ground.cues.into), None) if charges else None
    both = [n for n in (judged, other) if n is not None]
    if min(both) < verb < max(both):
        parts = [p for n in sorted(both) if (p := object_phrase(ground, n, verb, keep=True))]
        return made(ground, verb, "object", parts) if parts else None
    if max(both) < verb:
        part = object_phrase(ground, both[0], verb)
        return made(ground, verb, "object", [part]) if part and not charges else None
    start = ground.next_word(verb, last)
    if start is None or (charges and into is None and other is None):
        return None
    last = ground.extended(verb, max(both))
    if into is not None and not (ground.tree.forms[verb] == "Part" and ground.tree.words[verb].case):
        last = max(last, clause_end(ground, verb, start))
    return made(ground, verb, "object", [(start, last)])


def of_phrase(ground: Ground, verb: int) -> Found | None:
    """*выразил надежду на встречу*: what depends on the noun that makes one cue with the verb."""
    noun = phrase_noun(ground, verb)
    if noun is None:
        return None
    cues = ground.cues
    markers = {*cues.about, *cues.into, *cues.stances, *cues.noun_prepositions}
    for c in ground.tree.children[noun]:
        if c > noun and ground.tree.rels[c] in ("nmod", "obl") and ground.case_of(c) in markers:
            stretch = object_phrase(ground, c, verb)
            if stretch:
                return made(ground, verb, "object", [stretch], noun, *preposition_of(ground, c))
    return None


def phrase_noun(ground: Ground, verb: int) -> int | None:
    """The noun that makes one cue with a verb: *выразил надежду*."""
    nouns = ground.cues.phrases.get(ground.lemma(verb))
    if nouns is None:
        return None
    first, last = ground.region(verb)
    near = (*range(verb + 1, min(verb + FAR, last + 1)), *range(verb - 1, max(first, verb - FAR + 1) - 1, -1))
    return next((n for n in near if ground.lemma(n) in nouns and ground.tree.words[n].pos in ("NOUN", "VERB")), None)


def by_a_thing(ground: Ground, verb: int) -> bool:
    """Whether a verb's subject is a thing, which demands or supports without saying a word: *применение требует
    доработки*. Documents and bodies do speak."""
    source = source_of(ground, verb)
    if source is None:
        return False
    numbers = range(source[0], source[1] + 1)
    head = next((n for n in numbers if ground.tree.words[n].pos in ("NOUN", "PROPN", "PRON")), source[0])
    t, speakers = ground.tree.words[head], ground.speakers
    if t.pos != "NOUN" or head in ground.mention_ends:
        return False
    known = (
        speakers.person,
        speakers.organization,
        speakers.document,
        speakers.group,
        speakers.sources,
        speakers.sides,
    )
    return not any(t.word in words for words in known) and is_thing(t.word)


def argument(ground: Ground, verb: int, marker: str) -> int | None:
    """The noun that a verb takes with a preposition, or in a case."""
    tree = ground.tree
    first, last = ground.region(verb)
    for c in tree.children[verb]:
        t = tree.words[c]
        fits = first <= c <= last and t.pos in NOUNS and t.word not in ground.cues.pointing and tree.forms[c] != "Inf"
        if fits and tree.rels[c].split(":")[0] in ARGUMENTS and ground.case_of(c) == marker and not is_venue(ground, c):
            return c
    return None


def is_venue(ground: Ground, noun: int) -> bool:
    """Whether a noun with a preposition tells where or when it was said."""
    return ground.lemma(noun) in ground.cues.venues and ground.case_of(noun) in ground.cues.venue_prepositions


def preposition_of(ground: Ground, noun: int) -> list[int]:
    """The preposition of a noun."""
    return [c for c in ground.tree.children[noun] if ground.tree.rels[c] == "case"][:1]


def object_phrase(ground: Ground, noun: int, verb: int, keep: bool = False) -> Stretch | None:
    """A noun's phrase on one side of the verb, without its preposition unless that is to ``keep``; with what follows
    it up to the next mark, and a clause with *если*."""
    tree = ground.tree
    first, last = tree.reach(noun, [] if keep else preposition_of(ground, noun))
    low, high = ground.region(verb)
    if noun < verb:
        return ground.trimmed(max(first, low), min(last, verb - 1))
    last = max(last, ground.extended(verb, last))
    last = next((n - 1 for n in range(noun + 1, last) if ground.text(n) == ":" and not ground.is_mark(n + 1)), last)
    if last + 2 <= high and ground.text(last + 1) == "," and ground.lemma(last + 2) in ground.cues.conditional:
        last = clause_end(ground, verb, last + 2)
    return ground.trimmed(max(first, verb + 1), min(last, high))
