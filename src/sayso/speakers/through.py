"""Through whom: those who passed a statement on. In: statements with their speakers; out: the same with ``via``,
nearest to the reader first.

What is told within another statement has that one's ``via`` and speaker before it. *CBS writes, citing people familiar
with the plans*, *…, the minister said, quoted by TASS*: whoever is named in the sentence as writing or quoting, and is
not the speaker, passes on what is said.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

import msgspec

from sayso.records import Member, Speaker, Statement
from sayso.spans import Span, Spans, holds, hull, meets
from sayso.speakers.cast import Cast
from sayso.speakers.scene import Scene, between, sentence_of
from sayso.turns import REFERENCE

QUOTING = "quoted by"
PASSING = frozenset({"quoted", "citing"})  # rules by which the source is not the speaker
CONFIDENCE = 0.9


def passed_on_by(statements: Sequence[Statement], scene: Scene, cast: Cast) -> tuple[Statement, ...]:
    """The statements with ``via``."""
    by_id = {s.id: s for s in statements}
    done: dict[str, tuple[Speaker, ...]] = {}
    saying = who_say(statements, scene)
    for statement in statements:
        chain = [statement]
        while chain[-1].id not in done and chain[-1].inside in by_id:
            chain.append(by_id[chain[-1].inside or ""])
        for inner in reversed(chain):
            if inner.id not in done:
                # *сообщило со ссылкой на источники, что*: who says the same passes on what those referred to say
                refers = inner.rule == REFERENCE
                referring = saying.get((inner.content, sentence_of(scene, hull(inner.cue))), []) if refers else []
                done[inner.id] = via_of(inner, by_id.get(inner.inside or ""), referring, done, scene, cast)
    return tuple(msgspec.structs.replace(s, via=done[s.id]) for s in statements)


def who_say(statements: Sequence[Statement], scene: Scene) -> dict[tuple[Spans, Span], list[Speaker]]:
    """For every content and every sentence with a cue for it whoever says it there of his own."""
    saying: dict[tuple[Spans, Span], list[Speaker]] = {}
    for s in statements:
        if s.rule != REFERENCE and s.speaker and s.cue:
            saying.setdefault((s.content, sentence_of(scene, hull(s.cue))), []).append(s.speaker)
    return saying


def via_of(
    statement: Statement,
    outer: Statement | None,
    referring: Sequence[Speaker],
    done: dict[str, tuple[Speaker, ...]],
    scene: Scene,
    cast: Cast,
) -> tuple[Speaker, ...]:
    """Those who pass a statement on: the outer statement's and its speaker, those who quote, those who refer to it."""
    chain = [*done[outer.id], *filter(None, [outer.speaker])] if outer else []
    chain += quoting(statement, scene, cast)
    chain += referring
    own = statement.speaker.name if statement.speaker else None
    kept: dict[str, Speaker] = {}
    for speaker in chain:
        if speaker.name != own:
            kept.setdefault(speaker.name, speaker)
    return tuple(kept.values())


def quoting(statement: Statement, scene: Scene, cast: Cast) -> Iterator[Speaker]:
    """Those whom the sentence names as writing what another said: *CBS writes, citing …*, *quoted by TASS*."""
    if not statement.cue or not statement.source:
        return
    speakers = scene.language.speakers
    cue = {t.word for span in statement.cue for t in between(scene.words, span)}
    taken = (*statement.content, *statement.source)
    for name in between(scene.names, sentence_of(scene, hull(statement.cue))):
        member = cast.member(name)
        if member is None:
            continue
        at = scene.starts[name.span.start]
        end = bisect_left(scene.words, (name.span.stop,))
        after = scene.words[end : end + 1]
        back = [t.word for t in scene.words[max(0, at - 3) : at]]
        back = [w for w in back if w not in speakers.articles][-2:]
        if (
            statement.speaker
            and statement.speaker.rule in PASSING
            and any(holds(s, name.span) for s in statement.source)
        ):
            yield passing_on(member, name.span)
            continue
        if any(meets(name.span, s) for s in taken):
            continue
        writes = bool(after) and after[0].word in speakers.reporting and bool(cue & speakers.citing)
        cites = speakers.head_first and bool(cited_before(scene, at) & speakers.citing) and name.kind == "organization"
        if writes or cites or (back[-1:] == ["by"] and set(back[:1]) & speakers.citing):
            yield passing_on(member, name.span)


def cited_before(scene: Scene, at: int) -> set[str]:
    """The word before a name, over marks, the noun for what it names and the pronoun of the one who is cited: *цитирует
    его агентство «Норд»*."""
    speakers = scene.language.speakers
    while at > 0:
        token = scene.words[at - 1]
        skips = token.word in speakers.pronouns or token.word in speakers.outlets or token.word in speakers.organization
        if token.text[0].isalnum() and not skips:
            break
        at -= 1
    return {scene.words[at - 1].word} if at else set()


def passing_on(member: Member, named: Span) -> Speaker:
    return Speaker(
        name=member.name, kind=member.kind, role=member.role, side=member.side, rule=QUOTING, confidence=CONFIDENCE,
        named=named, role_span=member.role_span, english=member.english,
    )  # fmt: skip
