"""Where what is the user's own lives. In: the variable that may name it, and its file's name; out: its place."""

from __future__ import annotations

import os

import platformdirs


def user_file(variable: str, name: str) -> str:
    """What an environment variable names, else a file in the user's folder of data. It need not exist."""
    return os.environ.get(variable) or str(platformdirs.user_data_path("sayso", appauthor=False) / name)
