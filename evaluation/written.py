"""Pages that the code writes. In: a module's page; out: the file, or whether it is as it would be written."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path


def write_page(module: str, path: Path, page: Callable[[], str], arguments: Sequence[str] | None = None) -> int:
    """Write a page, or with ``--check`` say whether it is up to date; the exit code."""
    parser = argparse.ArgumentParser(prog=f"python -m {module}", description=f"Write docs/{path.name}.")
    parser.add_argument("--check", action="store_true", help="say whether the page is as it would be written")
    options = parser.parse_args(arguments)
    if options.check:
        same = path.exists() and path.read_text(encoding="utf-8") == page()
        print(f"{path.name} is {'up to date' if same else f'stale: run python -m {module}'}.")
        return 0 if same else 1
    path.write_text(page(), encoding="utf-8")
    print(f"{path.name} is written.")
    return 0
