"""Rows and cells of delimited text, whatever delimits them."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from quiz_bank.formats.foreign.cells import unguarded

_DELIMITERS = ",;\t|"
_LONGEST_CELL = 1_000_000  # characters
_SAMPLE_ROWS = 60
_TOO_LONG, _MISQUOTED = "\0long", "\0quotes"
#: the only cell of a row that could not be read -> why
UNREAD = {
    _TOO_LONG: "a cell is too long or a quote is not closed; the rest was not read",
    _MISQUOTED: "its quotes do not match",
}


def delimiter_of(text: str) -> str:
    """The sign that parts the first rows into the most columns of one number."""
    sample = "".join(text[:200_000].splitlines(keepends=True)[:_SAMPLE_ROWS])

    def score(sign: str) -> tuple[float, int]:
        widths = [len(cells) for _, cells in rows(sample, sign) if any(cells)]
        usual = max(set(widths), key=widths.count, default=0)
        return (widths.count(usual) / len(widths), usual) if usual > 1 else (0.0, 0)

    return max(_DELIMITERS, key=lambda sign: (score(sign)[0] > 0, round(score(sign)[0], 1), score(sign)[1]))


def rows(text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """Each row's first line and cells; a cell that is too long ends the table.

    A quote that nobody closed swallows lines up to the next one, and one inside a cell parts it: of tabbed text such
    lines are read without quotes, as other programs write it; of other tables each is given as unread.
    """
    fed: list[str] = []
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
            yield before + 1, [unguarded(cell.strip()) for cell in cells]
        before = reader.line_num


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
