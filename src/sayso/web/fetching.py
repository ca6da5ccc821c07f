"""Fetching a page that a visitor names, and nothing behind the wall. In: a URL; out: a Page.

Every address that a name stands for, in the URL and after every redirect, must be one of the open internet, and the
connection goes to the very address that was checked, so that no second answer of the DNS changes it. Time, size and the
number of redirects are limited.
"""

from __future__ import annotations

import contextlib
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from typing import Any
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

import httpcore

from sayso.errors import InputError
from sayso.records import Media, Page
from sayso.version import VERSION

REDIRECTS = 5
SECONDS = 20.0
LARGEST = 10 * 2**20
AGENT = f"sayso/{VERSION} (reads one page that a person named)"
SCHEMES = ("http", "https")
KINDS = ("text/html", "application/xhtml+xml", "text/plain")
Address = IPv4Address | IPv6Address
# What the standard library takes for open and is not: site-local (RFC 3879), IETF's own (RFC 6890), and a cloud's host.
CLOSED = tuple(map(ip_network, ("fec0::/10", "192.0.0.0/24", "168.63.129.16/32")))


def is_open(address: Address) -> bool:
    """Whether an address is one of the open internet."""
    if any(address in network for network in CLOSED if network.version == address.version):
        return False
    mapped = getattr(address, "ipv4_mapped", None) or getattr(address, "sixtofour", None)
    if mapped is not None:
        return is_open(mapped)
    return address.is_global and not address.is_multicast and not address.is_reserved


class Walled(httpcore.NetworkBackend):
    """Connects to addresses that ``allow`` allows, and no others."""

    def __init__(self, allow: Callable[[Address], bool]) -> None:
        self.allow, self.inner = allow, httpcore.SyncBackend()
        self.streams: list[httpcore.NetworkStream] = []

    def connect_tcp(
        self, host: str, port: int, timeout: float | None = None, local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:  # fmt: skip
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            raise InputError(f"{host}: there is no such host ({error}); check the address.") from error
        addresses = [ip_address(str(entry[4][0]).partition("%")[0]) for entry in found]
        if not addresses or not all(map(self.allow, addresses)):
            raise InputError(f"{host}: it is an address of a private network or of this machine, and is not fetched.")
        stream = self.inner.connect_tcp(str(addresses[0]), port, timeout, local_address, socket_options)
        self.streams.append(stream)
        return stream

    def hang_up(self) -> None:
        """End what is still open, for a server that lets fall a byte now and then is never late by itself."""
        for stream in self.streams:
            with contextlib.suppress(OSError):
                stream.get_extra_info("socket").shutdown(socket.SHUT_RDWR)

    def connect_unix_socket(self, path: str, timeout: float | None = None, socket_options: Any = None) -> Any:
        raise InputError(f"{path}: sockets are not fetched.")

    def sleep(self, seconds: float) -> None:
        time.sleep(seconds)


def fetch(url: str, allow: Callable[[Address], bool] = is_open, seconds: float = SECONDS) -> Page:
    """The page at a URL. Raises InputError for an address that is not fetched, for what is no page, and for what is too
    large or too slow."""
    until, walled = time.monotonic() + seconds, Walled(allow)
    timer = threading.Timer(seconds, walled.hang_up)
    timer.daemon = True
    timer.start()
    try:
        with httpcore.ConnectionPool(ssl_context=ssl.create_default_context(), network_backend=walled) as pool:
            return followed(pool, url, until)
    except (httpcore.TimeoutException, TimeoutError) as error:
        raise InputError(f"{url}: no answer in {seconds:.0f} seconds; save the page and add it as a file.") from error
    except (httpcore.NetworkError, httpcore.ProtocolError, httpcore.UnsupportedProtocol, OSError) as error:
        if time.monotonic() >= until:
            raise InputError(f"{url}: no answer in {seconds:.0f} seconds; save the page as a file.") from error
        raise InputError(f"{url}: it cannot be fetched ({error}).") from error
    finally:
        timer.cancel()


def followed(pool: httpcore.ConnectionPool, url: str, until: float) -> Page:
    """The page at a URL, or where it leads."""
    at = plain_url(url)
    for _ in range(REDIRECTS + 1):
        answer, further = ask(pool, at, until)
        if answer is not None:
            return answer
        try:
            at = plain_url(urljoin(at, further))
        except ValueError as error:
            raise InputError(f"{url}: it leads to {further!r}, which is no address.") from error
    raise InputError(f"{url}: it leads on more than {REDIRECTS} times; name the page itself.")


def plain_url(url: str) -> str:
    """An address as it goes over the wire: in ASCII, without what is after #. Raises InputError."""
    check_url(url)
    parts = urlsplit(url)
    try:
        host = (parts.hostname or "").encode("idna").decode()
    except UnicodeError as error:
        raise InputError(f"{url}: its host is no name ({error}).") from error
    host = f"[{host}]" if ":" in host else host
    place = f"{host}:{parts.port}" if parts.port else host
    path, query = (quote(part, safe="%/:@!$&'()*+,;=~?[]") for part in (parts.path or "/", parts.query))
    return urlunsplit((parts.scheme, place, path, query, ""))


def check_url(url: str) -> None:
    """Raises InputError for an address that is none of a page."""
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError as error:
        raise InputError(f"{url}: it is no address ({error}).") from error
    if parts.scheme not in SCHEMES or not parts.hostname:
        raise InputError(f"{url}: an address begins with http:// or https://.")
    if parts.username is not None:
        raise InputError(f"{url}: an address with a name or a password is not fetched.")


def ask(pool: httpcore.ConnectionPool, url: str, until: float) -> tuple[Page | None, str]:
    """The page at a URL, or None and where it leads."""
    left = max(until - time.monotonic(), 0.01)
    limits = {"connect": left, "read": left, "write": left, "pool": left}
    headers: dict[bytes | str, bytes | str] = {
        "host": urlsplit(url).netloc,
        "user-agent": AGENT,
        "accept": ", ".join(KINDS),
        "accept-encoding": "gzip",
    }
    with pool.stream("GET", url, headers=headers, extensions={"timeout": limits}) as response:
        told = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in response.headers}
        if response.status in (301, 302, 303, 307, 308) and told.get("location"):
            return None, told["location"]
        if response.status != 200:
            raise InputError(f"{url}: the server answers {response.status}; save the page and add it as a file.")
        kind, _, rest = told.get("content-type", "text/html").partition(";")
        if kind.strip().lower() not in KINDS:
            raise InputError(f"{url}: it is {kind.strip()}, and a page is HTML or plain text.")
        body = body_of(url, response.iter_stream(), told.get("content-encoding", ""), until)
    charset = rest.lower().partition("charset=")[2].partition(";")[0].strip("\"' ") or None
    now = datetime.now(UTC).isoformat(timespec="seconds")
    media: Media = "text" if kind.strip().lower() == "text/plain" else "html"
    return Page(id=url, body=body, media=media, url=url, charset=charset, fetched_at=now), ""


def body_of(url: str, chunks: Iterable[bytes], encoding: str, until: float) -> bytes:
    """The body of an answer, unpacked and within the limits."""
    if encoding.lower() not in ("", "identity", "gzip"):
        raise InputError(f"{url}: it is packed as {encoding}, which is not read.")
    unpacker = zlib.decompressobj(wbits=31) if encoding.lower() == "gzip" else None
    body = bytearray()
    try:
        for chunk in chunks:
            body += unpacker.decompress(chunk, LARGEST + 1) if unpacker else chunk
            if len(body) > LARGEST or (unpacker and unpacker.unconsumed_tail):
                raise InputError(f"{url}: it has more than {LARGEST >> 20} MiB; no article does.")
            if time.monotonic() > until:
                raise TimeoutError
    except zlib.error as error:
        raise InputError(f"{url}: its gzip is damaged ({error}).") from error
    if time.monotonic() > until:  # what was hung up looks like an end
        raise TimeoutError
    if unpacker and not unpacker.eof:
        raise InputError(f"{url}: its gzip is cut off.")
    return bytes(body)
