"""Russian end to end: who speaks, through whom; odd input; both languages together. Everybody is invented, but for
office-holders in lines that only say which office they hold."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from subprocess import run

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import sayso
from sayso.check import check
from sayso.errors import LanguageError
from sayso.model.parser import without_circles
from sayso.records import Page, Reading, Speaker, Statement

PORT = "Мэр города Ольга Ветрова заявила, что порт откроется в мае. «Мы готовы, всё ещё впереди», — сказала Ветрова."
ENGLISH = "“We will open the gate in May and nobody will stop us,” said Ana Lima, the harbour master of the town."

ROSTER = """name,aliases,name_ru,aliases_ru,office,organization,country,from,to
Ana Lima,,Ана Лима,,President,,Portugal,2020-01-01,
Rui Costa,,Руй Кошта,,Foreign Minister,,Portugal,2020-01-01,
"""


@pytest.fixture(autouse=True, scope="module")
def roster_of_invented_people(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    table = tmp_path_factory.mktemp("own") / "roster.csv"
    table.write_text(ROSTER, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SAYSO_ROSTER", str(table))
        yield


def read(text: str, published: str | None = None) -> Reading:
    return sayso.read(text, lang="ru", published=published)


def last(text: str, published: str | None = None) -> Statement:
    return read(text, published).statements[-1]


def speaker(text: str, published: str | None = None) -> Speaker:
    found = last(text, published).speaker
    assert found is not None
    return found


SAID = "заявил, что порт закрыт."
# text, day, name, kind, role, side, English name
SPEAKERS = (
    ("Мэр города Илья Громов " + SAID, None, "Илья Громов", "person", "мэр города", None, None),
    ("По словам мэра города Ильи Громова, порт закрыт.", None, "Илья Громов", "person", "мэр города", None, None),
    ("Громов приехал. Илья Громов " + SAID, None, "Илья Громов", "person", None, None, None),
    (
        "Пресс-секретарь министра обороны Франции Анна Лосева заявила, что порт закрыт.",
        None, "Анна Лосева", "person", "пресс-секретарь министра обороны Франции", "France", None,
    ),
    # a name by its case, and by whom it is said
    ("Порт закрыл Илья Громов. По словам Громова, ремонт идёт.", None, "Илья Громов", "person", None, None, None),
    # pronouns agree
    (
        "Мэр Илья Громов встретил Ольгу Ветрову. Ветрова уехала. Она сказала, что порт закрыт.",
        None, "Ольга Ветрова", "person", None, None, None,
    ),
    (
        "Мэр Илья Громов встретил Ольгу Ветрову. По его словам, порт закрыт.",
        None, "Илья Громов", "person", "мэр", None, None,
    ),
    # titles: of the cast, of the roster, of the one who spoke last
    (
        "Директор порта Илья Громов приехал в среду. Ветер стих. Директор порта " + SAID,
        None, "Илья Громов", "person", "директор порта", None, None,
    ),
    ("Президент Португалии заявила, что порт закрыт.", "2025-03-14", "Ана Лима", "person", "президент Португалии",
     "Portugal", "Ana Lima"),
    ("Глава МИД Португалии заявил, что порт закрыт.", "2025-03-14", "Руй Кошта", "person", "глава МИД Португалии",
     "Portugal", "Rui Costa"),
    ("Инженер Илья Громов осмотрел кран. «Кран опасен», — сказал Громов. «Его надо менять», — добавил эксперт.",
     None, "Илья Громов", "person", "инженер", None, None),
    # bodies, capitals, sides
    ("Лиссабон заявил, что порт закрыт.", None, "Португалия", "country", None, "Portugal", "Portugal"),
    ("В Осло заявили, что порт закрыт.", None, "Норвегия", "country", None, "Norway", "Norway"),
    ("Датские власти заявили, что порт закрыт.", None, "Дания", "country", None, "Denmark", "Denmark"),
    ("Как пишет газета «Северный берег», порт закрыт.", None, "Северный берег", "organization", "газета", None, None),
    ("Как пишет news.example.ru, порт закрыт.", None, "news.example.ru", "organization", None, None, None),
    # unnamed, groups, documents
    ("Источник в мэрии сообщил, что порт закрыт.", None, "источник в мэрии", "unnamed", None, None, None),
    ("Газета «Берег» пишет со ссылкой на источник в правительстве Арвании, что порт закрыт.",
     None, "источник в правительстве Арвании", "unnamed", None, None, None),
    ("Представители банка „Норд“ в городе сообщили, что порт закрыт.",
     None, "представители банка „Норд“ в городе", "group", None, None, None),
    ("ТК «Восток-24» сообщил, что порт закрыт.", None, "ТК «Восток-24»", "organization", None, None, None),
    ("Пресс-служба компании «Леснефтетепло» сообщила, что порт закрыт.",
     None, "пресс-служба компании «Леснефтетепло»", "organization", None, None, None),
    ("По словам источника в мэрии, порт закрыт.", None, "источник в мэрии", "unnamed", None, None, None),
    ("Один из рыбаков сказал, что порт закрыт.", None, "один из рыбаков", "unnamed", None, None, None),
    ("Рыбаки заявили, что порт закрыт.", None, "рыбаки", "group", None, None, None),
    ("Депутаты и чиновники заявили, что порт закрыт.", None, "депутаты и чиновники", "group", None, None, None),
    ("Согласно докладу инспекции, кран неисправен.", None, "доклад инспекции", "document", None, None, None),
    # the one who is cited, and not the outlet
    ("«Порт закрыт», — цитирует мэра Илью Громова агентство «Норд».", None, "Илья Громов", "person", "мэр", None, None),
)  # fmt: skip


@pytest.mark.parametrize(("text", "day", "name", "kind", "role", "side", "english"), SPEAKERS)
def test_who_speaks(
    text: str, day: str | None, name: str, kind: str, role: str | None, side: str | None, english: str | None
) -> None:
    s = speaker(text, day)
    assert (s.name, s.kind, s.role, s.side, s.english) == (name, kind, role, side, english)


@pytest.mark.parametrize(
    "text",
    [
        "Сообщается, что порт закрыт.",
        "Громов и Лосев приехали. Он заявил, что порт закрыт.",
        "По некоторым данным, порт закрыли.",
        "Мэр Севска Илья Громов и мэр Лужска Олег Лосев приехали. Мэр заявил, что порт закрыт.",
    ],
)
def test_who_cannot_be_told_stays_open(text: str) -> None:
    assert last(text).speaker is None


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Мэр Илья Громов заявил, что порт закрыт, передаёт агентство «Норд».", ["Норд"]),
        ("Газета «Берег» сообщила со ссылкой на источник в мэрии, что порт закроют.", ["Берег"]),
        ("«Порт закрыт», — сказал мэр Илья Громов, которого цитирует агентство «Норд».", ["Норд"]),
        ("«Порт закрыт», — сказал мэр Илья Громов.", []),
    ],
)
def test_through_whom(text: str, names: list[str]) -> None:
    assert [v.name for v in last(text).via] == names


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("«Мы готовы ко всему, — сказала Ветрова. — Осталась только краска».", ["direct"]),
        ("«Громов сказал мне, что порт закрыт», — вспоминает Ветрова.", ["direct", "indirect"]),
        ("Громов сказал, что порт «готов к зиме».", ["mixed"]),
        ("Громов сказал, что порт продадут компании «Норд».", ["indirect"]),
        ("Громов опасается, что порт закроют.", ["ascribed"]),
    ],
)
def test_forms(text: str, forms: list[str]) -> None:
    assert [s.form for s in read(text).statements] == forms


@pytest.mark.parametrize(
    ("heads", "kept"),
    [
        ([], []),
        ([1, -1, 1], [1, -1, 1]),
        ([0, 0], [-1, 0]),
        ([1, 0, 0], [-1, 0, 0]),
        ([1, 2, 0, 2], [-1, 2, 0, 2]),
        ([7, 0], [-1, 0]),
        ([1, 2, 3, 2], [1, 2, -1, 2]),
    ],
)
def test_a_tree_has_no_circles(heads: list[int], kept: list[int]) -> None:
    assert without_circles(heads) == kept


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("МедиаЛента.ру сообщила, что порт закрыт.", "МедиаЛента.ру"),
        ("EXAMPLE.RU сообщила, что порт закрыт.", "EXAMPLE.RU"),
    ],
)
def test_a_site_is_one_word(text: str, name: str) -> None:
    assert speaker(text).name == name


def test_an_outlet_on_the_way_has_its_english_name() -> None:
    (via,) = last("Мэр Илья Громов заявил, что порт закрыт, передаёт агентство Рейтер.").via
    assert (via.name, via.english) == ("Рейтер", "Reuters")


def test_an_interview_whose_labels_are_family_names() -> None:
    text = (
        "Мы встретились с Верой Лаптевой.\n\nСемён Гущин: Что было дальше?\n\nВера Лаптева: Мы ждали весь год и писали "
        "письма.\n\nГущин: Кто ещё вам помогал?\n\nЛаптева: Никто больше не помог.\n\nКорреспондент: Чего вы ждёте?"
    )
    names = ["Семён Гущин", "Вера Лаптева", "Семён Гущин", "Вера Лаптева", "корреспондент"]
    assert [s.speaker and s.speaker.name for s in read(text).statements] == names


@pytest.mark.parametrize(
    "text",
    [
        "Спикер Тимур Ахмедов призвал закрыть порт. Депутат попросила отложить решение.",
        "Спикер Тимур Ахмедов призвал закрыть порт. Пенсионерка сказала, что порт нужен.",
        "МЭР ТИМУР АХМЕДОВ ПРИЗВАЛ ЗАКРЫТЬ ПОРТ. ДЕПУТАТ ПОПРОСИЛА ОТЛОЖИТЬ ЭТО РЕШЕНИЕ.",
    ],
)
def test_nobody_of_another_gender_is_meant(text: str) -> None:
    assert last(text).speaker is None


def test_a_word_in_capitals_is_no_capital_city() -> None:
    found = speaker("МИНИСТР ВНУТРЕННИХ ДЕЛ ПЁТР МОРТ ЗАЯВИЛ, ЧТО ПОРТ ЗАКРЫТ ДО САМОЙ ВЕСНЫ.")
    assert found.side is None


def test_initials_after_a_name_belong_to_it() -> None:
    (member,) = read("Громов уехал. Рыбаки написали Громову И. П. в среду.").cast
    assert member.name.startswith("Громов И. П")


def test_one_person_in_both_languages() -> None:
    (russian,) = read("В порт приехал Руй Кошта.", "2025-03-14").cast
    (english,) = sayso.read("Rui Costa came to the port on Friday.", published="2025-03-14").cast
    assert (russian.name, russian.english, russian.side) == ("Руй Кошта", english.name, english.side)
    assert sayso.identity_key("Ольга Ветрова") == sayso.identity_key("Olga Vetrova")


ODD = (
    (PORT.upper(), ["Ольга Ветрова", "Ольга Ветрова"]),  # all capitals
    (PORT.replace("ё", "е"), ["Ольга Ветрова", "Ольга Ветрова"]),  # ё and е
    (PORT.replace("о", "o").replace("e", "е"), ["Ольга Ветрова", "Ольга Ветрова"]),  # Latin look-alikes
    (PORT.replace("ила", "и\u0301ла"), ["Ольга Ветрова", "Ольга Ветрова"]),  # the stress marked
    (PORT.replace(" ", "\u00a0"), ["Ольга Ветрова", "Ольга Ветрова"]),
)


@pytest.mark.parametrize(("text", "names"), ODD)
def test_odd_letters(text: str, names: list[str]) -> None:
    assert [s.speaker.name for s in read(text).statements if s.speaker] == names


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r", "utf-16", "utf-8-sig"])
def test_old_code_pages_without_a_declaration(encoding: str) -> None:
    reading = sayso.read(PORT.replace("«", '"').replace("»", '"').replace("—", "-").encode(encoding))
    assert reading.document.lang == "ru"
    assert [s.speaker.name for s in reading.statements if s.speaker] == ["Ольга Ветрова"] * 2


def test_ukrainian_is_refused_by_name() -> None:
    with pytest.raises(LanguageError, match="Ukrainian"):
        sayso.read("Мер міста заявив у вівторок, що порт відкриється у травні, попри заперечення міської ради.")


def test_a_paragraph_in_another_language_is_not_read() -> None:
    russian = sayso.read(f"{PORT} {PORT}\n\n{ENGLISH}")
    assert (russian.document.lang, len(russian.document.foreign)) == ("ru", 1)
    assert {s.speaker.name for s in russian.statements if s.speaker} == {"Ольга Ветрова"}
    english = sayso.read(f"{ENGLISH} {ENGLISH} {ENGLISH}\n\n{PORT}")
    assert (english.document.lang, len(english.document.foreign)) == ("en", 1)
    assert {s.speaker.name for s in english.statements if s.speaker} == {"Ana Lima"}


def test_a_quotation_in_another_language_is_no_paragraph_of_it() -> None:
    reading = read(f"{PORT} {PORT}\n\nМэр сказал: “We are ready to work together”, — и улыбнулся.")
    assert reading.document.foreign == ()
    assert reading.document.text[reading.statements[-1].content[0].start :].startswith("We are ready")


def test_both_languages_in_one_run_in_their_order() -> None:
    pages = [Page(id=str(n), body=PORT if n % 2 else ENGLISH, media="text") for n in range(7)]
    readings = [r for r in sayso.read_many(pages) if isinstance(r, Reading)]
    assert [(r.document.id, r.document.lang) for r in readings] == [(str(n), "ru" if n % 2 else "en") for n in range(7)]
    assert len({r.made_by.model for r in readings}) == 2
    assert all(r.statements == readings[0].statements for r in readings[::2])


def test_neighbours_change_nothing() -> None:
    alone = read(PORT)
    long = Page(id="long", body=" ".join(["Рыбаки сообщили, что ветер стих."] * 60), media="text")
    beside = list(sayso.read_many([long, Page(id="text", body=PORT, media="text"), long]))[1]
    assert isinstance(beside, Reading)
    assert beside.statements == alone.statements


def test_english_pays_nothing_for_russian() -> None:
    code = "import sys, sayso; sayso.read('“We are ready,” said Ana Lima.'); print(*sys.modules)"
    loaded = set(run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split())
    assert not loaded & {"pymorphy3", "slovnet", "razdel", "navec", "natasha", "pymorphy2"}


def test_russian_uses_no_dead_library() -> None:
    code = "import sys, sayso; sayso.read('Илья Громов сказал, что порт закрыт.'); print(*sys.modules)"
    loaded = set(run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split())
    assert {"pymorphy3", "slovnet"} <= loaded
    assert not loaded & {"natasha", "pymorphy2"}


@pytest.mark.parametrize(
    "text",
    [
        "а" * 300_000,
        "«" * 5_000 + " сказал он",
        "сказал, что " * 3_000,
        "X сказал: «да». " * 600,
        "— Да, — сказал он. " * 600,
        "Он сказал\x00, что да.",
        "Мэр 😀 сказал, что 😀 да.",
        "что, что, что, что: «что»",
    ],
)
def test_hostile_text_is_read_to_its_end(text: str) -> None:
    reading = read(text)
    assert reading.faults == ()


WORDS = st.sampled_from(
    'Илья Громов Громова Ветрова сказал заявила , . : — - « » „ “ " что чтобы по словам как сообщил сообщается он она '
    "порт закрыт обвинил совет в отказе пообещал закрыть об этом \n\n ( ) которого цитирует «Берег» со ссылкой на "
    "и а также добавив мнению согласно докладу 19 % 😀 O'X USA news.example.ru".split(" ")
)


@settings(max_examples=200, deadline=None)
@given(st.lists(WORDS, max_size=40).map(" ".join))
@example("« — сказал»")
@example("по словам по словам")
@example("мнению об Илья обвинил")
@example("открыть -. Громов сообщили к трактовка - „ от газета., что мечтать напоминание")
def test_reading_never_raises_and_is_sound(text: str) -> None:
    if not text.strip():
        return
    reading = read(text, "2025-03-14")
    assert reading.faults == ()
    assert all(check(reading.document, s) == [] for s in reading.statements)


def test_a_folder_of_both_languages(tmp_path: Path) -> None:
    from click.testing import CliRunner

    from sayso.cli import main

    (tmp_path / "a.txt").write_text(PORT, encoding="utf-8")
    (tmp_path / "b.txt").write_text(ENGLISH, encoding="utf-8")
    (tmp_path / "c.txt").write_text(f"{PORT} {PORT}\n\n{ENGLISH}", encoding="utf-8")
    result = CliRunner().invoke(main, ["read", str(tmp_path)])
    assert result.exit_code == 0
    assert "Ольга Ветрова" in result.stdout
    assert "Ana Lima" in result.stdout
    assert "c: 1 paragraph is in another language than the rest (ru), and not read" in result.stderr
