"""Rules for a verb that attributes: what it takes. In: a Ground and the number of a verb; out: Found, or None where the
rule does not apply. RULES stand in order; the first that finds a content has the verb.
"""

from __future__ import annotations

from collections.abc import Callable

from sayso.spans import Spans
from sayso.syntax.edges import clause_end
from sayso.syntax.extents import phrase_of
from sayso.syntax.found import Found, cue_words, made
from sayso.syntax.ground import Ground
from sayso.syntax.objects import argument, by_a_thing, object_, phrase_noun
from sayso.syntax.parentheses import parenthesis
from sayso.syntax.sources import source_of, subject_of

MOST_POINTERS = 4  # sentences in a row that point back to the one before them
CLIMBING = 6
Rule = Callable[[Ground, int], Found | None]


def clause(ground: Ground, verb: int) -> Found | None:
    """*заявил, что …*: the clause that *что* or *чтобы* opens, to where it ends; after *о том* as well. Where the verb
    has a person for its object (*обвинил совет в том, что*), the object is said too."""
    cues, lemma = ground.cues, ground.lemma(verb)
    noun = phrase_noun(ground, verb)
    if noun is None and lemma not in ground.reporting:
        return None
    mark = clause_mark(ground, verb)
    if mark is None or mark >= ground.region(verb)[1]:
        return None
    if (
        noun is not None
        and ground.lemma(mark - 2) in cues.correlative
        and ground.lemma(max(0, mark - 3)) not in cues.about | cues.into
    ):
        return None  # *выступил с критикой за то, что*
    start = mark + 1
    if (
        ground.tree.words[mark].pos == "PRON"
        and ground.tree.words[mark].case in ("Nom", "Acc")
        and lemma in cues.speech
    ):
        start = mark if ground.tree.rels[mark] in ("nsubj", "obj") else start  # *что такое …*
    frame = cues.objects.get(lemma, ())
    accused = argument(ground, verb, "Acc") if len(frame) > 1 and "Acc" in frame else None
    if accused is not None and verb < accused < mark:
        start = ground.tree.reach(accused)[0]
    return made(ground, verb, "clause", [(start, clause_end(ground, verb, start))], noun)


def clause_mark(ground: Ground, verb: int) -> int | None:
    """The number of the word that opens the clause which a verb reports: one that depends on it, or the first after it
    with no other verb between."""
    last = ground.region(verb)[1]
    clear = True
    for n in range(verb + 1, last + 1):
        opens = ground.lemma(n) in ground.cues.that and not ground.text(n).istitle() and n > verb + 1
        if opens and before_clause(ground, n):
            head = ground.tree.heads[n]
            hangs = head >= 0 and ground.climbs(head, verb, CLIMBING) and nearest(ground, verb, n)
            return n if clear or hangs else None
        if ground.tree.words[n].pos == "VERB":
            clear = clear and ground.tree.forms[n] == "Part" and bool(ground.tree.words[n].case)
        if ground.text(n) in (";", ":"):
            return None
    return None


def before_clause(ground: Ground, mark: int) -> bool:
    """Whether a comma stands before the word that opens a clause, or a comma and a dash."""
    back = [ground.text(n) for n in range(max(0, mark - 2), mark)]
    return "," in back[-1:] or (bool(back) and back[-1] in "—–-" and back[:1] == [","])


def nearest(ground: Ground, verb: int, mark: int) -> bool:
    """Whether no other verb of speech stands between a verb and the clause, on which the clause would rather hang."""
    return not any(ground.speaks(n) and ground.tree.words[n].pos == "VERB" for n in range(verb + 1, mark))


def colon(ground: Ground, verb: int) -> Found | None:
    """*предложил: если …, тогда …*: a clause after a colon, without quotation marks."""
    last = ground.region(verb)[1]
    at = next((n for n in range(verb + 1, last) if ground.text(n) == ":"), None)
    known = ground.cues.speech | ground.cues.states
    if at is None or ground.lemma(verb) not in known or not ground.is_finite(verb):
        return None
    if any(argument(ground, verb, marker) is not None for marker in ground.cues.objects.get(ground.lemma(verb), ())):
        return None  # *призывают к осторожности: …*
    if (
        any(ground.is_finite(n) or ground.text(n) == "," for n in range(verb + 1, at))
        or ground.quoted[at + 1] != ground.quoted[verb]
    ):
        return None
    if ground.is_mark(at + 1) or not any(ground.is_finite(n) for n in range(at + 1, last + 1)):
        return None
    return made(ground, verb, "colon", [(at + 1, clause_end(ground, verb, at + 1))])


def question(ground: Ground, verb: int) -> Found | None:
    """*рассказал, как …*: a question that is told, its first word included."""
    if ground.lemma(verb) not in ground.speaking:
        return None
    last = ground.region(verb)[1]
    n = next((n for n in range(verb + 1, min(verb + 8, last)) if ground.text(n) == ","), None)
    if n is None or any(ground.tree.forms[k] == "Fin" for k in range(verb + 1, n)):
        return None
    asks = ground.lemma(n + 1) in ground.cues.whether or (
        n + 2 <= last and ground.lemma(n + 2) in ground.cues.asking_particles
    )
    near = range(n + 2, min(n + 5, last + 1))
    as_told = ground.lemma(n + 1) in ground.cues.alike and any(ground.speaks(k) for k in near)
    head = ground.tree.heads[n + 1]
    relative = head >= 0 and ground.tree.rels[head].startswith("acl")
    if not asks or as_told or head < 0 or relative or not ground.climbs(head, verb, CLIMBING):
        return None
    return made(ground, verb, "question", [(n + 1, clause_end(ground, verb, n + 1))])


def pointing_back(ground: Ground, verb: int) -> Found | None:
    """*Об этом сообщил министр*: the sentence before."""
    tree, manner = ground.tree, pointer_of(ground, verb)
    number = tree.sentence_numbers[verb]
    first = ground.region(verb)[0]
    if manner is None or number == 0 or any(ground.is_finite(n) for n in range(first, verb)):
        return None
    for _ in range(MOST_POINTERS):  # *Об этом пишет газета. Об этом сообщил и мэр.*
        before = tree.sentences[number - 1]
        if number < 2 or not any(pointer_of(ground, n) == "about" for n in range(before.first, before.stop)):
            break
        number -= 1
    if tree.words[verb].line - tree.words[before.stop - 1].line > 1:
        return None
    stretch = ground.trimmed(before.first, before.stop - 1)
    content: Spans = (ground.span(*stretch),) if stretch else ()
    if manner == "Acc":  # *Это опровергает министр*: what is said there, and not that somebody says it
        clauses = (f for n in range(before.first, before.stop) if (f := clause(ground, n)))
        content = next((f.content for f in clauses), content)
    subject = subject_of(ground, verb) if ground.lemma(verb) in ground.cues.citing else None
    source = phrase_of(ground, subject, verb) if subject is not None else source_of(ground, verb)
    return Found(source, cue_words(ground, verb), content, "pointing back") if content else None


def pointer_of(ground: Ground, verb: int) -> str | None:
    """How a verb of speech points to the sentence before: *об этом* (``about``) or *это* (``Acc``)."""
    if ground.lemma(verb) not in ground.cues.speech | ground.cues.citing:
        return None
    for c in ground.tree.children[verb]:
        if c and ground.lemma(c) in ground.cues.remarks and ground.lemma(c - 1) in ground.speakers.pronouns:
            return "about"  # *Его слова приводит агентство*
        if ground.lemma(c) in ground.cues.pointing and ground.case_of(c) in ground.cues.about:
            return "about"
        if ground.lemma(c) in ground.cues.pointing and ground.tree.words[c].case == "Acc":
            return "Acc"
    return None


def fronted(ground: Ground, verb: int) -> Found | None:
    """*О том, что …, заявил министр*: the clause stands before the verb."""
    first, cues = ground.region(verb)[0], ground.cues
    if ground.lemma(verb) not in cues.speech:
        return None
    for n in range(first + 3, verb):
        opens = ground.lemma(n) in cues.that and ground.text(n - 1) == "," and ground.lemma(n - 2) in cues.correlative
        if opens and ground.lemma(n - 3) in cues.about:
            stop = next((k for k in range(verb, n, -1) if ground.text(k) == ","), n)
            return made(ground, verb, "fronted clause", [(n + 1, stop - 1)])
    return None


def infinitive(ground: Ground, verb: int) -> Found | None:
    """*пообещал построить*, *попросил совет поддержать*, *намерен приехать*: what is to be done, from the infinitive
    on."""
    cues, tree = ground.cues, ground.tree
    noun = phrase_noun(ground, verb)
    if noun is None and ground.lemma(verb) not in ground.intending:
        return None
    last = ground.region(verb)[1]
    heads = (verb,) if noun is None else (noun, verb)
    near = [c for h in heads for c in tree.children[h] if verb < c <= last and tree.forms[c] == "Inf"]
    if not near and verb < last and tree.forms[verb + 1] == "Inf":
        near = [verb + 1]
    if not near and ground.lemma(verb) in cues.asking:  # *попросил совет поддержать*, taken for advice to support
        asked = [c for c in tree.children[verb] if tree.rels[c] in ("obj", "iobj")]
        near = [c for a in asked for c in tree.children[a] if verb < c <= last and tree.forms[c] == "Inf"]
    if not near and noun is None:
        return infinitive_before(ground, verb)
    if not near or tree.forms[verb] == "Inf" or by_a_thing(ground, verb):
        return None
    head = near[0]
    source = source_of(ground, verb)
    inverted = source is not None and verb < source[0] < head
    plain = noun is None and ground.lemma(verb) not in cues.asking and not inverted
    whole = plain and not any(ground.is_mark(n) for n in range(verb + 1, head))
    first = verb + 1 if whole else first_of(ground, head, verb)  # *не хочет об этом говорить*
    while first < head and tree.words[first].pos in ("PART", "AUX", "ADV") and ground.lemma(first) not in cues.negation:
        first += 1
    end = max(tree.reach(head)[1], ground.extended(verb, head))
    return made(ground, verb, "infinitive", [(first, min(end, last))], noun)


def infinitive_before(ground: Ground, verb: int) -> Found | None:
    """*закрыть порт требуют рыбаки*: the infinitive stands before the verb, with what depends on it."""
    first = ground.region(verb)[0]
    head = next((c for c in ground.tree.children[verb] if first <= c < verb and ground.tree.forms[c] == "Inf"), None)
    if head is None or ground.tree.forms[verb] == "Inf":
        return None
    low, high = ground.tree.reach(head)
    stretch = ground.trimmed(max(low, first), min(high, verb - 1))
    return made(ground, verb, "infinitive", [stretch]) if stretch else None


def first_of(ground: Ground, head: int, verb: int) -> int:
    """Where the words of an infinitive begin: with it, or with what stands before it and depends on it."""
    first = head
    inside = set(ground.tree.below(head))
    while first - 1 > verb and first - 1 in inside and not ground.is_mark(first - 1):
        first -= 1
    return first


RULES: tuple[tuple[str, Rule], ...] = (
    ("clause", clause),
    ("fronted clause", fronted),
    ("colon", colon),
    ("question", question),
    ("pointing back", pointing_back),
    ("infinitive", infinitive),
    ("parenthesis", parenthesis),
    ("object", object_),
)
