"""English: the words by which those who speak are named and described."""

from __future__ import annotations

from sayso.languages.speakers import Gender, Pronoun, Speakers, words

MAN: Gender = "m"
WOMAN: Gender = "f"


HONORIFICS: dict[str, Gender] = {
    **dict.fromkeys("mr mister sir lord baron prince king brother father".split(), "m"),
    **dict.fromkeys("mrs ms miss madam madame dame lady baroness princess queen sister".split(), "f"),
    **dict.fromkeys(
        "dr doctor prof professor rev reverend hon honourable honorable sheikh ayatollah imam rabbi".split()
    ),
}

PRONOUNS = {
    **dict.fromkeys("he him his himself".split(), Pronoun("one", "m")),
    **dict.fromkeys("she her hers herself".split(), Pronoun("one", "f")),
    **dict.fromkeys("they them their theirs themselves".split(), Pronoun("many")),
    **dict.fromkeys("it its itself".split(), Pronoun("one", None, thing=True)),
    **dict.fromkeys("who whom whose".split(), Pronoun(None)),
    **dict.fromkeys("i me my we us our you your one".split(), Pronoun(None)),
}

PERSON = """
activist actor actress administrator adviser advisor agent aide ally ambassador analyst anchor architect archbishop
artist assistant attorney author bishop blogger boss broker candidate captain cardinal chair chairman chairperson
chairwoman chancellor chief citizen clerk coach colleague colonel columnist commander commissioner congressman
congresswoman consultant coordinator correspondent councillor councilman councilwoman councilor counsel counselor
counsellor critic daughter dean defendant delegate democrat deputy designer detective developer diplomat director
doctor economist editor employee emir engineer envoy executive expert father fellow fighter founder friend general
governor guard guest head historian host husband interlocutor inspector instructor interpreter investigator investor
journalist judge justice lawmaker lawyer leader lecturer legislator liberal lieutenant lobbyist major man manager
marshal mayor member minister monarch mother neighbor neighbour nominee observer officer official operator opponent
organiser organizer owner parent partner pastor patient pilot player plaintiff policeman policewoman politician pope
premier president priest princess principal producer professor prosecutor psychologist publisher rector reporter
representative republican researcher resident scientist scholar secretary senator sergeant sheriff singer sister
soldier son source specialist speaker spokesman spokesperson spokeswoman staffer statesman strategist student
superintendent supervisor supporter surgeon survivor suspect teacher technician teenager treasurer trader tsar czar
undersecretary user veteran vice-president viewer victim volunteer voter whip widow wife winner witness woman worker
writer boy girl child person someone somebody nobody everyone anyone insider ombudsman negotiator brother informant
royal commentator physician nurse epidemiologist virologist cofounder co-founder ceo cfo coo cto pm mp mep governor-
general vice-chancellor lord baroness king queen prince sheikh ayatollah imam rabbi chef farmer fan driver pollster
forecaster meteorologist geologist archaeologist astronaut pathologist coroner
""".split()

ORGANIZATION = """
academy administration agency airline airport alliance arm army assembly association authority bank body board branch
brigade broadcaster brokerage bureau business cabinet campaign carrier center centre chain chamber channel charity
church city club coalition college commission committee company conglomerate consortium consultancy convention
corporation council country court department developer directorate division embassy employer enterprise exchange
factory faction federation firm force forum foundation fund giant government group headquarters hospital house
industry inspectorate institute institution intelligence junta kingdom laboratory league legislature lender
magazine maker manufacturer media mediaholding military ministry mission monarchy monitor movement museum navy network
newspaper ngo office operator opposition organisation organization outlet panel paper parliament party platform police
portal presidency program programme prosecution provider publication publisher radio regime region regulator republic
retailer school secretariat senate service side site society startup state station studio subsidiary supplier team
think-tank thinktank treasury tribunal trust union university utility watchdog website militia
""".split()

DOCUMENT = """
account affidavit agreement analysis announcement appeal article assessment audit bill book briefing brief bulletin
cable charter chronicle clip column communique communiqué complaint constitution contract data database declaration
decree directive document documentary documents dossier draft editorial email estimate evidence filing figures film
footage forecast guidance indictment interview investigation issue law lawsuit leaflet letter list log manifesto
manual materials memo memoir memorandum message motion note notice ordinance paper petition plan poll post posting
posts presentation projection projections proposal publication readout record records release report reports research
resolution results review ruling scripture slideshow statement statements statistics statute story study suit summary
survey tape testimony text transcript treaty tweet verdict video warrant
""".split()

# Heads of a group whose number does not show, and those that stand for a group however many they are.
GROUP = """
authorities both crowd each everybody everyone families family few leadership locals majority many men women media
minority most opposition others people police public rebels several some staff those two three four
five consensus community communities press youth folks children personnel crew troops forces services elite elites
west
""".split()

SINGULARS = """
news series politics economics headquarters press witness hostess princess actress waitress congress business boss
class process illness access texas arkansas kansas paris brussels honduras cyprus wales laos les athens nations
emirates netherlands philippines maldives bahamas services
""".split()

BREAKS = """
of at in for from with on to by under among within near around about against into over between behind before after
during who which that whose whom where when while including such as than like via per inside outside across obtained
published released based familiar speaking issued seen reviewed compiled conducted carried signed drafted written
posted filed cited quoted close involved representing responsible led run backed held dated made working monitoring
living opposed quoting citing
""".split()

QUANTITIES = """
many several some most few both all two three four five six seven eight nine ten dozens hundreds thousands millions
other more various numerous multiple certain countless half third quarter
handful couple dozen majority number percent
""".split()

OFFICES = {
    "president": "president", "head of state": "president", "head of government": "prime minister",
    "prime minister": "prime minister", "premier": "prime minister", "pm": "prime minister",
    "taoiseach": "prime minister",
    "foreign minister": "foreign minister", "foreign secretary": "foreign minister",
    "minister of foreign affairs": "foreign minister", "minister for foreign affairs": "foreign minister",
    "external affairs minister": "foreign minister", "minister of external affairs": "foreign minister",
    "secretary of state": "foreign minister", "top diplomat": "foreign minister", "chief diplomat": "foreign minister",
    "head of diplomacy": "foreign minister", "diplomacy chief": "foreign minister",
    "secretary of state for foreign affairs": "foreign minister",
    "defense minister": "defence minister", "defence minister": "defence minister",
    "defense secretary": "defence minister", "defence secretary": "defence minister",
    "minister of defence": "defence minister", "minister of defense": "defence minister",
    "secretary of defense": "defence minister", "secretary of state for defence": "defence minister",
    "secretary of war": "defence minister", "war secretary": "defence minister", "pentagon chief": "defence minister",
    "chancellor": "chancellor", "vice president": "vice president", "king": "king", "queen": "queen",
    "crown prince": "crown prince", "emir": "emir", "sultan": "sultan", "supreme leader": "supreme leader",
    "press secretary": "spokesperson", "spokesman": "spokesperson", "spokeswoman": "spokesperson",
    "spokesperson": "spokesperson",
    "official representative": "spokesperson", "secretary general": "head", "secretary-general": "head",
    "director general": "head", "director-general": "head", "managing director": "head", "prosecutor": "prosecutor",
    "high representative": "foreign minister", "foreign policy chief": "foreign minister",
    "commander-in-chief": "commander-in-chief", "commander in chief": "commander-in-chief",
}  # fmt: skip

STATE = """
president premier chancellor government federal national minister ministry ministers ministerial presidential
parliamentary parliament embassy ambassador envoy king queen prince emir secretary treasury foreign defense
defence army navy military armed forces general colonel commander chief-of-staff senator congressman congresswoman
representative lawmaker mp deputy congress senate cabinet spokesman spokeswoman spokesperson leader
diplomat delegation delegate authorities official officials state intelligence security house administration regime pm
republican democrat negotiator negotiators troops soldiers prosecutor prosecutors police court border ombudsman
prosecution authority courts citizenship immigration procurement affairs services customs revenue vice-president
deputies lawmakers diplomats commanders
""".split()

GENDERED: dict[str, Gender] = {
    **dict.fromkeys(
        "man husband father son brother boy uncle grandfather widower king prince spokesman chairman congressman "
        "councilman policeman actor businessman priest monk bishop statesman".split(), "m"),
    **dict.fromkeys(
        "woman wife mother daughter sister girl aunt grandmother widow queen princess spokeswoman chairwoman "
        "congresswoman councilwoman policewoman actress businesswoman nun".split(), "f"),
}  # fmt: skip

# Given names that are men's, or women's, nearly everywhere; those borne by both are left out.
MEN = """
james john robert michael william david richard joseph thomas charles christopher daniel matthew anthony mark donald
steven paul andrew joshua kenneth kevin brian george timothy ronald edward jason jeffrey ryan jacob gary nicholas eric
jonathan stephen larry justin scott brandon benjamin samuel gregory frank alexander raymond patrick jack dennis jerry
tyler aaron jose adam nathan henry peter kyle walter harold jeremy ethan carl keith roger gerald lawrence sean albert
joe arthur bryan billy bruce willie alan ralph gabriel roy juan wayne eugene randy louis russell vincent philip bobby
johnny bradley vladimir sergei sergey dmitry dmitri mikhail alexei aleksei oleksandr volodymyr andrei andriy igor ivan
nikolai yuri boris viktor pavel konstantin anton maxim maksim oleg roman ruslan vitaly petro mykola mykhailo serhiy
denys emmanuel francois pierre jacques olaf friedrich karl hans marco matteo giuseppe silvio antonio mario luca pedro
carlos luis miguel jorge manuel fernando javier ahmed mohammed mohamed muhammad ali hassan hussein mahmoud abdullah
ibrahim omar khalid recep mustafa mehmet yair ehud narendra rajnath imran keir rishi tony gordon liam simon nigel ian
graham neil stuart hugh
""".split()

WOMEN = """
mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty sandra margaret kimberly
emily donna michelle carol amanda melissa deborah stephanie rebecca sharon laura cynthia dorothy amy kathleen angela
shirley emma brenda pamela nicole anna samantha katherine christine helen debra rachel carolyn janet maria catherine
heather diane olivia julie joyce victoria ruth virginia lauren christina joan evelyn judith hannah megan cheryl
jacqueline martha teresa gloria sara janice ann kathryn abigail sophia frances alice judy isabella julia grace amber
denise danielle marilyn beverly charlotte natalie theresa diana brittany doris kayla lori marie olga svetlana natalia
natalya elena yelena irina tatiana tatyana ekaterina oksana yulia iryna olena kateryna nataliya daria marina lyudmila
galina valentina ursula annalena giorgia marine anne claire sophie isabelle francoise carmen pilar isabel ana rosa
lucia paola sanna kaja mette jacinda priti suella yvette kamala hillary nikki kristina fatima aisha leila zeinab
michele
""".split()

# Of these, those that begin the names of places as often.
PLACES = frozenset("virginia victoria charlotte elizabeth lawrence diana gloria grace amber henry".split())

ENGLISH_SPEAKERS = Speakers(
    head_first=False,
    office_names={},
    short_for={},
    sole=frozenset(),
    pieces=frozenset(),
    same_title={},
    oneself=words("i"),
    single=frozenset(),
    bodies={},
    partners=frozenset(),
    honorifics=HONORIFICS,
    pronouns=PRONOUNS,
    person=frozenset(PERSON),
    organization=frozenset(ORGANIZATION),
    document=frozenset(DOCUMENT),
    group=frozenset(GROUP),
    singulars=frozenset(SINGULARS),
    breaks=frozenset(BREAKS),
    definite=words("the this that these those his her its their"),
    indefinite=words("a an one another any some no"),
    quantities=frozenset(QUANTITIES),
    personal=words("who whom whose"),
    pointing=words("the this that"),
    own_words=words("words remarks comments comment view opinion mind"),
    placing=words("to in at on with"),
    citing_now=words("citing"),
    writing=words("writes wrote reports reported"),
    nobody=words("nobody none no neither"),
    heads={"head": ("president",)},
    platforms=words("reddit twitter x facebook linkedin instagram telegram tiktok youtube"),
    outlets=words(
        """
        agency outlet newspaper paper channel broadcaster publication magazine website site portal station network
        """
    ),
    vague=words(
        """
        report study survey statement announcement presentation document data article material publication letter
        memo
        """
    ),
    quoted_as=words("as saying"),
    trailing=words(
        """
        today yesterday tonight also now earlier later then meanwhile however recently himself herself itself
        themselves alone both
        """
    ),
    being=words("is are was were be been being"),
    private=words(
        """
        reporter correspondent journalist editor columnist analyst professor researcher lecturer author historian
        expert church bishop bishops archbishop university college school club company bank firm institute union
        conference party association society foundation charity hospital newspaper team
        """
    ),
    former=words(
        """
        deposed ousted toppled jailed disgraced retired former ex late ex-president then-president onetime outgoing
        then previous next incoming future
        """
    ),
    deputy=words("deputy vice assistant acting first interim elect aspirant hopeful candidate aide adviser advisor"),
    offices={tuple(words.replace("-", " ").split()): name for words, name in OFFICES.items()},
    leading=words("leader"),
    led=frozenset({"president", "prime minister", "chancellor", "supreme leader"}),
    heading=words("head chief boss leader"),
    state_words=frozenset(STATE),
    national=words("federal national nation government governments treasury minister ministers ministry premier"),
    sides=words("side"),
    hidden=words("anonymity anonymous unnamed named unidentified familiar"),
    given=frozenset([*MEN, *WOMEN]) - PLACES,
    genders={**dict.fromkeys(MEN, MAN), **dict.fromkeys(WOMEN, WOMAN), **GENDERED},
    sources=words("source sources interlocutor interlocutors insider insiders"),
    publishing=words("by from of"),
    obtaining=words("obtained seen reviewed shared viewed cited quoted read provided given sent"),
    articles=words("the a an"),
    conjunctions=words("and & or"),
    citing=words("citing cites cited quoting quotes quoted"),
    reporting=words("writes wrote reports reported said says notes noted claims claimed learned"),
    linking=words("of and for the in on at to with"),
    ranks=words(
        """
        former then acting deputy senior chief vice top presidential regional local first second third co lead
        interim general assistant associate executive managing
        """
    ),
    relative=words("who which whose whom that where when"),
    abbreviations={
        "gov": "governor", "sen": "senator", "rep": "representative", "gen": "general", "lt": "lieutenant",
        "col": "colonel", "capt": "captain", "sgt": "sergeant", "maj": "major", "pres": "president",
        "sec": "secretary", "pm": "premier", "det": "detective", "atty": "attorney",
        "cllr": "councillor",
        "ald": "alderman",
        "cpl": "corporal",
        "pte": "private",
        "cmdr": "commander",
        "adm": "admiral", "supt": "superintendent", "insp": "inspector", "brig": "brigadier", "amb": "ambassador",
        "min": "minister",
    },
    particles=words("van von der den de la le du del della di da dos bin ibn al el ben abu st"),
    calendar=words(
        """
        monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
        september october november december
        """
    ),
    suffixes=words("jr sr ii iii iv"),
)  # fmt: skip
