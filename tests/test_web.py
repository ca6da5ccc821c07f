"""The pages of a ledger, on SQLite and on PostgreSQL, without a browser: each with its twin; and attacks on them."""

from __future__ import annotations

import re
import time
import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import Any

import msgspec
import pytest
from starlette.testclient import TestClient

from sayso.errors import WebError
from sayso.ledger.ledger import Ledger
from sayso.web.app import LOGINS, Desk
from sayso.web.feed import ATOM
from sayso.web.pages import PAGES
from sayso.web.safety import HEADERS, LARGEST, LASTS, SESSION, Guard, Limit, check_binding
from tests.said import said, who

HOSTS = ("desk.example",)
READ, WRITE = "r" * 20, "w" * 20
EVIL = "<script>alert(1)</script>"
LIMA, SHOIGU = who("Ana Lima", "Portugal"), who("Сергей Шойгу", "Russia")
LINE = "{{1s Lima}} {{1q {cue}}} {{1c the second gate of the old port will open in {month}}}."


def fill(ledger: Ledger) -> None:
    for number, (cue, month, day, outlet) in enumerate(
        (("promised", "May", "2025-03-12", "Post"), ("said", "June", "2025-03-13", "Star"))
    ):
        line = LINE.format(cue=cue, month=month)
        ledger.add(said(line, LIMA, day=day, outlet=outlet, act="promise", url=f"https://a.example/{number}"))
    ledger.add(
        said("{1s Шойгу} {1q сказал}, что {1c НАТО закрыло порт}.", SHOIGU, lang="ru", named="НАТО", outlet="Звезда")
    )
    ledger.add(said(f"{{1s Eva}} {{1q said}} {{1c {EVIL} 🙂}}.", who(EVIL), outlet=EVIL, url="javascript:alert(1)"))


@contextmanager
def client(where: str, **guard: Any) -> Iterator[TestClient]:
    with Ledger(where) as ledger:
        desk = Desk(ledger, Guard(HOSTS, **guard))
        with TestClient(desk.app(), base_url="http://desk.example", follow_redirects=False) as one:
            yield one


@pytest.fixture
def desk(where: str) -> Iterator[TestClient]:
    with Ledger(where) as ledger:
        fill(ledger)
    with client(where) as one:
        yield one


@pytest.fixture
def closed(tmp_path: Path) -> Iterator[TestClient]:
    """A server that asks for tokens."""
    with Ledger(tmp_path / "ledger.sqlite") as ledger:
        fill(ledger)
    with client(str(tmp_path / "ledger.sqlite"), read_token=READ, write_token=WRITE) as one:
        yield one


def form_token(desk: TestClient, page: str = "/add") -> str:
    found = re.search(r'name="form_token" value="([0-9a-f]+)"', desk.get(page).text)
    assert found
    return found[1]


def addresses(desk: TestClient) -> list[str]:
    """Pages of every kind."""
    hit = desk.get("/search.json").json()["hits"][0]
    speaker = desk.get("/search.json?q=gate").json()["hits"][0]["who"]
    return [
        "/search", "/search?q=gate&sort=relevance", f"/article/{hit['document']}", f"/speaker/{speaker}",
        f"/statement/{hit['id']}", "/compare?by=outlet", "/compare?first=2025-03-12&second=2025-03-13", "/figures",
        "/voices?once=true", "/corrections",
    ]  # fmt: skip


# What is read


def test_every_page_has_its_twin_made_from_the_same_record(desk: TestClient) -> None:
    kinds = {page.path.split("/")[1]: page.shows for page in PAGES}
    for address in addresses(desk):
        path, _, query = address.partition("?")
        page, twin = desk.get(address), desk.get(f"{path}.json?{query}")
        assert (page.status_code, twin.status_code) == (200, 200), address
        assert page.headers["content-type"].startswith("text/html")
        msgspec.json.decode(twin.content, type=kinds[path.split("/")[1]])


def test_home_finds_and_narrows(desk: TestClient) -> None:
    record = desk.get("/search.json?q=gate").json()
    assert [hit["outlet"] for hit in record["hits"]] == ["Star", "Post"]
    assert (record["counted"], record["distinct"], record["whole"]) == (2, 1, True)
    (speaker,) = next(f["values"] for f in record["facets"] if f["name"] == "speaker")
    assert desk.get("/search.json", params={"q": speaker["q"]}).json()["counted"] == 2
    assert "<mark>gate</mark>" in desk.get("/?q=gate").text


def test_an_article_is_marked_in_place(desk: TestClient) -> None:
    hit = desk.get("/search.json?q=outlet:Post").json()["hits"][0]
    record = desk.get(f"/article/{hit['document']}.json").json()
    runs = [run for paragraph in record["paragraphs"] for run in paragraph["runs"]]
    assert "".join(run["text"] for run in runs) == "Lima promised the second gate of the old port will open in May."
    assert [(run["text"], run["marks"][0]["role"]) for run in runs if run["marks"]][:2] == [
        ("Lima", "source"),
        ("promised", "cue"),
    ]
    assert record["by_side"][0] | {"words": 0} == {"name": "Portugal", "words": 0, "part": 1.0, "start": 0.0}


def test_somebody_in_either_script(desk: TestClient) -> None:
    number = desk.get("/search.json?q=speaker:Shoigu").json()["hits"][0]["who"]
    record = desk.get(f"/speaker/{number}.json").json()
    assert record["somebody"]["name"] == "Сергей Шойгу"
    assert record["somebody"]["sides"][0]["name"] == "Russia"
    (topic,) = next(f["values"] for f in record["facets"] if f["name"] == "about")
    assert (topic["value"], desk.get("/search.json", params={"q": topic["q"]}).json()["counted"]) == ("НАТО", 1)


def test_variants_and_comparisons(desk: TestClient) -> None:
    hit = desk.get("/search.json?q=gate").json()["hits"][0]
    differences = [v["differences"] for v in desk.get(f"/statement/{hit['id']}.json").json()["variants"]]
    assert {"field": "words", "first": "May", "here": "June"} in differences[1]
    columns = desk.get("/compare.json?q=gate&first=2025-03-12&second=2025-03-13").json()["columns"]
    assert [column["statements"] for column in columns] == [1, 1]
    assert [c["statements"] for c in desk.get("/compare.json?names=russia").json()["columns"]] == [1]


@pytest.mark.parametrize(
    ("address", "status", "told"),
    [
        ("/article/99", 404, "there is no article 99"),
        ("/speaker/99", 404, "nobody with the number 99"),
        ("/statement/abc", 404, "there is no statement"),
        ("/article/x", 400, "cannot be read"),
        ("/article/99999999999999999999999999", 400, "cannot be read"),
        ("/search?sort=size", 400, "cannot be read"),
        ("/search?q=%22open", 400, "the quotation mark is not closed"),
        ("/search?after=zz", 400, "is no place to go on from"),
        ("/search?q=a%00b", 400, "NUL"),
        ("/nowhere", 404, "no such page"),
    ],
)
def test_what_cannot_be_asked(desk: TestClient, address: str, status: int, told: str) -> None:
    path, _, query = address.partition("?")
    page, twin = desk.get(address), desk.get(f"{path}.json?{query}")
    assert (page.status_code, twin.status_code) == (status, status)
    assert told in page.text.replace("&#34;", '"')
    assert told in twin.json()["error"]


def test_a_feed(desk: TestClient) -> None:
    answer = desk.get("/feed.atom?q=gate")
    root = ET.fromstring(answer.content)
    assert answer.headers["content-type"].startswith("application/atom+xml")
    entries = root.findall(f"{{{ATOM}}}entry")
    assert [e.findtext(f"{{{ATOM}}}updated") for e in entries] == ["2025-03-13T00:00:00Z", "2025-03-12T00:00:00Z"]
    links = [e.find(f"{{{ATOM}}}link").get("href") for e in entries]  # type: ignore[union-attr]
    assert desk.get(links[0] or "").status_code == 200


def test_exports(desk: TestClient) -> None:
    answer = desk.get("/export/csv?q=gate")
    assert len(answer.text.splitlines()) == 3
    assert "attachment" in answer.headers["content-disposition"]
    with zipfile.ZipFile(BytesIO(desk.get("/export/tei").content)) as archive:
        assert archive.namelist()[0].endswith(".xml")
    assert desk.get("/export/doc").status_code == 404


def test_an_empty_ledger_says_what_to_do(where: str) -> None:
    with client(where) as one:
        for address in ("/", "/compare", "/figures", "/voices", "/corrections"):
            assert 'class="empty"' in one.get(address).text


# What changes the ledger


def wait(desk: TestClient, address: str) -> Any:
    for _ in range(600):
        answer = desk.get(address)
        if answer.status_code != 200 or "http-equiv" not in answer.text:
            return answer
        time.sleep(0.1)
    raise AssertionError("the job does not end")


def test_a_text_is_added_and_seen(desk: TestClient) -> None:
    fields = {
        "form_token": form_token(desk),
        "text": "“We will open the gate in May,” Ana Ruiz said.",
        "published": "2025-03-14",
    }
    answer = desk.post("/add", data=fields)
    assert answer.status_code == 303
    done = wait(desk, answer.headers["location"])
    assert (done.status_code, done.headers["location"][:9]) == (303, "/article/")
    assert "Ana Ruiz" in desk.get(done.headers["location"]).text


def test_a_file_of_many_is_added(desk: TestClient) -> None:
    lines = b'{"id": "1", "text": "\\u201cYes,\\u201d Ana Ruiz said."}\n{"id": "2"}\n'
    answer = desk.post("/add", data={"form_token": form_token(desk)}, files={"file": ("../../many.jsonl", lines)})
    text = wait(desk, answer.headers["location"]).text
    assert "1 statements" in text
    assert "not read:" in text
    assert "/tmp" not in text


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({}, "nothing was given"),
        ({"text": "so", "published": "soon"}, "not an ISO date"),
        ({"address": "http://127.0.0.1/x"}, "is not fetched"),
        ({"address": "file:///etc/passwd"}, "begins with http"),
    ],
)
def test_what_cannot_be_added(desk: TestClient, fields: dict[str, str], told: str) -> None:
    answer = desk.post("/add", data={"form_token": form_token(desk), **fields})
    assert (answer.status_code, told in answer.text) == (400, True)


def test_corrections_are_kept_and_undone(desk: TestClient) -> None:
    hit = desk.get("/search.json?q=outlet:Post").json()["hits"][0]
    fields = {"form_token": form_token(desk), "statement": hit["id"], "by": "Ed", "back": f"/article/{hit['document']}"}
    answer = desk.post("/correct", data={**fields, "kind": "act", "value": "deny"})
    assert (answer.status_code, answer.headers["location"]) == (303, f"/article/{hit['document']}")
    assert desk.get("/search.json?q=act:deny").json()["hits"][0]["corrected"] == ["act"]
    desk.post("/correct", data={**fields, "kind": "speaker", "name": "Eva Ruiz", "side": "Chile"})
    assert desk.get("/search.json?q=side:Chile").json()["counted"] == 1
    for number in (1, 2):
        desk.post("/undo", data={**fields, "number": str(number)})
    assert desk.get("/search.json?q=outlet:Post").json()["hits"][0] == hit
    assert desk.get("/corrections").text.count("undone by Ed") == 2


def test_what_is_undone_is_corrected_again_at_once(desk: TestClient) -> None:
    hit = desk.get("/search.json?q=outlet:Post").json()["hits"][0]
    fields = {"form_token": form_token(desk), "statement": hit["id"], "by": "Ed", "kind": "act", "value": "deny"}
    desk.post("/correct", data=fields)
    desk.post("/undo", data={**fields, "number": "1"})
    desk.post("/correct", data=fields)
    assert desk.get("/search.json?q=act:deny").json()["counted"] == 1


def test_two_are_said_to_be_one(desk: TestClient) -> None:
    lima = desk.get("/search.json?q=gate").json()["hits"][0]["who"]
    fields = {"form_token": form_token(desk), "by": "Ed", "kind": "same", "who": f"#{lima}", "other": "Сергей Шойгу"}
    assert desk.post("/correct", data=fields).status_code == 303
    assert {hit["speaker"] for hit in desk.get("/search.json?q=gate").json()["hits"]} == {"Сергей Шойгу"}


@pytest.mark.parametrize("to", ["/a\r\nX: y", "https://evil.example/", "//evil.example", "/\\evil.example"])
def test_nobody_is_led_away(desk: TestClient, to: str) -> None:
    hit = desk.get("/search.json?q=gate").json()["hits"][0]
    fields = {"form_token": form_token(desk), "statement": hit["id"], "by": "Ed", "kind": "none", "back": to}
    assert desk.post("/correct", data=fields).headers["location"] == "/"


# Attacks


def test_no_html_of_an_article_is_rendered(desk: TestClient) -> None:
    for address in addresses(desk):
        assert EVIL not in desk.get(address).text
    evil = desk.get("/search.json?q=alert").json()["hits"][0]
    text = desk.get(f"/article/{evil['document']}").text
    assert "&lt;script&gt;" in text
    assert 'href="javascript' not in text
    assert EVIL not in desk.get("/", params={"q": f'"{EVIL}"'}).text


def test_every_answer_has_its_headers(desk: TestClient) -> None:
    for address in (*addresses(desk), "/nowhere", "/static/style.css", "/feed.atom", "/search.json", "/export/csv"):
        answer = desk.get(address)
        assert {name: answer.headers[name] for name in HEADERS} == HEADERS, address
    assert "unsafe" not in HEADERS["content-security-policy"]
    inline = re.compile(r"<script(?! src)|<style| style=| on[a-z]+=|javascript:")
    assert not [a for a in addresses(desk) if inline.search(desk.get(a).text)]


@pytest.mark.parametrize("host", ["evil.example", "desk.example.evil.example", "127.0.0.1:80", ""])
def test_another_name_is_refused(desk: TestClient, host: str) -> None:
    assert desk.get("/", headers={"host": host}).status_code == 421


@pytest.mark.parametrize("path", ["/add", "/correct", "/undo"])
def test_a_form_of_another_page_is_refused(desk: TestClient, path: str) -> None:
    token = form_token(desk)
    assert desk.post(path, data={"text": "so"}).status_code == 403
    assert desk.post(path, data={"text": "so", "form_token": "0" * 64}).status_code == 403
    assert (
        desk.post(
            path, data={"text": "so", "form_token": token}, headers={"origin": "https://evil.example"}
        ).status_code
        == 403
    )
    desk.cookies.clear()
    assert desk.post(path, data={"text": "so", "form_token": token}).status_code == 403


def test_what_is_too_large_is_refused(desk: TestClient) -> None:
    assert desk.post("/add", headers={"content-length": str(LARGEST + 1)}, content=b"").status_code == 413

    def endless() -> Iterator[bytes]:
        for _ in range(LARGEST // 2**20 + 2):
            yield b"x" * 2**20

    boundary = {"content-type": "application/x-www-form-urlencoded"}
    assert desk.post("/add", content=endless(), headers=boundary).status_code in (400, 413)


def test_static_files_only(desk: TestClient) -> None:
    for path in ("/static/../app.py", "/static/%2e%2e/app.py", "/static/..%2fapp.py", "/static//etc/passwd"):
        assert desk.get(path).status_code == 404


def test_without_a_token_nothing_is_told(closed: TestClient) -> None:
    for address in ("/", "/search", "/compare", "/add"):
        answer = closed.get(address)
        assert (answer.status_code, answer.headers["location"][:12]) == (303, "/login?next=")
    for address in ("/search.json", "/openapi.json"):
        assert closed.get(address).status_code == 401
    for address in ("/feed.atom", "/export/csv"):
        assert closed.get(address).status_code == 303
    assert closed.post("/add", data={"text": "so"}).status_code == 401


def log_in(closed: TestClient, token: str) -> int:
    return closed.post("/login", data={"token": token, "form_token": form_token(closed, "/login")}).status_code


def test_who_reads_does_not_write(closed: TestClient) -> None:
    assert log_in(closed, "x" * 20) == 401
    assert log_in(closed, READ) == 303
    assert closed.get("/search.json").json()["counted"] == 4
    assert "/add" not in closed.get("/").text
    token = form_token(closed, "/corrections")
    assert [closed.post(p, data={"form_token": token}).status_code for p in ("/add", "/correct", "/undo")] == [403] * 3


def test_who_writes_logs_in_and_out(closed: TestClient) -> None:
    assert log_in(closed, WRITE) == 303
    cookie = next(c for c in closed.cookies.jar if c.name == SESSION)
    assert cookie.has_nonstandard_attr("HttpOnly")
    assert cookie.get_nonstandard_attr("SameSite") == "lax"
    assert closed.get("/add").status_code == 200
    session = closed.cookies[SESSION]
    assert closed.post("/logout", data={"form_token": form_token(closed)}).status_code == 303
    assert closed.get("/").status_code == 303
    closed.cookies.set(SESSION, session, domain="desk.example")
    assert closed.get("/").status_code == 303


def test_a_session_ends_and_cannot_be_forged(closed: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    log_in(closed, WRITE)
    monkeypatch.setattr("itsdangerous.timed.time.time", lambda now=time.time: now() + LASTS + 5)
    assert closed.get("/add").status_code == 303
    monkeypatch.undo()
    assert closed.get("/add").status_code == 200
    closed.cookies.set(SESSION, Guard(HOSTS, READ, WRITE).session(2), domain="desk.example")
    assert closed.get("/add").status_code == 303


def test_a_token_with_the_request(closed: TestClient) -> None:
    bearer = {"authorization": f"Bearer {WRITE}"}
    assert closed.get("/search.json", headers=bearer).status_code == 200
    assert (
        closed.post("/correct", data={"kind": "act"}, headers=bearer).status_code == 400
    )  # not 403: only its fields are wrong
    assert closed.get("/search.json", headers={"authorization": "Bearer nothing"}).status_code == 401


def test_tokens_are_not_tried_for_ever(closed: TestClient) -> None:
    answers = [log_in(closed, "x" * 20) for _ in range(LOGINS[0] + 1)]
    assert answers == [401] * LOGINS[0] + [429]


def test_one_comes_to_the_page_that_one_asked_for(closed: TestClient) -> None:
    login = closed.get("/article/1?statement=x").headers["location"]
    back = re.search(r'name="back" value="([^"]+)"', closed.get(login).text)
    assert back
    fields = {"token": READ, "form_token": form_token(closed, "/login"), "back": back[1]}
    assert closed.post("/login", data=fields).headers["location"] == "/article/1?statement=x"


def test_a_program_is_told_that_its_token_is_wrong(closed: TestClient) -> None:
    answers = [closed.get("/feed.atom", headers={"authorization": "Bearer x"}) for _ in range(LOGINS[0] + 1)]
    assert [a.status_code for a in answers] == [401] * LOGINS[0] + [429]


ODD = (
    {"by": "x" * 9_999}, {"note": "a\0b"}, {"value": "9999-12", "kind": "date"}, {"kind": "speaker", "name": " "},
    {"statement": "%"}, {"kind": "same", "who": "#99999999999999999999", "other": "x"},
)  # fmt: skip


@pytest.mark.parametrize("odd", ODD)
def test_odd_forms_are_refused(desk: TestClient, odd: dict[str, str]) -> None:
    hit = desk.get("/search.json?q=gate").json()["hits"][0]
    fields = {"form_token": form_token(desk), "statement": hit["id"], "by": "Ed", "kind": "act", "value": "deny", **odd}
    assert desk.post("/correct", data=fields).status_code in (400, 404)
    assert desk.get("/corrections.json").json() == {"corrections": []}


def test_surrogates_in_a_form(desk: TestClient) -> None:
    token = form_token(desk)
    head = (
        '--b\r\nContent-Disposition: form-data; name="{}"\r\nContent-Type: text/plain; charset=unicode_escape\r\n\r\n'
    )
    parts = (("form_token", token), ("by", "\\ud800"), ("text", "\\ud800"))
    lines = [f"{head.format(name)}{value}\r\n" for name, value in parts]
    headers = {"content-type": "multipart/form-data; boundary=b; charset=unicode_escape", "origin": "http://[x"}
    for path in ("/add", "/correct", "/login"):
        answer = desk.post(path, content="".join(lines) + "--b--\r\n", headers=headers)
        assert answer.status_code in (400, 401, 403)


def test_a_name_in_long_letters_is_remembered(desk: TestClient) -> None:
    name = "Александра Константиновна Преображенская"
    hit = desk.get("/search.json?q=gate").json()["hits"][0]
    fields = {"form_token": form_token(desk), "statement": hit["id"], "by": name, "kind": "act", "value": "deny"}
    desk.post("/correct", data=fields)
    assert f'value="{name}"' in desk.get("/corrections").text


def test_a_facet_takes_the_place_of_what_was_asked(desk: TestClient) -> None:
    for q in ("outlet:Post outlet:Star gate", "speaker:Lima speaker:Shoigu", "-side:Russian", "act:promise act:state"):
        for facet in desk.get("/search.json", params={"q": q}).json()["facets"]:
            for value in facet["values"]:
                found = desk.get("/search.json", params={"q": value["q"]}).json()
                assert found["counted"] == value["statements"], (q, facet["name"], value)


def test_a_ledger_that_cannot_be_reached(tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite"
    with client(str(path)) as one:
        path.rename(tmp_path / "elsewhere")
        answers = [one.get("/search.json") for _ in range(3)]
        path.write_bytes(b"no database " * 999)
        answers.append(one.get("/search.json"))
    assert {a.status_code for a in answers} <= {200, 503}
    assert all(str(tmp_path) not in a.text for a in answers)


def test_past_the_end(desk: TestClient) -> None:
    assert "There are no more statements" in desk.get("/?after=0001/1").text


def test_compared_by_name_beyond_the_newest(desk: TestClient) -> None:
    columns = desk.get("/compare.json?by=outlet&names=post,nobody").json()["columns"]
    assert [(c["name"], c["statements"]) for c in columns] == [("post", 1), ("nobody", 0)]
    assert desk.get("/compare?first=2025").status_code == 400


def test_a_limit_forgets() -> None:
    limit = Limit(2, 0.05)
    limit.check("a")
    limit.check("a")
    limit.check("b")
    with pytest.raises(WebError, match="at most 2 times"):
        limit.check("a")
    time.sleep(0.06)
    limit.check("a")


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "10.0.0.1", "desk.example"])
def test_nobody_opens_a_server_to_all_unawares(host: str) -> None:
    with pytest.raises(WebError, match="SAYSO_WRITE_TOKEN"):
        check_binding(host, Guard(HOSTS))
    with pytest.raises(WebError, match="fewer than 16"):
        check_binding(host, Guard(HOSTS, write_token="short"))
    check_binding(host, Guard(HOSTS, write_token=WRITE))
    check_binding("127.0.0.1", Guard(HOSTS))
    check_binding("localhost", Guard(HOSTS))
