"""English: the forms of verbs. In: verbs; out: every form of each, by rule or from a list."""

from __future__ import annotations

import re

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
