"""To whom a statement was made. In: the frames of a document's statements and their venues; out: for each its
Addressee, or None. RULES stand in order; the first that finds one gives it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import msgspec

from sayso.answers.evidence import is_infinitive
from sayso.answers.frame import Frame, same_speaker
from sayso.atoms import Atom, phrase_at
from sayso.morphology import nominative, uncapped
from sayso.records import Addressee, Member, Venue
from sayso.spans import Span, cut
from sayso.speakers.phrase import Phrase, take_apart_at
from sayso.speakers.scene import between
from sayso.text import Token, spaced

CIRCUMSTANCES = 4  # between a verb and whom it tells
LONGEST = 9  # atoms of a phrase for those spoken to
CARRIED = "same scene"
Told = Sequence[tuple[Frame, Addressee | None]]
ENDS = frozenset(',;:.!?()—–-"“”…')


def after_verb(frame: Frame, venue: Venue | None, before: Told) -> Addressee | None:
    """Right after a verb of telling: *told reporters*, *попросил Грецию*; in the case that the verb wants."""
    for cue in frame.statement.cue:
        atoms = frame.atoms(cue)
        told = frame.words.telling | frame.words.speaking | frame.words.wanting
        verb = next((a for a in reversed(atoms) if a.among(told)), None)
        if verb is None:
            continue
        at = frame.number(verb.stop)
        if frame.language.inflects:
            found = declined(frame, at, verb) or asked_declined(frame, at, verb)
        elif verb.among(frame.words.telling):
            on = at < len(frame.timeline.parts) and frame.timeline.parts[at].text == "on"
            found = plain_phrase(frame, at + on) or asked(frame, at + on)
        else:
            found = None
        if found:
            return addressee(frame, found, "after the verb")
    return None


def declined(frame: Frame, at: int, verb: Atom) -> Span | None:
    """The phrase in the dative after a verb of speech, in the accusative after one that asks; perhaps before it."""
    wanted = ("Acc", "Gen") if verb.among(frame.words.telling) and not verb.among(frame.words.speaking) else ("Dat",)
    parts, at = frame.timeline.parts, after_circumstances(frame, at)
    if at + 1 < len(parts) and parts[at].text == "от" and verb.among(frame.words.wanting):
        return noun_phrase(frame, at + 1, ("Gen",))
    return noun_phrase(frame, at, wanted) or before_verb(frame, frame.number(verb.start), wanted)


def after_circumstances(frame: Frame, at: int) -> int:
    """The first atom after a verb that is no subject, date or adverb: *сказала в среду журналистам*."""
    parts = frame.timeline.parts
    for _ in range(CIRCUMSTANCES):
        if at >= len(parts):
            break
        source = next((s for s in frame.statement.source if frame.number(s.start) == at), None)
        led = at + (parts[at].pos == "ADP")
        time = next((t for t in frame.timeline.times_at(parts[led].start)), None) if led < len(parts) else None
        if source:
            at = frame.number(source.stop)
        elif time:
            at = frame.number(time.span.stop)
        elif parts[at].pos == "ADV":
            at += 1
        else:
            break
    return at


def before_verb(frame: Frame, at: int, wanted: tuple[str, ...]) -> Span | None:
    """A pronoun or a noun right before the verb: *журналистам сообщил*."""
    if wanted != ("Dat",) or at < 1:
        return None
    atom = frame.timeline.parts[at - 1]
    led = at > 1 and frame.timeline.parts[at - 2].pos == "ADP"
    plain = atom.pos == "NOUN" and atom.case == "Dat" and not led and frame.free(atom.span)
    return atom.span if plain else None


def noun_phrase(frame: Frame, at: int, wanted: tuple[str, ...], *, asked: bool = False) -> Span | None:
    """The noun phrase that begins at an atom, where its head stands in one of the cases: with its adjectives, what
    depends on it in the genitive, and its name. ``asked``: it stands at the head of what is said."""
    parts, n, head = frame.timeline.parts, at, None
    while n < len(parts) and n - at < LONGEST:
        atom = parts[n]
        named = named_at(frame, atom)
        if not (asked or frame.free(atom.span)) or not (may_stand(frame, n, head) or named):
            break
        nominal = atom.pos in ("NOUN", "PROPN", "ADJ", "DET") and atom.is_word
        if nominal and head is None and atom.case not in wanted:
            return None
        if nominal and head is not None and atom.case not in (*wanted, "Gen", "") and not named:
            break
        if nominal and head is None and (atom.pos in ("NOUN", "PROPN") or not goes_with(parts, n)):
            head = n
        n += 1
    if head is None:
        return None
    while n > head + 1 and (parts[n - 1].pos in ("CCONJ", "ADJ") or parts[n - 1].text in '«"“'):
        n -= 1
    return Span(parts[at].start, parts[n - 1].stop)


def may_stand(frame: Frame, n: int, head: int | None) -> bool:
    """Whether an atom may stand in a noun phrase: a word of its classes, a quotation mark round a name, *and* between
    two of one case."""
    parts = frame.timeline.parts
    atom, after = parts[n], parts[n + 1] if n + 1 < len(parts) else None
    if atom.text in '«»"“”':
        return head is not None or (after is not None and named_at(frame, after))
    if atom.pos == "CCONJ":
        return head is not None and after is not None and after.case == parts[head].case
    return atom.is_word and atom.pos in ("NOUN", "PROPN", "ADJ", "DET", "X", "NUM")


def goes_with(parts: Sequence[Atom], n: int) -> bool:
    """Whether an adjective goes with the noun after it: *виновным* alone is a noun."""
    after = parts[n + 1] if n + 1 < len(parts) else None
    return after is not None and after.pos in ("NOUN", "PROPN", "ADJ", "X") and after.case == parts[n].case


def named_at(frame: Frame, atom: Atom) -> bool:
    """Whether a name stands at an atom."""
    return any(
        n.span.start <= atom.start < n.span.stop
        for n in between(frame.scene.names, Span(max(0, atom.start - 40), atom.stop))
    )


def plain_phrase(frame: Frame, at: int) -> Span | None:
    """The noun phrase that begins at an atom, where nouns have no cases: up to a mark, a preposition, what is said."""
    parts, n = frame.timeline.parts, at
    while n < len(parts) and n - at < LONGEST:
        atom = parts[n]
        name = named_at(frame, atom)
        if (atom.text in ENDS and not name) or not frame.free(atom.span):
            break
        if atom.among(frame.words.ends | frame.words.to) and not name and atom.text != "and":
            break
        led = atom.among(frame.words.into | frame.words.within_place | frame.words.with_whom)
        if led and not name and not (atom.text == "of" and n > at):
            break
        if any(t.span.start == atom.start for t in frame.timeline.within(atom.span)):
            break
        n += 1
    if n < len(parts) and parts[n].text == "," and (apposed := apposition(frame, n + 1)):
        n = apposed  # *told her husband, Rui Costa, that*
    while n > at and (parts[n - 1].text in ("and", "of") or not parts[n - 1].is_word):
        n -= 1
    return Span(parts[at].start, parts[n - 1].stop) if n > at else None


def asked_declined(frame: Frame, at: int, verb: Atom) -> Span | None:
    """The same where nouns have cases: *призвала | жителей уехать*."""
    parts = frame.timeline.parts
    heads = at < len(parts) and any(c.start == parts[at].start for c in frame.statement.content)
    span = noun_phrase(frame, at, ("Acc", "Gen"), asked=True) if heads and verb.among(frame.words.telling) else None
    after = frame.number(span.stop) if span else len(parts)
    return span if after < len(parts) and is_infinitive(parts[after]) else None


def asked(frame: Frame, at: int) -> Span | None:
    """Whoever is asked to do something, at the head of what is said: *urged | the ports to reopen*."""
    parts, n = frame.timeline.parts, at
    if not any(c.start == parts[at].start for c in frame.statement.content if at < len(parts)):
        return None
    while n < len(parts) and n - at < LONGEST and (parts[n].is_word or named_at(frame, parts[n])):
        if parts[n].among(frame.words.to) and n > at:
            span = Span(parts[at].start, parts[n - 1].stop)
            return span if somebody(frame, span) else None
        if parts[n].among(frame.words.ends | frame.words.into):
            return None
        n += 1
    return None


def somebody(frame: Frame, span: Span) -> bool:
    """Whether a phrase stands for people or bodies: it names one, or its head is such a noun, or those who listen."""
    phrase = take_apart_at(span, frame.scene.words, frame.scene.names, frame.language)
    head, speakers = (phrase.head.word if phrase and phrase.head else ""), frame.language.speakers
    kinds = speakers.person | speakers.organization | speakers.group | frame.words.listening
    many = not frame.language.inflects and head.endswith(frame.words.doers)
    return names_somebody(frame, span) or many or head in kinds or head.removesuffix("s") in kinds


def in_answer(frame: Frame, venue: Venue | None, before: Told) -> Addressee | None:
    """Whose question is answered: *asked by …*, *in response to a question from …*, *отвечая на вопрос …*."""
    parts, n, last = frame.timeline.parts, frame.number(frame.span.start), frame.number(frame.span.stop)
    while n < last:
        size = phrase_at(parts, n, frame.words.answering)
        if not size or not frame.free(parts[n].span):
            n += 1
            continue
        at = n + size
        span = noun_phrase(frame, at, ("Gen",)) if frame.language.inflects else plain_phrase(frame, at)
        known = span and (frame.language.inflects or somebody(frame, span))
        return addressee(frame, span, "in answer") if span and known else None
    return None


def apposition(frame: Frame, at: int) -> int | None:
    """The atom after a name that stands between commas."""
    parts = frame.timeline.parts
    name = (
        next((n for n in between(frame.scene.names, Span(parts[at].start, parts[at].stop))), None)
        if at < len(parts)
        else None
    )
    after = frame.number(name.span.stop) if name and name.kind == "person" else len(parts)
    return after if after < len(parts) and parts[after].text == "," else None


def after_to(frame: Frame, venue: Venue | None, before: Told) -> Addressee | None:
    """After *to*: *said to reporters*, *wrote to the commission*, *speaking to Reuters*."""
    parts, last = frame.timeline.parts, frame.number(frame.span.stop)
    for n in range(frame.number(frame.span.start), last - 1):
        if not (parts[n].among(frame.words.to) and frame.free(parts[n].span)) or n == 0:
            continue
        verb = parts[n - 1]
        if not verb.among(frame.words.speaking | frame.words.met):
            continue
        span = plain_phrase(frame, n + 1)
        if span and somebody(frame, span) and frame.belongs(span):
            return addressee(frame, span, "after to")
    return None


def names_somebody(frame: Frame, span: Span) -> bool:
    return any(frame.cast.member(name) for name in between(frame.scene.names, span))


def of_venue(frame: Frame, venue: Venue | None, before: Told) -> Addressee | None:
    """With whom or to whom the venue is: *in an interview with …*, *in a letter to …*, *в интервью газете*."""
    if venue is None or venue.rule == CARRIED:
        return None
    atoms = frame.atoms(venue.span)
    met = next((n for n, a in enumerate(atoms) if a.among(frame.words.met)), None)
    if met is None:
        return None
    at = frame.number(atoms[met].stop)
    led = at < len(frame.timeline.parts) and frame.timeline.parts[at].among(frame.words.with_whom)
    if frame.language.inflects:
        span = noun_phrase(frame, at + led, ("Ins",) if led else ("Dat",))
    else:
        span = plain_phrase(frame, at + 1) if led else None
    return addressee(frame, span, "of the venue") if span else None


def same_scene(frame: Frame, venue: Venue | None, before: Told) -> Addressee | None:
    """Where the venue is carried over, so is whoever listens."""
    for other, found in reversed(before[-6:]):
        if other.statement.inside != frame.statement.inside or not same_speaker(frame.statement, other.statement):
            continue
        scene = venue is not None and venue.rule == CARRIED
        told = found is not None and found.rule in ("of the venue", CARRIED)
        return msgspec.structs.replace(found, rule=CARRIED) if found and told and scene else None
    return None


def addressee(frame: Frame, span: Span, rule: str) -> Addressee | None:
    """Who a phrase for those spoken to is: one of the cast, or those it describes; none for a pronoun."""
    atoms = frame.atoms(span)
    if atoms and atoms[-1].among(frame.words.meetings) and (len(atoms) == 1 or not frame.language.inflects):
        return None  # *told a news conference* tells where; *членам конгресса* to whom
    if not atoms or all(a.among(frame.words.nobody | frame.language.speakers.articles) for a in atoms):
        return None
    phrase = take_apart_at(span, frame.scene.words, frame.scene.names, frame.language)
    names = between(frame.scene.names, span)
    chosen = phrase.name if phrase and phrase.name else phrase.apposed if phrase else None
    if chosen is None and phrase and names and names[-1].kind == "person" and not phrase.joined:
        chosen = names[-1]
    if phrase and phrase.joined:
        chosen = None
    member = frame.cast.member(chosen) if chosen else by_role(frame, phrase) if phrase and not phrase.joined else None
    if member:
        return Addressee(
            name=member.name, kind=member.kind, span=span, rule=rule, role=member.role, side=member.side,
            english=member.english,
        )  # fmt: skip
    return Addressee(
        name=described(frame, span),
        kind="group" if phrase is None or phrase.plural else "unnamed",
        span=span,
        rule=rule,
    )


def by_role(frame: Frame, phrase: Phrase) -> Member | None:
    """The one of the cast whose role a description names: *told the mayor*."""
    head = phrase.head
    if head is None or phrase.plural or phrase.opening == "indefinite":
        return None
    held = [m for m in frame.cast.members if m.kind == "person" and m.role and holds_office(frame, m, head)]
    return held[0] if len(held) == 1 else None


def holds_office(frame: Frame, member: Member, head: Token) -> bool:
    """Whether a word stands in somebody's role."""
    words = between(frame.scene.words, member.role_span) if member.role_span else ()
    return any(t.word == head.word for t in words)


def described(frame: Frame, span: Span) -> str:
    """Those spoken to as the article words it: without an article, in the nominative."""
    words = list(between(frame.scene.words, span))
    while len(words) > 1 and words[0].word in frame.language.speakers.articles:
        words.pop(0)
    if frame.language.inflects:
        return uncapped(words, nominative(words, frame.scene.text))
    return spaced(cut(frame.scene.text, Span(words[0].start, span.stop)))


RULES: tuple[tuple[str, Callable[[Frame, Venue | None, Told], Addressee | None]], ...] = (
    ("after the verb", after_verb),
    ("of the venue", of_venue),
    ("after to", after_to),
    ("in answer", in_answer),
    (CARRIED, same_scene),
)


def addressees_of(frames: Sequence[Frame], venues: Sequence[Venue | None]) -> list[Addressee | None]:
    """The addressee of each statement, in order."""
    done: list[tuple[Frame, Addressee | None]] = []
    for frame, venue in zip(frames, venues, strict=True):
        found = next((a for _, rule in RULES if (a := rule(frame, venue, done))), None)
        own = frame.statement.speaker.name if frame.statement.speaker else None
        done.append((frame, found if found and found.name != own else None))
    return [found for _, found in done]
