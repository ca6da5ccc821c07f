"""Rules for a source that is a title or a description of somebody whom the article, or the roster, names."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, takewhile, zip_longest

from sayso.languages.speakers import Speakers
from sayso.records import Member
from sayso.roster.holder import Holder
from sayso.spans import Span, cut
from sayso.speakers import pronouns
from sayso.speakers.heads import folded, head_kind
from sayso.speakers.lexicon import Entry
from sayso.speakers.phrase import Phrase
from sayso.speakers.roles import whole_role
from sayso.speakers.scene import between, sides_in
from sayso.speakers.stage import Answer, Doubt, Found, Stage, found_member
from sayso.speakers.terms import in_office, office_of, shape_of
from sayso.text import fold, spaced, tokens


def title_in_cast(stage: Stage) -> Answer:
    """A title or description that the article ties to somebody it names: who fits it best, and of those the nearest."""
    phrase = stage.phrase
    if phrase is None or phrase.head is None or phrase.plural or phrase.opening in ("indefinite", "quantity"):
        return None
    words = folded(stage, (*phrase.before, phrase.head))
    if head_kind(stage) != "person" or any(w in stage.speakers.former for w in words):
        return None
    office = office_of(tuple(folded(stage, phrase.words)), stage.speakers, head=len(phrase.core) - 1)
    fits: dict[str, tuple[int, Member, Span]] = {}
    seen: set[str] = set()
    for name, member in (*stage.named_before(), *stage.named_after()):
        fresh = member.kind == "person" and member.name not in seen
        seen.add(member.name)
        if fresh and (score := agreement(stage, phrase, words, office, member)):
            fits[member.name] = (score, member, name.span)
    if not fits:
        return None
    most = max(score for score, _, _ in fits.values())
    (_, member, span), *rest = [f for f in fits.values() if f[0] == most]
    if not rest:
        return found_member(member, named=span)
    rivals = [m for _, m, _ in rest]
    at_home = [m for m in (member, *rivals) if m.side and m.side == stage.scene.home]
    if len(at_home) == 1:
        return found_member(at_home[0])
    previous = stage.previous
    if previous and previous.member and previous.member.name in {m.name for m in (member, *rivals)}:
        return found_member(previous.member, named=previous.at)
    return Doubt(tuple((m.name, f"is {m.role} here") for m in (member, *rivals)))


def agreement(stage: Stage, phrase: Phrase, words: Sequence[str], office: str | None, member: Member) -> int:
    """How well a description fits a member: 0 not at all; by its head or its office, and more by every further word. A
    country or an organisation that is not the member's forbids it."""
    speakers, head, role = stage.speakers, words[-1], role_words(member, stage.speakers)
    places = {side for _, side in sides_in(phrase.span, stage.scene)}
    named = {fold(n.words.split()[0]) for n in phrase.names if n.kind != "country"}
    owners = [t.word for t, mark in pairwise(phrase.before) if mark.text in ("'", "’")]
    if any(owner not in role for owner in owners if not places):
        return 0  # *the union's spokesman* is not the company's
    if (places and member.side and member.side not in places) or (named and not named & set(role)):
        return 0
    if places and not member.side and not any(fold(p) in " ".join(role) for p in places):
        return 0
    apart = speakers.former | speakers.deputy
    if {w for w in words if w in apart} != {w for w in role if w in apart}:
        return 0  # a former mayor, a deputy chairman
    held = office_of(tuple(role), speakers)
    leads = head in speakers.leading and held in speakers.led and bool(member.side)
    if not (head in heads_of(role, speakers) or leads or (office is not None and office == held)):
        return 0
    return 1 + sum(1 for w in words[:-1] if w in role)


def heads_of(role: Sequence[str], speakers: Speakers) -> set[str]:
    """The words of a role by which its holder may be called: those before an *of*, and not somebody else's (*the
    mayor's lawyer*)."""
    closed = speakers.placing | speakers.publishing | frozenset({"for"})
    own = takewhile(lambda pair: pair[0] not in closed, zip_longest(role, role[1:]))
    return {word for word, following in own if following != "s"}


def role_words(member: Member, speakers: Speakers) -> list[str]:
    """The folded words of a member's role, abbreviations written out."""
    words = (t.word for t in tokens(member.role or ""))
    return [speakers.abbreviations.get(w, w) for w in words if w[0].isalnum()]


def title_in_roster(stage: Stage) -> Answer:
    """A title of a country or an organisation through the roster, on the day of the article."""
    phrase = stage.phrase
    if phrase is None or phrase.head is None or phrase.plural or phrase.opening == "indefinite":
        return None
    entry = next((k.entry for k in between(stage.scene.known, phrase.span)), None)
    office = office_meant(stage, phrase, entry) if entry else None
    if entry is None or office is None:
        return None
    day, roster = stage.scene.day, stage.scene.roster
    if day is None:
        return Doubt((), "the day of the article is not known (--published)")
    code = stage.scene.language.code
    places = [p for p in (entry.name, entry.side) if p]
    tried = ((o, p) for o in (office, *stage.speakers.heads.get(office, ())) for p in places)
    holders = likest(next((h for o, p in tried if (h := in_office(roster, o, p, day, code))), []), phrase)
    names = {h.name for h in holders}
    if len(names) != 1 or not any(roster.sure(h, day) for h in holders):
        rivals = ((h.name, f"{h.office} of {entry.name} from {h.since} to {h.until or 'now'}") for h in holders)
        return Doubt(tuple(rivals)) if holders else None
    name = names.pop()
    member = next((m for m in stage.cast.members if m.name == name), None)
    if member:
        return found_member(member)
    role = whole_role(phrase.words, stage.speakers) or phrase.span
    side = entry.side or entry.name
    return Found(name, "person", None, spaced(cut(stage.scene.text, role)), side, None, role)


def likest(holders: Sequence[Holder], phrase: Phrase) -> list[Holder]:
    """Those of the holders whose office shares the most words with a phrase: the president's spokesman, the
    ministry's."""
    words = {t.word for t in phrase.words}
    shared = [len(words & set(shape_of(h.office))) for h in holders]
    return [h for h, n in zip(holders, shared, strict=True) if n == max(shared)]


def office_meant(stage: Stage, phrase: Phrase, entry: Entry) -> str | None:
    """The office that a phrase names for a country or an organisation: its own words, *leader* of the country, *head*
    or *chief* of the organisation, *head of … diplomacy*. None for a former holder's and a deputy's."""
    speakers, words = stage.speakers, folded(stage, phrase.words)
    core = folded(stage, phrase.core)
    if any(w in speakers.former for w in words):
        return None
    office = office_of(tuple(words), speakers, head=len(core) - 1)
    if office is None and any(w in speakers.deputy for w in core):
        return None
    if office is None and core[-1] in speakers.leading and entry.leader:
        return office_of(tuple(fold(w) for w in entry.leader.split()), speakers)
    if office is None and core[-1] in speakers.heading:
        return "foreign minister" if "diplomacy" in words else "head" if entry.kind == "organization" else None
    return office


def known_body(stage: Stage) -> Answer:
    """*the bank*, *the ministry*: the last organisation that the word fits, or the one that has just spoken."""
    phrase = stage.phrase
    if phrase is None or phrase.head is None or phrase.plural or head_kind(stage) != "organization":
        return None
    if phrase.words[0].word not in stage.speakers.pointing or phrase.names:
        return None
    word = phrase.head.word
    places = {side for _, side in sides_in(phrase.span, stage.scene)}
    for name, member in stage.named_before():
        if member.kind != "organization" or (places and member.side not in places):
            continue
        if word in {fold(w) for form in member.forms for w in form.split()} | set(
            role_words(member, stage.speakers)[-2:]
        ):
            return found_member(member, named=name.span)
    if len(phrase.words) > 2:
        return None
    turn = stage.previous
    if turn and turn.speaker and turn.speaker.kind == "organization" and stage.paragraphs_since(turn) <= 1:
        media = turn.member is not None and relays(stage, turn.member)
        other = {fold(w) for w in turn.speaker.name.split()} & stage.speakers.organization - {word}
        if (not media or word in stage.speakers.outlets) and not other:
            return pronouns.of_turn(turn)
    return Doubt(())


def relays(stage: Stage, member: Member) -> bool:
    """Whether a member is a news outlet, which speaks for others more often than for itself."""
    return any(n.entry and n.entry.sort == "media" for n in stage.scene.names if n.span in member.names)
