"""The lines of a table: which key stands where, and where each part of its value begins.

Found by looking at the text, not by parsing it, so that a table with a broken line still tells all its places.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from quiz_bank.formats.blocks import Block

_START = re.compile(r"[ \t]*(?P<key>[A-Za-z_][\w-]*|\"[^\"\n]*\"|'[^'\n]*')[ \t]*=(?!=)[ \t]*")
_SUBTABLE = re.compile(r"[ \t]*\[[ \t]*question[ \t]*\.[ \t]*(?P<key>[\w-]+)[ \t]*\][ \t]*(?:#.*)?")
_LOOSE = re.compile(r"[ \t]*[^ \t\r#]")
_PART = re.compile(
    r'"""(?:[^\\]|\\.)*?"""|\'\'\'.*?\'\'\'|"(?:[^"\\\n]|\\.)*"|\'[^\'\n]*\'|#[^\n]*|[\[\]{},=]|[^\s\[\]{},="\'#]+',
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Statement:
    """One ``key = value``, or lines that are none.

    Attributes:
        key: without its quotes; empty where the lines are no statement.
        line: its first line in the file, from 1.
        key_column, value_column: where they begin on it, from 1.
        text: all its lines.
        table: whether it is a table below the question: ``[question.answer]``.
    """

    key: str
    line: int
    key_column: int
    value_column: int
    text: str
    table: bool = False

    @property
    def value(self) -> str:
        """The value as it is written, what follows it included."""
        return self.text.partition("\n")[2] if self.table else self.text[self.value_column - 1 :]

    def parts(self) -> list[tuple[int, int, str]]:
        """Line, column and text of the items of a list, or of the names of a table in one line."""
        return list(self._parts())

    def _parts(self) -> Iterator[tuple[int, int, str]]:
        if self.table:
            for row, line in enumerate(self.text.split("\n")[1:], self.line + 1):
                if match := _START.match(line):
                    yield row, match.start("key") + 1, match["key"]
            return
        begins = self.value_column - 1
        depth, due = 0, False
        for match in _PART.finditer(self.text, begins):
            piece = match.group()
            if piece in "[{":
                depth += 1
                due = depth == 1 or due
            elif piece in "]}":
                depth -= 1
                if depth <= 0:
                    return
            elif piece == "," and depth == 1:
                due = True
            elif due and depth == 1 and piece[0] != "#":
                due = False
                before = self.text[: match.start()]
                column = match.start() - (before.rfind("\n") + 1) + 1
                yield self.line + before.count("\n"), column, piece


def statements(block: Block) -> Iterator[Statement]:
    """The statements of a table, in order; comments and blank lines are none."""
    lines = block.lines
    place = 0
    while place < len(lines):
        line = lines[place]
        below, start = _SUBTABLE.fullmatch(line), _START.match(line)
        if below is not None:
            end = place + 1
            while end < len(lines) and not _SUBTABLE.fullmatch(lines[end]):
                end += 1
            name = below.start("key") + 1
            text = "\n".join(lines[place:end])
            yield Statement(below["key"], block.line + place + 1, name, name, text, table=True)
        elif start is not None:
            end = _end(lines, place, line[start.end() :])
            yield Statement(
                start["key"].strip("\"'"),
                block.line + place + 1,
                start.start("key") + 1,
                start.end() + 1,
                "\n".join(lines[place:end]),
            )
        else:
            end = place + 1
            if _LOOSE.match(line):
                column = len(line) - len(line.lstrip()) + 1
                yield Statement("", block.line + place + 1, column, column, line)
        place = end


def _end(lines: tuple[str, ...], place: int, value: str) -> int:
    """The line after a statement: where its long text or its brackets close, else the next statement begins."""
    for mark in ('"""', "'''"):
        if value.startswith(mark):
            if mark in value[3:]:
                return place + 1
            closing = (number + 1 for number in range(place + 1, len(lines)) if mark in lines[number])
            return next(closing, _next_start(lines, place))
    if not value.startswith(("[", "{")):
        return place + 1
    end, depth = place + 1, _depth(value)
    while depth > 0 and end < len(lines) and not _begins(lines[end], inside=value[0]):
        depth += _depth(lines[end])
        end += 1
    return end


def _next_start(lines: tuple[str, ...], place: int) -> int:
    following = (number for number in range(place + 1, len(lines)) if _begins(lines[number]))
    return next(following, len(lines))


def _begins(line: str, inside: str = "") -> bool:
    """Whether a statement begins here; between braces a pair looks like one."""
    pair = inside == "{" and line.rstrip().endswith((",", "}"))
    return not pair and bool(_START.match(line) or _SUBTABLE.fullmatch(line))


def _depth(line: str) -> int:
    """How many brackets a line opens and leaves open; negative where it closes more."""
    pieces = [match.group() for match in _PART.finditer(line)]
    return sum(piece in ("[", "{") for piece in pieces) - sum(piece in ("]", "}") for piece in pieces)
