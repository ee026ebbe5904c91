"""A story from its rows, whole."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from sqlmodel import Session, col, select

from briefings.store.models import ArticleRow, ClaimRow, FactRow, StoryRow
from briefings.store.rows import (
    article_of,
    claim_of,
    copies_of,
    fact_of,
    map_checks_of,
    names_of,
    places_of,
    suggestions_of,
)
from briefings.store.shelf import find
from briefings.stories import Article, Mention, Story


def load(session: Session, slug: str | None) -> Story:
    """A story with its articles, facts and claims.

    Raises:
        BriefingError: there is none of that name.
    """
    row = find(session, slug)
    articles = session.exec(
        select(ArticleRow).where(ArticleRow.story_id == row.id).order_by(col(ArticleRow.id))
    ).all()
    facts = _facts_by_article(session, row)
    mentions = _mentions_by_claim(articles, facts)
    claims = session.exec(
        select(ClaimRow)
        .where(ClaimRow.story_id == row.id, col(ClaimRow.retired_at).is_(None))
        .order_by(col(ClaimRow.rank))
    )
    return Story(
        slug=row.slug,
        title=row.title,
        articles=tuple(article_of(article, facts[article.id]) for article in articles),
        claims=tuple(claim_of(claim, mentions[claim.id]) for claim in claims if mentions[claim.id]),
        names=names_of(row.reconciled),
        origins=row.reconciled.get("origins", {}),
        copies=copies_of(row.reconciled),
        places=places_of(row.reconciled),
        map_checks=map_checks_of(row.reconciled),
        suggestions=suggestions_of(row.reconciled),
    )


def load_articles(session: Session, slug: str) -> list[Article]:
    """A story's articles with their facts, in the order they were added.

    Raises:
        BriefingError: there is no story of that name.
    """
    row = find(session, slug)
    facts = _facts_by_article(session, row)
    articles = select(ArticleRow).where(ArticleRow.story_id == row.id).order_by(col(ArticleRow.id))
    return [article_of(article, facts[article.id]) for article in session.exec(articles)]


def _facts_by_article(session: Session, story: StoryRow) -> dict[int | None, list[FactRow]]:
    facts: dict[int | None, list[FactRow]] = defaultdict(list)
    for fact in session.exec(select(FactRow).join(ArticleRow).where(ArticleRow.story_id == story.id)):
        facts[fact.article_id].append(fact)
    return facts


def _mentions_by_claim(
    articles: Iterable[ArticleRow], facts: dict[int | None, list[FactRow]]
) -> dict[int | None, list[Mention]]:
    mentions: dict[int | None, list[Mention]] = defaultdict(list)
    ranked = (
        (fact.claim_rank, article, fact)
        for article in articles
        for fact in facts[article.id]
        if fact.claim_id
    )
    for _, article, fact in sorted(ranked, key=lambda entry: entry[0]):
        mentions[fact.claim_id].append(Mention(article.key, fact_of(fact, article.text)))
    return mentions
