"""Who speaks, end to end: awkward input, titles by date, unnamed and unresolved, sides, spans; and nothing raises."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import sayso
from sayso.check import check
from sayso.errors import InputError
from sayso.marks import find_quotations
from sayso.model.pack import PACK
from sayso.records import Attribution, Document, Reading
from sayso.spans import Span, join
from sayso.steps.gather import gather_cast
from sayso.steps.resolve import resolve
from sayso.steps.state import state
from sayso.tagged import Models, tag_all
from sayso.text import fold, spaced
from tests.staged import MARCH, ROSTER, Staged, name_of, speaker_of, stage
from tests.test_speaker_rules import FIRES, HOLDS_BACK
from tests.test_through import CITED, NESTED


@pytest.fixture(autouse=True, scope="module")
def no_roster_of_the_users(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SAYSO_ROSTER", str(tmp_path_factory.mktemp("own") / "roster.csv"))
        yield


LATE = "{1q said} {1c the gate was late}"
MORE = "{2q said} {2c it would open}"

# line, day, the speakers of its statements
AWKWARD = (
    # two of one family name: kept apart, and the bare name between them open
    ("{1s Mr Rui Costa} " + LATE + ". {2s His son, Pedro Costa,} " + MORE + ".", None, ["Rui Costa", "Pedro Costa"]),
    ("Mr Rui Costa and his son Pedro Costa came. {1s Costa} " + LATE + ".", None, [None]),
    ("Mr Alan Johnson met Mr Boyd Johnson. {1s Johnson} " + LATE + ".", None, [None]),
    ("Mr Alan Johnson met Mr Boyd Johnson. {1s Boyd Johnson} " + LATE + ".", None, ["Boyd Johnson"]),
    ("{1s Rui Costa Sr.} " + LATE + ". {2s Rui Costa Jr.} " + MORE + ".", None, ["Rui Costa Sr", "Rui Costa Jr"]),
    ("{1s Mr Rui Costa} " + LATE + ". {2s His son, Rui Costa Jr.,} " + MORE + ".", None, ["Rui Costa", "Rui Costa Jr"]),
    ("{1s Rui P. Costa} " + LATE + ". {2s Rui M. Costa} " + MORE + ".", None, ["Rui P. Costa", "Rui M. Costa"]),
    # capitals
    ("Ms Ana Lima runs the port. {1s LIMA} " + LATE + ".", None, ["Ana Lima"]),
    ("Ms Ana Lima runs the port. {1s ANA LIMA} " + LATE + ".", None, ["Ana Lima"]),
    ("Mr Rui Costa runs the port. {1s COSTA:} {1c it was late}.", None, ["Rui Costa"]),
    # a line break within a name
    ("{1s Ana\nLima} " + LATE + ".", None, ["Ana Lima"]),
    ("{1s Ana\nLima} " + LATE + ". {2s Lima} " + MORE + ".", None, ["Ana Lima", "Ana Lima"]),
    ("{1s Olaf\nScholz} " + LATE + ".", None, ["Olaf Scholz"]),
    ("{1s Rui\nCosta} " + LATE + ". {2s Costa} " + MORE + ".", None, ["Rui Costa", "Rui Costa"]),
    (
        "The harbour board met for the third time this week to\n"
        "hear the pilots, and after a long night of talk {1s Rui\n"
        "Costa} {1q said} that {1c the gate was late and that nobody in the\n"
        "hall had known of it}, which the pilots who were there for\n"
        "the first time heard with some surprise. Later {2s Costa}\n"
        "{2q said} {2c it would open}.",
        None,
        ["Rui Costa", "Rui Costa"],
    ),
    # initials
    ("{1s R. Costa} " + LATE + ". {2s Rui Costa} " + MORE + ".", None, ["Rui Costa", "Rui Costa"]),
    ("{1s Rui Costa} " + LATE + ". {2s R. Costa} " + MORE + ".", None, ["Rui Costa", "Rui Costa"]),
    ("Mr Jorge Costa met Ms Joana Costa. {1s J. Costa} " + LATE + ".", None, [None]),
    ("Ms Ana Lima met Mr Antonio Lima. {1s A. Lima} " + LATE + ".", None, [None]),
    ("{1s J.R. Costa} " + LATE + ". {2s Costa} " + MORE + ".", None, ["J.R. Costa", "J.R. Costa"]),
    ("{1s A.B. Costa} " + LATE + ". {2s Costa} " + MORE + ".", None, ["A.B. Costa", "A.B. Costa"]),
    # particles
    ("{1s Eva van der Berg} " + LATE + ". {2s Van der Berg} " + MORE + ".", None, ["Eva van der Berg"] * 2),
    # titles with no name anywhere
    ("{1s The mayor} " + LATE + ". {2s The minister} " + MORE + ".", MARCH, [None, None]),
    ("{1s The mayor of Porto} " + LATE + ".", MARCH, [None]),
    ("{1s The finance minister} " + LATE + ".", MARCH, [None]),
    ("{1s The president} " + LATE + ".", MARCH, [None]),
    ("{1s A mayor} " + LATE + ".", MARCH, ["A mayor"]),
    # a machine translator's slips: nobody rather than somebody wrong
    ("{1s Rui Costa} " + LATE + ". {2s I} {2q stressed} {2c the need for a gate}.", None, ["Rui Costa", None]),
    ("{1s Rui Costa} " + LATE + ". {2s We} {2q stressed} {2c the need for a gate}.", None, ["Rui Costa", None]),
    ("{1s Rui Costa} " + LATE + ". {2s It} {2q stressed} {2c the need for a gate}.", None, ["Rui Costa", None]),
    ("{1s Mr Rui Costa} " + LATE + ". {2s She} {2q stressed} {2c the need for a gate}.", None, ["Rui Costa", None]),
    ("{1s Rui Costa} " + LATE + ". {2s They} {2q stressed} {2c the need for a gate}.", None, ["Rui Costa", None]),
    # no source, no word in it, an article alone
    ("{1q It is said} that {1c the gate was late}.", None, [None]),
    ("{1c “The gate was late.”}", None, [None]),
    ("{1s The} " + LATE + ".", None, [None]),
    ("{1s A} " + LATE + ".", None, [None]),
    ("{1s an} " + LATE + ".", None, [None]),
    ("{1s —} " + LATE + ".", None, [None]),
)  # fmt: skip


@pytest.mark.parametrize(("line", "day", "names"), AWKWARD)
def test_awkward(line: str, day: str | None, names: list[str | None]) -> None:
    assert stage(line, day).speakers == names


def test_an_honorific_is_no_part_of_a_name() -> None:
    assert stage("{1s Mr Costa} " + LATE + ". {2s Mr. Rui Marin} " + MORE + ".").speakers == ["Costa", "Rui Marin"]


def test_mr_and_mrs_are_told_apart_or_left_open() -> None:
    assert name_of("Mr Rui Costa met Ms Eva Costa. {1s Mrs Costa} " + LATE + ".") in (None, "Eva Costa")
    his, hers = stage("{1s Mr Costa} " + LATE + ". {2s Mrs Costa} " + MORE + ".").speakers
    assert his is None or his != hers


TITLES = (
    # source, day, speaker
    ("The US president", "2025-01-10", "Joe Biden"),
    ("The US president", "2025-01-19", "Joe Biden"),
    ("The US president", "2025-01-20", "Donald Trump"),
    ("The US president", "2025-03-14", "Donald Trump"),
    ("The president of the United States", "2025-03-14", "Donald Trump"),
    ("America’s president", "2025-03-14", "Donald Trump"),
    ("The American leader", "2025-03-14", "Donald Trump"),
    ("The US president", None, None),
    ("The US president", "2025-01", None),
    ("The US president", "2025", None),
    ("The former US president", "2025-03-14", None),
    ("The US vice president", "2025-03-14", "JD Vance"),
    ("The French leader", "2025-03-14", "Emmanuel Macron"),
    ("The German chancellor", "2025-03-14", "Olaf Scholz"),
    ("Germany’s leader", "2025-03-14", "Olaf Scholz"),
    ("The US secretary of state", "2025-03-14", "Marco Rubio"),
    ("The British foreign secretary", "2025-03-14", "David Lammy"),
    ("The NATO secretary general", "2025-03-14", "Mark Rutte"),
    ("The head of NATO", "2025-03-14", "Mark Rutte"),
    ("The UN secretary-general", "2025-03-14", "António Guterres"),
    ("The IAEA director general", "2025-03-14", "Rafael Grossi"),
)


@pytest.mark.parametrize(("source", "day", "name"), TITLES)
def test_titles_by_date(source: str, day: str | None, name: str | None) -> None:
    assert name_of(f"{{1s {source}}} {LATE}.", day) == name


def test_the_candidates_of_half_a_date_are_those_who_may_have_been_in_office() -> None:
    found = stage("{1s The US president} " + LATE + ".", "2025-01").last
    assert [c.name for c in found.candidates] == ["Joe Biden", "Donald Trump"]
    assert all("2025-01-20" in c.reason for c in found.candidates)


def test_whom_the_roster_alone_names_stands_nowhere_in_the_text() -> None:
    speaker = speaker_of("{1s The US president} " + LATE + ".", MARCH)
    assert speaker is not None
    assert (speaker.named, speaker.side, speaker.kind) == (None, "United States", "person")


# source, its words as the description has them
UNNAMED = (
    ("A senior official", "A senior official"),
    ("An official who asked not to be named", "An official"),
    ("Officials who asked not to be named", "Officials"),
    ("A lawyer for Ana Lima", "A lawyer for Ana Lima"),
    ("Ana Lima’s lawyer", "Ana Lima’s lawyer"),
    ("Sources close to Ana Lima", "Sources close to Ana Lima"),
    ("People familiar with\nthe plans", "People familiar with the plans"),
    ("A source", "A source"),
)


@pytest.mark.parametrize(("source", "words"), UNNAMED)
def test_unnamed_is_a_speaker_of_its_own_kind(source: str, words: str) -> None:
    found = stage(f"{{1s {source}}} {LATE}.").last
    assert found.speaker is not None
    assert (found.speaker.kind, found.speaker.name, found.candidates) == ("unnamed", words, ())


UNRESOLVED = (
    ("Mr Alan Johnson met Mr Boyd Johnson. {1s Johnson} " + LATE + ".", None, ["Alan Johnson", "Boyd Johnson"]),
    (
        "Ana Lima, mayor of Gaia, met Eva Marin, mayor of Porto. {1s The mayor} " + LATE + ".",
        None,
        ["Eva Marin", "Ana Lima"],
    ),
    ("The World Bank met the European Union. {1s It} " + LATE + ".", None, ["European Union", "World Bank"]),
    ("{1s The US president} " + LATE + ".", "2025-01", ["Joe Biden", "Donald Trump"]),
)  # fmt: skip


@pytest.mark.parametrize(("line", "day", "names"), UNRESOLVED)
def test_unresolved_keeps_those_who_came_into_question(line: str, day: str | None, names: list[str]) -> None:
    found = stage(line, day).last
    assert found.speaker is None
    assert [c.name for c in found.candidates] == names
    assert all(0 < c.confidence < 1 and c.reason and c.rule for c in found.candidates)


SIDES = (
    ("Moscow", "Russia"),
    ("The Kremlin", "Russia"),
    ("The White House", "United States"),
    ("NATO", "NATO"),
    ("The European Commission", "European Union"),
    ("Russia’s Foreign Ministry", "Russia"),
    ("The Norwegian Transport Ministry", "Norway"),
    ("Greece's Transport Ministry", "Greece"),
    ("French officials", "France"),
    ("A French official", "France"),
    ("French President Eva Marin", "France"),
    ("Eva Marin, a spokeswoman for the French government,", "France"),
    ("Eva Marin, spokeswoman for the Kremlin,", "Russia"),
    ("Eva Marin, the US envoy to Ukraine,", "United States"),
    # none
    ("An Israeli former general", None),
    ("Former French minister Eva Marin", None),
    ("A former French minister", None),
    ("A French resident", None),
    ("The BBC", None),
    ("The World Bank", None),
    ("The University of Porto", None),
    ("Eva Marin, head of the French company Brandt,", None),
    ("Eva Marin, a professor at the French University of Defence,", None),
    ("Eva Marin", None),
    # whom an envoy is sent to is not whom he speaks for
    ("An ambassador to Ukraine", None),
    ("Eva Marin, the ambassador to Ukraine,", None),
)


@pytest.mark.parametrize(("source", "side"), SIDES)
def test_sides(source: str, side: str | None) -> None:
    speaker = speaker_of(f"{{1s {source}}} {{1q said}} {{1c the talks would go on}}.")
    assert speaker is not None
    assert speaker.side == side


LINES = tuple(
    dict.fromkeys(
        [
            *((line, day) for _, line, day, *_ in (*FIRES, *HOLDS_BACK)),
            *((line, None) for line, _ in (*NESTED, *CITED)),
            *((line, day) for line, day, _ in (*AWKWARD, *UNRESOLVED)),
            *((f"{{1s {source}}} {LATE}.", day) for source, day, _ in TITLES),
            *((f"{{1s {source}}} {LATE}.", None) for source, _ in (*UNNAMED, *SIDES)),
        ]
    )
)


def holds_together(s: Staged) -> None:
    """What every answer must keep to, whoever it is."""
    for statement in s.statements:
        assert statement.speaker is None or statement.candidates == ()
        for speaker in (statement.speaker, *statement.via):
            if speaker is None:
                continue
            named, role = s.cut(speaker.named), s.cut(speaker.role_span)
            assert speaker.name.strip()
            assert 0.5 <= speaker.confidence < 1
            for words in filter(None, (named, role)):
                assert words == words.strip(" \n,;:“—")
                assert any(c.isalnum() for c in words)
            if role:
                assert spaced(role) == speaker.role
                assert fold(role.split()[-1].strip(".")) not in ("mr", "mrs", "ms")
            if named and speaker.kind in ("group", "unnamed"):
                assert spaced(named) == speaker.name


@pytest.mark.parametrize(("line", "day"), LINES)
def test_spans_lie_in_the_text_and_cut_to_the_words_that_they_should(line: str, day: str | None) -> None:
    s = stage(line, day)
    document = Document(id="case", text=s.text, lang="en", published=day)
    assert [f.message for statement in s.statements for f in check(document, statement)] == []
    holds_together(s)
    for statement in s.statements:
        speaker = statement.speaker
        if speaker and speaker.named and speaker.rule in ("own name", "body"):
            assert any(x.start <= speaker.named.start and speaker.named.stop <= x.stop for x in statement.source)
        if speaker and speaker.named and speaker.kind == "person":
            words = {fold(w.strip(".")) for w in speaker.name.split()}
            assert words & {fold(w.strip(".")) for w in (s.cut(speaker.named) or "").split()}


def test_named_and_role_stand_where_they_are_read() -> None:
    s = stage("Ana Lima, mayor of Valencia, came. {1s The mayor} " + LATE + ". {2s She} " + MORE + ".")
    for statement in s.statements:
        assert statement.speaker is not None
        assert s.cut(statement.speaker.role_span) == statement.speaker.role == "mayor of Valencia"
    assert s.statements[0].speaker is not None
    assert s.cut(s.statements[0].speaker.named) == "Ana Lima"


# A live blog: 200 people and 20 trusts, of whom each entry has one.
GIVEN = "Ana Rui Eva Pedro Joana Jorge Marta Nuno Clara Tiago".split()
FAMILY = (
    "Costa Marin Pinto Ruiz Teles Varga Nemec Horvat Kovac Dunne Brandt Ekberg Solberg Tanaka Osei Mensah Okafor "
    "Diallo Petit Moreau"
).split()
PEOPLE = [f"{given} {family}" for family in FAMILY for given in GIVEN]


def live_blog(size: int) -> str:
    entries: list[str] = []
    words = 0
    while words < size:
        n = len(entries)
        trust = f"{FAMILY[n % 20]} Harbour Trust"
        entries.append(
            f"{9 + n // 60 % 12:02d}:{n % 60:02d} “The gate at berth {n} will open in May,” {PEOPLE[n % 200]}, a "
            f"spokesman for the {trust}, said on Monday. The {trust} said that the ferry would run."
        )
        words += len(entries[-1].split())
    return "\n\n".join(entries)


def test_a_live_blog_of_20000_words_and_200_names_is_read() -> None:
    reading = sayso.read(live_blog(20_000), published="2025-03-10")
    assert len(reading.document.text.split()) >= 20_000
    assert reading.faults == ()
    named: set[str] = set()
    for s in reading.statements:
        source = " ".join(reading.document.text[x.start : x.stop] for x in s.source)
        meant = next((p for p in PEOPLE if p in source), None)
        if meant and s.speaker:
            assert s.speaker.name == meant
            named.add(meant)
    assert len(named) > 0.8 * len(PEOPLE)


BITS = st.sampled_from(
    "Ana Lima|Mr Costa|Costa|A. Lima|the mayor|The|US|Moscow|she|I|it|they|WHO|who|, citing|quoted by|TASS| “|”|’s"
    "|'|(|)|—| - |\n|\n\n|.|,|:|according to|president|the US president|report|officials|and|of|67%|🙂|Ёлкин|Jr.|d'"
    "|\u00a0|as saying|added|told|ANA LIMA|former|said".split("|")
)


@given(st.lists(BITS, min_size=1, max_size=14).map(" ".join), st.sampled_from([None, "2025-03-14", "2025-01", "2025"]))
@example("“I know,” said the. The said, quoted by.", "2025")
@example("Ana Lima Ana Lima ” —", None)
@example("US — Ana\nLima’s, ’s ’ said: “it” I said who said", None)
@settings(max_examples=120)
def test_reading_never_raises(text: str, published: str | None) -> None:
    try:
        reading: Reading = sayso.read(text, lang="en", published=published)
    except InputError:
        return
    assert reading.faults == ()
    for s in reading.statements:
        for span in [s.speaker.named, s.speaker.role_span] if s.speaker else []:
            assert span is None or span.stop <= len(reading.document.text)


TEXT = (
    "US President Ana Lima met Mr Rui P. Costa, the mayor’s lawyer, and J.\nCosta. “We — 67% of voters — want the U.S. "
    "gate,” he said, quoted by TASS.\n\nThe bank’s report, citing officials, said she and Costa’s son, who wrote it, "
    "agreed. I said so: the former WHO chief did (2025), ’s, ' and —.\n"
)
SPOTS = st.lists(
    st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, 40)).map(lambda p: Span(p[0], min(sum(p), len(TEXT)))),
    max_size=2,
).map(lambda spans: join(TEXT, spans))
MADE = st.lists(
    st.builds(Attribution, source=SPOTS, cue=SPOTS, content=SPOTS, rule=st.just("test")), min_size=1, max_size=5
)
DOCUMENT = Document(id="case", text=TEXT, lang="en", published=MARCH)
(TAGGED,) = tag_all([DOCUMENT], Models(PACK))
SENSE = TAGGED.sense


@given(MADE)
@settings(max_examples=300)
def test_resolving_never_raises_whatever_the_tagger_brings(found: list[Attribution]) -> None:
    stated = state(DOCUMENT, found, find_quotations(TEXT))
    scene, cast = gather_cast(DOCUMENT, stated, TAGGED.words, SENSE, ROSTER)
    statements = resolve(stated, scene, cast, SENSE)
    assert [s.id for s in statements] == [s.id for s in stated]
    for s in statements:
        assert s.speaker is None or s.candidates == ()
        assert [f for f in check(DOCUMENT, s) if "speaker" in f.message or "via" in f.message] == []
    holds_together(Staged(TEXT, scene, cast, SENSE, statements))


@pytest.mark.parametrize("blank", ["before", "between", "after"])
def test_a_blank_section_of_a_long_text_is_read_over(blank: str) -> None:
    article, nothing = "Ana Lima opened the new quay on Friday. She said it would bring 200 jobs.", "\n" * 45_000
    text = {"before": nothing + article, "between": article + nothing + article, "after": article + nothing}[blank]
    reading = sayso.read(text, lang="en")
    assert {s.speaker.name for s in reading.statements if s.speaker} == {"Ana Lima"}
