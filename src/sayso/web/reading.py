"""The pages that are read: home, article, somebody, a statement with its variants. In: a ledger and what is asked; out:
the record that is shown."""

from __future__ import annotations

from collections import defaultdict
from typing import Annotated, Literal

import msgspec

from sayso.ledger.correction import KeptCorrection
from sayso.ledger.entry import Claim, Entry
from sayso.ledger.hit import Hit, Sort, Variant
from sayso.ledger.ledger import Ledger
from sayso.ledger.opening import Opened, Somebody
from sayso.ledger.query import parse_query
from sayso.records import Statement
from sayso.spans import cut, reading_order
from sayso.web.facets import asking, facets, topics
from sayso.web.page import MOST, Facet, Search
from sayso.web.runs import Paragraph, paragraphs
from sayso.web.shares import Share, shares

HITS = 20  # of a page
UNNAMED = "no source named"
NO_SIDE = "no side"
Number = Annotated[int, msgspec.Meta(ge=1, le=2**53)]


class HomeAsked(Search, frozen=True):
    """A search, how it is sorted, and the key of the hit that the page goes on after."""

    sort: Sort = "date"
    after: str | None = None


class Home(msgspec.Struct, frozen=True):
    """What a search finds: a page of hits, the key of the last where there are more, and counts by facet over the
    newest ``counted`` statements, which are all where ``whole``."""

    q: str
    sort: Sort
    hits: tuple[Hit, ...]
    more: str | None
    counted: int
    distinct: int
    whole: bool
    facets: tuple[Facet, ...]


def home(ledger: Ledger, asked: HomeAsked) -> Home:
    """The page of a search, or of everything."""
    hits = ledger.search(asked.query, sort=asked.sort, limit=HITS + 1, after=asked.after or None)
    found = ledger.sample(asked.query, MOST)
    return Home(
        q=asked.q,
        sort=asked.sort,
        hits=tuple(hits[:HITS]),
        more=hits[HITS - 1].key if len(hits) > HITS else None,
        counted=len(found.rows),
        distinct=len({row.same for row in found.rows}),
        whole=found.whole,
        facets=facets(found.rows, asked.q),
    )


class ArticleAsked(msgspec.Struct, frozen=True):
    """An article, by its number in the ledger."""

    number: Number


class Why(msgspec.Struct, frozen=True):
    """Why an answer is as it is: the rule that told, how often it is right (0 to 1), and the words it went by."""

    field: str
    rule: str
    confidence: float | None
    words: str | None


class Card(msgspec.Struct, frozen=True):
    """A statement of an article by its number there: what is known of it, and why."""

    number: int
    depth: int
    hit: Hit
    said_on: str | None
    via: tuple[str, ...]
    addressee: str | None
    figures: tuple[Claim, ...]
    why: tuple[Why, ...]


class ArticlePage(msgspec.Struct, frozen=True):
    """An article with its statements: paragraphs of runs, cards in the order of the text, and who gets how much of the
    words that are quoted or reported."""

    number: int
    versions: tuple[int, ...]
    title: str
    outlet: str | None
    published: str | None
    url: str | None
    lang: str
    made_by: str
    paragraphs: tuple[Paragraph, ...]
    cards: tuple[Card, ...]
    by_side: tuple[Share, ...]
    by_speaker: tuple[Share, ...]


def article_page(ledger: Ledger, asked: ArticleAsked) -> ArticlePage:
    """The page of an article."""
    opened = in_order(ledger.opened(asked.number))
    document, entries = opened.article.document, opened.article.entries
    outermost = [(e, len(e.content.split())) for e in entries if e.inside is None]
    return ArticlePage(
        number=opened.number,
        versions=opened.versions,
        title=document.title or document.id,
        outlet=document.outlet,
        published=document.published,
        url=document.url,
        lang=document.lang,
        made_by=f"sayso {opened.article.made_by.version}",
        paragraphs=paragraphs(document, entries),
        cards=tuple(cards(opened)),
        by_side=shares((e.side or NO_SIDE, words) for e, words in outermost),
        by_speaker=shares((e.speaker or UNNAMED, words) for e, words in outermost),
    )


def in_order(opened: Opened) -> Opened:
    """An article with its statements in the order in which their contents begin; of two that begin together the longer
    first."""
    article = opened.article
    order = sorted(range(len(article.entries)), key=lambda n: reading_order(article.entries[n].content_spans))
    return msgspec.structs.replace(
        opened,
        article=msgspec.structs.replace(article, entries=tuple(article.entries[n] for n in order)),
        hits=tuple(opened.hits[n] for n in order),
        read=tuple(opened.read[n] for n in order),
    )


def cards(opened: Opened) -> list[Card]:
    """The cards of an article's statements."""
    inside = {entry.id: entry.inside for entry in opened.article.entries}
    text = opened.article.document.text
    made = []
    for number, (entry, hit, read) in enumerate(zip(opened.article.entries, opened.hits, opened.read, strict=True), 1):
        depth, outer = 0, entry.inside
        while outer is not None:
            depth, outer = depth + 1, inside.get(outer)
        made.append(
            Card(
                number,
                depth,
                hit,
                entry.said_on,
                entry.via,
                entry.addressee,
                entry.figures,
                tuple(why(text, entry, read)),
            )
        )
    return made


def why(text: str, entry: Entry, read: Statement) -> list[Why]:
    """Why a statement's answers are as they are; what a person corrected has no rule."""
    told = [Why("form", read.form_rule, None, None)]
    if read.speaker:
        named = read.speaker.named
        told.append(Why("speaker", read.speaker.rule, read.speaker.confidence, cut(text, named) if named else None))
    if read.acts:
        act = read.acts[0]
        told.append(Why("act", act.rule, act.confidence, cut(text, act.span) if act.span else None))
    for field, answer in (("said_on", read.said_on), ("addressee", read.addressee), ("venue", read.venue)):
        if answer:
            told.append(Why(field, answer.rule, None, cut(text, answer.span)))
    if read.condition:
        told.append(Why("condition", read.condition.rule, None, read.condition.text))
    return [one for one in told if one.field not in entry.corrected]


class SpeakerAsked(msgspec.Struct, frozen=True):
    """Somebody, by the number in the ledger; what they said is narrowed by a search."""

    number: Number
    q: str = ""
    after: str | None = None


class Month(msgspec.Struct, frozen=True):
    """How many statements a month has."""

    month: str
    statements: int


class SpeakerPage(msgspec.Struct, frozen=True):
    """Somebody: roles and sides, what they said, the newest first, by month and facet, and what others said about
    them. The search for all of it is ``said``."""

    somebody: Somebody
    q: str
    said: str
    hits: tuple[Hit, ...]
    more: str | None
    counted: int
    distinct: int
    whole: bool
    months: tuple[Month, ...]
    facets: tuple[Facet, ...]
    about: tuple[Hit, ...]


def speaker_page(ledger: Ledger, asked: SpeakerAsked) -> SpeakerPage:
    """The page of a person, an organisation, a country, or whoever else spoke."""
    who = ledger.somebody(asked.number)
    said = asking(asked.q, {"speaker": f"#{who.number}"})
    query = parse_query(said)
    hits = ledger.search(query, limit=HITS + 1, after=asked.after or None)
    found = ledger.sample(query, MOST)
    months: dict[str, int] = defaultdict(int)
    for row in found.rows:
        months[row.day[:7]] += len(row.day) >= len("2025-03")
    others = f"about:#{who.number} -speaker:#{who.number}"
    return SpeakerPage(
        somebody=who,
        q=asked.q,
        said=said,
        hits=tuple(hits[:HITS]),
        more=hits[HITS - 1].key if len(hits) > HITS else None,
        counted=len(found.rows),
        distinct=len({row.same for row in found.rows}),
        whole=found.whole,
        months=tuple(Month(month, n) for month, n in sorted(months.items()) if n),
        facets=(
            topics(found, ledger.named(found), said),
            *(f for f in facets(found.rows, said) if f.name != "speaker"),
        ),
        about=tuple(ledger.search(parse_query(others), limit=HITS // 2)),
    )


class StatementAsked(msgspec.Struct, frozen=True):
    """A statement, by its id."""

    id: Annotated[str, msgspec.Meta(pattern="^[0-9A-Za-z-]{1,64}$")]


class StatementPage(msgspec.Struct, frozen=True):
    """A statement: how other outlets have it, the oldest first, and what was corrected of it."""

    id: str
    variants: tuple[Variant, ...]
    corrections: tuple[KeptCorrection, ...]


def statement_page(ledger: Ledger, asked: StatementAsked) -> StatementPage:
    """The page of a statement."""
    of_it = [c for c in ledger.corrections() if c.correction.statement and c.correction.statement.id == asked.id]
    return StatementPage(asked.id, tuple(ledger.variants(asked.id)), tuple(of_it))


class CorrectionsAsked(msgspec.Struct, frozen=True):
    """Which corrections: all, or those that hold."""

    only: Literal["all", "applied"] = "all"


class CorrectionsPage(msgspec.Struct, frozen=True):
    """What people corrected, the newest first."""

    corrections: tuple[KeptCorrection, ...]


def corrections_page(ledger: Ledger, asked: CorrectionsAsked) -> CorrectionsPage:
    """The page of corrections."""
    kept = [c for c in ledger.corrections() if c.applied or asked.only == "all"]
    return CorrectionsPage(tuple(reversed(kept)))
