"""The projector's screen: for everybody to look at, without keys and without names of who still waits."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Digits

from quiz_bank.rooms.state import Phase
from tui.rooms.room_page import RoomPage, Sheet
from tui.rooms.views import projector_view
from tui.rooms.wording import clock
from tui.widgets.masthead import Masthead


class ProjectorScreen(RoomPage):
    """What a class looks at. Any of a few keys closes it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,v", "dismiss", "Back", show=False, id="projector.back", tooltip="Close this view"),
    ]

    def body(self) -> ComposeResult:
        """The top line, the time left in large figures, the sheet."""
        yield Masthead(self.room.title)
        yield Digits(id="digits")
        yield Sheet(id="sheet")

    def compose(self) -> ComposeResult:
        """The body alone: there are no keys to show."""
        yield from self.body()

    def view(self) -> Content:
        """The room as everybody may see it."""
        return projector_view(self.room)

    def _tick(self) -> None:
        super()._tick()
        self.query_one(Masthead).note = f"room {self.room.code} · {self.query_one(Masthead).note}"
        self.query_one(Digits).update(self._figures())

    def _figures(self) -> str:
        """The time left; how many answered where there is no limit, or the question is closed."""
        told = clock(self.room, datetime.now(UTC))
        if told and told[0].isdigit():
            return told
        if self.room.phase in (Phase.ASKING, Phase.CLOSED):
            return str(len(self.room.given))
        return ""
