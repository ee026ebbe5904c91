"""From one schema to the next: all steps or none, a backup first, once however many race."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import Connection

from briefings.store.migrations import migrate
from briefings.store.models import SCHEMA_VERSION, SettingRow
from briefings.store.store import open_engine, open_store

NEXT = SCHEMA_VERSION + 1


def add_a_table(connection: Connection) -> None:
    connection.exec_driver_sql("CREATE TABLE extra (x)")


def fail_half_way(connection: Connection) -> None:
    connection.exec_driver_sql("CREATE TABLE extra (x)")
    raise RuntimeError("the step broke")


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


def version(path: Path) -> int:
    db = sqlite3.connect(path)
    (number,) = db.execute("PRAGMA user_version").fetchone()
    db.close()
    return int(number)


def test_a_step_brings_the_store_up_and_leaves_a_backup(old_store: Path) -> None:
    engine = open_engine(old_store).execution_options(write=True)
    migrate(engine, old_store, {NEXT: add_a_table}, NEXT)
    engine.dispose()
    assert (version(old_store), "extra" in tables(old_store)) == (NEXT, True)
    backup = old_store.with_name(f"old-v{SCHEMA_VERSION}.backup.db")
    assert (version(backup), "extra" in tables(backup)) == (SCHEMA_VERSION, False)


def test_a_step_that_breaks_leaves_the_store_as_it_was(old_store: Path) -> None:
    engine = open_engine(old_store).execution_options(write=True)
    with pytest.raises(RuntimeError, match="the step broke"):
        migrate(engine, old_store, {NEXT: fail_half_way}, NEXT)
    engine.dispose()
    assert (version(old_store), "extra" in tables(old_store)) == (SCHEMA_VERSION, False)


def test_a_store_at_the_newest_version_is_left_alone(old_store: Path) -> None:
    engine = open_engine(old_store).execution_options(write=True)
    migrate(engine, old_store, {}, SCHEMA_VERSION)
    engine.dispose()
    assert sorted(path.name for path in old_store.parent.glob("*.backup.db")) == []
