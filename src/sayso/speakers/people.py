"""People by their names. In: names and roles; out: which of them are one person's, told by the words of the names
alone.

Two names may be one person's when the shorter one's words are found in the longer: the family name equal, given names
equal or one the other's initial. *Xi* goes with *Xi Jinping* by its first word when nobody has *Xi* for a last one.
"""

from __future__ import annotations

from sayso.languages.speakers import Speakers
from sayso.text import tokens

ALIKE = (
    ("sch", "s"),
    ("sh", "s"),
    ("kh", "h"),
    ("ck", "k"),
    ("ph", "f"),
    ("w", "v"),
    ("z", "s"),
    ("x", "ks"),
    ("q", "k"),
)


def parts_of(name: str, speakers: Speakers) -> tuple[tuple[str, ...], str]:
    """The folded words of a person's name: given names and initials, and the family name with its particles. A suffix
    (Jr) is the last of the given ones: it parts a father from a son."""
    words = [t.word for t in tokens(name) if t.text[0].isalnum()]
    words = [w for w in words if w not in speakers.honorifics] or words
    suffix = [words.pop()] if len(words) > 1 and words[-1] in speakers.suffixes else []
    first = len(words) - 1
    while first > 0 and words[first - 1] in speakers.particles and (first > 1 or words[0] not in speakers.given):
        first -= 1
    return (*words[:first], *suffix), " ".join(words[first:])


def suffixed(name: str, speakers: Speakers) -> bool:
    """Whether a name tells which of a family (Jr, III)."""
    return bool(set(parts_of(name, speakers)[0]) & speakers.suffixes)


def may_be_one(short: str, full: str, speakers: Speakers) -> bool:
    """Whether a name may be another, fuller or equal, name's person."""
    given, family = parts_of(short, speakers)
    others, name = parts_of(full, speakers)
    if not name:
        return False
    if not given:
        return family == name or family == name.split()[-1]
    if family != name and family.split()[-1] != name.split()[-1]:
        return False
    if set(given) & speakers.suffixes - set(others):
        return False
    middle, other = (g[1] if len(g) > 1 and g[1] not in speakers.suffixes else "" for g in (given, others))
    if middle and other and not alike(middle, other):
        return False
    return not others or alike(given[0], others[0]) or given[0] in others


def alike(a: str, b: str) -> bool:
    """Whether two given names may be one: equal, or one the other's initial."""
    return a == b or (min(len(a), len(b)) == 1 and a[0] == b[0])


def sounds_like(word: str, family: str) -> bool:
    """Whether a family name may be another way of writing one, or a slip: *Syrsky* and *Syrskyi*, *Jensen* and
    *Janzen*. They begin alike, have the same consonants in the same order, one vowel more or another at most, and
    differ by more than the *a* of a woman's."""
    a, b = skeleton(word), skeleton(family)
    feminine = word == family + "a" or family == word + "a"
    return word[:1] == family[:1] and len(a) > 2 and a == b and not feminine and near(vowels(word), vowels(family))


def skeleton(word: str) -> str:
    """The consonants of a word, those that are written in several ways made one, doubled ones single."""
    word = word.casefold()
    for several, one in ALIKE:
        word = word.replace(several, one)
    kept = "".join(c for c in word if c.isalpha() and c not in "aeiouyj")
    return "".join(c for at, c in enumerate(kept) if not at or kept[at - 1] != c)


def vowels(word: str) -> str:
    """The vowels of a word, y and j as i, those of one kind in a row single."""
    kept = "".join("i" if c in "yj" else c for c in word.casefold() if c in "aeiouyj")
    return "".join(c for at, c in enumerate(kept) if not at or kept[at - 1] != c)


def near(a: str, b: str) -> bool:
    """Whether two strings are equal but for one letter, changed or left out."""
    short, long = sorted((a, b), key=len)
    if len(long) - len(short) > 1:
        return False
    same = next((at for at, (x, y) in enumerate(zip(short, long, strict=False)) if x != y), len(short))
    return short[same:] == long[same + 1 :] or short[same + 1 :] == long[same + 1 :]
