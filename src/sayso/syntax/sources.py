"""Who speaks. In: a Ground and the number of a verb; out: the first and the last word of the phrase that names its
subject, or None where nobody is named."""

from __future__ import annotations

from sayso.morphology import numbers_in_nominative
from sayso.syntax.extents import Stretch, phrase_of
from sayso.syntax.ground import NAMED, Ground

# A chain of clauses that share a subject is no longer.
LONGEST_CHAIN = 5
# A subject stands this near its verb, where the parser has given it to another word.
BESIDE = 9
FURTHEST = 8


def source_of(ground: Ground, verb: int) -> Stretch | None:
    """The phrase of a verb's subject: its own, that of the clause it shares one with, an agent, or a place that speaks
    for its office; for a verb of citing the one who is cited."""
    outer = teller_of(ground, verb)
    if outer is not None:
        return source_of(ground, outer)
    if ground.lemma(verb) in ground.cues.following:  # *следует из доклада*
        paper = next((c for c in ground.tree.children[verb] if ground.case_of(c) in ground.cues.out_of), None)
        return phrase_of(ground, paper, verb) if paper is not None else None
    if ground.lemma(verb) in ground.cues.citing:
        cited = cited_by(ground, verb)
        return phrase_of(ground, cited, verb) if cited is not None else None
    subject = agent_of(ground, verb) if is_passive(ground, verb) else subject_of(ground, verb)
    if subject is None and not is_passive(ground, verb):
        subject = office_of(ground, verb)
    return phrase_of(ground, subject, verb) if subject is not None else None


def subject_of(ground: Ground, verb: int) -> int | None:
    """The number of the subject's head."""
    tree, begun = ground.tree, verb
    for step in range(LONGEST_CHAIN):
        own = tree.child(verb, "nsubj")
        if own is None and tree.forms[verb] in ("Part", "") and not tree.words[verb].case:
            own = tree.child(verb, "nsubj:pass")  # уверены, обеспокоены: states
        if own is not None and fits(ground, own, verb):
            outer = teller_before(ground, begun, own)
            return own if outer is None else subject_of(ground, outer)
        beside = nominative_beside(ground, verb) if not step else None
        if beside is not None:
            return beside
        rel, head = tree.rels[verb], tree.heads[verb]
        if tree.forms[verb] == "Part" and tree.words[verb].case and rel in ("acl", "amod") and head >= 0:
            return head
        shares = rel in ("conj", "xcomp") or tree.forms[verb] in ("Conv", "Inf")
        if not shares or head < 0 or tree.words[head].pos not in ("VERB", "ADJ", "AUX"):
            return None
        if rel == "conj" and tree.words[verb].number != tree.words[head].number:
            return None
        verb = head
    return None


def teller_of(ground: Ground, verb: int) -> int | None:
    """The verb of speech that a gerund of speech goes with: the last one before it in its sentence."""
    if ground.tree.forms[verb] != "Conv" or not ground.speaks(verb):
        return None
    first = ground.region(verb)[0]
    telling = (
        n for n in range(verb - 1, first - 1, -1) if ground.tree.forms[n] == "Fin" and ground.lemma(n) in ground.telling
    )
    return next((n for n in telling if ground.quoted[n] == ground.quoted[verb]), None)


def teller_before(ground: Ground, verb: int, subject: int) -> int | None:
    """The verb of speech before, when the subject that the parser gives to this one stands within what that one
    reports: *мэр напомнила, что компания …, а также добавила, что …*."""
    tree = ground.tree
    if subject > verb or not ground.speaks(verb) or ground.lemma(verb - 1) not in ground.cues.connecting:
        return None
    opened = next(
        (n for n in range(subject - 1, ground.region(verb)[0], -1) if ground.lemma(n) in ground.cues.that), None
    )
    if opened is None:
        return None
    for n in range(opened - 1, ground.region(verb)[0] - 1, -1):
        same = (tree.words[n].number, tree.words[n].gender) == (tree.words[verb].number, tree.words[verb].gender)
        if tree.forms[n] == "Fin" and ground.speaks(n) and same:
            return n
    return None


def fits(ground: Ground, subject: int, verb: int) -> bool:
    """Whether a subject is somebody: in the nominative, on the same side of the quotation marks, no *this*."""
    t = ground.tree.words[subject]
    same_side = ground.quoted[subject] == ground.quoted[verb]
    low, high = sorted((subject, verb))
    if any(ground.text(n) == ":" for n in range(low, high)):
        return False  # who is named before a colon is a label: *Лосев: рыбаки сообщили …*
    nominative = t.case in ("Nom", "") or ground.tree.words[verb].number in numbers_in_nominative(t.text)
    return same_side and t.word not in ground.cues.pointing and nominative and t.pos != "VERB"


def is_passive(ground: Ground, verb: int) -> bool:
    """Whether a verb hides who acts: a passive, or *it is reported*."""
    if ground.lemma(verb) in ground.cues.states:
        return False
    return ground.tree.voices[verb] == "Pass" or ground.lemma(verb) in ground.cues.impersonal


def agent_of(ground: Ground, verb: int) -> int | None:
    """Who does what a passive tells: *заявлено министром*, *говорится в докладе*."""
    tree = ground.tree
    for c in tree.children[verb]:
        t = tree.words[c]
        if t.pos in ("NOUN", "PROPN") and tree.rels[c].startswith("obl"):
            case = ground.case_of(c)
            kind = ground.mention_ends.get(c, (0, ""))[1]
            people = t.word in ground.speakers.person | ground.speakers.organization
            paper = t.word in ground.speakers.document
            if (case == "Ins" and (kind or people)) or (case in ground.cues.into and paper):
                return c
    return None


def cited_by(ground: Ground, verb: int) -> int | None:
    """Whose words a verb of citing passes on: its object, or the owner of the words (*приводит слова министра*)."""
    tree = ground.tree
    remark = next((c for c in tree.children[verb] if ground.lemma(c) in ground.cues.remarks), None)
    if remark is not None:
        rels = ("nmod", "det")
        return next(
            (c for c in tree.children[remark] if tree.rels[c] in rels and tree.words[c].pos in (*NAMED, "DET")), None
        )
    near: tuple[int, ...] = (*tree.children[verb], *range(verb + 1, min(verb + BESIDE, ground.region(verb)[1] + 1)))
    for n in near:
        t = tree.words[n]
        person = (
            t.word in ground.speakers.person or ground.mention_ends.get(n, (0, ""))[1] == "person" or t.pos == "PRON"
        )
        if (
            t.case in ("Acc", "Gen")
            and person
            and t.word not in ground.speakers.relative
            and ground.case_of(n) in ("Acc", "Gen")
        ):
            return n
    return None


def nominative_beside(ground: Ground, verb: int) -> int | None:
    """A noun in the nominative right after a finite verb, or right before it, that the parser has given to another
    word."""
    tree = ground.tree
    first, last = ground.region(verb)
    if tree.forms[verb] != "Fin" and tree.words[verb].pos != "ADJ":
        return None
    own = ground.cues.first_person
    if tree.persons[verb] in ("1", "2"):
        return next((n for n in range(verb - 1, max(first, verb - 4) - 1, -1) if ground.lemma(n) in own), None)
    after = verb + 1
    while after <= last and after - verb < BESIDE and may_stand_between(ground, after):
        after += 1
    before = verb - 1
    while before >= first and verb - before <= FURTHEST and is_adverbial(ground, before):
        before -= 1
    for n in (after, before):
        if first <= n <= last and n != verb:
            t = tree.words[n]
            number = not t.number or t.number == tree.words[verb].number
            case = t.case == "Nom" or (t.pos == "X" or t.text.isascii())
            if t.pos in (*NAMED, "X") and case and number and fits(ground, n, verb) and t.word not in ground.cues.that:
                return n
    return None


def may_stand_between(ground: Ground, word: int) -> bool:
    """Whether a word may stand between a verb and the subject after it: an addressee, a time, what describes the
    subject."""
    t = ground.tree.words[word]
    if t.pos in NAMED:
        return t.case not in ("Nom", "")
    participle = ground.tree.forms[word] == "Part" and bool(t.case)
    return participle or t.pos in ("ADJ", "DET", "NUM", "ADV", "ADP", "PART") or ground.text(word) in '«»"“„”'


def is_adverbial(ground: Ground, word: int) -> bool:
    """Whether a word may stand between a subject and its verb: *не*, *также*, *в среду*."""
    t = ground.tree.words[word]
    return t.pos in ("ADV", "PART", "ADP", "AUX", "NUM") or (
        t.pos in ("NOUN", "ADJ", "DET") and t.case not in ("Nom", "")
    )


def office_of(ground: Ground, verb: int) -> int | None:
    """*в мэрии заявили*: a place or a body in the locative before or after a plural verb without a subject."""
    tree = ground.tree
    plural = tree.words[verb].number == "Plur" and tree.persons[verb] in ("", "3") and tree.forms[verb] == "Fin"
    if not plural:
        return None
    beside = [verb - 1] if verb and tree.heads[verb - 1] != verb else []  # *После ремонта в мэрии сообщили*
    for c in (*tree.children[verb], *beside):
        t = tree.words[c]
        if t.case in ("Loc", "") and ground.case_of(c) in ground.cues.at and t.pos in ("NOUN", "PROPN"):
            kind = ground.mention_ends.get(c, (0, ""))[1]
            if kind in ("organization", "place") or t.word in ground.speakers.organization:
                return c
    head = tree.heads[verb]
    shared = tree.rels[verb] == "conj" and head >= 0 and tree.words[head].pos == "VERB"
    return office_of(ground, head) if shared else None
