"""A running server and the real ``ssh`` client in tmux; where a program is missing, the test says so."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

import asyncssh
import pytest

SEEDS = Path(__file__).parents[3] / "seeds"
PATIENCE = 30.0  # seconds; generous, for machines with much else to do

Found = TypeVar("Found")


def needs(*programs: str) -> None:
    """Skips the test where a program is missing."""
    missing = [program for program in programs if shutil.which(program) is None]
    if missing:
        pytest.skip(f"no {' and no '.join(missing)} on this machine")


def wait_for(look: Callable[[], Found], what: str | Callable[[], str]) -> Found:
    """What ``look`` finds, as soon as it finds something."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        found = look()
        if found:
            return found
        time.sleep(0.05)
    pytest.fail(f"waited in vain for {what if isinstance(what, str) else what()}")


@dataclass
class Server:
    """A ``briefing serve`` of its own, on a free port of the loopback."""

    folder: Path
    arguments: tuple[str, ...] = ()
    port: int = 0
    process: subprocess.Popen[bytes] | None = None
    environment: dict[str, str] = field(default_factory=dict)

    @property
    def _log(self) -> Path:
        return self.folder / "log"

    @property
    def log(self) -> str:
        return self._log.read_text(encoding="utf-8")

    @property
    def store(self) -> Path:
        return self.folder / "store.db"

    def start(self) -> None:
        self._log.touch()
        begun = len(self.log)
        with self._log.open("ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "tui.cli", "serve", "--host", "127.0.0.1", "--port", str(self.port),
                 "--host-key", str(self.folder / "host"), *self.arguments],
                env=self._environment(), stderr=log,
            )  # fmt: skip
        served = wait_for(lambda: re.findall(r"port (\d+);", self.log[begun:]), "the server to listen")
        self.port = int(served[-1])

    def stop(self, signum: int = signal.SIGTERM) -> None:
        if self.process is not None:
            self.process.send_signal(signum)
            self.process.wait(PATIENCE)
            self.process = None

    def ssh(self, key: str | None = "ada", *options: str, user: str = "ada") -> list[str]:
        known = ["-o", "StrictHostKeyChecking=no", "-o", f"UserKnownHostsFile={self.folder / 'known'}"]
        quiet = ["-o", "LogLevel=ERROR", "-o", "IdentitiesOnly=yes", "-o", "IdentityAgent=none", "-F", "none"]
        mine = ["-i", str(self.folder / key)] if key else ["-o", "PubkeyAuthentication=no"]
        return ["ssh", *known, *quiet, *mine, "-p", str(self.port), *options, f"{user}@127.0.0.1"]

    def _environment(self) -> dict[str, str]:
        return {**os.environ, "BRIEFING_DB": str(self.store), "HOME": str(self.folder),
                **self.environment}  # fmt: skip


def make_key(path: Path) -> asyncssh.SSHKey:
    """A key pair as ``ssh-keygen`` would leave it there."""
    key = asyncssh.generate_private_key("ssh-ed25519")
    path.touch(0o600)
    key.write_private_key(path)
    key.write_public_key(path.with_name(f"{path.name}.pub"))
    return key


class Terminal:
    """tmux with one program in it."""

    def __init__(self, name: str, command: list[str], width: int, height: int) -> None:
        self.name = name
        self._tmux("new-session", "-d", "-s", name, "-x", str(width), "-y", str(height),
                   f"{shlex.join(command)}; echo ended with $?; sleep 600")  # fmt: skip

    def screen(self) -> str:
        return self._tmux("capture-pane", "-p", "-t", self.name)

    def at_cursor(self) -> str:
        """What the line of the terminal's cursor shows before it."""
        column, line = map(
            int, self._tmux("display", "-p", "-t", self.name, "#{cursor_x} #{cursor_y}").split()
        )
        return self.screen().splitlines()[line][:column].strip()

    def keys(self, *keys: str) -> None:
        self._tmux("send-keys", "-t", self.name, *keys)

    def paste(self, text: str) -> None:
        subprocess.run(
            ["tmux", "-L", self.name, "load-buffer", "-"], input=text, encoding="utf-8", check=True
        )
        self._tmux("paste-buffer", "-p", "-t", self.name)

    def resize(self, width: int, height: int) -> None:
        self._tmux("resize-window", "-t", self.name, "-x", str(width), "-y", str(height))

    def shows(self, *texts: str) -> str:
        def look() -> str:
            screen = self.screen()
            return screen if all(text in screen for text in texts) else ""

        return wait_for(look, lambda: f"{texts!r} in\n{self.screen()}")

    def close(self) -> None:
        subprocess.run(["tmux", "-L", self.name, "kill-server"], check=False, capture_output=True)

    def _tmux(self, *arguments: str) -> str:
        done = subprocess.run(
            ["tmux", "-L", self.name, "-f", os.devnull, *arguments],
            capture_output=True,
            encoding="utf-8",
            check=True,
        )
        return done.stdout


Opener = Callable[..., Terminal]
