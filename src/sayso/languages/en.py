"""English: the words that attribute, written out by hand and completed from the commonest cues of PolNeAR's training
articles; four in five of its cues hold one of them (the rest are such as *went after*, *in*, *made it clear*)."""

from __future__ import annotations

from sayso.languages.en_acts import ENGLISH_ACTS
from sayso.languages.en_frames import ENGLISH_FRAMES
from sayso.languages.en_numbers import ENGLISH_NUMBERS
from sayso.languages.en_speakers import ENGLISH_SPEAKERS
from sayso.languages.en_times import ENGLISH_TIMES
from sayso.languages.en_verbs import all_forms
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
    numbers=ENGLISH_NUMBERS,
    times=ENGLISH_TIMES,
    frames=ENGLISH_FRAMES,
    acts=ENGLISH_ACTS,
)
