"""``python -m benchmarks.child READER WORDS ARTICLES THREADS [LANG]``: what one process measures of itself. In: a
reader (``sayso`` or the name of a rival) and the pages to make; out: one JSON object on stdout. The first page is read
before the clock starts, to load what is loaded once.
"""

from __future__ import annotations

import json
import resource
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from time import perf_counter

from benchmarks.pages import make_pages
from evaluation.rivals import Rival, rivals_of, stated
from sayso import Document, Failure, Page, read_many
from sayso.read import cleaned
from sayso.score import WORD

Read = Callable[[Iterable[Page]], Iterator[tuple[str, int]]]  # the text of each page, and how many statements
MIB = 2**20 if sys.platform == "darwin" else 2**10  # macOS counts bytes, Linux KiB


def read_with_sayso(pages: Iterable[Page], threads: int) -> Iterator[tuple[str, int]]:
    for reading in read_many(pages, threads=threads):
        if isinstance(reading, Failure):
            raise SystemExit(reading.message)
        yield reading.document.text, len(reading.statements)


def read_with_rival(pages: Iterable[Page], rival: Rival, lang: str) -> Iterator[tuple[str, int]]:
    for document in map(cleaned, pages):
        if not isinstance(document, Document):
            raise SystemExit(document.message)
        yield document.text, len(stated(document.text, rival(document.text), lang))


def main(reader: str, words: str, articles: str, threads: str, lang: str = "en") -> None:
    read: Read = (
        partial(read_with_sayso, threads=int(threads))
        if reader == "sayso"
        else partial(read_with_rival, rival=rivals_of(lang)[reader], lang=lang)
    )
    pages = list(make_pages(int(articles), int(words), lang))
    list(read(pages[:1]))
    started = perf_counter()
    found = list(read(pages))
    seconds = perf_counter() - started
    print(
        json.dumps({
            "articles": len(found),
            "words": sum(len(WORD.findall(text)) for text, _ in found),
            "statements": sum(count for _, count in found),
            "seconds": seconds,
            "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / MIB,
        })
    )  # fmt: skip


if __name__ == "__main__":
    main(*sys.argv[1:])
