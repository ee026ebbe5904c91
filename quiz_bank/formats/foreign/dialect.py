"""Rows and cells of delimited text, whatever delimits them."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence

from quiz_bank.formats.foreign.cells import unguarded

_DELIMITERS = ",;\t|"
_RARE = "#*~`^:"
_LONGEST_CELL = 1_000_000  # characters
SAMPLE = 200_000  # characters
_SAMPLE_ROWS = 60
_MOST, _FEWEST_LINES = 0.9, 4
_TOO_LONG, _MISQUOTED = "\0long", "\0quotes"
#: the only cell of a row that could not be read -> why
UNREAD = {
    _TOO_LONG: "a cell is too long or a quote is not closed; the rest was not read",
    _MISQUOTED: "its quotes do not match",
}


def delimiter_of(text: str) -> str:
    """The sign that parts the first rows into the most columns of one number."""
    sample = "".join(text[:SAMPLE].splitlines(keepends=True)[:_SAMPLE_ROWS])

    def score(sign: str) -> tuple[float, int]:
        widths = [len(cells) for _, cells in rows(sample, sign) if any(cells)]
        usual = max(set(widths), key=widths.count, default=0)
        return (widths.count(usual) / len(widths), usual) if usual > 1 else (0.0, 0)

    best = max(_DELIMITERS, key=lambda sign: (score(sign)[0] > 0, round(score(sign)[0], 1), score(sign)[1]))
    lines = [line for line in sample.splitlines() if line.strip()]
    is_usual = sum(best in line for line in lines) * 2 >= len(lines)
    return best if is_usual else _rare_delimiter(lines) or best


def _rare_delimiter(lines: Sequence[str]) -> str:
    """A sign that few tables use, where nearly all lines have it as often; else empty."""
    for sign in _RARE:
        counts = [line.count(sign) for line in lines]
        usual = max(set(counts), key=counts.count, default=0)
        if usual and len(lines) >= _FEWEST_LINES and counts.count(usual) >= _MOST * len(lines):
            return sign
    return ""


def rows(text: str, delimiter: str, width: int = 0) -> Iterator[tuple[int, list[str]]]:
    """Each row's first line and cells; a cell that is too long ends the table.

    Where no sign that parts cells has a space behind it, one that has belongs to its cell: by that a row of one line
    that has too many cells is read again, if it then has as many as it should.

    A quote that nobody closed swallows lines up to the next one, and one inside a cell parts it: of tabbed text such
    lines are read without quotes, as other programs write it; of other tables each is given as unread.
    """
    fed: list[str] = []
    is_close = width > 0 and f"{delimiter} " not in _sound_lines(text, delimiter, width)
    reader = csv.reader(_fed(text, fed), delimiter=delimiter, skipinitialspace=True)
    csv.field_size_limit(_LONGEST_CELL)
    before = 0
    while True:
        fed.clear()
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            yield before + 1, [_TOO_LONG]
            return
        if _is_misquoted(fed, cells, delimiter):
            for number, line in enumerate(fed, before + 1):
                yield number, _unquoted(line) if delimiter == "\t" else [_MISQUOTED]
        else:
            if is_close and len(cells) > width and len(fed) == 1:
                cells = _respaced(fed[0], delimiter, width) or cells
            yield before + 1, [unguarded(cell.strip()) for cell in cells]
        before = reader.line_num


def _sound_lines(text: str, delimiter: str, width: int) -> str:
    """The lines without quotes that have as many cells as they should."""
    lines = text[:SAMPLE].splitlines(keepends=True)
    return "".join(line for line in lines if '"' not in line and line.count(delimiter) == width - 1)


def _respaced(line: str, delimiter: str, width: int) -> list[str]:
    """The cells of a line parted only where no space follows; empty where these are not as many as they should be."""
    cells = re.split(f"{re.escape(delimiter)}(?! )", line.rstrip("\r\n")) if '"' not in line else []
    return cells if len(cells) == width else []


def _fed(text: str, fed: list[str]) -> Iterator[str]:
    """The lines of a text, each kept as it is read."""
    for line in io.StringIO(text, newline=""):
        fed.append(line)
        yield line


def _unquoted(line: str) -> list[str]:
    return [unguarded(cell.strip()) for cell in line.rstrip("\r\n").split("\t")]


def _is_misquoted(lines: list[str], cells: list[str], delimiter: str) -> bool:
    """Whether quotes of a row do not match: one is never closed, or is closed where no cell ends."""
    if len(lines) == 1 and not any('"' in cell for cell in cells):
        return False
    try:
        list(csv.reader(lines, delimiter=delimiter, skipinitialspace=True, strict=True))
    except csv.Error:
        return len(lines) > 1 or any('"' in cell for cell in cells)
    return False


def usual_width(table: Sequence[Sequence[str]]) -> int:
    """How many cells most rows of two and more have, else 0."""
    widths = [len(cells) for cells in table if len(cells) > 1]
    return max(set(widths), key=widths.count, default=0)


def is_parted(text: str) -> bool:
    """Whether one sign parts nearly all lines of a text into as many cells; a comma only into two, with no space."""
    lines = [line for line in text[:SAMPLE].splitlines() if line.strip() and not line.startswith("#")]
    if lines and "\t" in lines[0]:
        return True
    for sign in ";|,":
        parts = [line.count(sign) for line in lines]
        usual = max(set(parts), key=parts.count, default=0)
        is_list = sign == "," and (usual > 1 or any(", " in line for line in lines))
        if usual and not is_list and parts.count(usual) >= _MOST * len(lines):
            return len(lines) >= _FEWEST_LINES
    return False
