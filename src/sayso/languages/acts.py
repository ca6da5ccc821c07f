"""What a language file holds about acts and wording: one frozen Acts of plain data. Words are folded, in a language
that inflects its nouns lemmas."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sayso.languages.phrases import Phrases, Words
from sayso.records import Act, Force, Stance


@dataclass(frozen=True, slots=True, eq=False)
class Acts:
    """The words by which acts are told; the examples are English."""

    # By the cue.
    cues: Phrases[Act]  # urged, called on, ruled out: what the cue itself says that it is
    owners: frozenset[str]  # his, her: before the noun of an act
    about: frozenset[str]  # о: before it, right before what is said
    nouns: frozenset[str]  # refusal, promise: of the cues, the nouns
    doing: Phrases[Act]  # offer, agree, ready: acts when what they take is something to do (*to …*)
    forces: Mapping[str, Force]  # ask, order: how strongly
    negation: frozenset[str]  # not, never
    turned: Mapping[Act, Act]  # did not deny: what the act of a negated cue becomes
    neutral: frozenset[str]  # said, wrote: the content alone tells
    inner: frozenset[str]  # thinks: a belief, whose content may yet accuse or criticise

    # By the content.
    first_person: frozenset[str]  # I, we, our
    we: frozenset[str]  # I, we: as subjects
    he: frozenset[str]  # he, they, it: stand for the speaker when reported
    you: frozenset[str]  # you: whoever is spoken to
    promise: Phrases[bool]  # I promise
    unwelcome: frozenset[str]  # cut, dismiss: what is planned, and no promise
    neither: frozenset[str]  # neither: *neither confirm nor deny* says nothing
    calling: frozenset[str]  # called: what follows is named something
    bodies: frozenset[str]  # government, company: at the head of what is reported, the speaker's own
    future: frozenset[str]  # will, going to
    should: frozenset[str]  # should: what another is to do, where a body or somebody named stands before it
    asking: frozenset[str]  # требую: asks whatever stands beside it
    asking_words: frozenset[str]  # how, where: open a question, in which *to* is nobody's deed
    must: frozenset[str]  # must, should, need: what another is to do
    must_first: Phrases[bool]  # it is necessary, it is time
    imperatives: frozenset[str]  # stop, let: verbs that open a sentence
    propose: Phrases[bool]  # let us, we propose
    deny: Phrases[bool]  # has nothing to do with, is not true
    deny_apart: tuple[tuple[Words, str], ...]  # (не иметь, отношение): words of a denial that may stand apart
    denied: frozenset[str]  # false, untrue, fabricated
    reject: Phrases[bool]  # will not accept, is out of the question
    concede: Phrases[bool]  # I was wrong, we made a mistake
    support: Phrases[bool]  # we welcome, well done
    good: frozenset[str]  # great, excellent, grateful
    bad: frozenset[str]  # shameful, disgrace, failure, reckless
    wrongs: frozenset[str]  # violated, sabotage, lied, genocide: wrongful acts
    harm: frozenset[str]  # retaliate, destroy, consequences: what is threatened
    consequences: frozenset[str]  # consequences: what another's deed will have
    warning: frozenset[str]  # warned: before consequences, a threat
    welcome: frozenset[str]  # help, build: what is promised, where nothing tells otherwise
    unwilled: frozenset[str]  # be, have, continue: verbs whose future is no promise

    # Polarity and time.
    least: frozenset[str]  # less, only: after *no* or *not*, which then deny nothing
    not_: frozenset[str]  # not, no, never
    past: frozenset[str]  # was, had, did
    hypothetical: frozenset[str]  # would, could, might, if

    # How it is worded.
    stances: Mapping[str, Stance]  # claimed: doubting
    hedges: Phrases[bool]  # allegedly
