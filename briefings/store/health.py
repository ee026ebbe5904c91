"""Whether a store is as it should be: its pages, its schema, and what can be worked out twice.

What is wrong is told, one line each; mending is ``briefings.mending``'s. Each check reads what is stored and nothing
else, so that it can be run while others use the store. PostgreSQL sees to pages, references and the search index
itself; there the schema, spans and claims are looked at.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import Connection, create_engine, text
from sqlalchemy.exc import DatabaseError
from sqlmodel import Session, SQLModel, col, select

from briefings.store import claims, models, shelf
from briefings.store.store import Store

Part = Literal["pages", "schema", "references", "spans", "search", "claims", "cards"]

#: the parts that are made from others, so that they can be made anew
REBUILT: frozenset[Part] = frozenset(("spans", "search", "claims", "cards"))

MOST_LINES = 20  # of damaged pages that are told

_OUTSIDE = text("""
    SELECT s.slug, a.id, a.source, count(*)
    FROM fact AS f JOIN article AS a ON a.id = f.article_id JOIN story AS s ON s.id = a.story_id
    WHERE NOT (
        0 <= f.sentence_start AND f.sentence_start <= f.start AND f.start < f."end"
        AND f."end" <= f.sentence_end AND f.sentence_end <= length(a.text)
        AND trim(substr(a.text, CAST(f.start + 1 AS INTEGER), CAST(f."end" - f.start AS INTEGER))) <> '')
    GROUP BY s.slug, a.id, a.source ORDER BY a.id
""")

_LOOSE = text("""
    SELECT s.slug, count(*) FROM claim AS c JOIN story AS s ON s.id = c.story_id
    WHERE c.retired_at IS NULL AND NOT EXISTS (
        SELECT 1 FROM fact AS f JOIN article AS a ON a.id = f.article_id
        WHERE f.claim_id = c.id AND a.story_id = c.story_id)
    GROUP BY s.slug ORDER BY s.slug
""")


@dataclass(frozen=True, slots=True)
class Fault:
    """Something in a store that is not as it should be.

    Attributes:
        part: what it is about. message: what is wrong and where, without a full stop.
        story: the slug of its story. row: the number of the article or trainee it is about.
    """

    part: Part
    message: str
    story: str = ""
    row: int = 0

    def __str__(self) -> str:
        """One line."""
        return f"{self.part}: {self.message}"


def check(store: Store) -> list[Fault]:
    """Everything that is wrong with what this floor stores; where pages or tables are, only that.

    Raises:
        BriefingError: the store is too damaged to be read at all.
    """
    return _of_file(store) if store.place.path is not None else _of_database(store)


def _of_file(store: Store) -> list[Fault]:
    broken = store.read(lambda session: list(pages(session))) or store.read(
        lambda session: list(schema(session))
    )
    if broken:
        return broken

    def look(session: Session) -> list[Fault]:
        return [*references(session), *spans(session), *unmatched_claims(session)]

    return [*store.read(look), *store.write(lambda session: list(search_index(session)))]


def _of_database(store: Store) -> list[Fault]:
    broken = store.write(lambda session: list(schema(session)), alone=False)  # makes temporary tables
    return broken or store.read(lambda session: [*spans(session), *unmatched_claims(session)])


def pages(session: Session) -> Iterator[Fault]:
    """What SQLite finds wrong with the file; a search index that is out of step is told by ``search_index``."""
    for (line,) in session.connection().exec_driver_sql(f"PRAGMA integrity_check({MOST_LINES})").all():
        if line != "ok" and "FTS5" not in line:  # newer versions of SQLite look at the index as well
            yield Fault("pages", " ".join(line.replace("***", " ").split()))


def schema(session: Session) -> Iterator[Fault]:
    """How the tables differ from those of a fresh store; a database needs a writing session, and stays as it is."""
    wanted, found = _shapes(session.connection())
    for name in sorted(wanted.keys() | found.keys()):
        if name not in found:
            yield Fault("schema", f"{name} is missing")
        elif name not in wanted:
            yield Fault("schema", f"{name} is none of a briefing store's")
        elif found[name] != wanted[name]:
            yield Fault("schema", f"{name} is not made as in a fresh store")


def _shapes(connection: Connection) -> tuple[dict[str, object], dict[str, object]]:
    """How the tables of a fresh store are made, and how those of this one."""
    if connection.dialect.name == "postgresql":
        from briefings.store.postgres import schema as server

        return server.fresh_shape(connection), server.shape(connection)
    engine = create_engine("sqlite://")
    with engine.begin() as fresh:
        SQLModel.metadata.create_all(fresh)
        wanted = shape(fresh)
    engine.dispose()
    return wanted, shape(connection)


def shape(connection: Connection) -> dict[str, object]:
    """What each table and trigger is made of, whatever the order and the words it was made in."""

    def rows(statement: str) -> list[Any]:
        return list(connection.exec_driver_sql(statement))

    found: dict[str, object] = {}
    for kind, name in rows("SELECT type, name FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'"):
        if kind == "trigger":
            found[name] = kind
        if kind != "table":
            continue
        columns = {
            (row[1], row[2], row[3], str(row[4]).strip("'"), row[5])
            for row in rows(f'PRAGMA table_info("{name}")')
        }
        indexes = {
            (row[2], tuple(part[2] for part in rows(f'PRAGMA index_info("{row[1]}")')))
            for row in rows(f'PRAGMA index_list("{name}")')
        }
        keys = {tuple(row[2:7]) for row in rows(f'PRAGMA foreign_key_list("{name}")')}
        found[name] = (columns, indexes, keys)
    return found


def references(session: Session) -> Iterator[Fault]:
    """The rows that refer to one that is not there."""
    counted: dict[tuple[str, str], int] = {}
    for table, _, parent, _ in session.connection().exec_driver_sql("PRAGMA foreign_key_check"):
        counted[table, parent] = counted.get((table, parent), 0) + 1
    for (table, parent), count in sorted(counted.items()):
        yield Fault("references", f"rows of {table} that refer to no row of {parent}: {count}")


def spans(session: Session) -> Iterator[Fault]:
    """The articles with facts that do not stand in their text: 0 <= start < end, inside a sentence of it."""
    for slug, article, source, count in session.execute(_OUTSIDE):
        message = f"facts that do not stand in the text of {source} of {slug}: {count}"
        yield Fault("spans", message, slug, article)


def unmatched_claims(session: Session) -> Iterator[Fault]:
    """The stories whose claims were made from other articles than they have, or have lost their facts."""
    for slug in session.exec(select(models.StoryRow.slug).order_by(col(models.StoryRow.slug))).all():
        if shelf.state(session, slug) != claims.reconciled_state(session, slug):
            yield Fault("claims", f"those of {slug} were not made from the articles it has now", slug)
    for slug, count in session.execute(_LOOSE):
        yield Fault("claims", f"those of {slug} without a fact: {count}", slug)


def search_index(session: Session) -> Iterator[Fault]:
    """Whether the index holds the words of the articles as they are; needs a writing session, changes nothing."""
    try:
        session.connection().exec_driver_sql(
            "INSERT INTO article_search (article_search, rank) VALUES ('integrity-check', 1)"
        )
    except DatabaseError as fault:
        if not getattr(fault.orig, "sqlite_errorname", "").startswith("SQLITE_CORRUPT"):
            raise
        yield Fault("search", "the index does not fit the articles")
