"""A Sense made from scores by hand: which names, kinds and links it answers, and for which word."""

from __future__ import annotations

import numpy as np
import pytest

from sayso.model.sense import KINDS, NAMES, EncoderSense, MentionScores, end_to_end, joined, part_of, sense_of
from sayso.model.words import Words, split_words
from sayso.records import Mention
from sayso.spans import Span, cut
from tests.staged import stage

TEXT = "Ana Lima said she would pay the World Bank."
FAR = np.array([0.0, 0.5, 1.0], dtype=np.float32)
OUT, PERSON, ORGANIZATION = 0, 1, 3  # the first label of each run of two


def scores(names: dict[str, int], kinds: dict[str, str], links: dict[str, list[float]]) -> tuple[Words, MentionScores]:
    """The scores of TEXT's words, by the word: a label, a kind, and a query with its key."""
    words = split_words(TEXT)
    each = [TEXT[a:b] for a, b in zip(words.start, words.stop, strict=True)]
    name = np.full((len(each), 7), -9.0, dtype=np.float32)
    kind = np.full((len(each), len(KINDS)), -9.0, dtype=np.float32)
    link = np.zeros((len(each), 4), dtype=np.float32)
    for n, word in enumerate(each):
        name[n, names.get(word, OUT)] = 9.0
        kind[n, KINDS.index(kinds.get(word, "none"))] = 9.0
        link[n] = links.get(word, [0, 0, 0, 0])
    return words, MentionScores(name, kind, link)


def made() -> EncoderSense:
    names = {"Ana": PERSON, "Lima": PERSON + 1, "World": ORGANIZATION, "Bank": ORGANIZATION + 1}
    kinds = {"Lima": "person", "she": "person", "Bank": "organization"}
    return sense_of(*scores(names, kinds, {"she": [2, 0, 0, 0], "Lima": [0, 0, 3, 0], "Bank": [0, 0, -3, 0]}), FAR)


def spot(words: str, text: str = TEXT) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def test_names_stand_where_the_labels_run() -> None:
    found = made().mentions
    assert [(cut(TEXT, m.span), m.kind) for m in found] == [("Ana Lima", "person"), ("World Bank", "organization")]
    assert all(m.score == pytest.approx(1, abs=1e-3) for m in found)
    assert all(m.kind in NAMES for m in found)


@pytest.mark.parametrize(
    ("words", "kind"), [("Ana Lima", "person"), ("she", "person"), ("the World Bank", "organization")]
)
def test_the_last_word_tells_the_kind(words: str, kind: str) -> None:
    chances = made().kind(spot(words))
    assert max(chances, key=chances.__getitem__) == kind
    assert sum(chances.values()) == pytest.approx(1)
    assert set(chances) == set(KINDS[1:])


@pytest.mark.parametrize("span", [Span(3, 4), Span(len(TEXT), len(TEXT) + 5), Span(1, 3)])
def test_a_stretch_in_which_no_word_begins_is_of_no_kind(span: Span) -> None:
    assert made().kind(span) == {}
    assert made().link(span, spot("Ana Lima")) == made().link(spot("she"), span) == 0.0


def test_a_link_weighs_query_key_and_distance() -> None:
    sense = made()
    assert sense.link(spot("she"), spot("Ana Lima")) == pytest.approx(2 * 3 / 2**0.5 + FAR[1])
    assert sense.link(spot("she"), spot("the World Bank")) < 0 < sense.link(spot("she"), spot("Lima"))


def test_distance_beyond_the_table_counts_as_its_last() -> None:
    assert made().link(spot("Bank"), spot("Ana")) == pytest.approx(FAR[-1])


def test_a_text_without_words() -> None:
    sense = sense_of(split_words(""), end_to_end([]), FAR)
    assert sense.mentions == ()
    assert sense.kind(Span(0, 1)) == {}
    assert sense.link(Span(0, 1), Span(0, 1)) == 0.0


def test_windows_come_apart_and_together() -> None:
    _, whole = scores({"Ana": PERSON}, {"she": "person"}, {"Bank": [1, 2, 3, 4]})
    batch = MentionScores(whole.names[None], whole.kinds[None], whole.links[None])
    size = len(whole.names)
    again = end_to_end([part_of(batch, range(4)), part_of(batch, range(4, size))])
    for name in ("names", "kinds", "links"):
        assert (getattr(again, name) == getattr(whole, name)).all()


def test_sections_are_joined_where_they_begin() -> None:
    one, gap = made(), len(TEXT) + 3
    both = joined([(0, one), (gap, one)], FAR)
    text = TEXT + "\n\n\n" + TEXT
    names = ["Ana Lima", "World Bank", "Ana Lima", "World Bank"]
    assert [cut(text, m.span) for m in both.mentions] == names
    later = Span(gap + TEXT.index("she"), gap + TEXT.index("she") + 3)
    assert both.kind(later) == one.kind(spot("she"))
    assert both.link(later, both.mentions[2].span) == one.link(spot("she"), one.mentions[0].span)


def test_one_section_stays_as_it_is_and_none_is_empty() -> None:
    one = made()
    assert joined([(0, one)], FAR) is one
    assert joined([], FAR).mentions == ()
    moved = joined([(7, one)], FAR).mentions[0]
    assert moved == Mention(span=Span(7, 15), kind="person", score=one.mentions[0].score)


def test_the_model_that_ships_finds_a_plain_name() -> None:
    s = stage("{1s Ana Lima} {1q told} reporters in Porto on Monday that {1c the gate was late}.")
    assert ("Ana Lima", "person") in [(s.cut(m.span), m.kind) for m in s.sense.mentions]
