"""Rules for a source that describes who it is and stays without a name: a group, a body, one person."""

from __future__ import annotations

from sayso.records import SpeakerKind
from sayso.speakers import pronouns
from sayso.speakers.heads import description, head_kind, hidden, without_article
from sayso.speakers.named import one_side
from sayso.speakers.phrase import Phrase
from sayso.speakers.scene import between, english_of
from sayso.speakers.stage import Answer, Doubt, Found, Stage
from sayso.text import Token, fold


def group(stage: Stage) -> Answer:
    """Several people who are not named: officials, residents, analysts at a bank, a third of voters."""
    phrase = stage.phrase
    if phrase is None or phrase.head is None:
        return None
    if stage.speakers.head_first and len(phrase.words) == 1 and hidden(stage, phrase):
        turn = next((t for t in reversed(stage.turns[-8:]) if t.speaker and t.speaker.kind == "unnamed"), None)
        if turn:
            return pronouns.of_turn(turn)  # *источники*, after *источники в правительстве*
    kind = head_kind(stage)
    of = bool(phrase.rest) and (stage.speakers.head_first or phrase.rest[0].word in stage.speakers.publishing)
    quantity = phrase.opening == "quantity" or phrase.head.word in stage.speakers.quantities
    counted = quantity and (of or phrase.head.text == "%")
    if (kind == "document" and not counted) or not (phrase.plural or kind == "group" or counted):
        return None
    text, span = description(stage, phrase)
    one = phrase.words[0].word in stage.speakers.single  # *один из ректоров*
    known: SpeakerKind = "unnamed" if one or hidden(stage, phrase) else "group"
    return Found(text, known, named=span, side=one_side(stage))


def government(stage: Stage) -> Answer:
    """*the Russian side*: the country."""
    phrase = stage.phrase
    if phrase is None or phrase.head is None or phrase.head.word not in stage.speakers.sides:
        return None
    countries = {k.entry.name for k in between(stage.scene.known, phrase.span) if k.entry.kind == "country"}
    if len(countries) != 1:
        return None
    name = countries.pop()
    shown = next(k.entry.shown for k in between(stage.scene.known, phrase.span) if k.entry.name == name)
    return Found(shown, "country", None, None, name, phrase.span, english=english_of(name, stage.scene))


def body_described(stage: Stage) -> Answer:
    """An organisation that has no name here: a state commission, the Venezuelan authorities."""
    phrase = stage.phrase
    if phrase is None or phrase.head is None or head_kind(stage) != "organization":
        return None
    text, span = description(stage, phrase)
    return Found(without_article(stage, text), "organization", named=span, side=one_side(stage))


def unnamed(stage: Stage) -> Answer:
    """One person who is not named: a senior official, a resident, the driver."""
    phrase = stage.phrase
    if phrase is None or phrase.head is None or head_kind(stage) != "person":
        return None
    first = phrase.words[0].word
    if phrase.head.word in stage.speakers.partners and not phrase.before and (known := partner(stage)):
        return known
    if stage.speakers.head_first and not hidden(stage, phrase) and (known := bare_title(stage, phrase)):
        return known
    if phrase.opening == "definite" and first not in stage.speakers.pronouns and not hidden(stage, phrase):
        bare = not (phrase.before or phrase.rest or phrase.names)
        return (same_unnamed(stage, phrase.head) if bare else None) or who_spoke(stage)
    text, span = description(stage, phrase)
    return Found(text, "unnamed", named=span, side=one_side(stage))


def partner(stage: Stage) -> Answer:
    """*собеседник агентства*: the person who spoke last, in this paragraph or in the one before."""
    turn = stage.previous
    near = turn is not None and stage.paragraphs_since(turn) <= 1
    if turn is None or not near or turn.speaker is None or turn.speaker.kind not in ("person", "unnamed"):
        return None
    heads = [t for s in turn.statement.source for t in between(stage.scene.words, s) if t.pos in ("NOUN", "PROPN")]
    several = turn.speaker.kind == "unnamed" and bool(heads) and heads[0].number == "Plur"
    return None if several else pronouns.of_turn(turn)


def bare_title(stage: Stage, phrase: Phrase) -> Answer:
    """*министр*, *режиссер*, *глава министерства*, without an article to tell: the one who spoke last, unless somebody
    else is named since. Whoever has a title that one person bears (*мэр Севска*) is named somewhere, and left open
    until then; so is a bare noun."""
    head = phrase.head
    assert head is not None
    if phrase.plural or phrase.opening is not None or not stage.statement.cue:
        return None  # *Корреспондент: …* is a label
    sole = head.word in stage.speakers.sole or any(head.word == shape[0] for shape in stage.speakers.offices)
    if phrase.before or len(phrase.words) > 2 or phrase.names:
        return Doubt(()) if sole else None
    if earlier := same_unnamed(stage, head):
        return earlier
    turn = stage.previous
    person = turn is not None and turn.member is not None and turn.member.kind == "person"
    if (
        turn
        and turn.member
        and person
        and stage.paragraphs_since(turn) <= 1
        and not pronouns.contradicts(stage, turn.member)
    ):
        since = {m.name for _, m in pronouns.named_since(stage, turn, pronouns.NOBODY)}
        if since <= {turn.member.name}:
            return pronouns.of_turn(turn)
    named = any(m.kind == "person" for m in stage.cast.members)
    return Doubt(()) if sole or (named and len(phrase.words) == 1) else None


def same_unnamed(stage: Stage, head: Token) -> Answer:
    """*the expert*, after *one legal expert*: the last unnamed speaker with the same head."""
    word = head.word
    for turn in reversed(stage.turns[-8:]):
        if turn.speaker and turn.speaker.kind == "unnamed" and word in map(fold, turn.speaker.name.split()):
            return pronouns.of_turn(turn)
    return None


def who_spoke(stage: Stage) -> Doubt:
    """*the economist*, who is nobody's title here: perhaps whoever spoke last, and that is no answer."""
    turn = stage.previous
    near = turn and turn.member and turn.member.kind == "person" and stage.paragraphs_since(turn) <= 1
    return Doubt(((turn.member.name, "spoke last"),) if turn and turn.member and near else ())
