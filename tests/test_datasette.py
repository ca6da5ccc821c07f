"""A ledger's file opens in Datasette as it is: tables, labels for what keys point at, and full text."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest
from datasette.app import Datasette

from sayso.ledger.ledger import Ledger
from tests.said import said, who


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "ledger.sqlite"
    with Ledger(path) as ledger:
        ledger.add(
            said("{1s Lima} {1q said} {1c the ships are leaving}.", who("Ana Lima 🙂", "Portugal"), act="promise")
        )
        ledger.add(said("{1s Лима} {1q сказала}, что {1c порт закрыт}.", who("Ана Лима"), lang="ru"))
    return path


def ask(path: Path, address: str) -> Any:
    async def get() -> Any:
        response = await Datasette([str(path)]).client.get(address)
        assert response.status_code == 200
        return response.json()

    return asyncio.run(get())


def test_the_tables(path: Path) -> None:
    tables = {t["name"]: t for t in ask(path, "/ledger.json")["tables"]}
    assert {
        "documents",
        "readings",
        "statements",
        "speakers",
        "sides",
        "via",
        "about",
        "figures",
        "corrections",
    } <= set(tables)
    assert tables["statements"]["fts_table"] == "statements_text"
    assert {k["other_table"] for k in tables["statements"]["foreign_keys"]["outgoing"]} >= {
        "readings",
        "speakers",
        "sides",
        "documents",
    }


def test_keys_have_labels(path: Path) -> None:
    (row, _) = ask(path, "/ledger/statements.json?_labels=on&_shape=array&_sort=id")
    assert (row["speaker"]["label"], row["side"]["label"]) == ("Ana Lima 🙂", "Portugal")


def test_full_text(path: Path) -> None:
    found = ask(path, "/ledger/statements.json?_search=ship&_shape=array")
    assert [row["content"] for row in found] == ["the ships are leaving"]
