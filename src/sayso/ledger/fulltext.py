"""Full text in either database: SQLite's FTS5, PostgreSQL's tsvector. In: stems; out: the same words found by both, for
the stems are ours and neither database changes them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Double, cast, func, literal_column, text
from sqlalchemy.dialects import postgresql
from sqlalchemy.sql.elements import TextClause

from sayso.ledger.query import Words
from sayso.ledger.stems import folded, stems_of

MOST = 16_000  # words of a content that PostgreSQL can place

DDL = {
    "sqlite": (
        "CREATE VIRTUAL TABLE statements_text USING fts5("
        'stems, tags, content="statements", content_rowid="id", '
        "tokenize=\"unicode61 remove_diacritics 0 tokenchars '_'\")",
    ),
    "postgresql": (
        "CREATE TABLE statements_text (rowid BIGINT PRIMARY KEY REFERENCES statements (id), stems TSVECTOR NOT NULL)",
        "CREATE INDEX statements_text_stems ON statements_text USING gin (stems)",
    ),
}
ADD = {
    "sqlite": text("INSERT INTO statements_text (rowid, stems, tags) VALUES (:id, :stems, :tags)"),
    "postgresql": text(
        "INSERT INTO statements_text (rowid, stems) VALUES (:id, CAST(:stems || ' ' || :tags AS tsvector))"
    ),
}
TAKE = {
    "sqlite": text(
        "INSERT INTO statements_text (statements_text, rowid, stems, tags) VALUES ('delete', :id, :stems, :tags)"
    ),
    "postgresql": text("DELETE FROM statements_text WHERE rowid = :id"),
}
MATCHES = {
    "sqlite": "statements_text MATCH :{name}",
    "postgresql": "statements_text.stems @@ CAST(:{name} AS tsquery)",
}


def make_text(connection: Connection) -> None:
    """Make the table of the words."""
    for statement in DDL[connection.dialect.name]:
        connection.exec_driver_sql(statement)


def index_words(connection: Connection, rows: Sequence[Mapping[str, Any]]) -> None:
    """Index the words and the tags of statements' rows."""
    if connection.dialect.name == "postgresql":
        rows = [{"id": r["id"], "stems": placed(r["stems"].split()), "tags": r["tags"]} for r in rows]
    if rows:
        connection.execute(ADD[connection.dialect.name], [{k: r[k] for k in ("id", "stems", "tags")} for r in rows])


def unindex_words(connection: Connection, rows: Sequence[Mapping[str, Any]]) -> None:
    """Take words and tags out of the index again; ``rows`` have them as they were indexed."""
    named = ("id", "stems", "tags") if connection.dialect.name == "sqlite" else ("id",)
    if rows:
        connection.execute(TAKE[connection.dialect.name], [{k: r[k] for k in named} for r in rows])


def placed(stems: Sequence[str]) -> str:
    """Stems as a tsvector has them."""
    return " ".join(f"'{stem}':{n}" for n, stem in enumerate(stems[:MOST], 1))


def matching(dialect: str, name: str, words: Sequence[Words], tags: Sequence[Sequence[str]] = ()) -> TextClause:
    """The condition that all the words stand in ``statements_text``, and of each group of tags one; ``name`` is that of
    its parameter."""
    return text(MATCHES[dialect].format(name=name)).bindparams(**{name: asked(dialect, words, tags)})


def rank(dialect: str, words: Sequence[Words]) -> ColumnElement[float]:
    """How well a row of ``statements_text`` fits words, the best least."""
    if dialect == "sqlite":
        return literal_column("bm25(statements_text, 1.0, 0.0)", Double)
    wanted = cast(asked(dialect, words), postgresql.TSQUERY)
    return cast(-func.ts_rank_cd(literal_column("statements_text.stems"), wanted), Double)


def asked(dialect: str, words: Sequence[Words], tags: Sequence[Sequence[str]] = ()) -> str:
    """All the words, and of each group of tags one, as the database has them."""
    if dialect == "sqlite":
        narrowed = [f"tags : ({' OR '.join(group)})" for group in tags]
        wanted = [f"stems : ({' AND '.join(of_sqlite(w) for w in words)})"] if words else []
        return " AND ".join((*wanted, *narrowed))
    groups = (" | ".join(f"'{tag}'" for tag in group) for group in tags)
    return " & ".join((*(of_postgres(w) for w in words), *(f"({group})" for group in groups)))


def of_sqlite(words: Words) -> str:
    """Words as FTS5 has them: a phrase, whose last word may be the beginning of a stem, or a word in any form."""
    phrase = f'"{" ".join(stems_in(words))}"'
    return f'("{" ".join(beginning(words))}" * OR {phrase})' if words.prefix else phrase


def of_postgres(words: Words) -> str:
    """Words as a tsquery has them."""
    phrase = " <-> ".join(f"'{stem}'" for stem in stems_in(words))
    begun = " <-> ".join(f"'{stem}'" for stem in beginning(words))
    return f"(({begun}:*) | ({phrase}))" if words.prefix else f"({phrase})"


def stems_in(words: Words) -> list[str]:
    return [s.stem for s in stems_of(words.text)]


def beginning(words: Words) -> list[str]:
    """The stems of words, but the last word as it stands."""
    last = list(stems_of(words.text))[-1]
    return [*stems_in(words)[:-1], folded(words.text[last.start :])]
