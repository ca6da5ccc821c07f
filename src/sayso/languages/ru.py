"""Russian: what the steps of every language ask. Words are lemmas, ё written as е."""

from __future__ import annotations

from sayso.languages.language import Language
from sayso.languages.ru_acts import RUSSIAN_ACTS
from sayso.languages.ru_cues import RUSSIAN_CUES as CUES
from sayso.languages.ru_frames import RUSSIAN_FRAMES
from sayso.languages.ru_numbers import RUSSIAN_NUMBERS
from sayso.languages.ru_speakers import RUSSIAN_SPEAKERS
from sayso.languages.ru_times import RUSSIAN_TIMES
from sayso.morphology import lemma

# Of the nouns that attribute, those for an inner state.
INNER_NOUNS = """
намерение желание нежелание готовность стремление план надежда решимость цель уверенность убеждение опасение сомнение
понимание мнение вид замысел мысль
""".split()

INNER = CUES.inner | CUES.wishing | CUES.states | frozenset(INNER_NOUNS)

RUSSIAN = Language(
    code="ru",
    name="Russian",
    speech=(
        CUES.speech
        | CUES.finding
        | CUES.asking
        | CUES.own
        | CUES.by
        | frozenset([*CUES.objects, *CUES.nouns, *CUES.phrases])
    )
    - INNER,
    inner=INNER,
    openers=frozenset({"что", "чтобы"}),
    auxiliaries=frozenset("быть бы не ни уже также еще вновь снова всегда часто".split()),
    own=frozenset("я мы".split()),
    negations=CUES.negation,
    unsaid=CUES.unsaid,
    speakers=RUSSIAN_SPEAKERS,
    numbers=RUSSIAN_NUMBERS,
    times=RUSSIAN_TIMES,
    frames=RUSSIAN_FRAMES,
    acts=RUSSIAN_ACTS,
    key=lemma,
    cues=CUES,
)
