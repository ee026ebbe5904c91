"""The door for text from outside: bytes become text, and nothing in it can steer a terminal or hide.

``clean`` keeps a text's lines and paragraphs; ``clean_line`` makes one short line of it. Both are idempotent,
take any string and run in linear time.
"""

from __future__ import annotations

import codecs
import re
import unicodedata

from briefings.errors import BriefingError
from briefings.reading.kinds import is_refused, refusal

LARGEST_FILE = 20 * 1024 * 1024  # bytes; the longest news stories are under 200 kB
LONGEST_LINE = 200  # characters of a name, a title or an answer that is kept

_BINARY_SHARE = 0.02  # of the first bytes; text in any one-byte encoding has next to no control characters
_SAMPLE = 64 * 1024  # bytes looked at to tell text from other things, and one encoding from another
_SPARSEST_SPACES = 60  # bytes a space or line end in UTF-16; words of most languages are far shorter
_FEWEST_TO_TELL = 10  # bytes beyond ASCII; with fewer, detectors find Hebrew in a pair of quotation marks
_MOJIBAKE = (
    "Ã",
    "Â",
    "â€",
    "Ð",
    "Ñ",
    "Ø",
    "Ù",
)  # what the first bytes of UTF-8 look like in one-byte encodings

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
_NOTE_MARKS = re.compile(r"(?<=[\w.,;:!?)\"'”’%>])(?:\[(?:\d{1,3}|edit|citation needed)\])+")
_BLANK_LINES = re.compile(r"\n{3,}")

_BYTE_ORDER_MARKS = (  # longest first: the mark of UTF-16 begins that of UTF-32
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_ASCII = bytes(range(128))
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


def decode(raw: bytes, source: str, declared: str | None = None, remedy: str = "") -> str:
    """The text of a file: as its byte order mark says, else UTF-8, else as declared, else as detected.

    Args:
        raw: the file's bytes.
        source: its name, for the error.
        declared: the encoding that the page or its server names; a wrong or unknown one is passed over.
        remedy: what to do about a file that is no text, where it is no article that was looked for.

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
    if is_refused(sample):
        raise refusal(source, sample, remedy)
    wide = _utf_16(sample)
    if wide:
        return raw.decode(wide, "replace")
    odd = len(sample) - len(sample.translate(None, _BINARY_BYTES))
    if b"\0" in sample or odd > _BINARY_SHARE * len(sample):
        raise refusal(source, sample, remedy)
    return _decode_unmarked(raw, declared)


def mended(text: str) -> str:
    """The text with mojibake undone: UTF-8 that somebody before us read as a one-byte encoding.

    ``60Â km`` and ``mayorâ€™s`` would break figures and names; ftfy leaves a text alone that has no such fault.
    """
    if not any(mark in text for mark in _MOJIBAKE):
        return text
    from ftfy import fix_encoding

    return fix_encoding(text)


def without_note_marks(text: str) -> str:
    """The text without what encyclopaedias put behind a word or a stop: ``said.[2]``, ``Background[edit]``.

    Also inside markup, where the mark is a link or raised.
    """
    return _NOTE_MARKS.sub("", text) if "[" in text else text


def _utf_16(sample: bytes) -> str | None:
    """The byte order of UTF-16 without its mark: where spaces and line ends have their empty half."""
    little = sum(sample.count(mark) for mark in (b" \0", b"\n\0"))
    big = sum(sample.count(mark) for mark in (b"\0 ", b"\0\n"))
    plain = sample[0::2] if big > little else sample[1::2]  # the halves that are empty in Latin letters
    if max(little, big) * _SPARSEST_SPACES < len(sample) or plain.count(0) * 20 < len(plain):
        return None
    encoding = "utf-16-be" if big > little else "utf-16-le"
    text = sample.decode(encoding, "ignore")
    return encoding if sum(map(str.isprintable, text)) + text.count("\n") > 0.9 * len(text) else None


def _decode_unmarked(raw: bytes, declared: str | None) -> str:
    """UTF-8, also where a few bytes of it are broken; else what was declared, else what a library detects."""
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        text = raw.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    whole = sum(character > "\x7f" for character in text) - broken
    if whole > broken:
        return text
    for encoding in (declared or "", _detected(raw)):
        try:
            return raw.decode(encoding)
        except (LookupError, UnicodeDecodeError):
            continue
    return raw.decode("cp1252", "replace")


def _detected(raw: bytes) -> str:
    """The encoding that chardet finds most likely; Windows-1252 where there is too little to tell by."""
    if len(raw.translate(None, _ASCII)) < _FEWEST_TO_TELL:
        return "cp1252"
    from chardet import detect

    return detect(raw[:_SAMPLE])["encoding"] or "cp1252"
