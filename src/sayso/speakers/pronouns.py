"""Rules for pronouns: who spoke last, who was named last, and else what the model's links weigh."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import islice, takewhile

from sayso.languages.speakers import Gender, Pronoun
from sayso.records import Member, Statement
from sayso.spans import Span, hull, meets
from sayso.speakers.names import GENDERS, Name
from sayso.speakers.scene import between
from sayso.speakers.stage import Answer, Doubt, Found, Stage, Turn, found_member

# How far back, in characters, somebody is looked for.
REACH = 1500
JUST_BEFORE = 200
# What speaks for somebody, in log-odds beside the model's link, and by how much the best must be ahead of the next.
SAME_PARAGRAPH = 0.7
OPENS_SENTENCE = 0.8
WITHIN_QUOTATION = -2.0
MARGIN = 0.8
NOBODY = Pronoun(None)


def relative(stage: Stage) -> Answer:
    """*who*, *which*: the name right before it, of a person for *who*."""
    phrase = stage.phrase
    if phrase is None or len(phrase.words) > 1 or phrase.words[0].word not in stage.speakers.relative:
        return None
    if phrase.name:  # WHO is not *who*
        return None
    person = phrase.words[0].word in stage.speakers.personal
    at = stage.scene.starts.get(phrase.words[0].start, 0)
    before = [t for t in stage.scene.words[max(0, at - 2) : at] if t.text != ","]
    for name, member in islice(stage.named_before(), 2):
        fits_it = stage.speakers.head_first or (member.kind == "person") == person  # *который* is either
        if before and name.span.stop >= before[-1].stop and fits_it:
            return found_member(member, named=name.span)
    return Doubt(())


def just_spoke(stage: Stage) -> Answer:
    """*he*, *she* who spoke last, in this paragraph or the one before, when nobody else is named in between."""
    known = pronoun_of(stage)
    turn = stage.previous
    if known is None or not is_personal(known) or turn is None or stage.paragraphs_since(turn) > 1:
        return None
    if turn.member is None or not fits(stage, turn.member, known):
        return None
    if any(member != turn.member for _, member in named_since(stage, turn, known)):
        return None
    if described_since(stage, end_of(turn)):
        return Doubt(((turn.member.name, "spoke last, but somebody else is described since"),))
    return found_member(turn.member, named=turn.at)


def named_last(stage: Stage) -> Answer:
    """*he*, *she*: the person named last outside what others say, when that name opens a sentence of this paragraph or
    the one before."""
    known = pronoun_of(stage)
    if known is None or not is_personal(known) or somebody_unknown(stage):
        return None
    for name, member in outside(stage, stage.named_before()):
        if member.kind == "person" and fits(stage, member, known):
            near = stage.paragraph - stage.paragraph_of(name.span) <= 1
            if described_since(stage, name.span.stop):
                return Doubt(((member.name, "was named last, but somebody else is described since"),))
            return found_member(member, named=name.span) if near and opens_sentence(stage, name.span) else None
    return None


def weighed(stage: Stage) -> Answer:
    """*he*, *she*: whom the model links it to, with what stands near, ahead of everybody else."""
    known = pronoun_of(stage)
    if known is None or not is_personal(known):
        return None
    if somebody_unknown(stage) or described_since(stage, stage.at.start - JUST_BEFORE):
        return Doubt(())
    ranked = sorted(weigh(stage, known).values(), key=lambda pair: -pair[0])
    if not ranked:
        return Doubt(())
    best, member, span = ranked[0]
    told = tuple((m.name, f"weighs {score:.1f}, the best {best:.1f}") for score, m, _ in ranked[:4])
    if len(ranked) > 1 and best - ranked[1][0] < MARGIN:
        return Doubt(told)
    return replace(found_member(member, named=span), rivals=told[1:])


def somebody_unknown(stage: Stage) -> bool:
    """Whether whoever spoke last, in this paragraph, is nobody of the cast: more likely than anybody older."""
    turn = stage.previous
    return turn is not None and turn.member is None and stage.paragraphs_since(turn) == 0


def weigh(stage: Stage, known: Pronoun) -> dict[str, tuple[float, Member, Span]]:
    """What speaks for each person named before: the score, the member, and where it was named best."""
    scores: dict[str, tuple[float, Member, Span]] = {}
    for name, member in stage.named_before():
        if stage.at.start - name.span.stop > REACH:
            break
        if member.kind != "person" or not fits(stage, member, known) or meets_any(name.span, [stage.statement]):
            continue
        score = stage.sense.link(stage.at, name.span)
        score += SAME_PARAGRAPH * (stage.paragraph_of(name.span) == stage.paragraph)
        score += OPENS_SENTENCE * opens_sentence(stage, name.span)
        score += WITHIN_QUOTATION * meets_any(name.span, [t.statement for t in stage.turns])
        if member.name not in scores or scores[member.name][0] < score:
            scores[member.name] = (score, member, name.span)
    return scores


def plural(stage: Stage) -> Answer:
    """*they*: the group that spoke last, in this paragraph or the one before."""
    known = pronoun_of(stage)
    if known is None or known.number != "many":
        return None
    turn = stage.previous
    if turn and turn.speaker and stage.paragraphs_since(turn) <= 1 and is_several(stage, turn):
        return of_turn(turn)
    return Doubt(())


def thing(stage: Stage) -> Answer:
    """*it*: the organisation, country or document that spoke last, or the only one named just before."""
    known = pronoun_of(stage)
    if known is None or not known.thing:
        return None
    if is_passive(stage):  # *it is said*
        return Doubt(())
    turn = stage.previous
    near = turn is not None and stage.paragraphs_since(turn) <= 1 and is_subject(turn.statement)
    if turn and turn.speaker and near and turn.speaker.kind in ("organization", "country", "document"):
        return of_turn(turn)
    bodies: dict[str, Found] = {}
    for name, member in outside(stage, stage.named_before()):
        if stage.at.start - name.span.stop < JUST_BEFORE and member.kind in ("organization", "country"):
            bodies.setdefault(member.name, found_member(member, named=name.span))
    if len(bodies) == 1:
        return next(iter(bodies.values()))
    return Doubt(tuple((name, "named just before") for name in bodies))


def is_passive(stage: Stage) -> bool:
    """Whether the cue is one of *is expected*, *were believed*."""
    cue = [t.word for s in stage.statement.cue for t in between(stage.scene.words, s)]
    cues = stage.scene.language.cues
    if cues and cues.impersonal & set(cue):
        return True
    return len(cue) > 1 and cue[0] in stage.speakers.being and not any(w.endswith("ing") for w in cue)


def own_voice(stage: Stage) -> Answer:
    """*I* within what somebody says: whoever says it."""
    known = pronoun_of(stage)
    if known is None or stage.statement.inside is None or stage.phrase is None:
        return None
    if stage.phrase.words[0].word not in stage.speakers.oneself:
        return None
    outer = next((t for t in stage.turns if t.statement.id == stage.statement.inside), None)
    return of_turn(outer) if outer and outer.speaker and outer.speaker.kind == "person" else None


def undecided(stage: Stage) -> Answer:
    """*I*, *we*, *you* outside a quotation of somebody's, and whatever else tells nobody: left open."""
    return None if pronoun_of(stage) is None else Doubt(())


def pronoun_of(stage: Stage) -> Pronoun | None:
    """The pronoun that is all of the source, or that owns what its head is (*her statement*)."""
    phrase = stage.phrase
    if phrase and phrase.words[0].word in stage.speakers.nobody:
        return NOBODY
    if phrase is None or (stage.owner is None and (len(phrase.words) > 1 or phrase.name)):
        return None
    return stage.speakers.pronouns.get(phrase.words[0].word)


def is_personal(known: Pronoun) -> bool:
    return known.number == "one" and not known.thing


def fits(stage: Stage, member: Member, known: Pronoun) -> bool:
    """Whether a person may be *he*, or *she*: by the gender that the text shows, or that an earlier pronoun has
    told."""
    gender = member.gender or told_gender(stage, member)
    return member.kind == "person" and (gender is None or known.gender is None or gender == known.gender)


def contradicts(stage: Stage, member: Member) -> bool:
    """Whether the verb or the description says that it is a woman, or a man, and the person is none."""
    gender = member.gender or told_gender(stage, member)
    head = stage.phrase.head if stage.phrase else None
    verbs = (t for s in stage.statement.cue for t in between(stage.scene.words, s) if t.pos == "VERB")
    told = {GENDERS[t.gender] for t in verbs if t.gender in GENDERS and t.number == "Sing" and not t.case}
    if head and head.pos == "NOUN" and head.gender == "Fem":
        told = {"f"}
    return gender is not None and len(told) == 1 and gender not in told


def told_gender(stage: Stage, member: Member) -> Gender:
    """The gender of the last pronoun that was found to be this person's."""
    for turn in reversed(stage.turns):
        if turn.member and turn.member.name == member.name and turn.statement.source:
            word = stage.scene.text[turn.at.start : turn.at.stop]
            known = stage.speakers.pronouns.get(stage.scene.language.key(word))
            if known and known.gender:
                return known.gender
    return None


def end_of(turn: Turn) -> int:
    """Where a turn ends."""
    return hull((*turn.statement.source, *turn.statement.cue, *turn.statement.content)).stop


def described_since(stage: Stage, start: int) -> bool:
    """Whether a sentence that begins after an offset and before the source opens with somebody described (*The prime
    minister is speaking now*): he, or she, may be that one."""
    words, speakers = stage.scene.words, stage.speakers
    low, high = bisect_left(words, (start,)), bisect_left(words, (stage.at.start,))
    for at in range(max(1, low), high):
        opens = words[at - 1].text in ".!?" or words[at - 1].line != words[at].line
        if opens and words[at].word in speakers.articles:
            subject = [t.word for t in words[at + 1 : min(high, at + 4)]]
            if any(w in speakers.person for w in subject) and not meets_any(words[at].span, [stage.statement]):
                return True
    return False


def named_since(stage: Stage, turn: Turn, known: Pronoun) -> list[tuple[Name, Member]]:
    """The people named outside what others say between a turn and the source who may be the pronoun's."""
    end = end_of(turn)
    return [
        (name, member)
        for name, member in outside(stage, stage.named_before())
        if name.span.start >= min(end, stage.at.start) and member.kind == "person" and fits(stage, member, known)
    ]


def outside(stage: Stage, named: Iterable[tuple[Name, Member]]) -> list[tuple[Name, Member]]:
    """Those of the names that stand in nothing that is said, nearest first, as far as REACH."""
    near = takewhile(lambda pair: stage.at.start - pair[0].span.stop <= REACH, named)
    said = [stage.statement, *(t.statement for t in stage.turns[-12:])]
    return [(n, m) for n, m in near if not meets_any(n.span, said)]


def meets_any(span: Span, statements: Sequence[Statement]) -> bool:
    """Whether a span lies in the content of one of the statements."""
    return any(meets(span, c) for s in statements for c in s.content)


def opens_sentence(stage: Stage, span: Span) -> bool:
    """Whether a name, with its title, is the first thing in its sentence: most often the subject."""
    at = stage.scene.starts.get(span.start, 0)
    for token in reversed(stage.scene.words[max(0, at - 8) : at]):
        if token.text in '.!?:”"' or token.line != stage.scene.words[at].line:
            return True
        if token.text.islower() and token.word not in stage.speakers.person | stage.speakers.articles:
            return False
    return at < 8


def is_several(stage: Stage, turn: Turn) -> bool:
    """Whether several spoke: a group; an organisation as the subject; sources in the plural."""
    kind = turn.speaker.kind if turn.speaker else None
    if kind == "unnamed":
        words = stage.scene.text[turn.at.start : turn.at.stop].split()
        return any(w.endswith("s") and len(w) > 3 for w in words[:3])
    return kind == "group" or (kind == "organization" and is_subject(turn.statement))


def is_subject(statement: Statement) -> bool:
    """Whether the source stands before the cue, as a subject does, and not after it as in *according to*."""
    if not statement.source or not statement.cue:
        return bool(statement.source)
    return statement.source[0].start < statement.cue[0].start


def of_turn(turn: Turn) -> Answer:
    """The speaker of an earlier turn once more."""
    s = turn.speaker
    if s is None:
        return Doubt(())
    return Found(s.name, s.kind, turn.member, s.role, s.side, s.named or turn.at, s.role_span, english=s.english)
