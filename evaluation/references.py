"""Figures that are not ours, as facts with their source. In: nothing; out: F1 by the names of our own figures."""

from __future__ import annotations

# People: 20 articles of PolNeAR with 5 or 6 annotators, every pair of them, by the shared scorer (shared/README.md).
PEOPLE = {
    "source": 0.806,
    "cue": 0.692,
    "content": 0.909,
    "source=": 0.788,
    "cue=": 0.712,
    "content=": 0.692,
    "linked": 0.713,
    "exact": 0.637,
}
# Two readers of two articles annotated by the guideline (shared/README.md).
READERS = {"found": 0.95, "linked": 0.90, "exact": 0.79}
# Published on the PolNeAR test set, spans on tokens (cited in shared/README.md).
PUBLISHED = {
    "CofeNet (BERT-base)": {"source=": 0.832, "cue=": 0.753, "content=": 0.729},
    "Stanford CoreNLP": {"source=": 0.139, "content=": 0.175},
}
