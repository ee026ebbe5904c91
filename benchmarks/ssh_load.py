"""Many sessions on one server, over real SSH on the loopback: first paint, key to paint, memory, floods.

    python -m benchmarks.ssh_load [--sessions 50] [--workers 1] [--seconds 20]

The server runs as a user starts it, in open mode on a store of its own; the clients are asyncssh in this process, on
another core where ``taskset`` is there. Each session moves the highlight of Home up and down twice a second; a key's
time runs from the write to the first bytes that come back. Printed: percentiles in milliseconds, the server's CPU
share, and its memory a session (RSS growth over the idle server).
"""

from __future__ import annotations

import argparse
import asyncio
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import asyncssh

SEEDS = Path(__file__).parents[1] / "seeds"
KEYS_A_SECOND = 2.0
AT_ONCE = 4
FLOOD = 32 * 1024
PASTE = 5 * 1024 * 1024
ROGUES = ("flood of keys", "paste of 5 MiB", "1,000 resizes", "huge window", "stops reading")
DISTURBED = 8.0  # seconds


@dataclass
class Client:
    """One trainee at her terminal."""

    number: int
    arrived: asyncio.Event = field(default_factory=asyncio.Event)
    received: int = 0
    chan: asyncssh.SSHClientChannel[bytes] | None = None
    conn: asyncssh.SSHClientConnection | None = None

    async def open(self, port: int) -> float:
        """Logs in; milliseconds until the page is painted."""
        begun = time.perf_counter()
        self.conn = await asyncssh.connect(
            "127.0.0.1",
            port,
            username=f"trainee{self.number}",
            known_hosts=None,
            client_keys=None,
            config=None,
        )
        self.chan, _ = await self.conn.create_session(
            lambda: Screen(self), term_type="xterm-256color", term_size=(100, 30), encoding=None
        )
        while self.received < 2000:  # more than the setting up of the terminal
            await self.paint()
        return (time.perf_counter() - begun) * 1000

    async def paint(self, within: float = 60.0) -> None:
        """Waits for the next bytes."""
        self.arrived.clear()
        await asyncio.wait_for(self.arrived.wait(), within)

    async def key(self, key: bytes) -> float:
        """Presses a key; milliseconds until something is painted."""
        assert self.chan is not None
        begun = time.perf_counter()
        self.chan.write(key)
        await self.paint()
        return (time.perf_counter() - begun) * 1000

    def close(self) -> None:
        """Drops the line."""
        if self.conn is not None:
            self.conn.abort()


class Screen(asyncssh.SSHClientSession[bytes]):
    """Counts what is painted."""

    def __init__(self, client: Client) -> None:
        self._client = client

    def data_received(self, data: bytes, datatype: int | None) -> None:
        """Something was painted."""
        self._client.received += len(data)
        self._client.arrived.set()


class Server:
    """The server as a user starts it."""

    def __init__(self, folder: Path, workers: int) -> None:
        self._environment = {**os.environ, "BRIEFING_DB": str(folder / "store.db")}
        self._log = folder / "log"
        for slug in ("one", "two", "three"):  # a list to move in
            self._run("add", str(SEEDS), "--story", slug)
        port = "0" if workers == 1 else "22422"
        command = [sys.executable, "-m", "tui.cli", "serve", "--open", "--port", port, "--workers", str(workers),
                   "--host-key", str(folder / "key")]  # fmt: skip
        if workers == 1 and shutil.which("taskset"):
            command = ["taskset", "-c", "0", *command]
        with self._log.open("wb") as log:
            self.process = subprocess.Popen(command, env=self._environment, stderr=log)
        self.port = self._listening()

    def _run(self, *arguments: str) -> None:
        subprocess.run(
            [sys.executable, "-m", "tui.cli", *arguments],
            env=self._environment,
            check=True,
            capture_output=True,
        )

    def _listening(self) -> int:
        for _ in range(300):
            found = re.search(r"port (\d+);", self._log.read_text(encoding="utf-8"))
            if found:
                time.sleep(2)  # the other workers too
                return int(found[1])
            time.sleep(0.1)
        raise SystemExit(self._log.read_text(encoding="utf-8"))

    @property
    def _processes(self) -> list[int]:
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text().split()
        return [self.process.pid, *map(int, children)]

    def memory(self) -> float:
        """MiB of all its processes."""
        pages = (int(Path(f"/proc/{pid}/statm").read_text().split()[1]) for pid in self._processes)
        return sum(pages) * os.sysconf("SC_PAGE_SIZE") / 2**20

    def cpu(self) -> float:
        """Seconds of processor time of all its processes."""
        stats = (Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split() for pid in self._processes)
        return sum(int(stat[11]) + int(stat[12]) for stat in stats) / os.sysconf("SC_CLK_TCK")

    def close(self) -> None:
        """Ends it."""
        self.process.terminate()
        self.process.wait(20)


async def type_on(client: Client, seconds: float, times: list[float]) -> None:
    """Presses j and k in turn for so long."""
    await asyncio.sleep(client.number % 50 / 50 / KEYS_A_SECOND)
    until = time.perf_counter() + seconds
    for turn in range(10**6):
        begun = time.perf_counter()
        if begun >= until:
            return
        times.append(await client.key(b"jk"[turn % 2 : turn % 2 + 1]))
        await asyncio.sleep(max(0.0, 1 / KEYS_A_SECOND - (time.perf_counter() - begun)))


async def open_all(clients: Sequence[Client], port: int, at_once: int) -> list[float]:
    """Logs everybody in, so many at once; milliseconds to first paint of each."""
    gate = asyncio.Semaphore(at_once)

    async def one(client: Client) -> float:
        async with gate:
            return await client.open(port)

    return await asyncio.gather(*(one(client) for client in clients))


async def misbehave(port: int, what: str) -> None:
    """One session that does what nobody should."""
    rogue = Client(9000 + len(what))
    await rogue.open(port)
    assert rogue.chan is not None
    print("in", flush=True)
    if what == "flood of keys":
        rogue.chan.write(b"jk" * (FLOOD // 2))
    elif what == "paste of 5 MiB":
        rogue.chan.write(b"\x1b[200~" + b"word " * (PASTE // 5) + b"\x1b[201~")
    elif what == "1,000 resizes":
        for size in range(1000):
            rogue.chan.change_terminal_size(60 + size % 100, 20 + size % 30)
    elif what == "huge window":
        rogue.chan.change_terminal_size(65_535, 65_535)
    elif what == "stops reading":
        rogue.chan.pause_reading()
        for _ in range(100):
            rogue.chan.write(b"j")
            await asyncio.sleep(0.02)
    await asyncio.sleep(DISTURBED)
    rogue.close()


async def disturb(server: Server, others: Sequence[Client], what: str) -> None:
    """One session misbehaves, in a process of its own, while the others type."""
    before = server.memory()
    rogue = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "benchmarks.ssh_load", "--rogue", what, "--port", str(server.port),
        stdout=asyncio.subprocess.PIPE,
    )  # fmt: skip
    assert rogue.stdout is not None
    await rogue.stdout.readline()
    times: list[float] = []
    await asyncio.gather(*(type_on(client, DISTURBED - 1, times) for client in others))
    print(
        f"  {what:<16} others' key p95 {percentile(times, 95):6.1f} ms, memory {server.memory() - before:+6.1f} MiB"
    )
    await rogue.wait()


def percentile(values: Sequence[float], share: int) -> float:
    """The value below which so many percent lie."""
    return statistics.quantiles(values, n=100)[share - 1] if len(values) > 1 else values[0]


def told(what: str, values: Sequence[float]) -> None:
    """A line of percentiles."""
    shown = "  ".join(f"p{share} {percentile(values, share):7.1f}" for share in (50, 95, 99))
    print(f"  {what:<16} {shown}  max {max(values):7.1f} ms  (n {len(values)})")


async def measure(server: Server, sessions: int, seconds: float) -> None:
    """Everything, in order."""
    idle = server.memory()
    clients = [Client(number) for number in range(sessions)]
    told("first paint", await open_all(clients, server.port, AT_ONCE))
    print(f"  memory a session {(server.memory() - idle) / sessions:5.1f} MiB over {idle:.0f} MiB idle")
    times: list[float] = []
    cpu, begun = server.cpu(), time.perf_counter()
    await asyncio.gather(*(type_on(client, seconds, times) for client in clients))
    told("key to paint", times)
    print(f"  server CPU       {(server.cpu() - cpu) / (time.perf_counter() - begun):5.2f} of a core")
    for what in ROGUES:
        await disturb(server, clients[:10], what)
    for client in clients:
        client.close()
    await asyncio.sleep(3)
    crowd = [Client(5000 + number) for number in range(sessions)]
    begun = time.perf_counter()
    told(f"{sessions} at once", await open_all(crowd, server.port, sessions))
    for client in crowd:
        client.close()


def main() -> None:
    """Prints the figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sessions", type=int, default=50)
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--seconds", type=float, default=20)
    parser.add_argument("--rogue", choices=ROGUES, help=argparse.SUPPRESS)
    parser.add_argument("--port", type=int, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.rogue:
        asyncio.run(misbehave(asked.port, asked.rogue))
        return
    with tempfile.TemporaryDirectory() as folder:
        server = Server(Path(folder), asked.workers)
        try:
            print(f"{asked.sessions} sessions, {asked.workers} worker(s)")
            asyncio.run(measure(server, asked.sessions, asked.seconds))
        finally:
            server.close()


if __name__ == "__main__":
    main()
