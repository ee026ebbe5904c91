"""One person's place at the rooms of a store: what she may do in them, in her own name."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from typing import Any, Literal

from briefings.errors import BriefingError
from quiz_bank.desk import Desk
from quiz_bank.learning.trainees import login_of
from quiz_bank.roles import known_role
from quiz_bank.rooms.events import Kind
from quiz_bank.rooms.plans import Wish, plan_of
from quiz_bank.rooms.results import RoomResult, results
from quiz_bank.rooms.rooms import Rooms
from quiz_bank.rooms.state import Room


class Seat:
    """Rooms as one person sees them; every method blocks.

    Args:
        desk: hers.
        rooms: of the desk's store.
        must_instruct: whether only instructors open rooms, as on a machine that many share.

    Attributes:
        name, login: of the person, as she wrote it and folded.
    """

    def __init__(self, desk: Desk, rooms: Rooms, must_instruct: bool = False) -> None:
        self._desk = desk
        self.rooms = rooms
        self._must_instruct = must_instruct
        self.name = desk.trainee
        self.login = login_of(desk.trainee)

    @property
    def may_open(self) -> bool:
        """Whether she may open a room."""
        desk = self._desk
        role = desk.store.read(lambda session: known_role(session, desk.trainee))
        return role == "instructor" or not self._must_instruct

    def open(self, wish: Wish) -> str:
        """Opens a room and gives its code; she hosts it.

        Raises:
            BriefingError: she may not, or there is nothing to ask.
        """
        return self.rooms.open(self._desk.trainee, plan_of(self._desk, wish), self._must_instruct)

    def enter(self, code: str, way: Literal["play", "watch", "projector"] = "play") -> Room:
        """Goes into a room: to play, to look on, or to show it, which nobody in it notices.

        Raises:
            BriefingError: there is no such room, it has ended, or she was taken out of it.
        """
        room = self.rooms.state(code)
        if way == "projector":
            return room
        if self.login == room.host and not room.host_here:
            return self.act(code, "joined")
        return self.rooms.join(code, self._desk.trainee, watching=way == "watch")

    def act(self, code: str, kind: Kind, /, **body: Any) -> Room:
        """Does something in a room; see ``Rooms.act``."""
        return self.rooms.act(code, self._desk.trainee, kind, **body)

    def hang_up(self, codes: Iterable[str]) -> None:
        """Tells rooms that her line has dropped; one that has ended, or cannot be told, is passed over."""
        for code in codes:
            with suppress(BriefingError):
                self.act(code, "left", away=True)

    def answer(self, code: str, number: int, said: str) -> Room:
        """Answers a question; gives the room after it. See ``Rooms.answered``."""
        return self.rooms.answered(code, self._desk.trainee, number, said)

    def results(self, code: str) -> list[RoomResult]:
        """Every answer of a room; in an anonymous one only its host is told whose they are.

        Raises:
            BriefingError: there is no such room.
        """
        self.rooms.keep_attempts(code)
        room = self.rooms.state(code)
        return results(room, named=self.login == room.host or not room.settings.anonymous)
