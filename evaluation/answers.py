"""``python -m evaluation.answers``: write docs/acts.md, docs/dates.md and docs/figures.md. In: the rules and an
example for each; out: the pages, whose answers come from reading the examples. ``--check`` compares instead.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from evaluation.examples import (
    ACT_EXAMPLES,
    ACTS,
    CONDITION_EXAMPLES,
    DATE_EXAMPLES,
    READING_EXAMPLES,
    REFUSAL_EXAMPLES,
    WHEN_EXAMPLES,
    WHERE_EXAMPLES,
    WHOM_EXAMPLES,
)
from evaluation.tables import table
from evaluation.written import write_page
from sayso import Statement, read
from sayso.answers.act import RULES as ACT_RULES
from sayso.answers.when import RULES as WHEN_RULES
from sayso.answers.where import RULES as WHERE_RULES
from sayso.answers.whom import RULES as WHOM_RULES
from sayso.codes import cameo, plover
from sayso.dates.rules import RULES as DATE_RULES
from sayso.dates.timeline import Timeline, timeline
from sayso.figures.quantities import find_quantities
from sayso.figures.readings import READINGS
from sayso.figures.refusals import REFUSALS
from sayso.languages import LANGUAGES
from sayso.languages.en_acts import STANCES as ENGLISH
from sayso.languages.ru_acts import STANCES as RUSSIAN
from sayso.model.parser import parse
from sayso.records import Act, Stance
from sayso.steps.figure import figure_of
from sayso.text import tokens
from sayso.views import told, written_out

DOCS = Path(__file__).resolve().parents[1] / "docs"
DAY = "2025-03-14"

ACTS_PAGE = """\
# Acts

`act` says what kind of act a statement is, `acts` the rules that told it and, where there is one, a second act. An act
is read from the words: what the cue itself says (*urged*), else what the content says under a cue that leaves it open
(*said*). `state` is what nothing else fits. No verdict is meant by it: *accuse* says that somebody lays a wrongful act
at somebody's door, not that it was done.

{acts}
PLOVER and CAMEO are derived from the act and stand beside it in `--format jsonl`; of what is asked (*asked*, *urged*)
CAMEO has an appeal, of what is demanded or ordered a demand. `force` tells which: `request`, `urge`, `demand`, `order`.

## The rules

They are asked in this order; the first that holds gives the main act, the next with another act the second. The words
are in `languages/en_acts.py` and `languages/ru_acts.py`. The confidence is how often the rule was right over the
statements found in gold/dev and in twenty articles more that we annotated. `python -m evaluation.answers` makes this
page: what stands under *read* is what sayso reads in the example.

{rules}
## Condition

`condition` is the clause that the content hangs on, the first there is: after *if*, *unless*, *provided that*, *only
after*, *in case of*, *where possible*, and after *until*, *when* and *once* where the sentence looks ahead; in Russian
after *если*, *при условии*, *только после*, *в случае*, *как только*, *пока не*, *по возможности*. It ends with its
clause. *As if*, *asked if*, *if any* open none, and neither does what another says within the content.

{conditions}
## Polarity and time

`polarity` is `negative` where the first clause of the content is denied (*not*, *no*, *не*, *нет*), `time` that of its
first clause: `hypothetical` (*would*, *might*, *бы*), `future`, `past` or `present`. Both are null where there is no
clause.

## How it is worded

`stance` is that of the reporting words: `doubting` and `endorsing` where the writer shows that he does not, or does,
take what is said for true, `heated` where they tell how it was said, `neutral` otherwise. The classes follow Thompson
and Ye (1991: counter-factive, factive, non-factive) and Hooper's (1975) factives; the words were sorted by hand.

{stances}
`hedges` are the places where the article itself keeps its distance, in the sentence of the cue or in the content, and
outside quotation marks: *allegedly*, *reportedly*, *so-called*; *якобы*, *мол*, *так называемый*.

## Where, and to whom

`venue` is the phrase that tells where, on what occasion or by what channel, with its preposition; `name` the member of
the cast that it names. `addressee` is one of the cast, or whoever is described, without article and in the nominative;
pronouns name nobody.

{where}
{whom}
## What is weak

Irony is taken at its word. An accusation or a criticism that no word of the lists gives away is `state`; so are most
promises made for others. Conditions without a word of condition (*with the present rules*) are missed, and of several
only the first is kept. A place that is told in another sentence is known only where the same speaker goes on.
"""
DATES_PAGE = """\
# Dates

`said_on` is the day on which a statement was made, `times` are the dates and lengths of time that its content speaks
about. A date is the longest ISO prefix that holds all of what is meant (`2025`, `2025-03`, `2025-03-14`), with its
`granularity`: *last week* within one month is `2025-03`, `week`; over two months the year. Where it cannot be told
`value` is null and the span stays. Lengths of time are ISO 8601 (`P30D`).

`anchor` says against which day it was read: `utterance`, the day on which the words around it were said; `dateline`
(*LISBON, March 14 (Norda) –*, or a date on a line of its own at the head), where it fits the day of publication;
`publication`; or `text`, where an article without a day names one year only. Without any, only absolute dates have a
value.

A weekday is the most recent one, the day itself counting; ahead, where a verb or *by*, *until* says so, the next. A day
and month without year is the last, or ahead the next; where no verb tells and it lies up to two months ahead, the next.
A date that could be read in two ways (03/04/2025) and one that does not exist (31 February) have no value.

## When it was said

{when}
## The expressions

Read against {day}, a Friday. Of the rules that hold at a place the one that reaches furthest is taken. The words
are in `languages/en_times.py` and `languages/ru_times.py`; 386 cases stand in `tests/cases`.
`python -m evaluation.answers` makes this page.

{dates}
## What is weak

`said_on` is given where the sentence of the cue, its document, its heading or the same breath tells it; a whole scene
that one date opens is not dated. Holidays, *the eve of the vote*, *since then*, *a month after the attack* and fiscal
years that begin elsewhere than in January have no value. `python -m evaluation.dates` sets the English grammar beside
TempEval-3's annotation ([quality.md](quality.md)).
"""
FIGURES_PAGE = """\
# Figures

`figures` are the quantities that a content claims: the words, `low` and `high` (null where open: *more than 67,000* has
no high), the `unit` or the noun that is counted, the `currency` by its ISO 4217 code, what is `counted` where that goes
on after the unit (*a third* of the seats), and how `sure` it is: `exact`, `about`, `nearly`, `more than`, `at least`,
`less than`, `at most`. Percentages are as written (6.6), fractions as what they are; *thousands of* is at least 1,000,
*dozens* at least 12, *десятки* at least 10. Numbers may be parted by commas, points, spaces of any kind or apostrophes;
372 cases stand in `tests/cases`. The words are in `languages/en_numbers.py` and `languages/ru_numbers.py`.

## What is a quantity

Asked in this order; the first that holds is taken. `python -m evaluation.answers` makes this page.

{readings}
## What is none

A number that one of these refuses is no quantity, and neither is a date.

{refusals}
Lengths of time that are claimed (*it will take at least ten years*) are figures, and stand in `times` as well.

## What is weak

English nouns are told from verbs by their endings: of *30 ships sank* the unit is *ships*, of *30 sank* it may be
*sank*. *One* counts people only. Numbers in other numerals (XII, 十) are not read.
"""


def acts_page() -> str:
    """docs/acts.md."""
    acts = table(
        ["act", "in one line", "PLOVER", "CAMEO"],
        [[f"`{act}`", line, plover(act) or "–", codes_of(act)] for act, line in ACTS.items()],
    )
    rules = table(
        ["", "rule", "what it reads", "confidence", "example", "read"],
        [act_row(n, rule.name, rule.answer, rule.confidence) for n, rule in enumerate(ACT_RULES, 1)],
    )
    conditions = table(["example", "condition"], [[text, condition_in(text)] for text in CONDITION_EXAMPLES])
    return ACTS_PAGE.format(
        acts=acts,
        rules=rules,
        conditions=conditions,
        stances=table(["stance", "words"], stance_rows()),
        where=circumstances("venue", WHERE_RULES, WHERE_EXAMPLES),
        whom=circumstances("addressee", WHOM_RULES, WHOM_EXAMPLES),
    )


def codes_of(act: Act) -> str:
    """CAMEO's codes for an act."""
    return " or ".join(dict.fromkeys(filter(None, (cameo(act, "request"), cameo(act)))))


def act_row(number: int, name: str, answer: Callable[..., object], confidence: float) -> list[str]:
    texts = ACT_EXAMPLES[name]
    acts = [next(s.acts[0].act for s in statements(t) if s.acts[0].rule == name) for t in texts]
    told = " / ".join(dict.fromkeys(f"`{act}`" for act in acts))
    return [str(number), f"`{name}`", summary(answer), f"{confidence:.2f}", " / ".join(texts), told]


def statements(text: str) -> Sequence[Statement]:
    return read(text, lang=language_of(text), published=DAY).statements


def language_of(text: str) -> str:
    return "ru" if any("а" <= c <= "я" for c in text.lower()) else "en"


def summary(thing: object) -> str:
    """What a rule's docstring says."""
    return " ".join((thing.__doc__ or "").split()).replace("|", "\\|")


def condition_in(text: str) -> str:
    return next(f"*{s.condition.text}*" for s in statements(text) if s.condition)


def stance_rows() -> Iterable[list[str]]:
    """Each stance with its words, English and Russian."""
    stances: tuple[Stance, ...] = ("doubting", "endorsing", "heated")
    for stance in stances:
        lists = (", ".join(sorted(w.replace("_", " ") for w in words[stance].split())) for words in (ENGLISH, RUSSIAN))
        yield [f"`{stance}`", "; ".join(lists)]


def circumstances(field: str, rules: Iterable[tuple[str, object]], examples: Mapping[str, str]) -> str:
    """The rules for the venue or the addressee, each with its example and what is read there."""
    rows = []
    for number, (name, rule) in enumerate(rules, 1):
        text = examples[name]
        found = next(v for s in statements(text) if (v := getattr(s, field)) and v.rule == name)
        value = found.text if field == "venue" else found.name
        rows.append([str(number), f"`{name}`: {summary(rule)}", text, f"*{value}*"])
    return table(["", f"rule for the {field}", "example", "read"], rows)


def dates_page() -> str:
    """docs/dates.md."""
    when = [
        [str(n), f"`{name}`: {summary(rule)}", " ¶ ".join(WHEN_EXAMPLES[name].split("\n\n")), when_in(name)]
        for n, (name, rule) in enumerate(WHEN_RULES, 1)
    ]
    dates = [[str(n), f"`{name}`", *date_cells(name)] for n, (name, _) in enumerate(DATE_RULES, 1)]
    return DATES_PAGE.format(
        day=DAY,
        when=table(["", "rule", "example", "`said_on`"], when),
        dates=table(["", "rule", "English", "read", "Russian", "read"], dates),
    )


def when_in(name: str) -> str:
    """What a rule reads in its example."""
    whens = (s.said_on for s in statements(WHEN_EXAMPLES[name]))
    return f"`{next(w.value for w in whens if w and w.rule == name)}`"


def date_cells(name: str) -> list[str]:
    """Both examples of a rule with what is read in them."""
    cells = []
    for text in DATE_EXAMPLES[name]:
        line = timeline_of(text) if text else None
        timed = [t for t in line.times if t.expression.rule == name] if line else []
        whens = [line.read(t) for t in timed] if line else []
        values = [f"`{told(text, w)}`{f' {w.granularity}' if w.granularity and not w.value else ''}" for w in whens]
        cells += [text or "–", ", ".join(values) or "–"]
    return cells


def timeline_of(text: str) -> Timeline:
    language = LANGUAGES[language_of(text)]
    words = tokens(text) if language.code == "en" else parse([text])[0].words
    return timeline(text, words, language, DAY)


def figures_page() -> str:
    """docs/figures.md."""
    readings = [
        [str(n), f"`{name}`: {summary(rule)}", *figure_cells(READING_EXAMPLES[name])]
        for n, (name, rule) in enumerate(READINGS, 1)
    ]
    refusals = [
        [str(n), f"`{name}`: {summary(rule)}", " / ".join(filter(None, REFUSAL_EXAMPLES[name]))]
        for n, (name, rule) in enumerate(REFUSALS, 1)
    ]
    return FIGURES_PAGE.format(
        readings=table(["", "rule", "English", "read", "Russian", "read"], readings),
        refusals=table(["", "rule", "example"], refusals),
    )


def figure_cells(texts: Sequence[str]) -> list[str]:
    cells = []
    for text in texts:
        cells += [text or "–", "; ".join(figures_in(text)) or "–"]
    return cells


def figures_in(text: str) -> list[str]:
    """The quantities of a text, written out."""
    if not text:
        return []
    line = timeline_of(text)
    taken = [t.span for t in line.times if t.expression.moment]
    found = find_quantities(text, line.parts, LANGUAGES[language_of(text)].numbers, taken)
    return [f"`{written_out(figure_of(q, text, q.span))}`" for q in found]


PAGES = {"acts": acts_page, "dates": dates_page, "figures": figures_page}


def main(arguments: Sequence[str] | None = None) -> int:
    codes = [write_page("evaluation.answers", DOCS / f"{name}.md", page, arguments) for name, page in PAGES.items()]
    return max(codes)


if __name__ == "__main__":
    sys.exit(main())
