"""Stores made before articles remembered what they were read from are brought up without a loss."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from briefings.ingest import add_sources
from briefings.reading.articles import read_article
from briefings.store import loading
from briefings.store.store import open_store
from tests.briefings.ingest.invented_news import FLOOD, page

pytestmark = pytest.mark.usefixtures("back_end")

FIRST_SCHEMA = Path(__file__).parents[1] / "store" / "old" / "v1.sql"


@pytest.mark.files
def test_an_older_store_is_brought_up_and_keeps_its_articles(tmp_path: Path) -> None:
    file, path = tmp_path / "a.txt", tmp_path / "store.db"
    file.write_text(page(FLOOD, "Esk floods Carrow", "3 May 2031"), encoding="utf-8")
    article = read_article(file.read_bytes(), file.name)
    db = sqlite3.connect(path)
    db.executescript(FIRST_SCHEMA.read_text(encoding="utf-8"))
    db.execute("INSERT INTO story VALUES (1, 's', 'S', '{}', '2031-05-04 00:00:00')")
    db.execute(
        "INSERT INTO article (id, story_id, key, source, text, title, published, date_basis, cut, added_at)"
        " VALUES (1, 1, ?, ?, ?, ?, ?, ?, '[]', '2031-05-04 00:00:00')",
        (
            article.key,
            article.source,
            article.text,
            article.title,
            str(article.published),
            article.date_basis,
        ),
    )
    db.commit()
    db.close()
    with open_store(str(path)) as store:
        (kept,) = store.read(lambda session: loading.load(session, "s")).articles
        assert (kept.key, kept.text, kept.published) == (article.key, article.text, article.published)
        (entry,) = add_sources(store, [str(file)], "s").added
        assert (entry.outcome, entry.key) == ("unchanged", article.key)
