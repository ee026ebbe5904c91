"""A story from its rows, whole.

Rows are read as plain columns: objects that the session watches would take several times the memory of the story.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from sqlmodel import Session, col, select

from briefings.collecting import without_collecting
from briefings.facts import Fact
from briefings.store.models import ArticleRow, ClaimRow, FactRow, StoryRow
from briefings.store.rows import (
    Same,
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
from briefings.stories import Article, Claim, Mention, Story

BATCH = 500  # rows held at once while a table is read

_ARTICLE = tuple(
    getattr(ArticleRow, name)
    for name in (
        "id", "key", "source", "text", "title", "outlet", "agency", "published", "date_basis", "cut",
    )
)  # fmt: skip
_FACT = tuple(
    getattr(FactRow, name)
    for name in (
        "article_id", "claim_id", "claim_rank", "kind", "value", "unit", "start", "end", "sentence_start",
        "sentence_end", "what", "qualifier", "value_max", "also", "attribution", "as_of", "relative", "change",
        "vague",
    )
)  # fmt: skip
_CLAIM = tuple(getattr(ClaimRow, name) for name in ("id", "key", "kind", "body"))


class _Linked(NamedTuple):
    """A fact, and the claim it belongs to with its place there."""

    fact: Fact
    claim: int | None
    rank: int


@without_collecting()
def load(session: Session, slug: str | None) -> Story:
    """A story with its articles, facts and claims.

    Raises:
        BriefingError: there is none of that name.
    """
    row = find(session, slug)
    articles = []
    ranked: defaultdict[int, list[tuple[int, Mention]]] = defaultdict(list)
    for article, linked in _articles(session, row):
        articles.append(article)
        for fact, claim, rank in linked:
            if claim is not None:
                ranked[claim].append((rank, Mention(article.key, fact)))
    return Story(
        slug=row.slug,
        title=row.title,
        articles=tuple(articles),
        claims=tuple(_claims(session, row, ranked)),
        names=names_of(row.reconciled),
        origins=row.reconciled.get("origins", {}),
        copies=copies_of(row.reconciled),
        places=places_of(row.reconciled),
        map_checks=map_checks_of(row.reconciled),
        suggestions=suggestions_of(row.reconciled),
    )


@without_collecting()
def load_articles(session: Session, slug: str) -> list[Article]:
    """A story's articles with their facts, in the order they were added.

    Raises:
        BriefingError: there is no story of that name.
    """
    return [article for article, _ in _articles(session, find(session, slug))]


def _articles(session: Session, story: StoryRow) -> Iterator[tuple[Article, list[_Linked]]]:
    """A story's articles, each with its facts in the order they stand in the text and where they belong."""
    facts = _facts(session, story)
    ahead = next(facts, None)
    same = Same()
    rows = select(*_ARTICLE).where(ArticleRow.story_id == story.id).order_by(col(ArticleRow.id))
    for row in session.execute(rows.execution_options(yield_per=BATCH)):
        linked = []
        while ahead is not None and ahead.article_id == row.id:
            linked.append(_Linked(fact_of(ahead, row.text, same), ahead.claim_id, ahead.claim_rank))
            ahead = next(facts, None)
        yield article_of(row, (entry.fact for entry in linked)), linked  # type: ignore[arg-type]


def _facts(session: Session, story: StoryRow) -> Iterator[Any]:
    """The rows of a story's facts, by article and then by where they stand."""
    rows = (
        select(*_FACT)
        .join(ArticleRow)
        .where(ArticleRow.story_id == story.id)
        .order_by(col(FactRow.article_id), col(FactRow.start), col(FactRow.end), col(FactRow.id))
    )
    yield from session.execute(rows.execution_options(yield_per=BATCH))


def _claims(
    session: Session, story: StoryRow, ranked: Mapping[int, list[tuple[int, Mention]]]
) -> Iterator[Claim]:
    """A story's live claims that have a mention, most important first."""
    rows = (
        select(*_CLAIM)
        .where(ClaimRow.story_id == story.id, col(ClaimRow.retired_at).is_(None))
        .order_by(col(ClaimRow.rank))
    )
    for row in session.execute(rows.execution_options(yield_per=BATCH)):
        if row.id in ranked:
            mentions = sorted(ranked[row.id], key=lambda entry: entry[0])
            yield claim_of(row, (mention for _, mention in mentions))  # type: ignore[arg-type]
