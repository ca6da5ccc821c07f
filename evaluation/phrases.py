"""Who stands beside a cue: noun phrases by rule, for the rivals. In: a sentence and a place in it; out: a range of its
tokens, or None. No tagger is at work: word classes are guessed from short lists, capitals and commas.
"""

from __future__ import annotations

from evaluation.sentences import ABBREVIATED, MARKS, Sentence

Range = tuple[int, int]

PRONOUNS = set("he she they it we i you who".split())
CLAUSE = set(
    "that because while as when after if although since but whether though before until so than what where how why "
    "which or nor unless despite amid".split()
)
PREPOSITIONS = set("in on at during for with by from to of under over about against through into within".split())
DETERMINERS = set("the a an his her their its our my your this these those some many several most all both".split())
LEADING = set("and but so then also however meanwhile still yet now later instead nonetheless moreover even".split())
AFTER_NAME = DETERMINERS - {"all", "both"} | {"who", "whose", "which", "one", "chief", "president", "director", "head"}
DAYS = set("monday tuesday wednesday thursday friday saturday sunday today yesterday".split())
NO_NAMES = CLAUSE | PREPOSITIONS | DETERMINERS | LEADING | DAYS
LONGEST_PHRASE = 14
LONGEST_APPOSITION = 22


def phrase_before(sentence: Sentence, at: int) -> Range | None:
    """The noun phrase that ends right before a token, with its apposition: ``Ana Lima, the port's director, said``."""
    if at == 0 or sentence[at - 1].quoted:
        return None
    if sentence[at - 1].lower in PRONOUNS:
        return (at - 1, at)
    if sentence[at - 1].text == ",":
        return with_apposition_before(sentence, at - 1)
    return plain_before(sentence, at)


def with_apposition_before(sentence: Sentence, comma: int) -> Range | None:
    """The phrase whose apposition ends at this comma."""
    for at in range(comma - 1, max(0, comma - LONGEST_APPOSITION), -1):
        token = sentence[at]
        if token.quoted or token.text in MARKS:
            return None
        if token.text == "," and (sentence[at + 1].lower in AFTER_NAME or sentence[at + 1].text.isdigit()):
            head = plain_before(sentence, at)
            return (head[0], comma) if head and has_name(sentence, head) else None
    return None


def plain_before(sentence: Sentence, at: int) -> Range | None:
    """The run of words before a token that may be one noun phrase."""
    start = at
    while start > 0 and at - start < LONGEST_PHRASE and belongs(sentence, start - 1):
        start -= 1
    while start < at and (sentence[start].lower in LEADING or not sentence[start].is_word):
        start += 1
    if start < at and sentence[start].lower in PREPOSITIONS:
        start = first_capital_of_tail(sentence, start, at)
    return (start, at) if start < at else None


def belongs(sentence: Sentence, at: int) -> bool:
    """Whether a token may be part of a noun phrase whose later tokens are known."""
    token = sentence[at]
    if token.quoted or token.text in MARKS:
        return False
    if token.text == ".":
        return at > 0 and sentence[at - 1].lower in ABBREVIATED
    if token.lower == "and":
        return at > 0 and sentence[at + 1].is_capital and sentence[at - 1].is_capital
    return (token.is_word or token.text in "()&") and token.lower not in CLAUSE


def first_capital_of_tail(sentence: Sentence, start: int, at: int) -> int:
    """Where the capitalised run begins that ends at ``at``: in ``In a statement Ana Lima said`` the name alone."""
    first = at
    while first > start and sentence[first - 1].is_capital:
        first -= 1
    return first


def has_name(sentence: Sentence, phrase: Range) -> bool:
    """Whether a phrase holds a capitalised word, or opens with a determiner."""
    words = sentence[phrase[0] : phrase[1]]
    return any(t.is_capital for t in words) or words[0].lower in DETERMINERS


def phrase_after(sentence: Sentence, at: int, *, apposition: bool = True) -> Range | None:
    """The noun phrase that begins at a token, with its apposition: ``said Ana Lima, the port's director``."""
    stop = at
    while stop < len(sentence) and stop - at < LONGEST_PHRASE and goes_on(sentence, stop, at):
        stop += 1
    if stop == at:
        return None
    if (
        apposition
        and stop + 1 < len(sentence)
        and sentence[stop].text == ","
        and sentence[stop + 1].lower in AFTER_NAME
    ):
        return (at, end_of_apposition(sentence, stop + 1))
    return (at, stop)


def goes_on(sentence: Sentence, at: int, start: int) -> bool:
    """Whether a noun phrase that begins at ``start`` still goes on with this token."""
    token = sentence[at]
    if token.quoted or token.text in MARKS:
        return False
    if token.text == ".":
        return at > start and sentence[at - 1].lower in ABBREVIATED
    stops = token.lower in CLAUSE or (token.lower in PREPOSITIONS - {"of", "for"} and at > start)
    return (token.is_word or token.text in "()&") and not stops


def end_of_apposition(sentence: Sentence, at: int) -> int:
    """Where an apposition ends: at its comma, or with the sentence."""
    stop = at
    while stop < len(sentence) and stop - at < LONGEST_APPOSITION:
        token = sentence[stop]
        last = stop + 1 == len(sentence) or (token.text == "." and token.lower not in ABBREVIATED)
        if token.text in {",", ";", ":", "—", "!", "?"} or token.text in MARKS or (last and not token.is_word):
            break
        stop += 1
    return stop
