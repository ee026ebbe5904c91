"""Much to write, in short transactions with room between them, so that whoever has one answer to keep gets in."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import TypeVar
from weakref import WeakKeyDictionary

from sqlmodel import Session

from briefings.collecting import without_collecting
from briefings.store.store import Store

#: seconds between two parts: who waits for the lock looks for it every millisecond or a little less often
GAP = 0.005

Result = TypeVar("Result")


class _Parts:
    """The parts of one store: one at a time, whichever thread writes it, and when the last one ended."""

    def __init__(self) -> None:
        self.turn = threading.Lock()
        self.ended = float("-inf")


_PARTS: WeakKeyDictionary[Store, _Parts] = WeakKeyDictionary()
_MEETING = threading.Lock()


def write_part(store: Store, work: Callable[[Session], Result]) -> Result:
    """Writes a part of what is much, no sooner than ``GAP`` after the part before it."""
    with _MEETING:
        parts = _PARTS.setdefault(store, _Parts())
    with parts.turn:
        time.sleep(max(0.0, parts.ended + GAP - time.monotonic()))
        try:
            with without_collecting():  # a look goes over a whole story, for a tenth of a second
                return store.write(work)
        finally:
            parts.ended = time.monotonic()
