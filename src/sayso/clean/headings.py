"""Which paragraphs of a text are its title and sub-headings. In: the paragraphs; out: spans of those.

A heading is short, ends in no punctuation, and stands before something longer; a list item, a turn of speech and a
speaker's label (a line that comes again and again) are none. A heading may well attribute: it is for the reader of
the spans to know that it is one.
"""

from __future__ import annotations

import re
from collections import Counter

from sayso.clean.lines import ends
from sayso.spans import Span, Spans, cut

MAX_TITLE, MAX_HEADING, MAX_DECK = 200, 100, 260  # characters
MAX_WORDS = 16  # of a sub-heading
LONG = 80  # characters of a paragraph that a sub-heading can stand before

ITEM = re.compile(r"[-–—―•*·▪►]|\d+[.)]\s|\(\w\)\s")
DATE = re.compile(
    r"(?:\w+day,? |\w+, )?(?:\w+ \d{1,2}|\d{1,2} \w+),? \d{4}(?: г(?:ода|\.)?)?|"
    r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|by .{3,60}",  # and a byline
    re.IGNORECASE,
)
BROKEN_OFF = re.compile(r"\b(?:and|or|the|of|to|и|или|а)$")  # an item of a list, or half a line
# A turn in an interview: Q: …, ANA LIMA: …, or a name and a question.
TURN = re.compile(r"(?:[QAВО]|[^\W\d_a-zа-яё]{2,}(?: [^\W\d_a-zа-яё.]{2,})*)\s*[:.] |[^:?]{2,40}: [^:]*\?$")
QUOTED = re.compile(r"[\"“”„«»]")
SPEECH = re.compile(
    r"\b(?:said|says?|told|tells|added|adds|asked|asks|replied|wrote|writes|warned|insisted|explained)\b|"
    r"\b(?:сказал|говорит|заявил|добавил|ответил|спросил|написал|пояснил|рассказал)",
    re.IGNORECASE,
)


def find_title(text: str, paragraphs: Spans) -> Span | None:
    """The first paragraph if it looks like a title; None otherwise, and when nothing follows it."""
    if len(paragraphs) < 2 or not _short(paragraphs[0], MAX_TITLE):
        return None
    words = cut(text, paragraphs[0])
    follows = any(ends(cut(text, p)) and _length(p) > LONG / 2 for p in paragraphs[1:10])
    return paragraphs[0] if follows and _is_headline(words) and len(words.split()) > 1 else None


def find_headings(text: str, paragraphs: Spans, title: Span | None) -> Spans:
    """The title, a line in the manner of titles right under it, and the sub-headings. paragraphs: without furniture."""
    labels = Counter(cut(text, p) for p in paragraphs if _short(p, MAX_HEADING))
    found = [title] if title else []
    for before, p, after in zip((None, *paragraphs), paragraphs, (*paragraphs[1:], None), strict=False):
        if p == title or after is None or before is None:
            continue
        alone = _short(p, MAX_HEADING) and labels[cut(text, p)] == 1
        if (before == title and _is_deck(text, p, after)) or (alone and _is_subheading(text, before, p, after, found)):
            found.append(p)
    return tuple(found)


def _is_subheading(text: str, before: Span, p: Span, after: Span, found: list[Span]) -> bool:
    words, next_words = cut(text, p), cut(text, after)
    closed = before in found or ends(cut(text, before))
    return (
        closed
        and _is_headline(words)
        and len(words.split()) <= MAX_WORDS
        and _length(after) >= max(LONG, _length(p))
        and not words[0].islower()
        and not next_words[0].islower()
    )


def _is_deck(text: str, p: Span, after: Span) -> bool:
    words = cut(text, p)
    return _short(p, MAX_DECK) and _is_headline(words) and _length(after) >= LONG and ends(cut(text, after))


def _is_headline(words: str) -> bool:
    """Whether a line is worded as a headline: no item, no date or byline, no end of a sentence, no quoted speech."""
    if ITEM.match(words) or DATE.fullmatch(words) or (ends(words) and not words.endswith(("?", "!", "?”", '?"', "?»"))):
        return False
    if BROKEN_OFF.search(words) or TURN.match(words) or words.count('"') % 2 or words.count("“") != words.count("”"):
        return False
    return any(ch.isalpha() for ch in words) and not (QUOTED.search(words) and SPEECH.search(words))


def _length(span: Span) -> int:
    return span.stop - span.start


def _short(span: Span, most: int) -> bool:
    return _length(span) <= most
