"""What a language file holds: one frozen Language of plain data. Word forms are lower case."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sayso.languages.acts import Acts
from sayso.languages.cues import Cues
from sayso.languages.frames import FrameWords
from sayso.languages.numbers import Numbers
from sayso.languages.speakers import Speakers
from sayso.languages.times import Times


@dataclass(frozen=True, slots=True)
class Language:
    """The data of a language. ``code`` is ISO 639-1. ``speech`` and ``inner`` hold every form of the verbs, nouns and
    phrases that attribute speech and that ascribe an inner state; ``openers`` the words that open a reported clause
    and do not belong to what was said (*that*). ``own`` are the pronouns of those who speak and are spoken to. A verb
    of ``unsaid`` with one of ``negations`` before it says that nothing was said. ``speakers`` are the words by which
    those who speak are named and described, ``numbers`` those of quantities, ``times`` of dates, ``frames`` of where
    and to whom, ``acts`` of acts and wording. ``key`` gives the form by which a word is compared with these: its folded
    case, or in a language that inflects its lemma. ``cues`` are the words of the rules over syntax, where the language
    is read by these; None where a model that was trained on attributions reads it."""

    code: str
    name: str
    speech: frozenset[str]
    inner: frozenset[str]
    openers: frozenset[str]
    auxiliaries: frozenset[str]
    own: frozenset[str]
    negations: frozenset[str]
    unsaid: frozenset[str]
    speakers: Speakers
    numbers: Numbers
    times: Times
    frames: FrameWords
    acts: Acts
    key: Callable[[str], str] = str.casefold
    cues: Cues | None = None

    @property
    def inflects(self) -> bool:
        """Whether names and titles change with their case."""
        return self.speakers.head_first
