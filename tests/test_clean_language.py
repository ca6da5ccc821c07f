"""Language: told where the text tells, decided with care where it does not."""

from __future__ import annotations

import pytest

from sayso.clean.language import check_code, choose_language, tell_language, tell_script
from sayso.errors import InputError, LanguageError


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The mayor said on Tuesday that the port would open in May, whatever the board may think of it."),
        ("ru", "Мэр города заявил во вторник, что порт откроется в мае, несмотря на возражения совета."),
        ("uk", "Мер міста заявив у вівторок, що порт відкриється у травні, попри заперечення ради."),
        ("bg", "Кметът заяви във вторник, че пристанището ще отвори през май въпреки възраженията на съвета."),
        ("de", "Der Bürgermeister erklärte am Dienstag, dass der Hafen im Mai geöffnet werde, was der Rat ablehnt."),
        ("nl", "De burgemeester zei dinsdag dat de haven in mei weer open gaat, al is er nog niet genoeg geld voor."),
        ("fr", "Le maire a déclaré mardi que le port rouvrirait en mai, malgré les réserves du conseil municipal."),
        ("es", "El alcalde declaró el martes que el puerto abrirá en mayo, pese a las reservas del consejo municipal."),
        ("it", "Il sindaco ha dichiarato martedì che il porto riaprirà a maggio, nonostante le riserve del consiglio."),
        ("pl", "Burmistrz oświadczył we wtorek, że port zostanie otwarty w maju, mimo sprzeciwu rady miasta."),
        (
            "da",
            "Borgmesteren sagde tirsdag, at havnen åbner i maj, på trods af at rådet har sagt nej. Vi er klar for alt.",
        ),
        ("tr", "Belediye başkanı salı günü yaptığı açıklamada limanın mayıs ayında açılacağını söyledi."),
        ("he", "ראש העיר אמר ביום שלישי כי הנמל ייפתח במאי למרות התנגדות המועצה"),
        ("ar", "قال رئيس البلدية يوم الثلاثاء إن الميناء سيفتح في مايو رغم اعتراض المجلس"),
    ],
)
def test_a_sentence_tells(lang: str, text: str) -> None:
    assert tell_language(text) == lang


@pytest.mark.parametrize(
    ("lang", "text"),
    [("uk", "Порт відкрили"), ("ru", "Порт открыли"), (None, "Порт"), (None, "Lima"), (None, ""), (None, "12 😀")],
)
def test_a_few_words_tell_by_their_letters_or_not_at_all(lang: str | None, text: str) -> None:
    assert tell_language(text) == lang


@pytest.mark.parametrize("text", ["Ana Lima wins harbour race", "Meeting with Harbour Board Chairman Tom Reed"])
def test_headlines_without_function_words_are_not_refused(text: str) -> None:
    assert choose_language(text, name="a", given=None, hint=None, readable={"en"}) == "en"


def test_a_text_too_short_to_tell_goes_by_its_script() -> None:
    assert choose_language("Порт", name="a", given=None, hint=None, readable={"en", "ru"}) == "ru"
    assert choose_language("Порт", name="a", given=None, hint="uk", readable={"ru", "uk"}) == "uk"
    with pytest.raises(LanguageError, match="too short to tell"):
        choose_language("Порт", name="a", given=None, hint=None, readable={"en", "ru", "uk"})
    with pytest.raises(LanguageError, match="Cyrillic script"):
        choose_language("Порт", name="a", given=None, hint=None, readable={"en"})


def test_scripts() -> None:
    assert [tell_script(t) for t in ("Lima", "Порт", "港口", "הנמל", "12 😀")] == [
        "LATIN",
        "CYRILLIC",
        "CJK",
        "HEBREW",
        None,
    ]


def test_codes() -> None:
    assert [check_code(c, "a") for c in ("en", "EN", "en-GB", "en_US", "eng", "uk", " ru ")] == [
        *("en", "en", "en", "en", "en", "uk", "ru"),
    ]
    for bad in ("English", "e", "", "en!", "12"):
        with pytest.raises(InputError, match="not a language code"):
            check_code(bad, "a")
