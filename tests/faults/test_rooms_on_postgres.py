"""Rooms that span hosts: each host hears what the others do, through lost connections and a server that restarts."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest

from briefings.store.store import open_store
from quiz_bank.rooms.rooms import Rooms
from quiz_bank.rooms.shelf import Plan
from quiz_bank.rooms.state import Room, Settings
from tests.cluster import Cluster
from tests.quiz_bank.rooms.played import QUESTIONS

AT_MOST = 2.0  # seconds until a host whose listening broke knows what the others did
LISTENERS, EVENTS, PACE = 200, 20, 0.1


class Seen:
    """The numbers of the states somebody was told of, in the order she was told."""

    def __init__(self) -> None:
        self.seqs: list[int] = []
        self._news = threading.Condition()

    def __call__(self, room: Room) -> None:
        with self._news:
            self.seqs.append(room.seq)
            self._news.notify_all()

    def reaches(self, seq: int, within: float) -> bool:
        with self._news:
            return self._news.wait_for(lambda: bool(self.seqs) and self.seqs[-1] >= seq, within)


Hosts = Callable[[str, int], list[Rooms]]


@pytest.fixture
def hosts() -> Iterator[Hosts]:
    """Makes hosts on one database; each has connections of its own."""
    with ExitStack() as opened:
        yield lambda url, number: [Rooms(opened.enter_context(open_store(url))) for _ in range(number)]


def open_one(rooms: Rooms, *players: str) -> str:
    code = rooms.open("Ines", Plan("halm", "The Halm ferry", QUESTIONS, Settings()))
    for name in players:
        rooms.join(code, name)
    return code


def listening(server: Cluster, database: str) -> list[tuple[object, ...]]:
    name = database.partition("@/")[2].partition("?")[0]
    return server.run(
        f"SELECT pid FROM pg_stat_activity WHERE datname = '{name}' AND query LIKE 'LISTEN%' AND state = 'idle'"
    )


def wait_for(done: Callable[[], object], within: float = 10.0) -> None:
    until = time.monotonic() + within
    while not done():
        assert time.monotonic() < until
        time.sleep(0.02)


def test_what_one_host_does_the_other_hears_at_once_over_one_connection(
    server: Cluster, database: str, hosts: Hosts
) -> None:
    here, there = hosts(database, 2)
    code, other = open_one(here, "Ana"), open_one(here)
    seen = Seen()
    following = [there.watch.follow(each, seen if each == code else Seen()) for each in (code, other)]
    assert seen.reaches(2, 10)
    wait_for(lambda: listening(server, database))
    there.watch.wake()
    time.sleep(0.3)  # what is read because listening began is over
    assert len(listening(server, database)) == 1
    seq = here.act(code, "ines", "question", n=0).seq
    assert seen.reaches(seq, 1.0)
    for each in following:
        each.stop()


def test_a_host_whose_listening_was_cut_knows_within_two_seconds(
    server: Cluster, database: str, hosts: Hosts
) -> None:
    here, there = hosts(database, 2)
    code, seen = open_one(here, "Ana"), Seen()
    following = there.watch.follow(code, seen)
    wait_for(lambda: listening(server, database))
    for number in range(3):
        for (process,) in listening(server, database):
            server.run(f"SELECT pg_terminate_backend({process})")
        seq = here.join(code, f"Late {number}").seq
        assert seen.reaches(seq, AT_MOST)
    wait_for(lambda: listening(server, database))
    following.stop()


def test_two_hundred_who_follow_hear_ten_events_a_second_in_order(database: str, hosts: Hosts) -> None:
    here, there = hosts(database, 2)
    code = open_one(here)
    seen = [Seen() for _ in range(LISTENERS)]
    following = [(here, there)[number % 2].watch.follow(code, each) for number, each in enumerate(seen)]
    for number in range(EVENTS):
        seq = here.join(code, f"Player {number}").seq
        time.sleep(PACE)
    assert all(each.reaches(seq, 10) for each in seen)
    for each in seen:
        assert each.seqs == sorted(set(each.seqs))
        assert each.seqs[-1] == seq
    assert here.state(code) == there.state(code)
    for follower in following:
        follower.stop()


def test_a_room_goes_on_where_it_was_when_the_server_restarts(own_server: Cluster, hosts: Hosts) -> None:
    here, there = hosts(own_server.url(own_server.empty_database()), 2)
    code, seen = open_one(here, *(f"Player {number}" for number in range(6))), Seen()
    following = there.watch.follow(code, seen)
    before = here.act(code, "ines", "question", n=0).seq
    assert seen.reaches(before, 10)
    own_server.kill()
    restarting = threading.Timer(0.5, own_server.start)
    restarting.start()
    answering = [
        threading.Thread(target=(here, there)[number % 2].answer, args=(code, f"Player {number}", 0, "18 km"))
        for number in range(6)
    ]
    for each in (*answering, restarting):
        if each is not restarting:
            each.start()
    for each in (*answering, restarting):
        each.join()
    room = here.state(code)
    assert sorted(room.given) == [f"player {number}" for number in range(6)]
    assert room.seq == before + 6
    assert room == there.state(code)
    assert seen.reaches(room.seq, 10)
    assert seen.seqs == sorted(set(seen.seqs))
    following.stop()
