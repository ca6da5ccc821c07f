"""Names in the nominative. In: a text's tokens and the names in it; out: the tokens, those of names with the form that
the name has when it stands alone (*Ильи Громова* → Илья Громов) and the gender that its words tell.

A full name tells its own case: given name and family name must agree. A family name alone is read as the full names
that the text has, and only then by its case: *Лугина* is Павел Лугин where he is named, and Лугина where not.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sayso.morphology import gender_of_name, nominative_word, person_readings
from sayso.records import Mention
from sayso.text import Token

ORDER = ("Nom", "Gen", "Dat", "Acc", "Ins", "Loc")
LONGEST_INITIALS = 2
UD = {"m": "Masc", "f": "Fem"}
Forms = dict[int, tuple[str, str]]  # a token's number: its nominative, its gender (m, f or empty)


def named(tokens: tuple[Token, ...], mentions: Sequence[Mention]) -> tuple[Token, ...]:
    """The tokens, those of names with ``name`` and ``gender``."""
    starts = {t.start: n for n, t in enumerate(tokens)}
    runs = [(m, numbers_of(m, tokens, starts)) for m in mentions]
    forms: Forms = {}
    people = [numbers for m, numbers in runs if m.kind == "person"]
    full = [n for n in people if len(words_of(n, tokens)) > 1]
    for numbers in full:
        forms |= full_name(words_of(numbers, tokens), tokens)
    lasts = [words[-1] for n in people if (words := words_of(n, tokens))]
    known = {tokens[n].text: "" for n in lasts if tokens[n].case == "Nom"}
    known |= {forms[n][0]: forms[n][1] for n in lasts if n in forms}
    for numbers in people:
        if len(words := words_of(numbers, tokens)) == 1:
            forms |= single_name(words[0], tokens, known)
    for mention, numbers in runs:
        if mention.kind != "person":
            forms |= body_name(numbers, tokens)
    changed = list(tokens)
    forms |= {
        n: (plain(forms[n][0]), forms[n][1]) for numbers in people for n in words_of(numbers, tokens) if n in forms
    }
    for number, (form, gender) in forms.items():
        changed[number] = tokens[number]._replace(name=form, gender=UD.get(gender, tokens[number].gender))
    return tuple(changed)


def plain(form: str) -> str:
    """A name all in capitals as running text writes it."""
    return form.title() if form.isupper() and len(form) > LONGEST_INITIALS else form


def numbers_of(mention: Mention, tokens: Sequence[Token], starts: dict[int, int]) -> list[int]:
    """The numbers of a name's tokens."""
    first = last = starts[mention.span.start]
    while last + 1 < len(tokens) and tokens[last + 1].start < mention.span.stop:
        last += 1
    return list(range(first, last + 1))


def words_of(numbers: Iterable[int], tokens: Sequence[Token]) -> list[int]:
    """Those of the numbers that are words, and no initials or marks."""
    return [n for n in numbers if len(tokens[n].text) > 1 and tokens[n].text[0].isalpha() and tokens[n].text[-1] != "."]


def full_name(numbers: Sequence[int], tokens: Sequence[Token]) -> Forms:
    """The forms of a name of several words: those of the case in which most of its words have a reading, of one gender;
    the parser's case where several fit."""
    if gender_in_nominative(numbers, tokens):
        return {n: (tokens[n].text, gender_in_nominative(numbers, tokens)) for n in numbers}
    cases = list(
        dict.fromkeys([tokens[numbers[0]].case or "Nom", *(tokens[n].case for n in numbers if tokens[n].case)])
    )
    best: tuple[int, Forms] = (-1, {})
    for case in cases:
        for gender in ("m", "f"):
            score, forms = read_as(numbers, tokens, case, gender)
            if score > best[0]:
                best = (score, forms)
    return best[1]


def gender_in_nominative(numbers: Sequence[int], tokens: Sequence[Token]) -> str:
    """The gender of a name that the parser has in the nominative, where its first word tells one; an empty string
    where it does not stand in the nominative."""
    if tokens[numbers[0]].case != "Nom" and tokens[numbers[-1]].case != "Nom":
        return ""
    told = gender_of_name(tokens[numbers[0]].text)
    inflected = not told and any(tokens[n].case not in ("Nom", "") for n in numbers)
    return "" if inflected else told


def read_as(numbers: Sequence[int], tokens: Sequence[Token], case: str, gender: str) -> tuple[int, Forms]:
    """How many words of a name have a reading in a case and a gender, and its forms then. A word without one stays as
    it is: women's names that end in a consonant, foreign ones that end in a vowel, are not inflected."""
    if case == "Nom":
        own = gender_of_name(tokens[numbers[0]].text)
        return (len(numbers) if own in ("", gender) else 0), {n: (tokens[n].text, own) for n in numbers}
    score, forms = 0, {}
    for n in numbers:
        fit = next((form for form, g in person_readings(tokens[n].text, case) if g in ("", gender)), None)
        score += fit is not None
        forms[n] = (fit or tokens[n].text, gender)
    first = gender_of_name(forms[numbers[0]][0])
    return score + 2 * (first == gender) - 2 * (first not in ("", gender)), forms


def single_name(number: int, tokens: Sequence[Token], known: dict[str, str]) -> Forms:
    """The form of a family name, or a given one, that stands alone."""
    token = tokens[number]
    if token.text in known and (token.case in ("Nom", "") or not [c for c in candidates(token) if c[0] in known]):
        return {number: (token.text, known[token.text])}
    for form, gender in candidates(token):
        if form in known and known[form] in ("", gender, *([] if gender else "mf")):
            return {number: (form, known[form] or gender)}
    if token.case in ("Nom", ""):
        return {number: (token.text, gender_of_name(token.text))}
    form, gender = next(iter(person_readings(token.text, token.case)), (token.text, ""))
    return {number: (form, gender)}


def candidates(token: Token) -> list[tuple[str, str]]:
    """What a name may be in the nominative in any case, the parser's first."""
    cases = sorted(ORDER[1:], key=lambda c: c != token.case)
    return list(dict.fromkeys(pair for case in cases for pair in person_readings(token.text, case)))


def body_name(numbers: Sequence[int], tokens: Sequence[Token]) -> Forms:
    """The forms of an organisation's or a place's name: its first noun and the adjectives before it; what follows
    depends on them and stays."""
    forms: Forms = {}
    for n in numbers:
        t = tokens[n]
        if t.pos in ("NOUN", "PROPN", "ADJ"):
            pos = "NOUN" if t.pos == "PROPN" else t.pos
            forms[n] = (nominative_word(t.text, t.case, t.number, t.gender, pos), "")
        if t.pos in ("NOUN", "PROPN", "ADP") or t.text in '«"“„':
            break
    return forms
