"""Bytes to text. In: a body and what its bringer knows of its encoding; out: the text, in which a byte-order mark has
no place. Characters that no store can keep (NUL, lone surrogates) become U+FFFD, one for one, so offsets hold.

Order of belief: a byte-order mark; UTF-16 that shows; UTF-8 that holds (it cannot hold by chance); the encoding that
the bringer or the page declares; the detector.
"""

from __future__ import annotations

import codecs
import re

from sayso.clean.binary import HEAD, name_binary
from sayso.errors import InputError

# UTF-32 stands first: its little-endian mark begins with that of UTF-16.
BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

# As browsers read them: what pages call by these names is in truth the larger set (WHATWG Encoding Standard).
REALLY = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "iso8859-9": "cp1254",
    "tis-620": "cp874",
}

DECLARED = re.compile(
    rb"""<meta[^>]{0,300}?charset\s*=\s*["']?\s*([\w.:-]{2,40})|^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{2,40})""",
    re.IGNORECASE,
)

# 474 windows of 300 characters of Russian, Ukrainian and English news, in these encodings, each with a high byte:
# none wrong with these candidates; with all of the detector's, 5 of 126 English ones (taken for cp775, cp850, cp852).
CANDIDATES = ["cp1251", "koi8_r", "koi8_u", "cp1252", "cp866"]

# What may be left of a cut character after nothing but ASCII: two bytes and more, or the first byte of a curly
# quotation mark, a dash, an emoji, an accented Latin or a Cyrillic letter. Any other single byte is a latin-1 letter.
FIRSTS = b"\xc2\xc3\xc4\xc5\xd0\xd1\xd2\xe2\xf0"

UNKEEPABLE = re.compile("[\x00\ud800-\udfff]")
TWO_SCRIPTS = re.compile("[A-Za-z][\u0400-\u04ff]|[\u0400-\u04ff][A-Za-z]")  # within one word
NOT_ASCII = re.compile(rb"[\x80-\xff]")


def decode(body: bytes | str, *, name: str, charset: str | None = None, markup: bool = False) -> str:
    """The text of a body.

    name: what an error calls it. charset: the encoding that the bringer of the page was told, if any. markup: whether
    the body is HTML, which can declare its own encoding. Raises InputError when the body is no text."""
    text = body if isinstance(body, str) else _read(body, name, charset, markup)
    return UNKEEPABLE.sub("\ufffd", text.removeprefix("\ufeff"))


def _read(body: bytes, name: str, charset: str | None, markup: bool) -> str:
    for bom, encoding in BOMS:
        if body.startswith(bom):
            return body[len(bom) :].decode(encoding, "replace")
    if wide := _wide(body):
        return body.decode(wide, "replace")
    if what := name_binary(body):
        raise InputError(f"{name}: this looks like {what}, not a text. Export it as plain text or HTML and read that.")
    text = _utf8(body)
    if text is None and (stated := declared(body, charset, markup)):
        text = body.decode(stated, "replace")
    return text if text is not None else _detected(body, name)


def _wide(body: bytes) -> str | None:
    """UTF-16 without a mark, where it shows: of the head's pairs nearly all have the high byte of Latin (0) or
    Cyrillic (4), and the other byte seldom has these values."""
    head = body[: min(HEAD, len(body) // 2 * 2)]
    if len(head) < 8:
        return None
    for encoding, high, low in (("utf-16-le", head[1::2], head[::2]), ("utf-16-be", head[::2], head[1::2])):
        highs, lows = (sum(part.count(bytes([v])) for v in (0, 4)) / len(part) for part in (high, low))
        if highs > 0.8 and lows < 0.2:
            return encoding
    return None


def _utf8(body: bytes) -> str | None:
    """The text if the bytes are UTF-8, even when the last character is cut in two (it is dropped) or a few bytes are
    damaged (each becomes U+FFFD); None when they are something else."""
    try:
        # Not final: a character that the file's end cuts in two stays unread instead of failing.
        text, read = codecs.utf_8_decode(body, "strict", False)
    except UnicodeDecodeError as error:
        around = body[max(0, error.start - HEAD) : error.start + HEAD].decode("utf-8", "replace")
    else:
        rest = body[read:]
        return text if not text.isascii() or len(rest) != 1 or rest in FIRSTS else None
    sound = sum(ch > "\x7f" and ch != "\ufffd" for ch in around)
    # One damaged byte breaks one character. Texts in other encodings, read so, have at most 0.4 sound characters to a
    # broken one (windows of 60 to 3,000 characters of 75 articles); 2 lies far from both.
    return body.decode("utf-8", "replace") if sound > 2 * around.count("\ufffd") else None


def declared(body: bytes, charset: str | None, markup: bool) -> str | None:
    """The declared encoding under Python's name: the bringer's word first, then the page's own; None when none is
    declared, or one that does not exist, or UTF-8 or -16 (which these bytes were found not to be)."""
    found = DECLARED.search(body[:4096]) if markup else None
    names = [charset or "", (found[1] or found[2]).decode("ascii") if found else ""]
    for name in filter(None, names):
        try:
            encoding = codecs.lookup(name.strip(" \"';")).name
            "".encode(encoding)  # refuses what is a codec but no text encoding, such as rot13 or hex
        except (LookupError, ValueError, TypeError):
            continue
        if not encoding.startswith("utf"):
            return REALLY.get(encoding, encoding)
    return None


def _detected(body: bytes, name: str) -> str:
    """The text by the detector's guess, made on a stretch around the first byte that is not ASCII."""
    import charset_normalizer  # late: most texts are UTF-8 and never get here

    found = NOT_ASCII.search(body)
    start = max(0, found.start() - 2_000) if found else 0
    sample = body[start : start + 32_768]
    best = charset_normalizer.from_bytes(sample, cp_isolation=CANDIDATES).best()
    best = best or charset_normalizer.from_bytes(sample).best()
    if best is None:
        raise InputError(f"{name}: the encoding cannot be told. Convert it to UTF-8 (iconv -t utf-8) and read that.")
    return body.decode("cp1252" if _accented(sample, str(best)) else best.encoding, "replace")


def _accented(sample: bytes, guess: str) -> bool:
    """Whether a guess made Cyrillic of the accents of a mostly Latin text: Caf\xe9 is no Caf\u0439."""
    high = len(NOT_ASCII.findall(sample))
    return len(sample) > 4 * high - 4 and TWO_SCRIPTS.search(guess) is not None
