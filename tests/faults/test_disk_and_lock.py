"""The disk is full, the store can only be read, or somebody else holds it: what is said, and what is kept."""

from __future__ import annotations

import os
import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlmodel import Session

from briefings.errors import BriefingError, ExitCode
from briefings.store import sqlite
from briefings.store.models import SettingRow
from briefings.store.sqlite import PRAGMAS
from briefings.store.store import open_store
from quiz_bank import upkeep
from quiz_bank.desk import Desk
from quiz_bank.session import Attempt
from tests.quiz_bank.learning.invented_answers import START, attempt, made
from tests.tui.typed import run

NEWS = "The Orla rose by {n} metres on Friday. Some {n}40 people left Tarn Bridge{n}, said Mina Holt.\n\n"

#: as on a full disk: the file may not grow. SQLite takes its present size where the limit is smaller.
FULL = (*PRAGMAS, "max_page_count=1")
READ_ONLY = (*PRAGMAS, "query_only=1")  # SQLite then answers a write as it does on a disk mounted to be read


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made_at = tmp_path / "store.db"
    open_store(str(made_at)).close()
    return made_at


@pytest.fixture
def desk(path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    """A desk at a store whose disk is full."""
    monkeypatch.setattr(sqlite, "PRAGMAS", FULL)
    opened = Desk(open_store(str(path)), "ana")
    yield opened
    opened.close()


def answers() -> Iterator[Attempt]:
    for number in range(3000):
        yield attempt(made(number), START, answer="a long answer " * 40)


def free(session: Session) -> None:
    """Somebody made room."""
    session.connection().exec_driver_sql("PRAGMA max_page_count=1000000")


def lines(ran: str) -> int:
    return len(ran.splitlines())


def test_on_a_full_disk_an_answer_is_refused_and_kept_once_there_is_room(desk: Desk) -> None:
    kept = 0
    for given in answers():
        try:
            desk.record(given)
        except BriefingError as problem:
            refused = problem
            break
        kept += 1
    assert str(refused) == (
        f"the disk is full: {desk.store.place} could not be written; free some room and try again; nothing was lost"
    )
    assert refused.code is ExitCode.UNAVAILABLE
    assert len(desk.results()) == kept
    desk.store.write(free)
    desk.record(given)
    assert len(desk.results()) == kept + 1
    assert upkeep.check(desk.store) == []


def test_an_add_that_fills_the_disk_is_completed_by_the_same_call(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "orla"
    folder.mkdir()
    for number in range(30):
        text = "".join(NEWS.format(n=10 * number + line) for line in range(8))
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    clean = tmp_path / "clean.db"
    assert run(clean, "add", str(folder)).returncode == 0
    with monkeypatch.context() as patch:
        patch.setattr(sqlite, "PRAGMAS", FULL)
        ran = run(path, "add", str(folder))
    assert ran.returncode == 3
    assert ran.stderr.splitlines()[-1].startswith(
        f"briefing: the disk is full: {path} could not be written; "
    )
    assert "Traceback" not in ran.stderr
    assert run(path, "add", str(folder)).returncode == 0
    assert run(path, "db", "check").returncode == 0
    for listed in ("claims", "facts"):
        assert run(path, listed, "orla").stdout == run(clean, listed, "orla").stdout


def test_a_full_disk_leaves_no_half_a_backup(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    resource = pytest.importorskip("resource")
    signal = pytest.importorskip("signal")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    copy = tmp_path / "copy.db"
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, before[1]))
    try:
        ran = run(path, "db", "backup", str(copy))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)
    assert (ran.returncode, lines(ran.stderr), copy.exists()) == (3, 1, False)
    assert str(copy) in ran.stderr


def test_a_store_that_can_only_be_read_shows_its_stories_and_refuses_answers(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite, "PRAGMAS", READ_ONLY)
    with open_store(str(path)) as store:
        desk = Desk(store, "ana")
        assert desk.results() == []
        with pytest.raises(BriefingError, match="can only be read; give write permission") as refused:
            desk.record(next(answers()))
        assert refused.value.code is ExitCode.UNAVAILABLE


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="everything may be written by root"
)
def test_a_folder_that_may_not_be_written_is_told(path: Path) -> None:
    path.parent.chmod(0o500)
    try:
        ran = run(path, "stories")
    finally:
        path.parent.chmod(0o700)
    assert (ran.returncode, lines(ran.stderr)) == (3, 1)
    assert "cannot be written; check the permissions" in ran.stderr


@pytest.mark.parametrize(
    ("place", "told"),
    [
        ("none/store.db", "none for the store does not exist; make it"),
        ("", " is a folder; name a file in it"),
    ],
)
def test_a_place_where_no_store_can_be_is_told_in_one_line(tmp_path: Path, place: str, told: str) -> None:
    ran = run(tmp_path / place, "stories")
    assert (ran.returncode, lines(ran.stderr)) == (3, 1)
    assert told in ran.stderr
    assert list(tmp_path.iterdir()) == []


def locked(path: Path, seconds: float) -> threading.Thread:
    """Somebody else's write transaction, which ends after so long."""
    holds = threading.Event()

    def hold() -> None:
        with closing(sqlite3.connect(path, isolation_level=None)) as db:
            db.execute("BEGIN IMMEDIATE")
            holds.set()
            time.sleep(seconds)
            db.execute("ROLLBACK")

    thread = threading.Thread(target=hold)
    thread.start()
    holds.wait()
    return thread


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Waits a twentieth of the usual time for a lock: 0.5 s, and once more."""
    monkeypatch.setattr(sqlite, "PRAGMAS", ("busy_timeout=500", *PRAGMAS[1:]))


@pytest.mark.usefixtures("impatient")
def test_a_lock_held_longer_than_one_wait_delays_an_answer_and_nobody_who_reads(path: Path) -> None:
    with open_store(str(path)) as store:
        desk = Desk(store, "ana")
        thread = locked(path, 0.7)
        assert desk.results() == []
        assert thread.is_alive(), "who reads does not wait for the lock"
        desk.record(next(answers()))
        thread.join()
        assert len(desk.results()) == 1


@pytest.mark.usefixtures("impatient")
def test_a_lock_held_longer_than_two_waits_is_told_and_the_answer_can_be_sent_again(path: Path) -> None:
    with open_store(str(path)) as store:
        desk, given = Desk(store, "ana"), next(answers())
        thread = locked(path, 1.6)
        with pytest.raises(BriefingError, match="is in use by another process; try again in a moment"):
            desk.record(given)
        thread.join()
        desk.record(given)
        assert len(desk.results()) == 1


@pytest.mark.usefixtures("impatient")
def test_a_start_waits_for_nobody_who_writes(path: Path) -> None:
    thread = locked(path, 1.5)
    open_store(str(path)).close()
    assert thread.is_alive(), "the lock is still held"
    thread.join()


def test_a_store_moved_while_open_is_told_before_an_answer_is_lost(path: Path, tmp_path: Path) -> None:
    with open_store(str(path)) as store:
        desk, given = Desk(store, "ana"), next(answers())
        path.rename(tmp_path / "elsewhere.db")
        with pytest.raises(
            BriefingError, match="was moved or replaced while open; put it back, or start again"
        ):
            desk.record(given)
        (tmp_path / "elsewhere.db").rename(path)
        desk.record(given)
        assert len(desk.results()) == 1
        assert store.read(lambda session: session.get(SettingRow, "none")) is None
