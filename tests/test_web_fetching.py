"""Fetching a page that a visitor names: from real servers on loopback, and never from behind the wall."""

from __future__ import annotations

import gzip
import socket
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address
from typing import Any

import pytest

from sayso.errors import InputError
from sayso.web.fetching import LARGEST, fetch, is_open, plain_url

PAGE = "<html><head><title>Так</title></head><body><p>Порт закрыт.</p></body></html>"


class Answers(BaseHTTPRequestHandler):
    """Answers by path, badly where the path says so."""

    def do_GET(self) -> None:
        path = self.path.strip("/")
        try:
            if path.startswith("to="):
                self.reply(302, {"Location": path[3:]})
            elif path == "loop":
                self.reply(302, {"Location": "/loop"})
            elif path == "packed":
                self.reply(
                    200,
                    {"Content-Encoding": "gzip", "Content-Type": "text/html; charset=utf-8"},
                    gzip.compress(PAGE.encode()),
                )
            elif path == "bomb":
                self.reply(200, {"Content-Encoding": "gzip"}, gzip.compress(b"\0" * (LARGEST * 4)))
            elif path == "torn":
                self.reply(200, {"Content-Encoding": "gzip"}, b"no gzip at all")
            elif path == "brotli":
                self.reply(200, {"Content-Encoding": "br"}, b"xx")
            elif path == "picture":
                self.reply(200, {"Content-Type": "image/png"}, b"x")
            elif path == "gone":
                self.reply(410, {})
            elif path == "endless":
                self.send_response(200)
                self.end_headers()
                while True:
                    self.wfile.write(b"x" * 65536)
            elif path == "drip":
                for letter in b"HTTP/1.1 200 OK\r\nX: " + b"x" * 999:
                    self.wfile.write(bytes((letter,)))
                    time.sleep(0.2)
            elif path == "torn-off":
                self.reply(200, {"Content-Encoding": "gzip"}, gzip.compress(PAGE.encode() * 99)[:-20])
            elif path.startswith("echo"):
                self.reply(200, {"Content-Type": "text/plain; charset=utf-8; x=y"}, self.path.encode())
            elif path == "slow":
                self.send_response(200)
                self.end_headers()
                while True:
                    self.wfile.write(b"x")
                    time.sleep(0.2)
            else:
                self.reply(200, {"Content-Type": "text/html; charset=windows-1251"}, PAGE.encode("cp1251"))
        except OSError:
            pass  # the reader has gone

    def reply(self, status: int, headers: dict[str, str], body: bytes = b"") -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *arguments: Any) -> None:
        pass


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Answers) as one:
        threading.Thread(target=one.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{one.server_port}"
        one.shutdown()


def anywhere(address: object) -> bool:
    return True


def test_a_page_comes_with_its_charset(server: str) -> None:
    page = fetch(f"{server}/page", anywhere)
    assert (page.body, page.charset, page.media, page.url) == (
        PAGE.encode("cp1251"),
        "windows-1251",
        "html",
        f"{server}/page",
    )


@pytest.mark.parametrize(
    "path",
    ["echo/Россия?q=мир&x=1", "to=/echo/Россия?q=мир&x=1", "echo/%D0%A0%D0%BE%D1%81%D1%81%D0%B8%D1%8F?q=мир&x=1#here"],
)
def test_addresses_in_any_letters(server: str, path: str) -> None:
    page = fetch(f"{server}/{path}", anywhere)
    assert page.body == b"/echo/%D0%A0%D0%BE%D1%81%D1%81%D0%B8%D1%8F?q=%D0%BC%D0%B8%D1%80&x=1"
    assert page.charset == "utf-8"


def test_hosts_in_any_letters() -> None:
    assert plain_url("http://президент.рф:8080/x") == "http://xn--d1abbgf6aiiy.xn--p1ai:8080/x"


def test_redirects_and_gzip(server: str) -> None:
    page = fetch(f"{server}/to=/packed", anywhere)
    assert (page.body, page.url) == (PAGE.encode(), f"{server}/packed")


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("loop", "leads on more than"),
        ("bomb", "more than 10 MiB"),
        ("torn", "its gzip is damaged"),
        ("torn-off", "its gzip is cut off"),
        ("to=http://[bad/", "which is no address"),
        ("brotli", "packed as br"),
        ("picture", "it is image/png"),
        ("gone", "answers 410"),
        ("endless", "more than 10 MiB"),
        ("to=file:///etc/passwd", "begins with http"),
        ("to=ftp://a.example/x", "begins with http"),
        ("to=http://user:secret@a.example/", "a name or a password"),
        ("to=http://nowhere.invalid/", "there is no such host"),
    ],
)
def test_what_is_no_page(server: str, path: str, told: str) -> None:
    with pytest.raises(InputError, match=told):
        fetch(f"{server}/{path}", anywhere)


@pytest.mark.parametrize("path", ["slow", "drip"])
def test_what_is_slow_is_left(server: str, path: str) -> None:
    started = time.monotonic()
    with pytest.raises(InputError, match="no answer in 1 seconds"):
        fetch(f"{server}/{path}", anywhere, seconds=1)
    assert time.monotonic() - started < 5


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "127.8.8.8", "0.0.0.0", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1",
        "224.0.0.1", "255.255.255.255", "::1", "::", "fe80::1", "fc00::1", "ff02::1", "::ffff:127.0.0.1",
        "::ffff:10.0.0.1", "2002:7f00:1::", "64:ff9b::7f00:1", "192.0.2.1", "fec0::1",
        "192.0.0.192", "168.63.129.16",
    ],
)  # fmt: skip
def test_addresses_behind_the_wall(address: str) -> None:
    assert not is_open(ip_address(address))


@pytest.mark.parametrize("address", ["8.8.8.8", "2a00:1450:4001::1"])
def test_addresses_of_the_open_internet(address: str) -> None:
    assert is_open(ip_address(address))


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "[::1]", "0", "2130706433", "0x7f.1", "127.1", "[::ffff:127.0.0.1]"]
)
def test_nothing_of_this_machine_is_fetched(server: str, host: str) -> None:
    port = server.rpartition(":")[2]
    with pytest.raises(InputError, match=r"is not fetched|no such host"):
        fetch(f"http://{host}:{port}/page")


def test_nor_after_a_redirect(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def allow(address: Any) -> bool:
        asked.append(str(address))
        return len(asked) == 1  # the first is let through, as a page outside would be

    with pytest.raises(InputError, match="is not fetched"):
        fetch(f"{server}/to=http://localhost:{server.rpartition(':')[2]}/page", allow)
    assert asked[0] == "127.0.0.1"


def test_the_connection_goes_to_the_address_that_was_checked(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name whose second answer is another address (DNS rebinding): there is no second question."""
    port, answers = int(server.rpartition(":")[2]), iter(["127.0.0.1", "10.0.0.1"])
    real = socket.getaddrinfo
    asked: list[str] = []

    def answer(host: Any, *rest: Any, **more: Any) -> Any:
        if host == "turn.example":
            asked.append(host)
            return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (next(answers), port))]
        return real(host, *rest, **more)

    monkeypatch.setattr(socket, "getaddrinfo", answer)
    assert fetch(f"http://turn.example:{port}/page", lambda address: str(address) == "127.0.0.1").body
    assert asked == ["turn.example"]


def test_one_address_of_several_is_enough_to_refuse(monkeypatch: pytest.MonkeyPatch) -> None:
    both = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (a, 80)) for a in ("8.8.8.8", "127.0.0.1")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *rest, **more: both)
    with pytest.raises(InputError, match="is not fetched"):
        fetch("http://two.example/")
