"""What can happen in a room: events in order, each told by the server's clock."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal

Kind = Literal[
    "opened",
    "joined",
    "left",
    "question",
    "answered",
    "closed",
    "revealed",
    "paused",
    "resumed",
    "skipped",
    "kicked",
    "ended",
]

CLOCK = ""  # who does what nobody did: the time was up

#: what happens at most once to a question
_ONCE_A_QUESTION = frozenset(("question", "closed", "revealed", "skipped"))


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened, or is asked to happen.

    Attributes:
        kind: what.
        by: the login of who did it; ``CLOCK`` for the time.
        at: when, in UTC, by the clock of the machine that holds the store.
        body: what else there is to tell; ``n`` is the number of a question, from 0.
        seq: its place in the room, from 1; 0 while it has none.
    """

    kind: Kind
    by: str
    at: datetime
    body: Mapping[str, Any] = field(default_factory=dict)
    seq: int = 0

    @property
    def once(self) -> str | None:
        """The name under which it may happen only once in its room; None where it may happen again."""
        if self.kind == "answered":
            return f"answer:{self.body['n']}:{self.by}"
        if self.kind in _ONCE_A_QUESTION:
            return f"{self.kind}:{self.body['n']}"
        return self.kind if self.kind in ("opened", "ended") else None
