"""Workers for whom some documents are deadly: what a fault of a parser would do to a real one."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable
from concurrent.futures import Executor, Future
from typing import Any

from briefings.reading.articles import read_article
from briefings.stories import Article
from briefings.workers import parsing
from briefings.workers.pool import Pool

DEADLY = "This sentence ends the process."
ENDLESS = "This sentence never ends."


def read_or_die(raw: bytes, *rest: Any) -> Article:
    """As ``read_article``, but for those sentences."""
    if DEADLY.encode() in raw:
        os.kill(os.getpid(), signal.SIGKILL)
    if ENDLESS.encode() in raw:
        time.sleep(600)
    return read_article(raw, *rest)


def work_in_danger(work: Callable[..., Any], *arguments: Any) -> Any:
    """Does the work where those sentences are deadly; in a worker only."""
    vars(parsing)["read_article"] = read_or_die
    return work(*arguments)


class DangerousPool(Pool):
    """A pool of processes in which those sentences are deadly."""

    def start(self, size: int) -> Executor:
        """So many processes."""
        return _Endangered(super().start(size))

    def stop(self, executor: Executor) -> None:
        """Kills them."""
        assert isinstance(executor, _Endangered)
        super().stop(executor.processes)


class _Endangered(Executor):
    def __init__(self, processes: Executor) -> None:
        self.processes = processes

    def submit(self, work: Callable[..., Any], /, *arguments: Any, **_: Any) -> Future[Any]:
        return self.processes.submit(work_in_danger, work, *arguments)

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        self.processes.shutdown(wait, cancel_futures=cancel_futures)
