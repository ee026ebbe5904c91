"""What a command prints: data on stdout, narration on stderr, JSON one object a line."""

from __future__ import annotations

import json
import os
import sys
from io import TextIOWrapper
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
    """Makes the standard streams UTF-8: a closed one is empty, and no byte and no character is an error.

    A byte order mark in front of the input is no part of it. A lone surrogate is written as JSON escapes it.
    """
    for name in ("stdin", "stdout", "stderr"):  # the lowest first: a closed one gets its own number again
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "r" if name == "stdin" else "w"))  # noqa: SIM115  # never closed
    if isinstance(sys.stdin, TextIOWrapper):
        sys.stdin.reconfigure(encoding="utf-8-sig", errors="replace")
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


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
