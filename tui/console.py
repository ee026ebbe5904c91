"""What a command prints: data on stdout, narration on stderr, JSON one object a line."""

from __future__ import annotations

import json
import os
import sys
from typing import Any

import click


def out(text: str) -> None:
    """Data for the reader or the next program."""
    click.echo(text)


def note(text: str) -> None:
    """Progress, notices and errors: never part of the data."""
    click.echo(text, err=True)


def json_line(record: dict[str, Any]) -> None:
    """One object of JSON Lines, UTF-8."""
    click.echo(json.dumps(record, ensure_ascii=False))


def prepare() -> None:
    """Makes the standard streams UTF-8; a lone surrogate is replaced, not an error."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


def is_terminal() -> bool:
    """Whether a person sits at a terminal that can show the app: not a pipe, not ``TERM=dumb``.

    All three streams count: the app paints on stderr.
    """
    streams = (sys.stdin, sys.stdout, sys.stderr)
    return all(stream.isatty() for stream in streams) and os.environ.get("TERM", "") not in ("", "dumb")


def table(rows: list[tuple[str, ...]], right: frozenset[int] = frozenset()) -> str:
    """Rows as aligned columns, two spaces apart; the first row is the head. ``right``: columns of numbers."""
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = []
    for row in rows:
        cells = [
            cell.rjust(widths[column]) if column in right else cell.ljust(widths[column])
            for column, cell in enumerate(row)
        ]
        lines.append("  ".join(cells).rstrip())
    return "\n".join(lines)
