"""The rule for a source that is a document: a report, figures, a statement."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.spans import Span, cut, hull
from sayso.speakers import pronouns, titles
from sayso.speakers.heads import description, head_kind
from sayso.speakers.named import one_side
from sayso.speakers.names import Name
from sayso.speakers.phrase import Phrase, take_apart
from sayso.speakers.scene import between
from sayso.speakers.stage import Answer, Doubt, Found, Stage, Turn
from sayso.text import Token, fold, spaced

MEDIA = frozenset({"media"})
# A statement was said in a document when its word stands this near the cue, in characters.
NEAR = 60


def document(stage: Stage) -> Answer:
    """A report, figures, a statement: what its publisher says, where the article names one; else as it is worded."""
    phrase = stage.phrase
    if phrase is None or phrase.head is None or head_kind(stage) != "document":
        return None
    owned = by_owner(stage, phrase, phrase.head)
    if owned:
        return owned
    names = issuers_of(phrase, stage, any_head=True)
    if names:
        return issued_by(stage, names)
    text, span = description(stage, phrase)
    if stage.speakers.head_first and not phrase.names and (body := issuing_body(stage, phrase)):
        return body
    if len(phrase.words) == 1 and phrase.head.word in stage.speakers.pieces:
        outlet = titles.last_of_sort(stage, MEDIA)
        if isinstance(outlet, Found):
            return replace(outlet, kind="document")
    if phrase.rest or phrase.names:
        return Found(text, "document", named=span, side=one_side(stage))
    word = phrase.core[-1].word
    like = like_issuers(stage, word)
    if len({n[0].words for n in like}) == 1:
        return issued_by(stage, like[0])
    earlier = same_document(stage, word) or said_in(stage, word)
    if earlier and earlier.speaker:
        s = earlier.speaker
        return Found(s.name, "document", earlier.member, None, s.side, s.named)
    if phrase.opening == "definite" and len(phrase.core) == 2 and word in stage.speakers.vague:
        return Doubt(((text, "which one, or whose, the article does not tell here"),))
    return Found(text, "document", named=span, side=one_side(stage))


def by_owner(stage: Stage, phrase: Phrase, head: Token) -> Answer:
    """*her statement*, *his words*: what the rules for pronouns say of the owner; the words are the person's own."""
    first = phrase.words[0]
    if first.word not in stage.speakers.pronouns or len(phrase.words) == 1:
        return None
    inner = replace(stage, owner=first)
    rules = (pronouns.just_spoke, pronouns.named_last, pronouns.weighed, pronouns.plural, pronouns.thing)
    answer = next((a for rule in rules if (a := rule(inner)) is not None), Doubt(()))
    if isinstance(answer, Doubt) or head.word in stage.speakers.own_words:
        return answer
    return replace(answer, kind="document", role=None, role_span=None)


def like_issuers(stage: Stage, word: str) -> list[list[Name]]:
    """The issuers of every document of one head: of those before a definite one; of all for *a new study*, which a
    lead may name before its publisher."""
    definite = stage.phrase is not None and stage.phrase.opening == "definite"
    return [
        names
        for p in stage.scene.sources
        if p.head and p.head.word == word and not (definite and p.span.start > stage.at.start)
        if (names := issuers_of(p, stage))
    ]


def owned_by(phrase: Phrase, name: Name) -> bool:
    """Whether a name depends on a document's noun without a preposition: nouns alone stand between."""
    assert phrase.head is not None
    between_ = [t for t in phrase.words if phrase.head.stop <= t.start < name.span.start]
    return name.span.start > phrase.head.start and all(
        t.pos in ("NOUN", "ADJ", "PUNCT") and t.text != "," for t in between_
    )


def issuing_body(stage: Stage, phrase: Phrase) -> Answer:
    """*статья издания*: the body that the word means, where that is told."""
    inner = take_apart(phrase.rest, [], stage.speakers) if phrase.rest else None
    if inner is None or inner.head is None or inner.head.word not in stage.speakers.bodies or len(phrase.rest) > 2:
        return None
    found = titles.known_body(replace(stage, phrase=inner))
    return replace(found, kind="document") if isinstance(found, Found) else None


def said_in(stage: Stage, word: str) -> Turn | None:
    """The last turn, within two paragraphs, that was said in such a document: *the ministry said in a statement*."""
    tellers = (t.speaker.name for t in stage.turns if t.statement.id == stage.statement.inside and t.speaker)
    teller = next(tellers, None)  # has not issued what is told of
    for turn in reversed(stage.turns[-4:]):
        cue = hull(turn.statement.cue or turn.statement.content)
        recent = stage.paragraphs_since(turn) <= 2 and cue.start < stage.at.start
        if recent and turn.speaker and turn.speaker.name != teller:
            near = Span(max(0, cue.start - NEAR), min(stage.at.start, cue.stop + NEAR))
            if word in [t.word for t in between(stage.scene.words, near)]:
                return turn
    return None


def issued_by(stage: Stage, names: Sequence[Name]) -> Found:
    """The document of those who published it: one by name, several as the article words them."""
    member = stage.cast.member(names[0])
    span = Span(names[0].span.start, names[-1].span.stop)
    name = member.name if member and len(names) == 1 else spaced(cut(stage.scene.text, span))
    side = member.side if member and member.kind != "person" else None
    return Found(name, "document", member, None, side, span)


def issuers_of(phrase: Phrase, stage: Stage, any_head: bool = False) -> list[Name]:
    """The names in a phrase of those who published what it is about: after *by* or *from* (not *obtained by*), with a
    possessive or right before the head. Two joined by *and* are both."""
    if phrase.head is None or not (any_head or phrase.head.word in stage.speakers.document):
        return []
    text, words = stage.scene.text, stage.scene.words
    found: list[Name] = []
    for name in phrase.names:
        platform = fold(name.words) in stage.speakers.platforms
        if name.kind == "place" or platform or name.span.start > phrase.words[-1].start:
            continue
        at = stage.scene.starts.get(name.span.start, 0)
        back = [t.word for t in words[max(0, at - 3) : at] if t.word not in stage.speakers.articles]
        joins = found and bool(set(back[-1:]) & stage.speakers.conjunctions)
        within = name.span.stop <= phrase.core[-1].stop
        owns = text[name.span.stop : name.span.stop + 1] in ("'", "’")
        owns = owns or (stage.speakers.head_first and owned_by(phrase, name))  # *доклад Минфина*
        within = within or (owns and stage.speakers.head_first)
        by = bool(set(back[-1:]) & stage.speakers.publishing) and not set(back[-2:-1]) & stage.speakers.obtaining
        if joins or (within and (owns or name.kind == "organization")) or (by and name.kind != "country"):
            found.append(name)
    if len(found) > 1:
        last = next((n for n in phrase.names if n.kind == "place" or n not in found), None)
        if last and last.span.start > found[-1].span.stop and last.span.stop == phrase.words[-1].stop:
            found.append(last)
    return found


def same_document(stage: Stage, word: str) -> Turn | None:
    """The last turn of a document with the same head."""
    for turn in reversed(stage.turns):
        if turn.speaker and turn.speaker.kind == "document":
            words = (t for s in turn.statement.source for t in between(stage.scene.words, s))
            if word in (t.word for t in words):
                return turn
    return None
