"""Many who write: in one process they share transactions, among several each finds the moments when nobody does."""

from __future__ import annotations

import gc
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from functools import partial
from pathlib import Path
from types import SimpleNamespace

import pytest
from sqlalchemy import Engine, event
from sqlmodel import Session

from briefings.store import sqlite
from briefings.store.bulk import GAP, write_part
from briefings.store.models import SettingRow
from briefings.store.sqlite import LONGEST_GLANCE, OVERDUE, SHORTEST_GLANCE
from briefings.store.store import Store, open_store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(str(tmp_path / "store.db")) as opened:
        yield opened


def put(session: Session, name: str) -> str:
    session.add(SettingRow(name=name, value="kept"))
    return name


def refuse(session: Session) -> str:
    session.add(SettingRow(name="refused", value="kept"))
    session.flush()
    raise ValueError("not this one")


def names(store: Store) -> set[str]:
    rows = store.read(lambda session: session.connection().exec_driver_sql("SELECT name FROM setting").all())
    return {name for (name,) in rows}


def waiting(store: Store, works: list[Callable[[Session], str]]) -> tuple[list[str], int]:
    """What writes give or raise that all wait while another is under way, and how many commits there were in all."""
    commits: list[object] = []
    count = partial(list.append, commits)
    begun, goes_on = threading.Event(), threading.Event()

    def hold(session: Session) -> None:
        put(session, "first")
        session.flush()
        begun.set()
        goes_on.wait(10)

    with ThreadPoolExecutor(len(works) + 1) as people:
        event.listen(Engine, "commit", count)
        first = people.submit(store.write, hold)
        begun.wait(10)
        try:
            others = []
            for number, work in enumerate(works, start=2):
                others.append(people.submit(store.write, work))
                while store._writer._work_queue.qsize() < number - 1:
                    time.sleep(0.001)
            goes_on.set()
            first.result()
            told = [str(each.exception() or each.result()) for each in others]
        finally:
            event.remove(Engine, "commit", count)
    return told, len(commits)


def test_writes_that_wait_share_a_transaction(store: Store) -> None:
    told, commits = waiting(store, [partial(put, name=name) for name in "abc"])
    assert (told, commits) == (["a", "b", "c"], 2)
    assert names(store) >= {"a", "b", "c"}


def test_where_one_of_them_fails_the_others_are_kept_and_only_its_own_is_told(store: Store) -> None:
    told, commits = waiting(store, [partial(put, name="a"), refuse, partial(put, name="b")])
    assert (told, commits) == (["a", "not this one", "b"], 3)
    assert names(store) >= {"a", "b"}
    assert "refused" not in names(store)


def test_each_sees_what_the_one_before_it_wrote(store: Store) -> None:
    def follow(session: Session) -> str:
        return str(session.get_one(SettingRow, "a").value)

    assert waiting(store, [partial(put, name="a"), follow])[0] == ["a", "kept"]


def test_a_lock_of_another_process_is_looked_for_every_few_milliseconds(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    waits: list[float] = []
    address = tmp_path / "store.db"
    with closing(sqlite3.connect(address, isolation_level=None, check_same_thread=False)) as other:
        other.execute("BEGIN IMMEDIATE")

        def sleep(seconds: float) -> None:
            waits.append(seconds)
            if sum(waits) > OVERDUE + 0.05:
                other.execute("COMMIT")

        monkeypatch.setattr(sqlite, "time", SimpleNamespace(sleep=sleep, monotonic=lambda: sum(waits)))
        assert store.write(partial(put, name="a")) == "a"
    usual = waits[: waits.index(LONGEST_GLANCE)]
    assert usual == sorted(usual)
    assert (waits[0], max(waits)) == (SHORTEST_GLANCE, LONGEST_GLANCE)
    assert waits[-1] == SHORTEST_GLANCE  # others came before for long enough


def test_between_two_parts_is_room_for_others_and_the_collector_stays_out_of_them(store: Store) -> None:
    moments: list[float] = []

    def part(session: Session) -> bool:
        moments.append(time.monotonic())
        put(session, f"{len(moments)}")
        moments.append(time.monotonic())
        return gc.isenabled()

    with ThreadPoolExecutor(3) as people:  # whichever thread they come from
        collected = list(people.map(lambda _: write_part(store, part), range(3)))
    assert collected == [False] * 3
    assert gc.isenabled()
    assert all(later - sooner >= GAP for sooner, later in zip(moments[1::2], moments[2::2], strict=False))
