"""What a class does at once: answers are kept together, and what happened is folded once a process."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from briefings.errors import BriefingError
from briefings.store.store import Store, open_store
from quiz_bank.rooms import state
from quiz_bank.rooms.events import Event
from quiz_bank.rooms.rooms import Rooms
from quiz_bank.rooms.shelf import Plan
from quiz_bank.rooms.state import Room, Settings
from quiz_bank.rooms.turns import Turns
from tests.quiz_bank.rooms.played import QUESTIONS

CLASS = [f"trainee {number}" for number in range(30)]
PATIENCE = 20.0


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(str(tmp_path / "store.db")) as opened:
        yield opened


def asking(store: Store, players: Sequence[str]) -> str:
    """A room with a question open."""
    rooms = Rooms(store)
    code = rooms.open("Ines", Plan("halm", "The Halm ferry", QUESTIONS, Settings()))
    for name in players:
        rooms.join(code, name)
    rooms.act(code, "Ines", "question", n=0)
    return code


def test_news_for_a_class_are_folded_once_a_process(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    code = asking(store, CLASS)
    here, elsewhere = Rooms(store), Rooms(store)
    elsewhere.state(code)
    began = here.state(code)
    told, all_told = [], threading.Semaphore(0)

    def tell(room: Room) -> None:
        told.append(room)
        all_told.release()

    folded: list[tuple[int, str]] = []
    apply = state.apply

    def seen(room: Room, event: Event) -> Room:
        folded.append((event.seq, threading.current_thread().name))
        return apply(room, event)

    monkeypatch.setattr(state, "apply", seen)
    following = [here.watch.follow(code, tell, began.seq) for _ in CLASS]
    elsewhere.act(code, "Ines", "closed", n=0)
    for _ in CLASS:
        assert all_told.acquire(timeout=PATIENCE)
    for each in following:
        each.stop()
    assert [seq for seq, thread in folded if thread == "room-watch"] == [began.seq + 1]
    assert len({id(room) for room in told}) == 1


def test_answers_that_wait_are_kept_in_one_transaction(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    code = asking(store, CLASS)
    rooms = Rooms(store)
    written, begun, go_on = [], threading.Event(), threading.Event()
    write = store.write

    def slow(work: Any, **named: Any) -> Any:
        written.append(work)
        begun.set()
        assert go_on.wait(PATIENCE)
        return write(work, **named)

    monkeypatch.setattr(store, "write", slow)
    with ThreadPoolExecutor(len(CLASS) + 1) as pool:
        first = pool.submit(rooms.answer, code, CLASS[0], 0, "18 km")
        assert begun.wait(PATIENCE)
        rest = [pool.submit(rooms.answer, code, name, 0, "18 km") for name in (*CLASS[1:], "a stranger")]
        while len(rooms._turns._waiting) < len(CLASS):
            assert not first.done()
        go_on.set()
        with pytest.raises(BriefingError, match="you are not in this room"):
            rest[-1].result(PATIENCE)
        kept = [each.result(PATIENCE).answer for each in (first, *rest[:-1])]
    assert len(written) == 2
    assert kept == ["18 km"] * len(CLASS)
    assert sorted(Rooms(store).state(code).given) == sorted(CLASS)


def test_where_nothing_could_be_written_everybody_is_told() -> None:
    gathered, go_on = [], threading.Event()

    def write(asked: Sequence[str]) -> list[str | BriefingError]:
        gathered.append(list(asked))
        assert go_on.wait(PATIENCE)
        if "bad" in asked:
            raise BriefingError("the disk is full")
        return [f"kept {each}" for each in asked]

    turns: Turns[str, str] = Turns(write)
    with ThreadPoolExecutor(3) as pool:
        first = pool.submit(turns.take, "one")
        while not gathered:
            assert not first.done()
        others = [pool.submit(turns.take, each) for each in ("two", "bad")]
        while len(turns._waiting) < 2:
            assert not first.done()
        go_on.set()
        assert first.result(PATIENCE) == "kept one"
        for each in others:
            with pytest.raises(BriefingError, match="the disk is full"):
                each.result(PATIENCE)
    assert turns.take("three") == "kept three"
