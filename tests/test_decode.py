"""decode: the text comes out whole, whatever the encoding, and what is no text is refused by name."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.clean.decode import declared, decode
from sayso.errors import InputError

ENGLISH = (
    "The café owners “will not move”, said Ana Lima — the harbour’s director — on Tuesday, and the board of the port "
    "agreed with her. It’s the third time this year that the naïve plan has been turned down, she told reporters."
)
RUSSIAN = (
    "Мэр города Пётр Лапин заявил во вторник, что порт откроется в мае, несмотря на возражения совета. «Мы построим "
    "новый причал», — сказал он журналистам. По его словам, на работы уйдёт не меньше сорока дней, а цена не изменится."
)
UKRAINIAN = (
    "Мер міста Петро Лапін заявив у вівторок, що порт відкриється у травні, попри заперечення ради. «Ми збудуємо "
    "новий причал», — сказав він журналістам. За його словами, на роботи піде не менше сорока днів."
)
FRENCH = (
    "Le maire a déclaré mardi que le port rouvrirait en mai, malgré les réserves du conseil. « Nous bâtirons un "
    "nouveau quai », a-t-il affirmé à la presse, en précisant que les travaux dureraient une quarantaine de journées."
)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (ENGLISH, "utf-8"),
        (ENGLISH, "utf-8-sig"),
        (ENGLISH, "utf-16"),
        (ENGLISH, "utf-16-le"),
        (ENGLISH, "utf-16-be"),
        (ENGLISH, "utf-32"),
        (ENGLISH, "cp1252"),
        (FRENCH, "latin-1"),
        (FRENCH, "cp1252"),
        (RUSSIAN, "utf-8"),
        (RUSSIAN, "utf-16-le"),
        (RUSSIAN, "utf-16-be"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        (RUSSIAN, "cp866"),
        (UKRAINIAN, "cp1251"),
        (UKRAINIAN, "koi8-u"),
        ("Café", "latin-1"),
        ("Привет, мир", "cp1251"),
        ("Привет, мир", "koi8-r"),
        ("USB-кабель стоит 100 рублей", "cp1251"),
    ],
)
def test_undeclared_encodings_are_told(text: str, encoding: str) -> None:
    kept = text.encode(encoding, "ignore")
    assert decode(kept, name="a.txt") == kept.decode(encoding)


@pytest.mark.parametrize("cut", [1, 2, 3])
@pytest.mark.parametrize("text", [ENGLISH[:60] + "…", RUSSIAN[:60], "The gates opened, she said 🚢", "It’s “"])
def test_utf8_cut_in_mid_character_stays_utf8(text: str, cut: int) -> None:
    assert text.startswith(decode(text.encode()[:-cut], name="a.txt"))


def test_a_damaged_byte_costs_one_character() -> None:
    body = RUSSIAN.encode()
    assert decode(body[:20] + b"\xff" + body[20:], name="a.txt") == RUSSIAN[:11] + "\ufffd" + RUSSIAN[11:]


@pytest.mark.parametrize("encoding", ["windows-1251", "koi8-r"])
@pytest.mark.parametrize(
    "head",
    [
        '<meta charset="{}">',
        "<META http-equiv=Content-Type content='text/html; charset={}'>",
        '<?xml version="1.0" encoding="{}"?>',
    ],
)
def test_what_a_page_declares_is_believed(head: str, encoding: str) -> None:
    markup = head.format(encoding) + "<p>Да</p>"
    assert decode(markup.encode(encoding), name="a.html", markup=True) == markup


def test_the_bringers_word_is_heard_before_the_pages() -> None:
    markup = '<meta charset="windows-1251"><p>Да</p>'
    assert decode(markup.encode("koi8-r"), name="a.html", charset="KOI8-R", markup=True) == markup


@pytest.mark.parametrize("charset", ["no-such-thing", "rot13", "hex", "utf-8", ""])
def test_a_declaration_that_cannot_be_is_passed_over(charset: str) -> None:
    assert declared(b"", charset, False) is None
    assert decode(RUSSIAN.encode("cp1251"), name="a.txt", charset=charset) == RUSSIAN


def test_utf8_that_holds_beats_a_wrong_declaration() -> None:
    assert decode(RUSSIAN.encode(), name="a.txt", charset="windows-1251") == RUSSIAN


@pytest.mark.parametrize(
    ("body", "what"),
    [
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "a PDF"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "a PNG picture"),
        (b"PK\x03\x04\x14\0\0\0", "a zip archive"),
        (b"\x1f\x8b\x08\0", "a gzip archive"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "a JPEG picture"),
        (b"{\\rtf1\\ansi", "a Rich Text file"),
        (bytes(500), "binary data"),
        (bytes(range(256)) * 20, "binary data"),
    ],
)
def test_binary_is_refused_by_name(body: bytes, what: str) -> None:
    with pytest.raises(InputError, match=f"scan.txt: this looks like {what}.*Export it"):
        decode(body, name="scan.txt")


def test_words_that_are_also_marks_are_text() -> None:
    assert decode(b"RIFF raff ran the port, she said.", name="a.txt") == "RIFF raff ran the port, she said."


def test_what_no_store_keeps_is_replaced_one_for_one() -> None:
    assert decode(b"The mayor\0 said so to the board.", name="a") == "The mayor\ufffd said so to the board."
    assert decode("The mayor \ud800 said so.", name="a") == "The mayor \ufffd said so."


def test_a_mark_is_no_part_of_the_text() -> None:
    assert decode("\ufeffHello", name="a") == "Hello"
    assert decode(codecs.BOM_UTF8, name="a") == ""


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).filter(lambda t: t[0] != "\ufeff"))
def test_utf8_text_comes_back_as_it_was(text: str) -> None:
    if not text.startswith(("{\\rtf", "%PDF-")):
        assert decode(text.encode(), name="a") == text


@given(st.binary(max_size=300), st.booleans())
def test_any_bytes_are_read_or_refused(body: bytes, markup: bool) -> None:
    try:
        text = decode(body, name="a", markup=markup)
    except InputError:
        return
    text.encode()
    assert "\0" not in text
