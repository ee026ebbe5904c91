"""A store in a PostgreSQL database: its connections, who may write when, what can be tried again."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import URL, Connection, Date, Dialect, Engine, create_engine, event, make_url, text
from sqlalchemy.exc import ArgumentError, DBAPIError
from sqlmodel import Session

from briefings.errors import BriefingError, ExitCode
from briefings.store.exact import strict_json
from briefings.store.faults import unavailable
from briefings.store.location import Location

if TYPE_CHECKING:
    from briefings.store.postgres.listening import Listening

#: of every session: moments come back in UTC, a lock is waited for as long as with SQLite, and what a host that
#: vanished held is let go within half a minute
SETTINGS = {
    "timezone": "UTC",
    "lock_timeout": "20s",
    "tcp_keepalives_idle": "10",
    "tcp_keepalives_interval": "5",
    "tcp_keepalives_count": "3",
}
CONNECT_SECONDS = 5
PATIENCE = 5.0  # seconds that a server which was there before is waited for
OLDEST = 130_000  # that takes text apart from its accents (``normalize``)

_HELLO = text("""
    SELECT clock_timestamp(), current_setting('server_encoding'), current_setting('server_version_num')::int
""")
_GLANCE = 0.2  # seconds between two looks whether it is back
_RESPITE = 10.0  # seconds after waiting in vain in which nobody waits


class PostgresServer:
    """The back end of a store in a PostgreSQL database; see ``Backend``.

    Args:
        place: where it is.
        engine: an engine from ``open_engine``.
        ahead: by how much the server's clock is ahead of the one here.
    """

    writers = 4  # while one waits for the disk or the network, others get on
    together = 1  # two hosts that each hold several people's rows may each wait for the other

    def __init__(self, place: Location, engine: Engine, ahead: timedelta) -> None:
        self.place = place
        self.reading = engine.execution_options(read=True)
        self.writing = engine
        self._ahead = ahead
        self._in_vain = float("-inf")

    def check(self) -> None:
        """Nothing to do: a database that was moved ends its connections."""

    def lock(self, session: Session, alone: bool) -> None:
        """Takes the lock of the store, for oneself or shared with those who lock their rows."""
        from briefings.store.postgres.schema import lock

        lock(session.connection(), shared=not alone)

    def tries_again(self, fault: DBAPIError) -> bool:
        """Whether others were in the way, or the server is back; a queue of writers waits for it once, not each."""
        from briefings.store.postgres.faults import CONFLICTS, is_lost

        if not is_lost(fault):
            return getattr(fault.orig, "sqlstate", None) in CONFLICTS
        begun = time.monotonic()
        until = begun + (PATIENCE if begun > self._in_vain + _RESPITE else 0.0)
        while not self._is_there():
            if time.monotonic() >= until:
                self._in_vain = time.monotonic()
                return False
            time.sleep(_GLANCE)
        return True

    def is_in_doubt(self, fault: DBAPIError) -> bool:
        """Whether the connection broke in the commit."""
        from briefings.store.postgres.faults import is_lost

        return is_lost(fault)

    def as_error(self, fault: DBAPIError) -> BriefingError | None:
        """The line a user sees, by SQLSTATE."""
        from briefings.store.postgres.faults import as_error

        return as_error(fault, str(self.place))

    def clock_ahead(self) -> timedelta:
        """As measured when the database was opened."""
        return self._ahead

    def moves(self) -> Listening:
        """One connection that listens."""
        from briefings.store.postgres.listening import Listening

        return Listening(self.writing)

    def close(self) -> None:
        """Lets go of all connections."""
        self.writing.dispose()

    def _is_there(self) -> bool:
        try:
            with self.writing.connect():
                return True
        except DBAPIError:
            return False


def open_database(place: Location) -> PostgresServer:
    """Opens the store in a database, making its tables where it is empty, bringing up an older one.

    Raises:
        BriefingError: the database cannot be reached or used, or a newer version made the store.
    """
    from briefings.store.postgres.schema import migrate

    engine = open_engine(place)
    with ExitStack() as undone:
        undone.callback(engine.dispose)
        with told(place):
            ahead = _clock_ahead(engine, place)
            migrate(engine, str(place))
        undone.pop_all()
    return PostgresServer(place, engine, ahead)


def open_engine(place: Location) -> Engine:
    """An engine for the database at a URL; connects to nothing yet.

    Raises:
        BriefingError: the driver is missing, or the URL cannot be read.
    """
    try:
        import psycopg
    except ImportError as problem:
        raise unavailable(
            f"the store {place} needs a driver for PostgreSQL", "pip install 'briefing-desk[postgres]'"
        ) from problem
    url = _url(place)
    given = url.query.get("options", "")
    options = " ".join([str(given), *(f"-c {name}={value}" for name, value in SETTINGS.items())])
    engine = create_engine(
        url.difference_update_query(["options"]),
        connect_args={
            "options": options.strip(),
            "application_name": "briefing",
            "connect_timeout": CONNECT_SECONDS,
        },
        json_serializer=strict_json,
    )
    engine.dialect.colspecs = {**engine.dialect.colspecs, Date: _Day}

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        read = connection.get_execution_options().get("read")
        session: Any = connection.connection.dbapi_connection
        session.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ if read else None
        session.read_only = True if read else None  # else as the server has it: a copy of it takes no writes

    return engine


@contextmanager
def told(place: Location) -> Iterator[None]:
    """Turns a database fault into the line a user sees."""
    from briefings.store.postgres.faults import as_error

    try:
        yield
    except DBAPIError as fault:
        error = as_error(fault, str(place))
        if error is None:
            raise
        raise error from fault


class _Day(Date):
    """A date as bound: PostgreSQL would take a string for one, SQLite does not."""

    render_bind_cast = True

    def bind_processor(self, dialect: Dialect) -> Callable[[date | None], date | None]:
        def checked(value: date | None) -> date | None:
            if value is not None and not isinstance(value, date):
                raise TypeError(f"a date column takes dates, not {type(value).__name__}")
            return value

        return checked


def _url(place: Location) -> URL:
    try:
        return make_url(place.target).set(drivername="postgresql+psycopg")
    except (ArgumentError, ValueError) as problem:
        raise BriefingError(
            f"the URL of the store {place} cannot be read",
            "write it as postgresql://USER:PASSWORD@HOST:5432/DATABASE",
            ExitCode.BAD_USAGE,
        ) from problem


def _clock_ahead(engine: Engine, place: Location) -> timedelta:
    """By how much the server's clock is ahead; on the way, whether it will do."""
    with engine.connect() as connection:
        begun = datetime.now(UTC)
        there, encoding, release = connection.execute(_HELLO).one()
        here = begun + (datetime.now(UTC) - begun) / 2
    if release < OLDEST:
        raise unavailable(
            f"the server of the store {place} is PostgreSQL {release // 10_000}",
            f"it takes {OLDEST // 10_000} or later",
        )
    if encoding != "UTF8":
        raise unavailable(
            f"the database of the store {place} holds {encoding} text", "make one with: createdb -E UTF8 NAME"
        )
    ahead: timedelta = there - here
    return ahead
