"""The store as a whole: opening, refusing, writing in turn."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from sqlmodel import Session, select

from briefings.errors import BriefingError, ExitCode
from briefings.store.models import SCHEMA_VERSION, SettingRow
from briefings.store.store import open_store

pytestmark = pytest.mark.usefixtures("back_end")


@pytest.mark.files
def test_a_new_store_is_made_at_the_newest_version(tmp_path: Path) -> None:
    open_store(str(tmp_path / "new.db")).close()
    with sqlite3.connect(tmp_path / "new.db") as db:
        assert db.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION,)


@pytest.mark.files
def test_every_connection_waits_writes_ahead_and_holds_references(tmp_path: Path) -> None:
    def pragmas(session: Session) -> list[object]:
        names = ("busy_timeout", "journal_mode", "synchronous", "foreign_keys")
        return [session.connection().exec_driver_sql(f"PRAGMA {name}").scalar_one() for name in names]

    with open_store(str(tmp_path / "a.db")) as store:
        assert store.read(pragmas) == [10000, "wal", 2, 1]
        assert store.write(pragmas) == [10000, "wal", 2, 1]


def test_what_was_written_is_there_for_the_next_who_opens_it(tmp_path: Path) -> None:
    with open_store(str(tmp_path / "a.db")) as store:
        store.write(lambda session: session.add(SettingRow(name="colour", value="blue")))
    with open_store(str(tmp_path / "a.db")) as store:
        found = store.read(lambda session: session.get(SettingRow, "colour"))
    assert found is not None
    assert found.value == "blue"


def test_a_failed_write_leaves_nothing_behind(tmp_path: Path) -> None:
    def half(session: Session) -> None:
        session.add(SettingRow(name="half", value="done"))
        session.flush()
        raise ValueError("stopped in the middle")

    with open_store(str(tmp_path / "a.db")) as store:
        with pytest.raises(ValueError, match="in the middle"):
            store.write(half)
        assert store.read(lambda session: session.get(SettingRow, "half")) is None


def test_read_then_write_from_many_threads_loses_no_update(tmp_path: Path) -> None:
    def increment(session: Session) -> None:
        row = session.get(SettingRow, "n") or SettingRow(name="n", value="0")
        row.value = str(int(row.value) + 1)
        session.add(row)

    with open_store(str(tmp_path / "a.db")) as store:
        threads = [
            threading.Thread(target=lambda: [store.write(increment) for _ in range(25)]) for _ in range(4)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        row = store.read(lambda session: session.get(SettingRow, "n"))
    assert row is not None
    assert row.value == "100"


@pytest.mark.files
def test_processes_racing_for_a_fresh_file_make_it_once(tmp_path: Path) -> None:
    code = (
        "import sys; from briefings.store.store import open_store; from briefings.store.models import SettingRow\n"
        "store = open_store(sys.argv[1])\n"
        "store.write(lambda session: session.add(SettingRow(name=sys.argv[2], value='here')))\n"
        "store.close()"
    )
    runs = [
        subprocess.Popen(
            [sys.executable, "-c", code, str(tmp_path / "race.db"), f"p{number}"], stderr=subprocess.PIPE
        )
        for number in range(4)
    ]
    errors = [run.communicate()[1] for run in runs]
    assert errors == [b""] * 4
    with open_store(str(tmp_path / "race.db")) as store:
        names = store.read(lambda session: list(session.exec(select(SettingRow.name))))
    assert sorted(names) == ["p0", "p1", "p2", "p3"]


@pytest.mark.files
@pytest.mark.parametrize(
    "content", [b"Dear diary, this is a text file and not a database at all." * 4, b"SQLite"]
)
def test_a_file_that_is_no_store_is_refused_and_left_as_it_is(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "diary.txt"
    path.write_bytes(content)
    with pytest.raises(BriefingError, match="not a briefing store") as refused:
        open_store(str(path))
    assert refused.value.code is ExitCode.UNAVAILABLE
    assert path.read_bytes() == content


@pytest.mark.files
def test_a_newer_store_is_refused_without_touching_a_byte(tmp_path: Path) -> None:
    path = tmp_path / "newer.db"
    with sqlite3.connect(path) as db:
        db.execute("CREATE TABLE later (x)")
        db.execute(f"PRAGMA user_version={SCHEMA_VERSION + 1}")
    db.close()
    before = path.read_bytes()
    with pytest.raises(BriefingError, match="newer briefing"):
        open_store(str(path))
    assert path.read_bytes() == before
    assert sorted(file.name for file in tmp_path.iterdir()) == ["newer.db"]


@pytest.mark.files
def test_an_empty_file_counts_as_new(tmp_path: Path) -> None:
    (tmp_path / "empty.db").touch()
    open_store(str(tmp_path / "empty.db")).close()
    assert (tmp_path / "empty.db").stat().st_size > 0


@pytest.mark.files
def test_a_damaged_store_is_named_damaged(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    open_store(str(path)).close()
    whole = path.read_bytes()
    path.write_bytes(whole[:100] + b"\xff" * (len(whole) - 100))
    with pytest.raises(BriefingError, match=r"damaged|not a briefing store") as refused:
        open_store(str(path)).read(lambda session: session.exec(select(SettingRow)).all())
    assert refused.value.code is ExitCode.UNAVAILABLE


@pytest.mark.files
def test_a_missing_folder_is_not_made_unless_it_is_the_default(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(BriefingError, match="does not exist"):
        open_store(str(tmp_path / "no" / "such" / "a.db"))
    assert not (tmp_path / "no").exists()
    monkeypatch.delenv("BRIEFING_DB", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("HOME", str(tmp_path))
    with open_store() as store:
        assert store.place.path is not None
        assert store.place.path.is_relative_to(tmp_path)


@pytest.mark.files
def test_a_folder_is_not_a_store(tmp_path: Path) -> None:
    with pytest.raises(BriefingError, match="is a folder"):
        open_store(str(tmp_path))


@pytest.mark.files
def test_a_url_of_another_database_is_refused_by_name() -> None:
    with pytest.raises(BriefingError, match="cannot be a 'mysql' URL") as refused:
        open_store("mysql://localhost/briefing")
    assert refused.value.code is ExitCode.BAD_USAGE


@pytest.mark.files
@pytest.mark.parametrize("version", [0, 3, SCHEMA_VERSION])
def test_another_program_s_database_is_refused_and_left_as_it_is(tmp_path: Path, version: int) -> None:
    path = tmp_path / "bookmarks.db"
    with sqlite3.connect(path) as db:
        db.execute("CREATE TABLE bookmark (address TEXT)")
        db.execute(f"PRAGMA user_version={version}")
    db.close()
    before = path.read_bytes()
    with pytest.raises(BriefingError, match="is not a briefing store") as refused:
        open_store(str(path))
    assert refused.value.code is ExitCode.UNAVAILABLE
    assert path.read_bytes() == before
    assert sorted(file.name for file in tmp_path.iterdir()) == ["bookmarks.db"]


@pytest.mark.files
def test_a_store_moved_while_open_takes_no_more_answers(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    with open_store(str(path)) as store:
        path.rename(tmp_path / "b.db")
        with pytest.raises(BriefingError, match="moved or replaced"):
            store.write(lambda session: session.add(SettingRow(name="lost", value="?")))


@pytest.mark.files
def test_a_lock_held_elsewhere_stops_writers_not_readers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefings.store.sqlite.PRAGMAS", ("busy_timeout=1", "journal_mode=WAL"))
    path = tmp_path / "a.db"
    with open_store(str(path)) as store:
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        assert store.read(lambda session: session.get(SettingRow, "x")) is None
        with pytest.raises(BriefingError, match="in use by another process") as refused:
            store.write(lambda session: session.add(SettingRow(name="x", value="y")))
        assert refused.value.code is ExitCode.UNAVAILABLE
        other.execute("ROLLBACK")
        store.write(lambda session: session.add(SettingRow(name="x", value="y")))
        other.close()
