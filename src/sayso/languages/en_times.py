"""English: the words of dates and times."""

from __future__ import annotations

from sayso.languages.phrases import Phrases, listed
from sayso.languages.speakers import words
from sayso.languages.times import Times

MONTHS = "january february march april may june july august september october november december".split()
WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
SHORT_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
SHORT_DAYS = "mon tue wed thu fri sat sun".split()
ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth".split()

NO_INFINITIVES = words("a an the him her them me you it their our my your that")
NO_VERBS = words("hundred naked sacred wicked indeed embed united")


def tense(word: str) -> str:
    """The tense that a verb's form tells: ``past`` for the ending of one, else nothing."""
    past = word.endswith("ed") and not word.endswith("eed") and len(word) > 4 and word not in NO_VERBS
    return "past" if past else ""


def infinitive(word: str, after: str) -> bool:
    """Whether *to* opens an infinitive, by the word after it."""
    return word == "to" and after.isalpha() and not after.endswith("s") and after not in NO_INFINITIVES


ENGLISH_TIMES = Times(
    inflects=False,
    capitals=True,
    tense=tense,
    infinitive=infinitive,
    months={
        **{m: n for n, m in enumerate(SHORT_MONTHS, 1)}, "sept": 9, **{m: n for n, m in enumerate(MONTHS, 1)}
    },
    month_words=words("may march mar august april june jan dec sep"),
    weekdays={
        **{d: n for n, d in enumerate(SHORT_DAYS)}, "tues": 1, "weds": 2, "thur": 3, "thurs": 3,
        **{d: n for n, d in enumerate(WEEKDAYS)},
    },
    weekday_words=words("sat sun mon fri wed"),
    short=words("jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed weds thu thur thurs fri sat sun a "
        "p m"),
    days=Phrases({
        ("yesterday",): -1, ("today",): 0, ("tonight",): 0, ("tomorrow",): 1, ("the", "day", "after", "tomorrow"): 2,
        ("the", "day", "before", "yesterday"): -2, ("the", "day", "before"): -1, ("the", "previous", "day"): -1,
        ("a", "day", "earlier"): -1, ("one", "day", "earlier"): -1, ("overnight",): 0, ("last", "night"): -1,
        ("this", "morning"): 0, ("this", "afternoon"): 0, ("this", "evening"): 0, ("yesterday", "evening"): -1,
    }),
    same_day=listed("earlier in the day|later in the day|earlier that day|later that day|"
        "the same day|later the same day|earlier the same day|that same day"),
    units={
        "day": "day", "days": "day", "week": "week", "weeks": "week", "fortnight": "week", "month": "month",
        "months": "month", "year": "year", "years": "year", "decade": "decade", "decades": "decade",
        "quarter": "quarter", "weekend": "weekend", "weekends": "weekend",
    },
    hours={"hour": 3600, "hours": 3600, "minute": 60, "minutes": 60, "seconds": 1},
    halves=Phrases({("half", "a", "year"): (6, "month"), ("half", "an", "hour"): (30, "minute"), ("half", "a",
    "decade"): (5, "year"), ("half", "a", "century"): (50, "year")}),
    seasons={"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12},
    quarter=words("quarter"),
    half=words("half"),
    ordinals={
        **{word: n for n, word in enumerate(ORDINALS, 1)}, "last": 4, "final": 4, "opening": 1, "closing": 4,
    },
    ordinal_tails=words("st nd rd th"),
    last=words("last past previous"),
    this=words("this current"),
    next=words("next coming following"),
    following=words("following"),
    following_day=words("next"),
    passed=words("past last previous next coming recent following"),
    ago=words("ago earlier before"),
    ahead_in=words("in within"),
    year=words("year"),
    fiscal=words("fiscal financial"),
    year_prepositions=words("in for since by until till from of to during through before after early late mid between "
        "and around circa end start"),
    decade_tails=words("s"),
    decades=words("twenties thirties forties fifties sixties seventies eighties nineties"),
    century=words("century centuries"),
    tail_units={"day": "day", "week": "week", "month": "month", "year": "year", "hour": "hour", "minute": "minute",
    "decade": "decade"},
    vague=words("several few couple many some"),
    half_a=words("half"),
    articles=words("the a an"),
    of=words("of in"),
    ends=words("end beginning start middle close"),
    parts=words("early late mid earlier later beginning start end middle morning afternoon evening night eve dawn "
        "dusk noon midnight midday first second half"),
    parts_after=words("morning afternoon evening night noon"),
    between_parts=words("on of in at the this"),
    clock=words("am pm a.m p.m noon midnight midday o'clock"),
    zones=words("gmt utc est edt cet eet msk bst et local time moscow kyiv"),
    to=words("to and through until - – —"),
    ahead=words(
        "will would shall 'll ll due plan plans planned expected scheduled set slated going tomorrow upcoming "
        "forthcoming intends intend likely must begins starts opens expires leaves ahead wants should expects aims "
        "hopes "
        "leave meets takes votes is to"
    ) - words("to is"),
    perhaps=words(
        "could might can asked asks called calls proposed proposes agreed demanded demands requested offered invited "
        "urged wants planned starting threatened warned vowed pledged promised hoped intended decided refused"
    ),
    until=words("by until till before ahead"),
    back=words(
        "said was were had did told announced wrote added began started took met came went fell rose says "
        "who voted held made died killed"
    ),
    turns=words("but after when who which since because where"),
    of_this_year=listed("this year|of this year"),
)  # fmt: skip
