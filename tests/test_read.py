"""read and read_many, with the pack that ships: sentences plain enough for any sane model."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

import sayso
from sayso.marks import find_quotations
from sayso.model.pack import PACK
from sayso.read import BATCH, MOST_TOGETHER, in_batches, read_many
from sayso.records import Document, Failure, Page, Reading
from sayso.spans import Span, cut, holds, meets
from sayso.steps.quote import quote
from tests.marked import Marked, parse_marked, write_marked

HARBOUR = Path(__file__).parent.parent / "examples" / "harbour.txt"
PLAIN = "“We will open the gate in May,” Ana Ruiz said."

# Each line: what must be found, in a text of nothing else.
LINES = (
    "“{1c We will open the gate in May},” {1s Ana Ruiz} {1q said}.",
    '"{1c We will open the gate in May}," {1s Ana Ruiz} {1q said}.',
    "{1s Ana Ruiz} {1q said} that {1c the gate would open in May}.",
    "{1q According to} {1s Ana Ruiz}, {1c the gate will open in May}.",
    "{1s The mayor} {1q believes} that {1c the harbour will be rebuilt}.",
    "{1s The harbour authority} {1q said} on Monday that {1c the gate would open}.",
    # what the offsets must survive
    "🙂🙂 “{1c We will open the gate in May},” {1s Ana Ruiz} {1q said}. 🙂",
    "{1s Ana Ruiz} {1q said}: “{1c cafe\u0301 owners will pay the toll this year}.”",
    "The board met in the old hall.\r\n\r\n“{1c We will open the gate in May},” {1s Ana Ruiz} {1q said}.\r\n",
    "The pilots asked their question twice. “{1c אנחנו מוכנים לצאת לים},” {1s Ana Ruiz} {1q said}.",
    "\u200e“\u200e{1c We will open the gate in May},” {1s Ana Ruiz} {1q said}.",
    "\ufeff\n\n  “{1c We will open the gate in May},” {1s Ana Ruiz} {1q said}.",
)


def marked(reading: Reading) -> str:
    return write_marked(reading.document.text, [Marked(s.source, s.cue, s.content) for s in reading.statements])


def page(number: int, body: str | bytes = PLAIN) -> Page:
    return Page(id=f"p{number}", body=body, media="text")


@pytest.mark.parametrize("line", LINES)
def test_plain_sentences(line: str) -> None:
    text, _ = parse_marked(line)
    reading = sayso.read(text)
    assert reading.faults == ()
    assert marked(reading) == line.removeprefix("\ufeff")


@pytest.mark.parametrize(
    ("line", "form"),
    [(LINES[0], "direct"), (LINES[2], "indirect"), (LINES[4], "ascribed")],
)
def test_forms(line: str, form: str) -> None:
    assert [s.form for s in sayso.read(parse_marked(line)[0]).statements] == [form]


def test_nobody_says_anything() -> None:
    reading = sayso.read("It rains in the harbour. The gate is grey, and the boats are at sea.")
    assert (reading.statements, reading.faults) == ((), ())


def test_facts_are_kept() -> None:
    reading = sayso.read(
        PLAIN, id="a1", title="Gate", outlet="The Post", published="2025-03", url="https://a.example/1", lang="en"
    )
    d = reading.document
    assert (d.id, d.text, d.lang, d.title, d.outlet) == ("a1", PLAIN, "en", "Gate", "The Post")
    assert (d.published, d.url) == ("2025-03", "https://a.example/1")
    assert reading.made_by.version == sayso.__version__
    assert len(reading.made_by.model or "") == 64


def test_bytes_are_read_as_text_is() -> None:
    assert marked(sayso.read(PLAIN.encode())) == marked(sayso.read(PLAIN)) == LINES[0]


def test_a_page_is_read_as_its_text_is() -> None:
    body = (
        f"<html><body><article><h1>Gate</h1><p>{PLAIN}</p><p>{'The boats are at sea. ' * 9}</p></article></body></html>"
    )
    assert LINES[0] in marked(sayso.read(body, html=True))


@pytest.mark.parametrize("published", ["14 March 2025", "2025-13-01", "yesterday"])
def test_a_date_that_is_none(published: str) -> None:
    with pytest.raises(sayso.InputError, match="text"):
        sayso.read(PLAIN, published=published)


@pytest.mark.parametrize("text", ["", " \n\t ", b"", b"\x89PNG\r\n\x1a\n\0\0\0"])
def test_nothing_to_read(text: str | bytes) -> None:
    with pytest.raises(sayso.InputError):
        sayso.read(text)


def test_a_language_that_cannot_be_read() -> None:
    german = "Der Hafenmeister sagte am Montag, dass das neue Tor erst im Mai geöffnet werde, weil noch Geld fehle."
    with pytest.raises(sayso.LanguageError, match="German"):
        sayso.read(german)
    with pytest.raises(sayso.LanguageError):
        sayso.read(PLAIN, lang="xx")


def test_one_bad_page_among_many_and_order() -> None:
    # More than two batches, of unlike lengths, so that the model's batches mix them.
    pages = [page(n, f"Boat {n} is in. " * (1 + n * 7 % 12) + PLAIN) for n in range(2 * MOST_TOGETHER + 5)]
    pages[3] = page(3, b"\x89PNG\r\n\x1a\n\0\0\0")
    pages[MOST_TOGETHER] = page(MOST_TOGETHER, "Куди йде цей корабель, спитав начальник порту в рибалок на причалі.")
    pages[-1] = page(len(pages) - 1, "")
    results = list(read_many(pages))
    assert [r.id if isinstance(r, Failure) else r.document.id for r in results] == [p.id for p in pages]
    failed = {r.id: r.kind for r in results if isinstance(r, Failure)}
    assert failed == {"p3": "InputError", f"p{MOST_TOGETHER}": "LanguageError", f"p{len(pages) - 1}": "InputError"}
    for result in results:
        if isinstance(result, Reading):
            assert [[cut(result.document.text, s) for s in x.source] for x in result.statements] == [["Ana Ruiz"]]


def test_a_failure_stays_in_its_place() -> None:
    broken = Failure(id="b", message="b: broken")
    assert list(read_many([broken])) == [broken]
    first, second, third = read_many([page(1), broken, page(3)])
    assert (second, first.document.id, third.document.id) == (broken, "p1", "p3")  # type: ignore[union-attr]
    assert list(read_many([])) == []


def test_neighbours_change_nothing() -> None:
    """What is found in an article does not hang on what it is read together with."""
    text = HARBOUR.read_text(encoding="utf-8")
    alone = sayso.read(text, id="p1")
    _, together, _ = read_many([page(0), page(1, text), page(2)])
    assert isinstance(together, Reading)
    assert [(s.id, s.form, s.inside) for s in together.statements] == [
        (s.id, s.form, s.inside) for s in alone.statements
    ]


def test_pages_are_not_held() -> None:
    seen: list[int] = []

    def stream() -> Iterator[Page]:
        for number in range(10 * MOST_TOGETHER):
            seen.append(number)
            yield page(number)

    next(read_many(stream()))
    assert len(seen) <= 2 * MOST_TOGETHER + 2  # a batch, the queue, and the one being put


@given(st.lists(st.integers(0, 30), max_size=40), st.integers(1, 60))
def test_batches_part_the_items(sizes: list[int], limit: int) -> None:
    found = list(in_batches(sizes, lambda size: size, limit))
    assert [size for batch in found for size in batch] == sizes
    assert all(0 < len(batch) <= MOST_TOGETHER and sum(batch[:-1]) < limit for batch in found)
    assert all(sum(batch) >= limit or len(batch) == MOST_TOGETHER for batch in found[:-1])
    assert BATCH > 0


def test_furniture_is_never_attributed() -> None:
    text = (
        f"Share this article\n\n{PLAIN}\n\nRead more: why Ana Ruiz believes in the gate\n\nPhoto: Ana Ruiz / Courier\n"
    )
    reading = sayso.read(text)
    furniture = " ".join(cut(reading.document.text, span) for span in reading.document.furniture)
    assert all(word in furniture for word in ("Share", "Read more", "Photo"))
    assert LINES[0] in marked(reading)
    assert len(reading.statements) == 1


@pytest.fixture(scope="module")
def harbour() -> Reading:
    return sayso.read(HARBOUR.read_text(encoding="utf-8"), id="harbour")


def test_the_example_is_read_soundly(harbour: Reading) -> None:
    assert harbour.faults == ()
    assert len(harbour.statements) >= 20
    assert {s.form for s in harbour.statements} == {"direct", "mixed", "indirect", "ascribed"}
    assert [cut(harbour.document.text, f)[:5] for f in harbour.document.furniture] == ["Photo", "Read "]
    ids = {s.id for s in harbour.statements}
    assert len(ids) == len(harbour.statements)
    for s in harbour.statements:
        assert s.inside is None or s.inside in ids
        assert not any(meets(f, span) for f in harbour.document.furniture for span in s.source + s.cue + s.content)
        for score in (s.score, s.cue_score, s.role_score):
            assert score is None or 0 <= score <= 1


def test_statements_stand_in_the_order_of_the_text(harbour: Reading) -> None:
    starts = [min(span.start for span in s.source + s.cue + s.content) for s in harbour.statements]
    assert all(before <= after for before, after in pairwise(starts))


def test_the_same_twice(harbour: Reading) -> None:
    assert sayso.read(HARBOUR.read_text(encoding="utf-8"), id="harbour") == harbour


@pytest.mark.parametrize(
    "text",
    [
        "ሀ" * 1_000_000,  # one piece for 64 letters: a text of this length in seconds
        "x" * 20_000,
        "a\0b said\0that it rains\0" * 40,
        "\0\0\0",
        "”" * 2_000,
        "“" * 2_000,
        "— " * 2_000,
        "\n" * 5_000 + PLAIN,
        "said " * 500,
        "🙂\u0301\u200d" * 300,
        "“" + "He said “it rains” " * 300,
        "\ud800 She said it rains.",
    ],
    ids=lambda text: ascii(text[:12]),
)
def test_odd_texts(text: str) -> None:
    reading = sayso.read(text, lang="en")
    assert len(reading.document.text) == len(text)
    for s in reading.statements:
        assert all(holds(Span(0, len(text)), span) for span in s.source + s.cue + s.content)


@given(st.text(max_size=120))
@example("“It rains,” said \r\r\n “Li”, \u2028 who … said")
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
def test_any_text_will_do(text: str) -> None:
    (result,) = read_many([page(1, f"{text}\nAna Ruiz said that {text} is late.")])
    assert isinstance(result, Failure) or result.faults == ()


@pytest.mark.parametrize("fault", ["missing", "damaged", "format", "no manifest"])
def test_a_damaged_pack(fault: str, tmp_path: Path) -> None:
    folder = tmp_path / "pack"
    folder.mkdir()
    for name in ("manifest.json", "tokenizer.json"):
        shutil.copy(PACK / name, folder)
    for name in ("model.onnx", "roles.onnx"):
        (folder / name).symlink_to(PACK / name)
    manifest = folder / "manifest.json"
    if fault == "missing":
        (folder / "roles.onnx").unlink()
    elif fault == "damaged":
        (folder / "tokenizer.json").write_bytes(b"{}")
    elif fault == "format":
        manifest.write_text(
            manifest.read_text(encoding="utf-8").replace('"format": 2', '"format": 99'), encoding="utf-8"
        )
    else:
        manifest.write_text("[]", encoding="utf-8")
    with pytest.raises(sayso.ModelError, match=r"(?s)pack.*(reinstall|install|export)"):
        sayso.read(PLAIN, pack=folder)


WRAPPED = """\
The harbour board met on Monday in the old town hall, and after
the meeting Ana Lima, the director of the port, said that the
old gate would open in May and that the new one would not be
built before the survey of the channel was done.

The fishing villages do not believe it. Mirela Dost, who speaks
for them, warned on Tuesday that boats would block the channel
if the works went on without a vote of the villages.
"""


def test_lines_wrapped_by_hand_are_one_paragraph() -> None:
    reading = sayso.read(WRAPPED, lang="en")
    contents = [" ".join(cut(WRAPPED, span).split()) for s in reading.statements for span in s.content]
    assert any(c.startswith("the old gate would open in May") or "would open in May" in c for c in contents)
    assert any("boats would block the channel if the works went on without a vote" in c for c in contents)
    assert reading.document.text == WRAPPED


@pytest.mark.parametrize(
    "text",
    [
        # a line of the page inside a quotation that runs over paragraphs
        "Ana Lima said: “The gate will open in May.\n\nAdvertisement\n\n“The ferry will follow in June.”\n\nIt rained.",
        # a link where the announced words should stand
        "It was late.\n\nAna Lima added:\n\nRead more: The harbour gate is late again\n\nThe ferry did not run.",
    ],
)
def test_furniture_breaks_no_statement(text: str) -> None:
    reading = sayso.read(text, lang="en")
    assert reading.document.furniture
    assert reading.faults == ()


def test_a_long_first_line_takes_no_time_to_look_for_an_announcement() -> None:
    paragraph = "word " * 40_000
    document = Document(id="long", text=f"{paragraph}\n\n“We are ready to open the gate.”", lang="en")
    assert [a.rule for a in quote(document, [], find_quotations(document.text))] == ["lone turn"]
