"""Quotation marks. A case is one line: ``{`` and ``}`` are the inner edges of a quotation whose mark is there, ``<``
and ``>`` those of one whose mark is missing (a paragraph that lost its first mark; one left open to its end)."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sayso.marks import DEEPEST, Quotation, find_quotations, paragraphs
from sayso.spans import cut, holds

CASES = (
    # one pair of each kind
    "“{We are ready,}” she said.",
    '"{We are ready,}" she said.',
    "«{We are ready}», she said.",
    "«{\u00a0We are ready\u00a0}», she said.",
    "„{We are ready}“, she said.",
    "„{We are ready}”, she said.",
    "„{We are ready}‟, she said.",
    "‹{We are ready}›, she said.",
    "‚{We are ready}‘, she said.",
    "‘{We are ready,}’ she said.",
    "'{We are ready,}' she said.",
    "``{We are ready,}'' she said.",
    "''{We are ready,}'' she said.",
    ",,{We are ready,}'' she said.",
    "＂{We are ready,}＂ she said.",
    # where marks stand
    "“{We are ready,}” she said, “{and we will wait.}”",
    '"{We are ready,}" she said, "{and we will wait.}"',
    'She said "{yes}", "{no}" and "{perhaps}".',
    "(“{We are ready}”) [“{we are}”]",
    '("{We are ready}") ["{we are}"]',
    '"{[We] are ready}" and "{(they) are not}"',
    '"{…and we are ready…}" she said',
    '"{Ready?}" she asked. "{Ready!}"',
    'Is she "{ready}"? She is "{ready}"!',
    'She wrote:"{Ready}".',
    "Her “{plan}” — the so-called “{harbour peace}” — failed.",
    "“{Yes}”—she said—“{we are.}”",
    '"{Yes}"--she said--"{we are.}"',
    '"{Yes.}" "{No.}" "{Yes.}""{No.}" “{Yes.}”“{No.}”',
    "The film “{Low Tide}” and the book ‘{Foam}’ won.",
    "Minister: ‘{talks will go on}’",
    'Q. "{Are you ready?}" A. "{Yes.}"',
    # kinds mixed up
    '„{We are ready,}" she said.',
    '"{We are ready,}” she said.',
    '“{We are ready,}" she said.',
    "”{We are ready,}” she said.",
    "“{We are ready,}“ she said.",
    "“{We are ready,}'' she said.",
    # quotations in quotations
    "“{She told me ‘{no}’ twice,}” she said.",
    "\"{She told me '{no}' twice,}\" she said.",
    "“{She told me, ‘{We won’t go,}’}” he said.",
    "‘{She told me “{no}” twice,}’ he said.",
    "«{She told me „{no}“ twice}», he said.",
    "«{She told me «{no}» twice}», he said.",
    "“{She said “{no}” twice,}” he said.",
    '"{She said "{no}" twice,}" he said.',
    "\"{'{We}' are ready,}\" she said.",
    "“{One ‘{two “{three}” four}’ five}”",
    # marks that are missing or too many
    "“{We are ready, she said.>",
    '"{We are ready, she said.>',
    "<We are ready,}” she said.",
    '<We are ready,}" she said. "{We will wait.}"',
    "“{We are ready,}” she said. “{We will wait.>",
    "“{We are ready,}”” she said.",
    '"{"{We are ready,}"}" she said.',
    "‘‘{We are ready,}’’ she said.",
    "«{He told me «{no}», she said.>",
    '"{We are \'ready,}" she said.',
    "'We are ready, she said.",
    '“” ‘’ "" «»',
    '"',
    "”",
    # a quotation over paragraphs
    "“{We are ready.>\n“{We will wait.>\n\n“{We will go,}” she said.",
    '"{We are ready.>\r\n\r\n"{We will go,}" she said.',
    "“{We are ready.>\u2029She left. “{Truly.}”",
    "“{We are ready.>\n<So are they.>\n<We will go,}” she said.",
    "“{We are ready.>\nA.\nB.\nC.\nD.\n<We will go,}” she said.",
    "“{We are ready.>\nThe board met.\n“{We will go,}” she said.",
    # turns that open with a dash
    "— {We are ready.>",
    " – {We are ready!>",
    "― {We are ready.>",
    '- {We are ready …,}" the harbour master said.',
    '— {We are ready …,}" the harbour master said.',
    "— {We are ready}”, she said. — {Wait.>",
    "— {We are ready.>\n— {So are they.>\nHe left.",
    "—We are ready, she said.",
    "-5 degrees were read. – ",
    "The sea — the grey one — rose.",
    # apostrophes
    "O’Neill and McDonald's met D’Arcy at five o'clock.",
    "The boys’ toys and the girls’ books were lost.",
    "The boys' toys and the girls' books were lost.",
    "The rock ’n’ roll band played “{Foam}”.",
    "'Tis the season, and 'twas the night.",
    "Back in the '90s they sang; in the ’80s too.",
    "She can't, won't and shan't; they’ve said “{no}”.",
    "‘{We won’t,}’ said the Millers’ boy. ‘{Never.}’",
    "the owners' claim that '{it is ready}'",
    "the owners’ “{plan}” and the dockers’ ‘{fear}’",
    'She said the "{dockers\' plan}" failed.',
    "“{The dockers’ plan}”’s end",
    "5 o’clock ’til dawn",
    # neighbours that are neither letter nor space
    "“{🙂 We are ready 🙂}” she said 🙂“{yes}”🙂",
    '"{🙂 Ready 🙂}" she said',
    '"{E\u0301tude in a cafe\u0301}" she said',
    'She said \u200e"{ready}"\u200e twice',
    'היא אמרה: "{אנחנו מוכנים}", ויצאה.',
    "هي قالت: «{نحن جاهزون}»، وخرجت.",
    "1,,2 and a,,b",
    # reported faults
    "— {We are ready,> — he said. — {We will wait.>",
    "— {Мы готовы,> — сказал он, — {и ждём.>",
    "»{We are ready}«, she said.",
    "“{We are ready,}”she said.",
    '"{We are ready,}"she said.',
    "He is 5'10\" tall.",
    'A 12" record was called "{Foam}".',
    "“{He is 5'10\" tall,}” she said.",
    "<The ‘{Anchor}’ is ready,}” he said.",
    "— {The ‘{Anchor}’ is ready,}” she said.",
    "- The board said the gate would shut.",
    '- The board said the gate would "{shut}".',
    "— “{We are ready,}” she said.",
    "In the '90s the dockers' strike failed.",
    "Give 'em the dockers' share.",
    "Fish 'n' chips",
    "The U.S.'s plan and the dockers' fear",
    "The café's door and the dockers' fear",
    "‘{The boys’ toys are gone,}’ she said.",
    "‘{He said “{the dockers’ boats}” sank,}’ she said.",
    "‘{We are ready.>\n‘{We will wait,}’ she said.",
    'ארה"ב הודיעה היום.',
)

TEXTS = st.text(st.sampled_from("ab 5\n\r.,—-'\"“”„‟«»‹›‘’‚`＂(…\u0301🙂א"), max_size=40)


def unmark(line: str) -> str:
    return re.sub(r"[{}<>]", "", line)


def mark(text: str, quotations: list[Quotation]) -> str:
    """The text with the inner edges of the quotations marked in it."""
    edges = []
    for place, q in enumerate(quotations):
        edges.append((q.inner.start, 1, place, "{" if q.opened else "<"))
        edges.append((q.inner.stop, 0, -place, "}" if q.closed else ">"))
    line, at = "", 0
    for offset, _, _, edge in sorted(edges):
        line += text[at:offset] + edge
        at = offset
    return line + text[at:]


@pytest.mark.parametrize("line", CASES)
def test_quotations(line: str) -> None:
    text = unmark(line)
    assert mark(text, find_quotations(text)) == line


def test_the_record_of_a_quotation() -> None:
    outer, inner = find_quotations("“She said ‘no’”")
    assert (outer.mark, outer.depth, outer.opened, outer.closed) == ("“", 0, True, True)
    assert (inner.mark, inner.depth) == ("‘", 1)
    (lost,) = find_quotations("We are ready,” she said.")
    assert (lost.mark, lost.opened, lost.closed) == ("”", False, True)
    (turn,) = find_quotations("— We are ready,” she said.")
    assert (turn.mark, turn.opened, turn.closed) == ("—", True, True)


@given(st.text(max_size=200))
def test_any_text_will_do(text: str) -> None:
    for quotation in find_quotations(text):
        assert quotation.outer.stop <= len(text)


@given(TEXTS)
@settings(max_examples=400)
@example("- 5›")  # a dash turn whose stray mark ends the paragraph
def test_what_always_holds(text: str) -> None:
    """Inner lies in outer and outer in one paragraph; they differ by the marks that are there; no two are the same."""
    found, lines = find_quotations(text), paragraphs(text)
    assert found == sorted(found, key=lambda q: (q.outer.start, -q.outer.stop))
    assert len({q.inner for q in found}) == len(found)
    for q in found:
        assert holds(q.outer, q.inner)
        assert any(holds(line, q.outer) for line in lines)
        assert (q.outer.stop > q.inner.stop) is q.closed
        assert (q.outer.start < q.inner.start) is (q.opened and q.mark != "—")
        assert q.mark == "—" or not q.opened or text.startswith(q.mark, q.outer.start)
        assert 0 <= q.depth <= DEEPEST


@given(TEXTS.map(lambda text: "x ‘a” b’" + text))
@settings(max_examples=20)
def test_quotations_nest_or_stand_apart(text: str) -> None:
    found = find_quotations(text)
    for place, a in enumerate(found):
        assert all(holds(a.inner, b.outer) or a.outer.stop <= b.outer.start for b in found[place + 1 :])


@pytest.mark.parametrize("text", ["‘ab “cd", "— We are “ready” now."])
def test_depth_counts_those_that_hold_it(text: str) -> None:
    found = find_quotations(text)
    assert [q.depth for q in found] == [sum(holds(o.inner, q.outer) for o in found if o != q) for q in found]


@given(st.text(st.sampled_from("ab \n\r\t\u2028\u00a0\u200b"), max_size=40))
def test_paragraphs_hold_every_letter_and_no_line_end(text: str) -> None:
    found = paragraphs(text)
    assert "".join("".join(cut(text, p).split()) for p in found) == "".join(text.split())
    assert all(cut(text, p) == cut(text, p).strip() and not re.search(r"[\n\r\u2028]", cut(text, p)) for p in found)


def test_marks_without_end_take_no_time() -> None:
    assert len(find_quotations("\"'“‘«" * 40_000)) < 200_000
