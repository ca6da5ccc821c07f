"""English: the words by which acts, stances and hedges are told.

The stances follow the classes that Thompson and Ye ("Evaluation in the Reporting Verbs Used in Academic Papers",
Applied Linguistics 12, 1991) draw by what the writer shows of his own view: factive (endorsing), counter-factive
(doubting) and non-factive (neutral); Hooper's ("On Assertive Predicates", 1975) factives are among the endorsing.
``heated`` are those that tell how it was said. The words were sorted by hand.
"""

from __future__ import annotations

from sayso.languages.acts import Acts
from sayso.languages.en_verbs import all_forms
from sayso.languages.phrases import Phrases, listed
from sayso.languages.speakers import words
from sayso.records import Act, Stance

CUES: dict[Act, str] = {
    "demand": "urge demand request beg plead appeal implore instruct beseech lobby petition insist_on press_for "
    "call_for call_on call_upon push_for seek ask_for order command direct require warn_against agitate_for "
    "encourage",
    "promise": "promise pledge vow commit guarantee undertake swear assure reassure volunteer",
    "propose": "propose offer recommend float pitch table invite advise moot put_forward",
    "threaten": "threaten",
    "accuse": "accuse blame allege denounce_as implicate sue indict impute",
    "criticise": "criticise criticize condemn denounce slam blast lambast lambaste deplore decry rebuke scold chide "
    "castigate complain lament attack mock ridicule deride assail bemoan berate rail censure disparage lash_out "
    "hit_out fault pan reprimand scoff rue oppose regret bash take_aim",
    "support": "support back endorse welcome praise hail laud applaud thank congratulate commend advocate defend "
    "salute celebrate cheer side_with stand_by express_support tout salute condole uphold favour favor promote "
    "agree congratulate",
    "reject": "reject refuse decline dismiss rebuff rule_out turn_down spurn veto strike_down overturn disagree "
    "object resist balk shrug_off refuse_to",
    "deny": "deny refute rebut disavow dispute",
    "concede": "admit concede acknowledge apologise apologize confess relent back_down withdraw retract accept "
    "own_up give_in",
}
IRREGULAR = {
    "uphold": "uphold upholds upheld upholding", "overturn": "overturn overturns overturned overturning",
    "strike": "strike strikes struck striking", "find": "find finds found finding", "rule": "rule rules ruled ruling",
    "beg": "beg begs begged begging", "swear": "swear swears swore sworn", "slam": "slam slams slammed slamming",
    "rebut": "rebut rebuts rebutted rebutting",
    "admit": "admit admits admitted admitting", "withdraw": "withdraw withdraws withdrew withdrawn withdrawing",
    "commit": "commit commits committed committing",
    "seek": "seek seeks sought seeking", "plead": "plead pleads pleaded pled pleading",
    "lambast": "lambast lambasts lambasted lambasting", "rue": "rue rued",
    "hit": "hit hits hitting", "stand": "stand stands stood standing", "give": "give gives gave given giving",
    "put": "put puts putting",
    "take": "take takes took taken taking", "fault": "faults faulted faulting",
    "order": "orders ordered ordering",
    "back": "backs backed backing", "back_": "back backs backed backing", "table": "tables tabled tabling",
    "direct": "directs directed directing",
    "attack": "attack attacks attacked attacking", "request": "request requests requested requesting",
    "pan": "pans panned", "spurn": "spurn spurns spurned",
}  # fmt: skip
NOUNS: dict[Act, str] = {
    "demand": "demand demands request requests appeal appeals plea pleas order orders petition ultimatum lawsuit",
    "promise": "promise promises pledge pledges vow vows commitment commitments guarantee assurance assurances",
    "propose": "proposal proposals recommendation recommendations invitation",
    "threaten": "threat threats ultimatum",
    "accuse": "accusation accusations allegation allegations",
    "criticise": "criticism criticisms complaint complaints condemnation rebuke opposition",
    "support": "support endorsement gratitude praise backing thanks congratulations condolences",
    "reject": "refusal rejection",
    "deny": "denial denials",
    "concede": "admission apology concession",
}


def cue_phrases() -> Phrases[Act]:
    """Every form of the cues, particles with them."""
    table: dict[tuple[str, ...], Act] = {}
    for act, text in NOUNS.items():
        table.update({(noun,): act for noun in text.split()})
    for act, text in CUES.items():
        for verb in text.split():
            head, *particles = verb.split("_")
            key = "back_" if head == "back" and particles else head
            forms = IRREGULAR[key].split() if key in IRREGULAR else all_forms([head])
            table.update({(form, *particles): act for form in forms})
    table.update({(form,): "accuse" for form in ("charges", "charged", "charging")})
    return Phrases(table)


STANCES: dict[Stance, str] = {
    "doubting": "claim allege purport maintain contend insist profess assert suppose pretend",
    "endorsing": "point_out admit reveal acknowledge concede confess note recognise recognize remind prove show "
    "demonstrate confirm disclose stress emphasise emphasize underline underscore realise realize know find "
    "explain warn observe highlight",
    "heated": "slam blast lambast lambaste lash fume rage thunder rant rail snap bark snarl shout scream yell roar "
    "storm hit_out lash_out attack berate tear_into gush blurt boast brag crow gloat whine moan scoff sneer jeer "
    "mock taunt explode howl indignant",
}

ENGLISH_ACTS = Acts(
    cues=cue_phrases(),
    owners=words("his her its their our my your a an"),
    about=words("of about"),
    nouns=frozenset(noun for text in NOUNS.values() for noun in text.split()),
    doing=Phrases(
        {
            **{(f,): "promise" for f in all_forms(["agree"]) | {"committed", "determined", "ready", "willing",
            "prepared", "intends", "intend", "intention", "keen"}},
            **{(f,): "propose" for f in all_forms(["offer", "suggest"])},
            **{(f,): "demand" for f in all_forms(["ask", "tell"])},
            **{(f,): "state" for f in all_forms(["want"])},
            **{(f,): "reject" for f in ("hesitant", "reluctant", "unwilling")},
        }
    ),
    forces={
        **dict.fromkeys(all_forms(["ask", "request", "appeal", "invite", "beg", "plead", "suggest",
        "seek"]) | {"requests", "appeals", "plea"}, "request"),
        **dict.fromkeys(all_forms(["urge", "call", "press", "encourage", "push", "lobby", "insist", "want"]), "urge"),
        **dict.fromkeys(all_forms(["order", "command", "instruct", "direct", "require"]), "order"),
    },
    negation=words("not 't never no without fail fails failed failing short neither nor"),
    turned={"deny": "concede", "reject": "state", "concede": "deny", "demand": "state", "promise": "reject",
    "threaten": "state", "propose": "state", "accuse": "state", "criticise": "state", "support": "reject"},
    neutral=all_forms(
        "say tell write add state declare announce report note explain argue suggest mention comment reply respond "
        "tweet "
        "post remark stress emphasise emphasize claim assert insist maintain contend warn conclude continue describe "
        "call read speak ask repeat reiterate point label brand term caution chant shout cry quote cite pen blog "
        "respond "
        "stipulate underline underscore affirm find rule allege show declare".split()
    ) | frozenset({"according", "words", "statement", "remarks", "comments"}),
    inner=all_forms("think believe feel consider regard view see deem fear hope".split()),
    first_person=words("i we our my us me"),
    we=words("i we"),
    he=words("he she they it his her"),
    you=words("you anybody anyone somebody"),
    promise=listed("i promise|we promise|i pledge|we pledge|i guarantee|we guarantee|you have my word|is a promise|"
        "'s a promise"),
    unwelcome=words("cut close shut fire dismiss raise increase lay axe sell leave end suspend"),
    neither=words("neither nor"),
    calling=all_forms(["call", "describe", "label", "brand", "term", "dub"]),
    bodies=words("government ministry company council authority department administration firm bank country club city"),
    future=words("will 'll ll shall gonna"),
    should=words("should"),
    asking=frozenset(),
    asking_words=words("how what whether where when why who which that if"),
    must=words("must"),
    must_first=listed("needs to|need to|it is necessary|it is time|it's time|is time to|we demand|we call on|we urge|"
        "we ask|i urge|"
        "i call on|i ask|it is imperative|it is essential|we insist|i demand|needs to stop|has to stop|have to stop|"
        "need to stop|should stop|should immediately|should not be allowed|should resign|should withdraw|must|"
        "needs to end|has to end"),
    imperatives=words("stop let don please give release free end leave resign vote join wake stand get keep make "
        "take put bring build send remember go come look verify listen stay tell protect respect"),
    propose=listed("let us|let's|we propose|i propose|i suggest|we suggest|i would propose|we offer|i offer|"
        "we are proposing|should consider|ready to meet|ready to host"),
    deny=listed("nothing to do with|is not true|are not true|was not true|isn't true|aren't true|not true|"
        "had no role|has no role|have no role|no truth|no basis|never happened|did not happen|no evidence of|"
        "is a lie|are lies|not involved|no involvement|not responsible|no connection|did nothing wrong|"
        "done nothing wrong|had nothing to|is nonsense|complete nonsense|not the case|is false|are false|was false|"
        "were false|categorically false|are fake|is a hoax|never said|never asked|never told|did not say|no plans to"),
    deny_apart=(),
    denied=words("untrue fabricated baseless groundless unfounded defamatory"),
    reject=listed("we will never|i will never|would never|will never give|not be blackmailed|will not accept|"
        "not accept|won't accept|cannot accept|can't accept|out of the question|"
        "will never accept|will not agree|won't agree|not negotiable|non-negotiable|will not allow|won't allow|"
        "will not tolerate|no way|we refuse|i refuse|will not bow|will not yield|we reject|i reject|"
        "will not negotiate|won't negotiate|unacceptable|never agree|not going to happen|we do not support|"
        "i do not support|don't support|do not agree|don't agree|disagree"),
    concede=listed("i was wrong|we were wrong|we made a mistake|i made a mistake|we made mistakes|i made mistakes|"
        "we have made mistakes|i apologise|i apologize|we apologise|we apologize|am sorry|i regret|we regret|"
        "we should have|i should have|i take responsibility|we take responsibility|i take full responsibility|"
        "we take full responsibility|my mistake|our mistake|we fell short|i fell short"),
    support=listed("an outstanding job|we support|i support|we welcome|i welcome|stand with|stands with|thank you|"
        "grateful|i am proud|"
        "we are proud|congratulate|congratulations|i congratulate|we stand by|stand by|fully support|in favour of|"
        "in favor of|condolences|well done|pay tribute|good news|good job|great job|did the right thing"),
    good=words("excellent fantastic wonderful tremendous brilliant heroic admirable magnificent grateful commendable "
        "impressive amazing terrific incredible"),
    bad=words(
        "slap disgrace disgraceful shame shameful outrageous disgusting appalling horrible horrific terrible awful "
        "pathetic "
        "irresponsible reckless ridiculous absurd cynical incompetent incompetence "
        "disastrous catastrophe catastrophic cowardly hypocritical hypocrisy stupid dumb foolish unfair "
        "unjust "
        "unacceptable cruel inhumane barbaric insult insulting unconstitutional undemocratic mistake scandalous farce "
        "worst chaos chaotic betrayal biased ashamed adverse detrimental harmful obstacle contradicts contradicting "
        "capitulate exploiting exploit exploited shambles hysteria hoax delusional insane illogical indefensible "
        "unworkable costly deplorable despicable embarrassing embarrassment mess wrong bad obsessed shortchanges "
        "undermines undermine undermining misguided naive useless unprecedented missed"
    ) - words("unprecedented bad wrong missed mess"),
    wrongs=words(
        "conceal concealed hid hidden deceive deceived cheated embezzled looted falsified violate violates violated "
        "violating violation violations breach breached breaching sabotage sabotaged "
        "sabotaging "
        "lied steal stole stolen stealing theft corrupt corruption bribe bribes bribery genocide "
        "aggression "
        "invade invaded invading atrocities massacre massacred torture tortured kidnap kidnapped murdered murder "
        "murdering terrorists terrorism terrorist fraud fraudulent rigged "
        "interfere interfered interfering interference meddling meddled provocation provocations provoke provoked "
        "blocked blocking obstruct obstructed obstructing conspired conspiracy manipulated manipulating propaganda "
        "disinformation crimes blackmail blackmailing harass harassed harassing intimidate intimidated abuse abused "
        "abusing poisoned poisoning covered cover-up occupiers deliberately shelled shelling bombing"
    ) - words("covered"),
    harm=words("retaliate retaliation destroy destroyed punish punished punishment strike crush sanctions tariffs "
        "annihilate attack seize deport arrest prosecute sue fire expel block blockade"),
    consequences=words("consequences retaliation repercussions"),
    warning=all_forms(["warn", "threaten"]),
    welcome=words(
        "abolish scrap refund host repay waive cancel introduce sign help build support continue provide invest "
        "protect deliver restore create fund reimburse reimbursed "
        "release return rebuild ensure send work pay supply finish complete reduce lower defend lead hold reopen open "
        "cooperate assist review guarantee compensate move"
    ),
    unwilled=words("be have need probably likely see become remain depend take cost happen mean know"),
    least=words("less fewer more later earlier only just longer"),
    not_=words("not 't no never nobody nothing none neither nor cannot without"),
    past=words("was were had did went came took made got became gave saw found left lost won began said told knew "
        "thought"),
    hypothetical=words("would could might if unless may"),
    stances={
        form: stance
        for stance, text in STANCES.items()
        for verb in text.split()
        for form in (
            {" ".join((f, *verb.split("_")[1:])) for f in (IRREGULAR.get(verb.split("_")[0],
            "").split() or all_forms([verb.split("_")[0]]))}
        )
    },
    hedges=listed("allegedly|reportedly|purportedly|supposedly|so-called|alleged|purported|ostensibly|apparently|"
        "self-styled|self-proclaimed|unconfirmed"),
)  # fmt: skip
