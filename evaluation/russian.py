"""``python -m evaluation.russian``: write docs/russian.md. In: the rules over syntax and an example for each; out: the
page, whose answers come from reading the examples. ``--check`` compares instead.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from evaluation.tables import table
from evaluation.written import write_page
from sayso import Statement, identity_key, read
from sayso.spans import cut
from sayso.syntax.attribute import RULES

PAGE = Path(__file__).resolve().parents[1] / "docs" / "russian.md"
DAY = "2025-03-14"

# For each rule a text in which it fires. Everybody is invented.
EXAMPLES = {
    "quotation before": "«Мы готовы», — сказала мэр города Ольга Ветрова.",
    "quotation after": "Илья Громов ответил: «Порт останется».",
    "quotation around": "«Мы готовы, — сказала Ветрова. — Осталась только краска».",
    "clause": "Мэр города Ольга Ветрова заявила, что порт откроется в мае.",
    "fronted clause": "О том, что порт закрыт, Илья Громов рассказал в среду.",
    "colon": "Громов предложил: если порт закроют, рейсы переведут в соседнюю гавань.",
    "question": "Пётр Лосев рассказал, как строили старый причал.",
    "pointing back": "Порт закроют до весны. Об этом сообщил Илья Громов.",
    "infinitive": "Компания «Норд» пообещала построить новый причал.",
    "parenthesis": "Порт откроется в мае, сообщил начальник порта Илья Громов.",
    "object": "Ольга Ветрова обвинила компанию в обмане.",
    "label": "Илья Громов: Порт открыт, и ветер уже стих.\n\nОльга Ветрова: Тогда мы выходим завтра утром.",
    "by words": "По словам Ильи Громова, порт откроется в мае.",
    "reference": "Газета «Берег» сообщила со ссылкой на источник в мэрии, что порт закроют.",
    "noun": "Заявление Громова о закрытии порта удивило рыбаков.",
}
NAMES = ("Юрий Зелинский", "Yuri Zelinsky", "Yuriy Zelinskyi", "Сергей Щукин", "Sergey Shchukin")
INTRODUCTION = """\
# Russian

sayso reads Russian by rules over syntax. Nothing is set: `sayso read` tells the language of each document, and one run
may hold both. The records, the commands and the JSON are the same.

1. **Words and sentences** come from razdel, paragraph by paragraph; classes, cases, the tree and names of people,
   organisations and places from slovnet's news models, in numpy; lemmas and word forms from pymorphy3. All are MIT
   licensed, pymorphy3's dictionary is CC BY-SA. The models' weights lie inside the PyPI package natasha, of which no
   code is run. They are loaded when the first Russian document comes: English pays nothing for them.
2. **Attribution** is told by the rules below, each over the words that `languages/ru_cues.py` lists. Then the rules
   over quotation marks mend what was found, as they do for English ([records.md](records.md)).
3. **Who** is told by the rules of [speakers.md](speakers.md), the same as for English.

`rule` in a statement, and `sayso explain`, name the rule that found it. There is no score: a rule has found it or not.

## The rules

They are asked in this order; of those for a verb the first that finds a content has it. `python -m evaluation.russian`
makes this page: what stands under *found* is what the rules find in the example.
"""
REST = """\
Further, as the guideline has it:

- The source is the whole phrase: the title before a name, the apposition after it, a participle or a relative clause
  that describes it. *В мэрии заявили*: the place is the source, without its preposition.
- A gerund (*добавив, что*) and a second verb of the same subject have that subject as their source.
- A second-hand report makes a statement of each: *сообщила со ссылкой на источник* one of the outlet and one of the
  source, the outlet in `via`; *…, передаёт агентство* one of the agency, with the speaker's own inside it.
- *Никто не возразил*, *следует отметить*, *напомним* and a verb of saying that is negated make none.

## Names

Names are brought to the nominative: *по словам Ольги Ветровой* gives Ольга Ветрова, *Ильи Громова* Илья Громов. A full
name's words must agree in case and gender; a family name alone is read as the full names that the article has; women's
names that end in a consonant, and foreign ones that end in a vowel, stay as they are. Descriptions are brought to the
nominative by their head: *по словам источника в мэрии* gives *источник в мэрии*.

Where the roster or a table knows somebody, `english` holds the English name beside the Russian one; sides are English
in both languages. `sayso.identity_key` gives one key for the ways in which a name is written in either script:

{names}

## What the input may be

- *ё* and *е* are one; stress marks and Latin look-alikes within Cyrillic words are read as what they mean; a text all
  in capitals is read, and less well. cp1251, KOI8-R and UTF-16 without a declaration are recognised.
- Ukrainian and other languages are named and refused. A paragraph that is plainly in another language than the rest is
  kept, listed in `document.foreign`, and not read; `sayso read` says so. So a text in both languages is read in the one
  that most of it is in.
- A sentence of more than 160 words is parsed in parts.

## What is weak

How good it is: [quality.md](quality.md) and [model.md](model.md#russian). Nominal cues are read where they take a
clause, an infinitive or the argument that the list gives; many more are not (*суть спора свелась к тому*). *Они*,
*издание*, *ведомство* and a described person whom the article names elsewhere are often left open. A document whose
issuer is not in its own phrase keeps its description. `--threads` sets nothing here: the models run
on one thread, which is as fast.
"""


def found(text: str) -> Sequence[Statement]:
    return read(text, lang="ru", published=DAY).statements


def row(number: int, name: str, doc: str) -> list[str]:
    """A rule's line: its name, what it does, its example, and the statement that it finds there."""
    text = EXAMPLES[name]
    statement = next(s for s in found(text) if s.rule == name)
    source, cue, content = (
        " … ".join(cut(text, span) for span in getattr(statement, role)) or "none"
        for role in ("source", "cue", "content")
    )
    told = f"source *{source}*, cue *{cue}*, content *{content}*"
    return [str(number), f"`{name}`", " ".join(doc.split()), " ¶ ".join(text.split("\n\n")), told]


def page() -> str:
    """The whole page."""
    rows = [row(n, name, rule.__doc__ or "") for n, (name, rule) in enumerate(RULES, 1)]
    names = table(["name", "key"], [[name, f"`{identity_key(name)}`"] for name in NAMES])
    return "\n".join(
        (INTRODUCTION, table(["", "rule", "what it reads", "example", "found"], rows), REST.format(names=names))
    )


def main(arguments: Sequence[str] | None = None) -> int:
    return write_page("evaluation.russian", PAGE, page, arguments)


if __name__ == "__main__":
    sys.exit(main())
