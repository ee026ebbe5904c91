"""A server in this process, and a client of the tests' own that only listens."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import asyncssh
import pytest
from textual.app import App, ComposeResult
from textual.widgets import Input

from tui.ssh.driver import share_the_process
from tui.ssh.limits import Doorkeeper, Limits
from tui.ssh.server import Entry, serve
from tui.ssh.session import House

PATIENCE = 15.0  # seconds
OPEN_TO_ALL = Entry(
    open=True, is_authorized=lambda *_: False, person=lambda _: None, is_enrolling=lambda: False
)
_CONNECTIONS: list[asyncssh.SSHClientConnection] = []  # closed when the server is


class SmallApp(App[None]):
    """Something to type into."""

    def compose(self) -> ComposeResult:
        """One line."""
        yield Input("small app")


def small_house(limits: Limits) -> House:
    """A house without a store, whose app is small."""
    return House(
        limits=limits,
        doors=Doorkeeper(limits, asyncio.get_running_loop().time),
        starting=asyncio.Semaphore(limits.starts),
        make_app=lambda name: SmallApp(),
        briefing=lambda: "no briefing",
        enrol=lambda guest, said: None,
        hang_up=lambda app: None,
        clear=lambda: None,
    )


@asynccontextmanager
async def serving(house: House, entry: Entry = OPEN_TO_ALL, end_first: bool = False) -> AsyncIterator[int]:
    """A server; its port. At the end clients hang up, and then the server ends, or before they do."""
    share_the_process()
    port: asyncio.Future[int] = asyncio.get_running_loop().create_future()
    stop = asyncio.Event()
    key = asyncssh.generate_private_key("ssh-ed25519")
    running = asyncio.create_task(
        serve(house, entry, key, "127.0.0.1", 0, until=stop.wait(), told=port.set_result)
    )
    try:
        yield await port
    finally:
        if end_first:
            stop.set()
            await running
        while _CONNECTIONS:
            conn = _CONNECTIONS.pop()
            conn.abort()
            await conn.wait_closed()
        stop.set()
        await running


@dataclass
class Client(asyncssh.SSHClientSession[bytes]):
    """A terminal that only listens."""

    received: bytes = b""
    closed: bool = False
    conn: asyncssh.SSHClientConnection = field(init=False)
    chan: asyncssh.SSHClientChannel[bytes] = field(init=False)

    def data_received(self, data: bytes, datatype: int | None) -> None:
        """Keeps it."""
        self.received += data

    def connection_lost(self, exc: Exception | None) -> None:
        """The channel is gone."""
        self.closed = True


async def connect(port: int, name: str = "ada", **options: Any) -> asyncssh.SSHClientConnection:
    """A connection, logged in."""
    known = {"known_hosts": None, "client_keys": None, "config": None, "agent_path": None}
    conn = await asyncssh.connect("127.0.0.1", port, username=name, **{**known, **options})
    _CONNECTIONS.append(conn)
    return conn


async def log_in(
    port: int,
    name: str = "ada",
    size: tuple[int, int] = (100, 30),
    term: str = "xterm-256color",
    **options: Any,
) -> Client:
    """A session in a terminal."""
    client = Client()
    client.conn = await connect(port, name)
    client.chan, _ = await client.conn.create_session(
        lambda: client, term_type=term, term_size=size, encoding=None, **options
    )
    return client


async def until(look: Callable[[], object]) -> None:
    """Waits until ``look`` finds something."""
    for _ in range(int(PATIENCE / 0.03)):
        if look():
            return
        await asyncio.sleep(0.03)
    pytest.fail("waited in vain")


async def quiet(client: Client) -> None:
    """Waits until nothing more is painted."""
    before = -1
    while before != len(client.received):
        before = len(client.received)
        await asyncio.sleep(0.15)
