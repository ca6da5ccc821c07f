"""What is shown, as frozen records, the same for the terminal and every later page. In: a reading; out: its view."""

from __future__ import annotations

import msgspec

from sayso.codes import cameo, plover
from sayso.records import Act, Figure, Force, Form, Polarity, Reading, SpeakerKind, Stance, Statement, Tense, When
from sayso.spans import Spans, cut


class StatementView(msgspec.Struct, frozen=True, kw_only=True):
    """A statement as a person reads it. ``number`` counts from 1 in the order of the text; ``depth`` is how deep it is
    nested; the words are those of the text, in its order, with stretches left out shown as ``…``. ``speaker`` is None
    when it could not be told who it is, and ``candidates`` name those who came into question; one who stays unnamed
    has the ``kind`` unnamed; ``english`` is the speaker's name in English, in a text of another language. ``via`` are
    those who passed it on, nearest to the reader first.

    ``said_on`` is the ISO prefix of the day of saying, or the article's own words in quotation marks where it could not
    be told which day they mean; ``times`` are the days and periods that the content speaks of, ``figures`` its
    quantities written out (*more than 67,000 troops* as *> 67,000 troops*). ``act`` is the main act and ``also`` the
    second; ``plover`` and ``cameo`` are the codes for the main one."""

    number: int
    id: str
    depth: int
    source: str
    cue: str
    content: str
    form: Form
    score: float | None
    speaker: str | None
    english: str | None
    kind: SpeakerKind | None
    role: str | None
    side: str | None
    via: tuple[str, ...]
    candidates: tuple[str, ...]
    said_on: str | None
    addressee: str | None
    venue: str | None
    act: Act | None
    also: Act | None
    force: Force | None
    condition: str | None
    polarity: Polarity | None
    time: Tense | None
    times: tuple[str, ...]
    figures: tuple[str, ...]
    stance: Stance | None
    hedges: tuple[str, ...]
    plover: str | None
    cameo: str | None


class ArticleView(msgspec.Struct, frozen=True, kw_only=True):
    """An article and its statements. ``faults`` counts the statements that were left out as unsound."""

    id: str
    title: str | None
    outlet: str | None
    published: str | None
    url: str | None
    statements: tuple[StatementView, ...]
    faults: int


def view_article(reading: Reading) -> ArticleView:
    """The view of a reading."""
    document = reading.document
    by_id = {s.id: s for s in reading.statements}
    return ArticleView(
        id=document.id,
        title=document.title,
        outlet=document.outlet,
        published=document.published,
        url=document.url,
        statements=tuple(view_statement(reading, s, n, by_id) for n, s in enumerate(reading.statements, 1)),
        faults=len({fault.statement for fault in reading.faults}),
    )


def view_statement(reading: Reading, statement: Statement, number: int, by_id: dict[str, Statement]) -> StatementView:
    text = reading.document.text
    depth, outer, speaker = 0, statement.inside, statement.speaker
    while outer is not None:
        depth, outer = depth + 1, by_id[outer].inside if outer in by_id else None
    return StatementView(
        number=number,
        id=statement.id,
        depth=depth,
        source=words_of(text, statement.source),
        cue=words_of(text, statement.cue),
        content=words_of(text, statement.content),
        form=statement.form,
        score=statement.score,
        speaker=speaker.name if speaker else None,
        english=speaker.english if speaker else None,
        kind=speaker.kind if speaker else None,
        role=speaker.role if speaker else None,
        side=speaker.side if speaker else None,
        via=tuple(s.name for s in statement.via),
        candidates=tuple(c.name for c in statement.candidates),
        said_on=told(text, statement.said_on) if statement.said_on else None,
        addressee=statement.addressee.name if statement.addressee else None,
        venue=statement.venue.text if statement.venue else None,
        act=statement.act,
        also=statement.acts[1].act if len(statement.acts) > 1 else None,
        force=statement.force,
        condition=statement.condition.text if statement.condition else None,
        polarity=statement.polarity,
        time=statement.time,
        times=tuple(told(text, when) for when in statement.times),
        figures=tuple(written_out(f) for f in statement.figures),
        stance=statement.stance,
        hedges=tuple(words_of(text, (span,)) for span in statement.hedges),
        plover=plover(statement.act),
        cameo=cameo(statement.act, statement.force),
    )


def told(text: str, when: When) -> str:
    """A time as it is shown: its ISO prefix or duration, or the words of the text where it could not be told."""
    if when.value is None:
        return when.period or f"“{words_of(text, (when.span,))}”"
    return when.value if when.granularity in (None, "day", "month", "year") else f"{when.value} ({when.granularity})"


SMALL = 0.001
SIGNS = {"about": "≈ ", "nearly": "≈ ", "more than": "> ", "at least": "≥ ", "less than": "< ", "at most": "≤ "}


def written_out(figure: Figure) -> str:
    """A quantity with its numbers written out: *≥ 1,000,000,000 USD*, *300–400 tanks*, *≈ 33.3 %*."""
    ends = [counted(end) for end in (figure.low, figure.high) if end is not None]
    sign = SIGNS.get(figure.sure, "") if figure.sure != "about" or figure.high is not None else "≥ "
    unit = figure.currency or figure.unit or ""
    return f"{sign}{'–'.join(dict.fromkeys(ends))} {unit}".strip()


def counted(number: float) -> str:
    """A number with its thousands parted, and four digits of a fraction at most."""
    if not isinstance(number, float) or abs(number) >= 1e15:
        return f"{number:,}"
    return f"{number:,.4f}".rstrip("0").rstrip(".") if abs(number) >= SMALL or not number else f"{number:g}"


def words_of(text: str, spans: Spans) -> str:
    """The words of the spans on one line, with … between stretches."""
    return " … ".join(" ".join(cut(text, span).split()) for span in spans)
