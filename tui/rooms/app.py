"""The app, opened in a room."""

from __future__ import annotations

from collections.abc import Iterator

from textual.message import Message

from tui.app import BriefingApp
from tui.desk import Desk
from tui.rooms.messages import RoomWanted, Way
from tui.rooms.pages import RoomPages


class RoomApp(RoomPages, BriefingApp):
    """The app that goes into a room at once; leaving the room leads Home.

    Attributes:
        code: of the room.
        way: as what to go in.
    """

    code = ""
    way: Way = "play"

    def opening(self, desk: Desk) -> Iterator[Message]:
        """The stories, then the room."""
        yield from super().opening(desk)
        yield RoomWanted(self.code, self.way)


def run(db: str | None, trainee: str | None, code: str, way: Way = "play") -> None:
    """Runs the app in a room until it is left; see ``tui.app.run``."""

    def open_desk() -> Desk:
        from quiz_bank import desk

        return desk.open_desk(db, trainee)

    app = RoomApp(open_desk, writes_files=True)
    app.code, app.way = code, way
    try:
        app.run()
    finally:
        app.close_desk()
