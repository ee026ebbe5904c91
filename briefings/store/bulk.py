"""Much to write, in short transactions with room between them, so that whoever has one answer to keep gets in."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from typing import TypeVar
from weakref import WeakKeyDictionary

from sqlmodel import Session

from briefings.store.store import Store

#: seconds for which somebody who wrote is taken to be writing still: a trainee answers every few seconds
ATTENTIVE = 5.0
#: how long is rested after a transaction, in times of what it took, and seconds at most. SQLite knows no queue: who
#: waits looks again after 1, 3, 8, 18, 33 ms, and finds nobody there only in the rests
RESTS, LONGEST_REST = 3, 0.1

Result = TypeVar("Result")


class _Others:
    """Whether somebody else writes to the file, told by its log: it changed though nothing was written from here."""

    def __init__(self) -> None:
        self.log: tuple[int, int] | None = None
        self.met = float("-inf")


_OTHERS: WeakKeyDictionary[Store, _Others] = WeakKeyDictionary()


def write_part(store: Store, work: Callable[[Session], Result]) -> Result:
    """Writes a part of what is much; while others write too, rests after it."""
    others = _OTHERS.setdefault(store, _Others())
    began = time.monotonic()
    if others.log not in (None, _log(store)):
        others.met = began
    result = store.write(work)
    others.log = _log(store)
    if began - others.met < ATTENTIVE:
        time.sleep(min(RESTS * (time.monotonic() - began), LONGEST_REST))
    return result


def _log(store: Store) -> tuple[int, int] | None:
    """Size and moment of the file's write-ahead log; None where there is none, as in a database with a server."""
    path = store.place.path
    if path is None:
        return None
    try:
        found = os.stat(f"{path}-wal")
    except FileNotFoundError:
        return None
    return found.st_size, found.st_mtime_ns
