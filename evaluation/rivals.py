"""The rivals behind one signature. In: a text; out: the attributions that a rival finds in it.

``stated`` turns them into statements with sayso's own step: every rival gets the same trimmed edges, forms and nesting,
so that what is compared is what they find.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from evaluation.corpora import Corpus
from evaluation.cue_verbs import by_cue_verbs
from evaluation.figures import Found
from evaluation.quotation_marks import RUSSIAN, by_quotation_marks
from sayso import Attribution, Document, Statement, read
from sayso.marks import find_quotations
from sayso.steps.state import state

Rival = Callable[[str], list[Attribution]]


def by_sayso(text: str, lang: str = "en") -> list[Attribution]:
    """sayso itself."""
    statements = read(text, lang=lang).statements
    return [Attribution(source=s.source, cue=s.cue, content=s.content, rule=s.rule) for s in statements]


RIVALS: dict[str, Rival] = {"sayso": by_sayso, "cue verbs": by_cue_verbs, "quotation marks": by_quotation_marks}
RUSSIAN_RIVALS: dict[str, Rival] = {
    "sayso": partial(by_sayso, lang="ru"),
    "quotation marks": partial(by_quotation_marks, words=RUSSIAN),
}


def rivals_of(lang: str) -> dict[str, Rival]:
    """Those that read a language."""
    return RUSSIAN_RIVALS if lang == "ru" else RIVALS


def stated(text: str, attributions: Sequence[Attribution], lang: str = "en") -> tuple[Statement, ...]:
    """Attributions of a text as statements."""
    return state(Document(id="text", text=text, lang=lang), attributions, find_quotations(text))


def read_with(rival: Rival, corpus: Corpus) -> Found:
    """What a rival finds in each article of a corpus."""
    return {a.id: stated(a.text, rival(a.text), corpus.lang) for a in corpus.articles}
