"""English: the words of sentences that tell who said what, when, where and to whom."""

from __future__ import annotations

from sayso.languages.frames import FrameWords
from sayso.languages.phrases import listed, spelled
from sayso.languages.speakers import words

ENGLISH_FRAMES = FrameWords(
    parting=words("who whom which where whose before because since although while when"),
    joining=words("and but so"),
    subordinating=words("after"),
    saying_nouns=words(
        "complaint complaints request requests demand demands concern concerns fear fears call calls criticism claims "
        "allegations accusations charges promise promises expectations hopes warning warnings"
    ),
    continuing=words("add adds added adding continue continued continuing conclude concluded concluding"),
    owners=words("the a an his her their its this that"),
    into=words("in at during on via through outside over"),
    meetings=words(
        "interview interviews conference conferences briefing briefings meeting meetings speech speeches hearing "
        "hearings "
        "summit rally debate talks session ceremony call event forum visit trial testimony gathering dinner panel "
        "podcast show program programme broadcast appearance visit press-conference conversation discussion protest "
        "protests demonstration address remarks assembly arguments negotiations inauguration lecture "
        "sermon presentation questioning q&a roundtable webinar town-hall exchange"
    ),
    writings=words(
        "letter letters email emails e-mail memo memos note notes statement statements post posts tweet tweets article "
        "op-ed essay message messages filing filings lawsuit dissent ruling opinion paper release thread column "
        "editorial book memoir report newsletter commentary document communique declaration reply response affidavit "
        "decree order resolution complaint review decision text"
    ),
    channels=words(
        "television tv radio air website site channel platform blog page stream livestream air newspaper network "
        "media camera stage video"
    ),
    channel_names=listed(
        "x|twitter|telegram|facebook|truth social|youtube|instagram|tiktok|weibo|linkedin|threads|bluesky|vkontakte|"
        "whatsapp|substack|reddit|social media|fox news|cnn|bbc|npr|msnbc"
    ),
    bare=words(
        "testimony talks court parliament television tv radio air camera stage remarks stream media conversation"
    ),
    places=words("parliament court courtroom podium floor"),
    within_place=words("of with to on for by at in from between before alongside"),
    ends=words(
        "that said says say told tells wrote writes announced claimed and but as when where who which while after he "
        "she "
        "they it we i also has have had is was were are added warned called urged dated published released sent "
        "obtained seen yesterday today about amid against as if because despite regarding"
    ),
    conditional=spelled(
        [
            ("if|only if|even if|if and when", "if"),
            ("unless", "unless"),
            (
                "provided that|providing that|on condition that|on the condition that|as long as|so long as|"
                "assuming that",
                "provided that",
            ),
            ("only after|only when|only once", "only after"),
            ("in case of|in the case of|in the event of|in the event that|in cases where|in case", "in case"),
            ("until", "until"),
            ("when|once", "when"),
            ("where possible|if possible|where necessary|if necessary", "where possible"),
        ]
    ),
    no_condition_after=words(
        "as what ask asked asking asks know knows knew wonder wondered wondering see than whether sure tell even say of"
    ),
    no_condition_before=words("not any anything so ever only"),
    no_time_before=words("a again more in and every upon"),
    then=words("then"),
    looking_ahead=words("would impossible unlikely will 'll ll shall wo goal plan plans"),
    within_clause=words("who whom which that whose where including"),
    telling=words(
        "tell tells told telling inform informed informs informing ask asks asked asking urge urges urged urging "
        "assure "
        "assures assured assuring remind reminds reminded warn warns warned warning notify notified brief briefed "
        "advise "
        "advised thank thanks thanked thanking promise promised beg begged instruct instructed order ordered orders "
        "ordering reassure reassured convince convinced persuade persuaded invite invited invites call on called calls "
        "calling cautioned caution challenged challenge"
    )
    - words("on"),
    to=words("to"),
    speaking=words(
        "say says said saying write writes wrote written writing speak speaks spoke spoken speaking talk talks talked "
        "talking address explained explain stated announced announce complain complained confirmed confirm reply "
        "replied "
        "appeal appealed reply suggested proposed admitted admit according described reported repeated expressed "
        "express"
    ),
    wanting=frozenset(),
    answering=listed(
        "asked by|questioned by|pressed by|in response to a question from|in response to questions from|in reply to|"
        "responding to a question from|answering a question from|answering questions from|in answer to|in response to"
    ),
    with_whom=words("with for to"),
    met=words(
        "interview interviews letter letters meeting talks conversation email message call note memo speech statement "
        "remarks comments address commentary testimony appeal memo briefing discussion presentation"
    ),
    nobody=words("him her them it me us you himself herself themselves everyone others that what this"),
    doers=("ers", "ors", "ists", "ians", "men", "people", "ents"),
    listening=words(
        "reporters journalists lawmakers supporters parliament congress crowd audience voters residents colleagues "
        "investors analysts students mps senators deputies police prosecutors court judge jury"
    ),
)
