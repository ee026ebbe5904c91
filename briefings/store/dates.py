"""The dates of a story's articles: which are known, what to infer the others from, and how one is stored."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from sqlalchemy import delete
from sqlmodel import Session, col, select

from briefings.inferred import Dated
from briefings.store.models import ArticleRow, FactRow, StoryRow
from briefings.store.outlines import strike_out
from briefings.store.rows import article_of, fact_values
from briefings.store.shelf import put_facts
from briefings.stories import Article


def dates_of(session: Session, slug: str) -> list[Dated]:
    """The dates of a story's articles and how each is known, in the order the articles were added."""
    rows = session.execute(
        select(*(getattr(ArticleRow, name) for name in ("key", "published", "date_basis", "date_told")))
        .join(StoryRow)
        .where(StoryRow.slug == slug)
        .order_by(col(ArticleRow.id))
    )
    return [Dated(*row) for row in rows]


def texts_of(session: Session, slug: str) -> Iterator[tuple[str, str]]:
    """Key and text of a story's articles, one after the other."""
    rows = select(ArticleRow.key, ArticleRow.text).join(StoryRow).where(StoryRow.slug == slug)
    yield from session.exec(rows.execution_options(yield_per=50))


def articles_of(session: Session, slug: str, keys: Collection[str]) -> list[Article]:
    """Those articles of a story, without their facts."""
    rows = select(ArticleRow).join(StoryRow).where(StoryRow.slug == slug).order_by(col(ArticleRow.id))
    return [article_of(row, ()) for row in session.exec(rows) if row.key in keys] if keys else []


def put_dates(session: Session, slug: str, articles: Sequence[Article]) -> None:
    """Stores the dates of articles, and the facts that were found with them in place of the older ones."""
    by_key = {article.key: article for article in articles}
    rows = session.exec(
        select(ArticleRow).join(StoryRow).where(StoryRow.slug == slug, col(ArticleRow.key).in_(list(by_key)))
    ).all()
    facts = []
    for row in rows:
        article = by_key[row.key]
        row.published, row.date_basis = article.published, article.date_basis
        session.add(row)
        facts += [{"article_id": row.id, **fact_values(fact)} for fact in article.facts]
    strike_out(session, slug)
    session.execute(delete(FactRow).where(col(FactRow.article_id).in_([row.id for row in rows])))
    put_facts(session, facts)
