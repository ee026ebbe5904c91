"""Moving a whole store from one database to another, of whatever kind, and making sure that all of it arrived."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any

from sqlalchemy import BigInteger, Connection, Integer, Row, Table, func, select, text
from sqlmodel import SQLModel

from briefings.errors import BriefingError, ExitCode
from briefings.store.faults import unavailable
from briefings.store.location import Location
from briefings.store.store import Store, open_store

BATCH = 500  # rows held at once


@dataclass(frozen=True, slots=True)
class Content:
    """What a table holds: how many rows, and a digest of all of them in the order of their keys."""

    rows: int
    digest: str


def copy_store(source: Location, target: Location) -> Mapping[str, Content]:
    """Copies every row of a store as it stands at one moment; others may go on using it.

    All of it is written in one transaction, and read back and compared before that is committed: a copy is whole
    or nothing.

    Args:
        source: a store of the newest schema.
        target: a file that is not there yet, an empty database, or a store with nothing in it.

    Returns:
        What each table holds.

    Raises:
        BriefingError: the target holds something, either cannot be used, or what arrived differs.
    """
    is_new = target.path is not None and not target.path.exists()
    try:
        with open_store(source.target) as out, open_store(target.target) as into:
            return into.write(
                lambda there: out.read(lambda here: _copy(here.connection(), there.connection(), into))
            )
    except BaseException:
        if is_new and target.path is not None:
            for end in ("", "-wal", "-shm"):
                with suppress(OSError):
                    target.path.with_name(target.path.name + end).unlink()
        raise


def content(connection: Connection, table: Table) -> Content:
    """What a table holds."""
    digest, rows = blake2b(digest_size=16), 0
    for batch in _batches(connection, table):
        rows += len(batch)
        _take(digest, batch)
    return Content(rows, digest.hexdigest())


def _copy(here: Connection, there: Connection, target: Store) -> dict[str, Content]:
    tables = SQLModel.metadata.sorted_tables
    for table in tables:
        if there.execute(select(table).limit(1)).first() is not None:
            raise BriefingError(
                f"the store {target.place} holds something already",
                "name a new file or an empty database; it was left as it is",
                ExitCode.BAD_USAGE,
            )
    copied = {table.name: _copy_table(here, there, table) for table in tables}
    for table in tables:
        if content(there, table) != copied[table.name]:
            raise unavailable(
                f"the rows of {table.name} did not arrive in {target.place} as they are",
                "nothing was kept there; this should not happen: please report it",
            )
        if there.dialect.name == "postgresql":
            _count_on(there, table)
    return copied


def _copy_table(here: Connection, there: Connection, table: Table) -> Content:
    digest, rows = blake2b(digest_size=16), 0
    for batch in _batches(here, table):
        rows += len(batch)
        _take(digest, batch)
        there.execute(table.insert(), [dict(row._mapping) for row in batch])
    return Content(rows, digest.hexdigest())


def _batches(connection: Connection, table: Table) -> Iterator[Sequence[Row[Any]]]:
    """The rows of a table in the order of their keys, which is the same in every database."""
    rows = select(table).order_by(*table.primary_key.columns).execution_options(yield_per=BATCH)
    yield from connection.execute(rows).partitions()


def _take(digest: Any, rows: Sequence[Row[Any]]) -> None:
    for row in rows:
        digest.update(repr(tuple(row)).encode("utf-8", "surrogatepass"))


def _count_on(connection: Connection, table: Table) -> None:
    """Lets PostgreSQL number the next row after those that came with their numbers."""
    key = table.autoincrement_column
    if key is None or not isinstance(key.type, Integer | BigInteger):
        return
    last = connection.execute(select(func.max(key))).scalar()
    if last is not None:
        sequence = text("SELECT setval(pg_get_serial_sequence(:name, :key), :last)")
        connection.execute(sequence, {"name": f'"{table.name}"', "key": key.name, "last": last})
