"""Import and export: the formats by name, and which one a file is in."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from briefings.errors import BriefingError
from briefings.reading.text import decode, mended
from quiz_bank.formats.foreign.drafts import Draft
from quiz_bank.formats.foreign.report import Report
from quiz_bank.formats.foreign.settle import settled

if TYPE_CHECKING:
    from quiz_bank.formats.foreign.outgoing import Outgoing

LARGEST_FILE = 512 * 1024 * 1024  # bytes of any file; each format has a smaller limit where that makes sense


def _gift(raw: bytes, source: str) -> Iterable[Draft]:
    from quiz_bank.formats.foreign.gift_reading import read_gift

    return read_gift(_text(raw, source))


def _moodle(raw: bytes, source: str) -> Iterable[Draft]:
    from quiz_bank.formats.foreign.moodle_reading import read_moodle

    return read_moodle(raw, source)


def _aiken(raw: bytes, source: str) -> Iterable[Draft]:
    from quiz_bank.formats.foreign.aiken import read_aiken

    return read_aiken(_text(raw, source))


def _csv(raw: bytes, source: str, columns: Sequence[str] = ()) -> Iterable[Draft]:
    from quiz_bank.formats.foreign.csv_reading import read_csv

    return read_csv(_text(raw, source), source, columns)


def _anki_text(raw: bytes, source: str, columns: Sequence[str] = ()) -> Iterable[Draft]:
    from quiz_bank.formats.foreign.anki_text import read_anki_text

    return read_anki_text(_text(raw, source), source, columns)


def _anki_package(raw: bytes, source: str) -> Iterable[Draft]:
    from quiz_bank.formats.foreign.anki_package import read_anki_package

    return read_anki_package(raw, source)


def _lines(raw: bytes, source: str) -> Iterable[Draft]:
    from quiz_bank.formats.foreign.line_pairs import read_lines

    return read_lines(_text(raw, source))


def _text(raw: bytes, source: str) -> str:
    return mended(decode(raw, source, remedy=REMEDY))


def _to_gift(questions: Iterable[Outgoing], title: str) -> bytes:
    from quiz_bank.formats.foreign.gift_writing import write_gift

    return write_gift(questions)


def _to_moodle(questions: Iterable[Outgoing], title: str) -> bytes:
    from quiz_bank.formats.foreign.moodle_writing import write_moodle

    return write_moodle(questions)


def _to_csv(questions: Iterable[Outgoing], title: str) -> bytes:
    from quiz_bank.formats.foreign.csv_writing import write_csv

    return write_csv(questions)


def _to_anki_text(questions: Iterable[Outgoing], title: str) -> bytes:
    from quiz_bank.formats.foreign.anki_writing import write_anki_text

    return write_anki_text(questions, title)


def _to_anki_package(questions: Iterable[Outgoing], title: str) -> bytes:
    from quiz_bank.formats.foreign.anki_writing import write_anki_package

    return write_anki_package(questions, title)


Reader = Callable[[bytes, str], Iterable[Draft]]
Writer = Callable[[Iterable["Outgoing"], str], bytes]


@dataclass(frozen=True, slots=True)
class Format:
    """One format: its name for people and commands, the suffixes of its files, its reader and writer."""

    name: str
    title: str
    suffixes: tuple[str, ...]
    read: Reader
    write: Writer | None = None


FORMATS: Mapping[str, Format] = {
    found.name: found
    for found in (
        Format("gift", "GIFT", (".gift",), _gift, _to_gift),
        Format("moodle", "Moodle XML", (".xml",), _moodle, _to_moodle),
        Format("aiken", "Aiken", (".aiken",), _aiken),
        Format("csv", "CSV", (".csv", ".tsv"), _csv, _to_csv),
        Format("anki", "Anki notes as text", (), _anki_text, _to_anki_text),
        Format("lines", "questions and answers in lines", (), _lines),
        Format("apkg", "Anki package", (".apkg", ".colpkg"), _anki_package, _to_anki_package),
    )
}
WRITTEN = tuple(found.name for found in FORMATS.values() if found.write)
_BY_SUFFIX = {suffix: found for found in FORMATS.values() for suffix in found.suffixes}
_XML = re.compile(r"\s*(?:<\?xml|<quiz\b|<!--|<!DOCTYPE)", re.IGNORECASE)
_ANKI = re.compile(r"(?:#(?:separator|html|notetype|deck|columns|tags|guid)[a-z ]*:|tags:)", re.IGNORECASE)
_ANKI_HEAD = re.compile(r"#(?:separator|html|notetype|deck|columns)[a-z ]*:", re.IGNORECASE)
_AIKEN = re.compile(r"^[ \t]*ANSWERS?[ \t]*:[ \t]*[A-Z]\b", re.MULTILINE | re.IGNORECASE)
_GIFT = re.compile(
    r"^::|^\$CATEGORY:|^(?:[^$\\\n]|\\[~=#{}:n])*\{\s*(?:[=~]|#\s*[-=%\d]|(?:T|F|TRUE|FALSE)\s*[#}])|\s\{\}[ \t]*$",
    re.MULTILINE,
)
_ZIP, _SPREADSHEET = b"PK\x03\x04", b"xl/workbook.xml"
_MOST_TABBED = 0.9  # of the lines
REMEDY = "export the questions as text, or as an Anki package"  # for what is no text
_SAMPLE = 200_000  # characters looked at


def format_of(path: PurePath, raw: bytes) -> Format:
    """The format a file is in: by its suffix, else by what it holds.

    Raises:
        BriefingError: it is none of them.
    """
    if raw.startswith(_ZIP):
        if _SPREADSHEET in raw:
            raise BriefingError(f"{path} is a spreadsheet", "save it as CSV, and import that")
        return FORMATS["apkg"]
    sample = decode(raw[:_SAMPLE], path.name, remedy=REMEDY).lstrip("\ufeff")
    if known := _BY_SUFFIX.get(path.suffix.lower()):
        return FORMATS[_instead_of_table(sample) or "csv"] if known.name == "csv" else known
    for name, holds in (
        ("moodle", _XML.match), ("anki", _ANKI.match), ("anki", _is_tabbed), ("aiken", _AIKEN.search),
        ("gift", _GIFT.search), ("csv", _is_table), ("lines", _is_in_lines), ("anki", _is_parted),
    ):  # fmt: skip
        if holds(sample):
            return FORMATS[name]
    raise BriefingError(f"{path}: its format cannot be told", f"name it with --format: {', '.join(FORMATS)}")


def _instead_of_table(text: str) -> str:
    """What a text that its suffix calls a table is in truth, as a key of ``FORMATS``; empty where it may be one."""
    if _ANKI_HEAD.match(text):
        return "anki"
    return "lines" if not _is_table(text) and _is_in_lines(text) else ""


def _is_table(text: str) -> bool:
    """Whether a text that no suffix calls a table is one of questions: by its names, or by its answers."""
    from quiz_bank.formats.foreign.layout import is_quiz

    return is_quiz(text)


def _is_in_lines(text: str) -> bool:
    from quiz_bank.formats.foreign.line_pairs import is_in_lines

    return is_in_lines(text)


def _is_tabbed(text: str) -> bool:
    """Whether nearly all lines of a text have tabs inside, and are not those of a table of questions."""
    lines = [line for line in text.splitlines() if line.strip()]
    tabbed = sum("\t" in line.strip() for line in lines)
    return tabbed >= _MOST_TABBED * len(lines) > 0 and not _is_in_lines(text) and not _is_table(text)


def _is_parted(text: str) -> bool:
    """Whether a text's lines are in two parts or more each, as notes are."""
    from quiz_bank.formats.foreign.dialect import is_parted

    return is_parted(text)


def import_file(
    path: Path, form: str | None = None, taken: set[str] | None = None, columns: Sequence[str] = ()
) -> Report:
    """Reads a file of questions into tables of a bank.

    Args:
        path: the file.
        form: a key of ``FORMATS``; by its suffix and content where None.
        taken: ids that the bank has already; those of the file are added.
        columns: names of the columns of a table or of notes, where the file has none that are known.

    Raises:
        BriefingError: the file cannot be read, is none of that format, or is too large.
    """
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise BriefingError(f"{path} is larger than {LARGEST_FILE // 2**20} MB", "split it")
        raw = path.read_bytes()
    except OSError as problem:
        raise BriefingError(f"{path}: {problem.strerror}", "check the name and its permissions") from problem
    found = FORMATS[form] if form else format_of(path, raw)
    if columns:
        _check_columns(columns)
    by_columns = {"csv": _csv, "anki": _anki_text}.get(found.name) if columns else None
    items = by_columns(raw, str(path), columns) if by_columns else found.read(raw, str(path))
    drafts = settled(items, taken)
    if not drafts:
        raise BriefingError(
            f"{path}: no question in it", f"it was read as {found.title}; --format names another"
        )
    return Report(str(path), found.name, tuple(drafts))


def _check_columns(columns: Sequence[str]) -> None:
    from quiz_bank.formats.foreign.columns import is_head

    if not is_head(columns):
        raise BriefingError(
            f"no question and answer among the columns {', '.join(columns)}",
            "name all of them in their order, such as question,answer,wrong or -,question,a,b,c,d,answer",
        )


def export(questions: Sequence[Outgoing], form: str, title: str, path: str = "") -> tuple[bytes, Report]:
    """Writes questions in a format, and tells what of each it could not carry.

    Args:
        questions: as ``outgoing`` makes them.
        form: one of ``WRITTEN``.
        title: of the bank or the story.
        path: how the report names the questions.
    """
    write = FORMATS[form].write
    if write is None:
        raise BriefingError(f"{FORMATS[form].title} is read only", f"one of {', '.join(WRITTEN)}")
    raw = write(questions, title)
    drafts = tuple(question.draft(place) for place, question in enumerate(questions, 1))
    return raw, Report(path or title, form, drafts, "exported")
