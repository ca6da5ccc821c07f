"""English: the words of numbers and quantities."""

from __future__ import annotations

from fractions import Fraction

from sayso.languages.numbers import Numbers
from sayso.languages.phrases import Phrases, listed, spelled
from sayso.languages.speakers import words
from sayso.records import Sure

UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
).split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()

QUALIFIERS: dict[Sure, str] = {
    "more than": "more than|just over|just above|slightly more than|slightly over|a little over|over|above|"
    "in excess of|upwards of|upward of|greater than|exceeding|exceeded|exceeds|exceed|well over|well above|"
    "more than just",
    "at least": "at least|no fewer than|no less than|not less than|not fewer than|a minimum of|minimum of",
    "less than": "less than|fewer than|under|below|just under|just below|well under|well below",
    "at most": "up to|at most|no more than|not more than|as many as|as much as|a maximum of|maximum of|at the most",
    "nearly": "nearly|almost|close to|approaching|just shy of|not quite",
    "about": "~|≈|about|around|roughly|approximately|some|an estimated|estimated|circa|in the region of|"
    "something like|around about|in the order of|on the order of",
    "exact": "exactly|precisely",
}
AFTER: dict[Sure, str] = {
    "about": "or so|or thereabouts|approximately",
    "at least": "or more|plus|or over|+",
    "at most": "or less|or fewer",
}

CURRENCIES = {
    "USD": "$|us$|usd|dollar|dollars|us dollar|us dollars|american dollars|buck|bucks|u . s . dollars|cent|cents",
    "EUR": "€|eur|euro|euros", "GBP": "£|gbp|pound|pounds|pounds sterling", "JPY": "¥|jpy|yen",
    "RUB": "₽|rub|rouble|roubles|ruble|rubles|rbl",
    "UAH": "₴|uah|hryvnia|hryvnias|hryvnya|hryvnyas", "CNY": "cny|yuan|renminbi|rmb", "INR": "₹|inr|rupee|rupees",
    "CHF": "chf|swiss franc|swiss francs",
    "CAD": "c$|cad|ca$|canadian dollar|canadian dollars", "AUD": "a$|aud|au$|australian dollar|australian dollars",
    "NZD": "nz$|nzd", "HKD": "hk$|hkd", "SGD": "s$|sgd",
    "KRW": "₩|krw|won", "TRY": "₺|try|lira|liras|turkish lira", "ILS": "₪|ils|shekel|shekels",
    "PLN": "pln|zloty|zlotys|zlotych", "SEK": "sek|swedish kronor|kronor",
    "NOK": "nok|kroner", "CZK": "czk|koruna|korunas", "BYN": "byn|belarusian rubles|belarusian roubles",
    "KZT": "kzt|tenge", "GEL": "gel|lari", "AMD": "amd|dram|drams",
    "MYR": "rm|myr|ringgit", "BRL": "r$|brl|real|reais", "ZAR": "zar|rand", "EGP": "egp|egyptian pounds",
    "IRR": "irr|rial|rials", "BTC": "btc|bitcoin|bitcoins",
}  # fmt: skip
# Words that are something else as often (won, try, real): only what stands right after a number with a magnitude.

ENGLISH_NUMBERS = Numbers(
    inflects=False,
    decimal=".",
    cardinals={
        **{word: Fraction(n) for n, word in enumerate(UNITS)},
        **{word: Fraction(10 * n) for n, word in enumerate(TENS, 2)},
    },
    magnitudes={
        "hundred": 100, "dozen": 12, "score": 20, "thousand": 10**3, "million": 10**6, "billion": 10**9,
        "trillion": 10**12,
        "quadrillion": 10**15, "mn": 10**6, "mln": 10**6, "bn": 10**9, "bln": 10**9, "tn": 10**12, "trn": 10**12,
        "mil": 10**6,
        "lakh": 10**5, "crore": 10**7,
    },
    vague={
        "tens": 10, "dozens": 12, "scores": 20, "hundreds": 100, "thousands": 10**3, "millions": 10**6,
        "billions": 10**9, "trillions": 10**12,
    },
    fractions={
        "half": Fraction(1, 2), "third": Fraction(1, 3), "thirds": Fraction(1, 3), "quarter": Fraction(1, 4),
        "quarters": Fraction(1, 4), "fifth": Fraction(1, 5), "fifths": Fraction(1, 5), "sixth": Fraction(1, 6),
        "eighth": Fraction(1, 8), "tenth": Fraction(1, 10), "tenths": Fraction(1, 10),
    },
    halved=words("half"),
    shares=words("half thirds quarters fifths tenths"),
    halves=listed("and a half|and - a - half"),
    articles=words("a an"),
    joining=words("and"),
    of=words("of"),
    short=frozenset(),
    even=words("or even"),
    alone=words("one"),
    one_in=listed("in|out of|of every|in every"),
    each={},
    times=words("times"),
    minus=words("minus"),
    qualifiers=spelled((some, sure) for sure, some in QUALIFIERS.items()),
    after=spelled((some, sure) for sure, some in AFTER.items()),
    floors=frozenset(),
    between=words("between from"),
    to=words("to and or"),
    alternating=words("to or"),
    since=frozenset(),
    changing=words(
        "rise rises rising rose risen raise raised fall falls falling fell fallen drop dropped cut jump jumped climbed "
        "climb grew grow grown went up down increase increased decrease decreased surged slipped move moved expanded"
    ),
    percent=Phrases({
        ("%",): "%", ("per", "cent"): "%", ("percent",): "%", ("pct",): "%", ("percentage",): "%",
        ("percentage", "points"): "percentage points", ("percentage", "point"): "percentage points",
        ("per", "cent", "points"): "percentage points", ("percent", "points"): "percentage points",
        ("pp",): "percentage points", ("%", "points"): "percentage points",
    }),
    currencies=spelled((some, code) for code, some in CURRENCIES.items()),
    signs={p: code for code, some in CURRENCIES.items() for p in some.split("|") if not p[-1].isalnum() or p in ("rm",
    "usd", "eur", "rub", "chf", "cny", "gbp", "uah", "myr")},
    measures=words(
        "km kilometer kilometers kilometre kilometres m meter meters metre metres cm mm mile miles mph kmh knots foot "
        "feet ft inch inches yard yards acre acres hectare hectares ha kg kilogram kilograms kilo kilos g gram grams "
        "tonne tonnes ton tons pound pounds lb lbs ounce ounces barrel barrels liter liters litre litres gallon "
        "gallons degree degrees ° °c °f c f celsius fahrenheit watt watts kw mw gw kwh mwh gwh twh megawatt megawatts "
        "gigawatt gigawatts kilowatt kilowatts volt volts hz mb gb tb bps basis caliber calibre mm bcm kiloton "
        "kilotons points point"
    ),
    squares=words("basis square sq cubic nautical metric short troy"),
    per=words("per a an each every"),
    rates=words(
        "day week month year hour minute second barrel head capita person unit tonne ton kilogram liter litre gallon "
        "square capita vote share household pupil student night mile kilometre kilometer ounce decade quarter"
    ),
    spans=words(
        "second seconds minute minutes hour hours day days night nights week weeks fortnight month months year years "
        "decade decades century centuries weekend weekends quarter quarters"
    ),
    telling_when=words("within in during after before since past next coming previous every over recent following "
        "these those"),
    telling_when_after=words("ago later earlier before after from hence prior"),
    souls=words("person child man woman soldier officer civilian body boy girl passenger pilot policeman baby death "
        "casualty"),
    lasting=words("last"),
    scales=words("magnitude"),
    known=words("the these those both his her their its our my your"),
    numbered=words(
        "article articles number no nos № # channel page pages chapter room route highway line item paragraph section "
        "resolution law rule act psalm verse flight gate level phase stage group grade class class type title unit "
        "building house apartment flat area district ward division brigade regiment battalion school hospital plant "
        "exit platform track runway line point lot series season episode round game game version model protocol "
        "convention amendment clause decree order case proposition measure block sector war junction category no. "
        "covid "
        "unit stop terminal zone agenda interstate i-"
    ),
    aged=words("aged age ages"),
    ages=words("old olds aged"),
    house=words("street avenue road lane drive boulevard st ave square place"),
    stops=words(
        "a an the this that these those of in on at by for to from with without within over under after before since "
        "until till during through between among against about around near across into onto upon per than as and or "
        "but nor yet so if unless while when where who whom whose which what how why because although though is are "
        "was were be been being am has have had do does did will would shall should can could may might must not no "
        "it its he she they we i you him her them us his their our my your there here also more less most least very "
        "too then now still already just only even ever never yet again once said says say told which including "
        "instead each every all both either neither some any such same other out off up down away back left died came "
        "went took made got became fell rose lost won killed wounded injured dead alive worth ago later earlier"
    ),
    many=words(
        "people men women children police troops personnel staff cattle sheep aircraft spacecraft fish deer crew "
        "clergy infantry cavalry poor rich faithful militia wounded dead injured percent folk youth media data teeth "
        "feet mice lives wives wolves knives police military civilians gain increase rise drop fall cut jump decline "
        "vacancies"
    ),
    which_half=words("first second latter former other top bottom back final"),
    ordinal_tails=("st", "nd", "rd", "th"),
    glued={"k": 10**3, "m": 10**6, "mn": 10**6, "mln": 10**6, "b": 10**9, "bn": 10**9, "bln": 10**9, "tn": 10**12,
    "tr": 10**12, "trn": 10**12},
    adjectives={
        "percent": "%", "kilometre": "", "kilometer": "", "metre": "", "meter": "", "mile": "", "foot": "", "tonne": "",
        "ton": "", "acre": "", "hectare": "", "pound": "", "inch": "", "litre": "", "gallon": "", "barrel": "",
        "km": "",
        "page": "", "seat": "", "member": "", "million-dollar": "USD", "dollar": "USD", "euro": "EUR",
    },
)  # fmt: skip
