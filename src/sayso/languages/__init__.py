"""The languages that sayso reads: one file of data each. A third language is one more file and one more line here."""

from __future__ import annotations

from sayso.languages.en import ENGLISH
from sayso.languages.language import Language
from sayso.languages.ru import RUSSIAN

LANGUAGES: dict[str, Language] = {language.code: language for language in (ENGLISH, RUSSIAN)}
READABLE = frozenset(LANGUAGES)

__all__ = ["LANGUAGES", "READABLE", "Language"]
