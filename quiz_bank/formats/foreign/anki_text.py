"""Anki's notes as text: https://docs.ankiweb.net/importing/text-files.html."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from briefings.errors import BriefingError
from quiz_bank.formats.foreign.anki_cards import NoteType
from quiz_bank.formats.foreign.anki_fields import note_drafts, words_of
from quiz_bank.formats.foreign.dialect import UNREAD, delimiter_of, rows
from quiz_bank.formats.foreign.drafts import Draft, Making

_SEPARATORS = {
    "tab": "\t", "\\t": "\t", "comma": ",", "semicolon": ";", "pipe": "|", "colon": ":", "space": " ",
}  # fmt: skip
_HEADER = re.compile(r"#\s*([a-z][a-z ]*?)\s*:(.*)", re.IGNORECASE)
_OLD_TAGS = re.compile(r"tags:(.*)", re.IGNORECASE)
_SPECIAL = ("guid", "notetype", "deck", "tags")
_FEWEST_FIELDS, _MOST_FIELDS, _FEWEST_NOTES = 2, 4, 4
_IDENTIFIER = re.compile(r"(?=[^\d]*\d)[A-Za-z0-9]{7,40}|(?=[^\d]*\d)[A-Za-z0-9]+(?:[-_][A-Za-z0-9]+)+")
_CLOZE = re.compile(r"cloze|l[üu]ckentext|trou", re.IGNORECASE)


@dataclass(slots=True)
class _Head:
    """What the lines at the top say: settings by name, the number of lines they take, tags for all notes."""

    said: dict[str, str] = field(default_factory=dict)
    lines: int = 0
    tags: list[str] = field(default_factory=list)

    def separator(self, rest: str) -> str:
        named = self.said.get("separator", "").strip("\n")
        return _SEPARATORS.get(named.strip().lower(), named[:1]) or delimiter_of(rest)

    def columns(self, separator: str) -> list[str]:
        listed = self.said.get("columns", "")
        return next(csv.reader(io.StringIO(listed), delimiter=separator), []) if listed.strip() else []

    def special(self) -> Mapping[int, str]:
        """Place of each column that holds no field -> what it holds."""
        found = {}
        for name in _SPECIAL:
            number = self.said.get(f"{name} column", "").strip()
            if number.isdecimal() and 0 < int(number) < 1000:
                found[int(number) - 1] = name
        return found


def read_anki_text(text: str, source: str, names: Sequence[str] = ()) -> Iterator[Draft]:
    """The notes of a text file, those that cannot be taken among them.

    Args:
        text: the file.
        source: as errors name it.
        names: of its columns, where the file tells none.

    Raises:
        BriefingError: no line of it is a note, or it has many fields and tells no names of them.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    head = _head(lines)
    rest = "\n".join(lines[head.lines :])
    separator = head.separator(rest)
    columns, special = list(names) or head.columns(separator), head.special()
    is_note = False
    table = [(line + head.lines, cells) for line, cells in rows(rest, separator)]
    if not columns:
        special = {**_identifiers([cells for _, cells in table]), **special}
        _check_fields([cells for _, cells in table], special, source)
    for line, cells in table:
        if not any(cells) or cells[0].startswith("#"):
            continue
        is_note = True
        if cells[0] in UNREAD:
            yield Making(line, source).skip(UNREAD[cells[0]])
        else:
            yield from _note(line, cells, columns, special, head)
    if not is_note:
        raise BriefingError(f"{source} holds no notes", "a line is a note: question, tab, answer")


def _check_fields(table: Sequence[Sequence[str]], special: Mapping[int, str], source: str) -> None:
    """Refuses notes of so many fields without names that the second is likely not the answer."""
    told = sorted(
        sum(bool(words_of(cell)) for place, cell in enumerate(cells) if place not in special)
        for cells in table
        if any(cells)
    )
    if (
        told
        and told[len(told) // 2] > _MOST_FIELDS
        and not any("{{c" in cell for cells in table for cell in cells)
    ):
        raise BriefingError(
            f"{source}: which of its fields ask and which answer is not certain",
            "name them in a line #columns:, or with --columns, such as question,answer,-,-,note",
        )


def _identifiers(table: Sequence[Sequence[str]]) -> Mapping[int, str]:
    """Columns that hold a name of its own for each note and nothing to ask, as "guid"; at least two others are left."""
    width = max(map(len, table), default=0)
    whole = [cells for cells in table if len(cells) == width]
    if width <= _FEWEST_FIELDS or len(whole) < _FEWEST_NOTES:
        return {}
    found = {}
    for place, column in enumerate(zip(*whole, strict=True)):
        if len(set(column)) == len(column) and all(_IDENTIFIER.fullmatch(cell.strip()) for cell in column):
            found[place] = "guid"
    return found if width - len(found) >= _FEWEST_FIELDS else {}


def _head(lines: Sequence[str]) -> _Head:
    head = _Head()
    for line in lines:
        if found := _HEADER.fullmatch(line.lstrip("\ufeff")):
            head.said[found[1].strip().lower()] = found[2]
        elif old := _OLD_TAGS.fullmatch(line):
            head.tags += old[1].split()
        elif line.strip() and not line.startswith("#"):
            break
        head.lines += 1
    head.tags += head.said.get("tags", "").split()
    return head


def _note(
    line: int, cells: Sequence[str], columns: Sequence[str], special: Mapping[int, str], head: _Head
) -> Iterator[Draft]:
    told = {name: cells[place] for place, name in special.items() if place < len(cells)}
    places = [place for place in range(len(cells)) if place not in special]
    values = [cells[place] for place in places]
    names = tuple(columns[place] if place < len(columns) else "" for place in places)
    called = told.get("notetype") or head.said.get("notetype", "")
    notetype = NoteType(called, names, bool(_CLOZE.search(called)))
    if len(values) < 2 and not any("{{c" in value for value in values):
        yield Making(line, " ".join(cells)[:80]).skip("the line has no second field")
        return
    yield from note_drafts(line, notetype, values, [*head.tags, *told.get("tags", "").split()])
