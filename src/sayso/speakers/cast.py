"""The cast of a document: everyone it names. In: a Scene; out: a Cast of Members, which answers who a name at a place
is, with the role, gender and side that the text tells first and the roster then."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sayso.morphology import nominative, uncapped
from sayso.records import Member
from sayso.roster.holder import Holder
from sayso.spans import Span, cut, meets
from sayso.speakers.drafts import Draft, gather
from sayso.speakers.names import Name
from sayso.speakers.roles import (
    People,
    gender_of,
    is_apposition,
    may_stand_in,
    role_after,
    role_before,
    role_before_declined,
    role_in_source,
    side_of,
    spelled,
)
from sayso.speakers.scene import Scene, between, english_of, sides_in
from sayso.speakers.terms import bearers, held_office, in_office, office_of, on_day, sounding
from sayso.text import Token, fold, spaced

# An unknown noun is taken for one of people when the model is as sure as this.
PERSON = 0.7
Owners = Mapping[int, Draft]  # by where the name begins


@dataclass(frozen=True, slots=True)
class Cast:
    """The members in the order in which they enter, who each name is (by the name's start), and for the names that may
    be several members' who those are."""

    members: tuple[Member, ...]
    by_start: dict[int, int]
    doubtful: dict[int, tuple[int, ...]]

    def member(self, name: Name) -> Member | None:
        number = self.by_start.get(name.span.start)
        return None if number is None else self.members[number]

    def rivals(self, name: Name) -> tuple[Member, ...]:
        return tuple(self.members[n] for n in self.doubtful.get(name.span.start, ()))


def make_cast(scene: Scene) -> Cast:
    """The cast of a document."""
    drafts = gather(scene)
    owners = {n.span.start: d for d in drafts.all for n in d.names}
    for phrase in scene.sources:
        person = phrase.name if phrase.name and phrase.name.kind == "person" else phrase.apposed
        draft = owners.get(person.span.start) if person else None
        if draft and draft.role is None:
            draft.role = role_in_source(phrase, people_in(scene), scene.language.speakers)
    for draft in sorted(drafts.all, key=lambda d: d.kind == "person"):  # whom people speak for comes first
        draft.names.sort(key=lambda n: n.span)
        enrich(draft, scene, owners)
    order = sorted(range(len(drafts.all)), key=lambda n: drafts.all[n].names[0].span)
    place = {old: new for new, old in enumerate(order)}
    return Cast(
        members=tuple(member_of(drafts.all[n], scene) for n in order),
        by_start={n.span.start: place[k] for k, d in enumerate(drafts.all) for n in d.names},
        doubtful={start: tuple(place[k] for k in numbers) for start, numbers in drafts.doubtful.items()},
    )


def enrich(draft: Draft, scene: Scene, owners: Owners) -> None:
    """Role, gender and side, from the text first and then from the roster."""
    speakers = scene.language.speakers
    if draft.role is None:
        draft.role = next((role for name in draft.names if (role := role_beside(name, draft, scene))), None)
    words = role_words(draft, scene)
    named = [fold(w) for form in {n.words for n in draft.names} for w in form.split()]
    if draft.side is None and draft.kind == "organization":
        spans = [n.span for n in draft.names] + ([draft.role] if draft.role else [])
        draft.side = side_of([*words, *named], sides_of(spans, draft, scene, owners), scene.home, speakers)
    if draft.kind == "person":
        draft.gender = draft.gender or gender_of(words, speakers) or gender_of([fold(draft.name.split()[0])], speakers)
        sides = sides_of([draft.role] if draft.role else [], draft, scene, owners)
        draft.side = side_of(words, sides, scene.home, speakers)
        look_up(draft, words, scene)


def role_beside(name: Name, draft: Draft, scene: Scene) -> Span | None:
    """The role before a name or after it; none in a heading, whose capitals tell nothing."""
    at = scene.starts.get(name.span.start)
    if at is None or any(meets(h, name.span) for h in scene.headings):
        return None
    speakers, verbs = scene.language.speakers, scene.language.speech | scene.language.auxiliaries
    after = bisect_left(scene.words, (name.span.stop,))
    if [t.text for t in scene.words[after : after + 3 : 2]] == ["(", ")"]:
        after += 3  # the short form in brackets
    if draft.kind == "organization":
        bodies = bodies_in(scene)
        if scene.language.inflects:
            return body_before(scene.words, at, bodies) or described_after(name, after, bodies, scene)
        return role_after(scene.words, after, bodies, speakers, verbs)
    people = people_in(scene)
    before = role_before_declined if scene.language.inflects else role_before
    role = before(scene.words, at, people, speakers) if draft.kind == "person" else None
    if scene.language.inflects:
        return role or described_after(name, after, people, scene)
    return role or role_after(scene.words, after, people, speakers, verbs)


def described_after(name: Name, after: int, nouns: People, scene: Scene) -> Span | None:
    """The apposition after a name where nouns have cases, so that it is told from the next in a list."""
    speakers, verbs = scene.language.speakers, scene.language.speech | scene.language.auxiliaries
    role = role_after(scene.words, after, nouns, speakers, verbs)
    if role is None or any(n.kind == "person" for n in between(scene.names, role)):
        return None
    case = scene.words[scene.starts[name.span.start]].case
    return role if is_apposition(between(scene.words, role), nouns, case) else None


def body_before(words: Sequence[Token], at: int, bodies: People) -> Span | None:
    """The noun for a body that stands right before an organisation's name: *агентство «Норд»*."""
    marked = at > 0 and words[at - 1].text in '«"“„'
    at -= marked
    own = marked or words[at].case in ("", "Nom")  # *отделение* of a body is not the body
    return words[at - 1].span if at and own and bodies(words[at - 1]) and words[at - 1].number != "Plur" else None


def people_in(scene: Scene) -> People:
    """Which words stand for people: the language's nouns, and what the model is sure of."""
    speakers, sense = scene.language.speakers, scene.sense

    def stands(token: Token) -> bool:
        if spelled(token, speakers) in speakers.person:
            return True
        sure = token.text.islower() and sense.heads(token.span) >= PERSON
        return sure and sense.kind(token.span)["person"] >= PERSON

    return stands


def bodies_in(scene: Scene) -> People:
    """Which words stand for organisations."""
    return lambda token: token.word in scene.language.speakers.organization


def sides_of(spans: Sequence[Span], draft: Draft, scene: Scene, owners: Owners) -> list[str]:
    """The countries and blocs that the spans name, in order, and those for which organisations speak that they name."""
    found = []
    for span in spans:
        sides = sides_in(span, scene)
        for name in between(scene.names, span):
            owner = owners.get(name.span.start)
            if owner and owner is not draft and owner.kind == "organization" and owner.side:
                sides.append((name.span.start, owner.side))
        found += [side for _, side in sorted(sides)]
    return found


def role_words(draft: Draft, scene: Scene) -> list[str]:
    """The folded words of a draft's role, abbreviations written out."""
    return [spelled(t, scene.language.speakers) for t in between(scene.words, draft.role)] if draft.role else []


def look_up(draft: Draft, words: Sequence[str], scene: Scene) -> None:
    """What the roster knows of a person: the full name of a bare family name, where the text speaks of that person's
    country or gives the office; and for an office held on the day the role and the side."""
    alone = " " not in draft.name
    terms = bearers(scene.roster, draft.name) or (sounding(scene.roster, draft.name) if alone else ())
    now = on_day(terms, scene.day) if scene.day else [h for h in terms if h.until is None]
    chosen = now or (terms if not (alone and scene.day) else ())
    if alone:
        chosen = [h for h in chosen if supported(h, words, scene)]
    if not chosen or len({h.name for h in chosen}) > 1:
        return
    draft.holder, draft.english, speakers = True, english_of(chosen[0].name, scene), scene.language.speakers
    if alone:
        draft.name = (chosen[0].name_ru if scene.language.inflects else None) or chosen[0].name
    held = [h for h in now if h in chosen and undisputed(h, scene)]
    ended = {held_office(h) for h in chosen} - {None}
    if not held and scene.day and office_of(tuple(words), speakers) in ended:
        draft.side = None  # what the article calls the office is one that is over
    if held and not any(w in speakers.former for w in words):
        places = {h.country or h.organization for h in held}
        draft.side = draft.side or (places.pop() if len(places) == 1 else None)
        draft.known_role = called_office(held[0], scene) if scene.day else None


def called_office(holder: Holder, scene: Scene) -> str | None:
    """How the language of the text calls an office that only the roster tells."""
    if not scene.language.inflects:
        return holder.office
    return scene.language.speakers.office_names.get(held_office(holder) or "")


def undisputed(holder: Holder, scene: Scene) -> bool:
    """Whether nobody else may hold the office on the day."""
    if scene.day is None or scene.roster.sure(holder, scene.day):
        return True
    office = held_office(holder)
    place = holder.country or holder.organization or ""
    rivals = in_office(scene.roster, office, place, scene.day) if office else []
    return {h.name for h in rivals} == {holder.name}


def supported(holder: Holder, words: Sequence[str], scene: Scene) -> bool:
    """Whether the text speaks of the office's country or organisation, or calls the person by the office."""
    places = {holder.country, holder.organization} - {None}
    office = held_office(holder)
    if office and office == office_of(tuple(words), scene.language.speakers):
        return True
    return any(k.entry.name in places or k.entry.side in places for k in scene.known)


def member_of(draft: Draft, scene: Scene) -> Member:
    """The member that a draft has become."""
    return Member(
        name=draft.name,
        kind=draft.kind,
        names=tuple(n.span for n in draft.names),
        forms=tuple(dict.fromkeys(n.words for n in draft.names)),
        role=role_text(draft, scene) if draft.role else draft.known_role,
        role_span=draft.role,
        side=draft.side,
        gender=draft.gender,
        holder=draft.holder,
        english=draft.english,
    )


def role_text(draft: Draft, scene: Scene) -> str:
    """The words of a role, in the nominative where the language has cases: its head stands in the case of the name
    beside it, whatever the parser says of it (*главы* may be one head or several)."""
    assert draft.role is not None
    if not scene.language.inflects:
        return spaced(cut(scene.text, draft.role))
    words, beside = list(between(scene.words, draft.role)), min(draft.names, key=lambda n: distance(n, draft.role))
    case = scene.words[scene.starts[beside.span.start]].case
    people = people_in(scene)
    head = next((n for n, t in enumerate(words) if people(t)), None)
    if head is not None and words[head].case != case and may_stand_in(words[head], case):
        words[head] = words[head]._replace(case=case, number="Sing")
    return uncapped(words, nominative(words, scene.text))


def distance(name: Name, role: Span | None) -> int:
    """How far a name stands from a role."""
    return 0 if role is None else min(abs(name.span.start - role.stop), abs(role.start - name.span.stop))
