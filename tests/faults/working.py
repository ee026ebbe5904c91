"""Starting the processes of ``workers.py``, and what they said."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
WORKERS = Path(__file__).with_name("workers.py")


def working(work: str, path: Path | str, processes: int, count: int = 1) -> subprocess.Popen[str]:
    """Processes that are about to begin; the first line they print is ``began`` and their ids."""
    return subprocess.Popen(
        [sys.executable, str(WORKERS), work, str(path), str(processes), str(count)],
        stdout=subprocess.PIPE,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )


def worked(work: str, path: Path | str, processes: int, count: int = 1) -> dict[str, list[str]]:
    """What the processes said: ``kept`` uids and ``refused`` errors."""
    said: dict[str, list[str]] = {"kept": [], "refused": []}
    for line in working(work, path, processes, count).communicate()[0].splitlines():
        word, _, rest = line.partition(" ")
        said.setdefault(word, []).append(rest)
    return said
