"""A store on its way to the next schema: killed at any moment it is old or new, and many starts do it once."""

from __future__ import annotations

import os
import random
import shutil
import signal
import sqlite3
import time
from contextlib import closing, suppress
from pathlib import Path

import pytest

from briefings.store.models import SCHEMA_VERSION
from briefings.store.store import open_store
from tests.faults.working import worked, working

OLD = Path(__file__).parents[1] / "briefings" / "store" / "old"
ARTICLES = 200
KILLS = 60

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a system that forks")


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A store of the first version with articles."""
    path = tmp_path / "old.db"
    with closing(sqlite3.connect(path)) as db:
        db.executescript((OLD / "v1.sql").read_text(encoding="utf-8"))
        db.execute("PRAGMA journal_mode=WAL")
        db.execute("INSERT INTO story VALUES (900, 'orla', 'Orla', '{}', '2031-05-03 09:00:00')")
        columns = "story_id, key, source, text, date_basis, cut, added_at"
        db.executemany(
            f"INSERT INTO article ({columns}) VALUES (900, ?, ?, ?, 'unknown', '[]', '2031-05-03 09:00:00')",
            [(f"{n:032}", f"{n}.txt", f"The Orla rose by {n} metres. " * 50) for n in range(ARTICLES)],
        )
        db.commit()
    return path


def standing(path: Path) -> tuple[int, int, str]:
    """The version, the articles of the story, and what SQLite says of the file."""
    with closing(sqlite3.connect(path)) as db:
        (version,) = db.execute("PRAGMA user_version").fetchone()
        (articles,) = db.execute("SELECT count(*) FROM article WHERE story_id = 900").fetchone()
        (verdict,) = db.execute("PRAGMA integrity_check").fetchone()
    return version, articles, verdict


def test_an_upgrade_that_is_killed_leaves_the_old_store_or_the_new_one(old: Path, tmp_path: Path) -> None:
    folder, chance = tmp_path / "copies", random.Random(7)
    folder.mkdir()
    for number in range(KILLS):
        shutil.copy(old, folder / f"{number}.db")
    process = working("start-own", folder, KILLS)
    assert process.stdout is not None
    for child in process.stdout.readline().split()[1:]:
        time.sleep(chance.uniform(0, 0.04))
        with suppress(ProcessLookupError):  # it was done before
            os.kill(int(child), signal.SIGKILL)
    process.communicate()
    found = [standing(folder / f"{number}.db") for number in range(KILLS)]
    assert {version for version, _, _ in found} <= {1, SCHEMA_VERSION}
    assert {(articles, verdict) for _, articles, verdict in found} == {(ARTICLES, "ok")}
    for number in range(KILLS):
        open_store(str(folder / f"{number}.db")).close()
        assert standing(folder / f"{number}.db") == (SCHEMA_VERSION, ARTICLES, "ok")
        assert standing(folder / f"{number}-v1.backup.db") == (1, ARTICLES, "ok")


def test_eight_starts_bring_a_store_up_once_and_keep_a_copy_of_it(old: Path) -> None:
    said = worked("start", old, 8)
    assert (said["kept"], said["refused"]) == (["open"] * 8, [])
    assert standing(old) == (SCHEMA_VERSION, ARTICLES, "ok")
    (copy,) = old.parent.glob("*.backup.db")
    assert standing(copy) == (1, ARTICLES, "ok")
