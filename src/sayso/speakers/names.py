"""Every name in a document. In: its text, the mentions that the model found, the lexicon and the roster; out: names of
people, organisations, countries and places, none within another, each with what it stands for where that is known."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from sayso.languages import Language
from sayso.languages.speakers import Gender
from sayso.records import Mention
from sayso.roster.roster import Roster
from sayso.spans import Span, cut, holds, meets
from sayso.speakers.lexicon import Entry, Known
from sayso.speakers.signs import after_given_names, after_honorifics, defined, find_holders, is_surname
from sayso.text import Token, fold, paired, tokens, written

Kind = Literal["person", "organization", "country", "place"]
# The model's word against the lexicon's: above this a person may bear a city's name (Paris, Jordan, Washington).
SURE = 0.8


GENDERS: dict[str, Gender] = {"Masc": "m", "Fem": "f"}

Named = tuple[Span, Kind, float]


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a text: ``words`` its words on one line, ``entry`` what the lexicon knows it for."""

    span: Span
    words: str
    kind: Kind
    score: float
    entry: Entry | None = None
    gender: Gender = None


def find_names(
    text: str,
    words: Sequence[Token],
    mentions: Sequence[Mention],
    language: Language,
    roster: Roster,
    known: Sequence[Known],
    sources: Sequence[Span] = (),
) -> tuple[Name, ...]:
    """The names of a text, in order. Where two of them meet, the longer is taken; of two alike, the lexicon's.
    ``sources`` are stretches that name or describe a speaker: capitals that end one are a name, whatever they name."""
    people = {m.span.start for m in mentions if m.kind == "person"}
    before = frozenset(k.span for k in known if k.entry.manner == "adjective" and k.span.start in people)
    mentions = [m for m in mentions if not is_common(words, m, language)]
    mended = [m for mention in mentions if (m := without_titles(words, mention, language, before))]
    mended = [extended(words, m, language) for m in mended]
    model = {m.span: m for m in mended}
    adjectives = {cut(text, k.span) for k in known if k.entry.manner in ("adjective", "people")}
    adjectives -= {cut(text, k.span) for k in known if k.entry.manner in ("name", "capital")}
    named: list[Named] = [(m.span, m.kind, m.score) for m in mended]
    for k in known:
        rival = model.get(k.span)
        if k.entry.manner == "capital" and rival and rival.kind == "person" and rival.score >= SURE:
            continue
        if k.entry.manner in ("name", "capital"):
            named.append((k.span, k.entry.kind, 1.0))
    named += [(span, "person", 1.0) for span in find_holders(words, roster)]
    named += [(span, "person", 0.9) for span in after_honorifics(words, language)]
    named += [(span, "person", 0.9) for span in after_given_names(words, language)]
    named += [(span, "organization", 0.9) for pair in defined(words) for span in pair]
    named = [n for n in of_joined(text, named) if cut(text, n[0]) not in adjectives]
    entries = {k.span: k.entry for k in known if k.entry.manner in ("name", "capital")}
    first = apart([name_at(text, words, s, k, score, entries.get(s)) for s, k, score in named])
    peoples = {k.span.start for k in known if k.entry.manner == "people"}
    more = (*repeated(text, words, first), *capitals(text, words, sources, first, peoples, language))
    return agreed(apart([*first, *more]), begin_longer(words, language))


def name_at(
    text: str, words: Sequence[Token], span: Span, kind: Kind, score: float, entry: Entry | None = None
) -> Name:
    """The name of a stretch, in the form that it has alone, with the gender that its own words tell."""
    span = paired(text, span)
    told: Gender = None
    if kind == "person":
        low, high = (bisect_left(words, (at,)) for at in (span.start, span.stop))
        genders = {GENDERS[t.gender] for t in words[low:high] if t.name and t.gender in GENDERS}
        told = genders.pop() if len(genders) == 1 else None
    return Name(span, written(text, words, span), kind, score, entry, told)


def without_titles(
    words: Sequence[Token], mention: Mention, language: Language, adjectives: frozenset[Span] = frozenset()
) -> Mention | None:
    """The mention without what is no part of a name at its edges: a title before a person's, with a country's adjective
    (``adjectives``) before that, a possessive, a mark."""
    speakers = language.speakers
    low, high = (bisect_left(words, (at,)) for at in (mention.span.start, mention.span.stop))
    inside = [t for t in words[low:high] if t.line == words[low].line or split_by_line(words, low, high, mention)]
    while len(inside) > 1 and (
        is_title(inside[0], mention, language) or inside[0].span in adjectives or not inside[0].text[0].isalnum()
    ):
        inside.pop(0)
    while inside and (not inside[-1].text[-1].isalnum() or (inside[-1].text == "s" and len(inside) > 1)):
        inside.pop()
    while len(inside) > 1 and inside[-1].word in speakers.linking and not follows(words, inside[-1]):
        inside.pop()
    if not any(t.text[0].isupper() or t.text[0].isdigit() for t in inside) or is_word(inside, language):
        return None
    if tuple(t.word for t in inside) in speakers.offices:
        return None  # *Head of State*
    if mention.kind == "person" and low and words[low - 1].word in speakers.articles and len(inside) == 1:
        return Mention(span=inside[0].span, kind="organization", score=mention.score / 3)  # *the Dreamers*
    if mention.kind == "person" and len(inside) > 2 and ends_title(words[max(0, low - 3) : low], language):
        inside.pop(0)  # *Justice of the Peace Rui Bell*
    return Mention(span=Span(inside[0].start, inside[-1].stop), kind=mention.kind, score=mention.score)


def is_common(words: Sequence[Token], mention: Mention, language: Language) -> bool:
    """Whether what is taken for a name is several of a kind at the head of a sentence: *Портовые службы*."""
    last = words[bisect_left(words, (mention.span.stop,)) - 1]
    kinds = language.speakers.organization | language.speakers.person | language.speakers.group
    return last.pos == "NOUN" and last.number == "Plur" and last.text.islower() and last.word in kinds


def extended(words: Sequence[Token], mention: Mention, language: Language) -> Mention:
    """A person's name of one word with the capital right after it, which the model left out: *Piet Aalders*."""
    at = bisect_left(words, (mention.span.start,))
    one = mention.kind == "person" and words[at].stop == mention.span.stop and at + 2 < len(words)
    ends = one and (not words[at + 2].text.isalpha() or words[at + 2].word in language.speech)
    if not ends or not is_surname(words[at + 1], words[at], language) or is_word(words[at + 1 : at + 2], language):
        return mention
    return Mention(span=Span(mention.span.start, words[at + 1].stop), kind="person", score=mention.score / 2)


def split_by_line(words: Sequence[Token], low: int, high: int, mention: Mention) -> bool:
    """Whether a line break in running text splits a person's name: a word in lower case stands before it on its
    line."""
    runs_on = low > 0 and words[low - 1].line == words[low].line and words[low - 1].text.islower()
    return mention.kind == "person" and high - low < 4 and runs_on


def ends_title(before: Sequence[Token], language: Language) -> bool:
    """Whether a title with *of* stands before a name, whose last word the name then begins with."""
    words = [t.word for t in before]
    while words and words[-1] in language.speakers.articles:
        words.pop()
    return len(words) > 1 and words[-1] == "of" and words[-2] in language.speakers.person


def follows(words: Sequence[Token], token: Token) -> bool:
    """Whether a capital comes next on the same line."""
    at = bisect_left(words, (token.start,)) + 1
    return at < len(words) and words[at].text[0].isupper() and words[at].line == token.line


def of_joined(text: str, named: Sequence[Named]) -> list[Named]:
    """The names, those that end in *of* and the like made one with the name that follows: *Bank of*, *Montreal*."""
    out: list[Named] = []
    for span, kind, score in sorted(named, key=lambda n: n[0]):
        if out and kind != "person" and out[-1][1] == "organization":
            last = text[out[-1][0].start : span.start].split()
            if (
                last
                and fold(last[-1]) in ("of", "for")
                and len(last) < 5
                and out[-1][0].stop <= span.start
                and text[out[-1][0].stop : span.start].strip() in ("", last[-1])
            ):
                out[-1] = (Span(out[-1][0].start, span.stop), "organization", max(score, out[-1][2]))
                continue
        out.append((span, kind, score))
    return out


def is_title(token: Token, mention: Mention, language: Language) -> bool:
    speakers, word = language.speakers, token.word
    if word in speakers.honorifics or (word in speakers.articles and token.text != "A"):
        return True
    return mention.kind == "person" and (
        word in speakers.person or word in speakers.abbreviations or word in speakers.ranks
    )


def repeated(text: str, words: Sequence[Token], names: Sequence[Name]) -> list[Name]:
    """The other places at which a name of two words or more, or an abbreviation, stands, and was not seen as one."""
    shapes: dict[str, dict[tuple[str, ...], Name]] = {}
    for name in names:
        shape = tuple(t.text for t in tokens(name.words))
        if len(shape) > 1 or (shape and shape[0].isupper() and len(shape[0]) > 1):
            shapes.setdefault(shape[0], {}).setdefault(shape, name)
    found = []
    for at, token in enumerate(words):
        for shape, name in shapes.get(token.text, {}).items():
            some = words[at : at + len(shape)]
            if tuple(t.text for t in some) == shape:
                span = Span(some[0].start, some[-1].stop)
                found.append(name_at(text, words, span, name.kind, name.score / 2, name.entry))
    return found


def capitals(
    text: str,
    words: Sequence[Token],
    sources: Sequence[Span],
    names: Sequence[Name],
    peoples: Container[int],
    language: Language,
) -> list[Name]:
    """Capitals that are all of a source, or end it after a title, and that nothing else has named."""
    found = []
    for source in sources:
        low, high = (bisect_left(words, (at,)) for at in (source.start, source.stop))
        run = list(words[low:high])
        found += [name_at(text, words, t.span, "organization", 0.9) for t in run if "." in t.text[1:-1]]  # a site
        while run and run[-1].word in language.speakers.trailing:
            run.pop()
        while run and not begins_name(run, language):
            run.pop(0)
        while run and not run[-1].text[-1].isalnum():
            run.pop()
        title = next((at for at in range(len(run) - 1, 0, -1) if is_word(run[at - 1 : at], language)), 0)
        if title and run[title - 1].word in language.speakers.person:
            run = run[title:]
        people = bool(run) and run[-1].start in peoples  # *Many Russians* are a group
        named = all(t.text[0].isupper() or t.text in "-’'&." for t in run)
        proper = not run or not run[0].pos or any(t.pos in ("PROPN", "X") or t.text.isupper() for t in run)
        if run and proper and not people and named and not is_word(run, language):
            span = Span(run[0].start, run[-1].stop)
            met = [n for n in names if meets(span, n.span)]
            fixed = [n.span for n in met if n.entry and n.entry.manner == "name"]
            loose = not all(any(holds(s, t.span) for s in fixed) for t in run)
            if not met or (loose and whole_source(run, words[low:high], language)):
                kinds = {n.kind for n in met} or {"person" if title else "organization"}
                initials = len(run) > 1 and len(run[0].text) > 2 and run[0].text.isupper() and not run[1].text.isupper()
                several = len(met) != 1 and "person" not in kinds
                kind: Kind = "organization" if initials or several else "person" if "person" in kinds else min(kinds)
                found.append(name_at(text, words, span, kind, max((n.score for n in met), default=0.3)))
    return found


def begins_name(run: Sequence[Token], language: Language) -> bool:
    """Whether the first of some words may begin a name: a capital, no article (the initial A. is none), no
    honorific."""
    speakers, word = language.speakers, run[0].word
    initial = len(run) > 1 and run[1].text == "." and len(run[0].text) == 1
    apart = word in speakers.articles or word in speakers.honorifics
    return run[0].text[0].isupper() and (initial or not apart)


def whole_source(run: Sequence[Token], source: Sequence[Token], language: Language) -> bool:
    """Whether a run of capitals with no title among them is all of a source but an article."""
    rest = [t for t in source if t not in run and t.text[0].isalnum() and t.word not in language.speakers.articles]
    return not rest and len(run) < 6 and not any(is_word([t], language) for t in run if len(t.text) > 1)


def is_word(run: Sequence[Token], language: Language) -> bool:
    """Whether a run of capitals ends in a common noun for people, a title or a pronoun; one word alone also in a noun
    for a body or a document: a heading's, or one that opens a sentence."""
    speakers, word = language.speakers, run[-1].word
    if run[-1].pos == "PROPN" and len(run) > 1:
        return False  # a family name, whatever it means: Иван Мельник
    single = word[:-1] if word.endswith("s") else word
    lists: list[Container[str]] = [speakers.person, speakers.relative, speakers.pronouns]
    if len(run) == 1:
        lists += [speakers.indefinite, speakers.definite, speakers.quantities, speakers.nobody]
        lists += [speakers.organization, speakers.document, speakers.group, speakers.abbreviations]
    return any(word in words or single in words for words in lists) or not any(len(t.text) > 1 for t in run)


def begin_longer(words: Sequence[Token], language: Language) -> frozenset[str]:
    """The capitals, folded, that one more capital follows somewhere in running text: *Desjardins* of *Desjardins
    Economics director*."""
    found = set()
    for at in range(1, len(words) - 2):
        before, a, b, after = words[at - 1 : at + 3]
        pair = a.text.istitle() and b.text.istitle() and b.start == a.stop + 1 and a.line == b.line
        runs_on = before.text.islower() or before.line != a.line
        if pair and runs_on and after.text.islower() and b.word not in language.speakers.calendar:
            found.add(a.word)
    return frozenset(found)


def agreed(names: Sequence[Name], beginnings: frozenset[str]) -> tuple[Name, ...]:
    """The names, alike ones of one kind: the kind that most of them are given, weighed by how sure that is. An
    abbreviation is nobody's name, and neither is a word with which an organisation's longer name begins."""
    votes: dict[str, dict[Kind, float]] = {}
    for name in names:
        kinds = votes.setdefault(fold(name.words), {})
        kinds[name.kind] = kinds.get(name.kind, 0.0) + name.score
    given = {fold(n.words.split()[0]) for n in names if n.kind == "person" and " " in n.words}
    heads = {fold(n.words.split()[0]) for n in names if n.kind == "organization" and " " in n.words}
    heads |= beginnings - given
    people = {fold(n.words.split()[-1]) for n in names if n.kind == "person" and " " in n.words}

    def kind_of(name: Name) -> Kind:
        word = fold(name.words)
        best = max(votes[word], key=votes[word].__getitem__)
        if name.entry and " " not in name.words and word in people:
            return "person"  # *Paris*, where the text names Eva Paris
        if name.entry and name.entry.manner == "name":
            return name.entry.kind
        short = name.words.isupper() and 1 < len(name.words) < 7
        if best == "person" and " " not in name.words and word not in people and (word in heads or short):
            return "organization"
        if best != "person" and " " not in name.words and word in people and not name.entry:
            return "person"
        return best

    agreed_on = [kind_of(n) for n in names]
    return tuple(
        replace(n, kind=k, entry=n.entry if k != "person" else None) for n, k in zip(names, agreed_on, strict=True)
    )


def apart(names: Sequence[Name]) -> tuple[Name, ...]:
    """The names of which none meets another, in order."""
    chosen: list[Name] = []
    starts: list[int] = []
    for name in sorted(names, key=lambda n: (n.span.start - n.span.stop, -n.score, n.entry is None)):
        at = bisect_left(starts, name.span.start)
        near = chosen[max(0, at - 1) : at + 1]
        if not any(meets(name.span, other.span) for other in near):
            chosen.insert(at, name)
            starts.insert(at, name.span.start)
    return tuple(chosen)
