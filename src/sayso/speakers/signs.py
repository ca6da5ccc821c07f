"""Signs of a name that need no model. In: a document's tokens; out: where names stand: after an honorific or a given
name, in the brackets that give a short form, and wherever the roster's people are named in full."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.languages import Language
from sayso.roster.roster import Roster
from sayso.spans import Span
from sayso.speakers.shortening import is_short_for
from sayso.speakers.terms import by_words
from sayso.text import Token


def defined(words: Sequence[Token]) -> list[tuple[Span, Span]]:
    """Full names and the short forms that a bracket gives them: *International Atomic Energy Agency (IAEA)*."""
    found = []
    for at in range(2, len(words) - 1):
        if (
            words[at - 1].text == "("
            and words[at + 1].text == ")"
            and words[at].text.isupper()
            and len(words[at].text) > 1
        ):
            for first in range(at - 3, max(-1, at - 14), -1):
                some = words[first : at - 1]
                if some[0].text[0].isupper() and is_short_for(words[at].text, " ".join(t.text for t in some)):
                    found.append((Span(some[0].start, some[-1].stop), words[at].span))
                    break
    return found


def after_honorifics(words: Sequence[Token], language: Language) -> list[Span]:
    """The capitals after Mr, Mrs, Dr …: a person's name, whatever else it looks like."""
    found = []
    for at, token in enumerate(words):
        if token.word in language.speakers.honorifics and token.text[0].isupper():
            first = at + 1 + (at + 1 < len(words) and words[at + 1].text == ".")
            last = first
            while last < len(words) and last - first < 6 and continues_name(words, last, token.line):
                last += 1
            while last > first and not words[last - 1].text[0].isalnum():
                last -= 1
            if last > first:
                found.append(Span(words[first].start, words[last - 1].stop))
    return found


def continues_name(words: Sequence[Token], at: int, line: int) -> bool:
    """Whether a word goes on with a name: a capital of the same line, or the stop of an initial."""
    initial = words[at].text == "." and len(words[at - 1].text) == 1 and words[at - 1].text.isupper()
    return words[at].line == line and (words[at].text[0].isupper() or initial)


def after_given_names(words: Sequence[Token], language: Language) -> list[Span]:
    """A given name that is a man's or a woman's nearly everywhere, and the capitals after it, two at most."""
    speakers, found = language.speakers, []
    for at, token in enumerate(words[:-1]):
        if token.text.istitle() and token.word in speakers.given:
            last = at + 1
            while last < min(len(words), at + 3) and is_surname(words[last], words[last - 1], language):
                last += 1
            if last > at + 1:
                found.append(Span(token.start, words[last - 1].stop))
    return found


def is_surname(token: Token, before: Token, language: Language) -> bool:
    """Whether a capital may be the next word of a person's name."""
    speakers, word = language.speakers, token.word
    near = token.line == before.line and token.start == before.stop + 1
    common = speakers.calendar | speakers.organization | frozenset(speakers.pronouns)
    return near and token.text[0].isupper() and any(c.islower() for c in token.text) and word not in common


def find_holders(words: Sequence[Token], roster: Roster) -> list[Span]:
    """The full names of the roster's people, in capitals to begin with."""
    index = by_words(roster)
    found = []
    for at, token in enumerate(words):
        if token.text[0].isupper():
            for shape in index.get(token.alone, ()):
                some = words[at : at + len(shape)]
                if len(some) == len(shape) > 1 and tuple(t.alone for t in some) == shape:
                    found.append(Span(some[0].start, some[-1].stop))
                    break
    return found
