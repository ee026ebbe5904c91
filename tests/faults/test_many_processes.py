"""Many processes on one file: every answer that was acknowledged is there, once, and the cards fit them."""

from __future__ import annotations

import os
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlmodel import Session, func, select

from briefings.store.backup import back_up
from briefings.store.location import Location
from briefings.store.models import AttemptRow, CardRow
from briefings.store.store import Store, open_store
from quiz_bank import upkeep
from tests.faults.working import worked, working

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a system that forks")


def attempts(store: Store) -> int:
    return store.read(lambda session: session.exec(select(func.count()).select_from(AttemptRow)).one())


def reviews(store: Store) -> list[int]:
    return store.read(lambda session: list(session.exec(select(CardRow.reviews))))


def uids(store: Store) -> set[str]:
    return store.read(lambda session: set(session.exec(select(AttemptRow.uid))))


def test_fifty_processes_on_a_fresh_file_keep_every_answer(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    said = worked("own", path, 50, 20)
    assert said["refused"] == []
    with open_store(str(path)) as store:
        assert uids(store) == set(said["kept"])
        assert attempts(store) == sum(reviews(store)) == 1000
        assert upkeep.check(store) == []


def test_eight_processes_on_one_card_count_every_review(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    said = worked("same-card", path, 8, 10)
    assert said["refused"] == []
    with open_store(str(path)) as store:
        assert (attempts(store), reviews(store)) == (80, [80])
        assert upkeep.check(store) == []


def test_processes_on_several_hosts_count_every_review_of_one_card(database: str) -> None:
    said = worked("same-card", database, 4, 5)
    assert said["refused"] == []
    with open_store(database) as store:
        assert (attempts(store), reviews(store)) == (20, [20])
        assert upkeep.check(store) == []


def test_an_answer_that_four_processes_send_counts_once(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    said = worked("same-uid", path, 4, 10)
    assert (len(said["kept"]), said["refused"]) == (40, [])
    with open_store(str(path)) as store:
        assert (attempts(store), reviews(store)) == (10, [1] * 10)
        assert upkeep.check(store) == []


def test_what_was_acknowledged_outlives_a_kill(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    acknowledged: set[str] = set()
    for _ in range(5):  # ten processes die at a time, each the moment after the first answers were told
        process = working("own", path, 10, 1000)
        assert process.stdout is not None
        children = [int(child) for child in process.stdout.readline().split()[1:]]
        told = [process.stdout.readline() for _ in range(20)]
        for child in children:
            os.kill(child, 9)
        told += process.stdout
        process.wait()
        process.stdout.close()
        acknowledged |= {line.split()[1] for line in told if line.startswith("kept ")}
    assert len(acknowledged) >= 100
    with open_store(str(path)) as store:
        assert acknowledged <= uids(store)
        assert upkeep.check(store) == []


def test_a_backup_under_load_holds_all_that_was_acknowledged_before(tmp_path: Path) -> None:
    path, copy = tmp_path / "store.db", tmp_path / "copy.db"
    process = working("own", path, 4, 60)
    assert process.stdout is not None
    process.stdout.readline()
    before = {process.stdout.readline().split()[1] for _ in range(40)}
    back_up(Location(str(path), path), copy)
    during = {line.split()[1] for line in process.stdout}
    process.stdout.close()
    process.wait()
    with open_store(str(copy)) as store:
        kept = uids(store)
        assert before <= kept
        assert kept <= before | during
        assert upkeep.check(store) == []


def test_references_hold_on_every_connection_of_the_pool(tmp_path: Path) -> None:
    together = threading.Barrier(5)

    def pragma(session: Session) -> int:
        connection = session.connection()
        together.wait(timeout=20)  # so that each thread holds a connection of its own
        return int(connection.exec_driver_sql("PRAGMA foreign_keys").scalar_one())

    with open_store(str(tmp_path / "store.db")) as store, ThreadPoolExecutor(5) as threads:
        assert list(threads.map(lambda _: store.read(pragma), range(5))) == [1] * 5
