"""Watching rooms: one thread a process looks for new events and wakes whoever follows a room."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from briefings.errors import BriefingError
from quiz_bank.rooms.state import Room

TICK = 0.1  # seconds between two looks at what other processes wrote
BREATH = 0.04  # seconds between two rounds of news, so that fifty answers at once are not fifty paintings

Told = Callable[[Room], None]


@dataclass(eq=False, slots=True)
class Following:
    """Somebody who is told whenever a room moves, until ``stop``."""

    code: str
    told: Told
    watch: Watch
    seq: int

    def stop(self) -> None:
        """Ends it; nothing is told after that, save what is being told now."""
        self.watch.forget(self)


class Watch:
    """The followers of all rooms of one store in this process.

    Args:
        look: the rooms of these codes as they stand; called in the watching thread.
        rest: called in that thread when nobody is left to tell.
    """

    def __init__(self, look: Callable[[list[str]], Mapping[str, Room]], rest: Callable[[], None]) -> None:
        self._look = look
        self._rest = rest
        self._followers: list[Following] = []
        self._lock = threading.Lock()
        self._woken = threading.Event()
        self._thread: threading.Thread | None = None

    @property
    def followers(self) -> int:
        """How many follow a room now."""
        return len(self._followers)

    def follow(self, code: str, told: Told, seq: int = 0) -> Following:
        """Tells ``told`` of each state of a room newer than ``seq``, the latest only where several came at once.

        It is called in the watching thread and must not block.
        """
        following = Following(code, told, self, seq)
        with self._lock:
            self._followers.append(following)
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="room-watch", daemon=True)
                self._thread.start()
        self.wake()
        return following

    def forget(self, following: Following) -> None:
        """Tells it nothing more."""
        with self._lock:
            if following in self._followers:
                self._followers.remove(following)
        self.wake()

    def wake(self) -> None:
        """Looks at once: this process has just written."""
        self._woken.set()

    def _run(self) -> None:
        while followers := self._wait():
            if self._tell(followers):
                time.sleep(BREATH)

    def _wait(self) -> list[Following]:
        """The followers, after a tick or a wake-up; none ends the thread."""
        self._woken.wait(TICK)
        self._woken.clear()
        with self._lock:
            if not self._followers:
                self._rest()
                self._thread = None
            return list(self._followers)

    def _tell(self, followers: list[Following]) -> bool:
        """Whether there was anything to tell."""
        try:
            rooms = self._look(sorted({each.code for each in followers}))
        except BriefingError:
            return False  # a store that cannot be read now is asked again; who acts is told what is wrong
        behind = [each for each in followers if each.code in rooms and rooms[each.code].seq > each.seq]
        for each in behind:
            each.seq = rooms[each.code].seq
            each.told(rooms[each.code])
        return bool(behind)
