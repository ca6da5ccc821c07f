"""Rules for a quotation that a verb beside it gives to somebody. In: a Ground; out: Found, in the order of the turns.

*«…», — сказал X*; *X сказал: «…»*; *«…, — сказал X. — …»*; dash turns alike. Right after a quotation and a dash any
verb attributes, whatever it means; elsewhere one of speech or of an inner state.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator

from sayso.spans import Span, Spans
from sayso.syntax.extents import phrase_of
from sayso.syntax.found import Found, cue_words
from sayso.syntax.ground import Ground
from sayso.syntax.sources import source_of
from sayso.turns import AROUND, Turn

DASHES = "—–-―"
INNER_DASH = re.compile(r"(?<=[,.!?…])(?:\s*[—–―]|\s+-)\s+")
FURTHEST = 14  # words between a quotation and its verb
LONGEST = 60  # words between a verb and the colon
FEWEST = 3  # words of a quotation that a comma alone parts from its verb


def quoting(ground: Ground) -> Iterator[tuple[int, Found]]:
    """Each turn that a verb beside it attributes, with the verb."""
    for turn in ground.turns:
        hit = next((hit for _, rule in RULES if (hit := rule(ground, turn))), None)
        if hit:
            yield hit


def attributed(ground: Ground, turn: Turn, verb: int, rule: str) -> tuple[int, Found]:
    """What a verb attributes of a turn, with the verb."""
    return verb, Found(source_of(ground, verb), cue_words(ground, verb), parts_of(ground, turn, verb), rule)


def labelled(ground: Ground) -> Iterator[Found]:
    """*Лосев: …* at the head of a paragraph, as interviews have it: what the one who is named says, where two
    paragraphs at least are so labelled, or what follows stands in quotation marks."""
    family = {ground.text(end).casefold() for end, kind in ground.mention_ends.values() if kind == "person"}
    found = [hit for hit in (label_of(ground, first, family) for first in first_words(ground)) if hit]
    long = sum(
        ground.tree.number_at(content.stop) - ground.tree.number_at(content.start) >= FEWEST for _, content in found
    )
    for source, content in found:
        if (len(found) > 1 and long) or any(q.outer.start <= content.start < q.outer.stop for q in ground.quotations):
            yield Found(source, (), (content,), "label")


def first_words(ground: Ground) -> list[int]:
    """The number of the first word of every paragraph."""
    words = ground.tree.words
    return [n for n, t in enumerate(words) if n == 0 or words[n - 1].line != t.line]


def label_of(ground: Ground, first: int, family: Collection[str]) -> tuple[tuple[int, int], Span] | None:
    """Who is named before the colon of a paragraph, and what follows to its end: by a name, by a name that is one's in
    the text (``family``, in lower case), or as the one who asks."""
    words, (end, kind) = ground.tree.words, ground.mention_ends.get(first, (first, ""))
    asks = ground.lemma(first) in ground.cues.interviewers
    if kind not in ("person", "organization") and not asks and ground.text(first).casefold() not in family:
        return None
    last = first
    while last + 1 < len(words) and words[last + 1].line == words[first].line:
        last += 1
    if end + 1 < last and ground.text(end + 1) == ",":  # *Вера Лаптева, директор музея: …*
        end = next((n - 1 for n in range(end + 2, min(end + FURTHEST, last)) if ground.text(n) == ":"), end)
    if end + 2 > last or ground.text(end + 1) != ":" or any(ground.is_finite(n) for n in range(first, end)):
        return None
    stretch = ground.trimmed(end + 2, last)
    return ((first, end), ground.span(*stretch)) if stretch else None


def told_after(ground: Ground, turn: Turn) -> tuple[int, Found] | None:
    """*«…», — сказал X*."""
    text, words = ground.tree.text, ground.tree.words
    if not opens_sentence(ground, turn.outer.start):
        return None
    at = ground.tree.number_at(turn.outer.stop)
    first = at
    while first < len(words) and ground.is_mark(first) and first - at < FURTHEST:
        first += 1
    if first >= len(words) or words[first].line != words[max(0, at - 1)].line:
        return None
    between = text[turn.outer.stop : words[first].start]
    dash = any(d in between for d in DASHES) or (
        turn.mark == "—" and any(d in text[turn.outer.stop - 2 : words[first].start] for d in DASHES)
    )
    if not dash and "," not in between:
        return None
    if not dash and len(text[turn.outer.start : turn.outer.stop].split()) < FEWEST:
        return None
    verb = attributing(ground, first, dash)
    return None if verb is None else attributed(ground, turn, verb, "quotation before")


def attributing(ground: Ground, first: int, dash: bool) -> int | None:
    """The verb of the clause that begins at a word: the first finite one; of speech unless it is the first word after
    a dash."""
    for n in range(first, min(first + FURTHEST, len(ground.tree.words))):
        if ground.is_mark(n) and ground.text(n) in ".!?:;":
            return None
        if ground.is_finite(n) and ground.tree.words[n].pos in ("VERB", "ADJ") and ground.quoted[n] < 0:
            alone = n == first and dash and ground.tree.words[n].pos == "VERB"
            known = ground.speaks(n) or ground.lemma(n) in ground.cues.asking | ground.cues.states | ground.cues.citing
            return n if alone or known else None
    return None


def told_before(ground: Ground, turn: Turn) -> tuple[int, Found] | None:
    """*X сказал: «…»*."""
    words = ground.tree.words
    at = ground.tree.number_at(turn.outer.start) - 1
    if at < 1 or ground.text(at) != ":" or words[at].line != words[min(at + 1, len(words) - 1)].line:
        return None
    low = at - 1
    while (
        low > max(0, at - LONGEST)
        and words[low - 1].line == words[at].line
        and ground.text(low - 1) not in (".", "!", "?", "…")
    ):
        low -= 1
    verbs = [n for n in range(low, at) if ground.tree.words[n].pos in ("VERB", "ADJ") and ground.quoted[n] < 0]
    verb = next((n for n in reversed(verbs) if ground.speaks(n)), None)
    if verb is None:
        doing = (n for n in verbs if ground.is_finite(n) and ground.lemma(n - 1) not in ground.cues.negation)
        verb = next((n for n in doing if ground.tree.child(n, "nsubj") is not None), None)
    if verb is None and not verbs:
        return named_before(ground, turn, low, at)
    if verb is None or is_taken(ground, verb, at):
        return None
    return attributed(ground, turn, verb, "quotation after")


def named_before(ground: Ground, turn: Turn, low: int, colon: int) -> tuple[int, Found] | None:
    """*Врач Инна Штерн осторожнее: «…»*: who is named, where there is no verb."""
    names = (n for n in range(low, colon) if ground.mention_ends.get(n, (0, ""))[1] == "person")
    name = next((n for n in names if ground.tree.words[n].case == "Nom" and ground.quoted[n] < 0), None)
    if name is None:
        return None
    return name, Found(phrase_of(ground, name, colon), (), parts_of(ground, turn, name), "quotation after")


def is_taken(ground: Ground, verb: int, colon: int) -> bool:
    """Whether a clause with *что* stands between a verb and the colon: then that is what it says."""
    return any(ground.lemma(n) in ground.cues.that and ground.text(n - 1) == "," for n in range(verb + 1, colon))


def told_within(ground: Ground, turn: Turn) -> tuple[int, Found] | None:
    """*«…, — сказал X. — …»*: one pair of marks round all of it."""
    for span in turn.spans:
        for dash in INNER_DASH.finditer(ground.tree.text, span.start, span.stop):
            verb = attributing_within(ground, ground.tree.number_at(dash.end()), span)
            if verb is not None:
                return attributed(ground, turn, verb, AROUND)
    return None


def attributing_within(ground: Ground, first: int, span: Span) -> int | None:
    """A finite verb of speech with its subject right after a dash."""
    if first >= len(ground.tree.words) or ground.tree.words[first].start >= span.stop:
        return None
    if ground.tree.forms[first] != "Fin" or ground.tree.persons[first] in ("1", "2"):
        return None
    if ground.speaks(first):
        return first
    source = source_of(ground, first)
    if source is None or source[0] < first:
        return None
    named = (
        source[0] in ground.mention_ends
        or source[1] in ground.mention_ends
        or ground.lemma(source[0]) in ground.speakers.pronouns
    )
    after = ground.tree.words[source[1] + 1 : source[1] + 2]
    return first if named and bool(after) and after[0].pos == "PUNCT" else None


def parts_of(ground: Ground, turn: Turn, verb: int) -> Spans:
    """The turn's words without the narrator's: between a dash before his verb and the next dash, or the end."""
    kept: list[Span] = []
    for span in turn.spans:
        at = ground.tree.words[verb].start
        if not span.start <= at < span.stop:
            kept.append(span)
            continue
        text = ground.tree.text
        dashes = list(INNER_DASH.finditer(text, span.start, span.stop))
        before = max((d for d in dashes if d.end() <= at), key=lambda d: d.end(), default=None)
        after = next((d for d in dashes if d.start() > at), None)
        if before and before.start() > span.start:
            kept.append(Span(span.start, before.start()))
        if after and after.end() < span.stop:
            kept.append(Span(after.end(), span.stop))
    return tuple(kept)


def opens_sentence(ground: Ground, start: int) -> bool:
    """Whether a quotation stands at the head of a sentence: nothing, or the end of another, before it."""
    before = ground.tree.text[max(0, start - 40) : start].rstrip(" \t\u00a0")
    return not before or before[-1] in '\n\r.!?…:»”"“' + DASHES


Rule = Callable[[Ground, Turn], tuple[int, Found] | None]
RULES: tuple[tuple[str, Rule], ...] = (
    ("quotation before", told_after),
    ("quotation after", told_before),
    (AROUND, told_within),
)
