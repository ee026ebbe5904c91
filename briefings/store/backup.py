"""A copy of a store, and what a store is made of.

Files are looked at by plain SQLite, so that an older store stays at its version. A copy is always a file: of a
database too, since a file can be checked, opened and put away anywhere, without the tools of a server.
"""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from briefings.errors import BriefingError, ExitCode
from briefings.store.faults import as_error, unavailable
from briefings.store.location import Location
from briefings.store.migrations import check_header, check_tables
from briefings.store.models import SCHEMA_VERSION

#: the setting that tells where the last copy went, and when
LAST_BACKUP = "last-backup"

#: what is counted -> its table
COUNTED = {
    "stories": "story",
    "articles": "article",
    "facts": "fact",
    "claims": "claim",
    "questions": "question",
    "trainees": "trainee",
    "attempts": "attempt",
    "rooms": "room",
}

_OF_THE_COPY = ("SQLITE_FULL", "SQLITE_IOERR", "SQLITE_CANTOPEN", "SQLITE_READONLY")


@dataclass(frozen=True, slots=True)
class StoreInfo:
    """What a store is made of.

    Attributes:
        path: its file, or the URL of its database without the password.
        size: bytes of it and of what waits in its write-ahead log; of the whole database.
        schema: its version. newest: the one this program works with.
        sqlite: the version of SQLite. journal: the journal mode. postgresql: the version of the server; None where
            the store is of the other kind.
        counts: rows by name, of those tables that its version has.
        backup: where the last copy went. backed_up: when, ISO 8601; both None where none was made.
    """

    path: str
    size: int
    schema: int
    newest: int
    sqlite: str | None
    journal: str | None
    postgresql: str | None
    counts: Mapping[str, int]
    backup: str | None
    backed_up: str | None


def info(place: Location) -> StoreInfo:
    """What a store is made of; changes nothing.

    Raises:
        BriefingError: there is none, or it cannot be read.
    """
    if place.path is not None:
        return _info_of_file(place.path)
    from briefings.store.postgres.looking import look

    seen = look(place, COUNTED, LAST_BACKUP)
    last = seen.backup
    return StoreInfo(
        str(place),
        seen.size,
        seen.schema,
        SCHEMA_VERSION,
        None,
        None,
        seen.server,
        seen.counts,
        last.get("path"),
        last.get("at"),
    )


def _info_of_file(path: Path) -> StoreInfo:
    with _opened(path) as db:
        tables = {name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        counts = {
            name: int(db.execute(f"SELECT count(*) FROM {table}").fetchone()[0])
            for name, table in COUNTED.items()
            if table in tables
        }
        (schema,) = db.execute("PRAGMA user_version").fetchone()
        (journal,) = db.execute("PRAGMA journal_mode").fetchone()
        last = _last_backup(db) if "setting" in tables else {}
        files = (path, path.with_name(f"{path.name}-wal"))
        size = sum(file.stat().st_size for file in files if file.exists())
    return StoreInfo(
        str(path),
        size,
        schema,
        SCHEMA_VERSION,
        sqlite3.sqlite_version,
        journal,
        None,
        counts,
        last.get("path"),
        last.get("at"),
    )


def back_up(place: Location, target: Path) -> int:
    """Copies the store whole into a file, also while others write to it, and makes sure that the copy can be read.

    Args:
        place: where the store is.
        target: the file to make; one that exists is left as it is.

    Returns:
        The bytes of the copy.

    Raises:
        BriefingError: the target exists or cannot be made, or the store cannot be read.
    """
    if target.exists():
        raise BriefingError(
            f"{target} exists already", "name a new file; it was left as it is", ExitCode.BAD_USAGE
        )
    if not target.parent.is_dir() or not os.access(target.parent, os.W_OK | os.X_OK):
        raise unavailable(
            f"the folder {target.parent} is missing or cannot be written", "name a file elsewhere"
        )
    if place.path is not None:
        _copy_file(place.path, target)
    else:
        _copy_database(place, target)
    return target.stat().st_size


def _copy_database(place: Location, target: Path) -> None:
    from briefings.store.copying import copy_store
    from briefings.store.models import SettingRow
    from briefings.store.store import open_store

    must_exist(place)
    copy_store(place, Location(str(target), target))
    target.chmod(0o600)
    with open_store(place.target) as store:
        store.write(lambda session: session.merge(SettingRow(name=LAST_BACKUP, value=_note(target))))


def _copy_file(path: Path, target: Path) -> None:
    with _opened(path) as db:
        try:
            db.execute("VACUUM INTO ?", (str(target),))
        except sqlite3.Error as fault:
            target.unlink(missing_ok=True)
            told = as_error(fault, target if fault.sqlite_errorname.startswith(_OF_THE_COPY) else path)
            if told is None:
                raise
            raise told from fault
    _settle(path, target)
    with _opened(path) as db, suppress(sqlite3.OperationalError):
        # a store that can only be read, or is older than settings, is copied all the same
        db.execute("INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)", (LAST_BACKUP, _note(target)))


def must_exist(place: Location) -> None:
    """Makes sure that there is a store to look after.

    Raises:
        BriefingError: there is none, or it is a newer one.
    """
    path = place.path
    if path is None:
        info(place)
        return
    if not path.is_file():
        raise unavailable(
            f"there is no store at {path}", "name one with --db, or make it: briefing add FILE..."
        )
    check_header(path)


def _note(target: Path) -> str:
    """What is remembered of a copy."""
    return json.dumps({"path": str(target.resolve()), "at": datetime.now(UTC).isoformat(timespec="seconds")})


def _settle(path: Path, target: Path) -> None:
    """Sees that the copy is on the disk, as private as the store, and whole; else takes it away."""
    shutil.copymode(path, target)
    with target.open("rb") as copy:
        os.fsync(copy.fileno())
    with closing(sqlite3.connect(f"{target.resolve().as_uri()}?immutable=1", uri=True)) as db:
        (verdict,) = db.execute("PRAGMA integrity_check(1)").fetchone()
    if verdict != "ok":
        target.unlink()
        raise unavailable(f"the copy of {path} came out damaged", "try: briefing db check")


@contextmanager
def _opened(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection that makes no new file and begins no transaction by itself; faults in the words of a user."""
    must_exist(Location(str(path), path))
    try:
        with closing(
            sqlite3.connect(f"{path.resolve().as_uri()}?mode=rw", uri=True, isolation_level=None)
        ) as db:
            check_tables(path)
            yield db
    except sqlite3.Error as fault:
        told = as_error(fault, path)
        if told is None:
            raise
        raise told from fault


def _last_backup(db: sqlite3.Connection) -> dict[str, str]:
    row = db.execute("SELECT value FROM setting WHERE name = ?", (LAST_BACKUP,)).fetchone()
    return dict(json.loads(row[0])) if row else {}
