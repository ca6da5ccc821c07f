"""Words as the Russian models know them. In: a sentence's words; out: the same words with Latin look-alikes within
Cyrillic ones made Cyrillic and, in a sentence all in capitals, with the capitals that running text would have."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from sayso.morphology import parses

LATIN, CYRILLIC = "AaBCcEeHKkMOoPpTXxyëË", "АаВСсЕеНКкМОоРрТХхуёЁ"
LOOKALIKES = str.maketrans(LATIN, CYRILLIC)
# Letters of both scripts side by side, the Latin ones look-alikes all: *SMSка* is meant so.
WORD = re.compile(rf"[А-Яа-яЁё{LATIN}]+(?![A-Za-z])")
CYRILLIC_LETTER = re.compile("[А-Яа-яЁё]")
PROPER = frozenset({"Name", "Surn", "Patr", "Geox", "Orgn"})
FEWEST = 4  # words in capitals alone: fewer are an abbreviation or a name
SHORT = 5  # letters of an abbreviation, at most


def one_script(text: str) -> str:
    """The text with Latin look-alikes within Cyrillic words made Cyrillic, character for character."""
    return WORD.sub(lambda m: m.group().translate(LOOKALIKES) if CYRILLIC_LETTER.search(m.group()) else m.group(), text)


def model_words(words: Sequence[str]) -> list[str]:
    """The words of a sentence, one for one."""
    plain = [letters(w) for w in words]
    lettered = [w for w in plain if w[0].isalpha()]
    shouted = len(lettered) >= FEWEST and all(w.isupper() for w in lettered)
    return [lowered(w) for w in plain] if shouted else plain


def letters(word: str) -> str:
    """A word without the accents that tell the stress."""
    if word.isascii():
        return word
    bare = "".join(c for c in unicodedata.normalize("NFD", word) if c != "\u0301")
    return unicodedata.normalize("NFC", bare) or word


def lowered(word: str) -> str:
    """A word in capitals as running text writes it: names with one, abbreviations with all."""
    readings = parses(word.lower())
    if 1 < len(word) <= SHORT and any("Abbr" in p.tag.grammemes for p in readings):
        return word
    return word.title() if readings[0].tag.grammemes & PROPER else word.lower()
