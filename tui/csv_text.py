"""Rows as CSV that a spreadsheet takes for data."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence


def csv_text(rows: Sequence[Mapping[str, object]], head: Iterable[str] = ()) -> str:
    """CSV, each line ended, the names of the columns first; no cell is taken for a formula by a spreadsheet.

    Args:
        rows: a cell a name; the columns are all names there are, in the order they first occur.
        head: the columns where there are no rows to tell them.
    """
    names = list(dict.fromkeys(name for row in rows for name in row)) or list(head)
    text = io.StringIO()
    writer = csv.DictWriter(text, names, restval="", lineterminator="\n")
    writer.writerow({name: _harmless(name) for name in names})
    for row in rows:
        writer.writerow({name: _harmless(value) for name, value in row.items()})
    return text.getvalue()


def _harmless(value: object) -> object:
    """A cell that starts like a formula gets an apostrophe (OWASP, CSV injection)."""
    return f"'{value}" if isinstance(value, str) and value[:1] in tuple("=+-@\t\r") else value
