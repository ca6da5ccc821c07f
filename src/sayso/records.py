"""The frozen records, in the order in which they appear in the flow: Page → Document → Attribution → Statement →
Reading. Offsets are Unicode code points into ``Document.text``, end exclusive. Nothing here computes.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from sayso.spans import Span, Spans

Form = Literal["direct", "mixed", "indirect", "ascribed"]
SpeakerKind = Literal["person", "organization", "country", "document", "group", "unnamed"]
NameKind = Literal["person", "organization", "place"]
Media = Literal["text", "html"]
Act = Literal[
    "state", "promise", "propose", "demand", "threaten", "accuse", "criticise", "support", "reject", "deny", "concede"
]
Force = Literal["request", "urge", "demand", "order"]
Granularity = Literal["day", "week", "weekend", "month", "quarter", "season", "half", "year", "decade", "century"]
Anchor = Literal["utterance", "dateline", "publication", "text"]
Polarity = Literal["positive", "negative"]
Tense = Literal["past", "present", "future", "hypothetical"]
Stance = Literal["neutral", "doubting", "endorsing", "heated"]
Sure = Literal["exact", "about", "nearly", "more than", "less than", "at least", "at most"]


class Page(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A page as it came. ``body`` is bytes (undecoded) or str; the rest is what the bringer of the page knows of it,
    None where it does not know."""

    id: str
    body: bytes | str
    media: Media
    url: str | None = None
    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    lang: str | None = None
    charset: str | None = None
    fetched_at: str | None = None


class Failure(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A page that could not be read: its id (or the file's name, with the line), and the message of the error.
    ``kind`` names the error's class in ``errors``."""

    id: str
    message: str
    kind: Literal["InputError", "LanguageError"] = "InputError"


class Document(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An article whose text is final: every span points into it.

    ``published`` is an ISO prefix (2025, 2025-03, 2025-03-14) or None. ``furniture`` are the stretches that belong to
    the page and not to the article (breadcrumbs, a repeated title, credits): they are never attributed. ``headings``
    are title lines and sub-headings within the text; ``foreign`` are the paragraphs in another language than ``lang``,
    which are not read."""

    id: str
    text: str
    lang: str
    url: str | None = None
    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    authors: tuple[str, ...] = ()
    furniture: Spans = ()
    headings: Spans = ()
    foreign: Spans = ()


class Attribution(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A relation of source (who), cue (the words that attribute) and content (what). Source and cue may be empty.

    ``score`` is the tagger's confidence, 0 to 1: ``cue_score`` (that the cue attributes) times ``role_score`` (that
    the content is its content); None where a rule found it without the model. ``rule`` names what found it (``model``,
    ``nested``, ``lone turn`` …); ``notes`` names the repairs applied to it, in order."""

    source: Spans
    cue: Spans
    content: Spans
    rule: str
    score: float | None = None
    cue_score: float | None = None
    role_score: float | None = None
    notes: tuple[str, ...] = ()


class Mention(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A name in the text, what it names, and how sure that is, 0 to 1."""

    span: Span
    kind: NameKind
    score: float


class Member(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One of the cast: a person, an organisation or a country that the document names.

    ``name`` is the fullest that the document has, or the roster's; ``names`` are the places where it stands in any
    form, in the order of the text, and ``forms`` those forms. ``role`` is what the article calls a person or an
    organisation besides its name, and ``role_span`` where; ``gender`` is ``m`` or ``f`` where the text shows it.
    ``side`` is the country or bloc that it speaks for. ``holder`` tells that the roster knows the person. ``english``
    is the name in English where the roster or a table knows it and the text is in another language."""

    name: str
    kind: SpeakerKind
    names: Spans
    forms: tuple[str, ...]
    role: str | None = None
    role_span: Span | None = None
    side: str | None = None
    gender: Literal["m", "f"] | None = None
    holder: bool = False
    english: str | None = None


class Speaker(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Who said it: resolved to a name, or described as the article words it when ``kind`` is ``unnamed``.

    ``rule`` names the rule that fired and ``confidence`` (0 to 1) how often it is right. ``named`` is where the name,
    or the description, stands in the text, None where only the roster has it; ``role_span`` where the role stands.
    ``english`` is the name in English where the roster or a table knows it and the text is in another language; sides
    are told in English always."""

    name: str
    kind: SpeakerKind
    role: str | None = None
    side: str | None = None
    rule: str
    confidence: float
    named: Span | None = None
    role_span: Span | None = None
    english: str | None = None


class Candidate(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Somebody who may have said it, and why that was not sure enough: the rule, its confidence, and the reason."""

    name: str
    rule: str
    confidence: float
    reason: str


class When(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A time that the text tells, and where.

    Of a point or stretch of the calendar ``value`` is the longest ISO prefix (2025, 2025-03, 2025-03-14) that holds all
    of it, None where it cannot be told; ``granularity`` says what it is; ``anchor`` against which day it was read: the
    one it was uttered on, the dateline's, that of publication, or the year that the text names; None where it needs
    none. Of a length of time ``period`` is that in ISO 8601 (P30D), or empty where the length is not
    told, and the others are None. ``rule`` names the rule that read it; of ``said_on`` the one by which it is the
    statement's."""

    span: Span
    value: str | None = None
    granularity: Granularity | None = None
    anchor: Anchor | None = None
    period: str | None = None
    rule: str


class Addressee(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """To whom it was said: one of the cast, or described as the article words it. ``span`` is where the text tells so,
    in this statement or in the one it was carried over from; ``rule`` names the rule."""

    name: str
    kind: SpeakerKind
    span: Span
    rule: str
    role: str | None = None
    side: str | None = None
    english: str | None = None


class Venue(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Where, on what occasion or by what channel it was said: the words of the text with their preposition. ``name`` is
    the member of the cast that it names, where it names one (*in an interview with …*)."""

    text: str
    span: Span
    rule: str
    name: str | None = None


class Condition(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The words that the content hangs on, and the rule that found them."""

    text: str
    span: Span
    rule: str


class ActReading(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An act that a statement is, the rule that tells it, how often that rule is right (0 to 1), and where the words
    stand that it went by, None where it went by none."""

    act: Act
    rule: str
    confidence: float
    span: Span | None = None


class Figure(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A quantity that the content claims.

    ``text`` are its words; ``low`` and ``high`` its ends, None where one is open (*more than 5*: low 5); percentages
    are as written (6.6), fractions as what they are (a third: 0.333…). ``unit`` is the unit or the noun that is
    counted, as it stands, percentages and percentage points by one name (``%``, ``percentage points``); ``currency`` a
    code of ISO 4217; ``counted`` what is counted, where that goes on after the unit (*of the seats*). ``sure`` is how
    sure it is said to be, ``approx`` whether about so much is meant (*about*, *nearly*, *dozens*); ``rule`` names the
    rule."""

    text: str
    span: Span
    low: int | float | None
    high: int | float | None
    unit: str | None = None
    currency: str | None = None
    counted: str | None = None
    sure: Sure = "exact"
    approx: bool = False
    rule: str


class Statement(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An attribution with its questions answered. None and () mean not known, or not asked yet.

    ``id`` is a hash of the document's text and the statement's spans. ``inside`` is the id of the statement in whose
    content this one lies. ``form_rule`` names the rule that set ``form``. ``speaker`` is None when it cannot be told
    who it is, and ``candidates`` are those who came into question; an unnamed source is a speaker of kind ``unnamed``.
    ``via`` are those who passed it on, nearest to the reader first. ``said_on`` is when it was said, ``times`` what its
    content says of dates and periods. ``act`` is what kind of act it is, the first of ``acts``, of which there are at
    most two; ``force`` how strongly a demand is made. ``polarity`` and ``time`` are the content's. ``stance`` is that
    of the reporting words, ``hedges`` where the article keeps its distance."""

    id: str
    source: Spans
    cue: Spans
    content: Spans
    form: Form
    form_rule: str
    rule: str
    score: float | None = None
    cue_score: float | None = None
    role_score: float | None = None
    notes: tuple[str, ...] = ()
    inside: str | None = None
    speaker: Speaker | None = None
    candidates: tuple[Candidate, ...] = ()
    via: tuple[Speaker, ...] = ()
    addressee: Addressee | None = None
    venue: Venue | None = None
    said_on: When | None = None
    times: tuple[When, ...] = ()
    act: Act | None = None
    acts: tuple[ActReading, ...] = ()
    force: Force | None = None
    condition: Condition | None = None
    polarity: Polarity | None = None
    time: Tense | None = None
    figures: tuple[Figure, ...] = ()
    stance: Stance | None = None
    hedges: Spans = ()


class Fault(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A broken rule that ``check`` found: the statement's id, the rule's name, what is wrong, and where it can be told,
    where."""

    statement: str
    rule: str
    message: str
    span: Span | None = None


class MadeBy(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What made a reading: the version of the code, and the digests of the model pack and of the roster (None where
    none was used)."""

    version: str
    model: str | None
    roster: str | None = None


class Reading(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What one run made of one document: its cast, its statements, in the order of the text, and the faults found."""

    document: Document
    cast: tuple[Member, ...] = ()
    statements: tuple[Statement, ...]
    faults: tuple[Fault, ...]
    made_by: MadeBy
