"""The server under load as a user starts it, and beside it an SSH server that only echoes: the floor."""

from __future__ import annotations

import asyncio
import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

import asyncssh

SEEDS = Path(__file__).parents[1] / "seeds"
PORT = 22422


class Machine:
    """A process and its children, on the first core where there is one worker.

    Args:
        command: what is run; its errors tell the port.
        folder: where its log goes. alone: whether it is held to the first core.
        environment: of the process.
    """

    def __init__(self, command: list[str], folder: Path, alone: bool, environment: dict[str, str]) -> None:
        self._log = folder / "log"
        pinned = ["taskset", "-c", "0"] if alone and shutil.which("taskset") else []
        with self._log.open("wb") as log:
            self.process = subprocess.Popen([*pinned, *command], env=environment, stderr=log)
        self.port = self._listening()

    def memory(self) -> float:
        """MiB of all its processes."""
        pages = (int(Path(f"/proc/{pid}/statm").read_text().split()[1]) for pid in self._processes)
        return sum(pages) * os.sysconf("SC_PAGE_SIZE") / 2**20

    def cpu(self) -> float:
        """Seconds of processor time of all its processes."""
        return sum(_cpu(pid) for pid in self._processes)

    def close(self) -> None:
        """Ends it."""
        self.process.terminate()
        self.process.wait(20)

    @property
    def _processes(self) -> list[int]:
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text().split()
        return [self.process.pid, *map(int, children)]

    def _listening(self) -> int:
        for _ in range(600):
            found = re.search(r"port (\d+)", self._log.read_text(encoding="utf-8"))
            if found:
                time.sleep(2)  # the other workers too
                return int(found[1])
            time.sleep(0.1)
        raise SystemExit(self._log.read_text(encoding="utf-8"))


class Served:
    """A store with three stories, authorized keys, and the server on them.

    Args:
        folder: an empty one. workers: of the server.
        people: the keys that may log in, of which the first instructs.
    """

    def __init__(self, folder: Path, workers: int, people: list[asyncssh.SSHKey]) -> None:
        self._environment = {**os.environ, "BRIEFING_DB": str(folder / "store.db")}
        for slug in ("one", "two", "three"):  # a list to move in
            self._run("add", str(SEEDS), "--story", slug)
        self._run("instructors", "add", people[0].get_fingerprint())
        (folder / "keys").write_bytes(b"".join(key.export_public_key() for key in people))
        command = [sys.executable, "-m", "tui.cli", "serve", "--host", "127.0.0.1", "--host-key", str(folder / "host"),
                   "--port", str(PORT), "--workers", str(workers), "--keys", str(folder / "keys")]  # fmt: skip
        self.machine = Machine(command, folder, workers == 1, self._environment)

    def _run(self, *arguments: str) -> None:
        command = [sys.executable, "-m", "tui.cli", *arguments]
        subprocess.run(command, env=self._environment, check=True, capture_output=True)


def echoing(folder: Path) -> Machine:
    """A server on the first core that sends back what it gets, and does nothing else."""
    return Machine([sys.executable, "-m", "benchmarks.ssh_machine"], folder, True, dict(os.environ))


def own_cpu() -> float:
    """Seconds of processor time of this process: the load's own cost."""
    return _cpu(os.getpid())


def _cpu(pid: int) -> float:
    stat = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(stat[11]) + int(stat[12])) / os.sysconf("SC_CLK_TCK")


class _Echo(asyncssh.SSHServerSession[bytes]):
    def connection_made(self, chan: asyncssh.SSHServerChannel[bytes]) -> None:
        self._chan = chan

    def shell_requested(self) -> bool:
        return True

    def data_received(self, data: bytes, datatype: int | None) -> None:
        self._chan.write(data)


class _Door(asyncssh.SSHServer):
    def begin_auth(self, username: str) -> bool:
        return False

    def session_requested(self) -> _Echo:
        return _Echo()


async def _echo() -> None:
    key = asyncssh.generate_private_key("ssh-ed25519")
    options = {"server_host_keys": [key], "encoding": None, "line_editor": False, "compression_algs": None}
    acceptor = await asyncssh.listen("127.0.0.1", 0, server_factory=_Door, **options)
    sys.stderr.write(f"port {acceptor.get_port()}\n")
    sys.stderr.flush()
    await acceptor.wait_closed()


if __name__ == "__main__":
    asyncio.run(_echo())
