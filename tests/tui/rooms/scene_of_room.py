"""A room in a store of its own, people who are in it, and the app of one of them."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import Any

from textual.events import Paste
from textual.pilot import Pilot

from briefings.store.store import Store
from quiz_bank.desk import Desk
from quiz_bank.questions import Question
from quiz_bank.rooms.events import Kind
from quiz_bank.rooms.rooms import Rooms
from quiz_bank.rooms.shelf import Plan
from quiz_bank.rooms.state import Room, Settings
from tests.quiz_bank.rooms.played import QUESTIONS
from tests.tui.app.stage import screen_text
from tui.app import BriefingApp
from tui.rooms.messages import RoomsWanted, RoomWanted, Way
from tui.rooms.player import SendInput

PATIENCE = 20.0


class SharedDesk(Desk):
    """A desk at a store that others use too."""

    def close(self) -> None:
        """Leaves the store open."""


class Scene:
    """A room that Ines hosts; what others do in it is done at once, without a screen."""

    def __init__(self, store: Store, questions: tuple[Question, ...] = QUESTIONS, **settings: Any) -> None:
        self.store = store
        self.rooms = Rooms(store)
        self.code = self.rooms.open("Ines", Plan("halm", "The Halm ferry", questions, Settings(**settings)))

    @property
    def room(self) -> Room:
        return self.rooms.state(self.code)

    def host(self, kind: Kind, **body: Any) -> None:
        if kind in ("closed", "revealed", "skipped"):
            body.setdefault("n", self.room.number)
        if kind == "question":
            body.setdefault("n", self.room.number + 1)
        self.rooms.act(self.code, "Ines", kind, **body)

    def reveal(self) -> None:
        self.host("closed")
        self.host("revealed")

    def join(self, *names: str) -> None:
        for name in names:
            self.rooms.join(self.code, name)

    def answer(self, name: str, said: str) -> None:
        self.rooms.answer(self.code, name, self.room.number, said)

    def app(self, name: str, way: Way | None = "play", writes_files: bool = True) -> BriefingApp:
        """The app of somebody who goes into the room; at the list of rooms where no way is told."""
        first = RoomWanted(self.code, way) if way else RoomsWanted()
        app = BriefingApp(lambda: SharedDesk(self.store, name), writes_files=writes_files, first=first)
        app.rooms = self.rooms
        return app

    def sit(
        self, name: str, way: Way = "play", size: tuple[int, int] = (80, 24)
    ) -> AbstractAsyncContextManager[Pilot[None]]:
        return self.app(name, way).run_test(size=size)


async def shows(pilot: Pilot[None], *words: str) -> str:
    """The screen as soon as it shows all the words."""
    return await until(pilot, lambda text: all(each in text for each in words), f"{words}")


async def hides(pilot: Pilot[None], words: str) -> str:
    """The screen as soon as it shows the words no more."""
    return await until(pilot, lambda text: words not in text, f"no {words!r}")


async def until(pilot: Pilot[None], look: Callable[[str], bool], what: str) -> str:
    deadline = time.monotonic() + PATIENCE
    text = ""
    while time.monotonic() < deadline:
        await pilot.pause(0.02)
        text = screen_text(pilot.app)
        if look(text):
            return text
    raise AssertionError(f"waited in vain for {what} in\n{text}")


async def opens(pilot: Pilot[None]) -> None:
    """Waits until an answer can be typed."""
    await until(pilot, lambda _: not pilot.app.screen.query_one(SendInput).shut, "the box to open")


async def send(pilot: Pilot[None], said: str) -> None:
    """Puts an answer into the box in one go, and sends it."""
    await opens(pilot)
    pilot.app.screen.query_one(SendInput).post_message(Paste(said))
    await pilot.pause()
    await pilot.press("enter")


def write_news(folder: Path) -> Path:
    """A small article to ask about."""
    path = folder / "ferry.txt"
    path.write_text(
        "Ferry to Halm runs again\n\nHalm, 2 May 2024\n\nAbout 300 people took the first ferry to Halm. "
        "The line is 18 kilometres long.\n\nThe mayor of Halm, Oda Brek, said more than 60 percent of the pier "
        "was new.\n",
        encoding="utf-8",
    )
    return path
