"""``python -m evaluation.pictures FOLDER``: the pictures of docs/web.md. In: the example articles; out: a picture of
each page that is shown there, taken in the machine's own Chromium of a ledger that holds them."""

from __future__ import annotations

import argparse
import shutil
import socket
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import uvicorn
from msgspec.structs import replace
from playwright.sync_api import sync_playwright

from sayso.fetch.files import find_pages
from sayso.ledger.ledger import Ledger
from sayso.read import read_many
from sayso.records import Failure, Page
from sayso.web.app import Desk
from sayso.web.safety import LOOPBACK, Guard

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
FACTS = {"published": "2025-03-14", "outlet": "Harbour Post"}
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
PICTURES = {"article": "/article/1", "compare": "/compare?by=speaker"}


def known(page: Page | Failure) -> Page | Failure:
    """An example with its day and outlet."""
    return page if isinstance(page, Failure) else replace(page, **FACTS)


@contextmanager
def served(ledger: Ledger) -> Iterator[str]:
    """The address of a server of a ledger."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        server = uvicorn.Server(uvicorn.Config(Desk(ledger, Guard(LOOPBACK)).app(), log_level="warning", ws="none"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        while not server.started:
            time.sleep(0.05)
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        server.should_exit = True
        thread.join(10)


def take(address: str, folder: Path, browser_path: str) -> None:
    """Take the pictures."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path, args=QUIET)
        page = browser.new_page(base_url=address, viewport={"width": 1100, "height": 700})
        for name, path in PICTURES.items():
            page.goto(path)
            if name == "article":
                page.keyboard.press("j")
            page.wait_for_timeout(300)
            page.screenshot(path=folder / f"{name}.png")
        browser.close()


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m evaluation.pictures", description=__doc__)
    parser.add_argument("folder", type=Path)
    options = parser.parse_args(arguments)
    browser = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if browser is None:
        parser.error("no Chromium is installed (Debian: apt-get install chromium).")
    options.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place, Ledger(Path(place) / "ledger.sqlite") as ledger:
        for result in read_many(map(known, find_pages([str(EXAMPLES)]))):
            if not isinstance(result, Failure):
                ledger.add(result)
        with served(ledger) as address:
            take(address, options.folder, browser)
    return 0


if __name__ == "__main__":
    sys.exit(main())
