"""A process that answers in a room until it is killed; every line it prints is an answer that is kept.

Run as ``python answering.py STORE CODE FIRST COUNT``: players FIRST to FIRST + COUNT answer the question on show.
"""

from __future__ import annotations

import sys

from briefings.store.store import open_store
from quiz_bank.rooms.rooms import Rooms


def main(path: str, code: str, first: int, count: int) -> None:
    """Joins nobody: the players are in the room already."""
    with open_store(path) as store:
        rooms = Rooms(store)
        for number in range(first, first + count):
            rooms.answer(code, f"player{number}", rooms.state(code).number, "18 km")
            sys.stdout.write(f"player{number}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))
