"""``python -m evaluation.speakers``: write docs/speakers.md. In: the rules for speakers and an example for each; out:
the page, whose answers come from reading the examples with the model that ships. ``--check`` compares instead.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from evaluation.tables import table
from evaluation.written import write_page
from sayso import Reading, Statement, read
from sayso.spans import cut
from sayso.speakers.rules import RULES, Rule

PAGE = Path(__file__).resolve().parents[1] / "docs" / "speakers.md"
DAY = "2025-03-14"

# For each rule a text in which it fires; people of the examples are invented but for those in the roster.
EXAMPLES = {
    "quoted": "Ana Lima runs the harbour. The Evening Post quoted Lima as saying the gates would stay open.",
    "citing": "The port may be sold, CBS News reported on Friday, citing a senior official.",
    "same clause": "Ana Lima thanked the workers and the council, who had met for three days in a hotel in Porto, for "
    "what she called patience, pointing to the new quay.",
    "goes on": "Ana Lima told the council that the quay was safe.\n\n“Nobody will lose a job over this.”\n\n"
    "The strike is over.",
    "relative": "The minister spoke to Ana Lima, who said the gates would stay open.",
    "just spoke": "Rui Costa, the union's spokesman, said the strike would begin on Monday. He said nobody wanted it.",
    "named last": "Ana Lima opened the new quay on Friday. She said it would bring 200 jobs.",
    "weighed": "The crowd waited for Ana Lima. The band played. In the end she said the quay was safe.",
    "plural": "Local residents said the noise was too much. They demanded a wall along the road.",
    "thing": "The Harbour Authority said the quay was safe. It said the cranes would be checked.",
    "own voice": "«Я предупредил совет, что кран опасен», — сказал Илья Громов.",
    "undecided": "I believe the quay should never have been built.",
    "several": "Ana Lima and Rui Costa said the quay was safe.",
    "own name": "Presidential aide Rui Costa said the quay was safe.",
    "body": "Moscow said it would wait for the report.",
    "government": "The Turkish side said the talks had gone well.",
    "group": "Harbour officials said the quay was safe.",
    "document": "According to a report by the Harbour Institute, the quay is safe.",
    "title in cast": "Ana Lima, the harbour master, opened the quay on Friday. Guests came from Porto. The harbour "
    "master said it was safe.",
    "title in roster": "The US president said on Friday that the talks would go on.",
    "known body": "Northern Shipping Company said on Monday that the price was fair. Work begins in May. The company "
    "said the quay was safe.",
    "body described": "A regional commission said the quay was safe.",
    "unnamed": "A senior official who asked not to be named said the quay was not safe.",
}
INTRODUCTION = """\
# Speakers

Who said it. The rules below are asked in this order, and the first whose case it is answers. A rule that is not sure
leaves the speaker open, and no later rule may guess: `speaker` is then null, and `candidates` holds those who came into
question. That is not the same as a source who stays unnamed: *a senior official* is a speaker of kind `unnamed` with
the description as its name. `sayso explain` shows which rules were asked and what each said.

The rules are the same for English and Russian; what differs is the language's words (`languages/`), where the head of
a phrase stands (*the harbour master Ana Lima*, *начальник порта Илья Громов*), and that Russian names and descriptions
are brought to the nominative: [russian.md](russian.md).

`confidence` is set by how often a rule was right on the articles by which the rules were written, rounded down; how
well they do together is measured in [quality.md](quality.md).

`python -m evaluation.speakers` makes this page: each answer is what the model that ships gives for the example, read
as published on {day}. What the rules look at — the names of a document, who of them is one person, roles and sides —
is told below the table.
"""
REST = """\
## The cast

Before any statement is resolved, everyone the document names is gathered (`speakers/names.py`, `speakers/cast.py`):

- **Names** come from the model's mention head, from the packaged tables of countries and organisations, from the
  roster's full names, from brackets that define a short form (*International Atomic Energy Agency (IAEA)*), from
  honorifics, and from capitals that end a source. Where two meet, the longer is taken; one word has one kind in a
  document, by a vote.
- **People** are told apart by the words of their names. A full name makes a member; a short one goes to whoever bears
  it, by the family name, then by a given one, then by another way of writing it (*Syrsky*, *Syrskyi*). Two full names
  with one family name are two people; a bare family name is then the one's who alone holds an office on the day, or who
  alone has been named in full before, and else nobody's.
- **Roles** are read before a name (*presidential aide Rui Costa*) and after it (*Ana Lima, the harbour master,*), from
  a source first.
- **Sides** are read from a role whose words are those of a state and that names a country; from the table, for
  countries and organisations; from the roster, for somebody in office on the day. A former holder, a company, a church
  and a university speak for no side. *federal*, *national* and the like speak for the country that most of the article
  is about, if its opening names it.
- **The roster** ([roster.md](roster.md)) gives the full name of a bare family name only where the text speaks of that
  person's country or office.

## Through whom

`via` holds those who passed a statement on, nearest to the reader first: the speakers of the statements in whose
content it lies, from the outermost inwards; whoever the sentence names as writing while it cites another (*CBS
writes, citing people familiar with the plans*) or as quoting (*…, the minister said, quoted by TASS*). The speaker is
never in it.
"""


def made(rule: Rule) -> tuple[Reading, Statement]:
    """The reading of a rule's example, and its statement in which the rule fired or held back."""
    reading = read(EXAMPLES[rule.name], published=DAY)
    return reading, next(s for s in reading.statements if fired(s, rule))


def fired(statement: Statement, rule: Rule) -> bool:
    """Whether a rule answered for a statement; the last of those for pronouns only ever leaves it open."""
    if rule.confidence == 0:
        return statement.speaker is None
    return statement.speaker is not None and statement.speaker.rule == rule.name


def row(number: int, rule: Rule) -> list[str]:
    """A rule's line."""
    reading, statement = made(rule)
    text, s = reading.document.text, statement.speaker
    words = " ".join((rule.answer.__doc__ or "").split())
    example = " ".join(text.replace("\n\n", " ¶ ").split())
    source = " … ".join(" ".join(cut(text, span).split()) for span in statement.source)
    known = ", ".join(x for x in (s.kind, s.role, s.side) if x) if s else ""
    answer = f"**{s.name}** ({known})" if s else "left open"
    return [str(number), f"`{rule.name}`", f"{rule.confidence:.2f}", words, example, source or "none", answer]


def page() -> str:
    """The whole page."""
    head = ["", "rule", "confidence", "what it does", "example", "source", "speaker"]
    rows = [row(number, rule) for number, rule in enumerate(RULES, 1)]
    return "\n".join((INTRODUCTION.format(day=DAY), table(head, rows), REST))


def main(arguments: Sequence[str] | None = None) -> int:
    return write_page("evaluation.speakers", PAGE, page, arguments)


if __name__ == "__main__":
    sys.exit(main())
