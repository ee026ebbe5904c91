"""Much to write, in short transactions with room between them, so that whoever has one answer to keep gets in."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

from sqlmodel import Session

from briefings.store.store import Store

#: seconds at most between two transactions. SQLite knows no queue: who waits looks again after 1, 3, 8, 18, 33 ms
LONGEST_REST = 0.02

Result = TypeVar("Result")


def write_part(store: Store, work: Callable[[Session], Result]) -> Result:
    """Writes a part of what is much, then rests as long as that took."""
    began = time.monotonic()
    result = store.write(work)
    time.sleep(min(time.monotonic() - began, LONGEST_REST))
    return result
