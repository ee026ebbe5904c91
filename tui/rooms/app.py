"""The app, opened in a room or at the list of rooms."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath
from typing import ClassVar

from textual.message import Message

from tui.app import BriefingApp
from tui.desk import Desk
from tui.rooms.messages import RoomsWanted, RoomWanted, Way
from tui.rooms.pages import RoomPages


class RoomApp(RoomPages, BriefingApp):
    """The app that goes into a room at once; leaving the room leads Home.

    Attributes:
        code: of the room; empty for the list of rooms.
        way: as what to go in.
    """

    CSS_PATH: ClassVar[list[str | PurePath]] = ["../app.tcss", "../screens/home.tcss"]

    code = ""
    way: Way = "play"

    def opening(self, desk: Desk) -> Iterator[Message]:
        """The stories, then the room or the list."""
        yield from super().opening(desk)
        yield RoomWanted(self.code, self.way) if self.code else RoomsWanted()


def run(db: str | None, trainee: str | None, code: str, way: Way = "play") -> None:
    """Runs the app in a room, or at the list of rooms, until it is left; see ``tui.app.run``."""

    def open_desk() -> Desk:
        from quiz_bank import desk

        return desk.open_desk(db, trainee)

    app = RoomApp(open_desk, writes_files=True)
    app.code, app.way = code, way
    try:
        app.run()
    finally:
        app.close_desk()
