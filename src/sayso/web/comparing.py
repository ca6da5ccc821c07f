"""The pages that compare: sides beside one another, rival figures, and who gets how much of the words. In: a ledger and
a search; out: the record that is shown, counted over the newest statements that the search finds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Literal

import msgspec

from sayso.errors import WebError
from sayso.ledger.entry import Claim
from sayso.ledger.ledger import Ledger
from sayso.ledger.query import parse_query
from sayso.ledger.sampling import Sampled
from sayso.web.facets import FACETS, asking, narrowed
from sayso.web.page import MOST, Search
from sayso.web.shares import Share, shares

By = Literal["side", "speaker", "outlet"]
COLUMNS = 4  # columns that are compared
DEEP = 25  # statements of a column
KINDS = 12  # kinds of figures that are shown
CLAIMS = 60  # figures of a kind
ROWS = 24  # outlets, or months


class CompareAsked(Search, frozen=True):
    """A search, what its columns are, and names for the columns; without them the most frequent ones. With ``first``
    and ``second``, two ISO prefixes, the columns are these two times."""

    by: By = "side"
    names: str = ""
    first: str = ""
    second: str = ""


class Column(msgspec.Struct, frozen=True):
    """A column: its name, the search for it, how many statements it has, raw and counted once where they are the same,
    the newest of them, and how many of each act."""

    name: str
    q: str
    statements: int
    distinct: int
    acts: dict[str, int]
    rows: tuple[Sampled, ...]


class ComparePage(msgspec.Struct, frozen=True):
    """One search, a column a side, speaker, outlet or time."""

    q: str
    by: By
    names: str
    first: str
    second: str
    columns: tuple[Column, ...]
    counted: int
    whole: bool


def compare_page(ledger: Ledger, asked: CompareAsked) -> ComparePage:
    """The page that compares. Raises WebError where one of two times is missing."""
    if bool(asked.first) != bool(asked.second):
        raise WebError("two times are compared; give both, or none.")
    named = {name.strip(): asking(asked.q, {asked.by: name.strip()}) for name in asked.names.split(",") if name.strip()}
    if asked.first:
        named = {time: asking(asked.q, {"since": time, "until": time}) for time in (asked.first, asked.second)}
    if named:
        found = {name: ledger.sample(parse_query(q), MOST) for name, q in list(named.items())[:COLUMNS]}
        columns = [column(name, named[name], sampled.rows) for name, sampled in found.items()]
        counted, whole = sum(len(s.rows) for s in found.values()), all(s.whole for s in found.values())
    else:
        sampled = ledger.sample(asked.query, MOST)
        groups = grouped(sampled.rows, FACETS[asked.by])
        chosen = sorted(groups, key=lambda name: (-len(groups[name]), name))[:COLUMNS]
        columns = [column(name, narrowed(asked.q, asked.by, groups[name][0]), groups[name]) for name in chosen]
        counted, whole = len(sampled.rows), sampled.whole
    return ComparePage(asked.q, asked.by, asked.names, asked.first, asked.second, tuple(columns), counted, whole)


def column(name: str, q: str, rows: Sequence[Sampled]) -> Column:
    """A column of rows."""
    acts: dict[str, int] = defaultdict(int)
    for row in rows:
        acts[row.act or "state"] += 1
    most_first = dict(sorted(acts.items(), key=lambda pair: (-pair[1], pair[0])))
    return Column(name, q, len(rows), len({r.same for r in rows}), most_first, tuple(once(rows))[:DEEP])


def once(rows: Iterable[Sampled]) -> Iterable[Sampled]:
    """Of statements that are the same the newest."""
    newest: dict[int, Sampled] = {}
    for row in rows:
        newest.setdefault(row.same, row)
    return newest.values()


def grouped(rows: Iterable[Sampled], tell: Callable[[Sampled], str | None]) -> dict[str, list[Sampled]]:
    """Rows by what is told of them; those of which nothing is told are left out."""
    groups: dict[str, list[Sampled]] = defaultdict(list)
    for row in rows:
        if value := tell(row):
            groups[value].append(row)
    return groups


class Rival(msgspec.Struct, frozen=True):
    """A figure that somebody claims; ``middle`` is that of its ends, or the one there is."""

    claim: Claim
    middle: float | None
    row: Sampled


class Rivals(msgspec.Struct, frozen=True):
    """Figures for one kind of thing, the newest first: *troops*, *USD*, *%*; ``claims`` is how many there are."""

    thing: str
    rivals: tuple[Rival, ...]
    speakers: int
    claims: int


class FiguresPage(msgspec.Struct, frozen=True):
    """Who claims how much, when, and after whom; ``things`` is how many kinds of figures there are."""

    q: str
    kinds: tuple[Rivals, ...]
    things: int
    counted: int
    whole: bool


def figures_page(ledger: Ledger, asked: Search) -> FiguresPage:
    """The page of rival figures; of statements that are the same each claim is there once."""
    sampled = ledger.sample(parse_query(f"{asked.q} has:figures".strip()), MOST)
    claims = ledger.claims(sampled)
    kinds: dict[str, dict[tuple[int, Claim], Rival]] = defaultdict(dict)
    for row in sampled.rows:
        for claim in claims.get(row.number, ()):
            rival = Rival(claim, middle_of(claim), row)
            kinds[thing_of(claim)].setdefault((row.same, claim), rival)
    made = [
        Rivals(thing, tuple(rivals.values())[:CLAIMS], len({r.row.who for r in rivals.values()}), len(rivals))
        for thing, rivals in kinds.items()
    ]
    made.sort(key=lambda r: (not r.thing, -r.speakers, -len(r.rivals), r.thing))
    return FiguresPage(asked.q, tuple(made[:KINDS]), len(made), len(sampled.rows), sampled.whole)


def thing_of(claim: Claim) -> str:
    """What a figure counts: a currency, or its unit, with what is counted where that goes on; empty for a bare
    number."""
    return claim.currency or " ".join(filter(None, (claim.unit, claim.counted))).casefold()


def middle_of(claim: Claim) -> float | None:
    """One number for a figure."""
    ends = [end for end in (claim.low, claim.high) if end is not None]
    return sum(ends) / len(ends) if ends else None


class VoicesAsked(Search, frozen=True):
    """A search, and whether statements that are the same are counted once."""

    once: bool = False


class Voices(msgspec.Struct, frozen=True):
    """Whose words an outlet or a month has: n statements, their words by side, by kind of source, direct or not, and by
    the stance of the reporting words."""

    name: str
    n: int
    words: int
    by_side: tuple[Share, ...]
    by_kind: tuple[Share, ...]
    by_form: tuple[Share, ...]
    by_stance: tuple[Share, ...]


class VoicesPage(msgspec.Struct, frozen=True):
    """Whose voices are heard: in all, by outlet and by month, of which ``outlets`` and ``months`` there are. What is
    told within another statement is its words already, and is not counted again."""

    q: str
    once: bool
    whole_of: Voices
    by_outlet: tuple[Voices, ...]
    outlets: int
    by_month: tuple[Voices, ...]
    months: int
    counted: int
    whole: bool


def voices_page(ledger: Ledger, asked: VoicesAsked) -> VoicesPage:
    """The page of voices."""
    sampled = ledger.sample(asked.query, MOST)
    outermost = [row for row in sampled.rows if row.inside is None]
    rows = list(once(outermost)) if asked.once else outermost
    outlets, months = grouped(rows, FACETS["outlet"]), grouped(rows, FACETS["month"])
    most_first = sorted(outlets, key=lambda name: (-len(outlets[name]), name))[:ROWS]
    return VoicesPage(
        q=asked.q,
        once=asked.once,
        whole_of=voices("all", rows),
        by_outlet=tuple(voices(name, outlets[name]) for name in most_first),
        outlets=len(outlets),
        months=len(months),
        by_month=tuple(voices(name, months[name]) for name in sorted(months, reverse=True)[:ROWS]),
        counted=len(sampled.rows),
        whole=sampled.whole,
    )


def voices(name: str, rows: Sequence[Sampled]) -> Voices:
    """The voices of rows."""
    return Voices(
        name=name,
        n=len(rows),
        words=sum(row.words for row in rows),
        by_side=shares((row.side or "no side", row.words) for row in rows),
        by_kind=shares((row.kind or "not known who", row.words) for row in rows),
        by_form=shares((row.form, row.words) for row in rows),
        by_stance=shares((row.stance or "neutral", row.words) for row in rows),
    )
