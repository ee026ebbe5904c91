"""Rows as CSV that a spreadsheet takes for data."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from typing import Any


def csv_text(head: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> str:
    """CSV whose cells no spreadsheet takes for a formula: one that starts like one gets an apostrophe."""
    text = io.StringIO()
    writer = csv.DictWriter(text, head, lineterminator="\n")
    writer.writeheader()
    for row in rows:
        writer.writerow({name: _harmless(value) for name, value in row.items()})
    return text.getvalue().rstrip("\n")


def _harmless(value: object) -> object:
    return f"'{value}" if isinstance(value, str) and value[:1] in tuple("=+-@\t\r") else value
