"""What the text calls somebody besides a name. In: the tokens round a name; out: the stretch that holds the role, as
*first deputy chairman of the committee* before or after *Rui Costa*; and what a role tells: gender, side."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sayso.languages.speakers import Gender, Speakers
from sayso.morphology import cases_of
from sayso.spans import Span
from sayso.speakers.phrase import Phrase
from sayso.text import Token

STOPS = frozenset('.;:!?—–()[]"“”„«»')
OPENED = {"»": "«", "”": "“", '"': '"'}
# A role is no longer than this many words; what is longer is a clause.
LONGEST = 24


People = Callable[[Token], bool]


def role_before(words: Sequence[Token], at: int, people: People, speakers: Speakers) -> Span | None:
    """The role that stands right before the name that begins at word ``at``: capitals, nouns for people and bodies, and
    the small words between them, back to an article, a mark or any other word."""
    low = at
    while low > 0 and at - low < LONGEST and belongs(words, low - 1, at, people, speakers):
        low -= 1
    while low < at and (words[low].word in speakers.linking or not words[low].text[0].isalnum()):
        low += 1
    return whole_role(words[low:at], speakers) if any(people(t) for t in words[low:at]) else None


def role_before_declined(words: Sequence[Token], at: int, people: People, speakers: Speakers) -> Span | None:
    """The same where nouns have cases: back to the farthest noun for people in the name's own case, with the adjectives
    before it; no verb, mark or *and* between."""
    case, first, low = words[at].case, None, at - 1
    while low >= 0 and at - low < LONGEST and words[low].line == words[at].line:
        token = words[low]
        inner = token.text in '«»"' or token.text == "-"
        if (
            (token.pos == "PUNCT" and not inner)
            or token.pos in ("VERB", "AUX", "SCONJ", "PRON")
            or token.word in speakers.conjunctions
        ):
            break
        if people(token) and (not case or may_stand_in(token, case)):
            first = low
        low -= 1
    if first is None:
        return None
    while (
        first > 0
        and words[first - 1].pos == "ADJ"
        and words[first - 1].case == words[first].case
        and words[first - 1].line == words[at].line
    ):
        first -= 1
    last = at - 1
    while last > first and not words[last].text[-1].isalnum() and words[last].text not in '»"':
        last -= 1
    return Span(words[first].start, words[last].stop)


def may_stand_in(token: Token, case: str) -> bool:
    """Whether a noun may be in a case, whatever the parser says of it: *главы* is one head's or several heads."""
    return token.case == case or case in cases_of(token.text)


def is_apposition(role: Sequence[Token], people: People, case: str) -> bool:
    """Whether words after a name's comma say who it is: their first noun does, in the name's case or in the
    nominative."""
    if any(t.pos == "VERB" and not t.case for t in role):
        return False  # a clause
    first = next((t for t in role if t.pos in ("NOUN", "PROPN", "ADP", "VERB")), None)
    return first is not None and people(first) and first.case in (case, "Nom", "")


def spelled(token: Token, speakers: Speakers) -> str:
    """A word folded, an abbreviated title written out."""
    return speakers.abbreviations.get(token.word, token.word)


def role_in_source(phrase: Phrase, people: People, speakers: Speakers) -> Span | None:
    """What a source that names a person says besides the name: before it, in an apposition, or with *of*."""
    if phrase.name and phrase.before:
        return whole_role(phrase.before, speakers) if any(map(people, phrase.before)) else None
    if phrase.apposed and phrase.head:
        first = phrase.before[0] if phrase.before else phrase.head
        return whole_role([t for t in phrase.words if first.start <= t.start < phrase.apposed.span.start], speakers)
    cut = next((n for n, t in enumerate(phrase.rest) if t.word in speakers.relative), len(phrase.rest))
    rest = [t for t in phrase.rest[:cut] if not t.text.isdigit()]
    if phrase.name and rest and (any(map(people, rest[:8])) or rest[0].word in speakers.publishing):
        return whole_role(rest, speakers)
    return None


def whole_role(words: Sequence[Token], speakers: Speakers) -> Span | None:
    """The words of a role without articles and pronouns before them, and marks and honorifics at their edges."""
    role = list(words)
    while role and (opens_role(role[0], speakers) or not role[0].text[0].isalpha()):
        role.pop(0)
    closing = (speakers.honorifics, speakers.articles)
    while role and (any(role[-1].word in words for words in closing) or not role[-1].text[-1].isalnum()):
        if role[-1].text in OPENED and any(t.text == OPENED[role[-1].text] for t in role[:-1]):
            break  # *директор «Волны»*
        role.pop()
    if len(role) > 2 and role[-2].text == "," and role[-1].word in speakers.abbreviations:
        role = role[:-2]  # *cabinet member, Cllr*
    return Span(role[0].start, role[-1].stop) if role else None


def opens_role(token: Token, speakers: Speakers) -> bool:
    """Whether a word before a role is no part of it: *the*, *our*, *who*. US is no pronoun."""
    word = token.word
    small = any(word in words for words in (speakers.articles, speakers.pronouns, speakers.relative))
    return small and not (token.text.isupper() and len(word) > 1)


def belongs(words: Sequence[Token], at: int, name: int, people: People, speakers: Speakers) -> bool:
    """Whether a word may be part of a role that ends before word ``name``."""
    token, word = words[at], words[at].word
    if words[at + 1].start - token.stop > 1 or token.line != words[at + 1].line:
        return False
    if token.text in STOPS or (token.text == "," and at == name - 1 and not possessive_before(words, at)):
        titles = (speakers.abbreviations, speakers.honorifics)
        return token.text == "." and at > 0 and any(words[at - 1].word in known for known in titles)
    if word in speakers.calendar:
        return False
    if word in speakers.definite or word in speakers.indefinite:
        return word in speakers.articles and at > 0 and words[at - 1].word in speakers.linking
    if token.text[0].isupper() or token.text in ("'", "’", "-", "&") or word == "s":
        return True
    if token.text == ",":
        return True
    if word in speakers.linking:
        return at + 1 < name and at > 0
    return people(token) or word in speakers.organization or word in speakers.state_words or word in speakers.ranks


def possessive_before(words: Sequence[Token], comma: int) -> bool:
    """Whether *Valencia's mayor,* stands before a comma: a possessive a few words back."""
    return any(words[k].text in ("'", "’") for k in range(max(0, comma - 6), comma))


def role_after(
    words: Sequence[Token], at: int, people: People, speakers: Speakers, verbs: frozenset[str]
) -> Span | None:
    """The role in an apposition after the name that ends before word ``at``: *, a trader from Odesa,*. One of its first
    words stands for ``people`` (or for what else is asked); it holds none of ``verbs``, for then it is a clause."""
    if at >= len(words) or words[at].text not in (",", "(", "-", "—", "–"):
        return None
    first = last = at + 1
    noun = False
    while last < len(words) and last - first < LONGEST:
        token, word = words[last], words[last].word
        if token.text in STOPS or (token.text == "," and not continues(words, last, speakers)):
            break
        if word in verbs - speakers.linking and token.text.islower() and not people(token):
            return None  # a clause, not a description
        if word in speakers.relative or token.line != words[at].line:
            break
        noun = noun or people(token)
        last += 1
    role = list(words[first:last])
    while role and (
        role[0].word in speakers.definite | speakers.indefinite
        or role[0].text.isdigit()
        or not role[0].text[0].isalnum()
    ):
        role = role[1:]
    while role and not role[-1].text[0].isalnum():
        role = role[:-1]
    if not noun or not role or not any(people(t) for t in role[:8]):
        return None
    return Span(role[0].start, role[-1].stop)


def continues(words: Sequence[Token], comma: int, speakers: Speakers) -> bool:
    """Whether a role goes on after a comma within a name: *Immigration, Refugees and Citizenship*."""
    return (
        comma + 2 < len(words) and words[comma + 1].text[0].isupper() and words[comma + 2].word in speakers.conjunctions
    )


def gender_of(words: Sequence[str], speakers: Speakers) -> Gender:
    """The gender that a role or an honorific tells; None where it tells none, or both."""
    told = {speakers.genders.get(w) or speakers.honorifics.get(w) for w in words} - {None}
    return told.pop() if len(told) == 1 else None


def side_of(words: Sequence[str], named: Sequence[str | None], home: str | None, speakers: Speakers) -> str | None:
    """The country or bloc for which somebody speaks whose role or description has these words: the first that it
    names (``named``), when its words are those of a state; the article's ``home`` when they are those of a national
    government that it need not name (*federal*). None for a former one, and for a
    church's, a university's or a company's."""
    if any(w in speakers.former or w in speakers.private for w in words):
        return None
    if not any(w in speakers.state_words for w in words):
        return None
    return next(filter(None, named), home if any(w in speakers.national for w in words) else None)
