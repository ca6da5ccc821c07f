"""Rules for a source that names who it is."""

from __future__ import annotations

from sayso.morphology import uncapped
from sayso.spans import Span, cut
from sayso.speakers.roles import side_of
from sayso.speakers.scene import between, english_of, sides_in
from sayso.speakers.stage import Answer, Doubt, Found, Stage, found_member
from sayso.text import paired, spaced


def several(stage: Stage) -> Answer:
    """Two or more together: a group, as the source words it."""
    phrase = stage.phrase
    if phrase is None or not phrase.joined:
        return None
    words = phrase.words if len(phrase.names) > 2 or stage.speakers.head_first else phrase.core
    span = paired(stage.scene.text, Span(words[0].start, words[-1].stop))
    text = spaced(cut(stage.scene.text, span))
    return Found(uncapped(words, text) if words[0].pos else text, "group", named=span, side=one_side(stage))


def own_name(stage: Stage) -> Answer:
    """A person's name that ends the core, or that an apposition gives."""
    phrase = stage.phrase
    if phrase is None or (stage.speakers.head_first and phrase.words[0].word in stage.speakers.sources):
        return None  # *источник в правительстве Арвании*
    name = phrase.name if phrase.name and phrase.name.kind == "person" else phrase.apposed
    if name is None:
        return None
    member = stage.cast.member(name)
    if member is None:
        rivals = stage.cast.rivals(name)
        told = tuple((m.name, f"bears the name {name.words} as others here do") for m in rivals)
        return Doubt(told) if rivals else None
    return found_member(member, named=name.span)


def body(stage: Stage) -> Answer:
    """An organisation's or a country's name that ends the core; a capital speaks for its country."""
    phrase = stage.phrase
    if phrase is None or phrase.name is None or phrase.name.kind == "person":
        return None
    name = phrase.name
    member = stage.cast.member(name)
    entry = name.entry
    if entry and entry.kind == "country":
        if phrase.before and any(t.word not in stage.speakers.honorifics for t in phrase.before):
            return None
        return Found(
            entry.shown, "country", member, None, entry.side, name.span, english=english_of(entry.name, stage.scene)
        )
    places = [k.entry.name for k in between(stage.scene.known, phrase.core_span) if k.span.stop <= name.span.start]
    if places and entry is None and phrase.before:
        span = Span(phrase.before[0].start, name.span.stop)  # *Greece's Defense Ministry*
        return Found(spaced(cut(stage.scene.text, span)), "organization", member, None, one_side(stage), span)
    if member is None:
        return Found(name.words, "organization", named=name.span)
    return found_member(member, named=name.span)


def one_side(stage: Stage) -> str | None:
    """The side that the source's words name, where they are those of a state."""
    phrase = stage.phrase
    assert phrase is not None
    words = [t.word for t in phrase.words]
    return side_of(words, [side for _, side in sides_in(phrase.span, stage.scene)], stage.scene.home, stage.speakers)
