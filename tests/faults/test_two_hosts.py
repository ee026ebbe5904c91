"""Two servers on one store, whose hosts press the same key at one moment: one of them wins, and the other is told."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlmodel import select

from briefings.store.models import RoomEventRow
from briefings.store.store import open_store
from quiz_bank.rooms.rooms import Rooms
from quiz_bank.rooms.shelf import Plan, RoomError
from quiz_bank.rooms.state import Settings
from tests.quiz_bank.rooms.played import QUESTIONS


@pytest.mark.usefixtures("back_end")
@pytest.mark.parametrize("again", range(5))
def test_of_two_who_go_on_at_once_one_wins(tmp_path: Path, again: int) -> None:
    path, together = str(tmp_path / f"{again}.db"), threading.Barrier(2)
    with open_store(path) as one, open_store(path) as other:
        code = Rooms(one).open("ines", Plan("halm", "The Halm ferry", QUESTIONS, Settings()))
        Rooms(one).join(code, "ana")

        def go_on(rooms: Rooms) -> bool:
            together.wait(timeout=20)
            try:
                rooms.act(code, "ines", "question", n=0)
            except RoomError:
                return False
            return True

        with ThreadPoolExecutor(2) as hosts:
            won = list(hosts.map(go_on, (Rooms(one), Rooms(other))))
        assert sorted(won) == [False, True]
        assert Rooms(one).state(code).number == Rooms(other).state(code).number == 0
        kinds = one.read(lambda session: list(session.exec(select(RoomEventRow.kind))))
        assert kinds.count("question") == 1
