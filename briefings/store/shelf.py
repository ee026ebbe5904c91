"""The stories on the shelf: putting articles in, counting them, taking them out.

Every function takes an open session and leaves the committing to ``Store.write``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from sqlalchemy import func, insert
from sqlmodel import Session, col, select

from briefings.errors import BriefingError, ExitCode
from briefings.store.models import ArticleRow, ClaimRow, FactRow, StoryRow
from briefings.store.rows import article_values, fact_values
from briefings.stories import Article

Outcome = Literal["added", "updated", "unchanged", "replaced"]


@dataclass(frozen=True, slots=True)
class StoryCounts:
    """A story on the shelf, counted; ``as_of`` is the latest date of its articles."""

    slug: str
    title: str
    articles: int
    facts: int
    claims: int
    as_of: date | None


def find(session: Session, slug: str | None) -> StoryRow:
    """The row of a story.

    Raises:
        BriefingError: there is none; the hint names those there are.
    """
    row = session.exec(select(StoryRow).where(StoryRow.slug == slug)).first()
    if slug is None:
        raise BriefingError("the store is empty", "add articles with: briefing add FILE...")
    if row is None:
        known = session.exec(select(StoryRow.slug).order_by(col(StoryRow.slug))).all()
        hint = f"there are: {', '.join(known[:8])}" if known else "the store is empty: briefing add FILE..."
        raise BriefingError(f"no story {slug!r}", hint, ExitCode.BAD_USAGE)
    return row


def newest(session: Session) -> str | None:
    """The slug of the story made last, or None on an empty shelf."""
    return session.exec(select(StoryRow.slug).order_by(col(StoryRow.id).desc())).first()


def counts(session: Session) -> list[StoryCounts]:
    """Every story, newest first."""
    found = []
    for row in session.exec(select(StoryRow).order_by(col(StoryRow.id).desc())):
        mine = ArticleRow.story_id == row.id
        facts = select(func.count()).select_from(FactRow).join(ArticleRow).where(mine)
        claims = select(func.count()).select_from(ClaimRow)
        claims = claims.where(ClaimRow.story_id == row.id, col(ClaimRow.retired_at).is_(None))
        articles, as_of = session.exec(
            select(func.count(col(ArticleRow.id)), func.max(col(ArticleRow.published))).where(mine)
        ).one()
        found.append(
            StoryCounts(
                row.slug, row.title, articles, session.exec(facts).one(), session.exec(claims).one(), as_of
            )
        )
    return found


def ensure_story(session: Session, slug: str, title: str) -> StoryRow:
    """The row of a story, made where there is none."""
    row = session.exec(select(StoryRow).where(StoryRow.slug == slug)).first()
    if row is None:
        row = StoryRow(slug=slug, title=title)
        session.add(row)
        session.flush()
    return row


def standing(session: Session, slug: str, article: Article) -> Outcome:
    """What putting this article into the story would do."""
    row = session.exec(select(StoryRow).where(StoryRow.slug == slug)).first()
    if row is None:
        return "added"
    old = _same_article(session, row, article)
    if old is None:
        return "added"
    if old.key != article.key:
        return "replaced"
    return "updated" if known_of(old) != known_of(article) else "unchanged"


def put_article(session: Session, story: StoryRow, article: Article) -> Outcome:
    """Puts an article with its facts into a story; a changed text takes the place of the older one."""
    old = _same_article(session, story, article)
    outcome: Outcome = "added"
    if old is not None:
        if old.key == article.key and known_of(old) == known_of(article):
            return "unchanged"
        outcome = "updated" if old.key == article.key else "replaced"
        session.delete(old)
        session.flush()
    row = ArticleRow(story_id=story.id or 0, key=article.key, **article_values(article))
    session.add(row)
    session.flush()
    if article.facts:
        session.execute(
            insert(FactRow), [{"article_id": row.id, **fact_values(fact)} for fact in article.facts]
        )
    return outcome


def remove_story(session: Session, slug: str) -> int:
    """Takes a story out with its articles and claims; the attempts at its questions stay.

    Returns:
        How many articles went.
    """
    row = find(session, slug)
    articles = session.exec(select(ArticleRow).where(ArticleRow.story_id == row.id)).all()
    session.delete(row)
    return len(articles)


def remove_articles(session: Session, names: Sequence[str]) -> list[str]:
    """Takes out the articles of those keys (or their first letters) or sources.

    Returns:
        The slugs of the stories they were in.

    Raises:
        BriefingError: a name fits no article, or more than one; then nothing is taken out.
    """
    slugs: dict[str, None] = {}
    for name in names:
        fits = [
            article
            for article in session.exec(select(ArticleRow)).all()
            if article.source == name or (len(name) >= 6 and article.key.startswith(name))
        ]
        if len(fits) != 1:
            which = "fits no article" if not fits else f"fits {len(fits)} articles"
            raise BriefingError(f"{name!r} {which}", "briefing articles --json lists their ids")
        story = session.get_one(StoryRow, fits[0].story_id)
        slugs[story.slug] = None
        session.delete(fits[0])
    return list(slugs)


def _same_article(session: Session, story: StoryRow, article: Article) -> ArticleRow | None:
    """The row with its text, else the one that came from the same source."""
    mine = select(ArticleRow).where(ArticleRow.story_id == story.id)
    same = session.exec(mine.where(ArticleRow.key == article.key)).first()
    return same or session.exec(mine.where(ArticleRow.source == article.source)).first()


def known_of(article: Article | ArticleRow) -> tuple[object, ...]:
    """What is known of an article beside its text."""
    return (article.title, article.outlet, article.agency, article.published, article.date_basis)
