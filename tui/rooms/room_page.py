"""What the screens of a room share: they follow it, and paint what changed without laying the page out again."""

from __future__ import annotations

import asyncio
import contextvars
from contextlib import suppress
from datetime import UTC, datetime

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.geometry import Region
from textual.widget import Widget

from quiz_bank.rooms.state import Room
from quiz_bank.rooms.watch import Following, Watch
from tui.rooms.messages import DeedDone
from tui.rooms.wording import note
from tui.screens.page import Page
from tui.widgets.key_footer import KeyFooter
from tui.widgets.masthead import Masthead
from tui.widgets.scrolling import Scrolling
from tui.widgets.too_small import TooSmall


class Words(Widget):
    """Words that are painted as far down as they go, and no further: a class's screens all change at once."""

    def __init__(self) -> None:
        super().__init__()
        self.words = Content("")

    def render(self) -> Content:
        """The words."""
        return self.words

    def show(self, words: Content, room: int) -> None:
        """Shows other words; the page is laid out where they, or those before, take more lines than ``room``."""
        until = max(self._lines(words), self._lines(self.words))
        self.words = words
        if until > room:
            self.refresh(layout=True)
        else:
            self.refresh(Region(0, 0, self.size.width, until))

    def _lines(self, words: Content) -> int:
        return words.get_height({}, max(self.size.width, 1))


class Sheet(Scrolling):
    """Words that change often. The page is laid out again only where they do not fit into the sheet."""

    DEFAULT_CSS = """
    Sheet {
        height: 1fr;
        margin: 0 2;
        Words { height: auto; min-height: 100%; }
    }
    """

    def compose(self) -> ComposeResult:
        """The words."""
        yield Words()

    def show(self, words: Content) -> None:
        """Shows the words, if they are not there already."""
        shown = self.query_one(Words)
        if not words.is_same(shown.words):
            shown.show(words, room=self.size.height)

    def on_resize(self) -> None:
        """What fitted may not fit any more."""
        self.query_one(Words).refresh(layout=True)


class RoomPage(Page):
    """A screen of one room.

    Args:
        room: where it stands.
        me: the login of who sits here.
        watch: tells when it moves.
    """

    CSS_PATH = "room_page.tcss"

    def __init__(self, room: Room, me: str, watch: Watch) -> None:
        super().__init__()
        self.room = room
        self.me = me
        self._watch = watch
        self._following: Following | None = None

    def body(self) -> ComposeResult:
        """The top line and the sheet."""
        yield Masthead(f"Room {self.room.code} · {self.room.title}")
        yield Sheet(id="sheet")

    def compose(self) -> ComposeResult:
        """As on every page, with the whole footer for the keys of the room."""
        yield from self.body()
        yield KeyFooter(show_command_palette=False)
        yield TooSmall()

    def on_mount(self) -> None:
        """Follows the room, and the clock where there is a time limit."""
        self._follow()
        if self.room.settings.seconds:
            self.set_interval(1.0, self._tick)
        self.call_after_refresh(self.paint)

    def on_unmount(self) -> None:
        """Follows no more."""
        if self._following is not None:
            self._following.stop()

    def view(self) -> Content:
        """What the sheet shows now."""
        raise NotImplementedError

    def paint(self) -> None:
        """Shows where the room stands."""
        self._tick()
        self.query_one(Sheet).show(self.view())

    def sees(self, room: Room) -> object:
        """All that this screen shows of a room, or does about it; a move that leaves it equal is passed over."""
        return room.seq

    def changed(self, before: Room) -> None:
        """Called when what is seen of the room has changed, before it is painted."""

    @on(DeedDone)
    def _done(self, event: DeedDone) -> None:
        self._move(event.room)

    def _follow(self) -> None:
        """Is called back on this session's loop, and in its context: Textual finds the app through it."""
        loop, context = asyncio.get_running_loop(), contextvars.copy_context()

        def told(room: Room) -> None:
            with suppress(RuntimeError):  # the loop is closed: the session has just ended
                loop.call_soon_threadsafe(self._move, room, context=context)

        self._following = self._watch.follow(self.room.code, told, self.room.seq)

    def _move(self, room: Room) -> None:
        if room.seq <= self.room.seq or not self.is_attached:
            return
        before, self.room = self.room, room
        if self.sees(before) != self.sees(room):
            self.changed(before)
            self.paint()

    def _tick(self) -> None:
        self.query_one(Masthead).note = note(self.room, datetime.now(UTC))
