"""The gate's own logic, on made-up corpora and figures; the model does not run."""

from __future__ import annotations

import json

import pytest

from evaluation import gate
from evaluation.corpora import EvaluationError, digest, gold, load_corpora, polnear
from evaluation.figures import bridge
from evaluation.floors import Floors, Lowered, Pinned, judge, load_floors, pin, save_floors
from evaluation.rivals import stated
from tests.marked import attributions

FLOORS = Floors(corpora={"news": Pinned(digest="d1", floors={"linked f1": 0.7, "form recall": 0.8})})
SCORER = "def score(triples):\n    return {}\n"


def test_at_its_floor_passes_and_under_it_fails():
    verdicts = judge("news", "d1", {"linked f1": 0.7, "form recall": 0.799}, FLOORS)
    assert [v.passed for v in verdicts] == [True, False]
    assert verdicts[1].margin == pytest.approx(-0.001)
    assert "UNDER ITS FLOOR" in gate.table("news", verdicts).splitlines()[2]


@pytest.mark.parametrize(
    ("corpus", "given_digest", "values", "message"),
    [
        ("news", "d2", {"linked f1": 0.9, "form recall": 0.9}, "not the same"),
        ("news", "d1", {"linked f1": 0.9}, "form recall has a floor and was not measured"),
        ("talk", "d1", {"linked f1": 0.9}, "no floors are pinned"),
    ],
)
def test_what_cannot_be_judged_is_an_error(corpus, given_digest, values, message):
    with pytest.raises(EvaluationError, match=message):
        judge(corpus, given_digest, values, FLOORS)


def test_floors_rise_by_themselves():
    floors = pin("news", "d1", {"linked f1": 0.75, "form recall": 0.802}, FLOORS, None)
    # The second still passes its floor of .8, which is higher than a margin under its value.
    assert floors.corpora["news"].floors == {"linked f1": 0.745, "form recall": 0.8}
    assert floors.lowered == ()


@pytest.mark.parametrize(
    ("given_digest", "values", "message"),
    [
        ("d1", {"linked f1": 0.69, "form recall": 0.9}, r"linked f1 from 0.7 to 0.685"),
        ("d1", {"linked f1": 0.9}, r"form recall from 0.8 to 0.0"),
        ("d2", {"linked f1": 0.9, "form recall": 0.9}, r"digest from d1 to d2"),
    ],
)
@pytest.mark.parametrize("reason", [None, "", "  "])
def test_lowering_without_a_reason_is_refused(given_digest, values, message, reason):
    with pytest.raises(EvaluationError, match=message):
        pin("news", given_digest, values, FLOORS, reason)


def test_lowering_with_a_reason_keeps_it():
    floors = pin("news", "d1", {"linked f1": 0.69, "form recall": 0.9}, FLOORS, "a smaller model")
    assert floors.corpora["news"].floors == {"linked f1": 0.685, "form recall": 0.895}
    lowered = Lowered(corpus="news", figure="linked f1", before=0.7, after=0.685, reason="a smaller model")
    assert floors.lowered == (lowered,)


def test_floors_round_trip(tmp_path):
    floors = pin("news", "d2", {"linked f1": 0.69}, FLOORS, "another corpus")
    save_floors(floors, tmp_path / "floors.json")
    assert load_floors(tmp_path / "floors.json") == floors
    assert load_floors(tmp_path / "none.json") == Floors(corpora={})


def test_a_broken_file_of_floors_is_an_error(tmp_path):
    (tmp_path / "floors.json").write_text('{"corpora": []}', encoding="utf-8")
    with pytest.raises(EvaluationError, match="not a file of floors"):
        load_floors(tmp_path / "floors.json")


def test_every_floor_of_the_project_is_held():
    pinned = {name: set(corpus.floors) for name, corpus in load_floors().corpora.items()}
    assert pinned == {name: set(figures) for name, figures in gate.HELD.items()}


@pytest.mark.parametrize(("arguments", "code", "told"), [([], 0, "is skipped"), (["--require"], 1, "is not passed")])
def test_without_the_shared_data(monkeypatch, tmp_path, capsys, arguments, code, told):
    monkeypatch.setenv("SAYSO_SHARED", str(tmp_path / "nowhere"))
    assert gate.main(arguments) == code
    assert told in capsys.readouterr().out


@pytest.fixture
def shared(tmp_path, monkeypatch):
    """A folder of shared data with an article in each corpus, and a gate that measures what the test says."""
    (tmp_path / "data/polnear").mkdir(parents=True)
    for lang in ("en", "ru"):
        (tmp_path / "gold/dev" / lang).mkdir(parents=True)
    (tmp_path / "tools").mkdir()
    for name in ("score_attribution.py", "score_statements.py"):
        (tmp_path / "tools" / name).write_text(SCORER, encoding="utf-8")
    row = {"id": "a", "text": "Lima said so.", "annotations": [{"attributions": [{"content": [[10, 12]]}]}]}
    (tmp_path / "data/polnear/dev.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    for file, text in (("en/b", "Lima said so."), ("ru/c", "Лима так сказала.")):
        (tmp_path / f"gold/dev/{file}.txt").write_text(text, encoding="utf-8")
        row = {"text": text, "statements": []}
        (tmp_path / f"gold/dev/{file}.json").write_text(json.dumps(row), encoding="utf-8")
    monkeypatch.setenv("SAYSO_SHARED", str(tmp_path))
    return tmp_path


def measured_as(monkeypatch, value):
    kinds = {"f1": value, "recall": value, "precision": value}
    names = {name.rsplit(" ", 1)[0] for held in gate.HELD.values() for name in held}
    monkeypatch.setattr(gate, "measure", lambda *_: dict.fromkeys(names, kinds))


def test_the_gate_from_end_to_end(shared, monkeypatch, capsys):
    floors = shared / "floors.json"
    steps = [
        (0.8, ["--write-floors"], 0),
        (0.8, [], 0),
        (0.79, [], 1),
        (0.79, ["--write-floors"], 2),
        (0.79, ["--write-floors", "--lower", "a smaller model"], 0),
        (0.79, [], 0),
    ]
    for value, arguments, code in steps:
        measured_as(monkeypatch, value)
        assert gate.main(["--floors", str(floors), *arguments]) == code, (value, arguments)
    assert {entry.reason for entry in load_floors(floors).lowered} == {"a smaller model"}
    (shared / "gold/dev/en/b.json").write_text('{"text": "Lima said so.", "statements": [{}]}', encoding="utf-8")
    assert gate.main(["--floors", str(floors)]) == 2
    assert "gold/dev/en: its digest is" in capsys.readouterr().err


def test_a_reason_alone_is_misuse(capsys):
    with pytest.raises(SystemExit) as exit_:
        gate.main(["--lower", "because"])
    assert exit_.value.code == 2
    assert "--write-floors" in capsys.readouterr().err


def test_corpora(shared):
    first, second, third = load_corpora(shared)
    assert [(c.name, c.lang, [a.id for a in c.articles]) for c in (first, second, third)] == [
        ("PolNeAR dev", "en", ["a"]),
        ("gold/dev/en", "en", ["b"]),
        ("gold/dev/ru", "ru", ["c"]),
    ]
    assert first == polnear(shared / "data/polnear/dev.jsonl")
    files = [shared / "gold/dev/en/b.txt", shared / "gold/dev/en/b.json"]
    assert second.digest == digest(files) == digest(reversed(files))
    assert load_corpora(shared / "nowhere") is load_corpora(None) is None


def test_a_gold_text_that_differs_from_its_annotation(shared):
    (shared / "gold/dev/en/b.txt").write_text("Lima said no.", encoding="utf-8")
    with pytest.raises(EvaluationError, match=r"b\.json: its text"):
        gold(shared / "gold/dev/en")


@pytest.mark.parametrize(
    ("line", "contents"),
    [
        ("{1s Lima} {1q said} that {1c the port is open}.", ["that the port is open"]),
        ("{1s Lima} {1q said} that “{1c the port is open}”.", ["that “the port is open"]),
        ("{1s Lima} {1q said} {1c the port that opened is new}.", ["the port that opened is new"]),
        ("It is the port {1s that} {1q wants} {1c a new gate}.", ["a new gate"]),
        ("{1s Lima} {1q said so that} {1c the port would open}.", ["the port would open"]),  # part of the cue
        ("{1s Lima} {1q said}: so be that. {1c The port is open}.", ["The port is open"]),
        ("{1s Lima} {1q said} {1c {2s Costa} {2q knew} {2c the port was open}}.", ["Costa knew the port was open"]),
        ("{1s Lima}: “{1c The port is open}.”", ["The port is open"]),  # no cue
    ],
)
def test_the_bridge_to_polnear(line, contents):
    text, found = attributions(line)
    rows = bridge(text, stated(text, found))
    assert [" … ".join(text[a:b] for a, b in row["content"]) for row in rows] == contents


def test_the_bridge_with_what_is_nested():
    text, found = attributions("{1s Lima} {1q said} {1c {2s Costa} {2q knew} {2c the port was open}}.")
    assert len(bridge(text, stated(text, found), nested=True)) == 2
