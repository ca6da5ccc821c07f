"""Views on a terminal. In: views and a rich Console; out: a readable page on it. Colour where the terminal has it,
plain where it has not; messages and the progress bar go to stderr."""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping, Sequence
from types import TracebackType

from msgspec.json import encode
from rich import progress
from rich.console import Console
from rich.text import Text

from sayso.explain import Explanation
from sayso.ledger.correction import Correction, KeptCorrection
from sayso.ledger.hit import Count, Hit, Variant
from sayso.views import ArticleView, StatementView

# The form is told by the word as well as by the colour.
STYLES = {"direct": "green", "mixed": "cyan", "indirect": "blue", "ascribed": "magenta"}
BIDI = (*range(0x202A, 0x202F), *range(0x2066, 0x206A))
OBEYED = dict.fromkeys((*range(32), *range(127, 160), *BIDI), " ")
LENGTH = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?")
UNITS = ("year", "month", "week", "day", "hour", "minute", "second")
# A line of prose longer than this is hard to read, however wide the terminal.
WIDEST = 110


def make_console(*, stderr: bool = False) -> Console:
    """A console on stdout or stderr, as wide as the terminal and at most WIDEST."""
    console = Console(stderr=stderr, highlight=False, markup=False, emoji=False)
    console.width = min(console.width, WIDEST)
    return console


def plain(words: str) -> str:
    """The words with nothing in them that a terminal would obey."""
    return words.translate(OBEYED)


def show_article(console: Console, article: ArticleView) -> None:
    """Print an article's page: title, outlet, date; then each statement."""
    console.print(Text(plain(article.title or article.id), style="bold"))
    about = [plain(x) for x in (article.outlet, article.published, article.url) if x]
    if about:
        console.print(Text(" · ".join(about), style="dim"))
    console.print()
    if not article.statements:
        console.print(Text("Nobody is quoted or reported in this text.", style="dim"))
        console.print()
    for statement in article.statements:
        show_statement(console, statement)


def show_statement(console: Console, s: StatementView) -> None:
    """One statement: number, who, role and side, cue, form and act on a line; through whom; the words below it; then,
    dim, when, where and to whom, how it is worded, and what of the content is written out."""
    indent = 4 * min(s.depth, 4)
    head = Text(f"{s.number:>3}  ", style="dim")
    head.append(plain(s.speaker or s.source) or "no source", style="bold not dim" if s.speaker else "italic not dim")
    about = ", ".join(dict.fromkeys(plain(x) for x in (s.english, called(s), s.role, s.side) if x and x != s.speaker))
    if about:
        head.append(f" ({about})", style="not bold dim")
    if s.cue:
        head.append(f"  {plain(s.cue)}", style="yellow not dim")
    head.append(f"  [{s.form}{acts(s)}]", style=f"{STYLES[s.form]} not dim")
    show_lines(console, head, indent, hang=5)
    if s.via:
        show_lines(console, Text(f"told by {', citing '.join(plain(v) for v in s.via)}", style="dim"), indent + 5)
    words = f"“{plain(s.content)}”" if s.form == "direct" else plain(s.content)
    show_lines(console, Text(words), indent + 5)
    for line in (circumstances(s), claims(s)):
        if line:
            show_lines(console, Text(plain(line), style="dim"), indent + 5, hang=2)
    console.print()


def acts(s: StatementView) -> str:
    """The acts that are more than a statement, with the force of a demand and whether a condition is set."""
    told = [a for a in (s.act, s.also) if a and a != "state"]
    force = f" ({s.force})" if s.force and s.force != "demand" else ""
    named = f", {' and '.join(told)}{force}" if told else ""
    return f"{named}, conditional" if s.condition else named


def circumstances(s: StatementView) -> str:
    """When, to whom and where it was said, and how that is worded."""
    parts = [s.said_on and dated(s.said_on), f"to {s.addressee}" if s.addressee else None, s.venue]
    parts.append(f"worded as {s.stance}" if s.stance in ("doubting", "heated") else None)
    parts += [f"“{hedge}”" for hedge in s.hedges]
    return " · ".join(p for p in parts if p)


def dated(said_on: str) -> str:
    """The day of saying; that it could not be told which, where only the words are known."""
    return f"{said_on} (which day is not told)" if said_on.startswith("“") else said_on


def claims(s: StatementView) -> str:
    """What the content hangs on, counts and dates."""
    parts = [f"condition: {s.condition}"] if s.condition else []
    parts += [f"figures: {'; '.join(s.figures)}"] if s.figures else []
    parts += [f"times: {'; '.join(map(spelled, s.times))}"] if s.times else []
    return " · ".join(parts)


def spelled(time: str) -> str:
    """A time as it is read; a length of time in words: *P30D* as *30 days*."""
    length = LENGTH.fullmatch(time)
    counts = [(int(n), unit) for n, unit in zip(length.groups(), UNITS, strict=True) if n] if length else []
    return " ".join(f"{n} {unit}{'' if n == 1 else 's'}" for n, unit in counts) or time


def called(s: StatementView) -> str:
    """What the text calls the speaker, where that is not the name; what is known of one who is not resolved or not
    named."""
    if s.kind == "unnamed":
        return "unnamed"
    if s.speaker is None:
        perhaps = " or ".join(dict.fromkeys(s.candidates))
        return f"not resolved; perhaps {perhaps}" if perhaps else "not resolved"
    if s.kind == "document":
        return "document"
    return f"“{s.source}”" if s.source and s.speaker.casefold() not in s.source.casefold() else ""


def show_lines(console: Console, text: Text, indent: int, hang: int = 0) -> None:
    """Print a text wrapped and indented, its second line and those after it by ``hang`` more, with no white space at
    the end of a line."""
    for number, line in enumerate(text.wrap(console, max(10, console.width - indent - hang))):
        line.rstrip()
        console.print(Text(" " * (indent + (hang if number else 0))) + line, soft_wrap=True)


def show_hits(console: Console, hits: Sequence[Hit]) -> None:
    """Print what a search found: who, how and when, then the words in their context with those of the search marked."""
    for hit in hits:
        told = f" · {plain(hit.role)}" if hit.role else ""
        head = Text.assemble((plain(hit.speaker or hit.source or "no source"), "bold" if hit.speaker else "italic"))
        head.append(told, style="dim")
        head.append(f"  {plain(hit.cue)}", style="yellow")
        head.append(f"  [{hit.form}{f', {hit.act}' if hit.act and hit.act != 'state' else ''}]", style=STYLES[hit.form])
        show_lines(console, head, 0, hang=2)
        words = Text(plain(hit.content))
        for mark in hit.marks:
            words.stylize("bold reverse", mark.start, mark.stop)
        show_lines(console, words, 2)
        show_lines(console, Text(plain(" · ".join(filter(None, placed(hit)))), style="dim"), 2, hang=2)
        console.print()


def placed(hit: Hit) -> tuple[str | None, ...]:
    """When and where a statement was found, its id, and what is to be known of it beside."""
    same = f"{hit.variants} variants" if hit.variants > 1 else None
    corrected = f"corrected: {', '.join(hit.corrected)}" if hit.corrected else None
    return hit.day, hit.outlet, hit.title or hit.name, hit.url, same, corrected, hit.id


def show_variants(console: Console, variants: Sequence[Variant]) -> None:
    """Print the variants of a statement, each with how it differs from the first."""
    for variant in variants:
        show_hits(console, [variant.hit])
        for d in variant.differences:
            line = Text.assemble((f"{d.field}: ", "dim"), (plain(d.first or "nothing"), "red"), " → ")
            line.append(plain(d.here or "nothing"), style="green")
            show_lines(console, line, 4, hang=2)
        if variant.differences:
            console.print()


def show_corrections(console: Console, kept: Sequence[KeptCorrection]) -> None:
    """Print corrections: the number, what is said of what, who says so and when, and whether it holds."""
    for one in kept:
        c = one.correction
        head = Text(f"{one.number:>4}  ", style="dim")
        head.append(plain(said_of(c)), style="not dim")
        show_lines(console, head, 0, hang=6)
        undone = f"undone by {c.undone_by}, {c.undone_at}" if c.undone_at else None
        waits = None if undone or one.applied else "its statement is not found"
        told = filter(None, (f"{c.by}, {c.made_at}", c.note, undone, waits))
        show_lines(console, Text(plain(" · ".join(told)), style="dim"), 6, hang=2)


def said_of(correction: Correction) -> str:
    """What a correction says, in a line."""
    c = correction
    who = f"{c.who.name} ({', '.join(filter(None, (c.who.kind, c.who.role, c.who.side)))})" if c.who else ""
    if c.other:
        return f"{who} and {c.other.name} ({c.other.kind}) are {'one' if c.kind == 'same' else 'two'}"
    words = f"{c.statement.id}: “{c.statement.content}”" if c.statement else ""
    return f"{words} {'is no statement' if c.kind == 'none' else f'{c.kind}: {c.value or who}'}"


def show_counts(console: Console, counts: Mapping[str, Mapping[str, Count]], shape: str) -> None:
    """Print how many statements there are by facet and value, raw and with those that are the same counted once, as a
    table or as a line of JSON each."""
    if shape != "jsonl":
        console.print(Text(f"{'statements':>10}{'distinct':>10}", style="dim"))
    for facet, values in counts.items():
        if shape == "jsonl":
            for value, number in values.items():
                row = {"facet": facet, "value": value, "statements": number.statements, "distinct": number.distinct}
                console.print(encode(row).decode(), soft_wrap=True)
        elif values:
            console.print(Text(facet, style="bold"))
            for value, number in values.items():
                console.print(
                    Text(f"{number.statements:>10}{number.distinct:>10} {plain(value)}".rstrip()), soft_wrap=True
                )


def show_explanation(console: Console, why: Explanation) -> None:
    """Print an explanation, a field a line."""
    score = "none: no model was asked" if why.score is None else f"{why.score:.2f}"
    if why.score is not None:
        score += f" = {why.cue_score:.2f} (the cue attributes) x {why.role_score:.2f} (this is its content)"
    rows = [
        *((role, " … ".join(words) or "none") for role, words in why.words.items()),
        ("found by", ", ".join((why.rule, *why.notes))),
        ("score", score),
        ("speaker", told(why)),
        *((("rule" if n == 0 else ""), line) for n, line in enumerate(why.rules)),
        *((("rejected" if n == 0 else ""), line) for n, line in enumerate(why.rejected)),
        ("via", ", ".join(v.name for v in why.statement.via) or "none"),
        *why.answers,
        ("form", f"{why.statement.form}, by the rule “{why.form_rule}”: {why.form_evidence}"),
        ("quotations", ", ".join(f"{q.start}–{q.stop}" for q in why.quotations) or "none"),
        *(
            ("window", f"read {read.start}–{read.stop}, answering for {core.start}–{core.stop}")
            for read, core in why.windows
        ),
        ("id", why.statement.id),
    ]
    for name, value in rows:
        console.print(Text(f"{name:<11}", style="dim"), Text(plain(value)), sep="")


def told(why: Explanation) -> str:
    """Who said it, with the confidence, or that it could not be told."""
    s = why.statement.speaker
    if s is None:
        return "not resolved"
    known = ", ".join(x for x in (s.kind, s.role, s.side) if x)
    where = f"named at {s.named.start}–{s.named.stop}" if s.named else "named by the roster alone"
    return f"{s.name} ({known}), {s.confidence:.2f}; {where}"


class Progress:
    """A progress bar on stderr, with rate and time left, when there is more than one document and somebody to look at
    it; messages that do not break it."""

    def __init__(self, total: int | None) -> None:
        self.console = make_console(stderr=True)
        self.bar = progress.Progress(
            progress.TextColumn("reading"),
            progress.BarColumn(),
            progress.MofNCompleteColumn(),
            RateColumn(),
            progress.TimeRemainingColumn(),
            console=self.console,
            transient=True,
            # Records go to stdout untouched; a bar among them would be in the way.
            redirect_stdout=False,
            redirect_stderr=False,
            disable=total == 1 or not sys.stderr.isatty() or sys.stdout.isatty(),
        )
        self.task = self.bar.add_task("reading", total=total)

    def __enter__(self) -> Progress:
        self.bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.bar.stop()

    def advance(self) -> None:
        self.bar.advance(self.task)

    def say(self, message: str) -> None:
        """A message on stderr."""
        self.console.print(Text(f"sayso: {plain(message)}"), soft_wrap=True)


class RateColumn(progress.ProgressColumn):
    """Articles a second."""

    def render(self, task: progress.Task) -> Text:
        return Text(f"{task.speed:.1f}/s" if task.speed else "", style="dim")
