"""Nothing heavy is imported before it is needed: read from ``sys.modules`` in a fresh process."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = ("textual", "sqlmodel", "sqlalchemy", "pydantic", "rich", "rapidfuzz", "psycopg")

SCRIPT = """
import sys
try:
    {code}
except SystemExit:
    pass
print(*sys.modules, file=sys.stderr)
"""


def modules_after(code: str) -> set[str]:
    run = subprocess.run(
        [sys.executable, "-c", SCRIPT.format(code=code)], capture_output=True, text=True, check=True
    )
    return {name.partition(".")[0] for name in run.stderr.split()}


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["paths"], ["completion", "bash"]])
def test_light_commands_import_nothing_heavy(arguments: list[str]) -> None:
    loaded = modules_after(f"sys.argv = ['briefing', *{arguments!r}]; from tui.cli import main; main()")
    assert "tui" in loaded
    assert loaded.isdisjoint(HEAVY)


def test_a_store_in_a_file_needs_no_driver_of_a_server(tmp_path: Path) -> None:
    loaded = modules_after(
        f"from briefings.store.store import open_store; open_store({str(tmp_path / 's.db')!r}).close()"
    )
    assert "sqlmodel" in loaded
    assert "psycopg" not in loaded


def test_extracting_needs_no_store_and_no_screen() -> None:
    loaded = modules_after(
        "from briefings.extract.pipeline import extract; extract('Salm lies 3 km from Lorn.')"
    )
    assert loaded.isdisjoint(HEAVY)


def test_the_app_is_imported_without_the_store() -> None:
    loaded = modules_after("import tui.app")
    assert "textual" in loaded
    assert loaded.isdisjoint({"sqlmodel", "sqlalchemy", "pydantic"})
