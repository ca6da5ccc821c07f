"""Where what is said ends. In: a Ground, a cue, the word at which its content begins; out: the content's last word.

A reported clause mostly runs to the end of its sentence. RULES name what ends it before that: each looks at a mark or
a conjunction and says whether the words after it belong to the reporter again.
"""

from __future__ import annotations

from collections.abc import Callable

from sayso.syntax.ground import Ground

PAUSES = frozenset({",", "—", "–", "-", "(", ";"})
ADVERBS = 4  # between a conjunction and its verb


def clause_end(ground: Ground, verb: int, start: int) -> int:
    """The number of the content's last word, of a content that begins at word ``start``. A quotation that the content
    opens belongs to it to its end, over the sentence's."""
    last = ground.region(verb)[1]
    opened = ground.quoted[start] if ground.quoted[start] != ground.quoted[verb] else -1
    for n in range(start, last + 1):
        joins = ground.text(n) in PAUSES or ground.lemma(n) in ground.cues.connecting
        if joins and ground.quoted[n] == ground.quoted[verb] and any(rule(ground, verb, n, last) for _, rule in RULES):
            last = n - 1
            break
    inside = ground.quoted[min(last, len(ground.quoted) - 1)]
    if inside >= 0 and inside not in (ground.quoted[verb],):
        last = max(last, ground.numbers(ground.quotations[inside].inner)[-1])
    elif opened >= 0:
        last = max(last, ground.numbers(ground.quotations[opened].inner)[-1])
    return last


def told_by(ground: Ground, verb: int, mark: int, last: int) -> bool:
    """*…, сообщил Громов*: a verb of speech right after a mark, with its subject after it or hidden."""
    n = ground.next_word(mark, last)
    if n is None or not ground.is_mark(mark) or not ground.is_finite(n) or not ground.speaks(n):
        return False
    if ground.climbs(n, verb) and ground.tree.rels[n] in ("conj", "ccomp") and ground.tree.child(n, "nsubj") is None:
        return ground.tree.heads[n] == verb
    subject = ground.tree.child(n, "nsubj", "nsubj:pass")
    hidden = ground.lemma(n) in ground.cues.impersonal and subject is None
    after = ground.next_word(n, last)
    nominative = (
        after is not None
        and ground.tree.words[after].case in ("Nom", "")
        and ground.tree.words[after].pos in ("NOUN", "PROPN", "PRON", "ADJ", "DET", "X")
    )
    return hidden or (subject is not None and subject > n) or (subject is None and nominative)


def as_told_by(ground: Ground, verb: int, mark: int, last: int) -> bool:
    """*…, как сообщил министр*, to the end of the sentence."""
    n = ground.next_word(mark, last)
    if n is None or ground.lemma(n) not in ground.cues.alike or not ground.is_mark(mark):
        return False
    near = range(n + 1, min(n + 1 + ADVERBS, last + 1))
    speaking = next((k for k in near if ground.is_finite(k) and ground.speaks(k)), None)
    return speaking is not None and not any(ground.text(k) == "," for k in range(speaking, last + 1))


def adding(ground: Ground, verb: int, mark: int, last: int) -> bool:
    """*…, добавив, что*: a gerund of speech goes with the reporter's verb."""
    n = ground.next_word(mark, last)
    while (
        n is not None and n < last and ground.tree.words[n].pos in ("ADV", "PART", "ADP", "PRON") and n - mark < ADVERBS
    ):
        n = ground.next_word(n, last)
    gerund = n is not None and ground.is_mark(mark) and ground.tree.forms[n] == "Conv"
    return gerund and n is not None and (ground.speaks(n) or ground.tree.heads[n] == verb)


def and_also(ground: Ground, verb: int, mark: int, last: int) -> bool:
    """*… и пообещал*, *…, а также призвал*: a second verb of the same subject."""
    n: int | None = mark
    if ground.is_mark(mark):
        n = ground.next_word(mark, last)
        if n is None or ground.lemma(n) not in ground.cues.connecting:
            return False
    if n is None or ground.is_mark(n):
        return False
    while (
        n is not None
        and n - mark <= ADVERBS
        and (ground.lemma(n) in ground.cues.connecting or ground.tree.words[n].pos in ("ADV", "PART", "ADP", "PRON"))
    ):
        n = ground.next_word(n, last)
    subject = None if n is None else ground.tree.child(n, "nsubj", "nsubj:pass")
    if n is None or not ground.is_finite(n) or (subject is not None and subject > mark):
        return False
    alike = (
        ground.tree.words[n].number == ground.tree.words[verb].number
        and ground.tree.words[n].gender == ground.tree.words[verb].gender
    )
    sure = ground.tree.heads[n] == verb and ground.tree.rels[n] == "conj"
    known = ground.speaks(n) or ground.lemma(n) in ground.cues.asking | ground.cues.own | ground.cues.wishing
    apart = not ground.climbs(n, verb) or (reports(ground, n, last) and ground.speaks(n)) or disagrees(ground, n)
    silent = ground.lemma(n - 1) in ground.cues.negation and ground.lemma(n) in ground.cues.unsaid  # *, но не сообщил*
    same_form = ground.tree.forms[n] == ground.tree.forms[verb]
    return alike and (sure or (same_form and (silent or disagrees(ground, n) or (known and apart))))


def disagrees(ground: Ground, verb: int) -> bool:
    """Whether a verb cannot have the subject of the verb that the parser joins it to: *порт закрыт, и пообещала*."""
    head = ground.tree.heads[verb]
    subject = ground.tree.child(head, "nsubj", "nsubj:pass") if head >= 0 else None
    if subject is None or ground.tree.rels[verb] != "conj":
        return False
    own, other = ground.tree.words[verb], ground.tree.words[subject]
    return bool(own.gender and other.gender and own.gender != other.gender) or bool(
        own.number and other.number and own.number != other.number
    )


def reports(ground: Ground, verb: int, last: int) -> bool:
    """Whether a clause with *что* follows a verb at once: *а также добавила, что*."""
    after = [ground.lemma(n) for n in range(verb + 1, min(verb + 3, last + 1))]
    return after[:1] == [","] and bool(set(after[1:]) & ground.cues.that)


def by_words(ground: Ground, verb: int, mark: int, last: int) -> bool:
    """*…, по словам источника*, *…, со ссылкой на агентство*, to the end of the sentence."""
    n = ground.next_word(mark, last)
    if n is None or not ground.is_mark(mark) or n >= last or any(ground.text(k) == "," for k in range(n, last + 1)):
        return False
    noun = next((k for k in range(n + 1, min(n + 3, last + 1)) if ground.tree.words[k].pos == "NOUN"), None)
    return noun is not None and (
        (ground.lemma(n) in ground.cues.by_words_of and ground.lemma(noun) in ground.cues.by)
        or ground.lemma(noun) in ground.cues.reference
    )


RULES: tuple[tuple[str, Callable[[Ground, int, int, int], bool]], ...] = (
    ("told by", told_by),
    ("as told by", as_told_by),
    ("adding", adding),
    ("and also", and_also),
    ("by words", by_words),
)
