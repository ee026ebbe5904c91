"""The part of the app behind rooms: the list, going in, what host and players do."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from textual import on
from textual.message import Message

from briefings.errors import BriefingError
from tui.desk import Desk
from tui.pages.desk_app import DeskApp
from tui.pages.home import StoriesRead
from tui.rooms import messages

if TYPE_CHECKING:
    from quiz_bank.rooms.rooms import Rooms
    from quiz_bank.rooms.seat import Seat
    from tui.rooms.room_page import RoomPage


class RoomPages(DeskApp):
    """Handlers for rooms.

    Attributes:
        rooms: of the store, where several apps of one process share it; made at the first need where None.
    """

    rooms: Rooms | None = None
    _told: frozenset[str] = frozenset()  # codes of the rooms that were told of

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        self._inside: list[str] = []  # codes of the rooms whose screens are on the stack

    @on(StoriesRead)
    def _look_for_rooms(self) -> None:
        """Tells of rooms that were opened, whenever Home shows the stories."""

        def look(desk: Desk) -> Message:
            from quiz_bank.learning.trainees import login_of

            seat = self._room_seat(desk)
            return messages.RoomsOpen(
                tuple(card.code for card in seat.rooms.listed() if login_of(card.host) != seat.login)
            )

        self.serve(self, "rooms open", look, lambda error: messages.RoomsOpen(()))

    @on(messages.RoomsOpen)
    def _tell_of_rooms(self, event: messages.RoomsOpen) -> None:
        if not self.screen_stack or self.screen_stack[-1] is not self.home:
            return
        for code in set(event.codes) - self._told:
            self.notify(f"Room {code} is open: o shows the rooms", markup=False)
        self._told = self._told.union(event.codes)

    @on(messages.RoomsWanted)
    def _read_rooms(self, event: messages.RoomsWanted) -> None:
        def read(desk: Desk) -> Message:
            seat = self._room_seat(desk)
            return messages.RoomsRead(seat.rooms.listed(), seat.may_open, event.again)

        self.ask("rooms", read)

    @on(messages.RoomsRead)
    async def _show_rooms(self, event: messages.RoomsRead) -> None:
        from tui.rooms.list import RoomsScreen

        top = self.screen_stack[-1] if self.screen_stack else None  # none while the app is being left
        if isinstance(top, RoomsScreen):
            await top.show(event.cards, event.may_open)
        elif top is not None and not event.again:
            await self.push_screen(RoomsScreen(event.cards, event.may_open))

    @on(messages.OpenWanted)
    def _ask_what_to_open(self) -> None:
        from tui.rooms.open_form import OpenRoomScreen

        def go_in(code: str | None) -> None:
            if code is not None:
                self.post_message(messages.RoomWanted(code))

        self.push_screen(OpenRoomScreen(), go_in)

    @on(messages.OpenAsked)
    def _open_room(self, event: messages.OpenAsked) -> None:
        def work(desk: Desk) -> Message:
            return messages.RoomOpened(self._room_seat(desk).open(event.wish))

        self.serve(event.sender, "room", work, messages.RoomRefused)

    @on(messages.RoomWanted)
    def _enter_room(self, event: messages.RoomWanted) -> None:
        self._told = self._told.union((event.code,))

        def enter(desk: Desk) -> Message:
            seat = self._room_seat(desk)
            return messages.RoomEntered(seat.enter(event.code, event.way), seat.login, event.way)

        self.ask("room", enter)

    @on(messages.RoomEntered)
    def _show_room(self, event: messages.RoomEntered) -> None:
        if self.rooms is not None and self.screen_stack:
            screen = _screen_of(event)
            if event.way != "projector":
                self._inside.append(event.room.code)
                self._notice_hang_up()
            self.push_screen(screen(event.room, event.me, self.rooms.watch), partial(self._left, event))

    def _left(self, event: messages.RoomEntered, _: None) -> None:
        if event.way != "projector":
            self._inside.remove(event.room.code)

    def _notice_hang_up(self) -> None:
        """Ends as if left when the terminal goes away, where the app has the process for itself."""
        if self.writes_files and hasattr(signal, "SIGHUP"):
            asyncio.get_running_loop().add_signal_handler(signal.SIGHUP, self.exit)

    def hang_up(self) -> None:
        """Tells the rooms that were not left that the line has dropped; blocks, once the app has ended."""
        if self._inside and self._desk is not None:
            self._room_seat(self._desk).hang_up(self._inside)

    @on(messages.DeedAsked)
    def _act_in_room(self, event: messages.DeedAsked) -> None:
        def work(desk: Desk) -> Message:
            return messages.DeedDone(self._room_seat(desk).act(event.code, event.kind, **event.body))

        self.serve(event.sender, "room", work, messages.RoomRefused)

    @on(messages.AnswerSent)
    def _answer_in_room(self, event: messages.AnswerSent) -> None:
        def work(desk: Desk) -> Message:
            return messages.DeedDone(self._room_seat(desk).answer(event.code, event.number, event.said))

        self.serve(event.sender, "room", work, messages.RoomRefused)

    def _room_seat(self, desk: Desk) -> Seat:
        """This person's place at the rooms; called in threads.

        Raises:
            BriefingError: the desk has no store.
        """
        from quiz_bank.desk import Desk as StoredDesk
        from quiz_bank.rooms.rooms import Rooms
        from quiz_bank.rooms.seat import Seat

        if not isinstance(desk, StoredDesk):
            raise BriefingError("rooms need a store", "open one with --db")
        if self.rooms is None:
            self.rooms = Rooms(desk.store)
        return Seat(desk, self.rooms, must_instruct=not self.writes_files)


def _screen_of(event: messages.RoomEntered) -> Callable[..., RoomPage]:
    """The screen of who went in: a host steers, unless she wants the projector."""
    from tui.rooms.host import HostScreen
    from tui.rooms.player import PlayerScreen
    from tui.rooms.projector import ProjectorScreen

    if event.way == "projector":
        return ProjectorScreen
    return HostScreen if event.me == event.room.host else PlayerScreen
