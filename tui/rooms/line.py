"""A room line by line, for a player at a pipe, a dumb terminal or a screen reader."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from queue import SimpleQueue

from briefings.errors import BriefingError
from quiz_bank.rooms.results import shown_name, standings, tally
from quiz_bank.rooms.seat import Seat
from quiz_bank.rooms.state import Given, Phase, Player, Room
from tui.console import note, out
from tui.rooms.wording import short
from tui.verdict_words import VERDICT_WORDS
from tui.wording import one_line

OPENING = "Questions come when the host asks them. Type an answer and press enter; ctrl+d leaves."


def play(seat: Seat, code: str, watching: bool = False) -> None:
    """Follows a room to its end, or until the input ends; one line of input answers one question.

    Args:
        seat: of the player.
        code: of the room.
        watching: whether she only looks on.
    """
    room = seat.enter(code, "watch" if watching else "play")
    note(OPENING)
    out(f"Room {room.code} · {one_line(room.title)}, hosted by {one_line(room.host_name)}")
    moves: SimpleQueue[Room] = SimpleQueue()
    following = seat.rooms.watch.follow(room.code, moves.put)
    try:
        with _noticing_hang_up():
            Line(seat).follow(moves)
    except HungUpError:
        seat.hang_up([room.code])
    finally:
        following.stop()


class HungUpError(Exception):
    """The terminal is gone."""


@contextmanager
def _noticing_hang_up() -> Iterator[None]:
    """Raises where the process would end without a word when its terminal goes away."""

    def tell(signum: int, frame: object) -> None:
        raise HungUpError

    if not hasattr(signal, "SIGHUP"):
        yield
        return
    before = signal.signal(signal.SIGHUP, tell)
    try:
        yield
    finally:
        signal.signal(signal.SIGHUP, before)


class Line:
    """What was told so far, so that each thing is told once."""

    def __init__(self, seat: Seat) -> None:
        self._seat = seat
        self._told: tuple[Phase, int, bool] | None = None
        self._host_here = True

    def follow(self, moves: SimpleQueue[Room]) -> None:
        """Tells each move and takes an answer where one is asked for."""
        while True:
            room = moves.get()
            me = room.players.get(self._seat.login)
            if me is not None and me.kicked:
                out("The host has taken you out of this room.")
                return
            if room.host_here != self._host_here:
                self._host_here = room.host_here
                note("the host is back" if room.host_here else "the host is away; the room waits")
            stands = (room.phase, room.number, room.paused_at is not None)
            if stands != self._told:
                self._told = stands
                self._tell(room, me)
            if room.phase is Phase.ENDED:
                return
            if _waits_for(room, me) and not self._answer(room):
                with suppress(BriefingError):  # gone already, from another of her sessions
                    self._seat.act(room.code, "left")
                return

    def _answer(self, room: Room) -> bool:
        """Takes lines until the answer is kept or the question is closed; False at the end of the input."""
        while line := sys.stdin.readline():
            if not line.strip():
                note("type an answer first")
                continue
            try:
                self._seat.answer(room.code, room.number, line.strip())
                out("kept; wait for the reveal")
            except BriefingError as problem:
                note(f"answer NOT kept: {problem}")
            return True
        return False

    def _tell(self, room: Room, me: Player | None) -> None:
        question = room.question
        if room.phase is Phase.ASKING and question is not None:
            out(f"\n{room.number + 1}/{len(room.questions)}  {one_line(question.ask)}")
            out(f"      [{one_line(question.header)}]")
            for place, option in enumerate(question.options, 1):
                out(f"  {place}) {one_line(option)}")
            if room.paused_at is not None:
                out("paused by the host")
            elif me is not None and me.plays and me.since > room.number:
                out("you join at the next question")
        elif room.phase is Phase.CLOSED:
            out("closed")
        elif room.phase is Phase.SKIPPED:
            out("the host skipped this question; it does not count")
        elif room.phase is Phase.REVEALED:
            _reveal(room, room.given.get(self._seat.login))
        elif room.phase is Phase.ENDED:
            _sum_up(room, self._seat.login)


def _waits_for(room: Room, me: Player | None) -> bool:
    """Whether the question on show waits for this player's answer."""
    is_open = room.phase is Phase.ASKING and room.paused_at is None
    return is_open and me is not None and me.plays and me.since <= room.number and me.login not in room.given


def _reveal(room: Room, own: Given | None) -> None:
    question = room.questions[room.number]
    if own is not None:
        out(f"{' '.join(VERDICT_WORDS[own.verdict.verdict])}: {one_line(own.verdict.reason)}")
    out(f"Answer: {one_line(question.answer)}")
    for source in question.sources[:1]:
        day = f", {source.published.isoformat()}" if source.published else ""
        out(f'{one_line(source.outlet)}{day}: "{one_line(source.sentence)}"')
    for bar in tally(room, room.number):
        out(
            f"  {bar.count} × {short(bar.answer)}"
            + (f"  {VERDICT_WORDS[bar.verdict][0]}" if bar.verdict else "")
        )


def _sum_up(room: Room, login: str) -> None:
    out("\nThe room has ended.")
    for row in standings(room):
        points = f"  {row.points:,} points" if room.settings.scored else ""
        if room.settings.scored or row.player.login == login:
            out(
                f"{row.place}  {one_line(shown_name(room, row.player))}  {row.right} of {row.asked} right{points}"
            )
