"""Rooms in a store: kept, read back, watched, closed by the clock, counted once."""

from __future__ import annotations

import queue
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from briefings.errors import BriefingError
from briefings.store.store import Store, open_store
from quiz_bank.learning.attempts import results as all_results
from quiz_bank.roles import role_of
from quiz_bank.rooms.results import results, shown_name, standings, tally
from quiz_bank.rooms.rooms import GRACE, Rooms
from quiz_bank.rooms.shelf import Plan, RoomError
from quiz_bank.rooms.state import Phase, Room, Settings
from tests.quiz_bank.rooms.played import NOON, QUESTIONS

pytestmark = pytest.mark.usefixtures("back_end")

PATIENCE = 10.0


class Clock:
    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(str(tmp_path / "store.db")) as opened:
        yield opened


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def rooms(store: Store, clock: Clock) -> Rooms:
    return Rooms(store, clock)


def open_one(rooms: Rooms, *players: str, **settings: bool | int) -> str:
    code = rooms.open("Ines", Plan("halm", "The Halm ferry", QUESTIONS, Settings(**settings)))  # type: ignore[arg-type]
    for name in players:
        rooms.join(code, name)
    return code


def test_a_room_read_by_another_process_is_the_same(store: Store, rooms: Rooms) -> None:
    code = open_one(rooms, "Ana")
    rooms.act(code, "ines", "question", n=0)
    rooms.answer(code, "ANA", 0, "18 km")
    assert Rooms(store).state(code) == rooms.state(code)
    assert rooms.state(code).given["ana"].verdict.verdict == "correct"


def test_a_code_is_read_however_it_is_typed(rooms: Rooms) -> None:
    code = open_one(rooms)
    assert rooms.state(f" {code[:2].lower()}-{code[2:]} ").code == code


def test_an_unknown_code_is_told(rooms: Rooms) -> None:
    with pytest.raises(BriefingError, match="no room 'NONE'"):
        rooms.state("none")


def test_without_questions_no_room_is_opened(rooms: Rooms) -> None:
    with pytest.raises(BriefingError, match="no questions on halm"):
        rooms.open("ines", Plan("halm", "The Halm ferry", (), Settings()))
    assert rooms.listed() == []


def test_where_instructors_are_asked_for_a_trainee_opens_no_room(store: Store, rooms: Rooms) -> None:
    plan = Plan("halm", "The Halm ferry", QUESTIONS, Settings())
    store.write(lambda session: (role_of(session, "ines"), role_of(session, "ana")))
    with pytest.raises(BriefingError, match="only an instructor"):
        rooms.open("ana", plan, must_instruct=True)
    assert rooms.open("ines", plan, must_instruct=True)


def test_the_same_answer_again_counts_once_and_another_is_refused(rooms: Rooms) -> None:
    code = open_one(rooms, "Ana")
    rooms.act(code, "ines", "question", n=0)
    first = rooms.answer(code, "ana", 0, "18 km")
    seq = rooms.state(code).seq
    assert rooms.answer(code, "ana", 0, " 18  km") == first
    assert rooms.state(code).seq == seq
    with pytest.raises(RoomError, match="answered already"):
        rooms.answer(code, "ana", 0, "20 km")


def test_an_option_is_chosen_by_its_number(rooms: Rooms) -> None:
    code = open_one(rooms, "Ana")
    for n in (0, 1):
        rooms.act(code, "ines", "question", n=n)
        if n == 0:
            rooms.act(code, "ines", "skipped", n=n)
    assert rooms.answer(code, "ana", 1, "1").answer == "Oda Brek"


def test_joining_twice_is_one_event_and_the_host_is_no_player(rooms: Rooms) -> None:
    code = open_one(rooms, "Ana")
    assert rooms.join(code, "ana").seq == rooms.join(code, "Ines").seq == rooms.state(code).seq


def test_an_ended_room_leaves_the_list_and_stays_readable(rooms: Rooms) -> None:
    code, other = open_one(rooms, "Ana", "Ben"), open_one(rooms)
    assert {card.code: card.players for card in rooms.listed()} == {code: 2, other: 0}
    rooms.act(code, "ines", "ended")
    assert [card.code for card in rooms.listed()] == [other]
    assert rooms.state(code).phase is Phase.ENDED


def play_one(rooms: Rooms, code: str) -> None:
    rooms.act(code, "ines", "question", n=0)
    rooms.answer(code, "ana", 0, "18 km")
    rooms.answer(code, "ben", 0, "11 miles")
    rooms.answer(code, "cleo", 0, "\x1b[2Jno idea")
    rooms.act(code, "ines", "closed", n=0)


def test_a_reveal_keeps_the_answers_as_attempts_and_only_once(store: Store, rooms: Rooms) -> None:
    code = open_one(rooms, "Ana", "Ben", "Cleo", scored=True)
    play_one(rooms, code)
    assert store.read(all_results) == []
    rooms.act(code, "ines", "revealed", n=0)
    rooms.act(code, "ines", "ended")
    assert rooms.keep_attempts(code) == 0
    kept = store.read(all_results)
    assert [(row.trainee, row.verdict) for row in kept] == [
        ("Ana", "correct"),
        ("Ben", "correct"),
        ("Cleo", "wrong"),
    ]


def test_a_skipped_question_leaves_no_attempt(store: Store, rooms: Rooms) -> None:
    code = open_one(rooms, "Ana", "Ben", "Cleo")
    play_one(rooms, code)
    rooms.act(code, "ines", "skipped", n=0)
    rooms.act(code, "ines", "ended")
    assert store.read(all_results) == []
    assert [row.counted for row in results(rooms.state(code), named=True)] == [False] * 3


def test_the_tally_counts_answers_right_ones_first(rooms: Rooms) -> None:
    code = open_one(rooms, "Ana", "Ben", "Cleo", "Dora")
    play_one(rooms, code)
    bars = tally(rooms.state(code), 0)
    assert [(bar.answer, bar.count, bar.verdict) for bar in bars] == [
        ("18 km", 1, "correct"),
        ("11 miles", 1, "correct"),
        ("no idea", 1, "wrong"),
    ]


def test_the_tally_of_a_choice_shows_every_option(rooms: Rooms) -> None:
    code = open_one(rooms, "Ana")
    rooms.act(code, "ines", "question", n=0)
    rooms.act(code, "ines", "skipped", n=0)
    rooms.act(code, "ines", "question", n=1)
    rooms.answer(code, "ana", 1, "3")
    assert [(bar.answer, bar.count, bar.verdict) for bar in tally(rooms.state(code), 1)] == [
        ("Oda Brek", 0, "correct"),
        ("Arn Vell", 1, "wrong"),
        ("Tove Lind", 0, None),
    ]


def test_the_quicker_of_two_right_answers_stands_first(rooms: Rooms, clock: Clock) -> None:
    code = open_one(rooms, "Ana", "Ben", scored=True, seconds=20)
    rooms.act(code, "ines", "question", n=0)
    clock.now += timedelta(seconds=4)
    rooms.answer(code, "ben", 0, "18 km")
    clock.now += timedelta(seconds=6)
    rooms.answer(code, "ana", 0, "18 km")
    rooms.act(code, "ines", "closed", n=0)
    rooms.act(code, "ines", "revealed", n=0)
    assert [(each.place, each.player.name, each.points) for each in standings(rooms.state(code))] == [
        (1, "Ben", 950),
        (2, "Ana", 875),
    ]


def test_an_anonymous_room_shows_numbers_to_all_but_its_host(rooms: Rooms) -> None:
    code = open_one(rooms, "Ana", "Ben", "Cleo", anonymous=True)
    play_one(rooms, code)
    room = rooms.state(code)
    assert [shown_name(room, each) for each in room.players.values()] == ["player 1", "player 2", "player 3"]
    assert [row.trainee for row in results(room, named=False)] == ["player 1", "player 2", "player 3"]
    assert [row.trainee for row in results(room, named=True)] == ["Ana", "Ben", "Cleo"]


Follow = Callable[[Rooms, str], "queue.Queue[Room]"]


@pytest.fixture
def follow() -> Iterator[Follow]:
    """Follows rooms into queues; at the end nobody follows and no thread is left."""
    watched: list[Rooms] = []
    followings = []

    def start(rooms: Rooms, code: str) -> queue.Queue[Room]:
        told: queue.Queue[Room] = queue.Queue()
        followings.append(rooms.watch.follow(code, told.put))
        watched.append(rooms)
        return told

    yield start
    for following in followings:
        following.stop()
    for rooms in watched:
        assert rooms.watch.followers == 0


def until(told: queue.Queue[Room], phase: Phase) -> Room:
    while True:
        room = told.get(timeout=PATIENCE)
        if room.phase is phase:
            return room


def test_followers_in_this_process_and_in_another_are_told(
    tmp_path: Path, rooms: Rooms, follow: Follow
) -> None:
    code = open_one(rooms, "Ana")
    with open_store(str(tmp_path / "store.db")) as another:
        here, there = follow(rooms, code), follow(Rooms(another), code)
        rooms.act(code, "ines", "question", n=0)
        assert until(here, Phase.ASKING) == until(there, Phase.ASKING)


def test_who_starts_to_follow_is_told_where_the_room_stands(rooms: Rooms, follow: Follow) -> None:
    code = open_one(rooms, "Ana")
    assert follow(rooms, code).get(timeout=PATIENCE).players.keys() == {"ana"}


def test_a_question_is_closed_by_the_clock_though_nobody_does_it(
    rooms: Rooms, clock: Clock, follow: Follow
) -> None:
    code = open_one(rooms, "Ana", seconds=20)
    rooms.act(code, "ines", "question", n=0)
    told = follow(rooms, code)
    assert until(told, Phase.ASKING).left(clock.now) == 20
    clock.now += timedelta(seconds=20) + GRACE
    assert until(told, Phase.CLOSED).number == 0


def test_the_watching_thread_ends_with_its_last_follower_and_starts_again(rooms: Rooms) -> None:
    code = open_one(rooms)
    for _ in range(2):
        told: queue.Queue[Room] = queue.Queue()
        following = rooms.watch.follow(code, told.put)
        assert told.get(timeout=PATIENCE).code == code
        thread = rooms.watch._thread
        assert thread is not None
        following.stop()
        thread.join(PATIENCE)
        assert not thread.is_alive()
