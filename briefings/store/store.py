"""Opening the store, and the two ways to use it: read now, or write in turn."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, TypeVar

from sqlalchemy.exc import DBAPIError
from sqlmodel import Session

from briefings.store.backend import Backend, Moves
from briefings.store.faults import unavailable
from briefings.store.location import Location, resolve
from briefings.store.sqlite import open_file

Result = TypeVar("Result")


@dataclass(slots=True)
class _Turn:
    """A write that waits; once it is kept, what it gave."""

    work: Callable[[Session], Any]
    alone: bool
    again: bool
    kept: bool = False
    gave: Any = None


class Store:
    """One store. Reads run in the caller's thread; writes go through writer threads, begun in order.

    Args:
        backend: the database it is kept in.
    """

    def __init__(self, backend: Backend) -> None:
        self._backend = backend
        self._writer = ThreadPoolExecutor(backend.writers, thread_name_prefix="store-writer")
        self._order = threading.Lock()
        self._waiting: deque[_Turn] = deque()
        self._ahead = backend.clock_ahead()

    @property
    def place(self) -> Location:
        """Where it is."""
        return self._backend.place

    def read(self, work: Callable[[Session], Result]) -> Result:
        """Runs ``work`` in a read transaction of its own, which sees one state of the store.

        A database that was away for a moment is waited for and ``work`` run once more.

        Raises:
            BriefingError: the database could not do it.
        """

        def transaction() -> Result:
            with Session(self._backend.reading, expire_on_commit=False) as session:
                return work(session)

        with _told(self._backend):
            return self._twice(transaction)

    def write(self, work: Callable[[Session], Result], *, alone: bool = True, again: bool = False) -> Result:
        """Runs ``work`` in a write transaction on a writer thread; returns once it is committed.

        Until it is, nobody else writes, in this process or another. A lock held by another process is waited for,
        and the whole transaction tried once more, so ``work`` must be safe to run twice. Writes of this process that
        have waited meanwhile may share its transaction, one after the other, where all of them succeed.

        Args:
            work: what is to be done.
            alone: False where ``work`` itself locks the rows it changes, before it looks at them; then others may
                write meanwhile, where the database can do that.
            again: whether ``work`` may also run a second time after it was kept, as what is known by a ``uid``
                may: where a connection breaks in the very commit, nobody knows whether it was.

        Raises:
            BriefingError: the database could not do it; then nothing of it was stored, unless it says so.
        """
        turn = _Turn(work, alone, again)
        with _told(self._backend):
            result: Result = self._queued(turn).result()
            return result

    def now(self) -> datetime:
        """This moment in UTC, by the clock of the machine that holds the store."""
        return datetime.now(UTC) + self._ahead

    def moves(self) -> Moves:
        """A way to learn that rooms moved."""
        return self._backend.moves()

    def close(self) -> None:
        """Waits for the writes under way and lets go of the database."""
        self._writer.shutdown(wait=True)
        self._backend.close()

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _queued(self, turn: _Turn) -> Future[Any]:
        """A write on its way to a writer thread, in the order in which writes are to share transactions."""
        with self._order:
            if self._backend.together > 1:
                self._waiting.append(turn)
            return self._writer.submit(self._served, turn)

    def _served(self, turn: _Turn) -> Any:
        """What a write gives: from the transaction it shared with others that waited, else from its own."""
        if self._waiting and self._waiting[0] is turn:
            self._keep_together(
                [self._waiting.popleft() for _ in range(min(len(self._waiting), self._backend.together))]
            )
        return turn.gave if turn.kept else self._write(turn.work, turn.alone, turn.again)

    def _keep_together(self, turns: Sequence[_Turn]) -> None:
        """Keeps several writes in one transaction; where one of them fails, none is kept, and each has its own."""
        if len(turns) == 1:
            return
        try:
            self._backend.check()
            with self._backend.writing.begin() as connection:
                for turn in turns:
                    with Session(connection, expire_on_commit=False) as session:
                        turn.gave = turn.work(session)
                        session.commit()  # flushes: the transaction is the connection's
        except Exception:  # noqa: BLE001  # whatever it was, it comes up again, and to whoever brought it
            return
        for turn in turns:
            turn.kept = True

    def _write(self, work: Callable[[Session], Result], alone: bool, again: bool) -> Result:
        self._backend.check()

        def transaction() -> Result:
            with Session(self._backend.writing, expire_on_commit=False) as session:
                self._backend.lock(session, alone)
                result = work(session)
                session.flush()
                self._commit(session, again)
                return result

        return self._twice(transaction)

    def _commit(self, session: Session, again: bool) -> None:
        try:
            session.commit()
        except DBAPIError as fault:
            if again or not self._backend.is_in_doubt(fault):
                raise
            raise unavailable(
                f"the connection to the store {self.place} broke while this was being kept",
                "look whether it is there before you try again",
            ) from fault

    def _twice(self, transaction: Callable[[], Result]) -> Result:
        try:
            return transaction()
        except DBAPIError as fault:
            if not self._backend.tries_again(fault):
                raise
        return transaction()


def open_store(named: str | None = None) -> Store:
    """Opens the store, making it where there is none yet.

    Args:
        named: a file or a ``postgresql://`` URL, as ``--db`` gives it; None for ``BRIEFING_DB`` or the platform's
            data folder. Only that default folder is created, and no database.

    Raises:
        BriefingError: it cannot be there, is not a store, or was made by a newer version.
    """
    place = resolve(named)
    if place.path is not None:
        return Store(open_file(place.path))
    from briefings.store.postgres.server import open_database

    return Store(open_database(place))


@contextmanager
def _told(backend: Backend) -> Iterator[None]:
    """Turns a database fault into the line a user sees."""
    try:
        yield
    except DBAPIError as fault:
        error = backend.as_error(fault)
        if error is None:
            raise
        raise error from fault
