"""Telling other hosts that a room moved: the events are the truth, the word of them only wakes who listens."""

from __future__ import annotations

from sqlmodel import Session, func, select

#: the channel on which PostgreSQL carries ``room:seq``
CHANNEL = "briefing_rooms"


def tell_moved(session: Session, room: str, seq: int) -> None:
    """Tells whoever listens that a room has an event of that number, when the session is committed.

    With SQLite there is nothing to tell: whoever waits looks at the file.
    """
    if session.get_bind().dialect.name == "postgresql":
        session.execute(select(func.pg_notify(CHANNEL, f"{room}:{seq}")))
