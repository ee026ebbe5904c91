"""The schema in PostgreSQL: the same tables as everywhere, what searching them needs, and their version.

The version stands in a table of one row. A fresh store is made at the newest version, an older one is brought up by
all missing steps in one transaction, a newer one is refused. Whoever comes first does it, under an advisory lock.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import BigInteger, Connection, Engine, Integer, MetaData, String, text
from sqlmodel import SQLModel
from sqlmodel.sql.sqltypes import AutoString

from briefings.store import models
from briefings.store.faults import unavailable

#: the version PostgreSQL stores began with
FIRST = 6

#: version -> the statements that bring a store of the version before up to it; as ``steps.STEPS``, in PostgreSQL's
#: own words: BIGINT for INTEGER, VARCHAR COLLATE "C" for VARCHAR, TIMESTAMP WITH TIME ZONE for DATETIME
STEPS: Mapping[int, tuple[str, ...]] = {}

#: held for a transaction by whoever changes the schema or writes alone; any number that nobody else uses
LOCK = 0x62726965  # "brie"

_VERSION = (
    """CREATE TABLE briefing_schema (
        only_row BOOLEAN PRIMARY KEY DEFAULT TRUE CHECK (only_row), version INTEGER NOT NULL)""",
    "INSERT INTO briefing_schema (version) VALUES (0)",
)

# Words are folded as SQLite's unicode61 does it: no case, no accents, nothing but letters and digits. ICU knows case
# in every language, whatever locale the database was made with. PostgreSQL takes no tsvector over 1 MB, so the words
# after the first 200,000 characters of a text are not found.
_FOLDED = r"""regexp_replace(regexp_replace(
    lower(normalize(left({words}, 200000), NFKD) COLLATE "und-x-icu"), '[\u0300-\u036F]+', '', 'g'),
    '[^[:alnum:]]+', ' ', 'g')"""
_SEARCH = (
    f"""ALTER TABLE article ADD COLUMN words tsvector GENERATED ALWAYS AS (
        setweight(to_tsvector('pg_catalog.simple', {_FOLDED.format(words="coalesce(title, '')")}), 'A')
        || setweight(to_tsvector('pg_catalog.simple', {_FOLDED.format(words="text")}), 'B')) STORED""",
    "CREATE INDEX ix_article_words ON article USING gin (words)",
)

#: what PostgreSQL writes otherwise once a store was dumped and restored
_SPELLED = re.compile(r"::(?:character varying|text)(?:\[\])?|[()]")

_COLUMNS = text("""
    SELECT c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attgenerated,
        coalesce(l.collname, ''), regexp_replace(coalesce(pg_get_expr(d.adbin, d.adrelid), ''), '^nextval.*', 'next')
    FROM pg_class AS c JOIN pg_attribute AS a ON a.attrelid = c.oid
    LEFT JOIN pg_attrdef AS d ON d.adrelid = c.oid AND d.adnum = a.attnum
    LEFT JOIN pg_collation AS l ON l.oid = a.attcollation
    WHERE c.relnamespace = :space AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped
""")
_CONSTRAINTS = text("""
    SELECT c.relname, pg_get_constraintdef(k.oid) FROM pg_constraint AS k JOIN pg_class AS c ON c.oid = k.conrelid
    WHERE c.relnamespace = :space
""")
_INDEXES = text("""
    SELECT c.relname, i.relname, x.indisunique, pg_get_indexdef(x.indexrelid, 1, true),
        pg_get_indexdef(x.indexrelid, 2, true), pg_get_indexdef(x.indexrelid, 3, true)
    FROM pg_index AS x JOIN pg_class AS c ON c.oid = x.indrelid JOIN pg_class AS i ON i.oid = x.indexrelid
    WHERE c.relnamespace = :space
""")


def migrate(
    engine: Engine,
    store: str,
    steps: Mapping[int, Sequence[str]] = STEPS,
    newest: int = models.SCHEMA_VERSION,
) -> None:
    """Brings the database to the newest version; safe to race from several hosts.

    Args:
        engine: of the database.
        store: its name, for what is told.
        steps: version -> the statements that lead up to it.
        newest: the version this program works with.

    Raises:
        BriefingError: it holds another program's tables, or a newer version made it.
    """
    with engine.connect() as connection:
        if version(connection, store) == newest:
            return
    with engine.begin() as connection:
        lock(connection)
        found = version(connection, store)  # again, now that nobody else changes it
        if found > newest:
            raise unavailable(
                f"the store {store} was made by a newer briefing (schema {found}; this one knows {newest})",
                "upgrade briefing; the store was left as it is",
            )
        if found == 0:
            make(connection)
        for number in range(found + 1, newest + 1) if found else ():
            for statement in steps[number]:
                connection.exec_driver_sql(statement)
        connection.execute(text("UPDATE briefing_schema SET version = :version"), {"version": newest})


def lock(connection: Connection, shared: bool = False) -> None:
    """Holds the store until the transaction ends: alone, or together with others who share it."""
    name = "pg_advisory_xact_lock_shared" if shared else "pg_advisory_xact_lock"
    connection.exec_driver_sql(f"SELECT {name}({LOCK})")


def make(connection: Connection) -> None:
    """Makes everything a fresh store has, in the schema that comes first."""
    for statement in _VERSION:
        connection.exec_driver_sql(statement)
    tables().create_all(connection, checkfirst=False)
    for statement in _SEARCH:
        connection.exec_driver_sql(statement)


def tables() -> MetaData:
    """The tables as PostgreSQL makes them: numbers as wide, and strings in the order, that SQLite has."""
    own = MetaData()
    for table in SQLModel.metadata.sorted_tables:
        for column in table.to_metadata(own).columns:
            if isinstance(column.type, AutoString | String):
                column.type = String(collation="C")
            elif isinstance(column.type, Integer):
                column.type = BigInteger()
    return own


def shape(connection: Connection, space: int | None = None) -> dict[str, object]:
    """What each table is made of, whatever the order and the words it was made in.

    Args:
        connection: an open one.
        space: the number of the schema to look at; None for the one that comes first.
    """
    if space is None:
        space = connection.execute(text("SELECT current_schema()::regnamespace::oid::bigint")).scalar_one()
    found: dict[str, set[Any]] = {}
    for statement in (_COLUMNS, _CONSTRAINTS, _INDEXES):
        for table, *rest in connection.execute(statement, {"space": space}):
            found.setdefault(table, set()).add(tuple(_SPELLED.sub("", str(part)) for part in rest))
    return dict(found)


def fresh_shape(connection: Connection) -> dict[str, object]:
    """What ``shape`` gives for a fresh store; made among the temporary tables, and taken back."""
    with connection.begin_nested() as undone:
        connection.exec_driver_sql("SET LOCAL search_path = pg_temp")
        make(connection)
        found = shape(connection, connection.execute(text("SELECT pg_my_temp_schema()::bigint")).scalar_one())
        undone.rollback()
    return found


def version(connection: Connection, store: str) -> int:
    """The version of the store in a database; 0 where nothing is in it yet.

    Raises:
        BriefingError: it holds another program's tables.
    """
    if connection.execute(text("SELECT to_regclass('briefing_schema')")).scalar() is not None:
        return int(connection.execute(text("SELECT version FROM briefing_schema")).scalar_one())
    others = text(
        "SELECT 1 FROM pg_class WHERE relnamespace = current_schema()::regnamespace AND relkind = 'r'"
    )
    if connection.execute(others.columns()).first() is not None:
        raise unavailable(
            f"the database of the store {store} holds another program's tables",
            "name one of its own, such as: createdb briefing",
        )
    return 0
