"""``python -m evaluation.report``: write docs/quality.md. In: the corpora; out: every quality figure of sayso and of
its rivals, by the same scorers in one run. The figures of others come from ``references``; none is typed here.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

from evaluation.corpora import Article, Corpus, EvaluationError, find_shared, load_corpora, missing_message
from evaluation.dates import FOLDERS, score
from evaluation.figures import HONEST, Figures, Found, found_in, read_corpus, score_gold, score_polnear
from evaluation.gate import HELD
from evaluation.references import PEOPLE, PUBLISHED, READERS
from evaluation.rivals import read_with, rivals_of
from evaluation.tables import facts, figure, table
from sayso import Span, __version__
from sayso.model.pack import open_pack
from sayso.model.parser import open_parser
from sayso.spans import covers

PAGE = Path(__file__).resolve().parents[1] / "docs" / "quality.md"
FORMS = ("direct", "mixed", "indirect", "ascribed")
POLNEAR_ROWS = ("source", "cue", "content", "source=", "cue=", "content=", "linked", "exact")
GOLD_ROWS = ("found", "linked", "exact", "form")
SPEAKER_ROWS = ("speaker", "kind", "side", "via")
ANSWER_ROWS = ("said_on", "addressee", "venue", "act", "act, not state", "condition", "figures")
INTRODUCTION = """\
# Quality

What sayso finds, beside what people found. `python -m evaluation.report` writes this page; `python -m evaluation.gate`
holds the figures in bold to the floors in `evaluation/floors.json`. The data is not in the repository, because its
texts are their publishers'.

Everything is counted in words, so that punctuation at the edge of a span does not matter:

- *source*, *cue*, *content*: words that carry the role;
- *source=*, *cue=*, *content=*: spans of the role, right when they have exactly the same words;
- *found*: statements whose contents meet with a Dice of at least 0.5;
- *linked*: attributions whose contents meet with at least 0.8 and whose sources meet with at least 0.5;
- *exact*: the same, with both equal word by word;
- *form*: direct, mixed, indirect or ascribed; its recall is over all gold statements, so that one not found is wrong.

The rivals: *cue verbs* takes the verbs of speech and inner state in sayso's own list for cues and finds source and
content by rules; *quotation marks* takes each quotation for a content and looks for the nearest verb and name. Both
stand in `evaluation/`, were developed on PolNeAR train, and get sayso's own edges, forms and nesting.
"""
CONVENTIONS = """\
PolNeAR counts the *that* which opens a reported clause, and sayso leaves it out: a content is widened over it before
it is scored. PolNeAR has one layer: statements inside others are left out. Both hold for the rivals as well (`bridge`
in `evaluation/figures.py`).
"""
RUSSIAN_NOTE = "Three articles: one statement is .013 of a recall."
LIMITS = """\
## What these figures do not say

- PolNeAR is US political news of 2016. How well other subjects, countries, years, translations and talk are read, its
  figures do not tell.
- PolNeAR annotates one layer: what somebody says within what another says does not count there.
- gold/dev/en is {articles} articles with {statements} statements, each article read by one annotator. One statement
  is {step:.3f} of a recall: differences of a few hundredths are noise.
- gold/dev/ru is three news stories, by which the Russian rules were written; how far they carry over to others is told
  in [model.md](model.md#russian).
- All are development sets. Model and settings were chosen by them, so new text will be read less well. For the same
  reason, and because people were measured on other articles, a figure above theirs does not mean better than people.
- The rivals show how far rules on the surface go, not how good other systems are. The published figures are for
  another part of PolNeAR and in tokens: they give the order of size and no more.
"""


def read_all(corpus: Corpus, threads: int | None) -> dict[str, Found]:
    """What sayso, read as the gate reads, and each rival find in a corpus."""
    readers = {name: partial(read_with, rival) for name, rival in rivals_of(corpus.lang).items()}
    readers["sayso"] = partial(read_corpus, threads=threads)
    return {name: reader(corpus) for name, reader in readers.items()}


def f1_table(corpus: str, rows: Sequence[str], figures: Mapping[str, Figures], people: Mapping[str, float]) -> str:
    """F1 of each, beside that of people."""
    lines = [[row, *cells(corpus, row, figures, ["f1"]), figure(people.get(row))] for row in rows]
    return table(["F1", *figures, "two people"], lines)


def full_table(corpus: str, rows: Sequence[str], figures: Mapping[str, Figures]) -> str:
    """Precision and recall of each."""
    head = [f"{name} {kind}" for name in figures for kind in ("P", "R")]
    lines = [[row, *cells(corpus, row, figures, ["precision", "recall"])] for row in rows]
    return table(["precision and recall", *head], lines)


def cells(corpus: str, row: str, figures: Mapping[str, Figures], kinds: Sequence[str]) -> list[str]:
    """The cells of a row; what the gate holds in bold."""
    return [
        figure(f[row][kind], bold=name == "sayso" and f"{row} {kind}" in HELD[corpus])
        for name, f in figures.items()
        for kind in kinds
    ]


def polnear_section(shared: Path, corpus: Corpus, found: Mapping[str, Found]) -> str:
    figures = {name: score_polnear(shared, corpus.articles, f) for name, f in found.items()}
    whole = {name: score_polnear(shared, corpus.articles, f, nested=True) for name, f in found.items()}
    published = [[name, *(figure(values.get(row)) for row in POLNEAR_ROWS[3:6])] for name, values in PUBLISHED.items()]
    return "\n".join(
        (
            f"## {corpus.name}: {len(corpus.articles)} articles, {gold_count(corpus)} attributions\n",
            CONVENTIONS,
            f1_table(corpus.name, POLNEAR_ROWS, figures, PEOPLE),
            full_table(corpus.name, POLNEAR_ROWS, figures),
            "With all statements, those inside others as well:\n",
            table(["F1", *whole], [[r, *(figure(f[r]["f1"]) for f in whole.values())] for r in POLNEAR_ROWS[6:]]),
            "*Two people* is measured with the same scorer on 20 articles of PolNeAR with 5 or 6 annotators each,\n"
            "over every pair of them.\n\n"
            "Published on PolNeAR's test set, spans on tokens, so not directly comparable:\n",
            table(["F1, on the test set", *POLNEAR_ROWS[3:6]], published),
        )
    )


def gold_section(
    shared: Path, corpus: Corpus, found: Mapping[str, Found], people: Mapping[str, float], note: str
) -> str:
    figures = {name: score_gold(shared, corpus, f) for name, f in found.items()}
    kinds = {name: recall_by_kind(shared, corpus.articles, f) for name, f in found.items()}
    lines = [
        [kind, str(total), *(figure(k[kind][0] / total if total else None) for k in kinds.values())]
        for kind, (_, total) in kinds["sayso"].items()
    ]
    return "\n".join(
        (
            f"## {corpus.name}: {len(corpus.articles)} articles, {gold_count(corpus)} statements\n",
            f"Annotated by the guideline that sayso follows, nested statements included. {note}\n",
            f1_table(corpus.name, GOLD_ROWS, figures, people),
            full_table(corpus.name, GOLD_ROWS, figures),
            "How many of the gold statements are found, by form, and of those that lie within another:\n",
            table(["recall of *found*", "gold", *kinds], lines),
            speakers_part(corpus, figures["sayso"]),
            answers_part(corpus, figures["sayso"]),
        )
    )


def speakers_part(corpus: Corpus, figures: Figures) -> str:
    """Who said it: the speaker's name, kind and side, and the first of those who passed it on."""
    share = figure(figures[HONEST]["precision"], bold=True)
    return (
        "Who said it. Precision is over the statements that are found and given the field; recall over all gold ones "
        "that\nhave it, so that a statement not found is a miss. The rivals resolve nobody.\n\n"
        + fields_table("speakers", corpus, figures, SPEAKER_ROWS)
        + f"\nOf the statements that are found, the speaker is right or honestly left open in {share}. For "
        "comparison, the Gender\nGap Tracker publishes .865 over the English quotes that it finds, on other articles.\n"
    )


def answers_part(corpus: Corpus, figures: Figures) -> str:
    """When, to whom, where, as what act, on what condition, with which figures."""
    return (
        "When, to whom, where, what kind of act, on what condition, how much, counted in the same way. A day must be\n"
        "the same ISO prefix, a figure have the same lower end, an addressee the same name, a venue and a condition\n"
        "half of the words. *Act, not state* leaves out what is nothing but a statement. Two readers of two articles\n"
        "agree on the act in .84.\n\n" + fields_table("answers", corpus, figures, ANSWER_ROWS)
    )


def fields_table(head: str, corpus: Corpus, figures: Figures, rows: Sequence[str]) -> str:
    """Fields with precision, recall and F1; in bold what the gate holds."""
    bold, kinds = HELD[corpus.name], ("precision", "recall", "f1")
    lines = [
        [row, str(int(figures[row]["gold"])), *(figure(figures[row][k], bold=f"{row} {k}" in bold) for k in kinds)]
        for row in rows
    ]
    return table([head, "gold", "precision", "recall", "F1"], lines)


def dates_section(shared: Path) -> str:
    """Expressions of time beside TempEval-3's."""
    rows = []
    for name in FOLDERS:
        counts = score(shared / "data/tempeval3" / name, show=False)
        for kind in ("dates", "periods"):
            shares = (figure(counts[f"{kind} {what}"] / counts[kind]) for what in ("found", "right"))
            rows.append([f"{name}, {kind}", str(counts[kind]), *shares])
    return (
        "## TempEval-3: expressions of time in 256 English news texts\n\n"
        "How many of the annotated dates and lengths of time are found, and with the right value (`python -m\n"
        "evaluation.dates`). TimeBank was looked at while the rules were written, AQUAINT was not; what names no time\n"
        "(*now*, *recently*) is left out.\n\n" + table(["", "gold", "found", "right value"], rows)
    )


def recall_by_kind(shared: Path, articles: Sequence[Article], found: Found) -> dict[str, tuple[int, int]]:
    """For each form, and for nested statements: how many gold ones are found, and how many there are."""
    counts = dict.fromkeys((*FORMS, "nested"), (0, 0))
    for article in articles:
        right = found_in(shared, article, found[article.id])
        for number, statement in enumerate(article.gold):
            for kind in [statement["form"]] + ["nested"] * is_nested(article, number):
                counts[kind] = (counts[kind][0] + (number in right), counts[kind][1] + 1)
    return counts


def is_nested(article: Article, number: int) -> bool:
    """Whether content and cue of a gold statement lie within another's content."""
    spans = [{role: [Span(*s) for s in g.get(role) or ()] for role in ("content", "cue")} for g in article.gold]
    inner = spans[number]["content"] + spans[number]["cue"]
    return any(covers(other["content"], inner) for at, other in enumerate(spans) if at != number)


def gold_count(corpus: Corpus) -> int:
    return sum(len(article.gold) for article in corpus.articles)


def made_with(corpora: Sequence[Corpus]) -> str:
    """What the figures were made with and on."""
    rows = [["sayso", __version__], ["model (SHA-256 of its manifest)", f"`{open_pack().digest}`"]]
    rows += [["Russian models (SHA-256 of their files)", f"`{open_parser().digest}`"]]
    rows += [[f"{corpus.name} (SHA-256)", f"`{corpus.digest}`"] for corpus in corpora]
    return f"## Made with\n\n{facts(rows)}"


def page(shared: Path, corpora: tuple[Corpus, ...], threads: int | None) -> str:
    """The whole page."""
    polnear, gold, russian = corpora
    count = gold_count(gold)
    return "\n".join(
        (
            INTRODUCTION,
            polnear_section(shared, polnear, read_all(polnear, threads)),
            gold_section(
                shared, gold, read_all(gold, threads), READERS, "*Two people* is two readers of two articles."
            ),
            gold_section(shared, russian, read_all(russian, threads), {}, RUSSIAN_NOTE),
            dates_section(shared),
            LIMITS.format(articles=len(gold.articles), statements=count, step=1 / max(1, count)),
            made_with(corpora),
        )
    )


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m evaluation.report", description="Write docs/quality.md.")
    parser.add_argument("--threads", type=int, help="threads that the model runs on; all cores by default")
    parser.add_argument("--out", type=Path, default=PAGE, help="the page to write; docs/quality.md by default")
    options = parser.parse_args(arguments)
    shared = find_shared()
    corpora = load_corpora(shared)
    if shared is None or corpora is None:
        print(f"{missing_message(shared)} The report is not written.", file=sys.stderr)
        return 1
    try:
        text = page(shared, corpora, options.threads)
    except EvaluationError as error:
        print(error, file=sys.stderr)
        return 2
    options.out.write_text(text, encoding="utf-8")
    print(f"{options.out.name} is written.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
