"""The command line. Records go to stdout, messages to stderr; exit 0 done, 1 found faults, 2 misuse."""

from __future__ import annotations

from sayso.commands import correcting, keeping, reading, roster, serving
from sayso.commands.group import main

__all__ = ["correcting", "keeping", "main", "reading", "roster", "serving"]

if __name__ == "__main__":
    main()
