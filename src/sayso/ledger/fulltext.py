"""Full text in either database: SQLite's FTS5, PostgreSQL's tsvector. In: stems; out: the same words found by both, for
the stems are ours and neither database changes them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy import ColumnElement, Connection, Double, cast, func, literal_column, text
from sqlalchemy.dialects import postgresql
from sqlalchemy.sql.elements import TextClause

from sayso.ledger.query import Words
from sayso.ledger.stems import folded, stems_of

MOST = 16_000  # words of a content that PostgreSQL can place

DDL = {
    "sqlite": (
        "CREATE VIRTUAL TABLE statements_text USING fts5("
        "stems, content='statements', content_rowid='id', tokenize=\"unicode61 remove_diacritics 0\")",
    ),
    "postgresql": (
        "CREATE TABLE statements_text (rowid BIGINT PRIMARY KEY REFERENCES statements (id), stems TSVECTOR NOT NULL)",
        "CREATE INDEX statements_text_stems ON statements_text USING gin (stems)",
    ),
}
ADD = {
    "sqlite": text("INSERT INTO statements_text (rowid, stems) VALUES (:id, :stems)"),
    "postgresql": text("INSERT INTO statements_text (rowid, stems) VALUES (:id, CAST(:stems AS tsvector))"),
}
MATCHES = {
    "sqlite": "statements_text MATCH :{name}",
    "postgresql": "statements_text.stems @@ CAST(:{name} AS tsquery)",
}


def make_text(connection: Connection) -> None:
    """Make the table of the words."""
    for statement in DDL[connection.dialect.name]:
        connection.exec_driver_sql(statement)


def index_words(connection: Connection, stems: Mapping[int, Sequence[str]]) -> None:
    """Index the words of statements' contents, by the statements' numbers."""
    if stems:
        write = placed if connection.dialect.name == "postgresql" else " ".join
        rows = [{"id": number, "stems": write(some)} for number, some in stems.items()]
        connection.execute(ADD[connection.dialect.name], rows)


def placed(stems: Sequence[str]) -> str:
    """Stems as a tsvector has them."""
    return " ".join(f"'{stem}':{n}" for n, stem in enumerate(stems[:MOST], 1))


def matching(dialect: str, name: str, words: Sequence[Words]) -> TextClause:
    """The condition that all the words stand in ``statements_text``; ``name`` is that of its parameter."""
    return text(MATCHES[dialect].format(name=name)).bindparams(**{name: asked(dialect, words)})


def rank(dialect: str, words: Sequence[Words]) -> ColumnElement[float]:
    """How well a row of ``statements_text`` fits words, the best least."""
    if dialect == "sqlite":
        return literal_column("bm25(statements_text)", Double)
    wanted = cast(asked(dialect, words), postgresql.TSQUERY)
    return cast(-func.ts_rank_cd(literal_column("statements_text.stems"), wanted), Double)


def asked(dialect: str, words: Sequence[Words]) -> str:
    """All the words, as the database has them."""
    if dialect == "sqlite":
        return " AND ".join(of_sqlite(w) for w in words)
    return " & ".join(of_postgres(w) for w in words)


def of_sqlite(words: Words) -> str:
    """Words as FTS5 has them: a phrase, or the beginning of a word, or the word that it is."""
    phrase = f'"{" ".join(s.stem for s in stems_of(words.text))}"'
    return f'("{folded(words.text)}" * OR {phrase})' if words.prefix else phrase


def of_postgres(words: Words) -> str:
    """Words as a tsquery has them."""
    phrase = " <-> ".join(f"'{s.stem}'" for s in stems_of(words.text))
    return f"('{folded(words.text)}':* | ({phrase}))" if words.prefix else f"({phrase})"
