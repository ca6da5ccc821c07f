"""What changes a ledger: adding, correcting, undoing. In: the fields of a form; out: pages to read, or a Correction."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Mapping
from pathlib import Path, PurePath
from typing import get_args

import msgspec

from sayso.clean.date import check_date
from sayso.errors import InputError, MissingError, WebError
from sayso.fetch.files import find_pages
from sayso.fetch.known import with_facts
from sayso.ledger.correction import Correction, Kind, Person, now
from sayso.ledger.ledger import Ledger
from sayso.records import Failure, Page, SpeakerKind
from sayso.web.fetching import fetch

MOST = 1_000  # articles of one upload
FACTS = ("title", "outlet", "published", "url", "lang")


def pages_of_form(form: Mapping[str, str], upload: tuple[str, bytes] | None) -> list[Page | Failure]:
    """The pages that a form brings: a text, a file, or an address. Raises InputError, and WebError for an empty one."""
    facts = {name: form[name].strip() for name in FACTS if form.get(name, "").strip()}
    if facts.get("published"):
        check_date(facts["published"], "the day of publication")
    if upload and upload[1]:
        return [with_facts(page, facts) for page in pages_of_file(*upload)]
    if form.get("address", "").strip():
        return [with_facts(fetch(form["address"].strip()), facts)]
    if form.get("text", "").strip():
        name = facts.get("title") or "pasted text"
        return [with_facts(Page(id=name, body=form["text"], media="text"), facts)]
    raise WebError("nothing was given; paste a text, choose a file, or name an address.")


def pages_of_file(name: str, content: bytes) -> list[Page | Failure]:
    """The pages of an upload, which is read as a file of that name is."""
    plain = PurePath(re.sub(r"[\0-\x1f\ud800-\udfff]", "", name).replace("\\", "/")).name or "upload"
    with tempfile.TemporaryDirectory() as folder:
        ending = re.search(r"(?:\.[A-Za-z0-9]{1,8}){1,2}$", plain)
        path = Path(folder) / f"upload{ending.group() if ending else ''}"
        path.write_bytes(content)
        pages = []
        for page in find_pages([str(path)]):
            pages.append(renamed(page, path, plain))
            if len(pages) > MOST:
                raise InputError(f"{plain}: it has more than {MOST} articles; add it with `sayso add`.")
    return pages


def renamed(page: Page | Failure, path: Path, name: str) -> Page | Failure:
    """A page or a failure by the name that the visitor knows."""
    if isinstance(page, Failure):
        return msgspec.structs.replace(
            page, id=page.id.replace(str(path), name), message=page.message.replace(str(path), name)
        )
    return msgspec.structs.replace(page, id=PurePath(name).stem) if page.id == path.stem else page


def correct(ledger: Ledger, form: Mapping[str, str]) -> None:
    """Keep what a form corrects. Raises LedgerError, and WebError for a form that says nothing."""
    kind, by = form.get("kind", ""), form.get("by", "").strip()
    if kind not in get_args(Kind):
        raise WebError(f"{kind!r} is no kind of correction; there are {', '.join(get_args(Kind))}.")
    if not by:
        raise WebError("a correction has somebody who says so; give your name.")
    said = Correction(kind=kind, by=by, made_at=now(), note=form.get("note", "").strip() or None)  # type: ignore[arg-type]
    if kind in ("same", "different"):
        first, second = (person_of(ledger, form.get(name, "")) for name in ("who", "other"))
        ledger.correct(msgspec.structs.replace(said, who=first, other=second))
        return
    who = speaker_of(form) if kind == "speaker" else None
    value, statements = form.get("value") or None, ledger.statements_named(form.get("statement", ""))
    ledger.correct_all([msgspec.structs.replace(said, statement=s, value=value, who=who) for s in statements])


def speaker_of(form: Mapping[str, str]) -> Person:
    """The speaker that a form names."""
    kind = form.get("speaker_kind") or "person"
    if kind not in get_args(SpeakerKind):
        raise WebError(f"{kind!r} is no kind of speaker; there are {', '.join(get_args(SpeakerKind))}.")
    told = {name: form.get(name, "").strip() or None for name in ("role", "side")}
    return Person(name=form.get("name", "").strip(), kind=kind, **told)  # type: ignore[arg-type]


def person_of(ledger: Ledger, told: str) -> Person:
    """Somebody by number (*#12*) or by name."""
    if told.startswith("#") and told[1:].isdecimal():
        who = ledger.somebody(int(told[1:][:18]))
        return Person(name=who.name, kind=who.kind)
    return ledger.person_named(told)


def undo(ledger: Ledger, form: Mapping[str, str]) -> None:
    """Take a correction back. Raises LedgerError."""
    number, by = form.get("number", ""), form.get("by", "").strip()
    if not number.isdecimal() or len(number) > 18:
        raise MissingError(f"there is no correction {number!r}.")
    if not by:
        raise WebError("somebody takes it back; give your name.")
    ledger.undo(int(number), by, now())
