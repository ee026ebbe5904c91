"""What the database can refuse to do, told in one line each.

A fault is known by SQLite's error name (``sqlite_errorname``), never by the text of its message.
"""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

from briefings.errors import BriefingError, ExitCode

#: error name (or its first part) -> what is wrong, how to mend it; ``{path}`` is the store's file
FAULTS: dict[str, tuple[str, str]] = {
    "SQLITE_BUSY": ("the store {path} is in use by another process", "try again in a moment"),
    "SQLITE_CANTOPEN": (
        "the store {path} cannot be opened",
        "check its folder and permissions, or name another with --db",
    ),
    "SQLITE_CORRUPT": ("the store {path} is damaged", "put a backup in its place; nothing was written to it"),
    "SQLITE_FULL": (
        "the disk is full: {path} could not be written",
        "free some room and try again; nothing was lost",
    ),
    "SQLITE_IOERR": ("the disk failed while {path} was being used", "check the disk, then try again"),
    "SQLITE_NOTADB": (
        "{path} is not a briefing store",
        "name another file with --db; this one was left as it is",
    ),
    "SQLITE_PERM": (
        "no permission to use the store {path}",
        "check its permissions, or name another with --db",
    ),
    "SQLITE_READONLY": (
        "the store {path} can only be read",
        "give write permission to the file and its folder, or name another with --db",
    ),
}


def as_error(fault: BaseException, path: Path) -> BriefingError | None:
    """The line a user sees for a database fault; None where the fault is a mistake of ours.

    Args:
        fault: what was raised, by SQLAlchemy (its ``orig`` is looked at) or by sqlite3.
        path: the store's file.
    """
    origin = getattr(fault, "orig", None) or fault
    if not isinstance(origin, sqlite3.Error):
        return None
    name = getattr(origin, "sqlite_errorname", "") or ""
    if not name and isinstance(origin, sqlite3.OperationalError):
        name = "SQLITE_CORRUPT"  # the driver's own, which it raises only for stored text that is not UTF-8
    for known, (message, hint) in FAULTS.items():
        if name.startswith(known):
            return unavailable(message.format(path=path), hint)
    return None


def unavailable(message: str, hint: str) -> BriefingError:
    """A BriefingError with the exit code for a store that could not be used."""
    return BriefingError(message, hint, ExitCode.UNAVAILABLE)


def check_place(path: Path, default: Path) -> None:
    """Makes sure a store can be at ``path``; creates the default folder and no other.

    Raises:
        BriefingError: the folder is missing, the path is a folder, or it may not be written.
    """
    folder = path.parent
    if path == default:
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as problem:
            raise unavailable(
                f"the folder {folder} for the store cannot be made ({problem.strerror})",
                "name a file elsewhere with --db",
            ) from problem
    if path.is_dir():
        raise unavailable(
            f"the store {path} is a folder", f"name a file in it, such as {path / 'briefing.db'}"
        )
    if not folder.is_dir():
        raise unavailable(
            f"the folder {folder} for the store does not exist", "make it, or name another with --db"
        )
    target = path if path.exists() else folder
    if not os.access(target, os.W_OK) or not os.access(folder, os.W_OK | os.X_OK):
        raise unavailable(
            f"the store {path} cannot be written",
            "check the permissions of it and its folder, or name another with --db",
        )
