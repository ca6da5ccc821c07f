"""Rules for a source that is a title or a description of somebody whom the article, or the roster, names."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, takewhile, zip_longest

from sayso.languages.speakers import Speakers
from sayso.records import Member
from sayso.roster.holder import Holder
from sayso.spans import Span, cut, holds
from sayso.speakers import pronouns
from sayso.speakers.heads import description, folded, head_kind
from sayso.speakers.lexicon import Entry
from sayso.speakers.phrase import Phrase
from sayso.speakers.roles import whole_role
from sayso.speakers.scene import between, sides_in
from sayso.speakers.stage import Answer, Doubt, Found, Stage, found_member
from sayso.speakers.terms import in_office, office_of, shape_of
from sayso.text import Token, fold, spaced, tokens


def title_in_cast(stage: Stage) -> Answer:
    """A title or description that the article ties to somebody it names: who fits it best, and of those the nearest."""
    phrase = stage.phrase
    if phrase is None or phrase.head is None or phrase.plural or phrase.opening in ("indefinite", "quantity"):
        return None
    words = folded(stage, described_by(phrase))
    words = [stage.speakers.same_title[tuple(words)]] if tuple(words) in stage.speakers.same_title else words
    if head_kind(stage) != "person" or any(w in stage.speakers.former for w in words):
        return None
    office = office_in(stage, phrase)
    fits: dict[str, tuple[int, Member, Span]] = {}
    seen: set[str] = set()
    for name, member in (*stage.named_before(), *stage.named_after()):
        fresh = member.kind == "person" and member.name not in seen and not pronouns.contradicts(stage, member)
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
    if stage.speakers.head_first and (chosen := in_hand(stage, {m.name for m in (member, *rivals)})):
        return found_member(chosen)
    at_home = [m for m in (member, *rivals) if m.side and m.side == stage.scene.home]
    if len(at_home) == 1:
        return found_member(at_home[0])
    previous = stage.previous
    if previous and previous.member and previous.member.name in {m.name for m in (member, *rivals)}:
        return found_member(previous.member, named=previous.at)
    return Doubt(tuple((m.name, f"is {m.role} here") for m in (member, *rivals)))


def in_hand(stage: Stage, names: set[str]) -> Member | None:
    """Of several who fit a bare title the one who is spoken of: who spoke last, else who alone is named before in this
    paragraph or in the one before, else who alone is named before."""
    previous = stage.previous
    if previous and previous.member and previous.member.name in names:
        return previous.member
    before = [(name, m) for name, m in stage.named_before() if m.name in names]
    near = {m.name: m for name, m in before if stage.paragraph - stage.paragraph_of(name.span) <= 1}
    ever = {m.name: m for _, m in before}
    return next((next(iter(some.values())) for some in (near, ever) if len(some) == 1), None)


def agreement(stage: Stage, phrase: Phrase, words: Sequence[str], office: str | None, member: Member) -> int:
    """How well a description fits a member: 0 not at all; by its head or its office, and more by every further word. A
    country or an organisation that is not the member's forbids it."""
    speakers, role = stage.speakers, role_words(stage, member)
    head = words[len(phrase.before)] if speakers.head_first and len(words) > len(phrase.before) else words[-1]
    places = {side for _, side in sides_in(phrase.span, stage.scene)}
    named = {fold(n.words.split()[0]) for n in phrase.names if n.kind != "country"}
    owners = [t.word for t, mark in pairwise(phrase.before) if mark.text in ("'", "’")]
    if any(owner not in role for owner in owners if not places):
        return 0  # *the union's spokesman* is not the company's
    held = office_of(tuple(role), speakers)
    same_office = speakers.head_first and office is not None and office == held  # however the office is worded
    if (places and member.side and member.side not in places) or (named and not named & set(role) and not same_office):
        return 0
    if places and not member.side and not any(fold(p) in " ".join(role) for p in places):
        return 0
    apart = speakers.former | speakers.deputy
    if {w for w in words if w in apart} != {w for w in role if w in apart}:
        return 0  # a former mayor, a deputy chairman
    leads = head in speakers.leading and held in speakers.led and bool(member.side)
    short = held in speakers.short_for.get(head, ()) and len(words) == 1
    if not (head in heads_of(role, speakers) or leads or short or (office is not None and office == held)):
        return 0
    if same_office:
        own = {w for shape, name in speakers.offices.items() if name == office for w in shape}
        if any(t.word not in own and t.word not in role for t in unknown_names(stage, phrase)):
            return 0  # the spokesman of another
        return 2 + sum(1 for w in words if w not in own and w in role)
    if speakers.head_first and len(words) > 1 and not told_alike(phrase, role):
        return 0
    return 1 + sum(1 for w in words if w != head and w in role)


def unknown_names(stage: Stage, phrase: Phrase) -> list[Token]:
    """The names that depend on a title and are no country's or body's that is known."""
    known = [k.span for k in between(stage.scene.known, phrase.span)]
    return [t for t in phrase.rest if t.text[:1].isupper() and not any(holds(s, t.span) for s in known)]


def told_alike(phrase: Phrase, role: Sequence[str]) -> bool:
    """Whether what depends on a title stands in the role as well: *сотрудник порта* is not every *сотрудник*."""
    told = [t.word for t in phrase.rest if t.pos in ("NOUN", "PROPN", "ADJ")]
    return sum(w in role for w in told) * 2 >= len(told)


def heads_of(role: Sequence[str], speakers: Speakers) -> set[str]:
    """The words of a role by which its holder may be called: those before an *of*, and not somebody else's (*the
    mayor's lawyer*)."""
    closed = speakers.placing | speakers.publishing | frozenset({"for"})
    own = takewhile(lambda pair: pair[0] not in closed, zip_longest(role, role[1:]))
    return {word for word, following in own if following != "s"}


def role_words(stage: Stage, member: Member) -> list[str]:
    """The words of a member's role as they are compared, abbreviations written out."""
    if member.role_span:
        words = [t.word for t in between(stage.scene.words, member.role_span)]
    else:
        words = [stage.scene.language.key(fold(t.text)) for t in tokens(member.role or "")]
    return [stage.speakers.abbreviations.get(w, w) for w in words if w[0].isalnum()]


def described_by(phrase: Phrase) -> tuple[Token, ...]:
    """The words of a description that its bearer's role may share."""
    assert phrase.head is not None
    return (*phrase.before, phrase.head, *(phrase.rest if phrase.head.pos else ()))


def office_in(stage: Stage, phrase: Phrase) -> str | None:
    """The office that a phrase names, countries' adjectives left out where they may stand within (*глава российского
    МИД*)."""
    if not stage.speakers.head_first:
        return office_of(tuple(folded(stage, phrase.words)), stage.speakers, head=len(phrase.core) - 1)
    places = {k.span.start for k in between(stage.scene.known, phrase.span) if k.entry.manner == "adjective"}
    kept = [t for t in phrase.words if t.start not in places]
    head = next((n for n, t in enumerate(kept) if phrase.head and t.start == phrase.head.start), None)
    return office_of(tuple(folded(stage, kept)), stage.speakers, head=head)


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
    places = [p for p in (entry.name, entry.side) if p]
    tried = ((o, p) for o in (office, *stage.speakers.heads.get(office, ())) for p in places)
    holders = likest(next((h for o, p in tried if (h := in_office(roster, o, p, day))), []), phrase)
    names = {h.name for h in holders}
    if len(names) != 1 or not any(roster.sure(h, day) for h in holders):
        rivals = ((h.name, f"{h.office} of {entry.name} from {h.since} to {h.until or 'now'}") for h in holders)
        return Doubt(tuple(rivals)) if holders else None
    name = names.pop()
    member = next((m for m in stage.cast.members if name in (m.name, m.english)), None)
    if member:
        return found_member(member)
    role = whole_role(phrase.words, stage.speakers) or phrase.span
    side = entry.side or entry.name
    if stage.scene.language.inflects:
        shown = next((h.name_ru for h in holders if h.name_ru), None) or name
        return Found(shown, "person", None, description(stage, phrase)[0], side, None, role, english=name)
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
    office = office_in(stage, phrase)
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
    bare = stage.speakers.head_first and len(phrase.words) == 1
    if (phrase.words[0].word not in stage.speakers.pointing and not bare) or phrase.names:
        return None
    word = phrase.head.word
    if (sorts := stage.speakers.bodies.get(word)) and (found := last_of_sort(stage, sorts)):
        return found
    places = {side for _, side in sides_in(phrase.span, stage.scene)}
    for name, member in stage.named_before():
        if member.kind != "organization" or (places and member.side not in places):
            continue
        if word in {fold(w) for form in member.forms for w in form.split()} | set(role_words(stage, member)[-2:]):
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


def last_of_sort(stage: Stage, sorts: frozenset[str]) -> Answer:
    """*издание*, *ведомство*: the last organisation of such a sort named in this paragraph or in the two before."""
    names = {n.span: n for n in stage.scene.names}
    for name, member in stage.named_before():
        if stage.paragraph - stage.paragraph_of(name.span) > 2:
            return None
        entries = {e.sort for s in member.names if s in names and (e := names[s].entry)}
        stems = member.name.casefold()
        known = bool(entries & sorts) or any(stem in stems for stem in sorts if stem.islower() and len(stem) > 3)
        called = role_words(stage, member)[-1:] and role_words(stage, member)[-1] in sorts
        if member.kind == "organization" and (known or called):
            return found_member(member, named=name.span)
    return None


def relays(stage: Stage, member: Member) -> bool:
    """Whether a member is a news outlet, which speaks for others more often than for itself."""
    return any(n.entry and n.entry.sort == "media" for n in stage.scene.names if n.span in member.names)
