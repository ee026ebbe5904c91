"""The articles that a bank's quotes are looked up in: those of the store, else those that lie beside the bank.

Reading articles and the store takes a while to import, and many banks need neither.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from briefings.errors import BriefingError
from briefings.manifest import read_manifest
from briefings.sample import sample_folder
from briefings.stories import Article

if TYPE_CHECKING:
    from sqlmodel import Session

Articles = Callable[[str], list[Article]]


def stored_articles(session: Session, slug: str) -> list[Article]:
    """A story's articles without their facts; none where the store has no such story."""
    from sqlmodel import col, select

    from briefings.store.models import ArticleRow, StoryRow
    from briefings.store.rows import article_of

    rows = select(ArticleRow).join(StoryRow).where(StoryRow.slug == slug).order_by(col(ArticleRow.id))
    return [article_of(row) for row in session.exec(rows)]


def articles_for(path: Path, stored: Articles | None = None) -> Articles:
    """Finds the articles of a story for the bank at ``path``: kept in the store, in its folder, or the sample's."""

    def find(slug: str) -> list[Article]:
        return (stored(slug) if stored else []) or _beside(path, slug)

    return find


def _beside(path: Path, slug: str) -> list[Article]:
    """The articles of a folder whose ``story.toml`` names that story."""
    for folder in _folders(path):
        try:
            manifest = read_manifest(folder)
            if manifest is not None and manifest.slug == slug:
                return list(_read(folder))
        except BriefingError:
            continue
    return []


def _folders(path: Path) -> Iterator[Path]:
    yield path.parent
    try:
        yield sample_folder()
    except BriefingError:
        return


def _read(folder: Path) -> Iterator[Article]:
    """A folder's articles, as its manifest tells of them; what cannot be read is left out."""
    from briefings.reading.articles import read_article
    from briefings.sources import find_sources

    for source in find_sources([str(folder)]).sources:
        try:
            article = read_article(source.read().raw, source.name)
        except (BriefingError, OSError):
            continue
        known = source.known
        yield (
            article
            if known is None
            else replace(
                article,
                outlet=known.outlet or article.outlet,
                agency=known.agency or article.agency,
                published=known.published or article.published,
            )
        )
