"""The door for text from outside: bytes become text, and nothing in it can steer a terminal or hide.

``clean`` keeps a text's lines and paragraphs; ``clean_line`` makes one short line of it. Both are idempotent,
take any string and run in linear time.
"""

from __future__ import annotations

import codecs
import re
import unicodedata

from briefings.errors import BriefingError

LARGEST_FILE = 20 * 1024 * 1024  # bytes; the longest news stories are under 200 kB
LONGEST_LINE = 200  # characters of a name, a title or an answer that is kept

_BINARY_SHARE = 0.02  # of the first bytes; text in any one-byte encoding has next to no control characters
_SAMPLE = 64 * 1024  # bytes looked at to tell text from other things

# Escape sequences as terminals read them (ECMA-48): CSI, then the strings OSC, DCS, SOS, PM, APC with what they
# carry, then the two-character ones; in their seven-bit and eight-bit forms. A string that never ends runs to
# the end of its line at most.
_ESCAPES = re.compile(
    r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]?"
    r"|(?:\x1b[\]PX^_]|[\x9d\x90\x98\x9e\x9f])[^\x07\x1b\x9c\n\r]*(?:\x07|\x1b\\|\x9c)?"
    r"|\x1b[ -/]*[0-~]?"
)
_LINE_ENDS = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_SPACES = re.compile(r"[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_CONTROLS = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]")
# Soft hyphens, fillers, zero-width and bidi characters, variation selectors, surrogates, tags, noncharacters.
_HIDDEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f"
    "\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
    "\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
# Persian and the Indic scripts spell with these two; beside a Latin letter, a space or an end they only hide.
_JOINERS = re.compile("([\u200c\u200d])[\u200c\u200d]*")
_IDLE_JOINERS = re.compile("(?<![^\\x00-\\x7f])[\u200c\u200d]|[\u200c\u200d](?![^\\x00-\\x7f])")
_BLANK_LINES = re.compile(r"\n{3,}")

_BYTE_ORDER_MARKS = (  # longest first: the mark of UTF-16 begins that of UTF-32
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_BINARY_BYTES = bytes(set(range(32)) - set(b"\t\n\r\x0b\x0c\x1b"))


def clean(raw: str) -> str:
    """The text in NFC without anything that steers a terminal or hides.

    Every line end becomes a newline, tabs and no-break spaces become plain spaces; spaces at line ends go, and of
    several blank lines one is left.
    """
    text = _HIDDEN.sub("", _LINE_ENDS.sub("\n", raw))
    text = _CONTROLS.sub("", _SPACES.sub(" ", _ESCAPES.sub("", text)))
    text = unicodedata.normalize("NFC", text)
    if _JOINERS.search(text):
        text = _IDLE_JOINERS.sub("", _JOINERS.sub(r"\1", text))
        text = unicodedata.normalize("NFC", text)
    lines = "\n".join(line.rstrip(" ") for line in text.split("\n"))
    return _BLANK_LINES.sub("\n\n", lines).strip("\n ")


def clean_line(raw: str, limit: int = LONGEST_LINE) -> str:
    """One line for a name, a title or an answer: cleaned, spaces collapsed, at most ``limit`` characters."""
    return " ".join(clean(raw).split())[:limit].rstrip(" \u200c\u200d")


def decode(raw: bytes, source: str) -> str:
    """The text of a file: as its byte order mark says, else UTF-8, else Windows-1252.

    Args:
        raw: the file's bytes.
        source: its name, for the error.

    Raises:
        BriefingError: the file is larger than ``LARGEST_FILE``, or it is no text.
    """
    if len(raw) > LARGEST_FILE:
        largest = LARGEST_FILE // 2**20
        raise BriefingError(
            f"{source} is larger than the {largest} MB an article may have", "give one article a file"
        )
    for mark, encoding in _BYTE_ORDER_MARKS:
        if raw.startswith(mark):
            return raw[len(mark) :].decode(encoding, "replace")
    sample = raw[:_SAMPLE]
    odd = len(sample) - len(sample.translate(None, _BINARY_BYTES))
    if b"\0" in sample or odd > _BINARY_SHARE * len(sample):
        raise BriefingError(f"{source} is not a text file", "save the article as .txt or .md in UTF-8")
    return _decode_unmarked(raw)


def _decode_unmarked(raw: bytes) -> str:
    """UTF-8, also where a few bytes of it are broken; Windows-1252 where most of what is not ASCII is."""
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        text = raw.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    whole = sum(character > "\x7f" for character in text) - broken
    return text if whole > broken else raw.decode("cp1252", "replace")
