"""From one schema to the next: all steps or none, a backup first, once however many race."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from sqlalchemy.exc import OperationalError

from briefings.store.migrations import migrate
from briefings.store.models import SCHEMA_VERSION, SettingRow
from briefings.store.sqlite import open_engine
from briefings.store.store import open_store

NEXT = SCHEMA_VERSION + 1


ADD_A_TABLE = ("CREATE TABLE extra (x)",)
FAIL_HALF_WAY = (*ADD_A_TABLE, "CREATE TABLE extra (x)")
OLD_STORES = sorted((Path(__file__).parent / "old").glob("v*.sql"))


@pytest.fixture
def old_store(tmp_path: Path) -> Path:
    path = tmp_path / "old.db"
    with open_store(str(path)) as store:
        store.write(lambda session: session.add(SettingRow(name="kept", value="yes")))
    return path


def tables(path: Path) -> set[str]:
    db = sqlite3.connect(path)
    names = {name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    db.close()
    return names


def shape(path: Path) -> dict[str, object]:
    """What each table is made of, whatever the order and the words it was made in."""
    db = sqlite3.connect(path)
    found: dict[str, object] = {}
    for name in tables(path):
        columns = {
            (row[1], row[2], row[3], str(row[4]).strip("'"), row[5])
            for row in db.execute(f"PRAGMA table_info({name})")
        }
        indexes = {
            (row[2], tuple(part[2] for part in db.execute(f"PRAGMA index_info('{row[1]}')")))
            for row in db.execute(f"PRAGMA index_list({name})")
        }
        keys = {row[2:7] for row in db.execute(f"PRAGMA foreign_key_list({name})")}
        found[name] = (columns, indexes, keys)
    db.close()
    return found


def version(path: Path) -> int:
    db = sqlite3.connect(path)
    (number,) = db.execute("PRAGMA user_version").fetchone()
    db.close()
    return int(number)


def test_a_step_brings_the_store_up_and_leaves_a_backup(old_store: Path) -> None:
    engine = open_engine(old_store).execution_options(write=True)
    migrate(engine, old_store, {NEXT: ADD_A_TABLE}, NEXT)
    engine.dispose()
    assert (version(old_store), "extra" in tables(old_store)) == (NEXT, True)
    backup = old_store.with_name(f"old-v{SCHEMA_VERSION}.backup.db")
    assert (version(backup), "extra" in tables(backup)) == (SCHEMA_VERSION, False)


def test_a_step_that_breaks_leaves_the_store_as_it_was(old_store: Path) -> None:
    engine = open_engine(old_store).execution_options(write=True)
    with pytest.raises(OperationalError, match="already exists"):
        migrate(engine, old_store, {NEXT: FAIL_HALF_WAY}, NEXT)
    engine.dispose()
    assert (version(old_store), "extra" in tables(old_store)) == (SCHEMA_VERSION, False)


def test_a_store_at_the_newest_version_is_left_alone(old_store: Path) -> None:
    engine = open_engine(old_store).execution_options(write=True)
    migrate(engine, old_store, {}, SCHEMA_VERSION)
    engine.dispose()
    assert sorted(path.name for path in old_store.parent.glob("*.backup.db")) == []


@pytest.mark.parametrize("old", OLD_STORES, ids=lambda path: path.stem)
def test_every_older_store_becomes_what_a_fresh_one_is(old: Path, old_store: Path, tmp_path: Path) -> None:
    path = tmp_path / "older.db"
    db = sqlite3.connect(path)
    db.executescript(old.read_text(encoding="utf-8"))
    db.close()
    open_store(str(path)).close()
    assert version(path) == SCHEMA_VERSION
    assert shape(path) == shape(old_store)


def test_a_store_of_every_older_version_is_tried() -> None:
    assert [path.stem for path in OLD_STORES] == [f"v{number}" for number in range(1, SCHEMA_VERSION)]
