"""What a file of unknown kind holds. In: its first line or its first bytes; out: text, html or lines (JSON Lines)."""

from __future__ import annotations

import re
from typing import Literal

Kind = Literal["text", "html", "lines"]

# By the ending of the name; other names are sniffed.
ENDINGS: dict[str, Kind] = {".txt": "text", ".html": "html", ".htm": "html", ".jsonl": "lines", ".ndjson": "lines"}
ARCHIVES = (".warc", ".warc.gz", ".warc.zst")
# An id is the file's name without these.
DROPPED = (".txt", ".html", ".htm")

OBJECT = re.compile(rb'\s*(?:\xef\xbb\xbf)?\s*\{\s*(?:"|\})')
MARKUP = re.compile(
    rb"\s*(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*"
    rb"<(?:!doctype\s+html|html|head|body|meta|title|article|section|main|div|p|h1|h2|blockquote|table)\b",
    re.IGNORECASE | re.DOTALL,
)


def sniff(head: bytes) -> Kind:
    """What the first bytes (one line suffices for JSON Lines, 4 KB for HTML) look like."""
    if OBJECT.match(head):
        return "lines"
    # UTF-16 shows its ASCII characters once its mark and the zero bytes between them are gone.
    narrow = head.removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff").replace(b"\0", b"")
    return "html" if MARKUP.match(narrow) else "text"
