"""The description in OpenAPI, and the server held to it by schemathesis."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis.specs.openapi.checks import positive_data_acceptance

from sayso.ledger.ledger import Ledger
from sayso.web.app import Desk
from sayso.web.openapi import openapi
from sayso.web.pages import PAGES
from sayso.web.safety import Guard
from tests.test_web import fill

PATHS = [f"{page.path}.json" for page in PAGES]


@pytest.fixture(scope="module")
def described(tmp_path_factory: pytest.TempPathFactory) -> Iterator[schemathesis.BaseSchema]:
    path: Path = tmp_path_factory.mktemp("web") / "ledger.sqlite"
    with Ledger(path) as ledger:
        fill(ledger)
        app = Desk(ledger, Guard(("localhost", "testserver"))).app()
        yield schemathesis.openapi.from_asgi("/openapi.json", app)


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("mode", list(schemathesis.GenerationMode))
def test_the_server_is_as_described(
    described: schemathesis.BaseSchema, path: str, mode: schemathesis.GenerationMode
) -> None:
    """Whatever is asked, as described or against it, the answer is as described. (Searches have a grammar, which no
    JSON schema tells: one that cannot be read is refused though its type is right.)"""

    @given(case=described[path]["GET"].as_strategy(generation_mode=mode))
    @settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
    def check(case: schemathesis.Case) -> None:
        case.call_and_validate(excluded_checks=[positive_data_acceptance])

    check()


def test_every_page_is_described() -> None:
    told = openapi(PAGES)
    assert list(told["paths"]) == PATHS
