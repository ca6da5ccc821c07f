"""Russian word forms: lemmas, names and titles in the nominative, letters as the models know them. Names are invented,
or no more than names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model.letters import model_words, one_script
from sayso.model.parser import parse
from sayso.morphology import cases_of, gender_of_name, is_thing, lemma, lemmas, nominative, nominative_word
from sayso.spans import cut
from sayso.text import written


def names_of(text: str) -> list[str]:
    """The names of people and bodies in a text, as they are when they stand alone."""
    (tree,) = parse([text])
    return [written(text, tree.words, m.span) for m in tree.mentions]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # the cases of a man's name, and of a woman's
        ("По словам Дмитрия Ветрова, порт закрыт.", ["Дмитрий Ветров"]),
        ("Слово дали Дмитрию Ветрову.", ["Дмитрий Ветров"]),
        ("Встреча с Дмитрием Ветровым прошла в среду.", ["Дмитрий Ветров"]),
        ("По словам Ольги Ветровой, порт закрыт.", ["Ольга Ветрова"]),
        ("Слово дали Ольге Ветровой.", ["Ольга Ветрова"]),
        ("Встреча с Ольгой Громовой прошла в среду.", ["Ольга Громова"]),
        ("По мнению Анны Зелинской, порт закроют.", ["Анна Зелинская"]),
        ("По мнению Ивана Зелинского, порт закроют.", ["Иван Зелинский"]),
        # names that a woman does not inflect, and those that nobody does
        ("По словам Анны Штерн, порт закрыт.", ["Анна Штерн"]),
        ("По словам Петра Штерна, порт закрыт.", ["Петр Штерн"]),
        ("По словам Ольги Савченко, порт закрыт.", ["Ольга Савченко"]),
        ("По словам Олега Савченко, порт закрыт.", ["Олег Савченко"]),
        ("По словам Анны Живаго, порт закрыт.", ["Анна Живаго"]),
        # foreign names that the dictionary lacks
        ("По словам Паноса Камменидиса, порт закрыт.", ["Панос Камменидис"]),
        # a family name alone goes with the full one
        ("Павел Громов приехал. По словам Громова, порт закрыт.", ["Павел Громов", "Громов"]),
        ("Ольга Громова приехала. По словам Громовой, порт закрыт.", ["Ольга Громова", "Громова"]),
        # initials, hyphens, ё as the text has it
        ("Встреча с П. С. Громовым прошла в среду.", ["П. С. Громов"]),
        ("По словам Анны-Марии Лосевой, порт закрыт.", ["Анна-Мария Лосева"]),
        ("По словам Артёма Лосева, порт закрыт.", ["Артём Лосев"]),
        # bodies and places: the head and what agrees with it
        ("Об этом сообщили в Министерстве обороны Греции.", ["Министерство обороны", "Греция"]),
        ("Представитель Государственной думы возразил.", ["Государственная дума"]),
    ],
)
def test_names_in_the_nominative(text: str, names: list[str]) -> None:
    assert names_of(text) == names


@pytest.mark.parametrize(
    ("word", "pos", "expected"),
    [
        ("заявила", "VERB", "заявить"),
        ("заявивший", "VERB", "заявить"),
        ("сообщается", "VERB", "сообщаться"),
        ("уверена", "ADJ", "уверенный"),
        ("данным", "NOUN", "данные"),
        ("подозреваемого", "NOUN", "подозреваемый"),
        ("её", "PRON", "она"),
        ("ему", "PRON", "он"),
        ("счёта", "NOUN", "счет"),
        ("уверена", "", "уверенный"),
        ("", "", ""),
        ("xyz", "NOUN", "xyz"),
    ],
)
def test_lemmas(word: str, pos: str, expected: str) -> None:
    assert lemma(word, pos) == expected


def test_what_a_word_may_be() -> None:
    assert {"афины", "афина"} <= lemmas("Афинах")
    assert "Gen" in cases_of("главы")
    assert (gender_of_name("Ольга"), gender_of_name("Павел"), gender_of_name("порт")) == ("f", "m", "")
    assert is_thing("причал")
    assert not is_thing("мэр")


@pytest.mark.parametrize(
    ("word", "case", "expected"),
    [
        ("министра", "Gen", "министр"),
        ("Министерства", "Gen", "Министерство"),
        ("Чёрного", "Gen", "Чёрный"),
        ("Черного", "Gen", "Черный"),
        ("Высшего", "Gen", "Высший"),
        ("МИД", "Gen", "МИД"),
        ("министр", "Nom", "министр"),
    ],
)
def test_a_word_in_the_nominative(word: str, case: str, expected: str) -> None:
    adjective = word.endswith("го")
    assert (
        nominative_word(word, case, gender="Masc" if adjective else "", pos="ADJ" if adjective else "NOUN") == expected
    )


@pytest.mark.parametrize(
    ("text", "phrase", "expected"),
    [
        ("По словам источника в правительстве, порт закрыт.", "источника в правительстве", "источник в правительстве"),
        ("По словам собеседника агентства, порт закрыт.", "собеседника агентства", "собеседник агентства"),
        ("По мнению старшего инженера порта, кран опасен.", "старшего инженера порта", "старший инженер порта"),
    ],
)
def test_a_phrase_in_the_nominative(text: str, phrase: str, expected: str) -> None:
    (tree,) = parse([text])
    start = text.index(phrase)
    words = [t for t in tree.words if start <= t.start < start + len(phrase)]
    assert nominative(words, text) == expected


def test_letters() -> None:
    assert one_script("Вeтрoва, Poccия и IT-компания") == "Ветрова, Россия и IT-компания"
    assert one_script("SMSка от Microsoft") == "SMSка от Microsoft"
    assert model_words("МЭР ОЛЬГА ВЕТРОВА ЗАЯВИЛА О ЗАКРЫТИИ".split()) == "мэр Ольга Ветрова заявила о закрытии".split()
    assert model_words(["МИД", "РФ"]) == ["МИД", "РФ"]
    assert model_words(["сказа\u0301л"]) == ["сказал"]


@given(st.text(alphabet="абвгоеиыйёАБО аu\u0301AoXx-.«»\"'—!?,\n\u00a0\U0001f600", max_size=80))
def test_every_text_is_parsed_and_keeps_its_characters(text: str) -> None:
    (tree,) = parse([text])
    assert len(one_script(text)) == len(text)
    at = 0
    for number, t in enumerate(tree.words):
        assert at <= t.start < t.stop <= len(text)
        assert one_script(text)[t.start : t.stop] == t.text
        assert not cut(text, t.span)[0].isspace()
        assert -1 <= tree.heads[number] < len(tree.words)
        at = t.stop
    assert sorted(n for s in tree.sentences for n in range(s.first, s.stop)) == list(range(len(tree.words)))


def test_a_tree_answers_for_phrases() -> None:
    (tree,) = parse(["Мэр города Ольга Ветрова закрыла старый порт."])
    verb = next(n for n, w in enumerate(tree.words) if w.text == "закрыла")
    subject = tree.child(verb, "nsubj")
    assert subject is not None
    assert cut(tree.text, tree.span(*tree.reach(subject))) == "Мэр города Ольга Ветрова"
    assert set(tree.below(verb)) == set(range(len(tree.words)))
    assert tree.sentence(verb).first == 0
    assert tree.child(verb, "nothing") is None
