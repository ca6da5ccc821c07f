"""Which language a text is in. In: the text, and what is said of it; out: an ISO 639-1 code that sayso can read, or
LanguageError. Offline: English shows in its function words, the rest is told by py3langid's model.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Collection

from sayso.errors import InputError, LanguageError
from sayso.spans import Spans, cut

SCRIPTS = {"en": "LATIN", "ru": "CYRILLIC", "uk": "CYRILLIC"}  # of the languages that sayso reads or may read
THREE_LETTERS = {"eng": "en", "rus": "ru", "ukr": "uk"}
NAMES = {
    "ar": "Arabic", "be": "Belarusian", "bg": "Bulgarian", "cs": "Czech", "da": "Danish", "de": "German",
    "el": "Greek", "en": "English", "es": "Spanish", "fa": "Persian", "fi": "Finnish", "fr": "French", "he": "Hebrew",
    "hi": "Hindi", "hu": "Hungarian", "it": "Italian", "ja": "Japanese", "ko": "Korean", "nl": "Dutch",
    "no": "Norwegian", "pl": "Polish", "pt": "Portuguese", "ro": "Romanian", "ru": "Russian", "sr": "Serbian",
    "sv": "Swedish", "tr": "Turkish", "uk": "Ukrainian", "zh": "Chinese",
}  # fmt: skip

# Words that English uses all the time and its neighbours do not (so not "in", "was", "de", "on", "me").
ENGLISH = frozenset(
    (
        *("the", "of", "and", "to", "that", "is", "with", "for", "from", "by", "this", "which", "their", "they", "his"),
        *("her", "she", "he", "its", "it", "have", "has", "had", "were", "been", "are", "be", "not", "but", "who"),
        *("what", "would", "will", "said", "after", "about", "more", "when", "there", "than", "we", "our", "you"),
        *("your", "at", "as", "an"),
    )
)
# Measured on 54 English news articles: at most .05 of the windows of 300 characters are below, and go to the model;
# sentences of sixteen other languages of the Latin script reach .11 (Danish).
ENGLISH_SHARE = 0.18
FEW_WORDS = 8  # below this a share is chance
# The model errs in 1 of 13 windows of 30 characters, 1 of 100 of 60, none of 300 (75 articles, 60 NEREL texts).
FEW_LETTERS = 40  # below this it is not asked
SURE_LETTERS = 120  # below this only its word for a language in NAMES counts: headlines pass for Nigerian Pidgin
SLICE = 3_000  # characters taken at the start, the middle and the end of a text

WORD = re.compile(r"[^\W\d_]+")
UKRAINIAN, RUSSIAN = re.compile("[іїєґ]", re.IGNORECASE), re.compile("[ыэё]", re.IGNORECASE)
CODE = re.compile(r"[a-z]{2,3}(?:[-_][a-z0-9]{1,8})*", re.IGNORECASE)


def check_code(lang: str, name: str) -> str:
    """The two-letter code of a language tag (en-GB → en). name: what the error calls the document. Raises InputError
    when it is no tag."""
    if not CODE.fullmatch(lang.strip()):
        raise InputError(f"{name}: lang is {lang!r}, not a language code. Give two letters (ISO 639-1), such as en.")
    code = re.split("[-_]", lang.strip())[0].lower()
    return THREE_LETTERS.get(code, code)


def choose_language(text: str, *, name: str, given: str | None, hint: str | None, readable: Collection[str]) -> str:
    """The language to read a text in: the given one, else the one it shows, else, where it is too short to show one,
    the only readable one in its script (English where it has no letters at all).

    name: what an error calls the document. given: the bringer's word, which wins. hint: the page's own word (HTML's
    lang), heard where the text does not tell. Raises InputError for a given code that is none, LanguageError when the
    language is not one of ``readable``."""
    found = check_code(given, name) if given else tell_language(text)
    if found and found in readable:
        return found
    if found:
        language = f"{NAMES.get(found, 'another language')} ({found}, {'given' if given else 'found'})"
        raise LanguageError(_unreadable(name, language, readable))
    script = tell_script(text)
    fitting = sorted(code for code in readable if script in (None, SCRIPTS.get(code)))
    if hint and hint in fitting:
        return hint
    if len(fitting) == 1 or (fitting and script is None):
        return "en" if "en" in fitting else fitting[0]
    language = f"{script if script == 'CJK' else str(script).title()} script, too short to tell the language,"
    raise LanguageError(_unreadable(name, language, readable))


# Of a paragraph's letters: *Мэр сказал: “We are ready to work together”* has a quarter and more of its own.
OWN_SHARE = 0.2


def find_foreign(text: str, paragraphs: Spans, lang: str) -> Spans:
    """The paragraphs of a text that are plainly not in its language: few of their letters are of its script, or they
    show the other East Slavic language. Short ones are names and never told."""
    return tuple(p for p in paragraphs if _is_foreign(cut(text, p), lang))


def _is_foreign(paragraph: str, lang: str) -> bool:
    letters = [c for c in paragraph[:SLICE] if c.isalpha()]
    script = SCRIPTS.get(lang)
    if script is None or len(letters) < FEW_LETTERS:
        return False
    own = sum(1 for c in letters if unicodedata.name(c, "").startswith(script))
    if own < OWN_SHARE * len(letters):
        return True
    other = _east_slavic(paragraph[:SLICE]) if script == "CYRILLIC" else None
    return other is not None and other != lang


def _unreadable(name: str, language: str, readable: Collection[str]) -> str:
    return (
        f"{name}: the text is in {language} and sayso reads {', '.join(sorted(readable))}. "
        f'If it is in one of these after all, say so: --lang CODE, or "lang": "CODE" in JSON Lines.'
    )


def tell_language(text: str) -> str | None:
    """The language that a text shows, as an ISO 639-1 code (another where it has none); None when it is too short or
    has no words."""
    sample = _sample(text)
    words = WORD.findall(sample.lower())
    latin = tell_script(sample) == "LATIN"
    if latin and len(words) >= FEW_WORDS and sum(w in ENGLISH for w in words) >= ENGLISH_SHARE * len(words):
        return "en"
    letters = sum(map(len, words))
    if letters < FEW_LETTERS:
        return _east_slavic(sample)
    from py3langid import classify  # late: its model takes half a second to load, and English does without

    code = str(classify(sample)[0])
    if code in ("ru", "uk"):
        return _east_slavic(sample) or code
    return code if code in NAMES or (letters >= SURE_LETTERS and code != "zxx") else None


def tell_script(text: str) -> str | None:
    """The script of most letters, by its Unicode name (LATIN, CYRILLIC, CJK …); None when there is no letter."""
    scripts: Counter[str] = Counter()
    for ch, times in Counter(_sample(text)).items():
        if ch.isalpha():
            scripts[unicodedata.name(ch, "UNKNOWN").split()[0]] += times
    return scripts.most_common(1)[0][0] if scripts else None


def _east_slavic(sample: str) -> str | None:
    """Russian or Ukrainian by the letters that the other has not; None when neither's stand out."""
    ukrainian, russian = len(UKRAINIAN.findall(sample)), len(RUSSIAN.findall(sample))
    if max(ukrainian, russian) < 3 * min(ukrainian, russian) or ukrainian == russian:
        return None
    return "uk" if ukrainian > russian else "ru"


def _sample(text: str) -> str:
    """The text, or of a long one three slices."""
    if len(text) <= 3 * SLICE:
        return text
    middle = len(text) // 2
    return " ".join((text[:SLICE], text[middle : middle + SLICE], text[-SLICE:]))
