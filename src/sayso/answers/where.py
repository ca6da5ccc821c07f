"""Where a statement was made, on what occasion or by what channel. In: the frames of a document's statements; out: for
each its Venue, or None. RULES stand in order; the first that finds one gives it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import msgspec

from sayso.answers.frame import Frame, same_speaker
from sayso.atoms import Atom, phrase_at
from sayso.records import Venue
from sayso.spans import Span, cut, holds, hull, meets
from sayso.speakers.scene import between
from sayso.text import paired, spaced

LONGEST = 8  # atoms between a preposition and its noun
NEAR = 8  # atoms between a cue and a venue after it
FARTHEST = 2  # paragraphs over which a scene goes on
GOES_ON = 16  # atoms that may follow the noun
CARRIED = "same scene"
Told = Sequence[tuple[Frame, Venue | None]]
MARKS = frozenset(',;:.!?()—–"“”…«»')


def beside_cue(frame: Frame, before: Told) -> Venue | None:
    """In the sentence of the cue: *in an interview with …*, *on Telegram*, *at a meeting of the council*."""
    found = [(frame.gap(v.span), n, v) for n, v in enumerate(venues(frame)) if frame.belongs(v.span)]
    gap, _, venue = min(found) if found else (0, 0, None)
    after = hull(frame.statement.content).stop
    close = venue and (
        gap <= NEAR or venue.span.start < frame.at.start or frame.number(after) == frame.number(venue.span.start)
    )
    return venue if close else None


def venues(frame: Frame) -> Iterator[Venue]:
    """The places, occasions and channels that the sentence names outside what is said."""
    first, last = frame.number(frame.span.start), frame.number(frame.span.stop)
    parts, n = frame.timeline.parts, first
    while n < last:
        told = parts[n].among(frame.words.telling) and meets(parts[n].span, frame.at)  # *told a news conference*
        stop = place_at(frame, n, last) if told or parts[n].among(frame.words.into) else None
        if stop is None or (told and not any(a.among(frame.words.meetings) for a in parts[n + 1 : stop])):
            n += 1
            continue
        span = Span(parts[n + told].start, parts[stop - 1].stop)
        n = stop
        if frame.free(Span(span.start, span.start + 1)):
            span = paired(frame.scene.text, span)
            text = spaced(cut(frame.scene.text, span))
            yield Venue(text=text, span=span, rule="beside the cue", name=named_in(frame, span))


def place_at(frame: Frame, at: int, last: int) -> int | None:
    """Where a phrase for a venue ends that begins with a preposition, or None where it is none."""
    parts, words = frame.timeline.parts, frame.words
    for n in range(at + 1, min(at + 1 + LONGEST, last)):
        size = phrase_at(parts, n, words.channel_names)
        if size and (parts[n].lead or parts[n].text == "social"):
            return goes_on(frame, n + size, last)
        if is_venue(frame, at, n):
            return goes_on(frame, n + 1, last)
        if ends(frame, n, at) or (parts[n].among(words.into | words.within_place) and n > at + 1):
            return None
    return None


def is_venue(frame: Frame, at: int, n: int) -> bool:
    """Whether a noun after a preposition names a venue, and is neither a noun before another (*press conference*) nor
    one that bears a number (*in article 25*)."""
    words, parts = frame.words, frame.timeline.parts
    atom, after = parts[n], parts[n + 1] if n + 1 < len(parts) else None
    nouns = words.meetings | words.writings | words.channels | words.places
    if n > 1 and parts[n - 1].text == "-" and f"{parts[n - 2].text}-{atom.text}" in nouns:
        return True
    if not atom.among(nouns) or (atom.pos and atom.pos not in ("NOUN", "PROPN", "X")):
        return False
    if after and after.digits:
        return False
    if frame.language.inflects:
        impersonal = bool(frame.language.cues) and frame.cue_among(frame.language.cues.impersonal)  # type: ignore[union-attr]
        stated = atom.case in ("Loc", "Dat", "") or (atom.among(words.bare) and n == at + 1)
        return (
            stated and not (impersonal and atom.among(words.writings)) and (n == at + 1 or not atom.among(words.bare))
        )
    bare = n == at + 1 and not atom.among(words.bare) and not atom.text.endswith("s")
    return not bare and not (after and is_compound(frame, after))


def is_compound(frame: Frame, after: Atom) -> bool:
    """Whether a word goes on with a compound noun (*a meeting room*, *a press conference*), and opens nothing new."""
    words = frame.words
    new = after.among(words.ends | words.within_place | words.into | words.parting) or after.text.endswith(("ed", "ly"))
    timed = any(t.span.start <= after.start < t.span.stop for t in frame.timeline.within(after.span))
    joins = after.is_word and not after.lead and not new and not timed and frame.free(after.span)
    return joins and not meets(after.span, frame.at)


def ends(frame: Frame, n: int, at: int) -> bool:
    """Whether a phrase for a venue that begins at one atom ends before another: a mark, a word that goes on with the
    sentence, what is said, the cue."""
    atom = frame.timeline.parts[n]
    if atom.text in MARKS and atom.text not in '«»"“”':
        return True
    inside = holds(frame.at, frame.timeline.parts[at].span)
    owned = frame.scene.text[atom.stop : atom.stop + 1] in ("'", "’") and frame.timeline.times_at(atom.start)
    if (
        (atom.among(frame.words.ends) and not owned)
        or not frame.free(atom.span)
        or (meets(atom.span, frame.at) and not inside)
    ):
        return True
    return atom.pos == "VERB" and frame.language.inflects and atom.case == ""


def goes_on(frame: Frame, n: int, last: int) -> int:
    """Where a venue ends that is named up to an atom, with whom or of what it is: *with the newspaper*, *of the
    council*, *published Monday*."""
    stop, low = n, n
    parts = frame.timeline.parts
    while n < last and n - low < GOES_ON and not ends(frame, n, low):
        time = next((t for t in frame.timeline.within(parts[n].span)), None)
        if time and parts[n - 1].among(frame.words.within_place | frame.words.into):
            return max(low, n - 1)
        if time:  # published Monday
            if parts[n - 1].text.endswith("ed"):
                return frame.number(time.span.stop)
            return max(low, n - (parts[n - 1].pos == "ADP"))
        if parts[n].among(frame.words.into - frame.words.within_place):
            break
        if parts[n].among(frame.words.within_place):
            after = parts[n + 1] if n + 1 < last else None
            if after is None or ends(frame, n + 1, low):
                break
        elif n == low and parts[n].among(frame.words.channels):
            pass  # on her Facebook page
        elif n == low and not frame.language.inflects and not time and not parts[n].text.endswith("ed"):
            break
        n += 1
        stop = n
    return stop


def named_in(frame: Frame, span: Span) -> str | None:
    """The member of the cast that a venue names."""
    members = (frame.cast.member(name) for name in between(frame.scene.names, span))
    return next((m.name for m in members if m and m.kind != "country"), None)


def same_scene(frame: Frame, before: Told) -> Venue | None:
    """What the same speaker goes on to say, up to the next paragraph, is said at the same place."""
    for other, venue in reversed(before[-6:]):
        if other.statement.inside != frame.statement.inside or not same_speaker(frame.statement, other.statement):
            if other.statement.inside is None and frame.statement.inside is None:
                return None
            continue
        ended = other.paragraph_of(Span(hull(other.statement.content).stop - 1, hull(other.statement.content).stop))
        close = max(ended, other.paragraph_of(other.at)) >= frame.paragraph_of(frame.at) - 1
        close = (
            close and venue is not None and frame.paragraph_of(venue.span) >= frame.paragraph_of(frame.at) - FARTHEST
        )
        return msgspec.structs.replace(venue, rule=CARRIED) if venue and close else None
    return None


RULES: tuple[tuple[str, Callable[[Frame, Told], Venue | None]], ...] = (
    ("beside the cue", beside_cue),
    (CARRIED, same_scene),
)


def venues_of(frames: Sequence[Frame]) -> list[Venue | None]:
    """The venue of each statement, in order."""
    done: list[tuple[Frame, Venue | None]] = []
    for frame in frames:
        done.append((frame, next((v for _, rule in RULES if (v := rule(frame, done))), None)))
    return [venue for _, venue in done]
