"""One person, one identity in Russian and English. In: a name in either script; out: the name as the English-language
press writes it, or a key that is equal for the ways one name is written.

The base is the BGN/PCGN romanization of Russian. The press differs from it: soft and hard signs go, *-ий* and *-ый* end
in one *y* (Zelensky), *-ия* in *ia* (Maria), *й* after a vowel is *i* (Sergei, Shoigu), *ё* is *yo* (Tsivilyov) but
*e* after *ж ч ш щ* (Gorbachev), *Алекс-* and *Максим-* have an *x*, and some given names have a form of their own.

Precision goes first. A key joins spellings, not sounds: a name that Russian writes by ear (Дэвид Кэмерон, David
Cameron) mostly has two keys, and the roster joins them. What Latin spellings themselves do not tell apart is one in the
key: *и* and *ы*, *ья* and *ия*, a consonant and its double. Names are taken in the nominative. People who share a
given name and a family name, and differ by the patronymic alone, have one key, as do people known by a family name
alone: it is for the caller to tell them apart, by office and date.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from sayso.text import fold

# Words whose press form is not letter by letter, or that are mostly printed without the dots of their ё.
GIVEN = {
    "александр": "alexander",
    "артем": "artyom",
    "екатерина": "ekaterina",
    "елена": "elena",
    "елизавета": "elizaveta",
    "макс": "max",
    "петр": "pyotr",
    "семен": "semyon",
    "федор": "fyodor",
    "юрий": "yuri",
}

# What stands in a Cyrillic word, and what is written for it: at each place the first rule that fits, else the letter's.
RULES = (
    (r"\bалекс", "alex"),
    (r"\bмаксим", "maxim"),
    (r"[иыі]й\b", "y"),
    (r"ия\b", "ia"),
    (r"(?<=[жчшщ])ё", "e"),
    (r"(?<=[аеёиоуыэюяіїєьъ])е", "ye"),
    (r"\bе", "ye"),
    (r"(?<=ь)и", "yi"),
    (r"(?<=ь)о", "yo"),
    (r"(?<=\w)й(?=[яюё])", ""),
    (r"(?<=[оё])й\b", "y"),
    (r"(?<=[аеёоуэюя])й(?!о)", "i"),
)
LETTERS = {
    pair[0]: pair[2:]
    for pair in (
        "а=a б=b в=v г=g д=d е=e ё=yo ж=zh з=z и=i й=y к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=kh ц=ts ч=ch ш=sh "
        "щ=shch ъ= ы=y ь= э=e ю=yu я=ya "
        "і=i ї=yi є=ye ґ=g ў=u"  # Ukrainian and Belarusian letters, as the nearest Russian ones
    ).split()
}

# Russian given names, and how their Ukrainian and Belarusian forms are written. In a name that begins with such a form
# a bare h is г, and a family name in -ska is -ская.
EASTERN = {
    "Александр": "Oleksandr Olexandr Olexander Aliaksandr Alyaksandr",
    "Александра": "Oleksandra Aliaksandra",
    "Алексей": "Oleksiy Oleksii Oleksij Olexiy Olexii Aliaksei Alyaksey",
    "Анатолий": "Anatoliy Anatolii",
    "Андрей": "Andriy Andrii Andrij",
    "Вадим": "Vadym",
    "Валерий": "Valeriy Valerii",
    "Василий": "Vasyl",
    "Виталий": "Vitaliy Vitalii",
    "Владимир": "Volodymyr Uladzimir",
    "Георгий": "Heorhiy Heorhii",
    "Григорий": "Hryhoriy Hryhorii",
    "Денис": "Denys",
    "Дмитрий": "Dmytro Dzmitry",
    "Евгений": "Yevhen Yevheniy Yevhenii",
    "Екатерина": "Kateryna",
    "Елена": "Olena",
    "Игорь": "Ihor Ihar",
    "Ирина": "Iryna",
    "Кирилл": "Kyrylo",
    "Максим": "Maksym",
    "Михаил": "Mykhailo Mykhaylo",
    "Никита": "Mykyta",
    "Николай": "Mykola Mikalai",
    "Олег": "Oleh Aleh",
    "Ольга": "Olha Volha",
    "Павел": "Pavlo",
    "Петр": "Petro",
    "Светлана": "Svitlana Sviatlana",
    "Сергей": "Serhiy Serhii Serhij Siarhei Syarhey",
    "Степан": "Stsiapan",
    "Юрий": "Yuriy Yurii",
}

# Forms of given names that change nothing else in the name.
OTHER = {
    "Александр": "Aleksandr Alexandr",
    "Владимир": "Volodimir",
    "Георгий": "Giorgi",
    "Михаил": "Mikheil",
    "Николай": "Mikola",
    "Сергей": "Sergiy Sergii",
}

# Latin spellings made one: each rule over the whole word, after the one before it.
SPELLINGS = (
    (r"tsch|tch", "ch"),
    (r"(?<!t)sch", "sh"),
    (r"dzh|dj|j", "zh"),
    (r"kh", "h"),
    (r"th", "t"),
    (r"ph", "f"),
    (r"ck|q", "k"),
    (r"w", "v"),
    (r"x", "ks"),
    (r"tz", "ts"),
    (r"c(?=[eiy])", "s"),
    (r"c(?![ch])", "k"),
    (r"(?<=[bv])yov(?=a?$)", "yev"),  # Solovyov is Соловьёв, printed Соловьев too
    (r"yo", "e"),
    (r"(?<=[aeiou])y(?=e)|^y(?=e)", ""),
    (r"y", "i"),
    (r"ii+", "i"),
    (r"tsia$", "tsa"),  # Ukrainian -ця, Russian -ца
    (r"([bcdfghklmnprstvz])\1+", r"\1"),
)
BARE_H = r"(?<![kzscpt])h"
PATRONYMIC = re.compile(r".(?:vich|vna|ichna)$")

PLACE = re.compile("|".join(f"({pattern})" for pattern, _ in RULES) + "|[а-яёіїєґў]", re.IGNORECASE)
CYRILLIC = re.compile(r"[\u0400-\u052f][\u0300-\u036f\u0400-\u052f]*")
WORDS = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
DOTLESS = str.maketrans("ёЁ", "еЕ")
MARKS = str.maketrans({**dict.fromkeys("'ʹʼ`"), "‐": "-"})
EASTERN_FORMS = frozenset(fold(form) for forms in EASTERN.values() for form in forms.split())


def latin(name: str) -> str:
    """A name as the English-language press writes it. In: a name, in the nominative; out: its Cyrillic words in Latin
    letters, by GIVEN, else by RULES and LETTERS; what is Latin already is left as it is."""
    return CYRILLIC.sub(lambda m: _romanized(m.group()), name)


def _romanized(run: str) -> str:
    """A run of Cyrillic letters in Latin ones, small, capitalized or all in capitals as it was; stress marks go."""
    word = "".join(c for c in unicodedata.normalize("NFC", run) if not unicodedata.combining(c))
    given = GIVEN.get(word.lower(), "")
    made = _cased(given, word) if given else PLACE.sub(_placed, word)
    return made.upper() if len(word) > 1 and word.isupper() else made


def _placed(m: re.Match[str]) -> str:
    """What is written for what a rule, or no rule but a letter, has found."""
    made = RULES[m.lastindex - 1][1] if m.lastindex else LETTERS[m.group().lower()]
    return _cased(made, m.group())


def _cased(made: str, source: str) -> str:
    """What is made, with a capital if its source has one."""
    return made.capitalize() if source[0].isupper() else made


@lru_cache(maxsize=65536)
def identity_key(name: str) -> str:
    """A key that is equal for the ways one name is written. In: a name in the nominative, in either script; out: its
    words in their order, small Latin letters with the spellings made one (SPELLINGS), a first word that is a form of a
    Russian given name as that name (EASTERN, OTHER), the middle one of three words dropped if it is a patronymic. A
    name without letters and digits has the empty key."""
    words = WORDS.findall(_plain(name))
    if not words:
        return ""
    spelled = [_spelled(word) for word in words]
    first = next((w for w in (words[0], spelled[0]) if w in _forms()), spelled[0])
    if first in EASTERN_FORMS:
        spelled = [_spelled(_eastern(word)) for word in words]
    kept = [_forms().get(first, first), *spelled[1:]]
    if len(kept) == 3 and PATRONYMIC.search(kept[1]):
        del kept[1]
    return " ".join(kept)


def _plain(name: str) -> str:
    """A name in folded Latin letters without apostrophes, ё as е. The second pass is for what only folding makes
    Russian letters of."""
    dotless = unicodedata.normalize("NFC", name).translate(DOTLESS)
    return fold(latin(fold(latin(dotless)))).translate(MARKS)


def _spelled(word: str) -> str:
    """A folded Latin word with its spellings made one, each part of a hyphenated one by itself."""
    return "-".join(_settled(part) for part in word.split("-"))


def _settled(part: str) -> str:
    """A part of a word after SPELLINGS, over again until nothing changes. No rule makes an x or a j, and the others
    shorten the word or leave fewer of the letters they look for, so this ends."""
    before = ""
    while part != before:
        before = part
        for pattern, one in SPELLINGS:
            part = re.sub(pattern, one, part)
    return part


def _eastern(word: str) -> str:
    """A word of a name in Ukrainian or Belarusian spelling, as Russian would have it."""
    return re.sub(r"ska$", "skaya", re.sub(BARE_H, "g", word))


@lru_cache(maxsize=1)
def _forms() -> dict[str, str]:
    """The forms of given names, folded, each with the key of the Russian name."""
    named = [*EASTERN.items(), *OTHER.items()]
    return {fold(form): _spelled(_plain(name)) for name, forms in named for form in forms.split()}
