"""What a language file holds about when, where and to whom something is said: one frozen FrameWords of plain data.
Words are folded; in a language that inflects its nouns they are lemmas."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.languages.phrases import Phrases


@dataclass(frozen=True, slots=True, eq=False)
class FrameWords:
    """The words of a sentence that tells who said what; the examples are English."""

    # What belongs to the cue.
    parting: frozenset[str]  # who, which, because: open a clause whose time and place are its own
    joining: frozenset[str]  # and, but: after a comma, another clause
    subordinating: frozenset[str]  # after: opens one as well, and yet what happens there may date the cue
    saying_nouns: frozenset[str]  # complaint: nouns that attribute
    continuing: frozenset[str]  # added: goes on with what was said just before
    owners: frozenset[str]  # the, a: before a date that is the next noun's

    # Where.
    into: frozenset[str]  # in, at, during, on: before where it is said
    meetings: frozenset[str]  # interview, hearing, rally: occasions
    writings: frozenset[str]  # letter, memo, statement: where it is written
    channels: frozenset[str]  # television, blog: by what it goes out
    channel_names: Phrases[bool]  # X, Truth Social, Telegram: written with a capital
    bare: frozenset[
        str
    ]  # testimony, talks: nouns that need no article; ход: those that stand right after the preposition
    places: frozenset[str]  # parliament, court: where people speak for others to hear
    within_place: frozenset[str]  # of, with, to, on: go on with where it is said
    ends: frozenset[str]  # that, said: end it

    # On what condition.
    conditional: Phrases[str]  # if, unless, in case of: and the rule that each goes by
    no_condition_after: frozenset[str]  # as, asked, than: before *if*, which then opens none
    no_condition_before: frozenset[str]  # not, any: after *if*, which then opens none
    no_time_before: frozenset[str]  # a, again: after *once*, which then counts
    then: frozenset[str]  # then: what follows is no part of the condition
    looking_ahead: frozenset[str]  # will, goal: what hangs on *until* or *when*
    within_clause: frozenset[str]  # who, that: after a comma that does not end a clause

    # To whom.
    telling: frozenset[str]  # told, asked, urged: whom, stands right after them
    to: frozenset[str]  # to: before whom
    speaking: frozenset[str]  # said, wrote, speaking: go with *to*
    wanting: frozenset[str]  # потребовать: from whom (Russian)
    answering: Phrases[bool]  # asked by, in response to a question from: before whoever asked
    with_whom: frozenset[str]  # with, for, to: after an interview or a letter, with or to whom
    met: frozenset[str]  # interview, letter, meeting: of the occasions, those that are had with somebody
    nobody: frozenset[str]  # him, them, it: pronouns, which name nobody
    doers: tuple[str, ...]  # ers, ists: plurals of those who do something
    listening: frozenset[str]  # reporters, journalists: who listen
