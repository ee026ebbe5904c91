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
from quiz_bank.formats.foreign.places import asks, repeats

_SEPARATORS = {
    "tab": "\t", "\\t": "\t", "comma": ",", "semicolon": ";", "pipe": "|", "colon": ":", "space": " ",
}  # fmt: skip
_HEADER = re.compile(r"#\s*([a-z][a-z ]*?)\s*:(.*)", re.IGNORECASE)
_OLD_TAGS = re.compile(r"tags:(.*)", re.IGNORECASE)
_SPECIAL = ("guid", "notetype", "deck", "tags")
_FEWEST_FIELDS, _MOST_FIELDS, _FEWEST_NOTES = 2, 4, 4
_MOST_COLUMNS = 1000
_MOST_ANSWERED = 0.9
_MOST_TAGS = 3  # of a note, where none has levels
_LAST = -1  # the place of a line's last cell
_TAG = re.compile(r"[\w:./&+#'()-]+")
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

    def columns_told(self) -> Mapping[int, str]:
        """Place of each column that a line of its own tells (``#tags column:3``) -> what it holds."""
        found = {}
        for name, number in self.said.items():
            if (
                name.endswith(" column")
                and number.strip().isdecimal()
                and 0 < int(number[:9]) < _MOST_COLUMNS
            ):
                found[int(number) - 1] = name.removesuffix(" column")
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
    columns, told = list(names) or head.columns(separator), head.columns_told()
    special = {place: name for place, name in told.items() if name in _SPECIAL}
    if not columns and len(special) < len(told):
        columns = [told.get(place, "") for place in range(max(told) + 1)]
    is_note = False
    table = [(line + head.lines, cells) for line, cells in rows(rest, separator)]
    if not columns:
        found = [cells for _, cells in table]
        special = {**_identifiers(found), **_tags(found, special), **special}
        _check_fields(found, special, source)
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
    notes = [
        [words_of(cells[place]) for place in _fields(cells, special)]
        for cells in table
        if any(cells) and len(cells) > 1
    ]
    told = sorted(sum(map(bool, fields)) for fields in notes)
    if (
        told
        and told[len(told) // 2] > _MOST_FIELDS
        and not any("{{c" in field for fields in notes for field in fields)
        and not _asks_first(notes)
    ):
        raise BriefingError(
            f"{source}: which of its fields ask and which answer is not certain",
            "name them in a line #columns:, or with --columns, such as question,answer,-,-,note",
        )


def _asks_first(notes: Sequence[Sequence[str]]) -> bool:
    """Whether the first field of most notes asks, and the next nearly always says something."""
    answered = [fields for fields in notes if len(fields) > 1 and fields[1]]
    return asks([fields[0] for fields in notes]) and len(answered) >= _MOST_ANSWERED * len(notes)


def _tags(table: Sequence[Sequence[str]], special: Mapping[int, str]) -> Mapping[int, str]:
    """The last column of three and more as ``_LAST``, where it holds tags: words of levels, or the same few words."""
    width = max(map(len, table), default=0)
    if width - len(special) <= _FEWEST_FIELDS or width - 1 in special or "tags" in special.values():
        return {}
    last = [cells[-1] for cells in table if len(cells) > _FEWEST_FIELDS and cells[-1]]
    plain = sum(map(_are_tags, last)) >= _MOST_ANSWERED * len(last)
    is_level = sum("::" in cell for cell in last) * 2 > len(last)
    return {_LAST: "tags"} if len(last) >= _FEWEST_NOTES and plain and (is_level or repeats(last)) else {}


def _fields(cells: Sequence[str], special: Mapping[int, str]) -> list[int]:
    """The places of a line's cells that are fields; the last is one where it does not look like tags."""
    last = len(cells) - 1
    is_tagged = _LAST in special and last >= _FEWEST_FIELDS and _are_tags(cells[last])
    return [
        place for place in range(len(cells)) if place not in special and not (is_tagged and place == last)
    ]


def _are_tags(cell: str) -> bool:
    """Whether a cell holds words as tags are: of levels, or few."""
    words = cell.split()
    is_few = len(words) <= _MOST_TAGS or "::" in cell
    return is_few and all(_TAG.fullmatch(word) for word in words)


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
    places = _fields(cells, special)
    told = {name: cells[place] for place, name in special.items() if 0 <= place < len(cells)}
    if _LAST in special and len(cells) - 1 not in places:
        told["tags"] = cells[-1]
    values = [cells[place] for place in places]
    names = tuple(columns[place] if place < len(columns) else "" for place in places)
    called = told.get("notetype") or head.said.get("notetype", "")
    notetype = NoteType(called, names, bool(_CLOZE.search(called)))
    if len(values) < 2 and not any("{{c" in value for value in values):
        yield Making(line, " ".join(cells)[:80]).skip("the line has no second field")
        return
    yield from note_drafts(line, notetype, values, [*head.tags, *told.get("tags", "").split()])
