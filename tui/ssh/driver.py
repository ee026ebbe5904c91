"""Textual's driver for one SSH channel; with ``lean`` the only module that leans on Textual's internals.

Written against Textual 8.2; the test that runs the real ``ssh`` client in tmux tells when an upgrade changes what is
used here: ``XTermParser`` (``feed``, ``tick``, ``_timeout_time``, ``_gen``, ``_tokens``), the ``Driver`` contract,
``App._filters``, ``StylesCache.get_inner_outer``, the default of ``Input.cursor_blink`` and the process-wide
redirection of stdout.
"""

from __future__ import annotations

import asyncio
from contextlib import nullcontext
from pathlib import Path
from typing import Any, BinaryIO, Literal, Protocol, TextIO

import textual.app
from textual import constants, events
from textual._styles_cache import StylesCache
from textual._xterm_parser import XTermParser
from textual.app import App
from textual.driver import Driver
from textual.geometry import Size
from textual.message import Message
from textual.messages import InBandWindowResize
from textual.widgets import Input

from tui.ssh.intake import Intake, Ration
from tui.ssh.lean import make_lean

#: alternate screen, mouse (buttons, motion, focus, SGR), hidden cursor, bracketed paste, no line wrap (xterm's
#: control sequences, private modes); and back in reverse
START = "\x1b[?1049h\x1b[?1000h\x1b[?1003h\x1b[?1015h\x1b[?1006h\x1b[?25l\x1b[?1004h\x1b[?2004h\x1b[?7l"
STOP = "\x1b[?7h\x1b[?2004l\x1b[?1004l\x1b[?1006l\x1b[?1015l\x1b[?1003l\x1b[?1000l\x1b[?1049l\x1b[?25h\x1b[0m"


def share_the_process() -> None:
    """Keeps apps from disturbing each other; call once before the first app runs.

    ``App.run_async`` redirects stdout and stderr for the whole process; apps that end in another order than they began
    would leave them on a dead app. A cursor that blinks takes two paints a second: with fifty people thinking about
    a question most of a core.
    """
    textual.app.redirect_stdout = textual.app.redirect_stderr = nullcontext  # type: ignore[assignment,attr-defined]
    Input.cursor_blink._default = False
    make_lean()


class Line(Protocol):
    """The channel an app paints on."""

    def send(self, data: bytes) -> None:
        """Sends bytes to the client's terminal."""


class ChannelDriver(Driver):
    """Paints on a channel and reads from it; everything happens on the server's event loop.

    Args:
        app: the app it drives.
        line: where output goes.
        ration: what the client may send.
        debug, mouse, size: as Textual's drivers take them.
    """

    def __init__(
        self,
        app: App[Any],
        *,
        line: Line,
        ration: Ration,
        debug: bool = False,
        mouse: bool = True,
        size: tuple[int, int] | None = None,
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self.intake = Intake(ration, self._loop.time)
        self._line = line
        self._out: list[str] = []
        self._parser: XTermParser | None = XTermParser(False)
        self._reading = False
        self._writes = 0
        self._tick: asyncio.TimerHandle | None = None
        self._next: asyncio.TimerHandle | None = None

    def write(self, data: str) -> None:
        """Collects output; one write a turn of the event loop."""
        self._out.append(data)
        if len(self._out) == 1:
            self._loop.call_soon(self.flush)

    def flush(self) -> None:
        """Sends what was collected."""
        if self._out:
            data = "".join(self._out)
            self._out.clear()
            self._writes += 1
            self._line.send(data.encode("utf-8", "replace"))

    @property
    def painted(self) -> bool:
        """Whether anything was sent beyond the setting up of the terminal."""
        return self._writes > 1

    def start_application_mode(self) -> None:
        """Sets up the client's terminal and begins to read."""
        self.write(START)
        self._reading = True
        self.resize(*(self._size or (80, 24)))
        self._drain()

    def disable_input(self) -> None:
        """Reads no more."""
        self._reading = False

    def stop_application_mode(self) -> None:
        """Gives the client's terminal back as it was."""
        self._reading = False
        self.write(STOP)
        self.flush()

    def close(self) -> None:
        """Lets go of what caches of methods keep: the parser with its last event and the app, and painted lines."""
        StylesCache.get_inner_outer.cache_clear()
        for handle in (self._tick, self._next):
            if handle is not None:
                handle.cancel()
        self._tick = self._next = None
        if self._parser is not None:
            self._parser._gen.close()
            self._parser._tokens.clear()
            self._parser = None

    def send_message(self, message: Message) -> None:
        """Posts to the app directly: there is no other thread."""
        self._app.post_message(message)

    def resize(self, width: int, height: int) -> None:
        """Tells the app the size of the client's terminal, in cells."""
        size = Size(width, height)
        self.send_message(events.Resize(size, size))

    def receive(self, data: bytes) -> None:
        """Takes in what the client sent; what comes before the app reads is kept as far as the ration goes."""
        self.intake.receive(data)
        self._drain()

    def open_url(self, url: str, new_tab: bool = True) -> None:
        """Opens nothing: a browser would open on the server."""

    def deliver_binary(
        self,
        binary: BinaryIO | TextIO,
        *,
        delivery_key: str,
        save_path: Path,
        open_method: Literal["browser", "download"] = "download",
        encoding: str | None = None,
        mime_type: str | None = None,
        name: str | None = None,
    ) -> None:
        """Saves nothing: the file would be written on the server."""
        binary.close()

    def _drain(self) -> None:
        if not self._reading or self._parser is None:
            return
        for text in self.intake.ready():
            for event in self._parser.feed(text):
                if not isinstance(event, InBandWindowResize):  # the channel tells the size, within limits
                    self.process_message(event)
        if self._tick is None and self._parser._timeout_time is not None:
            # a lone escape is told from the beginning of a sequence by the pause after it
            self._tick = self._loop.call_later(constants.ESCAPE_DELAY + 0.01, self._on_tick)
        wait = self.intake.wait
        if wait is not None and self._next is None:
            self._next = self._loop.call_later(wait, self._on_next)

    def _on_tick(self) -> None:
        self._tick = None
        if self._parser is not None:
            for event in self._parser.tick():
                self.process_message(event)

    def _on_next(self) -> None:
        self._next = None
        self._drain()
