"""Making anew what a store holds twice: facts from texts, claims from facts, the search index from articles."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from sqlmodel import Session, col, select

from briefings.comparing import bring_up_to_date
from briefings.extract.pipeline import extract
from briefings.store import dates
from briefings.store.models import ArticleRow
from briefings.store.shelf import find
from briefings.store.store import Store


def rebuild_search(store: Store) -> None:
    """Reads all articles into the search index anew."""
    store.write(
        lambda session: session.connection().exec_driver_sql(
            "INSERT INTO article_search (article_search) VALUES ('rebuild')"
        )
    )


def find_facts_anew(store: Store, slug: str, numbers: Collection[int]) -> None:
    """Finds the facts of some articles of a story again; its claims have to be made anew after that.

    Args:
        store: an open store.
        slug: the story.
        numbers: the rows of the articles.
    """

    def load(session: Session) -> list[str]:
        return list(session.exec(select(ArticleRow.key).where(col(ArticleRow.id).in_(numbers))))

    articles = store.read(lambda session: dates.articles_of(session, slug, load(session)))
    read = [replace(article, facts=tuple(extract(article.text, article.published))) for article in articles]
    store.write(lambda session: dates.put_dates(session, slug, read))


def make_claims_anew(store: Store, slug: str) -> None:
    """Makes a story's claims again, whatever they were made from; their keys, and so what was learned, stay."""

    def forget(session: Session) -> None:
        row = find(session, slug)
        row.reconciled = {**row.reconciled, "digest": None}
        session.add(row)

    store.write(forget)
    bring_up_to_date(store, slug)
