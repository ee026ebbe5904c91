"""What a store asks of the database it is kept in; SQLite and PostgreSQL each answer in their own way."""

from __future__ import annotations

from datetime import timedelta
from typing import Protocol

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError
from sqlmodel import Session

from briefings.errors import BriefingError
from briefings.store.location import Location


class Backend(Protocol):
    """A database that was opened and holds the newest schema.

    Attributes:
        place: where it is.
        reading: begins transactions that see one state of the store and change nothing.
        writing: begins transactions that write.
        writers: how many threads of one process may write.
        together: how many writes of one process that wait may share a transaction; 1 where a transaction holds rows
            that others wait for.
    """

    @property
    def place(self) -> Location: ...  # noqa: D102
    @property
    def reading(self) -> Engine: ...  # noqa: D102
    @property
    def writing(self) -> Engine: ...  # noqa: D102
    @property
    def writers(self) -> int: ...  # noqa: D102
    @property
    def together(self) -> int: ...  # noqa: D102

    def check(self) -> None:
        """Makes sure, before a write, that the store is still what was opened.

        Raises:
            BriefingError: it is not.
        """

    def lock(self, session: Session, alone: bool) -> None:
        """Begins a writing transaction: nobody else writes until it ends.

        Args:
            session: one of the writing engine, at its beginning.
            alone: False where the work locks the rows it changes, so that others may write elsewhere meanwhile.
        """

    def tries_again(self, fault: DBAPIError) -> bool:
        """Whether a transaction that failed this way, and left nothing, has a chance the second time.

        Waits a little for a database that is just not there.
        """

    def is_in_doubt(self, fault: DBAPIError) -> bool:
        """Whether a commit that failed this way may have been kept all the same."""

    def as_error(self, fault: DBAPIError) -> BriefingError | None:
        """The line a user sees; None where the fault is a mistake of ours."""

    def clock_ahead(self) -> timedelta:
        """By how much the clock of the machine that holds the store is ahead of the clock here."""

    def moves(self) -> Moves:
        """A way to learn that rooms moved."""

    def close(self) -> None:
        """Lets go of the database."""


class Moves(Protocol):
    """Tells which rooms may have moved since one last asked, whoever moved them."""

    def of(self, rooms: list[str]) -> list[str]:
        """Those of the rooms to be read again; all of them at the first call, and where it cannot tell.

        To be called by one thread at a time, and often: it costs microseconds.
        """

    def forget(self) -> None:
        """Takes it that nothing of what was told was looked at: the next call tells of all."""

    def stop(self) -> None:
        """Lets go of what it listens by; the next call begins anew."""
