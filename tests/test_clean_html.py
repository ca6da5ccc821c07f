"""HTML: the article whole, its quotations with their marks and signatures, and what the page tells of it."""

from __future__ import annotations

import pytest

from sayso.errors import InputError
from sayso.records import Document, Page
from sayso.spans import cut
from sayso.steps.clean import clean

BODY = "".join(
    f"<p>On day {day} the board met and agreed that the harbour wall would be mended before winter, officials said.</p>"
    for day in range(8)
)
HEAD = """<head><title>Port to open in May | The Gull</title><meta property="og:site_name" content="The Gull">
<meta name="author" content="Nora Quill"><meta property="article:published_time" content="2025-03-14T10:00:00Z">
<meta name="description" content="Harbour board sets a date after years of delay"></head>"""


def page(inner: str, head: str = HEAD) -> str:
    return (
        f'<html lang="en">{head}<body><nav><a href="/">Home</a><a href="/w">World</a></nav><article>'
        f"<h1>Port to open in May</h1>{BODY}{inner}{BODY.replace('day', 'night')}</article>"
        "<footer>Gull Press</footer></body></html>"
    )


def read(markup: str | bytes, **facts: str) -> Document:
    return clean(Page(id="gull", body=markup, media="html", **facts))


@pytest.mark.parametrize(
    ("inner", "lines"),
    [
        ("<blockquote>We will open the gates.</blockquote>", ["We will open the gates."]),
        ("<blockquote>We will open.<cite>Ana Lima</cite></blockquote>", ["We will open.", "Ana Lima"]),
        (
            "<blockquote><p>We will open.</p><p>In May.</p><footer>— Ana Lima</footer></blockquote>",
            ["We will open.", "In May.", "— Ana Lima"],
        ),
        (
            "<figure><blockquote><p>Nobody shall wait.</p></blockquote><figcaption>Ana Lima</figcaption></figure>",
            ["Nobody shall wait.", "Ana Lima"],
        ),
        (
            "<p>She greeted the <q>friends of the port</q> warmly.</p>",
            ["She greeted the “friends of the port” warmly."],
        ),
        (
            "<div>“We <b>will</b> open the gates in May,” she <em>said</em>, and left.</div>",
            ["“We will open the gates in May,” she said, and left."],
        ),
        (
            "<ul><li>The wall comes first</li><li>The gates come next</li></ul>",
            ["The wall comes first", "The gates come next"],
        ),
        ("<p>One line, she said.<br>Another line.</p>", ["One line, she said.", "Another line."]),
    ],
)
def test_no_quotation_is_lost(inner: str, lines: list[str]) -> None:
    text = read(page(inner)).text.split("\n")
    at = text.index(lines[0])
    assert [line for line in text[at:] if line][: len(lines)] == lines


def test_what_the_page_tells() -> None:
    document = read(page("<h2>What comes next</h2>"), url="https://gull.example/port")
    assert (document.title, document.outlet, document.published) == ("Port to open in May", "The Gull", "2025-03-14")
    assert (document.authors, document.lang, document.url) == (("Nora Quill",), "en", "https://gull.example/port")
    assert [cut(document.text, s) for s in document.headings] == ["Port to open in May", "What comes next"]
    assert "Home" not in document.text


def test_the_bringers_word_wins() -> None:
    document = read(page(""), title="Harbour news", outlet="The Tern", published="2024-01")
    assert (document.title, document.outlet, document.published) == ("Harbour news", "The Tern", "2024-01")


def test_no_date_is_guessed_from_the_article() -> None:
    assert read(page("<p>On 3 April 2019 the old wall fell, she said.</p>", head="")).published is None


def test_the_standfirst_is_kept() -> None:
    shown = '<header><div class="deck">Harbour board sets a date after years of delay</div></header>'
    markup = page("").replace("<article>", shown + "<article>")
    assert read(markup).text.count("Harbour board sets a date after years of delay") == 1


def test_a_pull_quote_is_furniture() -> None:
    markup = page(
        "<p>“We will open the gates in May, come what may,” she said.</p>"
        "<blockquote>We will open the gates in May, come what may</blockquote>"
    )
    document = read(markup)
    assert [cut(document.text, s) for s in document.furniture] == ["We will open the gates in May, come what may"]


@pytest.mark.parametrize(
    "markup",
    [
        "<p>The mayor said on Monday that the port would open.</p><blockquote>We are ready, all of us.</blockquote>",
        "<html><body><p>The mayor said on Monday that the port would open.</p><p>We are ready, all of us.</p></html>",
        "The mayor said on Monday that the port would open.<br>We are ready, all of us.",
        '<?xml version="1.0" encoding="utf-8"?><html><body><p>The mayor said on Monday that the port would open.</p>'
        "<p>We are ready, all of us.</p></body></html>",
    ],
)
def test_fragments_and_newsflashes_are_read(markup: str) -> None:
    lines = [line for line in read(markup).text.split("\n") if line]
    assert lines == ["The mayor said on Monday that the port would open.", "We are ready, all of us."]


def test_the_title_of_a_very_short_page_stands_once() -> None:
    markup = "<html><body><h1>Port opens in May</h1><p>The mayor said on Monday: “It opens.”</p></body></html>"
    document = read(markup)
    assert document.text == "Port opens in May\n\nThe mayor said on Monday: “It opens.”"
    assert document.furniture == ()


@pytest.mark.parametrize(
    "markup",
    [
        "<html><body></body></html>",
        "<html><body><nav><a href='/'>Home</a></nav><div>Log in</div></body></html>",
        "<html><body><ul>" + "<li><a href='/1'>A story about the port</a></li>" * 40 + "</ul></body></html>",
        "<!-- nothing -->",
        "<",
    ],
)
def test_a_page_without_an_article(markup: str) -> None:
    with pytest.raises(InputError, match="gull: no article was found"):
        read(markup)


@pytest.mark.parametrize("encoding", ["windows-1251", "koi8-r"])
@pytest.mark.parametrize("head", ['<meta charset="{}">', ""])
def test_declared_and_undeclared_cyrillic_pages(head: str, encoding: str) -> None:
    line = "Мэр города заявил во вторник, что порт откроется в мае, несмотря на возражения совета."
    markup = f"<html><head>{head.format(encoding)}</head><body><p>{line}</p></body></html>".encode(encoding)
    document = clean(Page(id="a", body=markup, media="html"), readable=frozenset({"ru"}))
    assert document.text == line
