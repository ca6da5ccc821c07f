"""What a benchmark ran on. In: nothing; out: rows of names and values, without a date."""

from __future__ import annotations

import platform
from importlib.metadata import version
from pathlib import Path

from sayso import __version__
from sayso.model.pack import cores, open_pack
from sayso.model.parser import open_parser


def machine_rows(load: float) -> list[list[str]]:
    """The machine, how busy it was before the run, and the versions."""
    return [
        ["cores", str(cores())],
        ["CPU", cpu_model()],
        ["load when the run began (1 minute)", f"{load:.1f}"],
        ["Python", platform.python_version()],
        ["onnxruntime", version("onnxruntime")],
        ["sayso", __version__],
        ["model (SHA-256 of its manifest)", f"`{open_pack().digest}`"],
        ["Russian models (SHA-256 of their files)", f"`{open_parser().digest}`"],
    ]


def cpu_model() -> str:
    """The CPU as the system names it."""
    file = Path("/proc/cpuinfo")
    lines = file.read_text(encoding="utf-8").splitlines() if file.exists() else []
    named = next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), "")
    return named or platform.processor() or platform.machine()
