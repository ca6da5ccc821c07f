"""The rule for a noun that attributes. In: a Ground; out: Found, in the order of the text: *заявление Громова о
закрытии порта*, *отказ вести переговоры*, *слухи о том, что …*."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.syntax.edges import clause_end
from sayso.syntax.extents import Stretch, phrase_of
from sayso.syntax.found import Found
from sayso.syntax.ground import Ground
from sayso.syntax.objects import preposition_of
from sayso.syntax.verbs import first_of


def nouns(ground: Ground, taken: set[int]) -> Iterator[Found]:
    """*заявление Громова о …*, *отказ вести*, *обвинения в …*: a noun that attributes, with what it takes."""
    tree, cues = ground.tree, ground.cues
    for n, t in enumerate(tree.words):
        if t.pos != "NOUN" or t.word not in cues.nouns or n in taken:
            continue
        if tree.rels[n] == "obj" and ground.lemma(tree.heads[n]) in cues.asking:
            continue  # *попросил совет поддержать*: who is asked
        content, more = taken_by(ground, n)
        if content is None or content[1] < content[0]:
            continue
        source = owner_of(ground, n, content[0] - len(more))
        if source is None and not more and tree.forms[content[0]] != "Inf" and not is_clause(ground, content):
            continue
        yield Found(source, (n, *more), (ground.span(*content),), "noun")


def owner_of(ground: Ground, noun: int, stop: int) -> Stretch | None:
    """Whose words a noun stands for: what depends on it in the genitive or as a possessive, before ``stop``."""
    tree = ground.tree
    owners = (
        c
        for c in tree.children[noun]
        if tree.rels[c] in ("nmod", "det")
        and c < stop
        and (ground.case_of(c) == "Gen" or tree.words[c].word in ground.speakers.pronouns)
    )
    owner = next(owners, accused(ground, noun))
    if owner is None:
        return None
    first, last = phrase_of(ground, owner, noun)
    return (first, min(last, stop - 1) if first < stop else last)


def accused(ground: Ground, noun: int) -> int | None:
    """Whose refusal it is of which somebody is accused: *обвинил совет в отказе платить*."""
    head = ground.tree.heads[noun]
    judges = head >= 0 and any(m in ground.cues.into for m in ground.cues.objects.get(ground.lemma(head), ()))
    return ground.tree.child(head, "obj") if judges else None


def is_clause(ground: Ground, content: Stretch) -> bool:
    return ground.lemma(content[0] - 1) in ground.cues.that


def taken_by(ground: Ground, noun: int) -> tuple[Stretch | None, tuple[int, ...]]:
    """What a noun takes: a clause, an infinitive, an argument; with the preposition of it."""
    tree, cues = ground.tree, ground.cues
    last = ground.region(noun)[1]
    for c in tree.children[noun]:
        if c < noun or c > last:
            continue
        if tree.forms[c] == "Inf":
            return (first_of(ground, c, noun), min(last, tree.reach(c)[1])), ()
        mark = next((k for k in tree.children[c] if ground.lemma(k) in cues.that and tree.rels[k] == "mark"), None)
        if mark is not None and mark > noun and ground.text(mark - 1) == ",":
            return (mark + 1, clause_end(ground, noun, mark + 1)), ()
        stretch = argument_of(ground, noun, c)
        if stretch is not None:
            return stretch, tuple(preposition_of(ground, c))
    return None, ()


def argument_of(ground: Ground, noun: int, argument: int) -> Stretch | None:
    """What a noun takes with a preposition: a phrase, or the clause for which *том* stands."""
    tree, cues, case = ground.tree, ground.cues, ground.case_of(argument)
    if case == "Gen" or case not in cues.nouns[ground.lemma(noun)] or tree.rels[argument] not in ("nmod", "obl"):
        return None
    last = ground.region(noun)[1]
    if ground.lemma(argument) in cues.correlative:
        near = range(argument + 1, min(argument + 4, last + 1))
        inner = next((n for n in near if ground.lemma(n) in cues.that), None)
        return (inner + 1, clause_end(ground, noun, inner + 1)) if inner is not None else None
    first, stop = tree.reach(argument, preposition_of(ground, argument))
    return ground.trimmed(max(first, noun + 1), min(max(stop, ground.extended(noun, stop)), last))
