"""Whether bytes are no text at all. In: the first bytes of a file; out: what they look like, or None for text."""

from __future__ import annotations

# (where the mark stands, the mark, what it tells), the longer marks first where one begins another.
MARKS: tuple[tuple[int, bytes, str], ...] = (
    (0, b"%PDF-", "a PDF"),
    (0, b"\x89PNG", "a PNG picture"),
    (0, b"\xff\xd8\xff", "a JPEG picture"),
    (0, b"GIF8", "a GIF picture"),
    (8, b"WEBP", "a WebP picture"),
    (0, b"II*\0", "a TIFF picture"),
    (0, b"MM\0*", "a TIFF picture"),
    (0, b"PK\x03\x04", "a zip archive (or a .docx, .odt, .epub, which are zip archives inside)"),
    (0, b"PK\x05\x06", "an empty zip archive"),
    (0, b"\x1f\x8b", "a gzip archive"),
    (0, b"BZh", "a bzip2 archive"),
    (0, b"\xfd7zXZ\0", "an xz archive"),
    (0, b"\x28\xb5\x2f\xfd", "a Zstandard archive"),
    (0, b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (0, b"Rar!\x1a", "a RAR archive"),
    (257, b"ustar", "a tar archive"),
    (0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office file (.doc, .xls, .ppt)"),
    (0, b"{\\rtf", "a Rich Text file (RTF)"),
    (0, b"SQLite format 3\0", "an SQLite database"),
    (0, b"PAR1", "a Parquet file"),
    (0, b"\x7fELF", "a program"),
    (0, b"MZ\x90\0", "a program"),
    (0, b"ID3", "an MP3 recording"),
    (0, b"OggS", "an Ogg recording"),
    (0, b"RIFF", "a recording"),
    (4, b"ftyp", "a video or sound recording (MP4)"),
)

# Marks that no text begins with. The other ASCII ones could be words: they count beside a control character.
SPEAKING = (b"%PDF-", b"{\\rtf")

HEAD = 65_536  # bytes looked at: enough for every mark, little enough for any file
TEXT_CONTROLS = frozenset(b"\t\n\v\f\r\x1b")
# A text has next to none; of random bytes 1 in 10 is a control character. Between them the bound is a choice.
MOST_CONTROLS = 0.02
FEW_CONTROLS = 3  # a stray one in a short text makes it no picture


def name_binary(body: bytes) -> str | None:
    """What the bytes look like ("a PDF", "binary data"), or None where nothing speaks against text. UTF-16 and UTF-32
    are full of zero bytes: ask this of them only after they are ruled out."""
    head = body[:HEAD]
    controls = sum(head.count(bytes([c])) for c in range(32) if c not in TEXT_CONTROLS)
    for at, mark, what in MARKS:
        if head.startswith(mark, at) and (controls or not mark.isascii() or mark in SPEAKING):
            return what
    return "binary data" if controls > max(FEW_CONTROLS, MOST_CONTROLS * len(head)) else None
