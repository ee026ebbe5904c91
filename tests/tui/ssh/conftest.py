"""Servers, keys and terminals for the tests of SSH."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefings.store.store import open_store
from quiz_bank.desk import Desk
from tests.tui.ssh.machines import SEEDS, Opener, Server, Terminal, make_key, needs


@pytest.fixture(scope="module")
def grounds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with two keys, a file that authorizes the first, and a store with the sample story."""
    needs("ssh")
    folder = tmp_path_factory.mktemp("ssh")
    for name in ("ada", "eve", "ines"):
        make_key(folder / name)
    shutil.copy(folder / "ada.pub", folder / "keys")
    with open_store(str(folder / "store.db")) as store:
        Desk(store, "root").add([str(SEEDS)])
    return folder


@pytest.fixture(scope="module")
def server(grounds: Path) -> Iterator[Server]:
    server = Server(grounds, ("--keys", str(grounds / "keys")))
    server.start()
    yield server
    server.stop()


@pytest.fixture
def terminal(request: pytest.FixtureRequest) -> Iterator[Opener]:
    """Opens programs in terminals of their own, closed at the end."""
    needs("tmux")
    opened: list[Terminal] = []

    def open_one(command: list[str], width: int = 100, height: int = 30) -> Terminal:
        name = f"briefing-{os.getpid()}-{len(opened)}-{abs(hash(request.node.name)) % 10**6}"
        opened.append(Terminal(name, command, width, height))
        return opened[-1]

    yield open_one
    for each in opened:
        each.close()
