"""Servers, keys and terminals for the tests of SSH."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.tui.ssh.machines import SEEDS, Opener, Server, Terminal, needs


@pytest.fixture(scope="module")
def grounds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with two keys, a file that authorizes the first, and a store with the sample story."""
    needs("ssh", "ssh-keygen")
    folder = tmp_path_factory.mktemp("ssh")
    for name in ("ada", "eve"):
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(folder / name)], check=True)
    shutil.copy(folder / "ada.pub", folder / "keys")
    Server(folder).briefing("add", str(SEEDS))
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
