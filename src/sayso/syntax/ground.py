"""What the rules over syntax look at. In: a parsed text, its quotations, a language's words; out: a Ground, which
answers for the stretch that a word's statement keeps to, and for what stands round a word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from sayso.languages.cues import Cues
from sayso.languages.speakers import Speakers
from sayso.marks import Quotation
from sayso.model.tree import Tree
from sayso.spans import Span
from sayso.turns import Turn, find_turns

FINITE = "Fin"
NAMED = ("NOUN", "PROPN", "PRON")
FEWEST = 5  # words of a quotation, where it has no verb
STOPS = frozenset(".!?…;")


@dataclass(frozen=True)
class Ground:
    """``tree`` is the parsed text, ``quotations`` its outermost ones in order."""

    tree: Tree
    quotations: Sequence[Quotation]
    cues: Cues
    speakers: Speakers

    @cached_property
    def turns(self) -> list[Turn]:
        return find_turns(self.tree.text, self.quotations)

    @cached_property
    def speaking(self) -> frozenset[str]:
        """The verbs of speech and of inner states."""
        return self.cues.speech | self.cues.finding | self.cues.inner

    @cached_property
    def telling(self) -> frozenset[str]:
        """The verbs by which somebody tells something, as a clause or as what is to be done."""
        return self.speaking | self.cues.asking | self.cues.own | frozenset(self.cues.objects)

    @cached_property
    def intending(self) -> frozenset[str]:
        """The words that take an infinitive."""
        return self.cues.asking | self.cues.own | self.cues.wishing | self.cues.states

    @cached_property
    def reporting(self) -> frozenset[str]:
        """The words that take a clause."""
        return self.speaking | self.intending | frozenset(self.cues.objects)

    @cached_property
    def quoted(self) -> tuple[int, ...]:
        """The number of the quotation that each word stands in, -1 outside; a mark stands outside its own. A few words
        without a verb are a name."""
        inside = [-1] * len(self.tree.words)
        for number, q in enumerate(self.quotations):
            numbers = self.numbers(q.inner)
            if len(numbers) >= FEWEST or any(self.tree.forms[n] == FINITE for n in numbers):
                for n in numbers:
                    inside[n] = number
        return tuple(inside)

    @cached_property
    def mention_ends(self) -> dict[int, tuple[int, str]]:
        """Of every word in a name the number of its last word and what it names."""
        ends: dict[int, tuple[int, str]] = {}
        for m in self.tree.mentions:
            numbers = self.numbers(m.span)
            ends.update(dict.fromkeys(numbers, (numbers[-1], m.kind)))
        return ends

    def numbers(self, span: Span) -> range:
        """The numbers of the words that begin in a span."""
        return range(self.tree.number_at(span.start), self.tree.number_at(span.stop))

    def region(self, word: int) -> tuple[int, int]:
        """The first and the last word of the stretch that a statement with its cue here keeps to: the sentence, and
        within a quotation what of the sentence is quoted."""
        sentence = self.tree.sentence(word)
        first, last = sentence.first, sentence.stop - 1
        if self.quoted[word] >= 0:
            while self.quoted[first] != self.quoted[word]:
                first += 1
            while self.quoted[last] != self.quoted[word]:
                last -= 1
        return first, last

    def lemma(self, word: int) -> str:
        return self.tree.words[word].word

    def text(self, word: int) -> str:
        return self.tree.words[word].text

    def is_mark(self, word: int) -> bool:
        return self.tree.words[word].pos == "PUNCT"

    def is_finite(self, word: int) -> bool:
        """Whether a word can be the verb of a clause: a finite verb, or a short participle or adjective."""
        t, form = self.tree.words[word], self.tree.forms[word]
        short = t.pos in ("VERB", "ADJ") and not t.case and form in ("Part", "") and t.text[0].isalpha()
        return form == FINITE or short or t.word in self.cues.predicatives

    def speaks(self, word: int) -> bool:
        """Whether a word is a verb of speech or of an inner state."""
        return self.tree.words[word].pos in ("VERB", "ADJ") and self.lemma(word) in self.speaking

    def climbs(self, word: int, to: int, most: int = 8) -> bool:
        """Whether a word depends on another, directly or not."""
        for _ in range(most):
            if word == to:
                return True
            word = self.tree.heads[word]
            if word < 0:
                return False
        return False

    def case_of(self, noun: int) -> str:
        """The preposition of a noun, or its case where it has none."""
        marker = next((c for c in self.tree.children[noun] if self.tree.rels[c] == "case"), None)
        return self.lemma(marker) if marker is not None else self.tree.words[noun].case

    def next_word(self, word: int, last: int) -> int | None:
        """The number of the first word after one that is no mark, up to ``last``."""
        return next((n for n in range(word + 1, last + 1) if not self.is_mark(n)), None)

    def span(self, first: int, last: int) -> Span:
        return self.tree.span(first, last)

    def trimmed(self, first: int, last: int) -> tuple[int, int] | None:
        """The stretch without marks and conjunctions at its edges; None where no word is left."""
        while first <= last and self.is_mark(first):
            first += 1
        while first <= last and (self.is_mark(last) or self.tree.words[last].pos == "CCONJ"):
            last -= 1
        return (first, last) if first <= last else None

    def told_left(self, first: int, last: int) -> tuple[int, int] | None:
        """What stands before a parenthesis, where it says something: a verb, or a noun in the nominative for one to
        come; without the conjunction that opens it (*Однако …*)."""
        stretch = self.trimmed(first, last)
        if stretch is None:
            return None
        numbers = range(stretch[0], stretch[1] + 1)
        if not any(self.is_finite(n) or self.tree.words[n].case == "Nom" for n in numbers):
            return None
        start = stretch[0]
        while start < stretch[1] and (self.lemma(start) in self.cues.connecting or self.is_mark(start)):
            start += 1
        return start, stretch[1]

    def extended(self, verb: int, word: int) -> int:
        """The last word before the next mark after a word, before a conjunction that joins another verb of the
        subject's, or before what tells where it was said: the parser often gives the adverbials at the end to the
        first verb."""
        last = self.region(verb)[1]
        n = word
        while n + 1 <= last and not (self.is_mark(n + 1) and self.text(n + 1) not in '«»"“”'):
            joined = self.lemma(n + 1) in self.cues.connecting
            if joined and any(
                self.is_finite(k) and self.tree.heads[k] == verb for k in range(n + 2, min(n + 5, last + 1))
            ):
                break
            if self.lemma(n + 1) in self.cues.venue_prepositions and self.tells_where(n + 1, last):
                break
            if self.tree.forms[n + 1] in ("Fin", "Conv"):
                break
            n += 1
        while n > word and self.tree.words[n].pos in ("PART", "ADV", "CCONJ", "ADP"):
            n -= 1
        return n

    def tells_where(self, preposition: int, last: int) -> bool:
        """Whether a preposition opens what tells where or when something was said."""
        near = range(preposition + 1, min(preposition + 4, last + 1))
        noun = next((n for n in near if self.tree.words[n].pos in ("NOUN", "PROPN")), None)
        return noun is not None and self.lemma(noun) in self.cues.venues

    def verbs(self) -> Iterator[int]:
        """The numbers of the verbs and of the adjectives that are said of somebody."""
        for n, t in enumerate(self.tree.words):
            if t.pos in ("VERB", "AUX", "ADJ") and (t.pos != "ADJ" or t.word in self.cues.states):
                yield n
