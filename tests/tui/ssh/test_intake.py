"""What a client may send: keys at a person's pace, one capped paste at a time, nothing that piles up."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.ssh.intake import PASTE_END, PASTE_START, Intake, Ration

RATION = Ration(rate=10, burst=5, waiting=30, paste=8)


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def intake(clock: Clock) -> Intake:
    return Intake(RATION, clock)


def received(intake: Intake, *chunks: str) -> list[str]:
    for chunk in chunks:
        intake.receive(chunk.encode())
    return list(intake.ready())


def test_keys_come_out_one_by_one(intake: Intake) -> None:
    assert received(intake, "aé中") == ["a", "é", "中"]


def test_a_control_sequence_is_one_event(intake: Intake) -> None:
    assert received(intake, "\x1b[A\x1bOP\x1b[<0;3;4M") == ["\x1b[A", "\x1bOP", "\x1b[<0;3;4M"]


def test_a_lone_escape_is_a_key(intake: Intake) -> None:
    assert received(intake, "\x1b") == ["\x1b"]


def test_a_character_may_arrive_in_two_parts(intake: Intake) -> None:
    first, second = "中".encode()[:1], "中".encode()[1:]
    intake.receive(first)
    intake.receive(second)
    assert list(intake.ready()) == ["中"]


def test_beyond_the_burst_keys_wait_for_their_turn(intake: Intake, clock: Clock) -> None:
    assert received(intake, "abcdefg") == list("abcde")
    assert intake.wait == pytest.approx(0.1)
    clock.now = 0.1
    assert list(intake.ready()) == ["f"]
    clock.now = 60
    assert (list(intake.ready()), intake.wait) == (["g"], None)


def test_a_flood_is_dropped_and_counted(intake: Intake) -> None:
    intake.receive(b"x" * 32_768)
    assert intake.dropped == 32_768 - RATION.waiting


def test_of_many_motions_of_the_mouse_the_last_counts(intake: Intake) -> None:
    assert received(intake, "\x1b[<35;1;1M\x1b[<35;2;1M\x1b[<35;3;1M") == ["\x1b[<35;3;1M"]
    assert received(intake, "\x1b[<64;1;1M\x1b[<64;1;1M") == ["\x1b[<64;1;1M"] * 2  # the wheel is not motion


def test_a_paste_is_one_event_and_capped(intake: Intake) -> None:
    assert received(intake, f"{PASTE_START}0123456789{PASTE_END}k") == [
        f"{PASTE_START}01234567{PASTE_END}",
        "k",
    ]
    assert intake.dropped == 2


@pytest.mark.parametrize("cut", range(2, len(f"{PASTE_START}ab{PASTE_END}c")))
def test_a_paste_may_arrive_in_any_two_parts(cut: int, clock: Clock) -> None:
    whole = f"{PASTE_START}ab{PASTE_END}c"
    assert received(Intake(RATION, clock), whole[:cut], whole[cut:]) == [f"{PASTE_START}ab{PASTE_END}", "c"]


def test_no_escape_leaks_out_of_a_paste(intake: Intake) -> None:
    assert received(intake, f"{PASTE_START}a\x1b[Ab{PASTE_END}") == [f"{PASTE_START}a[Ab{PASTE_END}"]


def test_a_paste_that_never_ends_takes_no_room(intake: Intake) -> None:
    for _ in range(100):
        intake.receive(f"{PASTE_START}{'x' * 50_000}".encode())
    assert list(intake.ready()) == []


@given(st.lists(st.binary(max_size=40), max_size=8))
def test_any_bytes_are_taken(chunks: list[bytes]) -> None:
    intake = Intake(RATION, Clock())
    for chunk in chunks:
        intake.receive(chunk)
    assert sum(map(len, intake.ready())) <= RATION.waiting + RATION.paste + len(PASTE_START + PASTE_END) + 40
