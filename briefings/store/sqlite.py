"""A store in an SQLite file: its connections, its one writer among all processes, what can be tried again."""

from __future__ import annotations

import os
import sqlite3
import time
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, event
from sqlalchemy.exc import DBAPIError
from sqlmodel import Session, create_engine

from briefings.errors import BriefingError
from briefings.store.exact import strict_json
from briefings.store.faults import as_error, check_place, unavailable
from briefings.store.location import Location, default_path
from briefings.store.migrations import check_header, check_tables, migrate
from briefings.store.pulse import Pulse

#: on every connection: wait for a lock, write ahead, acknowledged means kept, references hold
PRAGMAS = ("busy_timeout=10000", "journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON")

#: seconds between two looks whether the lock for writing is free: a tenth of what was waited so far, in these bounds.
#: SQLite's own looks come to lie a tenth of a second apart, and miss whoever lets it go for a few milliseconds; fifty
#: processes that looked every millisecond would have no time left to write
SHORTEST_GLANCE, LONGEST_GLANCE = 0.001, 0.005
#: seconds after which one looks as often as can be, since others keep coming before
OVERDUE = 2.0


class SqliteFile:
    """The back end of a store in a file; see ``Backend``.

    Args:
        path: the file.
        engine: an engine from ``open_engine``.
    """

    writers = 1  # a file has one at a time; in a queue of our own nobody waits in vain
    together = 20

    def __init__(self, path: Path, engine: Engine) -> None:
        self.place = Location(str(path), path)
        self.reading = engine
        self.writing = engine.execution_options(write=True)
        self._path = path
        self._inode = path.stat().st_ino if path.exists() else None

    def check(self) -> None:
        """A file renamed under an open database goes on taking commits without an error."""
        try:
            same = os.stat(self._path).st_ino == self._inode
        except FileNotFoundError:
            same = False
        if not same:
            raise unavailable(
                f"the store {self._path} was moved or replaced while open", "put it back, or start again"
            )

    def lock(self, session: Session, alone: bool) -> None:
        """Nothing to do: the transaction began with BEGIN IMMEDIATE."""

    def tries_again(self, fault: DBAPIError) -> bool:
        """Whether somebody else held the lock for longer than ``busy_timeout``."""
        return _is_busy(fault.orig)

    def is_in_doubt(self, fault: DBAPIError) -> bool:
        """Never: what SQLite does not acknowledge it rolls back."""
        return False

    def as_error(self, fault: DBAPIError) -> BriefingError | None:
        """The line a user sees, by SQLite's error name."""
        return as_error(fault, self._path)

    def clock_ahead(self) -> timedelta:
        """Nothing: a file is on this machine."""
        return timedelta(0)

    def moves(self) -> Pulse:
        """SQLite's count of commits."""
        return Pulse(self._path)

    def close(self) -> None:
        """Lets go of the file."""
        self.reading.dispose()


def open_file(path: Path) -> SqliteFile:
    """Opens the store in a file, making it where there is none, bringing up an older one.

    Raises:
        BriefingError: it cannot be there, is no store, or was made by a newer version.
    """
    check_place(path, default_path())
    check_header(path)
    engine = open_engine(path)
    with ExitStack() as undone:
        undone.callback(engine.dispose)
        try:
            check_tables(path)
            migrate(engine.execution_options(write=True), path)
        except (DBAPIError, sqlite3.Error) as fault:
            error = as_error(fault, path)
            if error is None:
                raise
            raise error from fault
        undone.pop_all()
    return SqliteFile(path, engine)


def open_engine(path: Path) -> Engine:
    """An engine whose transactions the program begins itself: IMMEDIATE for writes, deferred for reads.

    The driver's own way lets a read slip in before the write transaction and loses updates.
    """
    engine = create_engine(f"sqlite:///{path}", json_serializer=strict_json)

    @event.listens_for(engine, "connect")
    def set_up(connection: Any, _record: object) -> None:
        connection.isolation_level = None
        for pragma in PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        if connection.get_execution_options().get("write"):
            _begin_to_write(connection)
        else:
            connection.exec_driver_sql("BEGIN")

    return engine


def _begin_to_write(connection: Connection) -> None:
    """Begins a transaction that has the lock for writing, for which it waits as long as ``busy_timeout`` tells."""
    driver: Any = connection.connection.dbapi_connection
    (patience,) = driver.execute("PRAGMA busy_timeout").fetchone()
    driver.execute("PRAGMA busy_timeout=0")
    try:
        begun = time.monotonic()
        while (waited := time.monotonic() - begun) < patience / 1000:
            try:
                driver.execute("BEGIN IMMEDIATE")
                return
            except sqlite3.OperationalError as fault:
                if not _is_busy(fault):
                    break
            time.sleep(_glance(waited))
        connection.exec_driver_sql("BEGIN IMMEDIATE")  # once more, to fail as every statement does
    finally:
        driver.execute(f"PRAGMA busy_timeout={patience}")


def _glance(waited: float) -> float:
    """Seconds until the next look of one who has waited so long."""
    return SHORTEST_GLANCE if waited > OVERDUE else min(max(SHORTEST_GLANCE, waited / 10), LONGEST_GLANCE)


def _is_busy(fault: BaseException | None) -> bool:
    """Whether somebody else held the lock."""
    return getattr(fault, "sqlite_errorname", "").startswith("SQLITE_BUSY")
