"""Running the server: one process, or several on one port, until a signal ends it."""

from __future__ import annotations

import asyncio
import gc
import logging
import os
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from briefings.errors import BriefingError, ExitCode
from tui.console import note

WORKER = "BRIEFING_WORKER"  # in the environment of a worker: the number of its kind
SHORTEST_LIFE = 5.0  # seconds; a worker that ends sooner is not started again


@dataclass(frozen=True, slots=True)
class Serving:
    """What the command line asks for.

    Attributes:
        host: where to listen. port: 0 for any free one.
        workers: processes.
        keys: a file of authorized keys, or None.
        anybody: whether no key is asked for.
        host_key: the file of the server's key; None for one beside the default store.
        db: the store, or None for the default.
    """

    host: str
    port: int
    workers: int
    keys: Path | None
    anybody: bool
    host_key: Path | None
    db: str | None


def run(serving: Serving) -> None:
    """Serves until SIGTERM or SIGINT.

    Raises:
        BriefingError: it cannot listen, or the store, the keys or the host key cannot be used.
    """
    logging.basicConfig(stream=sys.stderr, level=logging.WARNING, format="%(asctime)s %(name)s %(message)s")
    logging.getLogger("briefing.ssh").setLevel(logging.INFO)
    if serving.workers == 1 or WORKER in os.environ:
        asyncio.run(_serve(serving))
    else:
        _run_workers(serving)


async def _serve(serving: Serving) -> None:
    from briefings.store.location import default_path
    from briefings.store.store import open_store
    from quiz_bank.desk import login_name
    from quiz_bank.roles import role_of
    from tui.ssh.driver import share_the_process
    from tui.ssh.host_key import host_key
    from tui.ssh.house import make_entry, make_house
    from tui.ssh.limits import Limits
    from tui.ssh.server import AuthorizedKeys, serve

    loop = asyncio.get_running_loop()
    stopped = asyncio.Event()
    for signum in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(signum, stopped.set)
    key = host_key(serving.host_key or default_path().with_name("ssh_host_key"))
    keys = AuthorizedKeys(serving.keys) if serving.keys else None
    with open_store(serving.db) as store:
        # who starts the server has the store: she instructs, not whoever logs in first
        store.write(lambda session: role_of(session, login_name()))
        share_the_process()
        _settle_memory()
        await serve(
            make_house(store, Limits()),
            make_entry(store, keys, serving.anybody),
            key,
            serving.host,
            serving.port,
            shared_port=WORKER in os.environ,
            until=stopped.wait(),
            told=lambda port: _tell(serving, port, key.get_fingerprint()),
        )


def _settle_memory() -> None:
    """Imports what sessions need and keeps it out of the collector's way, whose pauses everybody would feel."""
    import tui.screens.briefing
    import tui.screens.quiz  # noqa: F401

    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)


def _tell(serving: Serving, port: int, fingerprint: str) -> None:
    if os.environ.get(WORKER, "1") != "1":
        return
    if serving.anybody:
        note(
            "anybody who reaches this port is let in, and nobody's name is checked: for a closed network only"
        )
    note(f"serving on {serving.host} port {port}; host key {fingerprint}")
    note(f"log in with: ssh -p {port} HOST; stop with Ctrl-C")


def _run_workers(serving: Serving) -> None:
    """Keeps so many processes on one port; ends them all when told to."""
    if not serving.port:
        raise BriefingError("several workers need one port", "name it with --port", ExitCode.BAD_USAGE)
    workers = {number: (_start(number), time.monotonic()) for number in range(1, serving.workers + 1)}
    ending = False

    def end(_signum: int, _frame: object) -> None:
        nonlocal ending
        ending = True
        for process, _ in workers.values():
            process.terminate()

    signal.signal(signal.SIGTERM, end)
    signal.signal(signal.SIGINT, end)
    while workers:
        for number, (process, begun) in list(workers.items()):
            code = process.poll()
            if code is None:
                continue
            del workers[number]
            if ending:
                continue
            if time.monotonic() - begun < SHORTEST_LIFE:
                end(0, None)
                raise BriefingError(f"worker {number} could not start", "see above", ExitCode.UNAVAILABLE)
            note(f"worker {number} ended with {code}; starting it again")
            workers[number] = (_start(number), time.monotonic())
        time.sleep(0.2)


def _start(number: int) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "tui.cli", *sys.argv[1:]], env={**os.environ, WORKER: str(number)}
    )
