"""What every answer of the server has, and what every request must have. In: a request; out: headers, a rank (nobody, a
reader or a writer), or a refusal.

On loopback without tokens everybody who reaches the server reads and writes. With tokens one logs in, or sends
``Authorization: Bearer``: the reading token reads, the writing token writes as well. A session is a signed cookie that
expires. Whatever writes needs a form's own token (HMAC of the visitor's cookie), and an Origin that is this server.
"""

from __future__ import annotations

import contextlib
import hmac
import logging
import secrets
import time
from collections import defaultdict, deque
from enum import IntEnum
from hashlib import sha256
from ipaddress import ip_address

import msgspec
from itsdangerous import BadSignature, TimestampSigner
from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from sayso.errors import WebError

HEADERS = {
    "content-security-policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}
SESSION = "sayso_session"
VISITOR = "sayso_visitor"
LASTS = 12 * 3600  # seconds of a session
LARGEST = 20 * 2**20  # bytes of a request's body
LOOPBACK = ("localhost", "127.0.0.1", "::1")


class Rank(IntEnum):
    """What a visitor may do."""

    NOBODY = 0
    READER = 1
    WRITER = 2


class Guard(msgspec.Struct, frozen=True):
    """Who may do what. ``hosts`` are the names that the server answers to; without tokens everybody writes. ``ended``
    are the sessions that were logged out of."""

    hosts: tuple[str, ...]
    read_token: str | None = None
    write_token: str | None = None
    key: str = msgspec.field(default_factory=lambda: secrets.token_hex(32))
    ended: set[str] = msgspec.field(default_factory=set)

    @property
    def closed(self) -> bool:
        """Whether one must log in."""
        return bool(self.read_token or self.write_token)

    def rank_of_token(self, token: str) -> Rank:
        """What a token allows; compared in constant time."""
        given = token.encode("utf-8", "replace")
        rank = Rank.NOBODY
        for known, allowed in ((self.read_token, Rank.READER), (self.write_token, Rank.WRITER)):
            if known and hmac.compare_digest(given, known.encode()):
                rank = max(rank, allowed)
        return rank

    def rank_of(self, request: Request) -> Rank:
        """What a visitor may do."""
        if not self.closed:
            return Rank.WRITER
        scheme, _, token = request.headers.get("authorization", "").partition(" ")
        if scheme.lower() == "bearer":
            return self.rank_of_token(token.strip())
        try:
            cookie = request.cookies.get(SESSION, "")
            signed = TimestampSigner(self.key).unsign(cookie, max_age=LASTS).decode()
            return Rank.NOBODY if signed in self.ended else Rank(int(signed.partition(":")[0]))
        except (BadSignature, ValueError):
            return Rank.NOBODY

    def session(self, rank: Rank) -> str:
        """The cookie of a session."""
        return TimestampSigner(self.key).sign(f"{int(rank)}:{secrets.token_urlsafe(12)}").decode()

    def end(self, request: Request) -> None:
        """End a visitor's session."""
        with contextlib.suppress(BadSignature):
            cookie = request.cookies.get(SESSION, "")
            self.ended.add(TimestampSigner(self.key).unsign(cookie, max_age=LASTS).decode())

    def form_token(self, visitor: str) -> str:
        """What a form must bring back."""
        return hmac.new(self.key.encode(), visitor.encode(), sha256).hexdigest()

    def check_form(self, request: Request, token: str) -> None:
        """Raises WebError for a form that does not come from a page of this server."""
        visitor = request.cookies.get(VISITOR, "")
        if not visitor or not hmac.compare_digest(token.encode("utf-8", "replace"), self.form_token(visitor).encode()):
            raise WebError("the form is too old, or not of this page; open the page anew and send it again.", 403)
        origin = request.headers.get("origin")
        if origin is not None and origin.partition("://")[2] != request.headers.get("host"):
            raise WebError(f"the form comes from {origin}, and this server takes its own only.", 403)


def check_binding(host: str, guard: Guard) -> None:
    """Raises WebError for a server that others can reach and everybody may use."""
    try:
        loopback = ip_address(host).is_loopback
    except ValueError:
        loopback = host == "localhost"
    if not loopback and not guard.closed:
        raise WebError(
            f"--host {host}: others can reach it; set SAYSO_WRITE_TOKEN (and SAYSO_READ_TOKEN for those who only read) "
            "to a secret of 16 characters or more, or stay with 127.0.0.1."
        )
    for token in (guard.read_token, guard.write_token):
        if token is not None and len(token) < 16:
            raise WebError(
                "a token has fewer than 16 characters; "
                "`python -c 'import secrets; print(secrets.token_urlsafe())'` makes one."
            )


class Limit:
    """At most so many times in so many seconds, for each key."""

    def __init__(self, times: int, seconds: float) -> None:
        self.times, self.seconds = times, seconds
        self.seen: dict[str, deque[float]] = defaultdict(deque)

    def check(self, key: str) -> None:
        """Raises WebError for one time too many."""
        now = time.monotonic()
        for other in [k for k, seen in self.seen.items() if seen and seen[-1] < now - self.seconds]:
            del self.seen[other]
        seen = self.seen[key]
        while seen and seen[0] < now - self.seconds:
            seen.popleft()
        if len(seen) >= self.times:
            raise WebError(f"at most {self.times} times in {self.seconds:.0f} seconds; wait a little.", 429)
        seen.append(now)


class Shield:
    """Refuses requests for other hosts and bodies that are too large, and sets the headers of every answer."""

    def __init__(self, app: ASGIApp, hosts: tuple[str, ...]) -> None:
        self.app, self.hosts = app, hosts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        request = Request(scope)

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
                if not request.url.path.startswith("/static/"):
                    headers.setdefault("cache-control", "private, no-cache")
            await send(message)

        refusal = self.refusal(request)
        if refusal:
            await refusal(scope, receive, with_headers)
            return
        taken = 0

        async def limited() -> Message:
            nonlocal taken
            message = await receive()
            taken += len(message.get("body", b""))
            if taken > LARGEST:
                raise WebError(f"the request has more than {LARGEST >> 20} MiB; send less at a time.", 413)
            return message

        try:
            await self.app(scope, limited, with_headers)
        except Exception:  # whatever it is, the visitor is told so, with the headers, and the log has the rest
            logging.getLogger("sayso.web").exception("%s %s", request.method, request.url.path)
            told = PlainTextResponse("Something went wrong here; the server's log has more.\n", 500)
            with contextlib.suppress(RuntimeError):  # where an answer has begun already
                await told(scope, receive, with_headers)

    def refusal(self, request: Request) -> Response | None:
        """The answer to a request that is not taken."""
        host = request.headers.get("host", "")
        name = host.rsplit(":", 1)[0].strip("[]") if not host.endswith("]") else host.strip("[]")
        if name.lower() not in self.hosts:
            return PlainTextResponse("This server does not answer to that name; see sayso serve --name.\n", 421)
        length = request.headers.get("content-length", "0")
        if not length.isdecimal() or int(length) > LARGEST:
            return PlainTextResponse(f"At most {LARGEST >> 20} MiB are taken at a time.\n", 413)
        return None
