"""Whether anybody wrote to a store since one last asked, at the cost of a few microseconds."""

from __future__ import annotations

import sqlite3
from pathlib import Path


class Pulse:
    """SQLite's count of the commits that other connections made, of this process or of another.

    Fifty programs on one machine ask ten times a second; a query through the store would cost each a hundredth of
    a core.

    Args:
        path: the store's file.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._connection: sqlite3.Connection | None = None
        self._version = -1

    def of(self, rooms: list[str]) -> list[str]:
        """All of these rooms if there was a commit since the last call, else none; see ``Moves``."""
        return rooms if self._moved() else []

    def forget(self) -> None:
        """The next call tells of all rooms."""
        self._version = -1

    def stop(self) -> None:
        """Lets go of the file; the next call begins anew."""
        if self._connection is not None:
            self._connection.close()
        self._connection, self._version = None, -1

    def _moved(self) -> bool:
        """Also True at the first call, and where it cannot tell."""
        try:
            if self._connection is None:
                address = f"{self._path.absolute().as_uri()}?mode=ro"
                self._connection = sqlite3.connect(address, uri=True, check_same_thread=False)
            (version,) = self._connection.execute("PRAGMA data_version").fetchone()
        except sqlite3.Error:
            self.stop()
            return True
        before, self._version = self._version, version
        return bool(version != before)
