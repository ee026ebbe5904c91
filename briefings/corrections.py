"""What a person sets right of a stored article: who printed it and when. With another date its text is read anew."""

from __future__ import annotations

from datetime import date

from sqlmodel import Session, col, select

from briefings.errors import BriefingError
from briefings.extract.pipeline import extract
from briefings.reading.text import clean_line
from briefings.store.dates import put_dates
from briefings.store.models import ArticleRow, StoryRow
from briefings.store.store import Store
from briefings.stories import Article, DateBasis


def correct(store: Store, slug: str, key: str, outlet: str | None, published: date | None) -> bool:
    """Sets an article's outlet and date and finds its facts anew; its claims are for ``ingest.refresh`` to make.

    Args:
        store: an open store.
        slug: the story.
        key: the article's key.
        outlet: who printed it; None for not known.
        published: when; None for not known, which lets it be inferred, or leaves it as it was inferred. A date
            that is known already stays known as it was, any other is ``given``.

    Returns:
        Whether anything changed.

    Raises:
        BriefingError: the story has no such article, or the store could not be used.
    """
    outlet = clean_line(outlet or "") or None

    def work(session: Session) -> bool:
        row = session.exec(
            select(ArticleRow).join(StoryRow).where(StoryRow.slug == slug, col(ArticleRow.key) == key)
        ).first()
        if row is None:
            raise BriefingError("the story no longer has this article", "open the story again")
        day, basis = _dated(row, published)
        if (row.outlet, row.published, row.date_basis) == (outlet, day, basis):
            return False
        facts = tuple(extract(row.text, day))
        article = Article(row.key, row.source, row.text, published=day, date_basis=basis, facts=facts)
        put_dates(session, slug, [article])
        row.outlet = outlet
        session.add(row)
        return True

    return store.write(work)


def _dated(row: ArticleRow, published: date | None) -> tuple[date | None, DateBasis]:
    """The date an article has from now on, and how it is known."""
    if published is None:
        return (row.published, "inferred") if row.date_basis == "inferred" else (None, "unknown")
    same = published == row.published and row.date_basis in ("stated", "url", "given")
    basis = row.date_basis if same else "given"
    return published, basis  # type: ignore[return-value]  # a CHECK holds it to the known words
