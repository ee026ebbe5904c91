"""Rows and cells of delimited text, whatever delimits them."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from quiz_bank.formats.foreign.cells import unguarded

_DELIMITERS = ",;\t|"
_LONGEST_CELL = 1_000_000  # characters
_SAMPLE_ROWS = 60
TOO_LONG = "\0"  # the only cell of a row that could not be read, after which nothing is


def delimiter_of(text: str) -> str:
    """The sign that parts the first rows into the most columns of one number."""
    sample = "".join(text[:200_000].splitlines(keepends=True)[:_SAMPLE_ROWS])

    def score(sign: str) -> tuple[float, int]:
        widths = [len(cells) for _, cells in rows(sample, sign) if any(cells)]
        usual = max(set(widths), key=widths.count, default=0)
        return (widths.count(usual) / len(widths), usual) if usual > 1 else (0.0, 0)

    return max(_DELIMITERS, key=lambda sign: (score(sign)[0] > 0, round(score(sign)[0], 1), score(sign)[1]))


def rows(text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """Each row's first line and cells; a cell that is too long ends the table."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, skipinitialspace=True)
    csv.field_size_limit(_LONGEST_CELL)
    before = 0
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            yield before + 1, [TOO_LONG]
            return
        yield before + 1, [unguarded(cell.strip()) for cell in cells]
        before = reader.line_num
