"""Russian word forms. In: a word and what a parser says of it; out: its lemma, its nominative, the gender of a name.

pymorphy3's dictionary (OpenCorpora) and its guesses for words it lacks; loaded when it is first asked, never for
English.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from sayso.text import Token

# Universal Dependencies' classes and cases, and OpenCorpora's for the same.
CLASSES = {
    "NOUN": {"NOUN"},
    "PROPN": {"NOUN"},
    "VERB": {"VERB", "INFN", "GRND", "PRTF", "PRTS"},
    "AUX": {"VERB", "INFN"},
    "ADJ": {"ADJF", "ADJS", "COMP", "PRTF", "PRTS"},
    "DET": {"ADJF", "NPRO"},
    "PRON": {"NPRO", "ADJF"},
    "ADV": {"ADVB", "PRCL", "COMP"},
    "ADP": {"PREP"},
    "SCONJ": {"CONJ"},
    "CCONJ": {"CONJ"},
}
ADJECTIVES = {"ADJF", "ADJS"}
CASES = {
    "Nom": {"nomn"}, "Gen": {"gent", "gen2"}, "Dat": {"datv"}, "Acc": {"accs"}, "Ins": {"ablt"},
    "Loc": {"loct", "loc2"},
}  # fmt: skip
GENDERS = {"Masc": "masc", "Fem": "femn", "Neut": "neut"}
SEXES = {"masc": "m", "femn": "f"}
NUMBERS = {"Sing": "sing", "Plur": "plur"}
# Personal pronouns by their forms: their dictionary lemma forgets the gender, and the possessives have none.
PRONOUNS = {
    **dict.fromkeys("он его него ему нему им ним нем нём".split(), "он"),
    **dict.fromkeys("она ее её нее неё ей ней ею нею".split(), "она"),
    **dict.fromkeys("они их них ими ними".split(), "они"),
    **dict.fromkeys("я меня мне мной мною".split(), "я"),
    **dict.fromkeys("мы нас нам нами".split(), "мы"),
    **dict.fromkeys("вы вас вам вами".split(), "вы"),
    **dict.fromkeys("ты тебя тебе тобой".split(), "ты"),
    **dict.fromkeys("кто кого кому кем ком".split(), "кто"),
    "оно": "оно",
}
# Short participles that tell a state, as their adjectives do: уверена is уверенный sooner than уверить.
STATES = {
    "уверить": "уверенный", "убедить": "убежденный", "обеспокоить": "обеспокоенный", "озаботить": "озабоченный",
    "заинтересовать": "заинтересованный", "разочаровать": "разочарованный", "возмутить": "возмущенный",
    "удивить": "удивленный", "настроить": "настроенный",
}  # fmt: skip
FAMILY = {"Surn", "Name", "Patr"}
# Endings of a man's name that the dictionary lacks, by case, on a stem that ends in a consonant.
ENDINGS = {"Gen": ("а", "я"), "Acc": ("а", "я"), "Dat": ("у", "ю"), "Ins": ("ом", "ем", "ым"), "Loc": ("е",)}
VOWELS = frozenset("аеёиоуыэюяaeiouy")


@lru_cache(maxsize=1)
def analyzer() -> Any:
    """pymorphy3's analyzer."""
    from pymorphy3 import MorphAnalyzer

    return MorphAnalyzer()


@lru_cache(maxsize=50_000)
def parses(word: str) -> tuple[Any, ...]:
    """Every reading that the dictionary has of a word, likeliest first."""
    return tuple(analyzer().parse(word))


@lru_cache(maxsize=50_000)
def lemma(word: str, pos: str = "", case: str = "", number: str = "", gender: str = "") -> str:
    """The lemma of a word: lower case, ё as е; of the readings that fit its class the one that agrees best."""
    plain = word.lower()
    if pos in ("", "PRON", "DET") and plain in PRONOUNS:
        return "они" if plain in ("им", "ним") and number == "Plur" else PRONOUNS[plain]
    wanted = [CASES.get(case), {GENDERS.get(gender)}, {NUMBERS.get(number)}]

    def agreement(reading: Any) -> tuple[bool, bool, int]:
        tag = reading.tag
        told = (tag.case, tag.gender, tag.number)
        fitting = sum(1 for w, t in zip(wanted, told, strict=True) if w and t in w)
        return tag.POS in CLASSES.get(pos, ()), pos == "ADJ" and tag.POS in ADJECTIVES, fitting

    readings = parses(plain)
    best = max(readings, key=agreement) if pos else readings[0]
    if not pos and best.tag.POS == "PRTS":
        best = next((p for p in readings if p.tag.POS == "ADJS"), best)
    if pos == "ADV" and best.tag.POS == "COMP":
        return plain.replace("ё", "е")  # позже is no form of поздний here
    if best.tag.POS in ("PRTS", "PRTF") and best.normal_form in STATES:
        return STATES[best.normal_form]
    if pos in ("NOUN", "PROPN") and best.tag.POS == "PRTF":
        best = best.inflect({"masc", "sing", "nomn"}) or best  # подозреваемый is no form of подозревать here
        return str(best.word).replace("ё", "е")
    return str(best.normal_form).replace("ё", "е")


@lru_cache(maxsize=50_000)
def lemmas(word: str) -> frozenset[str]:
    """Every lemma that a word may have, ё as е."""
    return frozenset(str(p.normal_form).replace("ё", "е") for p in parses(word.lower()))


def same_case(a: str, b: str) -> bool:
    """Whether two cases may be one: of the living the genitive is the accusative, and parsers tell them apart badly."""
    return a == b or {a, b} == {"Gen", "Acc"}


@lru_cache(maxsize=20_000)
def cases_of(word: str) -> frozenset[str]:
    """The cases that a noun may stand in, in the singular."""
    told = {p.tag.case for p in parses(word.lower()) if p.tag.POS == "NOUN" and p.tag.number == "sing"}
    return frozenset(case for case, names in CASES.items() if names & told)


@lru_cache(maxsize=20_000)
def numbers_in_nominative(word: str) -> frozenset[str]:
    """The numbers, ``Sing`` and ``Plur``, in which a word may be a noun in the nominative; both for what has no
    cases, abbreviations among it."""
    nouns = [p.tag for p in parses(word.lower()) if p.tag.POS == "NOUN" and p.tag.case == "nomn"]
    fixed = word.isupper() or any("Fixd" in tag.grammemes for tag in nouns)
    told = {tag.number for tag in nouns}
    return frozenset(name for name, number in (("Sing", "sing"), ("Plur", "plur")) if fixed or number in told)


@lru_cache(maxsize=20_000)
def has_adjective(word: str) -> bool:
    """Whether a word may be an adjective in its short form."""
    return any(p.tag.POS == "ADJS" for p in parses(word.lower()))


@lru_cache(maxsize=20_000)
def tense(word: str) -> str:
    """The tense that a verb's form tells: ``past``, ``future`` or ``""`` (present, or none)."""
    told = next((p.tag.tense for p in parses(word.lower()) if p.tag.POS == "VERB"), None)
    return {"futr": "future", "past": "past"}.get(str(told), "")


@lru_cache(maxsize=20_000)
def is_thing(word: str) -> bool:
    """Whether a noun stands for a thing: no reading of it is a living being's."""
    told = [p.tag.animacy for p in parses(word.lower()) if p.tag.POS == "NOUN"]
    return bool(told) and all(animacy == "inan" for animacy in told)


def like(form: str, pattern: str) -> str:
    """A form in the letters' case of a pattern: all capitals, one to begin with, or none."""
    if len(pattern) > 1 and pattern.isupper():
        return form.upper()
    parts, models = form.split("-"), pattern.split("-")
    if len(parts) == len(models):
        return "-".join(p[:1].upper() + p[1:] if m[:1].isupper() else p for p, m in zip(parts, models, strict=True))
    return form[:1].upper() + form[1:] if pattern[:1].isupper() else form


@lru_cache(maxsize=20_000)
def nominative_word(word: str, case: str, number: str = "", gender: str = "", pos: str = "NOUN") -> str:
    """A noun or an adjective in the nominative, of its own number; as it stands where that cannot be told."""
    if case in ("Nom", "") or not word[0].isalpha() or (word.isupper() and len(word) > 1):
        return word
    fitting = [
        p
        for p in parses(word.lower())
        if p.tag.case in CASES.get(case, ()) and p.tag.POS in (*CLASSES.get(pos, ()), "ADJF", "PRTF")
    ]
    forms = []
    for reading in fitting:
        if number and reading.tag.number != NUMBERS.get(number):
            continue
        if reading.tag.POS != "NOUN" and gender and reading.tag.gender not in (GENDERS.get(gender), None):
            continue
        told = {"nomn", *filter(None, [reading.tag.number, reading.tag.gender if reading.tag.POS != "NOUN" else None])}
        if "Supr" in reading.tag.grammemes:
            forms += [like(str(f.word), word) for f in reading.lexeme if told | {"Supr"} <= f.tag.grammemes]
        elif form := reading.inflect(told):
            forms.append(like(str(form.word), word))
    best = max(forms, key=lambda f: shared(f, word), default=word)  # *Высшего* is Высший, not Высочайший
    return best if "ё" in word.lower() else best.replace("ё", "е").replace("Ё", "Е")


def shared(a: str, b: str) -> int:
    """How many letters two words have in common at their beginning, ё and е being one."""
    plain = ((x.lower().replace("ё", "е"), y.lower().replace("ё", "е")) for x, y in zip(a, b, strict=False))
    return next((n for n, (x, y) in enumerate(plain) if x != y), min(len(a), len(b)))


def nominative(tokens: Sequence[Token], text: str) -> str:
    """A noun phrase in the nominative: its head, the first noun, and the adjectives before it; what follows depends on
    the head and stays as it is. ``text`` is the document's."""
    parts, at = [], tokens[0].start
    done = tokens[0].pos in ("ADJ", "DET") and tokens[0].case == "Nom"  # the whole phrase is then
    for token in tokens:
        parts.append(text[at : token.start])
        at = token.stop
        changes = not done and token.pos in ("NOUN", "PROPN", "ADJ", "DET", "VERB")
        word = nominative_word(token.text, token.case, token.number, token.gender, token.pos) if changes else token.text
        parts.append(word)
        done = done or token.pos in ("NOUN", "PROPN", "ADP", "PUNCT")
    return " ".join("".join(parts).split())


def uncapped(tokens: Sequence[Token], phrase: str) -> str:
    """A phrase without the capital that the head of a sentence gives it: of the tokens the first is no name."""
    common = tokens[0].pos != "PROPN" and not tokens[0].text.isupper()
    return phrase[:1].lower() + phrase[1:] if common else phrase


def gender_of_name(word: str) -> str:
    """``m`` or ``f`` for a given name or a patronymic that is a man's or a woman's alone, else an empty string."""
    told = {p.tag.gender for p in parses(word.lower()) if p.tag.grammemes & {"Name", "Patr"} and p.tag.case == "nomn"}
    return SEXES.get(told.pop(), "") if len(told) == 1 else ""


def person_readings(word: str, case: str) -> list[tuple[str, str]]:
    """What a word of a person's name may be in the nominative, with the gender (m, f or empty), when it stands in a
    case: the dictionary's readings as a name first, then its guesses, then what the ending tells."""
    named: list[tuple[str, str]] = []
    guessed: list[tuple[str, str]] = []
    for p in parses(word.lower()):
        if p.tag.POS not in ("NOUN", "ADJF") or p.tag.case not in CASES.get(case, ()) or p.tag.number != "sing":
            continue
        form = p.inflect({"nomn", "sing", *([p.tag.gender] if p.tag.POS == "ADJF" and p.tag.gender else [])})
        gender = SEXES.get(p.tag.gender, "")
        if form is None or (gender == "" and "Fixd" not in p.tag.grammemes and "ms-f" not in p.tag.grammemes):
            continue
        (named if p.tag.grammemes & FAMILY else guessed).append((like(str(form.word), word), gender))
    stem = next((word[: -len(e)] for e in ENDINGS.get(case, ()) if word.endswith(e)), "")
    told = [(stem, "m")] if len(stem) > 1 and stem[-1].lower() not in VOWELS else []
    plain = "ё" not in word.lower()
    return list(dict.fromkeys((f.replace("ё", "е") if plain else f, g) for f, g in (*named, *told, *guessed)))


INFINITIVES = ("ть", "ти", "чь", "ться", "тись")


def infinitive(word: str, after: str = "") -> bool:
    """Whether a verb's form is the infinitive; the word after it does not matter."""
    return word.endswith(INFINITIVES)
