"""Terms of office. In: a roster; out: who of it bears a name, who holds an office of a country or an organisation on a
day."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from sayso.languages.en_speakers import ENGLISH_SPEAKERS
from sayso.languages.speakers import Speakers
from sayso.roster.holder import Holder, perhaps_held
from sayso.roster.roster import Roster
from sayso.roster.world import find_organization
from sayso.speakers.people import skeleton, sounds_like
from sayso.text import fold, tokens

Shape = tuple[str, ...]


def shape_of(name: str) -> Shape:
    """The folded words of a name."""
    return tuple(t.word for t in tokens(name))


@lru_cache(maxsize=8)
def by_words(roster: Roster) -> dict[str, tuple[Shape, ...]]:
    """Every name and alias of the roster, by its first word, longest first."""
    index: dict[str, set[Shape]] = {}
    for shape in by_name(roster):
        index.setdefault(shape[0], set()).add(shape)
    return {word: tuple(sorted(shapes, key=lambda s: (-len(s), s))) for word, shapes in index.items()}


@lru_cache(maxsize=8)
def by_name(roster: Roster) -> dict[Shape, tuple[Holder, ...]]:
    """The holders by every name they bear, the last word of their name among them."""
    index: dict[Shape, list[Holder]] = {}
    for holder in roster.holders:
        names = {shape_of(n) for n in (holder.name, *holder.aliases, holder.name_ru or "", *holder.aliases_ru)}
        names |= {shape_of(holder.name)[-1:], shape_of(holder.name_ru or "")[-1:]}
        for shape in sorted(filter(None, names)):
            index.setdefault(shape, []).append(holder)
    return {shape: tuple(holders) for shape, holders in index.items()}


def bearers(roster: Roster, name: str) -> tuple[Holder, ...]:
    """Every term of those who bear a name."""
    return by_name(roster).get(shape_of(name), ())


@lru_cache(maxsize=8)
def by_sound(roster: Roster) -> dict[str, tuple[Holder, ...]]:
    """The holders by the first letter and the skeleton of every name of one word that they bear."""
    index: dict[str, list[Holder]] = {}
    for shape, holders in by_name(roster).items():
        if len(shape) == 1:
            index.setdefault(shape[0][:1] + skeleton(shape[0]), []).extend(holders)
    return {sound: tuple(dict.fromkeys(holders)) for sound, holders in index.items()}


def sounding(roster: Roster, name: str) -> tuple[Holder, ...]:
    """Every term of those whose family name may be another way of writing a name: *Zelenskyi*."""
    word = fold(name)
    return tuple(
        h
        for h in by_sound(roster).get(word[:1] + skeleton(word), ())
        if any(sounds_like(word, shape[-1]) for shape in map(shape_of, (h.name, *h.aliases)) if shape)
    )


def on_day(holders: Iterable[Holder], day: str | None) -> list[Holder]:
    """Those who may hold their office on a day; all of them where no day is known."""
    return [h for h in holders if day is None or perhaps_held(h, day)]


def in_office(roster: Roster, office: str, place: str, day: str) -> list[Holder]:
    """Those who may hold an office (one of ``speakers.offices``' values) of a country or organisation on a day: one
    where it is sure, several where the dates leave it open."""
    named = by_office(roster).get((office, fold(place)), ())
    return [h for h in named if perhaps_held(h, day)]


def held_office(holder: Holder) -> str | None:
    """The one name of the office that somebody holds: the roster tells it in English."""
    return office_of(shape_of(holder.office), ENGLISH_SPEAKERS)


@lru_cache(maxsize=8)
def by_office(roster: Roster) -> dict[tuple[str, str], tuple[Holder, ...]]:
    """The holders by office and country or organisation."""
    index: dict[tuple[str, str], list[Holder]] = {}
    for holder in roster.holders:
        office = held_office(holder)
        body = find_organization(holder.organization or "")
        for place in {holder.country, holder.organization, body and body.name} - {None}:
            if office and place:
                index.setdefault((office, fold(place)), []).append(holder)
    return {key: tuple(holders) for key, holders in index.items()}


def office_of(words: Shape, speakers: Speakers, head: int | None = None) -> str | None:
    """The one name of the office that these words name: the longest that stands among them, and holds the word at
    ``head`` where that is told (*the president's spokesman* is no president), and begins before an *of*. None for a
    deputy's and what is no office."""
    kept = [(w, at) for at, w in enumerate(words) if w != "-"]
    plain = tuple(w for w, _ in kept)
    own = next((at for at, w in enumerate(plain) if w in speakers.publishing), len(plain))
    best = (0, -1, "")
    for shape, office in speakers.offices.items():
        for at in range(min(own, len(plain) - len(shape) + 1)):
            here = plain[at : at + len(shape)] == shape
            if here and (head is None or kept[at][1] <= head <= kept[at + len(shape) - 1][1]):
                # The head stands at the end of an English title, and at the beginning of a Russian one.
                best = max(best, (len(shape), -at if speakers.head_first else at, office))
    size, at, office = best[0], abs(best[1]), best[2]
    rest = plain[:at] + plain[at + size :] if size else plain
    return office if size and not any(w in speakers.deputy for w in rest) else None
