"""Who said it: the rules, in one list, in order. In: a Stage; out: the first rule that fires and what it says.

A rule that does not apply gives None, and the next is asked. One that applies and is not sure answers Doubt: not sure
is an answer, and no later rule may guess.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sayso.speakers import described, documents, named, pronouns, quoted, silent, titles
from sayso.speakers.stage import Answer, Stage


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: its name, how often it is right where it fires, and its function, whose docstring says what it does."""

    name: str
    confidence: float
    answer: Callable[[Stage], Answer]


RULES = (
    Rule("quoted", 0.85, quoted.quoted),
    Rule("citing", 0.80, quoted.citing),
    Rule("same clause", 0.50, silent.same_clause),
    Rule("goes on", 0.65, silent.goes_on),
    Rule("relative", 0.90, pronouns.relative),
    Rule("just spoke", 0.95, pronouns.just_spoke),
    Rule("named last", 0.85, pronouns.named_last),
    Rule("weighed", 0.80, pronouns.weighed),
    Rule("plural", 0.80, pronouns.plural),
    Rule("thing", 0.80, pronouns.thing),
    Rule("own voice", 0.95, pronouns.own_voice),
    Rule("undecided", 0.0, pronouns.undecided),
    Rule("several", 0.85, named.several),
    Rule("own name", 0.97, named.own_name),
    Rule("body", 0.93, named.body),
    Rule("government", 0.90, described.government),
    Rule("group", 0.95, described.group),
    Rule("document", 0.75, documents.document),
    Rule("title in cast", 0.90, titles.title_in_cast),
    Rule("title in roster", 0.95, titles.title_in_roster),
    Rule("known body", 0.90, titles.known_body),
    Rule("body described", 0.75, described.body_described),
    Rule("unnamed", 0.75, described.unnamed),
)


def ask(stage: Stage) -> tuple[Rule | None, Answer]:
    """The first rule that fires, and its answer."""
    for rule in RULES:
        answer = rule.answer(stage)
        if answer is not None:
            return rule, answer
    return None, None
