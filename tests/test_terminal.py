"""Views on a terminal: readable, plain where it must be, and nothing in an article is obeyed."""

from __future__ import annotations

import io
import re
import unicodedata

import pytest
from msgspec.structs import replace
from rich.console import Console

from sayso.explain import Explanation
from sayso.records import ActReading, Addressee, Candidate, Condition, Figure, Speaker, Venue, When
from sayso.spans import Span
from sayso.terminal import WIDEST, Progress, make_console, plain, show_article, show_explanation, spelled
from sayso.views import view_article
from tests.marked import reading_of

LINE = (
    "{1s Ana Ruiz} {1q said} {1c the gate “was” late}. “{2c It is late},” {2s Li} {2q said}. {3q It is said}: {3c no}."
)
SOURCE = Span(0, 3)
OWN = re.compile(r"\x1b\[[0-9;]*m")  # what rich itself writes: colours
NASTY = (
    "\x1b[31mred",
    "\x1b]0;title\x07",
    "\x1b]8;;http://a.example\x1b\\link",
    "\x9b2J",
    "\x9d0;t\x9c",
    "a\x08\x08b",
    "a\rb",
    "\x00\x7f\x85",
    "\u202eright to left",
    "\u2066isolated\u2069",
    "\x1bc",
    "\x0e\x0f",
)


@pytest.fixture(autouse=True)
def _bare(monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal about which the environment says nothing."""
    for name in ("FORCE_COLOR", "NO_COLOR", "COLUMNS", "TTY_COMPATIBLE", "TTY_INTERACTIVE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")


def shown(line: str, *, tty: bool = False, width: int = 80, **facts: str) -> str:
    out = io.StringIO()
    console = Console(file=out, force_terminal=tty, width=width, highlight=False, markup=False, emoji=False)
    show_article(console, view_article(reading_of(line, **facts)))
    return out.getvalue()


def obeyed(text: str) -> list[str]:
    """The characters that a terminal obeys: controls, and what turns the direction of the text."""
    bidi = ("LRE", "RLE", "PDF", "LRO", "RLO", "LRI", "RLI", "FSI", "PDI")
    return [c for c in text if (unicodedata.category(c) == "Cc" and c != "\n") or unicodedata.bidirectional(c) in bidi]


@pytest.mark.parametrize("words", NASTY)
def test_plain(words: str) -> None:
    assert obeyed(plain(words)) == []
    assert len(plain(words)) == len(words)


@pytest.mark.parametrize("tty", [False, True])
@pytest.mark.parametrize("words", NASTY)
def test_an_article_is_not_obeyed(words: str, tty: bool) -> None:
    text = shown(
        f"{{1s R{words}z}} {{1q sa{words}id}} {{1c it{words}is}} late", tty=tty, title=f"T{words}", url=f"u{words}"
    )
    assert obeyed(OWN.sub("", text)) == []


@pytest.mark.parametrize("words", ["[red]no[/red]", ":smile:", "[link=http://a.example]b[/link]", "[/]"])
def test_markup_is_shown_as_it_is(words: str) -> None:
    assert words in shown(f"{{1s Ruiz}} {{1q said}} {{1c it is {words} late}}", title=words)


def test_plain_where_there_is_no_terminal() -> None:
    text = shown(LINE, title="The gate", outlet="Post", published="2025-03-14")
    assert "\x1b" not in text
    assert text.splitlines()[:2] == ["The gate", "Post · 2025-03-14"]
    assert re.search(r"1 +Ana Ruiz \(not resolved\) +said +\[mixed\]", text)
    assert "“It is late”" in text
    assert "no source (not resolved)  It is said  [indirect]" in text


def test_the_speaker_is_told_with_role_and_side_and_those_who_passed_it_on() -> None:
    named = Speaker(name="Ana Ruiz", kind="person", role="harbour\nmaster", side="Norland", rule="r", confidence=0.9)
    text = told("{1s she} {1q said} {1c it is late}.", speaker=named, via=(named, replace(named, name="Bo Ek")))
    assert "1  Ana Ruiz (“she”, harbour master, Norland)  said  [indirect]" in text
    assert "told by Ana Ruiz, citing Bo Ek" in text


def test_unnamed_and_unresolved_are_told_apart() -> None:
    line = "{1s an official} {1q said} {1c it is late}."
    unnamed = Speaker(name="an official", kind="unnamed", rule="unnamed", confidence=0.9)
    rival = Candidate(name="Ana Ruiz", rule="weighed", confidence=0.3, reason="weighs 1.0")
    assert "an official (unnamed)  said" in told(line, speaker=unnamed)
    assert "an official (not resolved; perhaps Ana Ruiz)  said" in told(line, candidates=(rival,))


def told(line: str, **fields: object) -> str:
    """The page of an article with one statement, which has these fields."""
    reading = reading_of(line)
    out = io.StringIO()
    console = Console(file=out, width=100, highlight=False, markup=False)
    show_article(console, view_article(replace(reading, statements=(replace(reading.statements[0], **fields),))))
    return out.getvalue()


def test_colour_on_a_terminal() -> None:
    assert "\x1b[" in shown(LINE, tty=True)
    assert OWN.sub("", shown(LINE, tty=True)).split() == shown(LINE).split()


@pytest.mark.parametrize("width", [20, 40, 80])
def test_lines_fit(width: int) -> None:
    text = shown(
        LINE + " {4s Li} {4q said} {4c " + "it rains and rains, " * 20 + "yes}", width=width, title="Gate " * 30
    )
    assert max(map(len, text.splitlines())) <= width
    assert text.count("rains") == 40


def test_an_article_without_statements() -> None:
    assert "Nobody is quoted" in shown("It rains.")


def test_no_white_space_at_the_end_of_a_line() -> None:
    assert [line for line in shown(LINE).splitlines() if line != line.rstrip()] == []


@pytest.mark.parametrize(("columns", "width"), [("40", 40), ("300", WIDEST)])
def test_the_width_of_the_console(columns: str, width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    assert make_console().width == make_console(stderr=True).width == width


def test_an_explanation() -> None:
    (statement,) = reading_of("{1s R\x1b[2Juiz} {1q said} {1c it is late}.").statements
    why = Explanation(
        statement=statement,
        words={"source": ["R\x1b[2Juiz"], "cue": ["said"], "content": []},
        rule="model",
        notes=("whole turn",),
        score=0.42,
        cue_score=0.6,
        role_score=0.7,
        form_rule="reported (rule 4 of 4)",
        form_evidence="0 of 3 words in quotation; cue: said",
        quotations=(),
        windows=((Span(0, 20), Span(0, 10)),),
        rules=("1 own name: not its case", "2 body: Harbour Board"),
        rejected=("Bo Ek: weighs 0.1",),
        answers=(("said_on", "2025-03-13, by the rule “week\x1b[2Jday”"), ("act", "promise, 0.70")),
    )
    out = io.StringIO()
    show_explanation(Console(file=out, width=100, highlight=False, markup=False), why)
    text = out.getvalue()
    assert obeyed(text) == []
    for told in (
        "content    none",
        "model, whole turn",
        "0.42 = 0.60",
        "reported (rule 4 of 4)",
        "read 0–20",
        "said_on    2025-03-13, by the rule “week",
        "act        promise, 0.70",
        "speaker    not resolved",
        "rule       1 own name: not its case\n           2 body: Harbour Board",
        "rejected   Bo Ek: weighs 0.1",
        statement.id,
    ):
        assert told in text


def test_messages_go_to_stderr_and_are_not_obeyed(capsys: pytest.CaptureFixture[str]) -> None:
    with Progress(2) as progress:
        progress.say("a.txt: [bold]\x1b[31m" + "long " * 60)
        progress.advance()
    out, err = capsys.readouterr()
    assert out == ""
    assert obeyed(err) == []
    assert err.startswith("sayso: a.txt: [bold] ")
    assert err.count("\n") == 1


ANSWERED = (
    "{1s Ana Ruiz} {1q said} {1c that more than 67,000 nets were lost if the count is right}. "
    "“{2c It is late},” {2s Li} {2q said}."
)


def answered() -> str:
    """A page of two statements, one of which answers every question."""
    reading = reading_of(ANSWERED)
    first, second = reading.statements
    text = reading.document.text
    span = Span(text.index("more"), text.index(" were"))
    clause = Span(text.index("if the"), text.index(". “"))
    first = replace(
        first,
        said_on=When(span=SOURCE, value="2025-03-13", granularity="day", anchor="publication", rule="weekday"),
        addressee=Addressee(name="reporters", kind="group", span=SOURCE, rule="after the verb"),
        venue=Venue(text="in Porto", span=SOURCE, rule="beside the cue"),
        act="demand",
        acts=(
            ActReading(act="demand", rule="cue", confidence=0.9),
            ActReading(act="accuse", rule="wrongful act", confidence=0.7),
        ),
        force="urge",
        condition=Condition(text="if the count is right", span=clause, rule="if"),
        figures=(
            Figure(
                text="more than 67,000 nets",
                span=span,
                low=67000,
                high=None,
                unit="nets",
                sure="more than",
                rule="thing",
            ),
        ),
        times=(When(span=SOURCE, period="P30D", rule="period"),),
        stance="doubting",
        hedges=(SOURCE,),
    )
    out = io.StringIO()
    view = view_article(replace(reading, statements=(first, second)))
    show_article(Console(file=out, width=100, highlight=False, markup=False), view)
    return out.getvalue()


def test_every_answer_is_shown_below_the_words() -> None:
    lines = [line.strip() for line in answered().splitlines()]
    assert "said  [indirect, demand and accuse (urge), conditional]" in lines[2]
    assert lines[4] == "2025-03-13 · to reporters · in Porto · worded as doubting · “Ana”"
    assert lines[5] == "condition: if the count is right · figures: > 67,000 nets · times: 30 days"


@pytest.mark.parametrize(
    ("time", "wanted"),
    [
        ("P30D", "30 days"),
        ("P1Y6M", "1 year 6 months"),
        ("P1W", "1 week"),
        ("P2DT12H", "2 days 12 hours"),
        ("PT5430S", "5430 seconds"),
        ("2025-03-13", "2025-03-13"),
        ("2025-03 (week)", "2025-03 (week)"),
        ("“several days”", "“several days”"),
    ],
)
def test_a_length_of_time_is_spelled_out(time: str, wanted: str) -> None:
    assert spelled(time) == wanted


def test_a_statement_without_answers_has_no_line_for_them() -> None:
    lines = answered().splitlines()
    assert [line.strip() for line in lines[7:]] == ["2  Li (not resolved)  said  [direct]", "“It is late”", ""]


def test_a_day_that_is_not_told_is_said_to_be_so() -> None:
    reading = reading_of(ANSWERED)
    when = When(span=SOURCE, granularity="day", rule="weekday")
    out = io.StringIO()
    view = view_article(replace(reading, statements=(replace(reading.statements[0], said_on=when),)))
    show_article(Console(file=out, width=100), view)
    assert "“Ana” (which day is not told)" in out.getvalue()
