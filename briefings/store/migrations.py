"""The schema's version and the steps from one to the next.

The version stands in ``PRAGMA user_version``. A fresh store is made at the newest version; an older one is
backed up, then brought up by all missing steps in one transaction; a newer one is refused untouched.
"""

from __future__ import annotations

import os
import sqlite3
import struct
from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import OperationalError
from sqlmodel import SQLModel

from briefings.errors import BriefingError
from briefings.store import models
from briefings.store.faults import unavailable
from briefings.store.steps import STEPS

_HEADER_SIZE = 100
_MAGIC = b"SQLite format 3\x00"
_OURS = {"story", "article", "fact", "attempt"}  # tables that every version had
_VERSION_OFFSET = 60  # user_version in the file header, big-endian (SQLite file format, section 1.3)


def check_header(path: Path, newest: int = models.SCHEMA_VERSION) -> None:
    """Looks at a file before any database opens it, so that a foreign or newer one stays as it is.

    A missing or empty file is a new store.

    Raises:
        BriefingError: not an SQLite file, or made by a newer version of the program.
    """
    try:
        with path.open("rb") as file:
            header = file.read(_HEADER_SIZE)
    except FileNotFoundError:
        return
    if not header:
        return
    if len(header) < _HEADER_SIZE or not header.startswith(_MAGIC):
        raise _foreign(path)
    (version,) = struct.unpack_from(">i", header, _VERSION_OFFSET)
    _refuse_newer(path, version, newest)


def check_tables(path: Path) -> None:
    """Looks at the tables of a file, without writing, so that another program's database stays as it is.

    Raises:
        BriefingError: it has tables, and not those of a store.
        sqlite3.Error: it cannot be read.
    """
    if not path.is_file() or not path.stat().st_size:
        return
    address = (
        f"{path.resolve().as_uri()}?mode=rw"  # to read only would fail while another process makes the store
    )
    with closing(sqlite3.connect(address, uri=True, timeout=10)) as db:
        tables = {name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if tables and not tables >= _OURS:
        raise _foreign(path)


def _foreign(path: Path) -> BriefingError:
    return unavailable(
        f"{path} is not a briefing store", "name another file with --db; this one was left as it is"
    )


def migrate(
    engine: Engine,
    path: Path,
    steps: Mapping[int, Sequence[str]] = STEPS,
    newest: int = models.SCHEMA_VERSION,
) -> None:
    """Brings the store at ``path`` to the newest version; safe to race from several processes.

    Args:
        engine: the writing view of the store's engine (its transactions begin with BEGIN IMMEDIATE).
        path: its file; the backup is written beside it.
        steps: version -> the statements that lead up to it.
        newest: the version this program works with.
    """
    version = _version_now(engine)
    if 0 < version < newest:
        _back_up(engine, path, version)
    if version == newest:
        return
    try:
        _bring_up(engine, path, steps, newest)
    except OperationalError as fault:
        busy = getattr(fault.orig, "sqlite_errorname", "").startswith("SQLITE_BUSY")
        if not busy or _version_now(engine) != newest:  # else another process brought it up, and now writes
            raise


def _bring_up(engine: Engine, path: Path, steps: Mapping[int, Sequence[str]], newest: int) -> None:
    with engine.begin() as connection:
        version = _version(connection)  # again, now that nobody else can write
        _refuse_newer(path, version, newest)
        if version == newest:
            return
        if version == 0:
            SQLModel.metadata.create_all(connection)
        else:
            for number in range(version + 1, newest + 1):
                for statement in steps[number]:
                    connection.exec_driver_sql(statement)
        connection.exec_driver_sql(f"PRAGMA user_version={newest}")


def backup_of(path: Path, version: int) -> Path:
    """Where the copy lies that was made before the store at ``path`` left a version."""
    return path.with_name(f"{path.stem}-v{version}.backup.db")


def _refuse_newer(path: Path, version: int, newest: int) -> None:
    if version > newest:
        raise unavailable(
            f"the store {path} was made by a newer briefing (schema {version}; this one knows {newest})",
            "upgrade briefing; the store was left as it is",
        )


def _version_now(engine: Engine) -> int:
    """The version as it is read without the write lock, so that no start waits for who writes."""
    with engine.execution_options(write=False).connect() as connection:
        return _version(connection)


def _version(connection: Connection) -> int:
    return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())


def _back_up(engine: Engine, path: Path, version: int) -> None:
    """``VACUUM INTO`` a file beside the store; an existing backup of that version is kept.

    The file gets its name once it is whole: one that a killed start left half written is never taken for a backup.
    """
    target = backup_of(path, version)
    if target.exists():
        return
    part = target.with_name(f"{target.name}.{os.getpid()}.part")
    part.unlink(missing_ok=True)
    connection = engine.raw_connection()  # VACUUM runs outside any transaction
    try:
        connection.cursor().execute("VACUUM INTO ?", (str(part),))
        if not target.exists():  # whose came first was made before any of them migrated
            part.rename(target)
    finally:
        connection.close()
        part.unlink(missing_ok=True)
