"""Asks what a new room is to ask, and how it is played."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget

from briefings.errors import BriefingError
from quiz_bank.rooms.plans import LENGTH, Wish
from quiz_bank.rooms.shelf import MOST_QUESTIONS
from quiz_bank.rooms.state import Settings
from tui.rooms.messages import OpenAsked, RoomOpened, RoomRefused
from tui.screens.form import FormScreen
from tui.widgets.field import Field

LONGEST_TIME = 3600  # seconds
_YES, _NO = ("y", "yes"), ("", "n", "no")


class OpenRoomScreen(FormScreen[str]):
    """The form; gives the code of the room, or None when left."""

    CSS_PATH = "../screens/form.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "save", "Open", priority=True, id="open.save", tooltip="Open the room"),
    ]

    def __init__(self) -> None:
        super().__init__("Open a room", "One question goes out to everybody in it. You steer it.")

    def fields(self) -> Iterator[Widget]:
        """What is asked, and how."""
        yield Field("Story", hint="the newest", id="story")
        yield Field("Bank", hint="instead of a story", id="bank")
        yield Field("Questions", str(LENGTH), id="questions")
        yield Field("Seconds", hint="no limit", id="seconds")
        yield Field("Choice", "no", "yes: options instead of typing", id="choice")
        yield Field("Points", "no", "yes: a ranking; right answers first, speed a quarter", id="scored")
        yield Field("Anonymous", "no", "yes: players are shown by number", id="anonymous")

    def action_save(self) -> None:
        """Has the room opened."""
        try:
            wish = self._wish()
        except BriefingError:
            return
        self.wait("Opening …")
        self.post_message(OpenAsked(self, wish))

    @on(RoomOpened)
    def _opened(self, event: RoomOpened) -> None:
        self.dismiss(event.code)

    @on(RoomRefused)
    def _not_opened(self, event: RoomRefused) -> None:
        self.refuse(event.error)

    def _wish(self) -> Wish:
        seconds = self._number("seconds", LONGEST_TIME)
        return Wish(
            story=self._field("story").value or None,
            bank=self._field("bank").value or None,
            questions=self._number("questions", MOST_QUESTIONS) or LENGTH,
            mode="choice" if self._yes("choice") else "type",
            settings=Settings(seconds, self._yes("scored"), self._yes("anonymous")),
        )

    def _field(self, name: str) -> Field:
        return self.query_one(f"#{name}", Field)

    def _number(self, name: str, most: int) -> int | None:
        said = self._field(name).value
        if not said:
            return None
        if not (said.isascii() and said.isdigit() and 0 < int(said[:6]) <= most):
            raise self._fault(name, f"a number from 1 to {most}")
        return int(said)

    def _yes(self, name: str) -> bool:
        said = self._field(name).value.casefold()
        if said not in (*_YES, *_NO):
            raise self._fault(name, "yes or no")
        return said in _YES

    def _fault(self, name: str, wanted: str) -> BriefingError:
        field = self._field(name)
        field.say(wanted)
        field.enter()
        return BriefingError(wanted)
