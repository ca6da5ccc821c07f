"""When two statements are the same one. In: what they tell; out: whether one outlet has what the other has.

Precision goes first: what is joined wrongly hides a statement, what is not joined is seen twice. Two are the same where
one speaker said them at most DAYS apart and either their words are nearly the same, in one language, or in two
languages the day, the act, the figures and the names that they tell are. Words that say no must agree. Candidates are
found by keys: the least hashes of the pairs of neighbouring words (Broder, *On the resemblance and containment of
documents*, 1997), with the speaker and the day.
"""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from difflib import SequenceMatcher
from hashlib import blake2b
from itertools import pairwise
from typing import NamedTuple
from zlib import crc32

DAYS = 3
HASH = 43  # bits of a key that are a hash; the others are its days
SKETCH = 4  # hashes that are kept of a statement
LONG = 5  # words from which on nearly the same is enough
NEAR = 0.75  # of the words of the longer one
WITHIN = 0.9  # of the words of the shorter one, where it is a piece of the longer
PIECE = 8  # words that such a piece has at least
SHORT = 3  # words below which a statement is the same as none
NAMES = 3  # names that are enough without a figure
TIMES = 2.5  # so much longer one language may be than the other
NO = re.compile(
    r"n['’]t\b|\b(?:not|no|never|none|nothing|nobody|neither|nor|without|не|нет|ни|никогда)\b", re.IGNORECASE
)


class Told(NamedTuple):
    """What a statement tells, as far as it matters here. ``speaker`` is the number of who said it; ``day`` an ISO
    prefix; ``same`` the number of its group's first statement; ``figures`` are ends and currencies, ``names`` numbers
    of those named."""

    id: int
    same: int
    document: int
    speaker: int
    lang: str
    day: str
    act: str | None
    start: int
    stop: int
    content: str
    stems: tuple[str, ...]
    figures: frozenset[str] = frozenset()
    names: frozenset[int] = frozenset()


class Keys(NamedTuple):
    """The keys that a statement is found by, and those of the statements that it may be the same as."""

    own: tuple[int, ...] = ()
    near: tuple[int, ...] = ()


def keys_of(told: Told) -> Keys:
    """The keys of a statement; none where its day is not known."""
    number = day_number(told.day)
    if number is None:
        return Keys()
    words, facts = sketch(told.stems), facts_of(told)
    before, own, after = (
        tuple(key_of(number // DAYS + step, f"{told.speaker} {value}") for value in words) for step in (-1, 0, 1)
    )
    return Keys(own=(*own, *facts), near=(*before, *own, *after, *facts))


def day_number(day: str) -> int | None:
    """The number of a day; None for a month, a year, or none."""
    try:
        return date.fromisoformat(day).toordinal() if len(day) == len("2025-03-14") else None
    except ValueError:
        return None


def sketch(stems: tuple[str, ...]) -> list[int]:
    """The least hashes of the pairs of neighbouring words."""
    pairs = pairwise(stems) if len(stems) > 1 else [stems]
    return sorted({crc32(" ".join(pair).encode()) for pair in pairs})[:SKETCH]


def facts_of(told: Told) -> tuple[int, ...]:
    """The key of the day, the act, the figures and the names, where there are enough."""
    number = day_number(told.day)
    if number is not None and ((told.figures and told.names) or len(told.names) >= NAMES):
        facts = f"{told.speaker} {told.day} {told.act} {sorted(told.figures)} {sorted(told.names)}"
        return (key_of(number // DAYS, facts),)
    return ()


def key_of(days: int, words: str) -> int:
    """A key: those of neighbouring days lie together, so that what comes in the order of time is kept in one place."""
    return (days << HASH) | (int.from_bytes(blake2b(words.encode(), digest_size=8).digest()) >> (64 - HASH))


def alike(one: Told, other: Told) -> float:
    """How much the words of two statements of one speaker are the same, from 0 (they are not the same statement) to
    1."""
    if one.speaker != other.speaker or one.lang != other.lang or overlap(one, other) or not near(one, other):
        return 0.0
    if len(NO.findall(one.content)) != len(NO.findall(other.content)):
        return 0.0
    short, long = sorted((one.stems, other.stems), key=len)
    if len(short) < LONG:
        return float(short == long and len(short) >= SHORT and one.day == other.day)
    if not enough(sum((Counter(short) & Counter(long)).values()), short, long):
        return 0.0
    blocks = SequenceMatcher(None, short, long, autojunk=False).get_matching_blocks()
    common = sum(block.size for block in blocks)
    return 2 * common / (len(short) + len(long)) if enough(common, short, long) else 0.0


def enough(common: int, short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether so many words in common make two the same, or one a piece of the other."""
    return common / len(long) >= NEAR or (len(short) >= PIECE and common / len(short) >= WITHIN)


def overlap(one: Told, other: Told) -> bool:
    """Whether two lie over one another in one document, as what is told within what is told does."""
    return one.document == other.document and one.start < other.stop and other.start < one.stop


def near(one: Told, other: Told) -> bool:
    """Whether two were said within DAYS."""
    first, second = day_number(one.day), day_number(other.day)
    return first is not None and second is not None and abs(first - second) <= DAYS


def agree(one: Told, other: Told) -> bool:
    """Whether two in different languages tell the same facts, at about the same length."""
    short, long = sorted((len(one.stems), len(other.stems)))
    return one.lang != other.lang and long <= short * TIMES and bool(facts_of(one)) and facts_of(one) == facts_of(other)
