"""What a language file holds about the words that attribute, for the rules over syntax: one frozen Cues of plain data.
Words are lemmas."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cues:
    """The words that attribute and what they take; the examples are English.

    An argument in ``objects`` and ``nouns`` is told by its preposition, or by its case where it has none (``Acc``,
    ``Ins``); of those listed the ones that are there make the content, in the order of the text."""

    speech: frozenset[str]  # say, announce: take a clause, a quotation, stand in a parenthesis
    finding: frozenset[str]  # rule, show: take a clause alone
    impersonal: frozenset[str]  # of them, those that hide who speaks: *it is reported*
    asking: frozenset[str]  # ask, urge: what another is to do
    own: frozenset[str]  # promise, refuse: what the speaker will do, or not
    inner: frozenset[str]  # believe, fear: take a clause
    wishing: frozenset[str]  # want, intend: take an infinitive
    states: frozenset[str]  # sure, ready: adjectives that are said of somebody
    objects: Mapping[str, tuple[str, ...]]  # accuse, deny: what is said is an object
    phrases: Mapping[str, frozenset[str]]  # express: hope, fear: a verb and its noun together
    nouns: Mapping[str, tuple[str, ...]]  # claim, refusal: nouns that take a clause, an infinitive or these arguments
    by: frozenset[str]  # words, opinion: with ``by_words_of`` before them, whose they are
    by_words_of: frozenset[str]  # in: in the words of
    by_prepositions: frozenset[str]  # according to: whoever follows speaks
    reference: frozenset[str]  # reference, with `reference_to`: with reference to
    following: frozenset[str]  # follow: from a document, which speaks
    citing: frozenset[str]  # cite: whose object is the one that speaks
    interviewers: frozenset[str]  # correspondent, host: who asks, where each paragraph says who speaks
    remarks: frozenset[str]  # words, opinion: what is cited is somebody's words
    that: frozenset[str]  # that: opens a reported clause
    whether: frozenset[str]  # how, who, whether: opens a question that is told
    correlative: frozenset[str]  # that, in "about that which": stands for the clause after it
    pointing: frozenset[str]  # this: stands for the sentence before
    about: frozenset[str]  # about: before what is spoken of
    at: frozenset[str]  # in, at: a place that speaks for its office
    venue_prepositions: frozenset[str]  # in, on, over: before a venue
    into: frozenset[str]  # in: before what somebody is accused of, and before a document that speaks
    out_of: frozenset[str]  # from: before the document from which something follows
    stances: frozenset[str]  # for, against: part of what is said
    noun_prepositions: tuple[str, ...]  # further ones, and cases, that the nouns of ``phrases`` take
    asking_particles: frozenset[str]  # what makes a question by standing second in it
    conditional: frozenset[str]  # if: a clause that belongs to what is said
    predicatives: frozenset[str]  # words that make a clause without a verb: надо
    venues: frozenset[str]  # interview, meeting: where it was said, and no part of it
    alike: frozenset[str]  # as: opens a parenthesis
    negation: frozenset[str]  # not
    unsaid: frozenset[str]  # verbs that say that nothing was said when they are negated
    connecting: frozenset[str]  # and, but
    first_person: frozenset[str]  # I, we
