"""The tagging step for languages that are read by rules over syntax. In: documents and their trees; out: for each its
attributions, nested ones included, in the order of the text, and the sense of its words."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.languages import LANGUAGES
from sayso.marks import find_quotations
from sayso.model.tree import Tree
from sayso.records import Attribution, Document
from sayso.syntax.attribute import attribute
from sayso.syntax.ground import Ground
from sayso.syntax.sense import TreeSense


def tag_syntax(documents: Sequence[Document], trees: Sequence[Tree]) -> list[tuple[list[Attribution], TreeSense]]:
    """The attributions of documents whose languages have ``cues``."""
    return [(attribute(ground_of(d, t)), TreeSense(t)) for d, t in zip(documents, trees, strict=True)]


def ground_of(document: Document, tree: Tree) -> Ground:
    """What the rules look at."""
    language = LANGUAGES[document.lang]
    assert language.cues is not None
    outermost = [q for q in find_quotations(document.text) if q.depth == 0]
    return Ground(tree, outermost, language.cues, language.speakers)
