"""The rules over syntax, each with lines of its own: what is marked is all that is found. Everybody is invented."""

from __future__ import annotations

from functools import lru_cache

import pytest

from sayso.languages import LANGUAGES
from sayso.marks import find_quotations
from sayso.model.pack import PACK
from sayso.records import Document, Statement
from sayso.steps.state import state
from sayso.syntax.attribute import RULES
from sayso.tagged import Models, tag_all
from tests.marked import Marked, parse_marked, write_marked

# The rule that finds a line's first statement, and the line.
LINES = (
    # что, чтобы, о том что; who, over a title, an apposition, a participle
    ("clause", "{1s Мэр города Ольга Ветрова} {1q заявила}, что {1c порт откроется в мае}."),
    ("clause", "{1s Ветрова} {1q сообщила} о том, что {1c причал почти готов}."),
    ("clause", "{1s Она} {1q не исключила}, что {1c сроки придётся сдвинуть}."),
    ("clause", "{1s Совет} {1q потребовал}, чтобы {1c порт закрыли до весны}."),
    (
        "clause",
        "Как стало известно вчера, {1s пресс-секретарь порта Илья Громов} {1q подтвердил}, что {1c ворота заменят}.",
    ),
    ("clause", "{1s Инженер Пётр Лосев, двадцать лет проработавший в порту}, {1q считает}, что {1c кран опасен}."),
    ("clause", "{1s Лосев} {1q уверен}, что {1c кран простоит ещё год}."),
    ("clause", "{1s Жители} {1q опасаются}, что {1c шум будет слышен и ночью}."),
    ("clause", "{1s Ветрова} {1q выразила надежду}, что {1c совет одумается}."),
    ("clause", "В {1s мэрии} {1q заявили}, что {1c ремонт начнётся в мае}."),
    ("clause", "{1q Сообщается}, что {1c никто не пострадал}."),
    ("clause", "{1s Ветрова} {1q обвинила} {1c компанию в том, что она затягивает ремонт}."),
    # where it ends: a gerund, a second verb, an outer voice
    (
        "clause",
        "{1s {2s Ветрова}} {2q сообщила}, что {2c порт закрыт}, {1q добавив}, что {1c откроется он в мае}.",
    ),
    ("infinitive", "{1s {2s Ветрова}} {2q сказала}, что {2c порт закрыт}, и {1q пообещала} {1c открыть его в мае}."),
    ("parenthesis", "{1c {2s Ветрова} {2q заявила}, что {2c порт закрыт}}, {1q передаёт} {1s агентство «Норд»}."),
    # the clause first
    ("fronted clause", "О том, что {1c порт закрыт}, {1s Громов} {1q рассказал} журналистам в среду."),
    # colon, question
    ("colon", "{1s Громов} {1q предложил}: {1c если порт закроют, рейсы переведут в соседнюю гавань}."),
    ("question", "{1s Лосев} {1q рассказал}, {1c как строили старый причал}."),
    # parentheses
    ("parenthesis", "{1c Порт откроется в мае}, {1q сообщил} {1s Громов}."),
    ("parenthesis", "{1c Порт откроется в мае}, {1q уверен} {1s начальник порта Илья Громов}."),
    ("question", "{1s Редактор Ольга Тимина} {1q спросила}, {1c готов ли проект}."),
    ("colon", "{1s Болельщики} {1q уверены}: {1c без неё команде будет трудно}."),
    ("object", "{1s Рыбаки} {1q призывают к} {1c осторожности}: на причале скользко."),
    ("object", "В то же время {1s Илья Громов} {1q обвинил} {1c совет в обмане}."),
    ("quotation after", "{1s Врач команды Инна Штерн} осторожнее: «{1c Колено — вещь непредсказуемая}»."),
    ("reference", "{1c {2c Банк закроют}}, {2q пишет} {2s газета «Курьер»}, {1q ссылаясь на} {1s документы суда}."),
    ("parenthesis", "Как {1q отметил} {1s капитан}, {1c лодки придётся держать в Лужске}."),
    ("parenthesis", "Как {1q пишет} {1s газета «Северный берег»}, {1c порт откроется в мае}."),
    ("parenthesis", "{1c Порт}, как {1q отметил} {1s Громов}, {1c откроется в мае}."),
    ("parenthesis", "{1c Рыбаки}, как {1q сообщается}, {1c вышли в море}."),
    ("parenthesis", "{1c Порт}, {1q считает} {1s Лосев}, {1c надо закрыть}."),
    # the sentence before
    ("pointing back", "{1c Порт закроют до весны}. Об этом {1q сообщил} {1s Илья Громов}."),
    ("clause", "{1s Совет} {1q считает}, что {1c {2c порт закрыт}}. {2s Илья Громов} это {2q опровергает}."),
    (
        "pointing back",
        "{1c {2c Порт закрыт}}. Об этом {2q пишет} {2s газета «Берег»}. Об этом {1q сообщил} и {1s Илья Громов}.",
    ),
    (
        "pointing back",
        "{1c {2s Ветрова} {2q заявила}, что {2c порт закрыт}}. Её слова {1q приводит} {1s агентство «Норд»}.",
    ),
    # infinitives
    ("infinitive", "{1s Мэр Тимур Рощин} {1q попросил} совет {1c поддержать закон}."),
    ("infinitive", "{1s Ветрова} {1q пообещала} {1c построить новый причал}."),
    ("infinitive", "{1s Совет} {1q попросил} мэра {1c не закрывать порт}."),
    ("infinitive", "{1s Компания} {1q намерена} {1c нанять сто рабочих}."),
    ("infinitive", "{1s Рыбаки} {1q не хотят} {1c об этом говорить}."),
    ("infinitive", "{1s Мэрия} {1q отказалась} {1c платить за ремонт}."),
    # objects
    ("object", "{1s Громов} {1q опроверг} {1c {2q сообщения о} {2c забастовке}}."),
    ("object", "{1s Ветрова} {1q заявила о} {1c готовности порта к зиме}."),
    ("object", "{1s Совет} {1q осудил} {1c решение компании}."),
    ("object", "{1s Рыбаки} {1q выступили} {1c против закрытия порта}."),
    ("object", "{1s Лосев} {1q призвал к} {1c проверке всех кранов}."),
    ("object", "{1s Ветрова} {1q назвала} {1c решение совета ошибкой}."),
    ("object", "{1s Ветрова} {1q обвинила} {1c компанию в обмане}."),
    # quotations
    ("quotation before", "«{1c Мы готовы}», — {1q сказала} {1s Ветрова}."),
    ("quotation before", "«{1c Мы готовы}», — {1s она} {1q сказала} в среду."),
    ("quotation before", "„{1c Мы совсем готовы}“, — {1q отметил} {1s Громов}."),
    ("quotation before", '"{1c Мы совсем готовы}", - {1q подчеркнул} {1s министр}.'),
    ("quotation before", "«{1c Порт „Северный“ открыт}», — {1q добавил} {1s Громов}."),
    ("quotation before", "«{1c Вот теперь мы дома}», — {1q обрадовался} {1s Лосев}."),
    ("quotation before", "— {1c Мы готовы}, — {1q сказал} «Берегу» {1s Илья Громов}."),
    ("quotation after", "{1s Громов} {1q сказал}: «{1c Мы готовы}»."),
    ("quotation after", "{1s Ветрова} {1q ответила} так: «{1c Нет. Порт останется}»."),
    ("quotation around", "«{1c Мы готовы}, — {1q сказала} {1s Ветрова}. — {1c Осталась только краска}»."),
    ("clause", "{1s Громов} {1q сказал}, что {1c порт «готов к зиме»}."),
    # labels, as interviews have them
    (
        "label",
        "{1s Илья Громов}: {1c Порт открыт, и ветер стих}.\n\n{2s Анна Лосева}: {2c Давно пора, рыбаки ждали весны}.",
    ),
    # in the words of
    ("by words", "{1q По словам} {1s Громова}, {1c порт откроется в мае}."),
    ("by words", "{1c Порт откроется в мае}, {1q по словам} {1s начальника порта Ильи Громова}."),
    ("by words", "{1q По данным} {1s порта} на 6 мая, {1c ветер стих}."),
    ("clause", "EXAMPLE.RU - {1s Мэр города Ольга Ветрова} {1q считает}, что {1c порт закрыт}."),
    ("clause", "{1s Рыбаки} {1q подтвердили}, что {1c порт закрыт}, но не сообщили, кто его закрыл."),
    ("infinitive", "{1c Закрыть порт} {1q требуют} {1s рыбаки и их семьи}."),
    ("parenthesis", "{1c Порт закрыт}, {1q следует} из {1s доклада инспекции}."),
    ("parenthesis", "{1c Ветер стих}, в среду {1q объяснил} «Берегу» {1s начальник порта Илья Громов}."),
    ("object", "{1c Проект} {1q не был одобрен} {1s советом}."),
    ("by words", "{1q По} {1s его} {1q словам}, {1c порт откроется в мае}."),
    ("by words", "{1q По неофициальным данным}, {1c порт закроют}."),
    ("by words", "{1c Порт}, {1q по мнению} {1s Лосева}, {1c опасен}."),
    ("by words", "{1q Согласно} {1s докладу инспекции}, {1c кран неисправен}."),
    # with reference to
    (
        "clause",
        "{1s Газета «Берег»} {1q сообщила} {2q со ссылкой на} {2s источник в мэрии}, что {1c {2c порт закроют}}.",
    ),
    # nouns
    ("noun", "{1q Обещание} {1s Ветровой} {1c построить причал} осталось на бумаге."),
    ("noun", "{1q Заявление} {1s Громова} {1q о} {1c закрытии порта} удивило рыбаков."),
    ("noun", "{1q Слухи о} {1c закрытии порта} не подтвердились."),
)
# Lines in which nobody says anything.
SILENT = (
    "Порт открылся в мае, и первый корабль вошёл в гавань.",
    "Громов не стал комментировать слухи.",
    "Напомним, что порт построили сто лет назад.",
    "Причал требует ремонта.",
    "Компания «Норд» построила причал.",
    "Рыбаки вышли в море после того, как стих ветер.",
)


@lru_cache(maxsize=256)
def read_line(text: str) -> tuple[Statement, ...]:
    document = Document(id="case", text=text, lang="ru")
    (tagged,) = tag_all([document], Models(PACK))
    return state(document, tagged.attributions, find_quotations(text))


def marked(text: str) -> str:
    return write_marked(text, [Marked(s.source, s.cue, s.content) for s in read_line(text)])


@pytest.mark.parametrize(("rule", "line"), LINES)
def test_what_is_found(rule: str, line: str) -> None:
    text, _ = parse_marked(line)
    assert marked(text) == line
    assert read_line(text)[0].rule == rule


@pytest.mark.parametrize("text", SILENT)
def test_where_nobody_speaks(text: str) -> None:
    assert marked(text) == text


def test_every_rule_has_a_line() -> None:
    assert {name for name, _ in RULES} <= {rule for rule, _ in LINES} | {"reference"}


def test_the_words_of_a_language_with_rules_are_there() -> None:
    assert LANGUAGES["ru"].cues is not None
    assert LANGUAGES["en"].cues is None
