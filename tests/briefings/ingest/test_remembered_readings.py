"""Stores made before articles remembered what they were read from are brought up without a loss."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from briefings.ingest import add_sources
from briefings.store import loading
from briefings.store.store import open_store
from tests.briefings.ingest.invented_news import FLOOD, page

OLDER = (
    "DROP INDEX ix_article_source",
    "ALTER TABLE article DROP COLUMN read_key",
    "ALTER TABLE article DROP COLUMN date_told",
    "PRAGMA user_version = 1",
)


def schema(path: Path) -> set[str]:
    """The columns and indexes of the table of articles."""
    db = sqlite3.connect(path)
    columns = {
        f"{name} {kind} {required}"
        for _, name, kind, required, *_ in db.execute("PRAGMA table_info(article)")
    }
    indexes = {name for _, name, *_ in db.execute("PRAGMA index_list(article)")}
    db.close()
    return columns | indexes


def test_an_older_store_is_brought_up_and_keeps_its_articles(tmp_path: Path) -> None:
    article, path = tmp_path / "a.txt", tmp_path / "store.db"
    article.write_text(page(FLOOD, "Esk floods Carrow", "3 May 2031"), encoding="utf-8")
    with open_store(str(path)) as store:
        add_sources(store, [str(article)], "s")
        before = store.read(lambda session: loading.load(session, "s"))
    newest = schema(path)
    db = sqlite3.connect(path)
    for statement in OLDER:
        db.execute(statement)
    db.close()
    assert schema(path) != newest
    with open_store(str(path)) as store:
        assert store.read(lambda session: loading.load(session, "s")) == before
        (entry,) = add_sources(store, [str(article)], "s").added
        assert entry.outcome == "unchanged"
    assert schema(path) == newest
