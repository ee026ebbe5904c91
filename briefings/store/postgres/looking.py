"""What a store in PostgreSQL is made of; changes nothing, so that an older one stays at its version."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, text

from briefings.store.faults import unavailable
from briefings.store.location import Location
from briefings.store.postgres.schema import version
from briefings.store.postgres.server import open_engine, told


@dataclass(frozen=True, slots=True)
class Look:
    """What was seen.

    Attributes:
        size: bytes of the whole database. schema: its version. server: the version of PostgreSQL.
        counts: rows by the names that were asked for, of those tables that there are.
        backup: the setting that tells of the last copy, empty where none was made.
    """

    size: int
    schema: int
    server: str
    counts: Mapping[str, int]
    backup: Mapping[str, str]


def look(place: Location, counted: Mapping[str, str], last_backup: str) -> Look:
    """Looks at the store in a database.

    Args:
        place: where it is.
        counted: name -> the table whose rows are counted under it.
        last_backup: the name of the setting that tells of the last copy.

    Raises:
        BriefingError: there is none, or it cannot be reached.
    """
    engine = open_engine(place)
    try:
        with told(place), engine.connect() as connection:
            schema = version(connection, str(place))
            if not schema:
                raise unavailable(
                    f"there is no store at {place}",
                    "make it: briefing add FILE..., or name another with --db",
                )
            return Look(
                int(_one(connection, "SELECT pg_database_size(current_database())")),
                schema,
                str(_one(connection, "SHOW server_version")).split()[0],
                {
                    name: int(_one(connection, f"SELECT count(*) FROM {table}"))
                    for name, table in counted.items()
                    if _one(connection, f"SELECT to_regclass('{table}')") is not None
                },
                _setting(connection, last_backup),
            )
    finally:
        engine.dispose()


def _one(connection: Connection, statement: str) -> Any:
    return connection.exec_driver_sql(statement).scalar()


def _setting(connection: Connection, name: str) -> dict[str, str]:
    found = connection.execute(text("SELECT value FROM setting WHERE name = :name"), {"name": name}).scalar()
    return dict(json.loads(found)) if found else {}
