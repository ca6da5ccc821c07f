"""English: the words that attribute, written out by hand and completed from the commonest cues of PolNeAR's training
articles; four in five of its cues hold one of them (the rest are such as *went after*, *in*, *made it clear*)."""

from __future__ import annotations

import re

from sayso.languages.en_speakers import ENGLISH_SPEAKERS
from sayso.languages.language import Language

SPEECH = """
say tell add note write report announce claim state argue explain suggest warn ask insist acknowledge describe call
declare confirm deny reply respond comment stress emphasize emphasise assert allege admit concede mention point remark
observe reveal disclose estimate predict forecast promise vow pledge threaten demand urge request order propose offer
recommend advise accuse blame criticize criticise condemn denounce praise applaud welcome reject dismiss refuse rebut
refute contend maintain assure reassure reiterate repeat recall conclude caution complain joke quip boast brag lament
testify swear affirm attest certify convey express voice hint imply indicate show find rule decide tweet retweet post
blog email text phone cite quote echo agree disagree counter retort snap shout yell whisper cry exclaim mutter murmur
lie speculate question inquire wonder query plead beg appeal address lecture teach inform notify brief outline detail
elaborate specify clarify summarize summarise sum object protest apologize apologise endorse support back defend
attack slam blast mock ridicule tout hail laud herald label brand dub term characterize characterise portray depict
interpret read list name identify proclaim profess pronounce publish record relate recount narrate remind reckon
signal spell stipulate submit talk speak underline underscore utter volunteer weigh chide chime interject continue
begin open close finish pitch float tease reprimand rebuke scold scoff sneer laugh sigh smile deplore decry bemoan
castigate charge contradict debate discuss dispute document guarantee instruct lobby moan negotiate opine oppose
overrule pen posit preach press recommit rue sanction sentence sue thank decline refer highlight challenge answer
reference raise downplay chant project reaffirm credit assail invoke acclaim rail
""".split()

INNER = """
believe think know want hope fear expect feel consider intend plan wish doubt suspect assume understand realize
realise see prefer worry desire need seek imagine guess presume recognize recognise regard view deem hate love like
dislike mean aim anticipate envision envisage contemplate dream remember forget learn notice perceive sense care
distrust trust mistrust favor favour judge crave covet yearn long aspire mull weigh ponder regret resent dread suppose
figure foresee wonder hear
""".split()

INNER_PHRASES = """
afraid anxious apprehensive ashamed aware certain cautious concerned confident confused convinced curious delighted
desperate determined disappointed doubtful eager encouraged excited fearful frustrated glad happy hopeful impatient
inclined interested keen mindful nervous optimistic persuaded pessimistic pleased proud puzzled ready reluctant
satisfied sceptical skeptical sure surprised suspicious unaware uncertain unconvinced unhappy unsure unwilling upset
wary willing worried belief fear fears hope hopes desire doubts concern concerns thinking mind opinion ambition
ambitions intention intentions eyes sights
""".split()

NOUNS = """
according statement statements claim claims report reports announcement warning warnings allegation allegations
accusation accusations remark remarks comment comments argument arguments assertion assertions promise pledge demand
demands denial call calls account testimony criticism complaint complaints suggestion suggestions refusal speculation
opposition endorsement advice titled reportedly
""".split()

UNSAID = """
say tell indicate offer specify disclose elaborate announce reveal explain comment provide mention clarify answer
respond reply release detail describe identify name speak talk address
""".split()

AUXILIARIES = """
be am is are was were been being have has had having do does did will would shall should can could may might must not
n't never also then later now still already again once always often to
""".split()

IRREGULAR = {
    "say": "says said saying", "tell": "tells told telling", "write": "writes wrote written writing",
    "show": "shows showed shown showing", "find": "finds found finding", "swear": "swears swore sworn swearing",
    "read": "reads read reading", "speak": "speaks spoke spoken speaking", "teach": "teaches taught teaching",
    "begin": "begins began begun beginning", "lie": "lies lied lying", "spell": "spells spelled spelt spelling",
    "think": "thinks thought thinking", "know": "knows knew known knowing", "feel": "feels felt feeling",
    "understand": "understands understood understanding", "see": "sees saw seen seeing",
    "mean": "means meant meaning", "forget": "forgets forgot forgotten forgetting", "hear": "hears heard hearing",
    "foresee": "foresees foresaw foreseen foreseeing", "dream": "dreams dreamed dreamt dreaming",
    "learn": "learns learned learnt learning", "seek": "seeks sought seeking", "beg": "begs begged begging",
    "pen": "pens penned penning", "plan": "plans planned planning", "brag": "brags bragged bragging",
    "slam": "slams slammed slamming", "rebut": "rebuts rebutted rebutting", "admit": "admits admitted admitting",
    "submit": "submits submitted submitting", "dub": "dubs dubbed dubbing", "snap": "snaps snapped snapping",
    "prefer": "prefers preferred preferring", "regret": "regrets regretted regretting", "sum": "sums summed summing",
    "refer": "refers referred referring", "quip": "quips quipped quipping", "blog": "blogs blogged blogging",
    "signal": "signals signaled signalled signaling signalling", "label": "labels labeled labelled labeling labelling",
    "recommit": "recommits recommitted recommitting", "rue": "rues rued rueing",
}  # fmt: skip


def forms(verb: str) -> set[str]:
    """The forms of a verb, spelled by rule unless it stands in IRREGULAR."""
    if verb in IRREGULAR:
        return {verb, *IRREGULAR[verb].split()}
    if verb.endswith("ee"):
        return {verb, verb + "s", verb + "d", verb + "ing"}
    if verb.endswith("e"):
        return {verb, verb + "s", verb + "d", verb[:-1] + "ing"}
    if re.search(r"[^aeiou]y$", verb):
        return {verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"}
    return {verb, verb + ("es" if re.search(r"(s|sh|ch|x|z|o)$", verb) else "s"), verb + "ed", verb + "ing"}


def all_forms(verbs: list[str]) -> frozenset[str]:
    return frozenset(form for verb in verbs for form in forms(verb))


ENGLISH = Language(
    code="en",
    name="English",
    speech=all_forms(SPEECH) | frozenset(NOUNS),
    inner=all_forms(INNER) | frozenset(INNER_PHRASES),
    openers=frozenset({"that"}),
    auxiliaries=frozenset(AUXILIARIES),
    own=frozenset("i we you my our your me us".split()),
    negations=frozenset("not n't t never cannot nor neither without".split()),
    unsaid=all_forms(UNSAID),
    speakers=ENGLISH_SPEAKERS,
)
