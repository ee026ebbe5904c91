"""A PostgreSQL server of the tests' own: one for all of a run, in a temporary folder, reached by its socket alone.

It is started by the first test that wants it, and ended with the run. Where the server's programs or the driver are
missing those tests are skipped.
"""

from __future__ import annotations

import os
import secrets
import shutil
import subprocess
import tempfile
from itertools import count
from pathlib import Path

import pytest

#: the folder of this run's server; named where the run begins, so that all its workers share one
FOLDER = "BRIEFING_TEST_CLUSTER"

#: the process that all workers of the run come from
RUN = "BRIEFING_TEST_RUN"

#: nothing of it outlives the run, so nothing has to reach the disk
OPTIONS = {
    "listen_addresses": "",
    "fsync": "off",
    "full_page_writes": "off",
    "autovacuum": "off",
    "max_connections": "200",
    "shared_buffers": "64MB",
    "max_wal_size": "256MB",
}
TEMPLATE = "made"  # a database that holds a fresh store


def make_room() -> None:
    """Names the folder, in the process that all workers of the run come from."""
    os.environ[FOLDER] = str(Path(tempfile.gettempdir()) / f"briefing-pg-{secrets.token_hex(6)}")
    os.environ[RUN] = str(os.getpid())


def clear_away() -> None:
    """Ends the server, if it was started, and takes its folder away."""
    folder = Path(os.environ.pop(FOLDER))
    if (folder / "data" / "postmaster.pid").exists():
        Cluster(folder).kill()
    shutil.rmtree(folder, ignore_errors=True)


class Cluster:
    """A running server.

    Args:
        folder: where its files and its socket are.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._numbers = count()
        self._free: list[str] = []

    def url(self, database: str) -> str:
        """The URL of one of its databases."""
        return f"postgresql://postgres@/{database}?host={self.folder}"

    def run(self, statement: str, database: str = "postgres") -> list[tuple[object, ...]]:
        """Runs one statement by itself."""
        import psycopg

        with psycopg.connect(self.url(database), autocommit=True) as connection:
            cursor = connection.execute(statement.encode())
            return cursor.fetchall() if cursor.description else []

    def empty_database(self) -> str:
        """The name of a new database with nothing in it."""
        name = f"empty_{os.getpid()}_{next(self._numbers)}"
        self.run(f"CREATE DATABASE {name} TEMPLATE template0")
        return name

    def database(self) -> str:
        """The name of a database that holds a fresh store; to be given back with ``recycle``."""
        if self._free:
            return self._free.pop()
        name = f"store_{os.getpid()}_{next(self._numbers)}"
        self.run(f"CREATE DATABASE {name} TEMPLATE {TEMPLATE}")
        return name

    def recycle(self, database: str) -> None:
        """Makes a database fresh again: far quicker than another one."""
        self.run(_EMPTY, database)
        self._free.append(database)

    def start(self) -> None:
        """Starts the server on its files."""
        options = [f"--{name}={value}" for name, value in OPTIONS.items()]
        self._control(
            "start", "-l", str(self.folder / "log"), "-o", " ".join(["-k", str(self.folder), *options])
        )

    def kill(self) -> None:
        """Ends the server with all its sessions, at once and without a last word."""
        self._control("stop", "-m", "immediate")

    def _control(self, *arguments: str) -> None:
        user, group = _somebody()
        command = [_program("pg_ctl"), "-D", str(self.folder / "data"), "-w", "-s", *arguments]
        subprocess.run(command, check=True, cwd=self.folder, user=user, group=group, stdin=subprocess.DEVNULL)


def cluster() -> Cluster:
    """The server of this run, started if it is not; skips the test where there can be none."""
    pytest.importorskip("psycopg", reason="the driver for PostgreSQL is not installed (extra: postgres)")
    if _programs() is None:
        pytest.skip("the programs of a PostgreSQL server are not installed")
    fcntl = pytest.importorskip("fcntl", reason="workers cannot share a server here")
    folder = Path(os.environ[FOLDER])
    found = Cluster(folder)
    folder.mkdir(mode=0o700, exist_ok=True)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / "ready").exists():
            create(folder)
            found.start()
            watch(folder)
            found.run(f"CREATE DATABASE {TEMPLATE} TEMPLATE template0")
            _fill(found.url(TEMPLATE))
            (folder / "ready").touch()
    return found


def watch(folder: Path) -> None:
    """Ends the server when the run was ended before it could: whoever is killed clears nothing away."""
    subprocess.run(
        ["sh", "-c", _WATCH, "watch", os.environ[RUN], str(folder)],
        check=True,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def create(folder: Path) -> None:
    """Makes the files of a server that lets in whoever reaches its socket."""
    user, group = _somebody()
    if user is not None and group is not None:
        os.chown(folder, user, group)
    subprocess.run(
        [
            _program("initdb"),
            *("-D", str(folder / "data"), "-U", "postgres", "-A", "trust"),
            *("-E", "UTF8", "--locale=C", "--no-sync"),
        ],
        check=True,
        capture_output=True,
        cwd=folder,
        user=user,
        group=group,
    )


def _fill(url: str) -> None:
    from briefings.store.store import open_store

    open_store(url).close()


def _program(name: str) -> str:
    folder = _programs()
    assert folder is not None
    return str(folder / name)


def _programs() -> Path | None:
    """The folder of the newest server that is installed."""
    named = [os.path.realpath(found) for name in ("initdb", "postgres") if (found := shutil.which(name))]
    folders = [Path(name).parent for name in named]
    folders += sorted(
        Path("/usr/lib/postgresql").glob("*/bin"), key=lambda each: each.parts[-2], reverse=True
    )
    for folder in folders:
        if all(os.access(folder / name, os.X_OK) for name in ("initdb", "pg_ctl", "postgres")):
            return folder
    return None


def _somebody() -> tuple[int | None, int | None]:
    """The user and group that run the server, which refuses to be run by root; None for those of the tests."""
    if os.geteuid() != 0:
        return None, None
    import pwd

    known = {entry.pw_name: entry for entry in pwd.getpwall()}
    entry = known.get("postgres") or known["nobody"]
    return entry.pw_uid, entry.pw_gid


_WATCH = """(
    while kill -0 "$1" && [ -d "$2/data" ]; do sleep 2; done
    if [ -d "$2/data" ]; then kill -QUIT "$(head -n 1 "$2/data/postmaster.pid")"; sleep 1; rm -rf "$2"; fi
) &"""

# Deleting is quicker than TRUNCATE where tables are small; without triggers nobody asks in which order.
_EMPTY = """DO $$ DECLARE each record; BEGIN
    SET LOCAL session_replication_role = replica;
    SET LOCAL lock_timeout = '10s';
    FOR each IN SELECT relname FROM pg_class
        WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname <> 'briefing_schema'
    LOOP EXECUTE format('DELETE FROM %I', each.relname); END LOOP;
    PERFORM setval(oid::regclass, 1, false) FROM pg_class
        WHERE relnamespace = 'public'::regnamespace AND relkind = 'S';
END $$"""
