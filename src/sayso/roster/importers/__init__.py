"""Other people's tables to holders, one file a format. In: an opened source and, where known, the name of its format;
out: an Import. A further format is one more file and one more line in FORMATS."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from sayso.errors import RosterError
from sayso.roster.importers import csv, followthemoney, popolo, wikidata
from sayso.roster.importers.imported import Import
from sayso.roster.importers.source import Source


class Format(NamedTuple):
    """A format: what reads it, what tells it by the content, and one line about it."""

    read: Callable[[Source], Import]
    fits: Callable[[Source], bool]
    about: str


# In the order in which a file is tried.
FORMATS: dict[str, Format] = {
    "csv": Format(csv.read, csv.fits, "the roster's own table: comma-separated, with its header"),
    "followthemoney": Format(followthemoney.read, followthemoney.fits, "JSON Lines of entities, as OpenSanctions has"),
    "popolo": Format(popolo.read, popolo.fits, "JSON of persons, posts, organizations and memberships"),
    "wikidata": Format(wikidata.read, wikidata.fits, "JSON results of a SPARQL query, as query.wikidata.org gives"),
}


def read_source(source: Source, form: str | None = None) -> tuple[str, Import]:
    """The name of the format and what the source holds. form: one of FORMATS; None to tell it by the content. Raises
    RosterError."""
    form = form or detect(source)
    if form not in FORMATS:
        raise RosterError(f"{form!r} is not a format of rosters. Choose one of {', '.join(FORMATS)}.")
    source.file.seek(0)
    return form, FORMATS[form].read(source)


def detect(source: Source) -> str:
    """The format of a source, by its content. Raises RosterError when none fits."""
    for name, form in FORMATS.items():
        source.file.seek(0)
        if form.fits(source):
            return name
    known = "; ".join(f"{name}: {form.about}" for name, form in FORMATS.items())
    raise RosterError(f"{source.name}: this looks like none of the formats ({known}). Name one with --format NAME.")
