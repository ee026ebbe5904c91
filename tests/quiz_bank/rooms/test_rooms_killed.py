"""Two servers on one store, killed without warning in mid-question: no answer is lost, none counts twice."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from briefings.store.store import open_store
from quiz_bank.learning.attempts import results as all_results
from quiz_bank.rooms.rooms import Rooms
from quiz_bank.rooms.shelf import Plan
from quiz_bank.rooms.state import Phase, Settings
from tests.quiz_bank.rooms.played import QUESTIONS

ANSWERING = Path(__file__).with_name("answering.py")
EACH = 20  # players that answer through one server


def answering(path: Path, code: str, first: int, count: int = EACH) -> subprocess.Popen[str]:
    """A server process in which so many players answer, one after the other."""
    return subprocess.Popen(
        [sys.executable, str(ANSWERING), str(path), code, str(first), str(count)],
        stdout=subprocess.PIPE,
        encoding="utf-8",
        env={"PYTHONPATH": str(Path(__file__).parents[3])},
    )


@pytest.mark.parametrize("told", [1, 9])
def test_after_a_kill_the_room_goes_on_and_every_answer_stands_once(tmp_path: Path, told: int) -> None:
    path = tmp_path / "store.db"
    with open_store(str(path)) as store:
        rooms = Rooms(store)
        code = rooms.open("ines", Plan("halm", "The Halm ferry", QUESTIONS, Settings()))
        for number in range(2 * EACH):
            rooms.join(code, f"player{number}")
        rooms.act(code, "ines", "question", n=0)
    servers = [answering(path, code, first) for first in (0, EACH)]
    acknowledged = set()
    for server in servers:
        assert server.stdout is not None
        acknowledged |= {server.stdout.readline().strip() for _ in range(told)}
        server.kill()
        acknowledged |= set(server.stdout.read().split())
        server.stdout.close()
        server.wait()
    with open_store(str(path)) as store:
        rooms = Rooms(store)
        kept = rooms.state(code)
        assert (kept.phase, kept.number) == (Phase.ASKING, 0)
        assert acknowledged <= kept.given.keys()
        for number in range(2 * EACH):  # everybody sends again what she may or may not have sent before
            rooms.answer(code, f"player{number}", 0, "18 km")
        assert len(rooms.state(code).given) == 2 * EACH
        rooms.act(code, "ines", "closed", n=0)
        rooms.act(code, "ines", "revealed", n=0)
        assert len(store.read(all_results)) == 2 * EACH
        assert rooms.act(code, "ines", "question", n=1).number == 1


def test_two_servers_at_once_lose_no_answer(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    with open_store(str(path)) as store:
        rooms = Rooms(store)
        code = rooms.open("ines", Plan("halm", "The Halm ferry", QUESTIONS, Settings()))
        for number in range(EACH):
            rooms.join(code, f"player{number}")
        rooms.act(code, "ines", "question", n=0)
        servers = [answering(path, code, 0) for _ in range(2)]  # both answer for the same players
        said = [server.communicate()[0].split() for server in servers]
        assert [len(each) for each in said] == [EACH, EACH]
        room = rooms.state(code)
        assert len(room.given) == EACH
        assert room.seq == 1 + EACH + 1 + EACH
