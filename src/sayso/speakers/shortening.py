"""Short forms of an organisation's name. In: two names; out: whether the one is short for the other: its initials
(IAEA), some of them and some words (CPA Canada), or its first words (Goldman for Goldman Sachs)."""

from __future__ import annotations

from sayso.text import fold, tokens

SMALL = frozenset("of and the for in on to at de la du des et und & - , и по в во на при для с о об к".split())

LONGEST = 20  # words; what is longer is no name


def is_short_for(short: str, full: str) -> bool:
    """Whether ``short`` is short for ``full``, which has more words."""
    ours, theirs = ([t.text for t in tokens(name) if t.text[0].isalnum()] for name in (short, full))
    if not ours or len(ours) >= len(theirs) or len(theirs) > LONGEST:
        return False
    if [fold(w) for w in theirs[: len(ours)]] == [fold(w) for w in ours] and len(fold(ours[0])) > 3:
        return fold(theirs[len(ours)]) not in SMALL
    return any(w.isupper() and len(w) > 1 for w in ours) and consumes(tuple(ours), tuple(theirs))


def consumes(ours: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """Whether each word of the short name is a word of the full one, or the initials of some, in order and to the
    end."""
    theirs = (
        theirs[1:]
        if theirs and fold(theirs[0]) in SMALL and not (ours and fold(ours[0]) == fold(theirs[0]))
        else theirs
    )
    if not ours or not theirs:
        return not ours and all(fold(w) in SMALL for w in theirs)
    if fold(ours[0]) == fold(theirs[0]) and consumes(ours[1:], theirs[1:]):
        return True
    if not ours[0].isupper():
        return False
    return spends(ours[0], ours[1:], theirs)


def spends(letters: str, ours: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """Whether the letters are initials of the next words, small words counted or not, and the rest goes on after
    them."""
    if not letters:
        return consumes(ours, theirs)
    if not theirs:
        return False
    if fold(theirs[0][0]) == fold(letters[0]) and spends(letters[1:], ours, theirs[1:]):
        return True
    return fold(theirs[0]) in SMALL and spends(letters, ours, theirs[1:])
