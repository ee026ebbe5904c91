"""The server from the inside, with a client of the tests' own: what is left behind, what goes over the line."""

from __future__ import annotations

import asyncio
import gc
import re
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual._styles_cache import StylesCache

from briefings.store.store import Store, open_store
from quiz_bank.desk import Desk
from tests.tui.ssh.machines import SEEDS
from tests.tui.ssh.serving import Client, log_in, quiet, serving, small_house, until
from tui.app import BriefingApp
from tui.ssh.house import make_entry, make_house
from tui.ssh.limits import Limits
from tui.ssh.server import GOODBYE

HOSTILE = (
    "\x1b]0;pwned\x07", "\x1b[2J", "\x9b31m", "\x9d0;pwned\x9c", "\u202eevil", "\x07bell", "[link=http://evil]x[/link]",
    "\x1bPq#0\x1b\\", "\x00nul", "\x7fdel", "\ud800lone",
)  # fmt: skip
#: all that our own side sends: colours, the cursor, modes, and the shape of the mouse pointer
_OURS = re.compile(r"\x1b\[[0-9;]*[mH]|\x1b\[\?[0-9;]+[hl]|\x1b\]22;[a-z]+\x07")
_STEERS = re.compile("[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e]")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(str(tmp_path / "store.db")) as opened:
        yield opened


@asynccontextmanager
async def serving_store(store: Store) -> AsyncIterator[int]:
    """A server on the store that lets anybody in; its port."""
    async with serving(make_house(store, Limits()), make_entry(store, None, True)) as port:
        yield port


def painted(client: Client, words: str) -> bool:
    return words in _OURS.sub("", client.received.decode("utf-8", "replace"))


async def test_neither_app_nor_what_it_painted_outlives_its_session(store: Store) -> None:
    Desk(store, "ada").add([str(SEEDS)])
    before = {id(app) for app in _alive()}  # of tests that ran in this process earlier
    async with serving_store(store) as port:
        for name in ("ada", "ben", "cem"):
            client = await log_in(port, name)
            await until(lambda: painted(client, "Deir ez-Zor"))  # noqa: B023
            client.chan.write(b"\x1b")  # the parser waits for more when the line drops
            client.conn.abort()
        for _ in range(25):
            await asyncio.sleep(0.2)
            gc.collect()
            if not [app for app in _alive() if id(app) not in before]:
                break
    assert [app for app in _alive() if id(app) not in before] == []


def _alive() -> list[object]:
    return [each for each in gc.get_objects() if isinstance(each, BriefingApp | StylesCache)]


async def test_no_control_sequence_of_anybody_reaches_another(store: Store, tmp_path: Path) -> None:
    article = tmp_path / "hostile.txt"
    words = " ".join(f"{text} said 12,000 people of Port {text}Salm left." for text in HOSTILE)
    words = words.replace("\x00", "").replace("\ud800", "")  # with these the file is refused by name
    article.write_text(f"GAZETTE, 3 May 2031 - {words}\n", encoding="utf-8")
    Desk(store, "".join(HOSTILE)).add([str(article)], story="floods")
    async with serving_store(store) as port:
        client = await log_in(port)
        await until(lambda: painted(client, "1 article"))
        for key in (b"\r", b"2", b"3", b"6", b"\x1b", b"z", b"\r"):
            before = len(client.received)
            client.chan.write(key)
            await until(lambda: len(client.received) > before)  # noqa: B023
            await quiet(client)
    left = client.received.decode("utf-8", "replace")
    assert steering(left) == []
    for visible in ("evil said", "bell said", "[link=http://evil]x[/link] said", "nul said", "del said"):
        assert visible in left  # it was painted, and of it only what steers nothing


def steering(painted: str) -> list[str]:
    """The characters that steer a terminal, beside those of our own sequences."""
    return [hex(ord(char)) for char in _OURS.sub("", painted) if _STEERS.match(char)]


@pytest.mark.parametrize("text", [text for text in HOSTILE if not text.startswith(("[", "\ud800"))])
def test_what_would_steer_a_terminal_would_be_seen(text: str) -> None:
    assert steering(f"\x1b[1;1H\x1b[0mname: {text}\r\n\x1b[?25l") != []


async def test_colours_are_those_of_each_clients_terminal() -> None:
    async with serving(small_house(Limits())) as port:
        terms = {"ada": "xterm-direct", "ben": "xterm", "cem": "xterm-256color"}
        clients = {term: await log_in(port, name, term=term) for name, term in terms.items()}
        for client in clients.values():
            await until(lambda: b"small app" in client.received)  # noqa: B023
    assert b"38;2;" in clients["xterm-direct"].received
    for term in ("xterm", "xterm-256color"):
        assert b"38;2;" not in clients[term].received
    assert b"38;5;" in clients["xterm-256color"].received
    assert b"38;5;" not in clients["xterm"].received


async def test_a_server_that_ends_says_goodbye() -> None:
    async with serving(small_house(Limits()), end_first=True) as port:
        client = await log_in(port)
        await until(lambda: b"small app" in client.received)
    assert client.received.endswith(f"{GOODBYE}\r\n".encode())
    assert b"\x1b[?1049l" in client.received  # the terminal as it was


async def test_who_only_thinks_costs_the_server_nothing() -> None:
    async with serving(small_house(Limits())) as port:
        client = await log_in(port)
        await until(lambda: b"small app" in client.received)
        await quiet(client)
        before = len(client.received)
        await asyncio.sleep(1.2)  # longer than a cursor takes to blink
        assert len(client.received) == before
