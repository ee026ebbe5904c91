"""A damaged store is named so in one line, and not a byte of it is changed, whatever is asked of it."""

from __future__ import annotations

import random
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from briefings.sample import SLUG, sample_folder
from briefings.store.models import SCHEMA_VERSION
from tests.tui.typed import run

LOOKING = (("db", "check"), ("db", "check", "--repair"), ("claims", SLUG), ("stories",))


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A store with articles and answers."""
    path = tmp_path_factory.mktemp("store") / "store.db"
    assert run(path, "add", str(sample_folder())).returncode == 0
    assert run(path, "quiz", SLUG, given="240\n" * 9).returncode == 0
    assert run(path, "db", "check").returncode == 0
    return path.read_bytes()


def unharmed(path: Path, content: bytes) -> list[str]:
    """What a user is told by each command; none may change the file or show a traceback."""
    path.write_bytes(content)
    said = []
    for command in LOOKING:
        ran = run(path, *command)
        assert ran.returncode in (0, 1, 3)
        assert path.read_bytes() == content
        said.append(ran.stdout + ran.stderr)
        if ran.returncode == 3:
            assert len(ran.stderr.splitlines()) == 1
    return said


@pytest.mark.parametrize("seed", range(20))
def test_a_page_of_noise_is_found_by_the_check(sound: bytes, tmp_path: Path, seed: int) -> None:
    noise = random.Random(seed)
    size = int.from_bytes(sound[16:18], "big")
    page = noise.randrange(1, len(sound) // size) * size  # any but the first, which holds the header
    content = sound[:page] + noise.randbytes(size) + sound[page + size :]
    checked = unharmed(tmp_path / "store.db", content)[0]
    assert checked.startswith("pages: ") or "store.db is damaged; put a backup in its place" in checked


@pytest.mark.parametrize("kept", [0.1, 0.5, 0.9])
def test_a_store_that_was_cut_off_is_found_by_the_check(sound: bytes, tmp_path: Path, kept: float) -> None:
    checked = unharmed(tmp_path / "store.db", sound[: int(len(sound) * kept)])[0]
    assert checked.startswith("pages: ") or "store.db is damaged; put a backup in its place" in checked


@pytest.mark.parametrize(
    "header", [b"SQLite format 9\x00", b"\x00" * 16, b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", b"Dear reader, hel"]
)
def test_another_header_is_no_store(sound: bytes, tmp_path: Path, header: bytes) -> None:
    for said in unharmed(tmp_path / "store.db", header + sound[16:]):
        assert said.endswith(
            "store.db is not a briefing store; name another file with --db; this one was left as it is\n"
        )


def test_a_much_newer_store_is_refused_by_every_command_and_left_alone(sound: bytes, tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    path.write_bytes(sound)
    with closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA user_version=99")
    for said in unharmed(path, path.read_bytes()):
        assert said.endswith(
            f"made by a newer briefing (schema 99; this one knows {SCHEMA_VERSION}); "
            "upgrade briefing; the store was left as it is\n"
        )
    assert [file.name for file in tmp_path.iterdir()] == ["store.db"]
