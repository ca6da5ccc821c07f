"""The pages in a real browser: the machine's own Chromium, headless. Skipped where none is installed; the pictures go
to the folder that SAYSO_PICTURES names."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect, sync_playwright

from evaluation.pictures import served
from sayso.ledger.ledger import Ledger
from tests.test_web import EVIL, fill

NAMES = ("chromium", "chromium-browser", "google-chrome")
CHROMIUM = next((path for name in NAMES if (path := shutil.which(name))), None)
QUIET = [
    "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip
RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}
ARTICLE = """Harbour Post, 14 March 2025

“We will build 40 new berths if the money is there,” Ana Ruiz, the mayor, said on Thursday.

Ilya Gromov denied that the port had been shut. He said that Norway had promised 3 million crowns.
"""
pytestmark = [
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed (Debian: apt-get install chromium)"),
    pytest.mark.filterwarnings("ignore::DeprecationWarning:websockets", "ignore::DeprecationWarning:uvicorn"),
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        one = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield one
        one.close()


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A real server of a real ledger."""
    with Ledger(tmp_path_factory.mktemp("web") / "ledger.sqlite") as ledger:
        fill(ledger)
        with served(ledger) as address:
            yield address


@pytest.fixture
def page(browser: Browser, server: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page that has nothing to complain of on its console."""
    context = browser.new_context(base_url=server, viewport={"width": 1280, "height": 900})
    one = context.new_page()
    said: list[str] = []
    one.on("console", lambda message: said.append(message.text) if message.type in ("error", "warning") else None)
    one.on("pageerror", lambda error: said.append(str(error)))
    yield one
    picture(one, request.node.name)
    context.close()
    assert said == []


def picture(page: Page, name: str) -> None:
    if folder := os.environ.get("SAYSO_PICTURES"):
        Path(folder).mkdir(parents=True, exist_ok=True)
        page.screenshot(path=Path(folder) / f"{name.replace('/', '-')}.png", full_page=True)


def faults(page: Page) -> list[Any]:
    """What axe-core finds against WCAG 2.2 AA."""
    found = Axe().run(page, options=RULES).response["violations"]
    return [(one["id"], [node["html"][:120] for node in one["nodes"][:3]]) for one in found]


def add(page: Page) -> None:
    """Add the article and be on its page."""
    page.goto("/add")
    page.get_by_label("Paste its text").fill(ARTICLE)
    page.get_by_label("Title").fill("Berths")
    page.get_by_label("Outlet").fill("Harbour Post")
    page.get_by_label("Day of publication").fill("2025-03-14")
    page.get_by_role("button", name="Read it").click()
    page.wait_for_url("**/article/*", timeout=60_000)


def test_an_article_is_added_marked_corrected_and_exported(page: Page) -> None:
    add(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("Berths")
    content = page.locator(".prose .m.content").first
    expect(content).to_have_text("We will build 40 new berths if the money is there")
    content.hover()
    expect(page.locator(".card.on .who").first).to_have_text("Ana Ruiz")
    card = page.locator(".card").first
    card.get_by_text("Why").click()
    expect(card.locator(".why")).to_contain_text("rule")
    card.get_by_role("link", name="Correct").click()
    card = page.locator(".card").first
    form = card.locator("form", has=page.get_by_role("button", name="Correct the act"))
    form.get_by_label("Act").select_option("threaten")
    form.get_by_label("Your name").fill("Ed Editor")
    form.get_by_role("button").click()
    expect(page.locator(".card").first).to_contain_text("corrected: act")
    page.get_by_role("link", name="Corrections").click()
    expect(page.locator("ul.corrections li").first).to_contain_text("act: threaten")
    expect(page.get_by_label("Your name").first).to_have_value("Ed Editor")
    page.get_by_role("button", name="Undo no. 1").click()
    expect(page.locator("ul.corrections li").first).to_contain_text("undone by Ed Editor")
    page.goto("/?q=berths")
    expect(page.locator("mark")).to_have_text("berths")
    with page.expect_download() as download:
        page.get_by_role("link", name="csv").click()
    assert "berths" in download.value.path().read_text("utf-8")


def test_from_a_search_to_somebody_and_back(page: Page) -> None:
    page.goto("/")
    page.get_by_label("Search statements").fill("gate")
    page.keyboard.press("Enter")
    expect(page.locator(".hit")).to_have_count(2)
    page.locator(".hit a.who").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Ana Lima")
    page.get_by_role("link", name="2 variants").first.click()
    expect(page.locator(".differences").first).to_contain_text("May")
    page.goto("/compare?q=gate&first=2025-03-12&second=2025-03-13")
    expect(page.locator(".compare section")).to_have_count(2)


def test_with_the_keyboard_alone(page: Page) -> None:
    page.goto("/?q=gate")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    page.keyboard.press("Enter")
    for _ in range(6):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.href || ''").find("/article/") > 0:
            break
    page.keyboard.press("Enter")
    page.wait_for_url("**/article/**")
    page.keyboard.press("j")
    expect(page.locator(".card.on")).to_be_focused()


def test_on_a_narrow_screen_nothing_is_cut_off(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    for address in ("/", "/article/1", "/speaker/1", "/compare", "/voices", "/figures", "/add", "/corrections"):
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, address


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(page: Page, scheme: Any) -> None:
    add(page)
    page.emulate_media(color_scheme=scheme)
    statement = page.request.get("/search.json?q=gate").json()["hits"][0]["id"]
    addresses = (
        page.url, "/", "/?q=gate", "/?q=nothing-of-this", "/speaker/1", f"/statement/{statement}", "/compare",
        "/compare?by=speaker", "/figures", "/voices", "/corrections", "/add", "/login", "/nowhere", "/article/1",
    )  # fmt: skip
    for number, address in enumerate(addresses):
        if address == "/nowhere":
            continue  # the browser itself tells of a 404 on its console
        page.goto(address)
        picture(page, f"{scheme}-{number}")
        assert faults(page) == [], address


def test_no_script_of_an_article_runs(page: Page) -> None:
    page.on("dialog", lambda dialog: pytest.fail(f"a script ran: {dialog.message}"))
    page.goto("/?q=alert")
    expect(page.locator(".hit blockquote")).to_contain_text(EVIL)
    page.locator(".hit .where a").click()
    expect(page.locator(".prose")).to_contain_text(EVIL)
    page.goto(f"/?q=%22{EVIL}%22")
