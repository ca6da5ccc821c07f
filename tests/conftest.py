"""Settings of the whole suite."""

import os
import random
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy
from hypothesis import settings

from sayso.ledger.database import url_of
from tests.postgres import started

PLAIN = "“We will open the gate in May,” Ana Ruiz said.\n"

# Nobody's own office-holders change what a test sees.
os.environ["SAYSO_ROSTER"] = str(Path(__file__).with_name("none.csv"))

# A test may load the model, and a machine may be busy: a slow example is no fault.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    with started() as url:
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def where(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """An empty place for a ledger: a path, or a database of its own."""
    if request.param == "sqlite":
        return str(tmp_path / "folder" / "ledger.sqlite")
    server = request.getfixturevalue("server")
    name = f"t{random.randrange(10**12)}"
    engine = sqlalchemy.create_engine(url_of(server), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.exec_driver_sql(f"CREATE DATABASE {name} TEMPLATE template0")
    engine.dispose()
    return server.removesuffix("postgres") + name


@pytest.fixture
def gate(tmp_path: Path) -> Path:
    path = tmp_path / "gate.txt"
    path.write_text(PLAIN, encoding="utf-8")
    return path
