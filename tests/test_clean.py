"""clean: a page in, a document out; a plain text stays as it is, to the character."""

from __future__ import annotations

import subprocess
import sys
import textwrap
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import InputError, LanguageError
from sayso.records import Document, Page
from sayso.spans import Spans, cut
from sayso.steps.clean import clean

BOTH = frozenset({"en", "ru"})
LONG = (
    "The harbour board met on Monday and agreed that the gates would open in May, Ana Lima, its director, said "
    "after the meeting in the old town hall."
)
NEXT = "“We are ready,” she added, and thanked the dockers who had worked through the winter to mend the northern wall."

# Several of them in a row are the mark of binary data, which is refused.
CONTROLS = "".join(map(chr, (*range(9), *range(14, 32), 127)))


def read(body: bytes | str, *, readable: frozenset[str] = BOTH, **facts: str) -> Document:
    return clean(Page(id="harbour", body=body, media="text", **facts), readable=readable)


def words(document: Document, spans: Spans) -> list[str]:
    return [cut(document.text, span) for span in spans]


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters=CONTROLS), max_size=200))
def test_a_text_is_unchanged_and_its_spans_are_sound(tail: str) -> None:
    text = f"{LONG}\r\n\r\n{tail}"
    document = read(text.encode())
    assert document.text == text
    for span in (*document.furniture, *document.headings):
        assert 0 <= span.start < span.stop <= len(text)
        assert cut(text, span) == cut(text, span).strip()
    assert not set(document.furniture) & set(document.headings)


def test_line_ends_and_margins_stay() -> None:
    assert read(b"\n  The gates opened, she said.\r\n\r\n\tThe end of it.  \n").text.startswith("\n  The gates")


def test_title_sub_headings_breadcrumbs_and_credit() -> None:
    text = "\n".join(
        [
            "Harbour law: Lima answers the mayor's call to spare the old wall",
            "- Статьи",
            "- World",
            "- Harbour law: Lima answers the mayor's call to spare the old wall",
            "",
            LONG,
            "Lima proposes that the town pay for the wall",
            NEXT,
            "— We have waited long enough. The wall must stand, and the town must pay for it, whatever he may say",
            LONG,
            "How the wall is seen from the sea",
            NEXT,
            "Переведено сервисом «Пример Переводчик»",
        ]
    )
    document = read(text)
    assert document.title == "Harbour law: Lima answers the mayor's call to spare the old wall"
    assert words(document, document.headings) == [
        document.title,
        "Lima proposes that the town pay for the wall",
        "How the wall is seen from the sea",
    ]
    assert words(document, document.furniture) == [
        f"- Статьи\n- World\n- {document.title}",
        "Переведено сервисом «Пример Переводчик»",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "- a list item about the wall",
        "— We will not go, we will stay",
        '"We will stay," the mayor said',
        "Monday, May 18, 2015",
        "By Nora Quill",
        "The mayor said that the wall would stay.",
        "the wall, which had been built by hand",
        "Setting out clear rules; and",
        "ANA LIMA: Why not now",
        "Q: Will it open?",
    ],
)
def test_what_is_no_heading(line: str) -> None:
    document = read(f"{LONG}\n\n{line}\n\n{NEXT}")
    assert document.headings == ()


def test_a_speakers_label_that_comes_again_is_no_heading() -> None:
    document = read("\n\n".join([LONG, "Ana Lima", NEXT, "Ana Lima", LONG]))
    assert document.headings == ()


@pytest.mark.parametrize(
    "line", ["Minister: talks will go on", "‘The end of the wall’: the harbour board", "What next?"]
)
def test_a_heading_may_attribute_or_ask(line: str) -> None:
    document = read(f"{LONG}\n\n{line}\n\n{NEXT}")
    assert words(document, document.headings) == [line]


def test_a_text_wrapped_by_hand_has_no_headings_in_mid_sentence() -> None:
    text = "Port opens\n\n" + textwrap.fill(f"{LONG} {NEXT}", 40) + "\n"
    document = read(text)
    assert words(document, document.headings) == ["Port opens"]


def test_the_bringers_title_wins_and_its_line_is_a_heading() -> None:
    document = read(f"Port opens in May.\n\n{LONG}", title="Port opens in May.", published="2025-03-14T10:00:00Z")
    assert document.title == "Port opens in May."
    assert document.published == "2025-03-14"
    assert words(document, document.headings) == ["Port opens in May."]


@pytest.mark.parametrize(
    ("given_date", "kept"),
    [
        ("2025", "2025"),
        ("2025-03", "2025-03"),
        ("2025-03-14", "2025-03-14"),
        ("2025-03-14 20:28:12.467000+03:00", "2025-03-14"),
        ("2025-03-14T10:00Z", "2025-03-14"),
    ],
)
def test_dates_are_kept_to_the_day(given_date: str, kept: str) -> None:
    assert read("She said so.", published=given_date).published == kept


@pytest.mark.parametrize("bad", ["14 March", "2025-3-4", "2025-02-30", "2025-13", "yesterday", "2025-03-14x"])
def test_a_date_that_is_none_is_named(bad: str) -> None:
    with pytest.raises(InputError, match=f"harbour: published is '{bad}'.*Give a year"):
        read("She said so.", published=bad)


@pytest.mark.parametrize(("body", "what"), [(b"", "empty"), (b" \n\t\r\n ", "white space only"), ("\ufeff", "empty")])
def test_nothing_to_read(body: bytes | str, what: str) -> None:
    with pytest.raises(InputError, match=f"harbour: the text is {what}"):
        read(body)


@pytest.mark.parametrize("text", ["Hello", "😀 😀", "12345", "…"])
def test_one_word_is_a_document_with_nothing_in_it(text: str) -> None:
    document = read(text)
    assert (document.text, document.lang, document.title, document.headings) == (text, "en", None, ())


def test_a_language_that_is_not_read() -> None:
    with pytest.raises(LanguageError, match=r"harbour: the text is in Russian \(ru, found\) and sayso reads en"):
        read("Мэр города заявил во вторник, что порт откроется в мае.", readable=frozenset({"en"}))
    with pytest.raises(LanguageError, match=r"German \(de, given\).*--lang"):
        read("Der Hafen", lang="de-AT")


def test_the_given_language_wins() -> None:
    assert read("Der Hafen wird im Mai geöffnet, sagte der Bürgermeister am Dienstag.", lang="en_GB").lang == "en"


@pytest.mark.parametrize(
    "text", ["The minister said “שלום לכם” to the crowd by the gate of the port.", "Cafe\u0301 talk"]
)
def test_other_scripts_and_combining_marks_stay(text: str) -> None:
    assert read(text).text == text


@pytest.mark.parametrize("body", ["x" * 5_000_000, (LONG + "\n\n") * 40_000, "- Home\n" * 200_000, "> " * 2_000_000])
def test_long_texts_take_linear_time(body: str) -> None:
    start = time.process_time()
    assert clean(Page(id="long", body=body, media="text", lang="en")).text == body
    assert time.process_time() - start < 10  # seconds; a quadratic rule takes hours


def test_a_plain_english_text_loads_no_model_and_no_html() -> None:
    code = (
        "import sys; from sayso.records import Page; from sayso.steps.clean import clean;"
        f"clean(Page(id='a', body={LONG!r}, media='text'));"
        "print(*{'trafilatura', 'lxml', 'py3langid', 'charset_normalizer'} & set(sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "\n"
