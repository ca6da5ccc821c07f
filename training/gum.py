"""GUM into examples. In: a folder of CoNLL-U files as in data/gum/train; out: for every document its words, its
mentions of people, organisations and places as runs of words, and which of them speak of one thing.

A name is cut out of its mention by the parse: the head and the capitals that hang on it, without titles (*nmod:desc*),
articles and what follows a comma.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

from sayso.model.pieces import Pieces, split_pieces
from sayso.model.words import Words, split_words

TYPES = ("person", "organization", "place")
OPENED = re.compile(r"\((\d+)-([^()]+)|(\d+)\)")
# What may stand between two capitals of one name: *Bank of England*, *AT&T*; in a person's, *Ursula von der Leyen*.
PARTICLES = frozenset("- ' ’ . de la du del der von van al bin".split())
BETWEEN = PARTICLES | frozenset("of the for and & 's ’s".split())
# By these a word of a name hangs on the next: of a person's, and of any other.
PERSONAL = frozenset("flat compound goeswith".split())
APART = frozenset("nmod:desc appos nmod:poss acl:relcl parataxis".split())


@dataclass(frozen=True, slots=True)
class Token:
    """A token of a sentence: where it stands in the document's text, and its place in the parse."""

    start: int
    stop: int
    form: str
    tag: str
    head: int
    relation: str
    entity: str


@dataclass(frozen=True, slots=True)
class Gold:
    """A mention in word numbers: ``run``, its head word, the name in it (None for descriptions and pronouns), its type
    (one of TYPES, or *other*), whether it is a pronoun, and the number of what it speaks of."""

    run: tuple[int, int]
    head: int
    name: tuple[int, int] | None
    type: str
    pronoun: bool
    group: int


@dataclass(frozen=True, slots=True)
class Annotated:
    """A document of GUM. ``genre`` is the second part of its id (news, interview …)."""

    id: str
    genre: str
    words: Words
    pieces: Pieces
    mentions: list[Gold]


def load_documents(folder: Path, tokenizer: Tokenizer) -> list[Annotated]:
    """The documents of a folder, in order of their names."""
    return [load_document(path, tokenizer) for path in sorted(folder.glob("*.conllu"))]


def load_document(path: Path, tokenizer: Tokenizer) -> Annotated:
    text, sentences = read_sentences(path)
    words = split_words(text)
    mentions = [gold for sentence in mention_spans(sentences) if (gold := mention_of(words, *sentence))]
    return Annotated(path.stem, path.stem.split("_")[1], words, split_pieces(tokenizer, words), mentions)


def read_sentences(path: Path) -> tuple[str, list[list[Token]]]:
    """The text, its paragraphs on lines of their own, and the tokens of each sentence."""
    text, sentences, sentence = "", [], []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# newpar") and "block" not in line and text:
            text = text.rstrip() + "\n\n"
        cells = line.split("\t")
        if len(cells) == 10 and cells[0].isdigit():
            entity = re.search(r"(?:^|\|)Entity=([^|]*)", cells[9])
            sentence.append(
                Token(len(text), len(text) + len(cells[1]), cells[1], cells[4], int(cells[6]) - 1, cells[7],
                      entity.group(1) if entity else "")
            )  # fmt: skip
            text += cells[1] + ("" if "SpaceAfter=No" in cells[9] else " ")
        elif not line and sentence:
            sentences.append(sentence)
            sentence = []
    return text, [*sentences, sentence] if sentence else sentences


Spotted = tuple[list[Token], int, int, str, int, int]


def mention_spans(sentences: list[list[Token]]) -> Iterator[Spotted]:
    """Every mention: its sentence, first and last + 1 token, type, head token, group."""
    for sentence in sentences:
        opened: dict[int, list[tuple[int, str]]] = {}
        for at, token in enumerate(sentence):
            for match in OPENED.finditer(token.entity):
                number, about, closed = match.groups()
                if number:
                    opened.setdefault(int(number), []).append((at, about))
                    if token.entity[match.end() : match.end() + 1] == ")":
                        closed = number
                if closed and opened.get(int(closed)):
                    first, about = opened[int(closed)].pop()
                    fields = about.split("-")
                    centre = next((f for f in fields[3:6] if re.fullmatch(r"\d+(,\d+)*", f)), "1")
                    head = first + int(centre.split(",")[0]) - 1
                    yield sentence, first, at + 1, fields[0], highest(sentence, first, at + 1, head), int(closed)


def highest(sentence: list[Token], first: int, last: int, fallback: int) -> int:
    """The token of a mention whose own head lies outside it."""
    out = [t for t in range(first, last) if not first <= sentence[t].head < last and sentence[t].relation != "punct"]
    return out[0] if out else min(fallback, last - 1)


def mention_of(
    words: Words, sentence: list[Token], first: int, last: int, kind: str, head: int, group: int
) -> Gold | None:
    """The mention in word numbers; None where it holds no word."""
    run = word_run(words, sentence[first].start, sentence[last - 1].stop)
    centre = word_run(words, sentence[head].start, sentence[head].stop)
    if run is None or centre is None:
        return None
    name = None
    if sentence[head].tag.startswith("NNP"):
        low, high = name_run(sentence, first, last, head, kind == "person")
        name = word_run(words, sentence[low].start, sentence[high - 1].stop)
    pronoun = sentence[head].tag.startswith(("PRP", "WP"))
    return Gold(run, centre[1] - 1, name, kind if kind in TYPES else "other", pronoun, group)


def name_run(sentence: list[Token], first: int, last: int, head: int, person: bool) -> tuple[int, int]:
    """The tokens of the name round a head."""
    between = PARTICLES if person else BETWEEN

    def belongs(at: int) -> bool:
        token = sentence[at]
        if not (token.tag.startswith("NNP") or token.form[:1].isupper() or token.form[:1].isdigit()):
            return False
        while at != head:
            relation = sentence[at].relation
            if not first <= at < last or relation in APART or (person and relation not in PERSONAL):
                return False
            at = sentence[at].head
        return True

    def reaches(at: int, step: int) -> bool:
        """Whether a token of the name follows in this direction, at most two words of ``between`` away."""
        for further in (at, at + step, at + 2 * step):
            if not first <= further < last:
                return False
            if belongs(further):
                return True
            if sentence[further].form not in between:
                return False
        return False

    low, high = head, head + 1
    while reaches(low - 1, -1):
        low -= 1
    while reaches(high, 1):
        high += 1
    while low < head and sentence[low].tag == "DT":
        low += 1
    return low, high


def word_run(words: Words, start: int, stop: int) -> tuple[int, int] | None:
    """The run of words that meet a stretch of characters."""
    low = int(np.searchsorted(words.stop, start, side="right"))
    high = int(np.searchsorted(words.start, stop, side="left"))
    return (low, high) if low < high else None
