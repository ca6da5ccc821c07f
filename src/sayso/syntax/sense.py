"""What the words of a parsed text name and refer to. In: its Tree; out: a TreeSense, which answers as the encoder's
sense does, from the parser's names and from who is a subject."""

from __future__ import annotations

from dataclasses import dataclass
from math import log2

from sayso.model.tree import Tree
from sayso.records import Mention
from sayso.spans import Span

# What speaks for somebody as a pronoun's antecedent, in log-odds, set by hand on gold/dev Russian.
SUBJECT = 1.5
FAR = 0.35  # for each doubling of the words between


@dataclass(frozen=True, slots=True)
class TreeSense:
    """The sense of a parsed text."""

    tree: Tree

    @property
    def mentions(self) -> tuple[Mention, ...]:
        return self.tree.mentions

    def kind(self, span: Span) -> dict[str, float]:
        """Nothing is told of words that name nothing."""
        return {}

    def heads(self, span: Span) -> float:
        return 0.0

    def link(self, anaphor: Span, antecedent: Span) -> float:
        """Log-odds by hand: a subject is likelier, somebody far off less so."""
        here, there = self.tree.number_at(anaphor.start), self.tree.number_at(antecedent.start)
        return SUBJECT * self.is_subject(there) - FAR * log2(max(1, here - there))

    def is_subject(self, word: int) -> bool:
        """Whether a name, or the title before it, is a subject."""
        tree = self.tree
        while word >= 0 and tree.rels[word] in ("appos", "flat:name", "flat", "flat:foreign", "conj"):
            word = tree.heads[word]
        return word >= 0 and tree.rels[word] == "nsubj"
