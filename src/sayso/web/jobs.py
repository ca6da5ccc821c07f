"""Adding in the background, one job after another, for the model reads one text at a time. In: pages; out: jobs whose
state a page can show."""

from __future__ import annotations

import secrets
import threading
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Literal

import msgspec

from sayso.errors import LedgerError, SaysoError, WebError
from sayso.ledger.ledger import Ledger
from sayso.read import read_many
from sayso.records import Failure, Page

KEPT = 100  # jobs that are remembered
WAITING = 20  # jobs that may wait


class Added(msgspec.Struct, frozen=True):
    """What became of an article: its name, what was new about it, its number in the ledger, how many statements it has,
    or why it could not be read."""

    name: str
    state: str
    number: int | None = None
    statements: int = 0


class Job(msgspec.Struct, frozen=True):
    """A job: how many articles it has, what became of those that are done, and whether all are."""

    id: str
    articles: int
    done: tuple[Added, ...] = ()
    state: Literal["waiting", "reading", "done"] = "waiting"


class Jobs:
    """The jobs of a server."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self.jobs: OrderedDict[str, Job] = OrderedDict()
        self.lock = threading.Lock()
        self.pool = ThreadPoolExecutor(1, thread_name_prefix="sayso-add")

    def start(self, pages: Sequence[Page | Failure]) -> Job:
        """Begin a job. Raises WebError where too many wait."""
        with self.lock:
            if sum(job.state != "done" for job in self.jobs.values()) >= WAITING:
                raise WebError("too many articles wait to be read; try again in a minute.", 429)
            job = Job(secrets.token_urlsafe(12), len(pages))
            self.jobs[job.id] = job
            while len(self.jobs) > KEPT:
                self.jobs.popitem(last=False)
        self.pool.submit(self.work, job, tuple(pages))
        return job

    def get(self, id: str) -> Job:
        """The job of an id. Raises WebError where there is none."""
        job = self.jobs.get(id)
        if job is None:
            raise WebError("there is no such job; what it added is in the ledger.", 404)
        return job

    def work(self, job: Job, pages: tuple[Page | Failure, ...]) -> None:
        """Read the pages of a job and keep them."""
        self.tell(job := msgspec.structs.replace(job, state="reading"))
        try:
            for added in self.added(pages):
                self.tell(job := msgspec.structs.replace(job, done=(*job.done, added)))
        except SaysoError as error:
            job = msgspec.structs.replace(job, done=(*job.done, Added("", str(error))))
        except Exception as error:  # whatever it is, the visitor must hear of it, and the next job must run
            job = msgspec.structs.replace(job, done=(*job.done, Added("", f"{type(error).__name__}: {error}")))
        self.tell(msgspec.structs.replace(job, state="done"))

    def added(self, pages: Sequence[Page | Failure]) -> Iterator[Added]:
        for result in read_many(pages):
            if isinstance(result, Failure):
                yield Added(result.id, result.message)
                continue
            try:
                state, number = self.ledger.add(result), self.ledger.number_of(result.document)
            except LedgerError as error:
                yield Added(result.document.id, str(error))
            else:
                yield Added(result.document.id, state, number, len(result.statements))

    def tell(self, job: Job) -> None:
        with self.lock:
            if job.id in self.jobs:
                self.jobs[job.id] = job

    def close(self) -> None:
        self.pool.shutdown(wait=False, cancel_futures=True)
