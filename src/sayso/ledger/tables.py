"""The tables of a ledger, as SQLAlchemy has them, in both databases alike. ``name`` and ``title`` are what a foreign
key is shown by."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)

metadata = MetaData()
# SQLite numbers rows by a plain INTEGER only.
Key = BigInteger().with_variant(Integer, "sqlite")


def to(table: str, name: str, *, null: bool = False) -> Column[int]:
    """A column that points at a row of a table."""
    return Column(name, Key, ForeignKey(f"{table}.id"), nullable=null)


def words(name: str, *, null: bool = True) -> Column[str]:
    return Column(name, Text, nullable=null)


# Which version of the tables this is: a row for each step that was taken.
steps = Table(
    "sayso_steps",
    metadata,
    Column("number", Integer, primary_key=True),
    words("made_by", null=False),
    words("made_at", null=False),
)

# An article's text, once. ``address`` is what it is known by: its URL, or without one its text. A page that changed is
# a row of its own, and ``previous`` the one before it.
documents = Table(
    "documents",
    metadata,
    Column("id", Key, primary_key=True),
    words("title"),
    words("name", null=False),
    words("address", null=False),
    words("digest", null=False),
    to("documents", "previous", null=True),
    words("url"),
    words("outlet"),
    words("outlet_key"),
    words("published"),
    words("lang", null=False),
    words("text", null=False),
    words("record", null=False),
    words("added_at", null=False),
    UniqueConstraint("address", "digest"),
)

# What one run made of a document. Of all readings of one address the newest is ``shown``.
readings = Table(
    "readings",
    metadata,
    Column("id", Key, primary_key=True),
    to("documents", "document"),
    words("digest", null=False),
    words("version", null=False),
    words("model"),
    words("roster"),
    Column("shown", Boolean, nullable=False),
    words("record", null=False),
    words("added_at", null=False),
    UniqueConstraint("document", "digest"),
)

sides = Table("sides", metadata, Column("id", Key, primary_key=True), Column("name", Text, nullable=False, unique=True))

# Everyone who speaks, passes on or is spoken to. ``key`` is one for the spellings of a name in both scripts. ``one`` is
# whom a correction says it is one with; else itself.
speakers = Table(
    "speakers",
    metadata,
    Column("id", Key, primary_key=True),
    words("name", null=False),
    words("english"),
    words("kind", null=False),
    words("key", null=False),
    to("speakers", "one"),
    UniqueConstraint("kind", "key"),
)

# A statement as it is searched, corrected where somebody corrected it (``corrected`` names the fields); as it was read
# it is in ``statement_records``. ``shown`` where its reading is and nobody said that it is none. ``same`` is the first
# statement of its group. ``day`` is that of saying, else that of publication; ``stems`` are the words of the content as
# they are searched, ``tags`` its fields as such words. ``start`` and ``stop`` are its first and last character in the
# document's text.
statements = Table(
    "statements",
    metadata,
    Column("id", Key, primary_key=True),
    to("readings", "reading"),
    to("documents", "document"),
    Column("number", Integer, nullable=False),
    Column("shown", Boolean, nullable=False),
    to("statements", "same"),
    words("uid", null=False),
    words("inside"),
    to("speakers", "speaker", null=True),
    to("sides", "side", null=True),
    words("role"),
    words("source", null=False),
    words("cue", null=False),
    words("content", null=False),
    words("form", null=False),
    words("said_on"),
    words("day", null=False),
    to("speakers", "addressee", null=True),
    words("venue"),
    words("act"),
    words("force"),
    words("condition"),
    words("polarity"),
    words("time"),
    words("stance"),
    words("plover"),
    words("cameo"),
    Column("score", Float),
    Column("start", Integer, nullable=False),
    Column("stop", Integer, nullable=False),
    words("corrected"),
    words("stems", null=False),
    words("tags", null=False),
    UniqueConstraint("reading", "number"),
)

# All of a statement, as it was read.
statement_records = Table(
    "statement_records",
    metadata,
    Column("statement", Key, ForeignKey("statements.id"), primary_key=True),
    words("record", null=False),
)

# What statements that are the same have in common (``likeness.py``).
likenesses = Table(
    "likenesses",
    metadata,
    Column("key", BigInteger, primary_key=True),
    Column("statement", Key, ForeignKey("statements.id"), primary_key=True),
    sqlite_with_rowid=False,
)

# What a person said of a reading: never overwritten, and undone by saying so. ``statement`` is what it is applied to,
# and none where that is not to be found; ``record`` is all of it.
corrections = Table(
    "corrections",
    metadata,
    Column("id", Key, primary_key=True),
    words("uid", null=False),
    words("kind", null=False),
    to("statements", "statement", null=True),
    words("address"),
    words("by", null=False),
    words("made_at", null=False),
    words("undone_by"),
    words("undone_at"),
    words("record", null=False),
    UniqueConstraint("uid"),
)

# Who passed a statement on, nearest to the reader first.
via = Table(
    "via",
    metadata,
    Column("statement", Key, ForeignKey("statements.id"), primary_key=True),
    Column("number", Integer, primary_key=True),
    to("speakers", "speaker"),
)

# Who or what is named in a content.
about = Table(
    "about",
    metadata,
    Column("statement", Key, ForeignKey("statements.id"), primary_key=True),
    Column("speaker", Key, ForeignKey("speakers.id"), primary_key=True),
)

figures = Table(
    "figures",
    metadata,
    Column("statement", Key, ForeignKey("statements.id"), primary_key=True),
    Column("number", Integer, primary_key=True),
    words("words", null=False),
    Column("low", Float),
    Column("high", Float),
    words("unit"),
    words("currency"),
    words("counted"),
    words("sure", null=False),
)

Index("documents_previous", documents.c.previous)
Index("readings_shown", readings.c.document, readings.c.shown)
Index("speakers_one", speakers.c.one)
Index("statements_speaker", statements.c.speaker, statements.c.day)
Index("statements_day", statements.c.day, statements.c.id)
Index("statements_document", statements.c.document)
Index("statements_uid", statements.c.uid)
Index("statements_same", statements.c.same)
Index("statements_addressee", statements.c.addressee)
Index("likenesses_statement", likenesses.c.statement)
Index("corrections_address", corrections.c.address)
Index("about_speaker", about.c.speaker)
Index("via_speaker", via.c.speaker)
