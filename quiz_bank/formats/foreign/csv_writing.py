"""Writes a table with the keys of a bank's question as its columns; lists and pairs stand in a cell as JSON."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable
from typing import Any

from quiz_bank.formats.fields import QUESTION
from quiz_bank.formats.foreign.cells import guarded
from quiz_bank.formats.foreign.outgoing import Outgoing

_COLUMNS = tuple(name for name in QUESTION if name != "was")


def write_csv(questions: Iterable[Outgoing]) -> bytes:
    """Questions as CSV, all of each: nothing is lost but the bank's own title."""
    lines = io.StringIO(newline="")
    writer = csv.writer(lines)
    writer.writerow(_COLUMNS)
    for question in questions:
        writer.writerow([_cell(question.table.get(name)) for name in _COLUMNS])
    return lines.getvalue().encode()


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (list, dict)):
        return json.dumps(value, ensure_ascii=False)
    return guarded(str(value))
