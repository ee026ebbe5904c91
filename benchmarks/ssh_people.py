"""People at their terminals, for the load on the SSH server: they count bytes, look for words, and time keys.

Nothing is parsed and no screen is kept, so that a hundred of them cost the machine little beside the server.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Sequence
from dataclasses import dataclass, field

import asyncssh

KEYS_A_SECOND = 2.0
PAINTED = 2000  # bytes: more than the setting up of a terminal
PATIENCE = 60.0  # seconds


@dataclass
class Person(asyncssh.SSHClientSession[bytes]):
    """One trainee at her terminal.

    Attributes:
        name: her login name. key: what she logs in with.
        received: bytes so far.
        times: seconds from each key to the first bytes after it; keys pressed meanwhile count with it.
    """

    name: str
    key: asyncssh.SSHKey
    received: int = 0
    times: list[float] = field(default_factory=list)
    chan: asyncssh.SSHClientChannel[bytes] | None = None
    _conn: asyncssh.SSHClientConnection | None = None
    _pressed: float = 0.0
    _sought: bytes = b""
    _tail: bytes = b""
    _seen: asyncio.Future[float] | None = None

    def data_received(self, data: bytes, datatype: int | None) -> None:
        """Something was painted."""
        self.received += len(data)
        if self._pressed:
            self.times.append(time.perf_counter() - self._pressed)
            self._pressed = 0.0
        if self._seen is not None and not self._seen.done():
            if self._sought in self._tail + data:
                self._seen.set_result(time.perf_counter())
            self._tail = data[-len(self._sought) :]

    async def log_in(self, port: int, paints: bool = True, window: int = 2**21) -> float:
        """Opens a session; seconds until the page is painted, or the session is there where nothing paints."""
        begun = time.perf_counter()
        self._conn = await asyncssh.connect(
            "127.0.0.1", port, username=self.name, client_keys=[self.key], known_hosts=None, config=None
        )
        self.chan, _ = await self._conn.create_session(
            lambda: self, term_type="xterm-256color", term_size=(100, 30), encoding=None, window=window
        )
        until = begun + PATIENCE
        while paints and self.received < PAINTED and time.perf_counter() < until:
            await asyncio.sleep(0.01)
        assert not paints or self.received >= PAINTED, "nothing was painted"
        return time.perf_counter() - begun

    def seeks(self, words: bytes) -> asyncio.Future[float]:
        """The moment at which the words are painted from now on, in one piece."""
        self._tail = b""
        self._sought, self._seen = words, asyncio.get_running_loop().create_future()
        return self._seen

    def begin(self) -> None:
        """Forgets the times so far."""
        self.times.clear()
        self._pressed = 0.0

    def press(self, key: bytes) -> None:
        """Presses a key."""
        assert self.chan is not None
        self._pressed = self._pressed or time.perf_counter()
        self.chan.write(key)

    async def press_for(self, keys: bytes, words: bytes) -> float:
        """Presses keys at once; seconds until the words are painted."""
        assert self.chan is not None
        begun, seen = time.perf_counter(), self.seeks(words)
        self.chan.write(keys)
        return await asyncio.wait_for(seen, PATIENCE) - begun

    async def type_on(self, keys: Sequence[bytes], seconds: float, begins: float) -> None:
        """Presses the keys in turn, at the pace of a person, whatever the server does."""
        loop = asyncio.get_running_loop()
        first = loop.time() + begins / KEYS_A_SECOND
        for turn in range(int(seconds * KEYS_A_SECOND)):
            await asyncio.sleep(first + turn / KEYS_A_SECOND - loop.time())
            self.press(keys[turn % len(keys)])

    def hang_up(self) -> None:
        """Drops the line."""
        if self._conn is not None:
            self._conn.abort()


async def log_all_in(people: Sequence[Person], port: int, at_once: int, paints: bool = True) -> list[float]:
    """Logs everybody in, so many at once; seconds to the first paint of each."""
    gate = asyncio.Semaphore(at_once)

    async def one(person: Person) -> float:
        async with gate:
            return await person.log_in(port, paints)

    return await asyncio.gather(*(one(person) for person in people))


async def type_all(
    people: Sequence[Person], seconds: float, keys: Sequence[bytes] = (b"j", b"k")
) -> list[float]:
    """Everybody presses keys, evenly spread; seconds from each key to its paint."""
    for person in people:
        person.begin()
    await asyncio.gather(
        *(person.type_on(keys, seconds, place / len(people)) for place, person in enumerate(people))
    )
    await asyncio.sleep(0.5)
    return [each for person in people for each in person.times]
