"""A command line as somebody types it, run in this process: what it says, and the code it ends with."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from tui.group import run as front_door


class Ran(NamedTuple):
    """A command that ended."""

    returncode: int
    stdout: str
    stderr: str


def run(path: Path | str, *arguments: str, given: str | bytes = "", **environment: str) -> Ran:
    """Runs ``briefing`` on the store at ``path`` or at a URL; ``given`` comes through standard input."""
    sent = given if isinstance(given, bytes) else given.encode("utf-8")
    stdin, stdout, stderr = io.TextIOWrapper(io.BytesIO(sent)), io.StringIO(), io.StringIO()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("BRIEFING_DB", str(path))
        if isinstance(path, Path):
            patch.setenv("HOME", str(path.parent))
        for name, value in environment.items():
            patch.setenv(name, value)
        for name, stream in (("stdin", stdin), ("stdout", stdout), ("stderr", stderr)):
            patch.setattr(sys, name, stream)
        patch.setattr(sys, "argv", ["briefing", *arguments])
        with pytest.raises(SystemExit) as ended:
            front_door()
    return Ran(int(ended.value.code or 0), stdout.getvalue(), stderr.getvalue())
