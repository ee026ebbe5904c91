"""Workers on this machine: processes that are started, not forked, since an interface runs threads."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import suppress
from multiprocessing.connection import wait
from multiprocessing.queues import SimpleQueue

#: documents from which on a pool is worth its start, about a second of each worker
MANY = 200
#: how far workers step back (``nice``) behind who stores and who answers: these have a moment's work, they have hours
BEHIND = 10
#: workers at most where nobody says how many: the store takes in what about so many read
MOST = 4


def sensible_jobs() -> int:
    """How many processes read best on this machine, where there is much to read."""
    return min(os.cpu_count() or 1, MOST)


class Pool:
    """An engine of processes on this machine."""

    failures: tuple[type[Exception], ...] = ()

    def __init__(self, size: int) -> None:
        self.size = size

    def start(self, size: int) -> Executor:
        """So many processes; each starts when there is work for it."""
        return _Processes(size)

    def stop(self, executor: Executor) -> None:
        """Kills the processes."""
        assert isinstance(executor, _Processes)
        executor.kill()

    def close(self) -> None:
        """Has nothing to let go of."""


class _Processes(ProcessPoolExecutor):
    """A pool that knows its processes, so that one that hangs can be stopped."""

    def __init__(self, size: int) -> None:
        context = multiprocessing.get_context("spawn")
        self._begun: SimpleQueue[int] = context.SimpleQueue()
        super().__init__(size, mp_context=context, initializer=_begin, initargs=(self._begun,))

    def kill(self) -> None:
        """Ends all of them at once."""
        self.shutdown(wait=False, cancel_futures=True)
        while not self._begun.empty():
            with suppress(ProcessLookupError):
                os.kill(self._begun.get(), signal.SIGTERM)


def _begin(begun: SimpleQueue[int]) -> None:
    """Leaves Ctrl-C and precedence to the process that started this one, and ends with it, however that one ends."""
    if hasattr(os, "nice"):
        os.nice(BEHIND)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    begun.put(os.getpid())
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    assert parent is not None
    wait([parent.sentinel])
    os._exit(1)
