"""The casting step. In: a document, its statements, what its words name, and a roster; out: its Cast and the Scene it
was read from."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.languages import LANGUAGES
from sayso.model.sense import Sense
from sayso.records import Document, Statement
from sayso.roster.roster import Roster
from sayso.speakers.cast import Cast, make_cast
from sayso.speakers.lexicon import find_known
from sayso.speakers.names import find_names
from sayso.speakers.phrase import take_apart_at
from sayso.speakers.scene import Scene, home_of
from sayso.text import Token


def gather_cast(
    document: Document, statements: Sequence[Statement], words: Sequence[Token], sense: Sense, roster: Roster
) -> tuple[Scene, Cast]:
    """Everyone the document names, who each name is, with role and side. ``words`` are the document's tokens.
    Office-holders are those of the day on which the document was published."""
    language = LANGUAGES[document.lang]
    known = find_known(words, document.lang)
    sources = [span for statement in statements for span in statement.source]
    names = find_names(document.text, words, sense.mentions, language, roster, known, sources)
    phrases = [take_apart_at(span, words, names, language) for span in sources]
    scene = Scene(
        text=document.text, words=words, starts={t.start: n for n, t in enumerate(words)}, names=names, known=known,
        language=language, roster=roster, day=document.published, headings=document.headings,
        sources=[p for p in phrases if p], home=home_of(known), sense=sense,
    )  # fmt: skip
    return scene, make_cast(scene)
