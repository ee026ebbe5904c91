"""The server from the inside, with a client of the tests' own: what is left behind, what goes over the line."""

from __future__ import annotations

import asyncio
import gc
import re
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import asyncssh
import pytest

from briefings.store.store import Store, open_store
from quiz_bank.desk import Desk
from tests.tui.ssh.machines import SEEDS
from tui.app import BriefingApp
from tui.ssh.driver import share_the_process
from tui.ssh.house import make_entry, make_house
from tui.ssh.limits import Limits
from tui.ssh.server import serve

HOSTILE = (
    "\x1b]0;pwned\x07", "\x1b[2J", "\x9b31m", "\x9d0;pwned\x9c", "\u202eevil", "\x07bell", "[link=http://evil]x[/link]",
    "\x1bPq#0\x1b\\", "\x00nul", "\x7fdel", "\ud800lone",
)  # fmt: skip
#: what our own side sends: CSI sequences, and the shape of the mouse pointer
_OURS = re.compile(r"\x1b\[[0-9;?<>=$]*[a-zA-Z]|\x1b\]22;[a-z]+\x07")


CONNECTIONS: list[asyncssh.SSHClientConnection] = []  # closed when the server is


class Client(asyncssh.SSHClientSession[bytes]):
    """A terminal that only listens."""

    def __init__(self) -> None:
        self.received = b""

    def data_received(self, data: bytes, datatype: int | None) -> None:
        self.received += data


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return open_store(str(tmp_path / "store.db"))


@asynccontextmanager
async def serving(store: Store, limits: Limits) -> AsyncIterator[int]:
    """A server in this process that lets anybody in; its port."""
    share_the_process()
    port: asyncio.Future[int] = asyncio.get_running_loop().create_future()
    stop = asyncio.Event()
    running = asyncio.create_task(
        serve(
            make_house(store, limits),
            make_entry(store, None, True),
            asyncssh.generate_private_key("ssh-ed25519"),
            "127.0.0.1",
            0,
            until=stop.wait(),
            told=port.set_result,
        )
    )
    try:
        yield await port
    finally:
        while CONNECTIONS:
            conn = CONNECTIONS.pop()
            conn.abort()
            await conn.wait_closed()
        stop.set()
        await running
        store.close()


async def log_in(
    port: int, name: str = "ada", size: tuple[int, int] = (100, 30), term: str = "xterm-256color"
) -> tuple[asyncssh.SSHClientConnection, asyncssh.SSHClientChannel[bytes], Client]:
    conn = await asyncssh.connect(
        "127.0.0.1", port, username=name, known_hosts=None, client_keys=None, config=None
    )
    CONNECTIONS.append(conn)
    client = Client()
    chan, _ = await conn.create_session(lambda: client, term_type=term, term_size=size, encoding=None)
    return conn, chan, client


async def until(look: Callable[[], object]) -> None:
    for _ in range(200):
        if look():
            return
        await asyncio.sleep(0.05)
    pytest.fail("waited in vain")


def painted(client: Client, words: str) -> bool:
    return words in _OURS.sub("", client.received.decode("utf-8", "replace"))


async def test_no_app_outlives_its_session(store: Store) -> None:
    Desk(store, "ada").add([str(SEEDS)])
    before = {id(app) for app in _alive()}  # of tests that ran in this process earlier
    async with serving(store, Limits()) as port:
        for name in ("ada", "ben", "cem"):
            conn, chan, client = await log_in(port, name)
            await until(lambda: painted(client, "Deir ez-Zor"))  # noqa: B023
            chan.write(b"\x1b")  # the parser waits for more when the line drops
            conn.abort()
        for _ in range(10):
            await asyncio.sleep(0.5)
            gc.collect()
            if not [app for app in _alive() if id(app) not in before]:
                break
    assert [app for app in _alive() if id(app) not in before] == []


def _alive() -> list[BriefingApp]:
    return [each for each in gc.get_objects() if isinstance(each, BriefingApp)]


async def test_no_control_sequence_of_anybody_reaches_another(store: Store, tmp_path: Path) -> None:
    article = tmp_path / "hostile.txt"
    words = " ".join(f"{text} said 12,000 people of Port {text}Salm left." for text in HOSTILE)
    words = words.replace("\x00", "").replace("\ud800", "")  # with these the file is refused by name
    article.write_text(f"GAZETTE, 3 May 2031 - {words}\n", encoding="utf-8")
    Desk(store, "".join(HOSTILE)).add([str(article)], story="floods")
    async with serving(store, Limits()) as port:
        _, chan, client = await log_in(port)
        await until(lambda: painted(client, "1 article"))
        for key in (b"\r", b"2", b"3", b"6", b"\x1b", b"z"):
            chan.write(key)
            await asyncio.sleep(0.4)
        chan.write(b"\r")
        await asyncio.sleep(0.5)
    left = _OURS.sub("", client.received.decode("utf-8", "replace"))
    assert [hex(ord(char)) for char in left if _steers(char)] == []


def _steers(char: str) -> bool:
    return (
        (char < " " and char not in "\r\n") or "\x7f" <= char <= "\x9f" or char in "\u202a\u202b\u202d\u202e"
    )


async def test_a_window_of_any_size_is_painted_within_limits(store: Store) -> None:
    async with serving(store, Limits()) as port:
        _, chan, client = await log_in(port, size=(65_535, 65_535))
        await until(lambda: len(client.received) > 1000)
        for size in range(1000):
            chan.change_terminal_size(60 + size % 50, 20 + size % 20)
        before = len(client.received)
        chan.change_terminal_size(120, 40)
        await until(lambda: len(client.received) > before)
        await asyncio.sleep(0.5)
    rows = [int(row) for row in re.findall(rb"\x1b\[(\d+);\d+H", client.received)]
    assert max(rows) <= Limits().height


async def test_a_full_server_says_so(store: Store) -> None:
    async with serving(store, Limits(sessions=1)) as port:
        _, _, first = await log_in(port)
        await until(lambda: len(first.received) > 1000)
        _, _, second = await log_in(port, "ben")
        await until(lambda: b"the server is full" in second.received)


async def test_who_is_away_for_long_is_warned_then_sent_home(store: Store) -> None:
    async with serving(store, Limits(idle=3.0, idle_warning=1.5)) as port:
        _, chan, client = await log_in(port)
        await until(lambda: painted(client, "heard from you"))
        await until(chan.is_closing)
        assert b"You were away for long" in client.received


async def test_colours_are_those_of_each_clients_terminal(store: Store) -> None:
    async with serving(store, Limits()) as port:
        clients = [
            await log_in(port, name, term=term) for name, term in (("ada", "xterm-direct"), ("ben", "xterm"))
        ]
        for _, _, client in clients:
            await until(lambda: len(client.received) > 1500)  # noqa: B023
        (_, _, many), (_, _, few) = clients
    assert b"38;2;" in many.received
    assert b"38;2;" not in few.received
    assert b"38;5;" not in few.received
