"""The Russian parser: morphology, syntax and names by slovnet's news models, run by numpy. In: texts; out: a Tree each.

The weights lie inside the PyPI package natasha (MIT), which is never imported: it would want pymorphy2, which Python
3.11 cannot run. Sentences are split paragraph by paragraph, parsed in order of their length, many documents together.
"""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec
from itertools import chain
from pathlib import Path
from typing import Any

from threadpoolctl import ThreadpoolController

from sayso.errors import ModelError
from sayso.marks import paragraphs
from sayso.model.letters import model_words, one_script
from sayso.model.naming import named
from sayso.model.tree import Sentence, Tree
from sayso.morphology import has_adjective, lemma
from sayso.records import Mention, NameKind
from sayso.spans import Span
from sayso.text import Token, fold

FILES = {
    "emb": "emb/navec_news_v1_1B_250K_300d_100q.tar",
    "morph": "model/slovnet_morph_news_v1.tar",
    "syntax": "model/slovnet_syntax_news_v1.tar",
    "ner": "model/slovnet_ner_news_v1.tar",
}
SITE = re.compile(
    r"(?<![\w.@-])[A-Za-z][\w-]+(?:\.[a-z][\w-]+)*\.[a-z]{2,6}(?![\w.-]\w)|(?<![\w.-])[A-Z][A-Z\d-]+\.(?:RU|COM|NET|ORG|INFO)\b|(?<![\w.-])[А-ЯЁ][А-ЯЁа-яё-]+\.(?:ру|ком|Ру|Новости)\b"
)
# A parser's memory grows with the square of a sentence: a longer one is parsed in parts.
LONGEST = 160
LONGEST_WORD = 64
LONGEST_PART = 20_000  # characters of a paragraph that are split into sentences together
YO = str.maketrans("ёЁ", "еЕ")
TOGETHER = 16
KINDS: dict[str, NameKind] = {"PER": "person", "ORG": "organization", "LOC": "place"}
SCORE = 0.9  # slovnet gives none; its F1 on FactRuEval is .959 (person), .915 (place), .825 (organisation): its README

Row = tuple[str, str, dict[str, str], int, str, str]  # word, class, features, head (from 1), relation, name tag


@dataclass(frozen=True, slots=True)
class Parser:
    """slovnet's three models, the SHA-256 of their files, and what sets how many threads numpy runs them on."""

    morph: Any
    syntax: Any
    ner: Any
    digest: str
    pools: ThreadpoolController


@lru_cache(maxsize=1)
def open_parser() -> Parser:
    """The parser. Raises ModelError when its files are not there."""
    spec = find_spec("natasha")
    folder = Path(spec.origin).parent / "data" if spec and spec.origin else None
    missing = [f for f in FILES.values() if folder is None or not (folder / f).is_file()]
    if folder is None or missing:
        raise ModelError(
            f"the Russian model: {missing[0]} is not in the package natasha, which carries it. "
            "Install it again: pip install natasha==1.6.0"
        )
    from navec import Navec
    from slovnet import NER, Morph, Syntax

    digest = hashlib.sha256()
    for name in FILES.values():
        digest.update((folder / name).read_bytes())
    words = Navec.load(str(folder / FILES["emb"]))
    morph, syntax, ner = (
        kind.load(str(folder / FILES[name]), batch_size=TOGETHER).navec(words)
        for kind, name in ((Morph, "morph"), (Syntax, "syntax"), (NER, "ner"))
    )
    return Parser(morph, syntax, ner, digest.hexdigest(), ThreadpoolController())


def parse(texts: Sequence[str]) -> list[Tree]:
    """The trees of texts, in order. Total: any string will do."""
    parser = open_parser()
    split = [list(split_sentences(text)) for text in texts]
    sentences = list(chain.from_iterable(split))
    order = sorted(range(len(sentences)), key=lambda n: len(sentences[n]))
    seen = [model_words([t.text for t in sentences[n]]) for n in order]
    rows: list[list[Row]] = [[] for _ in sentences]
    # Matrices are small: a second thread gains nothing, and the threads of two processes hold each other up.
    with parser.pools.limit(limits=1, user_api="blas"):
        for number, row in zip(order, parsed(parser, seen), strict=True):
            rows[number] = row
    found, at = [], 0
    for text, some in zip(texts, split, strict=True):
        found.append(tree_of(text, some, rows[at : at + len(some)]))
        at += len(some)
    return found


def split_sentences(text: str) -> Iterator[list[Token]]:
    """The sentences of a text as tokens without features, in order."""
    from razdel import sentenize, tokenize

    text = one_script(text)
    for line, paragraph in enumerate(paragraphs(text)):
        for start in range(paragraph.start, paragraph.stop, LONGEST_PART):
            part = text[start : min(start + LONGEST_PART, paragraph.stop)]
            for sentence in sentenize(part):
                shift = start + sentence.start
                parts = with_sites(sentence.text, [(t.start, t.stop) for t in tokenize(sentence.text)])
                tokens = [Token(shift + a, shift + b, sentence.text[a:b], line) for a, b in parts]
                yield from (tokens[n : n + LONGEST] for n in range(0, len(tokens), LONGEST))


def with_sites(text: str, parts: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The tokens of a sentence, those of a site's name (*news.example.ru*) made one."""
    sites = [m.span() for m in SITE.finditer(text)]
    starts = [start for start, _ in sites]
    apart = (p for p in parts if (n := bisect_left(starts, p[1])) == 0 or sites[n - 1][1] <= p[0])
    return sorted([*apart, *sites])


def parsed(parser: Parser, sentences: Sequence[list[str]]) -> Iterator[list[Row]]:
    """What the three models say of each word of the sentences. They know no ё: the news they learnt from has none."""
    short = [[word[:LONGEST_WORD] for word in sentence] for sentence in sentences]
    known = [[word.translate(YO) for word in sentence] for sentence in short]
    morphs, trees = parser.morph.map(known), parser.syntax.map(known)
    for words, morph, tree, names in zip(short, morphs, trees, name_tags(parser, known), strict=True):
        yield [
            (word, m.pos, m.feats or {}, int(s.head_id), s.rel, tag)
            for word, m, s, tag in zip(words, morph.tokens, tree.tokens, names, strict=True)
        ]


def name_tags(parser: Parser, sentences: Sequence[list[str]]) -> Iterator[list[str]]:
    """The BIO tag of each word, as the model for names gives it for words that are split already."""
    infer = parser.ner.infer
    for at in range(0, len(sentences), TOGETHER):
        inputs = infer.encoder(sentences[at : at + TOGETHER])
        yield from infer.decoder(infer.process(inputs))


def tree_of(text: str, sentences: Sequence[list[Token]], rows: Sequence[list[Row]]) -> Tree:
    """The tree of a text from its sentences' rows."""
    tokens: list[Token] = []
    heads: list[int] = []
    whole: list[Sentence] = []
    mentions: list[Mention] = []
    for words, told in zip(sentences, rows, strict=True):
        first = len(tokens)
        whole.append(Sentence(first, first + len(words)))
        heads += (first + head if head >= 0 else -1 for head in without_circles([row[3] - 1 for row in told]))
        tokens += (with_features(t, row) for t, row in zip(words, told, strict=True))
        mentions += mentions_of(words, [name_tag(row) for row in told])
    flat = list(chain.from_iterable(rows))
    return Tree(
        text=text,
        words=named(tuple(tokens), mentions),
        heads=tuple(heads),
        rels=tuple(row[4] for row in flat),
        forms=tuple(row[2].get("VerbForm", "") for row in flat),
        persons=tuple(row[2].get("Person", "") for row in flat),
        voices=tuple(row[2].get("Voice", "") for row in flat),
        sentences=tuple(whole),
        mentions=tuple(mentions),
    )


def without_circles(heads: Sequence[int]) -> list[int]:
    """The heads of a sentence's words, counted from 0, those that no word has made -1, and so one of every circle: the
    parser decides word by word."""
    kept = [head if 0 <= head < len(heads) else -1 for head in heads]
    whole: set[int] = set()
    for n in range(len(kept)):
        path: dict[int, None] = {}
        while n >= 0 and n not in whole and n not in path:
            path[n] = None
            n = kept[n]
        if n in path:
            kept[n] = -1
        whole |= path.keys()
    return kept


def with_features(token: Token, row: Row) -> Token:
    """A token with its class, its features and its lemma."""
    word, pos, features = row[:3]
    case, number, gender = (features.get(name, "") for name in ("Case", "Number", "Gender"))
    if not token.text[0].isalnum():
        return token._replace(word=token.text, pos="SYM" if token.text in "%$€£₽№" else "PUNCT")
    short = features.get("VerbForm") == "Part" and not case  # намерена: an adjective as often as a participle
    base = (
        lemma(word, "ADJ" if short and has_adjective(word) else pos, case, number, gender)
        if any("а" <= c <= "я" or c == "ё" for c in word.lower())
        else fold(word)
    )
    return token._replace(word=base, pos=pos, case=case, number=number, gender=gender)


def name_tag(row: Row) -> str:
    """A word's name tag; none for a small finite verb, which stands in no name."""
    verb = row[2].get("VerbForm") == "Fin" and row[0][:1].islower()
    return "O" if verb else row[5]


def mentions_of(words: Sequence[Token], tags: Sequence[str]) -> Iterator[Mention]:
    """The names that BIO tags mark."""
    first: int | None = None
    tags = [*("O" if w.text in "()" else tag for w, tag in zip(words, tags, strict=True)), "O"]
    for number, tag in enumerate(tags):
        if first is not None and not tag.startswith("I-"):
            kind = KINDS[tags[first].split("-")[1]]
            kind = "organization" if "." in words[first].text[1:-1] and first == number - 1 else kind  # a site
            yield Mention(span=Span(words[first].start, words[number - 1].stop), kind=kind, score=SCORE)
            first = None
        if tag.startswith("B-") or (tag.startswith("I-") and first is None):
            first = number
