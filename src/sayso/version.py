"""The version of the code, as readings carry it."""

from importlib.metadata import version

VERSION = version("sayso")
