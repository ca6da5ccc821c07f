"""The cue-verb rival: rules over the verbs of sayso's own English list. In: a text; out: attributions.

Each verb of speech or inner state is a cue. Its source is the noun phrase to its left, or to its right where it is
inverted after what was said (“…,” said Ana Lima). Its content is the rest of the sentence, or what stands before it;
a quotation that goes on in the next sentence goes with it. What is left out (UNSURE, the shape of subjects) was chosen
on PolNeAR train.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from evaluation.phrases import DAYS, DETERMINERS, PREPOSITIONS, PRONOUNS, Range, has_name, phrase_after, phrase_before
from evaluation.sentences import MARKS, STOPS, Paragraph, Sentence, Token, split_text
from sayso import Attribution, Span
from sayso.languages.en import ENGLISH, INNER, INNER_PHRASES, SPEECH
from sayso.languages.en_verbs import all_forms

BE = set("be am is are was were been being 's 're 'm".split())
HELPERS = ENGLISH.auxiliaries - {"to", "now", "then"} | {"ever", "first"}
VERBS = all_forms(SPEECH) | all_forms(INNER)
STATES = set(INNER_PHRASES) - VERBS - set("belief desire mind opinion ambition ambitions eyes sights".split())
BASES = set(SPEECH) | set(INNER)
TELLERS = all_forms("tell remind assure inform notify".split())
REPORTERS = TELLERS | all_forms("say write report announce state warn note add claim argue".split())
BREAKS = {"while", "but", "although", "whereas", "compared"}  # after a comma: what follows is the writer's again
PARTICLES = {"called": {"on", "for"}, "calls": {"on", "for"}, "pointed": {"out", "to"}, "points": {"out", "to"}}
# Forms that attributed in at most a third of the places where the rules found them in PolNeAR train.
UNSURE = frozenset(
    "advised attacks back began begin begun believed challenges close closed comments continue continues continuing "
    "debates documents emails feels figures find finished hear heard like maintained maintains mean meaning means "
    "meant names need needed needs open opened planned points questions raise raised raises raising ready records "
    "remarks report requests responding rules sanctions saw seen sense speak speaking spoken state states teaches "
    "thanks".split()
)
FURTHEST_THAT = 8  # tokens between a cue and the *that* which opens its content (said on Monday in a letter that …)


@dataclass(frozen=True, slots=True)
class Draft:
    """An attribution in token ranges of one sentence; ``more`` are contents in spans of other sentences."""

    sentence: Sentence
    source: Range | None
    cue: Range
    content: tuple[Range, ...]
    more: tuple[Span, ...] = ()


def by_cue_verbs(text: str) -> list[Attribution]:
    """What the rival finds in a text."""
    return [attribution_of(d) for p in split_text(text) for d in drafts_of(p)]


def drafts_of(paragraph: Paragraph) -> list[Draft]:
    """The drafts of a paragraph's sentences, each with the quoted sentences around it that belong to it."""
    found: list[Draft] = []
    for number, sentence in enumerate(paragraph.sentences):
        before = paragraph.sentences[number - 1] if number else ()
        fresh = list(drafts_in(sentence, before))
        if not fresh and found and is_quotation(sentence):
            last = found[-1]
            found[-1] = Draft(last.sentence, last.source, last.cue, last.content, (*last.more, span_of(sentence)))
        found += fresh
    return found


def drafts_in(sentence: Sentence, before: Sentence) -> Iterator[Draft]:
    """The drafts of one sentence, in order. before: the sentence before it in the paragraph."""
    cues = [cue for at in range(len(sentence)) if (cue := cue_at(sentence, at))]
    last: Range | None = None
    for number, cue in enumerate(cues):
        stop = end_of_content(sentence, cue, cues[number + 1 :])
        draft = draft_of(sentence, cue, stop, last, before)
        if draft:
            last = draft.source or last
            yield draft


def cue_at(sentence: Sentence, at: int) -> Range | None:
    """The cue whose verb stands here, with its helpers and particle; None where the word is no cue."""
    token = sentence[at]
    if token.quoted or not token.is_word:
        return None
    after = sentence[at + 1].lower if at + 1 < len(sentence) else ""
    if token.lower == "according" and after == "to":
        return (at, at + 2)
    start = at
    while start > 0 and not sentence[start - 1].quoted and is_helper(sentence[start - 1]):
        start -= 1
    if not is_cue(sentence, start, at):
        return None
    particle = after in PARTICLES.get(token.lower, ())
    return (start, at + 1 + particle)


def is_helper(token: Token) -> bool:
    return token.lower in HELPERS or token.lower.endswith(("n't", "ly"))


def is_cue(sentence: Sentence, start: int, at: int) -> bool:
    """Whether the word is a verb that attributes, as far as its neighbours tell."""
    word = sentence[at].lower
    helpers = {t.lower for t in sentence[start:at]}
    before = sentence[start - 1].lower if start else ""
    if word in UNSURE or before in DETERMINERS | PREPOSITIONS or before.endswith(("'s", "s'")):
        return False
    if word in STATES:
        return bool(helpers & BE)
    if word not in VERBS:
        return False
    if word.endswith("ing"):
        return bool(helpers & BE) or before == ","
    if helpers & BE:
        return False  # a passive: what was said stands before it and who said it, if told at all, after *by*
    if word in BASES and not word.endswith("ed") and word not in {"read"}:
        return bool(helpers) or before in PRONOUNS or before.endswith("s")  # a plural
    return True


def end_of_content(sentence: Sentence, cue: Range, later: Sequence[Range]) -> int:
    """Where a content that runs to the right ends: with the sentence, before a verb joined to the cue (said … *and
    warned* …, said … *and Costa denied* …, said …, *adding* …), or where a comma and a conjunction give the word back
    to the writer."""
    for verb, _ in later:
        subject = phrase_before(sentence, verb)
        start = subject[0] if subject and subject[0] > cue[1] else verb
        joined = sentence[start - 1].lower in {"and", "but"} or sentence[verb].lower.endswith("ing")
        if joined and not sentence[start - 1].quoted:
            return start - 1
    for at in range(cue[1] + 2, len(sentence)):
        if sentence[at].lower in BREAKS and sentence[at - 1].text == "," and not sentence[at].quoted:
            return at - 1
    return len(sentence)


def draft_of(sentence: Sentence, cue: Range, stop: int, last: Range | None, before: Sentence) -> Draft | None:
    """The draft of a cue: the first of the shapes below that fits."""
    start, end = cue
    if sentence[start].lower == "according":
        return according(sentence, cue)
    source = phrase_before(sentence, start)
    if source and not has_subject_shape(sentence, source):
        source = None
    if source and (closes(sentence, end) or ends_quotation(sentence, source[0])):
        return parenthesis(sentence, source, cue, before)
    if source:
        return plain(sentence, source, cue, stop)
    if start and sentence[start - 1].lower in {"and", "but", ","} and last and not is_after_quotation(sentence, start):
        return plain(sentence, last, cue, stop)
    if sentence[start].lower.endswith("ing"):
        return plain(sentence, None, cue, stop)
    if start and (sentence[start - 1].text == "," or sentence[start - 1].text in MARKS):
        return inverted(sentence, cue)
    return None


def has_subject_shape(sentence: Sentence, source: Range) -> bool:
    """Whether a phrase is a pronoun, holds a name or a determiner, or ends in a plural."""
    last = sentence[source[1] - 1].lower
    return last in PRONOUNS or last.endswith("s") or has_name(sentence, source)


def closes(sentence: Sentence, at: int) -> bool:
    """Whether nothing, a comma or a stop follows."""
    return at >= len(sentence) or sentence[at].text == "," or sentence[at].text in STOPS


def is_after_quotation(sentence: Sentence, at: int) -> bool:
    return any(t.quoted for t in sentence[max(0, at - 3) : at])


def according(sentence: Sentence, cue: Range) -> Draft | None:
    """According to X, content. Content, according to X."""
    source = phrase_after(sentence, cue[1], apposition=cue[0] > 0)
    if source is None:
        return None
    content = [(0, cue[0]), (source[1], len(sentence))]
    return Draft(sentence, source, cue, tuple(r for r in content if has_words(sentence, r)))


def parenthesis(sentence: Sentence, source: Range, cue: Range, before: Sentence) -> Draft | None:
    """Content, Ana Lima said. “Content,” she said, “content.” Ana Lima said, “content.”"""
    left, right = (0, source[0]), (cue[1], len(sentence))
    rest = quoted_runs(sentence, *right) if ends_quotation(sentence, source[0]) else [right]
    content = tuple(r for r in (left, *rest) if has_words(sentence, r))
    if content:
        return Draft(sentence, source, cue, content)
    if is_quotation(before):  # “Content?” Ana Lima said.
        return Draft(sentence, source, cue, (), (span_of(before),))
    return None


def plain(sentence: Sentence, source: Range | None, cue: Range, stop: int) -> Draft | None:
    """Ana Lima said that content."""
    verb = sentence[cue[1] - 1].lower
    start = after_addressee(sentence, cue[1], stop) if verb in TELLERS else cue[1]
    start += start < stop and sentence[start].lower in DAYS
    start = opening(sentence, start, stop) if verb in REPORTERS else start
    content = (start, stop)
    return Draft(sentence, source, cue, (content,)) if has_words(sentence, content) else None


def opening(sentence: Sentence, start: int, stop: int) -> int:
    """Where what was reported begins, from a little after the cue: at its *that*, its colon, or a quotation after a
    comma (said on Monday *that* …; told reporters in Geneva*:* …)."""
    for at in range(start, min(start + FURTHEST_THAT, stop)):
        if sentence[at].lower == "that" or sentence[at].text == ":":
            return at
        if sentence[at].text == "," or sentence[at].quoted:
            return at if at + 1 < stop and sentence[at + 1].text in MARKS else start
    return start


def after_addressee(sentence: Sentence, at: int, stop: int) -> int:
    """Where what was told begins: after *reporters*, *him*, *the Harbour Post*."""
    start = at
    while at < stop and sentence[at].lower in DETERMINERS:
        at += 1
    at += at < stop and sentence[at].is_word
    while at < stop and sentence[at].is_capital and sentence[start].is_capital | (at > start):
        at += 1
    return at


def inverted(sentence: Sentence, cue: Range) -> Draft | None:
    """“Content,” said Ana Lima. Content, says she, content."""
    source, left = phrase_after(sentence, cue[1]), (0, cue[0])
    if source is None or not has_subject_shape(sentence, source) or not has_words(sentence, left):
        return None
    return Draft(sentence, source, cue, (left, *quoted_runs(sentence, source[1], len(sentence))))


def ends_quotation(sentence: Sentence, at: int) -> bool:
    """Whether a quotation ends right before a token."""
    return at > 1 and sentence[at - 1].text in MARKS and sentence[at - 2].quoted


def quoted_runs(sentence: Sentence, start: int, stop: int) -> list[Range]:
    """The quotations between two places."""
    runs: list[Range] = []
    for at in range(start, stop):
        if sentence[at].quoted:
            runs = [*runs[:-1], (runs[-1][0], at + 1)] if runs and runs[-1][1] == at else [*runs, (at, at + 1)]
    return runs


def has_words(sentence: Sentence, within: Range) -> bool:
    return any(t.is_word for t in sentence[within[0] : within[1]])


def is_quotation(sentence: Sentence) -> bool:
    """Whether a sentence is all quotation."""
    words = [t for t in sentence if t.is_word]
    return bool(words) and all(t.quoted for t in words)


def span_of(tokens: Sequence[Token]) -> Span:
    return Span(tokens[0].start, tokens[-1].stop)


def attribution_of(draft: Draft) -> Attribution:
    """A draft as a record."""
    source, cue, *content = (
        span_of(draft.sentence[r[0] : r[1]]) if r else None for r in (draft.source, draft.cue, *draft.content)
    )
    return Attribution(
        source=(source,) if source else (),
        cue=(cue,) if cue else (),
        content=tuple(sorted([*filter(None, content), *draft.more])),
        rule="cue verb",
    )
