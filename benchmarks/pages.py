"""Generated news pages. In: how many, of how many words, in which language, and a seed; out: HTML pages, the same for
the same arguments.

Everybody and every place in them is invented. An article mixes what news mixes: paragraphs of report, quotations whole,
broken and running on, reported speech, beliefs and plans, figures and dates; a page wraps it in the furniture of a
site: menus, a teaser list, captions, a newsletter box, a footer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from random import Random
from types import ModuleType

from benchmarks import phrases, phrases_ru
from sayso import Page

SEED = 20250314
LANGUAGES = {"en": phrases, "ru": phrases_ru}
BLANK = re.compile(r"\{(\w+)\}")
# The share of sentences that attribute nothing: it makes about as many statements as PolNeAR's articles have
# attributions, 24 in 770 words.
NARRATION = 0.6
SPREAD = 0.35  # how far the length of an article may be from the one asked for, as a share of it

HTML = """<!DOCTYPE html>
<html lang="{lang}"><head><meta charset="utf-8"><title>{title} | The Harbour Post</title>
<meta property="og:title" content="{title}"><meta property="og:site_name" content="The Harbour Post">
<meta property="article:published_time" content="2025-03-{day:02d}T08:30:00Z"><link rel="stylesheet" href="/site.css">
<script>window.page = {{"section": "news", "number": {number}}};</script></head>
<body><header><a href="/">The Harbour Post</a><nav><ul>{menu}</ul></nav></header>
<main><article><h1>{title}</h1><p class="byline">By <a href="/staff/{number}">{author}</a></p>
<figure><img src="/images/{number}.jpg" alt=""><figcaption>{caption}</figcaption></figure>
{body}
</article>
<aside><h2>More from this section</h2><ul>{teasers}</ul><form><label>Get our newsletter every morning</label>
<input type="email"><button>Sign up</button></form></aside></main>
<footer><ul>{menu}</ul><p>Copyright The Harbour Post. All rights reserved.</p></footer></body></html>
"""


def make_pages(count: int, words: int, lang: str = "en", seed: int = SEED) -> Iterator[Page]:
    """Pages with articles of about so many words each, in English (en) or Russian (ru)."""
    for number in range(count):
        yield make_page(Writer(LANGUAGES[lang], Random(f"{seed}/{words}/{number}")), lang, number, words)


def make_page(writer: Writer, lang: str, number: int, words: int) -> Page:
    """One page. Its facts are in its markup alone, as on a page from the web."""
    length = round(words * writer.rng.uniform(1 - SPREAD, 1 + SPREAD))
    body = "\n".join(f"<p>{paragraph}</p>" for paragraph in paragraphs(writer, length))
    html = HTML.format(
        lang=lang,
        title=writer.line("TEASERS"),
        day=writer.rng.randint(1, 28),
        number=number,
        menu="".join(f'<li><a href="/{name.lower()}">{name}</a></li>' for name in writer.phrases.FILLERS["section"]),
        author=writer.fill("{first} {last}"),
        caption=writer.fill("{place}. Photograph: {first} {last}"),
        body=body,
        teasers="".join(f'<li><a href="/{n}">{writer.line("TEASERS")}</a></li>' for n in range(8)),
    )
    return Page(id=f"page-{words}-{number:05}", body=html.encode(), media="html")


def paragraphs(writer: Writer, length: int) -> Iterator[str]:
    """Paragraphs of one to four sentences, until there are so many words."""
    people = [writer.person() for _ in range(4)]
    while length > 0:
        paragraph = " ".join(sentence(writer, people) for _ in range(writer.rng.choice((1, 1, 2, 2, 3, 4))))
        length -= len(paragraph.split())
        yield paragraph


def sentence(writer: Writer, people: list[dict[str, str]]) -> str:
    """A sentence or a quoted turn."""
    told = "NARRATED" if writer.rng.random() < NARRATION else "SENTENCES"
    return writer.line(told, writer.rng.choice(people))


@dataclass(frozen=True, slots=True)
class Writer:
    """The phrases of a language, and the chance by which they are drawn."""

    phrases: ModuleType
    rng: Random

    def person(self) -> dict[str, str]:
        """Somebody who speaks more than once: a name, the surname, what they are, and a pronoun."""
        first, last = (self.rng.choice(self.phrases.FILLERS[key]) for key in ("first", "last"))
        role = self.fill(self.rng.choice(self.phrases.FILLERS["role"]))
        return {"name": f"{first} {last}", "surname": last, "is": role, "pronoun": self.rng.choice(("she", "he"))}

    def line(self, templates: str, known: Mapping[str, str] | None = None) -> str:
        """One of some templates filled, with a capital."""
        return capitalised(self.fill(self.rng.choice(getattr(self.phrases, templates)), known))

    def fill(self, template: str, known: Mapping[str, str] | None = None) -> str:
        """A template with its blanks filled, those of the fillers as well; each blank is drawn anew."""

        def word(blank: re.Match[str]) -> str:
            name = blank.group(1)
            if known and name in known:
                return known[name]
            if name == "number":
                return str(self.rng.randint(3, 980))
            return self.fill(self.rng.choice(self.phrases.FILLERS[name]), known)

        return BLANK.sub(word, template)


def capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]
