"""One session of one client: a channel, the app that paints on it, and how both end."""

from __future__ import annotations

import asyncio
import contextvars
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import partial
from typing import Any

import asyncssh
from textual.app import App

from tui.ssh import audit
from tui.ssh.colours import depth_of, fit
from tui.ssh.driver import ChannelDriver
from tui.ssh.limits import Doorkeeper, Limits
from tui.ssh.prompt import Line, LinePrompt

CODE_TRIES = 3
AWAY_SOON = "Nothing was heard from you: press a key to stay."
NAMED_OTHERWISE = "{label} is somebody else here: your answers are kept under {name}."
GREETED = 15.0  # seconds
WELCOME = "This key is new here. Class code: "


@dataclass(frozen=True, slots=True)
class Guest:
    """Who is at the other end, logged in.

    Attributes:
        label: the login name she gave. address: where she comes from.
        fingerprint: of her key; what sessions are counted by.
        name: what her answers are kept under; None for a key that was never here.
        authorized: whether the key may come in without a class code.
    """

    label: str
    address: str
    fingerprint: str
    name: str | None
    authorized: bool = False


@dataclass(frozen=True, slots=True)
class House:
    """What sessions share.

    Attributes:
        limits, doors: how much anybody gets, and the counts.
        starting: held while an app starts.
        make_app: an app for a person's name; cheap, called on the event loop.
        briefing: the newest story's briefing as text, for clients without a screen; blocks.
        enrol: remembers a new key and gives its person's name; None where the class code is wrong (no code is
            needed where None is given for it); blocks.
        hang_up: tells the rooms that an app was in that its line is gone; blocks.
        clear: called when nobody is left: the threads that work for the apps each keep the last worker they ran,
            and with it an app, in their context variables.
    """

    limits: Limits
    doors: Doorkeeper
    starting: asyncio.Semaphore
    make_app: Callable[[str], App[Any]]
    briefing: Callable[[], str]
    enrol: Callable[[Guest, str | None], str | None]
    hang_up: Callable[[App[Any]], None]
    clear: Callable[[], None]


class AppSession(asyncssh.SSHServerSession[bytes]):
    """A shell that is the app.

    Args:
        house: what sessions share.
        guest: who logged in.
    """

    def __init__(self, house: House, guest: Guest) -> None:
        self._house = house
        self._guest = guest
        self._loop = asyncio.get_running_loop()
        self._chan: asyncssh.SSHServerChannel[bytes] | None = None
        self._app: App[Any] | None = None
        self._driver: ChannelDriver | None = None
        self._task: asyncio.Task[None] | None = None
        self._started = asyncio.Event()
        self._size = (80, 24)
        self._term = ""
        self._prompt: LinePrompt | None = None
        self._answers: asyncio.Queue[str | None] = asyncio.Queue()
        self._held: AbstractContextManager[None] | None = None
        self._timers: dict[str, asyncio.TimerHandle] = {}
        self._heard = self._loop.time()
        self._received = self._sent = 0
        self._greeting = self._farewell = ""

    # what asyncssh calls

    def connection_made(self, chan: asyncssh.SSHServerChannel[bytes]) -> None:
        """A channel is there."""
        self._chan = chan
        chan.set_write_buffer_limits(high=self._house.limits.buffered, low=self._house.limits.buffered // 8)

    def pty_requested(self, term_type: str, term_size: tuple[int, int, int, int], term_modes: Any) -> bool:
        """The client has a terminal."""
        self._term = term_type or "dumb"
        self._size = self._house.limits.clamp(*term_size[:2])
        return True

    def shell_requested(self) -> bool:
        """The one thing a client may ask for."""
        return True

    def exec_requested(self, command: str) -> bool:
        """No commands."""
        audit.record("refused", what="exec", who=self._guest.label, address=self._guest.address)
        return False

    def subsystem_requested(self, subsystem: str) -> bool:
        """No subsystems, sftp among them."""
        audit.record("refused", what=subsystem, who=self._guest.label, address=self._guest.address)
        return False

    def session_started(self) -> None:
        """Begins, in a context of its own: Textual finds the running app through a context variable."""
        audit.record(
            "session", who=self._guest.label, key=self._guest.fingerprint, address=self._guest.address
        )
        self._task = self._loop.create_task(self._run(), context=contextvars.Context())

    def data_received(self, data: bytes, datatype: int | None) -> None:
        """Keys, clicks and pastes, or the letters of a class code."""
        self._heard = self._loop.time()
        self._received += len(data)
        if self._prompt is not None:
            self._answer(self._prompt, data)
        elif self._driver is not None:
            self._driver.receive(data)

    def terminal_size_changed(self, width: int, height: int, pixwidth: int, pixheight: int) -> None:
        """The window changed; painted once it has settled."""
        self._size = self._house.limits.clamp(width, height)
        self._later("resize", self._house.limits.settle, self._resize)

    def break_received(self, msec: int) -> bool:
        """A break does nothing."""
        return True

    def eof_received(self) -> bool:
        """The client sends no more: an app ends, a printed briefing is printed to its end."""
        if self._term:
            self.end("")
        return True

    def pause_writing(self) -> None:
        """The client reads too slowly: its app stops painting."""
        if self._app is not None and self._held is None:
            self._held = self._app.batch_update()
            self._held.__enter__()

    def resume_writing(self) -> None:
        """The client has caught up: what is now on the screen is painted."""
        if self._app is not None and self._held is not None:
            self._held.__exit__(None, None, None)
            self._held = None
            self._app.screen.refresh(layout=True)

    def connection_lost(self, exc: Exception | None) -> None:
        """The line is gone; the app ends, what was answered is in the store."""
        self._chan = None
        self.end("")

    # what the house calls

    def send(self, data: bytes) -> None:
        """Paints on the client's terminal."""
        if self._chan is not None and not self._chan.is_closing():
            self._sent += len(data)
            self._chan.write(data)
            if self._driver is not None and self._driver.painted:
                self._started.set()

    def end(self, farewell: str) -> None:
        """Ends the session; ``farewell`` is printed once the terminal is as it was."""
        self._farewell = farewell or self._farewell
        self._started.set()
        self._answers.put_nowait(None)
        if self._app is not None and self._app.is_running:
            self._app.exit()

    async def ended(self) -> None:
        """Waits until nothing of the session runs any more."""
        if self._task is not None:
            await asyncio.wait([self._task])

    # what runs

    async def _run(self) -> None:
        guest, doors = self._guest, self._house.doors
        refusal = doors.enter(guest.fingerprint)
        if refusal is not None:
            audit.record("refused", what="session", who=guest.label, address=guest.address, why=refusal)
            self._leave(refusal, 1)
            return
        begun = self._loop.time()
        try:
            await self._serve()
        finally:
            for timer in self._timers.values():
                timer.cancel()
            doors.leave(guest.fingerprint)
            if not doors.inside:
                self._house.clear()
            audit.record(
                "end",
                who=guest.label,
                key=guest.fingerprint,
                seconds=round(self._loop.time() - begun),
                received=self._received,
                sent=self._sent,
                dropped=self._driver.intake.dropped if self._driver else 0,
            )
            self._app = self._driver = None
        self._leave(self._farewell, 0)

    async def _serve(self) -> None:
        name = self._guest.name
        if name is None and self._guest.authorized:
            name = await self._enrol(None)
        elif name is None:
            name = await self._ask_for_code()
        if name is None:
            return
        if self._term in ("", "dumb"):
            self._print(await self._loop.run_in_executor(None, self._house.briefing))
        else:
            await self._run_app(name)

    async def _run_app(self, name: str) -> None:
        limits = self._house.limits
        async with self._house.starting:
            if self._chan is None:
                return
            self._app = app = self._house.make_app(name)
            fit(app, depth_of(self._term, self._environment()))
            app.driver_class = partial(self._make_driver, ration=limits.ration)  # type: ignore[assignment]
            running = asyncio.create_task(app.run_async(size=self._size, mouse=True))
            started = asyncio.create_task(self._started.wait())
            await asyncio.wait([running, started], timeout=limits.login_grace, return_when="FIRST_COMPLETED")
            started.cancel()
        if self._greeting and app.is_running:
            app.call_later(partial(app.notify, self._greeting, timeout=GREETED, markup=False))
        self._watch()
        await running
        await self._loop.run_in_executor(None, self._house.hang_up, app)

    def _make_driver(self, app: App[Any], **options: Any) -> ChannelDriver:
        self._driver = ChannelDriver(app, line=self, **options)
        return self._driver

    def _environment(self) -> dict[str, str]:
        """The two variables of the client's environment that count; other bytes of it are never looked at."""
        assert self._chan is not None
        told = self._chan.get_environment()
        return {name: told[name] for name in ("COLORTERM", "NO_COLOR") if name in told}

    async def _ask_for_code(self) -> str | None:
        for _ in range(CODE_TRIES):
            self._prompt = LinePrompt()
            self._print(WELCOME)
            said = await self._answers.get()
            if said is None:
                return None
            name = await self._enrol(said)
            if name is not None:
                self._prompt = None
                return name
            self._print("That is not the class code.\n")
        audit.record("refused", what="class code", key=self._guest.fingerprint, address=self._guest.address)
        self._farewell = "Ask the instructor for the class code."
        return None

    async def _enrol(self, said: str | None) -> str | None:
        name = await self._loop.run_in_executor(None, self._house.enrol, self._guest, said)
        if name is not None:
            audit.record("enrolled", who=name, key=self._guest.fingerprint, address=self._guest.address)
            if name.casefold() != self._guest.label.casefold():
                self._greeting = NAMED_OTHERWISE.format(label=self._guest.label, name=name)
        return name

    def _answer(self, prompt: LinePrompt, data: bytes) -> None:
        became, echo = prompt.take(data)
        self._print(echo)
        if became is not Line.GOING_ON:
            self._answers.put_nowait(prompt.text if became is Line.DONE else None)

    def _watch(self) -> None:
        """Ends the session when nothing was heard for long; says so before."""
        limits = self._house.limits
        quiet = self._loop.time() - self._heard
        if quiet >= limits.idle:
            self.end("You were away for long; your answers are kept. Log in again to go on.")
            return
        left = limits.idle - quiet
        if left <= limits.idle_warning and self._app is not None and self._app.is_running:
            self._app.call_later(self._app.notify, AWAY_SOON, markup=False)
        until = left - limits.idle_warning if left > limits.idle_warning else left
        self._later("idle", until + 0.01, self._watch)

    def _resize(self) -> None:
        if self._driver is not None and self._app is not None and self._app.is_running:
            self._driver.resize(*self._size)

    def _later(self, what: str, seconds: float, work: Callable[[], None]) -> None:
        if what in self._timers:
            self._timers[what].cancel()
        # in a context without the app: a cancelled timer keeps its context until its time has come
        self._timers[what] = self._loop.call_later(seconds, work, context=contextvars.Context())

    def _print(self, text: str) -> None:
        """Lines on a bare terminal, which needs its carriage returns."""
        self.send((text.replace("\r\n", "\n").replace("\n", "\r\n") if self._term else text).encode("utf-8"))

    def _leave(self, farewell: str, status: int) -> None:
        if self._chan is None or self._chan.is_closing():
            return
        if farewell:
            self._print(f"{farewell}\n")
        self._chan.exit(status)
