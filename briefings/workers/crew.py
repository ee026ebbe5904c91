"""The seam between adding and whoever works for it: any ``concurrent.futures.Executor`` will do.

Work is handed out a little ahead and taken back in its own order, so that what is stored does not depend on who did
it. A worker that dies takes its whole pool along: the pool is made anew, and what was under way is read again one by
one in a pool of its own, so that the one document that kills or hangs is named and the others go in.
"""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, CancelledError, Executor, Future, wait
from itertools import chain
from typing import Any, Protocol, TypeVar

from briefings.errors import BriefingError, ExitCode
from briefings.workers.parsing import PATIENCE, Document, Parsed, parse_batch, too_slow

#: batches handed out and not taken back, for each worker: enough that none waits for the one who stores
AHEAD = 4
#: how often work that is no document is tried where its worker stops
TRIES = 3
#: seconds a worker may take to begin
BEGINNING = 20.0
#: of the seconds a document may take: after so many without any sign of life the workers are stopped
STALLED = 5.0

Context = TypeVar("Context")
Result = TypeVar("Result")
_Errand = tuple[Executor, "Future[list[Parsed]]"]


class Workers(Protocol):
    """Who reads documents, and does other pure work; ``size`` is how much of it at a time."""

    @property
    def size(self) -> int:
        """How many pieces of work are done at a time."""

    def parse(
        self, batches: Iterable[tuple[Context, Sequence[Document]]]
    ) -> Iterator[tuple[Context, list[Parsed]]]:
        """What each batch gives, in their order."""

    def run(self, work: Callable[..., Result], *arguments: Any) -> Result:
        """What a pure function at the top of a module gives."""


class Alone:
    """This process does all of it, each piece when it is asked for."""

    size = 1

    def parse(
        self, batches: Iterable[tuple[Context, Sequence[Document]]]
    ) -> Iterator[tuple[Context, list[Parsed]]]:
        """What each batch gives, in their order."""
        for context, documents in batches:
            yield context, parse_batch(documents)

    def run(self, work: Callable[..., Result], *arguments: Any) -> Result:
        """What the function gives."""
        return work(*arguments)


ALONE = Alone()


class Engine(Protocol):
    """How workers are found: started, or met in a cluster."""

    size: int
    failures: tuple[type[Exception], ...]

    def start(self, size: int) -> Executor:
        """So many workers."""

    def stop(self, executor: Executor) -> None:
        """Ends workers at once, whatever they do; nothing of theirs is waited for."""

    def close(self) -> None:
        """Lets go of what workers are found by."""


class Crew:
    """Workers of an engine; those that stop are replaced.

    Args:
        engine: where they come from.
        patience: seconds a document may take.
    """

    def __init__(self, engine: Engine, patience: float = PATIENCE) -> None:
        self._engine = engine
        self._patience = patience
        self._failures: tuple[type[Exception], ...] = (BrokenExecutor, CancelledError, *engine.failures)
        self._given_up: tuple[type[Exception], ...] = (TimeoutError, *self._failures)
        self._turn = threading.Lock()
        self._alive = time.monotonic()
        self._over = False
        self._executor = engine.start(engine.size)

    @property
    def size(self) -> int:
        """How many pieces of work are done at a time."""
        return self._engine.size

    def parse(
        self, batches: Iterable[tuple[Context, Sequence[Document]]]
    ) -> Iterator[tuple[Context, list[Parsed]]]:
        """What each batch gives, in their order; a document that stops its worker, or hangs, gives a problem."""
        ahead: deque[tuple[Context, Sequence[Document], _Errand | None]] = deque()
        for context, documents in batches:
            ahead.append((context, documents, self._handed_out(documents)))
            if len(ahead) >= AHEAD * self._engine.size:
                context, documents, errand = ahead.popleft()
                yield context, self._taken_back(documents, errand)
        for context, documents, errand in ahead:
            yield context, self._taken_back(documents, errand)

    def run(self, work: Callable[..., Result], *arguments: Any) -> Result:
        """What a pure function at the top of a module gives; tried anew where its worker stops.

        Raises:
            BriefingError: its worker stopped each time.
        """
        for _ in range(TRIES):
            executor = self._executor
            try:
                return self._result(executor, self._submit(executor, work, *arguments))
            except self._failures:
                self._replace(executor)
        raise BriefingError(
            "the workers stopped again and again", "try it with --jobs 1", ExitCode.UNAVAILABLE
        )

    def close(self) -> None:
        """Lets the workers go; all they were asked for is done."""
        self._executor.shutdown()
        self._engine.close()

    def abandon(self) -> None:
        """Stops the workers in the midst of their work."""
        with self._turn:
            self._over = True
            self._engine.stop(self._executor)
        self._engine.close()

    def __enter__(self) -> Crew:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is None:
            self.close()
        else:
            self.abandon()

    def _handed_out(self, documents: Sequence[Document]) -> _Errand | None:
        """A batch on its way; None where there is nothing in it, or no worker takes it."""
        for _ in range(TRIES if documents else 0):
            executor = self._executor
            try:
                return executor, self._submit(executor, parse_batch, documents, self._patience)
            except self._failures:
                self._replace(executor)
        return None

    def _taken_back(self, documents: Sequence[Document], errand: _Errand | None) -> list[Parsed]:
        if errand is not None:
            try:
                return self._result(*errand)
            except self._failures:
                self._replace(errand[0])
        return list(self._one_by_one(documents))

    def _one_by_one(self, documents: Sequence[Document]) -> Iterator[Parsed]:
        """Reads documents of which one may stop its worker, with nobody else at work on that worker."""
        executor = None
        for document in documents:
            executor = executor or self._engine.start(1)
            try:
                (parsed,) = executor.submit(parse_batch, [document], self._patience).result(
                    BEGINNING + 2 * self._patience
                )
                yield parsed
            except self._given_up as fault:
                self._engine.stop(executor)
                executor = None
                hangs = isinstance(fault, TimeoutError)
                yield too_slow(document.name, self._patience) if hangs else _deadly(document.name)
        if executor is not None:
            executor.shutdown()

    def _submit(self, executor: Executor, work: Callable[..., Result], *arguments: Any) -> Future[Result]:
        future = executor.submit(work, *arguments)
        future.add_done_callback(self._sign_of_life)
        return future

    def _sign_of_life(self, _: object) -> None:
        self._alive = time.monotonic()

    def _result(self, executor: Executor, future: Future[Result]) -> Result:
        """What becomes of it; workers of whom none has finished anything for long are stopped."""
        while not wait([future], timeout=self._patience).done:
            if time.monotonic() - self._alive > STALLED * self._patience:
                raise BrokenExecutor("nobody has finished anything for long")
        return future.result()

    def _replace(self, executor: Executor) -> None:
        """New workers in place of these, unless another thread has done so."""
        with self._turn:
            if self._executor is executor and not self._over:
                self._engine.stop(executor)
                self._executor = self._engine.start(self._engine.size)
                self._alive = time.monotonic()


class Growing:
    """This process alone while there is little to read; a crew from the document on from which it pays.

    Args:
        engine: where the crew comes from.
        few: documents that are read without one.
    """

    def __init__(self, engine: Engine, few: int) -> None:
        self.size = engine.size
        self._engine = engine
        self._left = few
        self._now: Workers = ALONE
        self._crew: Crew | None = None

    def parse(
        self, batches: Iterable[tuple[Context, Sequence[Document]]]
    ) -> Iterator[tuple[Context, list[Parsed]]]:
        """What each batch gives, in their order."""
        batches = iter(batches)
        for context, documents in batches:
            if self._crew is None and len(documents) > self._left:
                self._now = self._crew = Crew(self._engine)
            if self._crew is not None:
                yield from self._crew.parse(chain([(context, documents)], batches))
                return
            self._left -= len(documents)
            yield context, parse_batch(documents)

    def run(self, work: Callable[..., Result], *arguments: Any) -> Result:
        """What the function gives."""
        return self._now.run(work, *arguments)

    def __enter__(self) -> Growing:
        return self

    def __exit__(self, kind: type[BaseException] | None, *rest: object) -> None:
        if self._crew is not None:
            self._crew.__exit__(kind, *rest)


def _deadly(source: str) -> BriefingError:
    return BriefingError(
        f"{source} stopped the process that read it", "a fault of this program: please report it"
    )
