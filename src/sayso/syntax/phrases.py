"""Rules for phrases that tell in whose words something is said: *по словам X*, *согласно докладу*, *со ссылкой на X*.
In: a Ground; out: Found, in the order of the text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.spans import Span
from sayso.syntax.edges import clause_end
from sayso.syntax.extents import Stretch, phrase_of
from sayso.syntax.found import Found
from sayso.syntax.ground import NAMED, Ground
from sayso.syntax.objects import preposition_of
from sayso.syntax.verbs import CLIMBING
from sayso.turns import REFERENCE

# From the end of a phrase to the comma that closes its parenthesis.
LONGEST_REST = 12


def by_words(ground: Ground) -> Iterator[Found]:
    """*по словам X*, *по неофициальным данным*, *согласно докладу*: what the sentence says besides."""
    for n, t in enumerate(ground.tree.words[:-1]):
        if t.word not in ground.cues.by_prepositions | ground.cues.by_words_of or t.pos != "ADP":
            continue
        noun = next_noun(ground, n)
        if noun is None:
            continue
        if t.word in ground.cues.by_words_of:
            if ground.lemma(noun) not in ground.cues.by:
                continue
            cue, source, end = by_whom(ground, n, noun)
        else:
            whole = phrase_of(ground, noun, n)
            cue, source, end = (n,), whole, whole[1]
        content = around(ground, n, parenthesis_end(ground, end), source)
        if content and not is_own(ground, source):
            yield Found(source, cue, content, "by words")


def next_noun(ground: Ground, preposition: int) -> int | None:
    """The noun right after a preposition, with no mark between but one that opens a name."""
    near = range(preposition + 1, min(preposition + 5, ground.region(preposition)[1] + 1))
    noun = next((n for n in near if ground.tree.words[n].pos in NAMED), None)
    if noun is None or any(ground.is_mark(n) and ground.text(n) not in '«"“„' for n in range(preposition, noun)):
        return None
    return noun


def by_whom(ground: Ground, preposition: int, noun: int) -> tuple[tuple[int, ...], Stretch | None, int]:
    """The cue, the source and the last word of *по словам X*, *по его словам*, *по неофициальным данным*."""
    known = ground.speakers.pronouns.keys() | ground.cues.first_person
    own = [n for n in range(preposition + 1, noun) if ground.lemma(n) in known]
    if own:
        return tuple(n for n in range(preposition, noun + 1) if n not in own), (own[0], own[-1]), noun
    cue, owner = tuple(range(preposition, noun + 1)), owner_after(ground, noun)
    if owner is None:
        return cue, None, noun
    stop = phrase_of(ground, owner, noun)[1]
    return (cue, (noun + 1, stop), stop) if stop > noun else (cue, None, noun)


def owner_after(ground: Ground, noun: int) -> int | None:
    """Whose words they are: what depends on the noun in the genitive, or follows it at once."""
    tree, after = ground.tree, noun + 1
    for c in tree.children[noun]:
        tied = c > noun and tree.rels[c] in ("nmod", "appos", "obl")
        if tied and tree.words[c].case in ("Gen", "") and ground.case_of(c) in ("Gen", ""):
            return c
    last = ground.region(noun)[1]
    if after > last or tree.words[after].pos not in (*NAMED, "ADJ") or tree.words[after].case not in ("Gen", ""):
        return None
    return next((n for n in range(after, last + 1) if tree.words[n].pos in NAMED), None)


def parenthesis_end(ground: Ground, end: int) -> int:
    """The last word before the comma after a phrase, over a date or a bracket: *по данным порта на 6 августа, …*."""
    last = ground.region(end)[1]
    for n in range(end + 1, min(end + LONGEST_REST, last) + 1):
        if ground.is_finite(n) or ground.text(n) in ".!?;:":
            return end
        if ground.text(n) == ",":
            dated = n == end + 1 or ground.text(end + 1) == "(" or ground.tree.words[end + 1].pos == "ADP"
            return n - 1 if dated else end
    return end


def is_own(ground: Ground, source: Stretch | None) -> bool:
    return source is not None and source[0] == source[1] and ground.lemma(source[0]) in ground.cues.first_person


def around(ground: Ground, first: int, last: int, source: Stretch | None) -> tuple[Span, ...]:
    """What stands round a parenthesis in its clause: after it, and before it unless that is a clause of its own or the
    parenthesis hangs on it (*расследование, согласно которому …*)."""
    low, high = clause_bounds(ground, first)
    mark = last + 1
    right = None
    if mark <= high and not (ground.is_mark(mark) and ground.text(mark) in ".!?;"):
        end = clause_end(ground, first, min(high, mark + ground.is_mark(mark)))
        right = ground.trimmed(mark, min(end, high))
    left = ground.told_left(low, first - 1) if first > low else None
    hangs = source is not None and any(
        ground.lemma(n) in ground.speakers.relative for n in range(source[0], source[1] + 1)
    )
    whole = right is not None and left is not None and has_verb(ground, right) and has_verb(ground, left)
    if hangs or whole:
        left = None
    return tuple(ground.span(*p) for p in (left, right) if p)


def has_verb(ground: Ground, stretch: Stretch) -> bool:
    return any(ground.is_finite(n) for n in range(stretch[0], stretch[1] + 1))


def clause_bounds(ground: Ground, word: int) -> tuple[int, int]:
    """The clause that a parenthesis stands in: from the word that opens a reported clause before it, to the end."""
    first, last = ground.region(word)
    for n in range(word - 1, first, -1):
        if ground.lemma(n) in ground.cues.that and ground.text(n - 1) == ",":
            return n + 1, last
        if ground.text(n) in (";", ":"):
            return n + 1, last
    return first, last


def references(ground: Ground, verbs: Sequence[tuple[int, Found]]) -> Iterator[Found]:
    """*сообщило со ссылкой на источники, что …*: those referred to say what the verb's subject passes on."""
    by_sentence: dict[int, dict[int, Found]] = {}
    for verb, found in verbs:
        by_sentence.setdefault(ground.tree.sentence_numbers[verb], {})[verb] = found
    for n, t in enumerate(ground.tree.words):
        here = by_sentence.get(ground.tree.sentence_numbers[n])
        refers = t.word in ground.cues.reference and ground.tree.forms[n] != "Fin"  # *со ссылкой на*, *ссылаясь на*
        target = referred_to(ground, n) if here and refers else None
        if not here or target is None:
            continue
        before = [n - 1] if n and ground.tree.words[n - 1].pos == "ADP" else []
        cue = tuple(sorted({*before, n, *preposition_of(ground, target)}))
        saying = [verb for verb in here if ground.lemma(verb) not in ground.cues.states] or list(here)
        nearest = min(saying, key=lambda verb: abs(verb - n))
        passing = next((verb for verb in saying if ground.climbs(n, verb, CLIMBING)), nearest)
        yield Found(phrase_of(ground, target, n), cue, here[passing].content, REFERENCE)


def referred_to(ground: Ground, noun: int) -> int | None:
    """What stands after *ссылка на*."""
    kinds = ("NOUN", "PROPN", "ADJ", "VERB", "PRON", "X")
    return next((c for c in ground.tree.children[noun] if c > noun and ground.tree.words[c].pos in kinds), None)
