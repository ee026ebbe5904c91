"""A room from lobby to end, each rule from both sides."""

from __future__ import annotations

import pytest

from quiz_bank.rooms.events import CLOCK, Event, Kind
from quiz_bank.rooms.scores import points
from quiz_bank.rooms.snapshots import question_of, snapshot
from quiz_bank.rooms.state import Phase, fold
from tests.quiz_bank.rooms.played import NOON, QUESTIONS, Play


@pytest.fixture
def play() -> Play:
    play = Play(seconds=20)
    play.join("Ana", "Ben")
    return play


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.id)
def test_a_question_comes_back_whole_from_its_snapshot(question: object) -> None:
    assert isinstance(question, type(QUESTIONS[0]))
    assert question_of(snapshot(question)) == question


def test_a_room_goes_from_question_to_question(play: Play) -> None:
    phases = [play.room.phase]
    for _ in QUESTIONS:
        play.ask()
        phases.append(play.room.phase)
        play.reveal()
        phases.append(play.room.phase)
    assert play.do("ended") == ""
    assert phases == [Phase.LOBBY, *[Phase.ASKING, Phase.REVEALED] * 3]
    assert (play.room.phase, play.room.counted) == (Phase.ENDED, [0, 1, 2])


def test_a_second_answer_is_refused_and_the_first_stands(play: Play) -> None:
    play.ask()
    assert play.answer("ana", "18 km") == ""
    assert play.answer("ana", "20 km") == "you have answered already"
    assert play.room.given["ana"].answer == "18 km"


def test_an_answer_counts_until_the_time_is_up_and_not_after(play: Play) -> None:
    play.ask()
    assert play.answer("ana", "18 km", after=20) == ""
    assert play.answer("ben", "18 km", after=0.001) == "the time is up"


def test_the_clock_closes_when_the_time_is_up_and_not_before(play: Play) -> None:
    play.ask()
    assert play.do("closed", CLOCK, after=19, n=0) == "only the host does that"
    assert play.do("closed", CLOCK, after=1, n=0) == ""
    assert play.answer("ana", "18 km") == "that question is closed"


def test_the_clock_never_closes_a_question_without_a_limit() -> None:
    play = Play()
    play.ask()
    assert play.do("closed", CLOCK, after=10**6, n=0) == "only the host does that"


def test_an_answer_meant_for_the_question_before_is_refused(play: Play) -> None:
    play.ask()
    play.reveal()
    play.ask()
    assert play.answer("ana", "18 km", n=0) == "that question is closed"


def test_who_comes_late_joins_at_the_next_question(play: Play) -> None:
    play.ask()
    play.join("Cleo")
    assert play.answer("cleo", "18 km") == "you join at the next question"
    assert [each.login for each in play.room.asked] == ["ana", "ben"]
    play.reveal()
    play.ask()
    assert play.answer("cleo", "Oda Brek") == ""


def test_who_left_comes_back_to_the_same_question(play: Play) -> None:
    play.ask()
    assert play.do("left", "ana") == ""
    assert [each.login for each in play.room.asked] == ["ben"]
    play.join("Ana")
    assert play.answer("ana", "18 km") == ""


def test_a_dropped_line_is_not_a_leaving_and_whose_it_is_comes_back(play: Play) -> None:
    play.ask()
    assert play.do("left", "ana", away=True) == ""
    assert play.room.players["ana"].away
    assert [each.login for each in play.room.asked] == ["ben"]
    assert play.do("left", "ana") == "you are not in this room"
    play.join("Ana")
    assert (play.room.players["ana"].here, play.room.players["ana"].away) == (True, False)
    assert play.answer("ana", "18 km") == ""
    assert play.do("left", "ana") == ""
    assert not play.room.players["ana"].away
    assert [each.login for each in play.room.asked] == ["ana", "ben"]  # her answer counts


def test_a_room_whose_host_is_away_goes_on_as_it_is(play: Play) -> None:
    play.ask()
    assert play.do("joined") == "you host this room"
    assert play.do("left", away=True) == ""
    assert (play.room.host_here, play.do("left")) == (False, "you are not in this room")
    assert play.answer("ana", "18 km") == ""
    assert play.do("joined") == ""
    assert (play.room.host_here, list(play.room.players)) == (True, ["ana", "ben"])


def test_who_looks_on_answers_nothing(play: Play) -> None:
    play.join("Dora", watching=True)
    play.ask()
    assert play.answer("dora", "18 km") == "you only look on"
    play.join("Dora")
    assert play.answer("dora", "18 km") == "you join at the next question"


def test_who_was_taken_out_neither_answers_nor_comes_back(play: Play) -> None:
    play.ask()
    assert play.do("kicked", who="ana") == ""
    assert play.answer("ana", "18 km") == "the host has taken you out of this room"
    assert play.do("joined", "ana", name="Ana") == "the host has taken you out of this room"
    assert play.do("kicked", who="ana") == "she was taken out already"
    assert play.do("kicked", who="nobody") == "nobody of that name is in the room"


@pytest.mark.parametrize("kind", ["question", "closed", "revealed", "skipped", "paused", "resumed", "ended"])
def test_only_the_host_steers(play: Play, kind: Kind) -> None:
    assert play.do(kind, "ana", n=0) == "only the host does that"


def test_a_pause_stops_the_time(play: Play) -> None:
    play.ask()
    assert play.do("paused", after=5) == ""
    assert play.room.left(play.at) == 15
    assert play.answer("ana", "18 km", after=60) == "the room is paused"
    assert play.do("closed", CLOCK, after=60, n=0) == "only the host does that"
    assert play.do("resumed", after=60) == ""
    assert play.room.left(play.at) == 15
    assert play.answer("ana", "18 km", after=15) == ""
    assert play.room.given["ana"].ms == 20_000


def test_a_skipped_question_does_not_count(play: Play) -> None:
    play.ask()
    play.answer("ana", "18 km")
    assert play.do("skipped", n=0) == ""
    play.ask()
    play.reveal()
    assert play.room.counted == [1]


def test_the_end_in_the_middle_of_a_question_lets_its_answers_count(play: Play) -> None:
    play.ask()
    play.answer("ana", "18 km")
    assert play.room.counted == []
    assert play.do("ended") == ""
    assert play.room.counted == [0]
    assert play.do("joined", "ben", name="Ben") == "the room has ended"


def test_no_question_goes_out_before_the_one_on_show_is_revealed(play: Play) -> None:
    play.ask()
    assert play.do("question", n=1) == "the question on show is not revealed yet"
    assert play.do("revealed", n=0) == "the question is not closed yet"
    play.reveal()
    assert play.do("question", n=2) == "another question comes next"
    assert play.do("question", n=1) == ""


def test_the_host_is_no_player(play: Play) -> None:
    assert play.do("joined", "ines", name="Ines") == "you host this room"


def test_what_may_not_happen_changes_nothing_but_the_count(play: Play) -> None:
    strange: list[Event] = [
        Event("answered", "ana", NOON, {"n": 0}),
        Event("question", "ana", NOON, {"n": 0}),
        Event("vanished", "ana", NOON),  # type: ignore[arg-type]
    ]
    after = fold(strange, play.room)
    assert (after.phase, after.answers, after.seq) == (Phase.LOBBY, {}, play.room.seq + 3)


def test_points_are_for_being_right_and_a_quarter_for_being_quick() -> None:
    assert [points("correct", at, 20) for at in (0, 10, 20, 99)] == [1000, 875, 750, 750]
    assert [points("close", at, 20) for at in (0, 20)] == [375, 375]
    assert points("wrong", 0, 20) == 0
    assert points("correct", 1e6, None) == 1000
