"""Who each name of a document is. In: a Scene; out: drafts of the cast's members, and the names that may be several
members'.

People are told apart by the words of their names: a full name makes a member, a short one goes to the member that bears
it. Two full names with one family name are two people, and the bare family name is then nobody's for sure.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from sayso.languages.speakers import Gender
from sayso.records import SpeakerKind
from sayso.spans import Span
from sayso.speakers.names import Name
from sayso.speakers.people import may_be_one, parts_of, sounds_like, suffixed
from sayso.speakers.roles import gender_of
from sayso.speakers.scene import Scene, english_of
from sayso.speakers.shortening import is_short_for
from sayso.speakers.terms import bearers, on_day
from sayso.text import Token, fold


@dataclass(slots=True)
class Draft:
    """A member in the making."""

    name: str
    kind: SpeakerKind
    names: list[Name] = field(default_factory=list)
    role: Span | None = None
    known_role: str | None = None
    side: str | None = None
    gender: Gender = None
    holder: bool = False
    english: str | None = None


@dataclass(slots=True)
class Drafts:
    """All of them, with the people by every word of their names, and the bodies by every name that has come up."""

    scene: Scene
    all: list[Draft] = field(default_factory=list)
    people: dict[str, list[int]] = field(default_factory=dict)
    bodies: dict[tuple[str, str], int] = field(default_factory=dict)
    doubtful: dict[int, tuple[int, ...]] = field(default_factory=dict)


def gather(scene: Scene) -> Drafts:
    """The drafts of a document's people, organisations and countries."""
    drafts = Drafts(scene)
    people = [n for n in scene.names if n.kind == "person"]
    for name in people:
        if " " in name.words:
            add_full(drafts, name)
    for name in people:
        if " " not in name.words:
            add_short(drafts, name)
    bodies = (n for n in scene.names if n.kind in ("organization", "country"))
    for name in sorted(bodies, key=lambda n: (-len(n.words), n.span)):
        add_body(drafts, name)
    return drafts


def add_full(drafts: Drafts, name: Name) -> None:
    """A full name to the person who may bear it, or a new one; doubtful where several may (*J. Costa*)."""
    speakers = drafts.scene.language.speakers
    family = parts_of(name.words, speakers)[1].rsplit(" ", 1)[-1]
    fits = []
    for number in drafts.people.get(family, ()):
        other = drafts.all[number].name
        younger = suffixed(name.words, speakers) and not suffixed(other, speakers)  # *Jr*, after his father
        alike = may_be_one(name.words, other, speakers) or may_be_one(other, name.words, speakers)
        if alike and not younger:
            fits.append(number)
    exact = [n for n in fits if fold(drafts.all[n].name) == fold(name.words)]
    give(drafts, name, exact or agreeing(drafts, fits, name))


def add_short(drafts: Drafts, name: Name) -> None:
    """A name of one word to whom it belongs: by the family name, then by a given one, then by its sound."""
    word, speakers = fold(name.words), drafts.scene.language.speakers
    bearing = drafts.people.get(word, [])
    families = [n for n in bearing if parts_of(drafts.all[n].name, speakers)[1].rsplit(" ", 1)[-1] == word]
    numbers = agreeing(drafts, families or bearing, name)
    if not bearing and len(word) > 4 and not has_honorific(drafts.scene, name):
        numbers = [n for n, d in enumerate(drafts.all) if " " in d.name and sounds_like(word, fold(d.name.split()[-1]))]
    if len(numbers) > 1:
        choices = (
            in_power(drafts, numbers),
            called_so(drafts, numbers),
            introduced_alone(drafts, numbers, name),
            numbers,
        )
        numbers = next(filter(None, choices))
    give(drafts, name, numbers)


def give(drafts: Drafts, name: Name, numbers: list[int]) -> None:
    """A person's name to the one draft that it fits, to nobody where there are several, or to a new one."""
    if len(numbers) > 1:
        drafts.doubtful[name.span.start] = tuple(numbers)
        return
    if not numbers:
        drafts.all.append(Draft(fresh_name(drafts, name), "person"))
        numbers = [len(drafts.all) - 1]
    draft = drafts.all[numbers[0]]
    draft.names.append(name)
    if " " in name.words:
        draft.name = max(draft.name, name.words, key=lambda n: (not n.isupper(), len(n)))
    draft.gender = draft.gender or honorific_gender(drafts.scene, name) or name.gender
    for word in {fold(w) for w in draft.name.split()} | {fold(name.words)}:
        if numbers[0] not in drafts.people.setdefault(word, []):
            drafts.people[word].append(numbers[0])


def fresh_name(drafts: Drafts, name: Name) -> str:
    """The name of a new member; with the honorific where somebody else is called so: *Mrs Costa*, beside *Costa*."""
    if any(fold(d.name) == fold(name.words) for d in drafts.all if d.kind == "person"):
        return " ".join([*(t.text for t in before(drafts.scene, name) if t.text != "."), name.words])
    return name.words


def agreeing(drafts: Drafts, numbers: Iterable[int], name: Name) -> list[int]:
    """Those whose gender an honorific before the name does not deny: *Mrs Costa* is not *Mr Costa*."""
    gender = honorific_gender(drafts.scene, name)
    return [n for n in numbers if gender is None or drafts.all[n].gender in (None, gender)]


def in_power(drafts: Drafts, numbers: list[int]) -> list[int]:
    """Of several with one family name the one who alone holds an office on the day: the president, and not a
    namesake."""
    scene = drafts.scene
    holding = [n for n in numbers if scene.day and on_day(bearers(scene.roster, drafts.all[n].name), scene.day)]
    return holding if len(holding) == 1 else []


def called_so(drafts: Drafts, numbers: list[int]) -> list[int]:
    """Of several with one family name the one who alone has been called by it before."""
    called = [n for n in numbers if any(" " not in x.words for x in drafts.all[n].names)]
    return called if len(called) == 1 else []


def introduced_alone(drafts: Drafts, numbers: list[int], name: Name) -> list[int]:
    """Of several with one family name the one who alone has been named in full by then: the others enter later."""
    start = name.span.start
    before = [n for n in numbers if any(x.span.stop <= start and " " in x.words for x in drafts.all[n].names)]
    return before if len(before) == 1 else []


def has_honorific(scene: Scene, name: Name) -> bool:
    """Whether *Mr* or the like stands before a name: whoever is so introduced is no slip of the pen for another."""
    return bool(words_before(scene, name) & scene.language.speakers.honorifics.keys())


def honorific_gender(scene: Scene, name: Name) -> Gender:
    """The gender that an honorific before a name tells."""
    before = words_before(scene, name)
    return gender_of([w for w in before if w in scene.language.speakers.honorifics], scene.language.speakers)


def words_before(scene: Scene, name: Name) -> set[str]:
    return {t.word for t in before(scene, name)}


def before(scene: Scene, name: Name) -> Sequence[Token]:
    """The word before a name, with the stop of an abbreviation."""
    at = scene.starts.get(name.span.start, 0)
    first = at - 2 if at > 1 and scene.words[at - 1].text == "." else at - 1
    return scene.words[max(0, first) : at]


def add_body(drafts: Drafts, name: Name) -> None:
    """An organisation or a country to the one that it names, as the lexicon has it, by the same words, or by words that
    are short for its own (IAEA, Goldman); or a new one."""
    key = (name.kind, name.entry.name if name.entry else fold(name.words))
    if key not in drafts.bodies:
        drafts.bodies[key] = full_form(drafts, name)
    drafts.all[drafts.bodies[key]].names.append(name)


def full_form(drafts: Drafts, name: Name) -> int:
    """The number of the organisation for whose name these words are short; that of a new draft where there is none."""
    if not name.entry and name.kind == "organization":
        for (kind, _), number in drafts.bodies.items():
            forms = {n.words for n in drafts.all[number].names}
            if kind == "organization" and any(is_short_for(name.words, form) for form in forms):
                return number
    whole, side = (name.entry.shown, name.entry.side) if name.entry else (name.words, None)
    known = english_of(name.entry.name if name.entry else None, drafts.scene)
    if known and name.kind == "organization" and name.words.isascii():
        whole = name.words  # an outlet that a Russian text writes in Latin letters
    drafts.all.append(Draft(whole, "country" if name.kind == "country" else "organization", side=side, english=known))
    return len(drafts.all) - 1
