"""What the generated pages are made of: data alone. A blank in braces is a filler, the person's own word (name,
surname, is, pronoun) or a number."""

from __future__ import annotations

FILLERS = {
    "section": "News Business Science Culture Sport Opinion Weather Archive".split(),
    "first": "Ana Mirel Tomas Ines Katya Joren Salma Pieter Noor Davit Leonie Marek Oona Rafiq Brita Emeka".split(),
    "last": (
        "Lima Varga Okonjo Hask Tellini Brandvold Quarrie Sandoval Petrescu Imrani Castell Dunmore Aasen Vukov Maro "
        "Lindqvist"
    ).split(),
    "place": ["Port Selden", "Varnmouth", "Eastmere", "Corvale", "the Orrin valley", "Tarnholm", "Bellport"],
    "month": "January February March April June September October November".split(),
    "day": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(),
    "office": ["ministry", "council", "port authority", "union", "water board", "court", "commission"],
    "body": ["the Selden Institute", "the Corvale council", "Northline Ferries", "the Water Board", "Tarn Bank"],
    "role": [
        "the {office}'s director",
        "a spokesperson for {body}",
        "an engineer at {body}",
        "the mayor of {place}",
        "a researcher at {body}",
        "who has lived in {place} for {number} years",
    ],
    "thing": ["the new bridge", "the ferry terminal", "the flood wall", "the tram line", "the old quarry"],
    "change": ["delayed", "approved", "widened", "closed for good", "paid for twice", "finished by the spring"],
    "amount": ["{number} million crowns", "about {number} jobs", "{number} homes", "nearly {number} hectares"],
    "clause": [
        "{thing} would be {change} before the end of {month}",
        "{thing} had cost {amount} so far",
        "nobody in {place} had been asked about {thing}",
        "the {office} could not promise {amount} without a vote",
        "{body} was ready to talk about {thing}",
        "people in {place} would see {amount} lost if {thing} were not {change}",
        "the figures for {month} were better than those of the year before",
    ],
    "quote": [
        "We have waited long enough for {thing}",
        "It is a good day for {place}, and it took us {number} months",
        "I don't think anybody here believes that {thing} will be {change}",
        "If {body} does not pay, we will go to court",
        "They told us that {thing} was safe, and we believed them",
        "There is no plan. There never was one",
        "You can't run a town of {number} thousand on promises",
        "What we need is {amount}, not another report",
    ],
    "scrap": ["a gift to {body}", "too little and far too late", "the only way out", "an insult", "not for sale"],
    "said": ["said", "said", "said", "told reporters", "added", "warned", "insisted", "explained"],
    "says": ["said", "announced", "confirmed", "denied", "argued", "acknowledged", "claimed", "estimated"],
}

SENTENCES = [
    "“{quote},” {said} {name}, {is}.",
    "“{quote},” {surname} said.",
    "“{quote},” {pronoun} {said}. “{quote}.”",
    "“{quote},” {name} {said} on {day}, “and {clause}.”",
    "{name}, {is}, {says} that {clause}.",
    "{surname} {says} {clause}.",
    "{surname} {says} on {day} that {clause}, and that {clause}.",
    "According to {body}, {clause}.",
    "{clause}, according to a report that {body} published in {month}.",
    "{surname} called the decision “{scrap}” and said {clause}.",
    "The {office} described {thing} as “{scrap}”.",
    "{name} believes that {clause}.",
    "Many in {place} fear that {clause}.",
    "{body} wants {thing} to be {change}.",
    "Asked whether {clause}, {surname} replied: “{quote}.”",
    "{surname} said {body} had warned that {clause}.",
]

# Sentences that attribute nothing.
NARRATED = [
    "Work on {thing} began in {month}, {number} years after the first drawings were made.",
    "The road between {place} and {place} has been shut since {day}.",
    "About {number} people came to the meeting in {place}, which went on until midnight.",
    "{thing} is the largest that {place} has seen; it cost {amount}.",
    "The vote in the {office} was put off twice, in {month} and again last week.",
    "Rain is expected along the coast, and ferries from {place} run every {number} minutes.",
    "The old ferry still runs twice a day, and its timetable hangs in the station at {place}.",
    "{thing} was drawn up in {month} and went through {number} changes on its way to the {office}.",
    "There are {number} houses along the shore at {place}, most of them empty outside {month}.",
    "On {day} the first of {number} lorries crossed the bridge, slowly, in the rain.",
    "{body} employs {number} people in {place} and nearly as many in {place}.",
]

TEASERS = [
    "{place} waits for {thing} as costs rise to {amount}",
    "{thing} to be {change}, {office} says",
    "{last}: {place} “not for sale”",
    "Why {body} gave up on {thing}",
]
