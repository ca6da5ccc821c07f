"""A PostgreSQL of the tests' own: made and started where its programs are installed, stopped at the end."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

FOLDERS = ("/usr/lib/postgresql/*/bin", "/opt/homebrew/opt/postgresql*/bin")
UNPRIVILEGED = ("postgres", "nobody")  # PostgreSQL refuses to run as root


def program(name: str) -> str | None:
    """Where a program of PostgreSQL's lies."""
    found = shutil.which(name)
    other = (str(p / name) for f in FOLDERS for p in sorted(Path("/").glob(f[1:]), reverse=True) if (p / name).exists())
    return found or next(other, None)


@contextmanager
def started() -> Iterator[str]:
    """The URL of a server of our own. Skips the test where there is no PostgreSQL."""
    initdb, pg_ctl = program("initdb"), program("pg_ctl")
    if initdb is None or pg_ctl is None:
        pytest.skip("no PostgreSQL is installed (Debian: apt-get install postgresql)")
    user = next(iter(UNPRIVILEGED)) if os.geteuid() == 0 else None
    with tempfile.TemporaryDirectory(prefix="sayso-pg-") as folder:
        if user:
            shutil.chown(folder, user)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        data, log = f"{folder}/data", f"{folder}/log"

        def run(*command: str) -> None:
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL, user=user, cwd=folder)

        run(initdb, "-D", data, "-U", "sayso", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync")
        options = f"-h 127.0.0.1 -p {port} -k {folder}"
        run(pg_ctl, "-D", data, "-l", log, "-w", "-o", options, "start")
        try:
            yield f"postgresql://sayso@127.0.0.1:{port}/postgres"
        finally:
            run(pg_ctl, "-D", data, "-m", "immediate", "-w", "stop")
