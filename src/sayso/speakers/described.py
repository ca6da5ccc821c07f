"""Rules for a source that describes who it is and stays without a name: a group, a body, one person."""

from __future__ import annotations

from sayso.speakers import pronouns
from sayso.speakers.heads import description, head_kind, hidden, without_article
from sayso.speakers.named import one_side
from sayso.speakers.scene import between
from sayso.speakers.stage import Answer, Doubt, Found, Stage
from sayso.text import Token, fold


def group(stage: Stage) -> Answer:
    """Several people who are not named: officials, residents, analysts at a bank, a third of voters."""
    phrase = stage.phrase
    if phrase is None or phrase.head is None:
        return None
    kind = head_kind(stage)
    of = bool(phrase.rest) and phrase.rest[0].word in stage.speakers.publishing
    quantity = phrase.opening == "quantity" or phrase.head.word in stage.speakers.quantities
    counted = quantity and (of or phrase.head.text == "%")
    if (kind == "document" and not counted) or not (phrase.plural or kind == "group" or counted):
        return None
    text, span = description(stage, phrase)
    return Found(text, "unnamed" if hidden(stage, phrase) else "group", named=span, side=one_side(stage))


def government(stage: Stage) -> Answer:
    """*the Russian side*: the country."""
    phrase = stage.phrase
    if phrase is None or phrase.head is None or phrase.head.word not in stage.speakers.sides:
        return None
    countries = {k.entry.name for k in between(stage.scene.known, phrase.span) if k.entry.kind == "country"}
    if len(countries) != 1:
        return None
    name = countries.pop()
    return Found(name, "country", None, None, name, phrase.span)


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
    if phrase.opening == "definite" and first not in stage.speakers.pronouns and not hidden(stage, phrase):
        bare = not (phrase.before or phrase.rest or phrase.names)
        return (same_unnamed(stage, phrase.head) if bare else None) or who_spoke(stage)
    text, span = description(stage, phrase)
    return Found(text, "unnamed", named=span, side=one_side(stage))


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
