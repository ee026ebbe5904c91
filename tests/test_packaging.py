"""What ships: the wheel runs away from the checkout, and no tracked file names a machine or an index."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def run(*command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command,
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, **environment},
        cwd=environment.get("HOME", str(ROOT)),
        stdin=subprocess.DEVNULL,
        check=True,
    )


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder into which the built wheel was installed."""
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder / "dist"))
    (wheel,) = (folder / "dist").glob("*.whl")
    run(
        sys.executable,
        "-m",
        "pip",
        "install",
        "--no-deps",
        "--quiet",
        "--target",
        str(folder / "site"),
        str(wheel),
    )
    return folder


def test_the_wheel_holds_styles_and_the_sample_story(installed: Path) -> None:
    names = {path.relative_to(installed / "site").as_posix() for path in (installed / "site").rglob("*")}
    assert "briefings/seeds/story.toml" in names
    assert {f"briefings/seeds/{path.name}" for path in (ROOT / "seeds").iterdir()} <= names
    styles = {path.relative_to(ROOT).as_posix() for path in (ROOT / "tui").rglob("*.tcss")}
    assert styles
    assert styles <= names
    assert not any(name.startswith(("tests/", "benchmarks/")) for name in names)


def test_the_installed_command_prints_the_sample_briefing(installed: Path) -> None:
    environment = {
        "PYTHONPATH": str(installed / "site"),
        "HOME": str(installed),
        "BRIEFING_DB": str(installed / "a.db"),
    }
    where = run(sys.executable, "-c", "import briefings; print(briefings.__file__)", **environment)
    assert Path(where.stdout.strip()).is_relative_to(installed)
    shown = run(str(installed / "site" / "bin" / "briefing"), **environment)
    assert "93,000" in shown.stdout


def tracked() -> list[Path]:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("not a git checkout")
    return [ROOT / name for name in listed.stdout.splitlines() if (ROOT / name).is_file()]


def test_no_tracked_file_names_a_machine_path_or_an_index_host() -> None:
    forbidden = re.compile(r"/home/\w|/wor[k]/|/roo[t]/|--(extra-)?index[-]url|--find[-]links|file:/{3}\w")
    found = [
        f"{path.relative_to(ROOT)}: {match.group()}"
        for path in tracked()
        if path != Path(__file__)
        and (match := forbidden.search(path.read_text(encoding="utf-8", errors="replace")))
    ]
    assert found == []


def test_every_locked_requirement_carries_a_hash() -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    entries = re.findall(r"^[\w.-]+==[^\n]*(?:\n    [^\n]*)*", lock, re.MULTILINE)
    assert len(entries) > 20
    assert [entry for entry in entries if "--hash=sha256:" not in entry] == []
    assert "http" not in lock
