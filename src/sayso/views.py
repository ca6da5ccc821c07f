"""What is shown, as frozen records, the same for the terminal and every later page. In: a reading; out: its view."""

from __future__ import annotations

import msgspec

from sayso.records import Form, Reading, SpeakerKind, Statement
from sayso.spans import Spans, cut


class StatementView(msgspec.Struct, frozen=True, kw_only=True):
    """A statement as a person reads it. ``number`` counts from 1 in the order of the text; ``depth`` is how deep it is
    nested; the words are those of the text, in its order, with stretches left out shown as ``…``. ``speaker`` is None
    when it could not be told who it is, and ``candidates`` name those who came into question; one who stays unnamed
    has the ``kind`` unnamed; ``english`` is the speaker's name in English, in a text of another language. ``via`` are
    those who passed it on, nearest to the reader first."""

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
    )


def words_of(text: str, spans: Spans) -> str:
    """The words of the spans on one line, with … between stretches."""
    return " … ".join(" ".join(cut(text, span).split()) for span in spans)
