"""Import: what a file gave. In: holders, and words about what gives none, as an importer meets them; out: the holders
that keep to the rules, and what was left out and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from sayso.errors import RosterError
from sayso.roster.dates import cut_date
from sayso.roster.holder import Holder, describe
from sayso.roster.rules import find_breach, find_rivals
from sayso.roster.world import country_of, find_country, find_organization

Found = Iterator[Holder | str]


class Import(msgspec.Struct, frozen=True, kw_only=True):
    """The holders of a file, in its order, and a line for each thing that was left out."""

    holders: tuple[Holder, ...]
    left_out: tuple[str, ...] = ()


def sift(found: Iterable[Holder | str]) -> Import:
    """Part what can be kept from what cannot. Rows that differ in their aliases only become one. People who surely hold
    one office at once are left out: it is an office of many (a member of parliament), or an end is missing, and which
    of the two is not known."""
    kept: dict[Holder, Holder] = {}
    left_out: list[str] = []
    for item in found:
        if isinstance(item, str):
            left_out.append(item)
        elif breach := find_breach(item):
            left_out.append(f"{describe(item)}: {breach.column} {breach.value[:60]!r} {breach.rule}")
        else:
            bare = msgspec.structs.replace(item, aliases=(), aliases_ru=(), name_ru=None)
            kept[bare] = join(kept[bare], item) if bare in kept else item
    holders = tuple(kept.values())
    rivals = find_rivals(holders)
    left_out.extend(
        f"{describe(holders[a])}: {holders[b].name} ({holders[b].since} to {holders[b].until or 'now'}) surely holds "
        "the office at the same time"
        for a, b in sorted(rivals.items())
    )
    return Import(holders=tuple(h for n, h in enumerate(holders) if n not in rivals), left_out=tuple(left_out))


def join(a: Holder, b: Holder) -> Holder:
    """Two rows of one term as one, with the aliases of both."""
    return msgspec.structs.replace(
        a,
        aliases=tuple(dict.fromkeys(a.aliases + b.aliases)),
        name_ru=a.name_ru or b.name_ru,
        aliases_ru=tuple(dict.fromkeys(a.aliases_ru + b.aliases_ru)),
    )


def tidy(text: str | None) -> str:
    """A text on one line, with no white space around it; "" for None."""
    return " ".join((text or "").split())


def tidy_names(values: Iterable[str], *known: str | None) -> tuple[str, ...]:
    """Names, each once, parted at |, without those that are known already."""
    names = dict.fromkeys(tidy(name) for value in values for name in value.split("|"))
    return tuple(name for name in names if name and name not in known)


def date_of(written: str) -> str | None:
    """The ISO prefix in a date, or None where there is none."""
    try:
        return cut_date(written)
    except RosterError:
        return None


def name_country(words: str) -> str:
    """A country, told by name or code, as the roster names it, or as it stands where the roster does not know it."""
    country = find_country(words) or country_of(words)
    return country.name if country else words


def name_organization(words: str) -> str:
    """An organisation as the roster names it, or as it stands where the roster does not know it."""
    organization = find_organization(words)
    return organization.name if organization else words


def name_office(title: str, *places: str | None) -> str:
    """An office without the place that it is of: the *president of France* of France is its *president*, so that rows
    of several sources meet."""
    for place in filter(None, places):
        for name in sorted(_names_of(place), key=len, reverse=True):
            for ending in (f" of the {name}", f" of {name}"):
                if title.casefold().endswith(ending.casefold()):
                    return title[: -len(ending)]
    return title


def _names_of(place: str) -> set[str]:
    found = (find_country(place), find_organization(place))
    return {place, *(name for known in found if known for name in (known.name, *known.aliases))}
