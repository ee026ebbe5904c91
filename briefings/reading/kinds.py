"""Files that hold no plain text: how they are known, what they are called, and what to do with one."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath

from briefings.errors import BriefingError

#: the endings of the files that are read
READABLE = (".txt", ".md", ".markdown", ".html", ".htm", ".xhtml", ".xml", ".rss", ".atom")


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of file that is refused.

    Attributes:
        name: what it is, with its article.
        remedy: what to do with it.
        endings: the endings of its files.
        signatures: the bytes its files begin with, as their formats define them.
    """

    name: str
    remedy: str
    endings: frozenset[str]
    signatures: tuple[bytes, ...] = ()


def _kind(name: str, remedy: str, endings: str, *signatures: bytes) -> Kind:
    return Kind(name, remedy, frozenset(f".{ending}" for ending in endings.split()), signatures)


_AS_TEXT = "open it, and save it as plain text (.txt)"
_AS_PAGE = "open it in a browser, and save it as a web page, HTML only (.html)"

KINDS = (
    _kind("a PDF document", "copy its text into a .txt file", "pdf", b"%PDF-"),
    _kind("a word processor's document", _AS_TEXT, "doc docx odt pages", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
    _kind("a word processor's document", _AS_TEXT, "rtf", b"{\\rtf"),
    _kind("an electronic book", "copy the article into a .txt file", "epub mobi azw azw3"),
    _kind("a web archive", _AS_PAGE, "webarchive mht mhtml maff", b"bplist00"),
    _kind("a spreadsheet or slides", "copy its text into a .txt file", "xls xlsx ods csv tsv ppt pptx odp"),
    _kind(
        "a packed archive",
        "unpack it, and add what is in it",
        "zip gz tgz bz2 xz zst 7z rar tar",
        b"PK\x03\x04",
        b"\x1f\x8b",
        b"\xfd7zXZ\x00",
        b"\x28\xb5\x2f\xfd",
        b"7z\xbc\xaf\x27\x1c",
        b"Rar!\x1a\x07",
    ),
    _kind(
        "a picture",
        "type or copy the words it shows into a .txt file",
        "jpg jpeg png gif webp bmp tif tiff heic svg ico avif",
        b"\xff\xd8\xff",
        b"\x89PNG\r\n\x1a\n",
        b"II*\x00",
        b"MM\x00*",
    ),
    _kind(
        "a recording",
        "add its transcript as a .txt file",
        "mp3 mp4 m4a m4v mov avi mkv webm wav ogg flac",
    ),
    _kind("a database", "export the articles as .txt files", "db sqlite sqlite3", b"SQLite format 3\x00"),
    _kind("a program", "add the article itself", "exe dll so bin", b"\x7fELF"),
)


def refusal(name: str, raw: bytes = b"", remedy: str = "") -> BriefingError:
    """Why a file that is no text is not read, and what to do with it.

    Args:
        name: the file's name or its address.
        raw: how it begins, where that is known.
        remedy: what to do, where it is no article that was looked for.
    """
    ending = PurePath(name).suffix.lower()
    for kind in KINDS:
        if ending in kind.endings:
            return BriefingError(f"{name} is {kind.name}", remedy or kind.remedy)
    for kind in KINDS:
        if raw.startswith(kind.signatures):
            return BriefingError(f"{name} is {kind.name}", remedy or kind.remedy)
    if raw:
        return BriefingError(f"{name} is not a text file", remedy or "save the article as .txt, .md or .html")
    what = f"{ending} files are" if ending else "a file without an ending is"
    return BriefingError(f"{name}: {what} not read", f"only {', '.join(READABLE)} are")


def is_refused(raw: bytes) -> bool:
    """Whether a file begins as one of the kinds that are no text."""
    return any(raw.startswith(kind.signatures) for kind in KINDS)
