"""Opening the store, and the two ways to use it: read now, or write in turn."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, event
from sqlalchemy.exc import DBAPIError
from sqlmodel import Session, create_engine

from briefings.store.faults import as_error, check_place, unavailable
from briefings.store.location import default_path, resolve
from briefings.store.migrations import check_header, migrate

Result = TypeVar("Result")

#: on every connection: wait for a lock, write ahead, acknowledged means kept, references hold
PRAGMAS = ("busy_timeout=5000", "journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON")


class Store:
    """One store. Reads run in the caller's thread; all writes go through one writer thread, in order.

    Args:
        path: its file.
        engine: an engine from ``open_engine``.
    """

    def __init__(self, path: Path, engine: Engine) -> None:
        self.path = path
        self._engine = engine
        self._write_engine = engine.execution_options(write=True)
        self._writer = ThreadPoolExecutor(1, thread_name_prefix="store-writer")
        self._inode = path.stat().st_ino if path.exists() else None

    def read(self, work: Callable[[Session], Result]) -> Result:
        """Runs ``work`` in a read transaction of its own.

        Raises:
            BriefingError: the database could not do it.
        """
        with _told(self.path), Session(self._engine, expire_on_commit=False) as session:
            return work(session)

    def write(self, work: Callable[[Session], Result]) -> Result:
        """Runs ``work`` in a write transaction on the writer thread; returns once it is committed.

        A lock held by another process is waited for, and the whole transaction tried once more, so
        ``work`` must be safe to run twice.

        Raises:
            BriefingError: the database could not do it; then nothing of it was stored.
        """
        with _told(self.path):
            return self._writer.submit(self._write, work).result()

    def close(self) -> None:
        """Waits for the writes under way and lets go of the file."""
        self._writer.shutdown(wait=True)
        self._engine.dispose()

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _write(self, work: Callable[[Session], Result]) -> Result:
        self._check_same_file()
        try:
            return self._transaction(work)
        except DBAPIError as fault:
            if not getattr(fault.orig, "sqlite_errorname", "").startswith("SQLITE_BUSY"):
                raise
            return self._transaction(work)

    def _transaction(self, work: Callable[[Session], Result]) -> Result:
        with Session(self._write_engine, expire_on_commit=False) as session:
            result = work(session)
            session.commit()
            return result

    def _check_same_file(self) -> None:
        """A file renamed under an open database goes on taking commits without an error."""
        try:
            same = os.stat(self.path).st_ino == self._inode
        except FileNotFoundError:
            same = False
        if not same:
            raise unavailable(
                f"the store {self.path} was moved or replaced while open", "put it back, or start again"
            )


def open_store(named: str | None = None) -> Store:
    """Opens the store, making it where there is none yet.

    Args:
        named: a file, as ``--db`` gives it; None for ``BRIEFING_DB`` or the platform's data folder. Only
            that default folder is created.

    Raises:
        BriefingError: it cannot be there, is not a store, or was made by a newer version.
    """
    path = resolve(named)
    check_place(path, default_path())
    check_header(path)
    engine = open_engine(path)
    with ExitStack() as undone:
        undone.callback(engine.dispose)
        with _told(path):
            migrate(engine.execution_options(write=True), path)
        undone.pop_all()
    return Store(path, engine)


def open_engine(path: Path) -> Engine:
    """An engine whose transactions the program begins itself: IMMEDIATE for writes, deferred for reads.

    The driver's own way lets a read slip in before the write transaction and loses updates.
    """
    engine = create_engine(f"sqlite:///{path}")

    @event.listens_for(engine, "connect")
    def set_up(connection: Any, _record: object) -> None:
        connection.isolation_level = None
        for pragma in PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        write = connection.get_execution_options().get("write")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")

    return engine


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Turns a database fault into the line a user sees."""
    try:
        yield
    except DBAPIError as fault:
        error = as_error(fault, path)
        if error is None:
            raise
        raise error from fault
