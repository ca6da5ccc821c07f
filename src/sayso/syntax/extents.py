"""How far the phrase of a noun reaches. In: a Ground, a noun, the verb beside it; out: the first and the last word of
the phrase: with the title before a name, the name after a title, and what commas part from it."""

from __future__ import annotations

from sayso.morphology import same_case
from sayso.syntax.ground import NAMED, Ground

Stretch = tuple[int, int]
LONGEST_TITLE = 12
# A dateline's dash stands this near the beginning: *ПРИМЕР.РУ - Мэр города заявил*.
DATELINE = 3
DASHES = ("—", "–", "-")
TIED = ("appos", "flat:name", "flat", "flat:foreign")
OUTSIDE = ("case", "punct", "cop", "parataxis", "discourse", "mark", "advmod", "cc")


def phrase_of(ground: Ground, noun: int, verb: int) -> Stretch:
    """The phrase of a noun, without its preposition: to the end of the name in it, with the descriptions that commas
    part from it, never over the verb."""
    tree = ground.tree
    low, high = ground.region(verb)
    noun = titled(ground, after_dateline(ground, noun, verb, low), low)
    apart = [n for n in tree.below(noun) if n > noun and is_apart(ground, noun, n)]
    leave = [c for c in tree.children[noun] if tree.rels[c] in OUTSIDE or is_addressee(ground, noun, c)]
    first, last = tree.reach(noun, [*leave, *apart])
    if first <= verb <= last:
        first, last = (first, verb - 1) if noun < verb else (verb + 1, last)
    first, last = max(first, low), min(last, high)
    dash = next((n for n in range(first + 1, noun) if n - low <= DATELINE and ground.text(n) in DASHES), None)
    first = first if dash is None else dash + 1
    last = title_end(ground, noun, last, high)
    last = bracketed(ground, name_end(ground, noun, last, high), high)
    last = joined(ground, noun, last, verb, high)
    last = described(ground, noun, last, verb, high)
    return ground.trimmed(first, last) or (noun, noun)


def after_dateline(ground: Ground, noun: int, verb: int, low: int) -> int:
    """The subject after a dateline that the parser has taken for it: *ПРИМЕР.РУ - Мэр города заявил*."""
    if noun - low > DATELINE or noun + 2 >= verb or ground.text(noun + 1) not in DASHES:
        return noun
    words = ground.tree.words
    return next((n for n in range(noun + 2, verb) if words[n].pos in NAMED and words[n].case == "Nom"), noun)


def is_apart(ground: Ground, noun: int, word: int) -> bool:
    """Whether a word within a phrase opens what a comma parts from it, or a participle does; no member of a list."""
    tree = ground.tree
    if tree.rels[word].startswith("acl"):
        return any(ground.text(n) == "," for n in range(noun, word)) or tree.heads[word] == noun
    return tree.heads[word] == noun and ground.text(word - 1) == "," and tree.rels[word] != "conj"


def is_addressee(ground: Ground, noun: int, child: int) -> bool:
    """Whether a noun in the dative is whom a subject tells, and no part of it: *Громов «Берегу»*."""
    t = ground.tree.words[child]
    return child > noun and t.case == "Dat" and ground.case_of(child) == "Dat" and ground.tree.words[noun].case == "Nom"


def title_end(ground: Ground, noun: int, last: int, high: int) -> int:
    """To the name of one who is described at length: *заведующий лабораторией в институте Пётр Лосев*."""
    tree = ground.tree
    if tree.words[noun].word not in ground.speakers.person or tree.words[noun].number == "Plur":
        return last
    if any(ground.mention_ends.get(n, (0, ""))[1] == "person" for n in range(noun, last + 1)):
        return last
    for n in range(last + 1, min(last + LONGEST_TITLE, high) + 1):
        t = tree.words[n]
        if (ground.is_mark(n) and ground.text(n) not in '«»"') or t.pos in ("VERB", "AUX", "CCONJ", "SCONJ"):
            return last
        if ground.mention_ends.get(n, (0, ""))[1] == "person":
            return min(ground.mention_ends[n][0], high) if t.case in ("Nom", tree.words[noun].case) else last
    return last


def titled(ground: Ground, noun: int, low: int) -> int:
    """The title that a name is tied to, where it stands right before: *начальник порта Илья Громов*."""
    tree = ground.tree
    while (
        tree.rels[noun] in TIED
        and low <= tree.heads[noun] < noun
        and tree.words[tree.heads[noun]].pos in ("NOUN", "PROPN")
    ):
        if any(ground.is_mark(n) and ground.text(n) not in '«»"“”' for n in range(tree.heads[noun], noun)):
            break
        noun = tree.heads[noun]
    return noun


def name_end(ground: Ground, noun: int, last: int, high: int) -> int:
    """To the end of the name that a phrase ends in, or that follows it directly in its case."""
    last = max(last, min(ground.mention_ends.get(last, (last, ""))[0], high))
    after = last + 1
    while after <= high and ground.text(after) in '»"”':
        after += 1
    if after > high:
        return last
    end, kind = ground.mention_ends.get(after, (after, ""))
    follows = kind == "person" and ground.mention_ends.get(last, (0, ""))[1] != "person"
    return (
        min(end, high)
        if follows and ground.tree.words[after].case in ("Nom", ground.tree.words[noun].case, "")
        else last
    )


def bracketed(ground: Ground, last: int, high: int) -> int:
    """Over the short form that a bracket gives, and what depends on the name after it: *службы (ФТС) России*."""
    if (
        last + 3 > high
        or ground.text(last + 1) != "("
        or ground.text(last + 3) != ")"
        or not ground.text(last + 2).isupper()
    ):
        return last
    end = last + 3
    follows = (
        end + 1 <= high and ground.tree.words[end + 1].pos == "PROPN" and ground.tree.words[end + 1].case in ("Gen", "")
    )
    return min(ground.mention_ends.get(end + 1, (end + 1, ""))[0], high) if follows else end


def joined(ground: Ground, noun: int, last: int, verb: int, high: int) -> int:
    """The end of a second subject that *and* joins, where the verb is plural and the first is one: *полиция и
    прокуратура сообщили*."""
    tree = ground.tree
    plural = tree.words[verb].number == "Plur" and tree.words[noun].number == "Sing" and tree.words[noun].case == "Nom"
    if not plural or last + 2 > high or ground.lemma(last + 1) not in ground.speakers.conjunctions:
        return last
    other = next((n for n in range(last + 2, min(last + 6, high + 1)) if tree.words[n].pos in NAMED), None)
    if other is None or tree.words[other].case != "Nom" or last + 1 <= verb <= other:
        return last
    end = tree.reach(other)[1]
    return name_end(ground, other, min(end, verb - 1) if other < verb else end, high)


def described(ground: Ground, noun: int, last: int, verb: int, high: int) -> int:
    """The end of a phrase with what commas part from it: an apposition, a participle, a relative clause, as far as it
    says who that is. *…, которого цитирует агентство* tells another's doing."""
    tree = ground.tree
    inside = set(tree.below(noun))
    while last + 2 <= high and ground.text(last + 1) == ",":
        start = last + 2
        heads = [n for n in range(start, min(start + 12, high + 1)) if tree.heads[n] in inside and n in inside]
        part = next((n for n in heads if tree.rels[n].startswith(("acl", "appos")) and tree.heads[n] <= last), None)
        if part is not None and not is_citing(ground, part) and tree.reach(part)[0] <= start + 1:
            end = relative_end(ground, tree.reach(part)[1], high)
        else:
            end = agreeing_end(ground, noun, start, high)
        if start <= verb <= end or end < start:
            break
        last = name_end(ground, noun, end, high)
    return last


def agreeing_end(ground: Ground, noun: int, start: int, high: int) -> int:
    """The end of a stretch between commas that agrees with a noun, whatever the parser ties it to: a participle in its
    case, a name or a noun for people in its case; before ``start`` where there is none."""
    tree, case = ground.tree, ground.tree.words[noun].case
    stop = next((n for n in range(start, high + 1) if ground.is_mark(n) and ground.text(n) in ",.;:—–-()"), high + 1)
    segment = range(start, stop)
    if any(tree.forms[n] in ("Fin", "Conv", "Inf") for n in segment) or not segment or not case:
        return start - 1
    first = next((n for n in segment if tree.words[n].pos not in ("ADV", "PART", "ADJ", "DET")), start)
    t = tree.words[first]
    same = same_case(t.case, case) and t.number in (tree.words[noun].number, "")
    participle = tree.forms[first] == "Part" and t.gender == tree.words[noun].gender
    person = t.word in ground.speakers.person or ground.mention_ends.get(first, (0, ""))[1] == "person"
    return stop - 1 if same and (participle or (person and t.pos in NAMED)) else start - 1


def relative_end(ground: Ground, end: int, high: int) -> int:
    """Where a clause within a phrase ends, over the commas round a word that the parser leaves out of it."""
    while end + 2 <= high and ground.text(end + 1) == "," and ground.tree.words[end + 2].pos in ("ADV", "PART"):
        after = end + 3
        if after > high or ground.text(after) != ",":
            break
        end = after
    return end


def is_citing(ground: Ground, verb: int) -> bool:
    return any(
        ground.lemma(n) in ground.cues.citing for n in ground.tree.below(verb) if ground.tree.words[n].pos == "VERB"
    )
