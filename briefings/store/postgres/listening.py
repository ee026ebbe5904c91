"""Hearing that rooms moved: one connection a process, and a look at all of them now and then, whatever was heard."""

from __future__ import annotations

import threading
import time
from typing import Any

import psycopg
from sqlalchemy import Engine

from briefings.store.moved import CHANNEL

CATCH_UP = (
    1.5  # seconds between two looks at everything: what was told while nobody listened is found by then
)
_SPELL = 0.5  # seconds that are listened before one looks whether to stop
_PAUSE = 0.5  # seconds before a connection that broke is made again


class Listening:
    """Rooms that were told of on PostgreSQL's channel; see ``Moves``.

    Args:
        engine: of the database; the connection that listens is none of its pool's.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._told: set[str] = set()
        self._lock = threading.Lock()
        self._stopped = threading.Event()
        self._thread: threading.Thread | None = None
        self._caught_up = float("-inf")

    def of(self, rooms: list[str]) -> list[str]:
        """Those of the rooms that were told of; all of them every ``CATCH_UP`` seconds and after a connection began."""
        if self._thread is None:
            self._stopped = threading.Event()
            self._thread = threading.Thread(
                target=self._listen, args=(self._stopped,), name="room-listening", daemon=True
            )
            self._thread.start()
        with self._lock:
            told, self._told = self._told, set()
        if time.monotonic() >= self._caught_up + CATCH_UP:
            self._caught_up = time.monotonic()
            return rooms
        return [room for room in rooms if room in told]

    def forget(self) -> None:
        """The next call tells of all rooms."""
        self._caught_up = float("-inf")

    def stop(self) -> None:
        """Ends the connection; the next call begins anew."""
        self._stopped.set()
        self._thread = None
        self._caught_up = float("-inf")

    def _listen(self, stopped: threading.Event) -> None:
        """Listens until it is stopped; a connection that breaks is made again."""
        while not stopped.is_set():
            try:
                with self._connected() as connection:
                    connection.execute(f"LISTEN {CHANNEL}")
                    self._caught_up = float("-inf")
                    while not stopped.is_set():
                        self._hear(connection)
            except psycopg.Error:
                stopped.wait(_PAUSE)

    def _hear(self, connection: psycopg.Connection[Any]) -> None:
        for notice in connection.notifies(timeout=_SPELL):
            with self._lock:
                self._told.add(notice.payload.partition(":")[0])

    def _connected(self) -> psycopg.Connection[Any]:
        arguments, named = self._engine.dialect.create_connect_args(self._engine.url)
        return psycopg.connect(*arguments, **named, autocommit=True, connect_timeout=5)
