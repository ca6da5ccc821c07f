"""The application. In: a ledger and a guard; out: an ASGI app: the pages of ``pages``, each with its .json twin made
from the same record, what changes the ledger, feeds, exports, and the description in OpenAPI."""

from __future__ import annotations

import logging
import re
import secrets
import tempfile
import zipfile
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, get_args
from urllib.parse import quote, unquote, urlencode

import msgspec
from jinja2 import Environment, PackageLoader, StrictUndefined
from sqlalchemy.exc import SQLAlchemyError
from starlette.applications import Starlette
from starlette.background import BackgroundTask
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ExceptionHandler

from sayso.errors import LedgerError, MissingError, SaysoError, WebError
from sayso.export.export import export
from sayso.export.formats import FORMATS
from sayso.ledger.ledger import Ledger
from sayso.ledger.query import parse_query
from sayso.records import Act, SpeakerKind
from sayso.version import VERSION
from sayso.web.feed import feed
from sayso.web.jobs import Jobs
from sayso.web.openapi import openapi
from sayso.web.page import Page
from sayso.web.pages import PAGES
from sayso.web.safety import SESSION, VISITOR, Guard, Limit, Rank, Shield
from sayso.web.setting import FILTERS
from sayso.web.writing import correct, pages_of_form, undo

FOLDER = Path(__file__).parent
NAME, UNAVAILABLE = "sayso_by", 503
LONGEST = 2_000  # characters of a field
FEED = 50  # statements of a feed
ADDING, LOGINS, WRITES = (30, 60.0), (10, 60.0), (120, 60.0)  # times in seconds, for each visitor's address
FORM = {"max_files": 1, "max_fields": 30, "max_part_size": 8 * 2**20}


class Desk:
    """A ledger's pages."""

    def __init__(self, ledger: Ledger, guard: Guard, *, secure: bool = False) -> None:
        """``secure`` where the server is reached by https, so that cookies go no other way."""
        self.ledger, self.guard, self.secure = ledger, guard, secure
        self.jobs = Jobs(ledger)
        self.adding, self.logins, self.writes = Limit(*ADDING), Limit(*LOGINS), Limit(*WRITES)
        loader = PackageLoader("sayso.web", "templates")
        self.templates = Environment(
            loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
        )
        self.templates.filters.update(FILTERS)
        self.templates.globals.update(
            acts=get_args(Act), kinds=get_args(SpeakerKind), formats=tuple(FORMATS), version=VERSION
        )

    def app(self) -> Starlette:
        """The application."""
        routes = [Route("/", self.page(PAGES[0]), methods=["GET"])]
        for page in PAGES:
            routes.append(Route(f"{page.path}.json", self.twin(page), methods=["GET"]))  # before what holds any name
            routes.append(Route(page.path, self.page(page), methods=["GET"]))
        routes += [
            Route("/openapi.json", self.described, methods=["GET"]),
            Route("/feed.atom", self.fed, methods=["GET"]),
            Route("/export/{form}", self.exported, methods=["GET"]),
            Route("/add", self.add_form, methods=["GET"]),
            Route("/add", self.add, methods=["POST"]),
            Route("/job/{id}", self.job, methods=["GET"]),
            Route("/correct", self.correct, methods=["POST"]),
            Route("/undo", self.undo, methods=["POST"]),
            Route("/login", self.login_form, methods=["GET"]),
            Route("/login", self.login, methods=["POST"]),
            Route("/logout", self.logout, methods=["POST"]),
        ]
        static = Mount("/static", StaticFiles(directory=FOLDER / "static"))
        handlers: Mapping[Any, ExceptionHandler] = {SaysoError: self.refused, 404: self.missing, 405: self.missing}
        return Starlette(
            routes=[*routes, static],
            middleware=[Middleware(Shield, hosts=self.guard.hosts)],
            exception_handlers=handlers,
            lifespan=self.lifespan,
        )

    @asynccontextmanager
    async def lifespan(self, app: Starlette) -> AsyncIterator[None]:
        yield
        self.jobs.close()

    # What is read

    def page(self, page: Page) -> Callable[[Request], Response]:
        """The HTML of a page."""

        def show(request: Request) -> Response:
            self.need(request, Rank.READER)
            return self.html(request, page.name, page=self.record(page, request))

        return show

    def twin(self, page: Page) -> Callable[[Request], Response]:
        """The record of a page."""

        def show(request: Request) -> Response:
            self.need(request, Rank.READER)
            return json(self.record(page, request))

        return show

    def record(self, page: Page, request: Request) -> msgspec.Struct:
        """What a page shows. Raises WebError for what cannot be asked, LedgerError and QueryError."""
        told: dict[str, Any] = {**request.query_params, **request.path_params}
        told = {name: value for name, value in told.items() if name in page.asks.__struct_fields__}
        if any("\0" in str(value) for value in told.values()):
            raise WebError("what is asked has a NUL character in it; leave it out.")
        try:
            asked = msgspec.convert(told, page.asks, strict=False)
        except msgspec.ValidationError as error:
            raise WebError(f"what is asked cannot be read: {error}.") from error
        return page.build(self.ledger, asked)

    def described(self, request: Request) -> Response:
        self.need(request, Rank.READER)
        return json(openapi(PAGES))

    def fed(self, request: Request) -> Response:
        self.need(request, Rank.READER)
        q = request.query_params.get("q", "")
        hits = self.ledger.search(parse_query(q), limit=FEED)
        base = str(request.base_url.replace(scheme="https") if self.secure else request.base_url).rstrip("/")
        return Response(feed(hits, q, base), media_type="application/atom+xml")

    def exported(self, request: Request) -> Response:
        """What a search finds in one of FORMATS; folders are packed."""
        self.need(request, Rank.READER)
        form = request.path_params["form"]
        if form not in FORMATS:
            raise WebError(f"{form!r} is no format; there are {', '.join(FORMATS)}.", 404)
        articles = self.ledger.articles(parse_query(request.query_params.get("q", "")))
        folder = tempfile.TemporaryDirectory()
        out = Path(folder.name) / f"sayso{FORMATS[form].suffix}"
        try:
            export(articles, form, out)
            if out.is_dir():
                out = packed(out, Path(folder.name) / f"sayso-{form}.zip")
        except BaseException:
            folder.cleanup()
            raise
        return FileResponse(out, filename=out.name, background=BackgroundTask(folder.cleanup))

    # What changes the ledger

    def add_form(self, request: Request) -> Response:
        self.need(request, Rank.WRITER)
        return self.html(request, "add")

    async def add(self, request: Request) -> Response:
        told, upload = await self.told(request, self.adding)
        pages = await run_in_threadpool(pages_of_form, told, upload)
        if not pages:
            raise WebError("the file holds no article.")
        return RedirectResponse(f"/job/{self.jobs.start(pages).id}", 303)

    def job(self, request: Request) -> Response:
        """How far a job is; when its one article is in the ledger, on to that."""
        self.need(request, Rank.WRITER)
        job = self.jobs.get(request.path_params["id"])
        if job.state == "done" and len(job.done) == 1 and job.done[0].number:
            return RedirectResponse(f"/article/{job.done[0].number}", 303)
        return self.html(request, "job", job=job)

    async def correct(self, request: Request) -> Response:
        told, _ = await self.told(request, self.writes)
        await run_in_threadpool(correct, self.ledger, told)
        return self.back(told)

    async def undo(self, request: Request) -> Response:
        told, _ = await self.told(request, self.writes)
        await run_in_threadpool(undo, self.ledger, told)
        return self.back(told)

    async def told(self, request: Request, limit: Limit) -> tuple[dict[str, str], tuple[str, bytes] | None]:
        """The fields of a form that may change the ledger, and the name and content of a file that comes with it."""
        self.need(request, Rank.WRITER)  # before a body is taken
        async with request.form(**FORM) as form:
            told, file = checked(form), form.get("file")
            upload = (file.filename or "", await file.read()) if isinstance(file, UploadFile) else None
        self.allow(request, told, limit)
        return told, upload

    def back(self, told: Mapping[str, str]) -> Response:
        """To the page that a form stands on, which is one of this server; the visitor's name is remembered."""
        response = RedirectResponse(within(told.get("back", "/")), 303)
        if name := told.get("by", "").strip():
            self.keep(response, NAME, quote(name), 365 * 86400)
        return response

    # Who may

    def login_form(self, request: Request) -> Response:
        return self.html(request, "login")

    async def login(self, request: Request) -> Response:
        async with request.form(**FORM) as form:
            token, given, to = (str(form.get(name, "")) for name in ("token", "form_token", "back"))
        self.logins.check(visitor_of(request))
        self.guard.check_form(request, given)
        rank = self.guard.rank_of_token(token.strip())
        if rank is Rank.NOBODY:
            raise WebError("that is not a token of this server.", 401)
        response = RedirectResponse(within(to), 303)
        self.keep(response, SESSION, self.guard.session(rank), None)
        return response

    async def logout(self, request: Request) -> Response:
        async with request.form(**FORM) as form:
            self.guard.check_form(request, str(form.get("form_token", "")))
        self.guard.end(request)
        response = RedirectResponse("/login", 303)
        response.delete_cookie(SESSION)
        return response

    def need(self, request: Request, rank: Rank) -> None:
        """Raises WebError for a visitor who may not."""
        has = self.guard.rank_of(request)
        if has is Rank.NOBODY:
            if "authorization" in request.headers:
                self.logins.check(visitor_of(request))
            raise WebError("this server needs a token; log in.", 401)
        if has < rank:
            raise WebError("your token reads only.", 403)

    def allow(self, request: Request, told: Mapping[str, str], limit: Limit) -> None:
        """Raises WebError for a writer's form that may not change the ledger. Who sends a token with the request
        itself, as no page of another server can make a browser do, needs no form's token."""
        if not (self.guard.closed and request.headers.get("authorization")):
            self.guard.check_form(request, told.get("form_token", ""))
        limit.check(visitor_of(request))

    # How it is set

    def html(self, request: Request, name: str, status: int = 200, **shown: Any) -> Response:
        """A page, with what all pages have."""
        visitor = request.cookies.get(VISITOR) or secrets.token_urlsafe(24)
        rank = self.guard.rank_of(request)
        text = self.templates.get_template(f"{name}.html").render(
            request=request, here=here_of(request), q=request.query_params.get("q", ""), rank=rank, guard=self.guard,
            form_token=self.guard.form_token(visitor), by=name_of(request), writes=rank >= Rank.WRITER, **shown,
        )  # fmt: skip
        response = HTMLResponse(text, status)
        if not request.cookies.get(VISITOR):
            self.keep(response, VISITOR, visitor, None)
        return response

    def keep(self, response: Response, name: str, value: str, seconds: int | None) -> None:
        """Set a cookie that no script reads and no other site sends."""
        response.set_cookie(name, value, max_age=seconds, httponly=True, samesite="lax", secure=self.secure)

    async def refused(self, request: Request, error: Exception) -> Response:
        """The answer to what is refused: who must log in is led there."""
        status, message = status_of(error), str(error)
        if status == UNAVAILABLE:
            logging.getLogger("sayso.web").error("%s", error)
            message = "the ledger cannot be reached now; try again in a moment."
        by_program = wants_json(request) or "authorization" in request.headers
        if status == 401 and request.method == "GET" and not by_program:
            return RedirectResponse(f"/login?{urlencode({'next': here_of(request)})}", 303)
        return await self.problem(request, status, message)

    async def missing(self, request: Request, error: Exception) -> Response:
        status = getattr(error, "status_code", 404)
        message = "there is no such page." if status == 404 else "this cannot be asked in that way."
        return await self.problem(request, status, message)

    async def problem(self, request: Request, status: int, message: str) -> Response:
        """What went wrong, for a program or for a person."""
        if wants_json(request) or (status == 401 and "authorization" in request.headers):
            return json({"error": message}, status)
        return await run_in_threadpool(self.html, request, "error", status, message=message)


def checked(form: FormData) -> dict[str, str]:
    """The fields of a form that are text. Raises WebError for what is none, or too long."""
    told = {name: value for name, value in form.items() if isinstance(value, str)}
    for name, value in told.items():
        if "\0" in value or any("\ud800" <= c <= "\udfff" for c in value):
            raise WebError(f"the field {name} holds a character that is none; leave it out.")
        if name != "text" and len(value) > LONGEST:
            raise WebError(f"the field {name} has {len(value):,} characters, and {LONGEST:,} are the most.")
    return told


def within(address: str) -> str:
    """An address of this server; the first page for one of another."""
    return address if re.fullmatch(r"/(?![/\\])[\x21-\x7e]*", address) else "/"


def json(record: Any, status: int = 200) -> Response:
    return Response(msgspec.json.encode(record), status, media_type="application/json")


def wants_json(request: Request) -> bool:
    return request.url.path.endswith(".json")


def status_of(error: Exception) -> int:
    """The status of HTTP for an error."""
    if isinstance(error, WebError):
        return error.status
    if isinstance(error, MissingError):
        return 404
    # The driver's errors come from another one; those of ours are the visitor's.
    return UNAVAILABLE if isinstance(error, LedgerError) and isinstance(error.__cause__, SQLAlchemyError) else 400


def visitor_of(request: Request) -> str:
    """Whom a limit counts."""
    return request.client.host if request.client else ""


def here_of(request: Request) -> str:
    """The address of a page within the server."""
    return request.url.path + (f"?{request.url.query}" if request.url.query else "")


def name_of(request: Request) -> str:
    """The name that a visitor gave before."""
    return unquote(request.cookies.get(NAME, ""))


def packed(folder: Path, path: Path) -> Path:
    """A folder as a zip file."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in sorted(folder.iterdir()):
            archive.write(file, file.name)
    return path
