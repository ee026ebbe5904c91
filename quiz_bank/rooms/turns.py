"""Writing together what waits: while one transaction is kept, what comes meanwhile gathers for the next.

A class answers within a few seconds, and a transaction's wait for the disk is most of what an answer costs.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from typing import Generic, TypeVar

from briefings.errors import BriefingError

Asked = TypeVar("Asked")
Result = TypeVar("Result")


class Turns(Generic[Asked, Result]):
    """Whoever waits writes for all who wait when her turn comes.

    Args:
        write: keeps all that is asked in one transaction; for each, in order, what came of it or why it was refused.
            Where it raises, nothing of it was kept. It is never run twice at a time.
    """

    def __init__(self, write: Callable[[Sequence[Asked]], Sequence[Result | BriefingError]]) -> None:
        self._write = write
        self._waiting: list[tuple[Asked, Future[Result]]] = []
        self._gathering = threading.Lock()
        self._writing = threading.Lock()

    def take(self, asked: Asked) -> Result:
        """Writes it, alone or with others; returns once it is kept.

        Raises:
            BriefingError: it was refused, or could not be kept.
        """
        mine: Future[Result] = Future()
        with self._gathering:
            self._waiting.append((asked, mine))
        with self._writing:
            if not mine.done():
                self._write_all()
        return mine.result()

    def _write_all(self) -> None:
        with self._gathering:
            gathered, self._waiting = self._waiting, []
        results: Sequence[Result | BriefingError] = ()
        try:
            results = self._write([asked for asked, _ in gathered])
        except BriefingError as error:
            results = [error] * len(gathered)
        finally:  # a fault that nobody foresaw ends whoever wrote, and lets nobody else wait for ever
            for _, waiting in gathered[len(results) :]:
                waiting.cancel()
        for (_, waiting), result in zip(gathered, results, strict=True):
            if isinstance(result, BriefingError):
                waiting.set_exception(result)
            else:
                waiting.set_result(result)
