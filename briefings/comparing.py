"""A story brought up to date with its articles: the dates that others of them tell, and the claims of all."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Generic, TypeVar

from sqlmodel import Session

from briefings.inferred import infer
from briefings.store import claims, dates, decisions, loading, shelf
from briefings.store.bulk import write_part
from briefings.store.store import Store
from briefings.stories import Article, Decision, Story
from briefings.workers.crew import ALONE, Workers
from briefings.workers.parsing import guarded, with_facts
from briefings.workers.sorting import claimed

Result = TypeVar("Result")

#: articles with another date that are stored in one transaction
BATCH = 5


def refresh(store: Store, slug: str, workers: Workers = ALONE) -> Story:
    """A story, reconciled anew where its articles have changed since its claims were made."""
    bring_up_to_date(store, slug, workers)
    return store.read(lambda session: loading.load(session, slug))


@dataclass(frozen=True, slots=True)
class Brought(Generic[Result]):
    """What bringing a story up to date did.

    Attributes:
        dated: the articles that got another date, by key.
        state: of its articles when its claims were made (``shelf.state``); None where they stood already.
        further: what else was wanted of it then.
    """

    dated: Mapping[str, Article]
    state: str | None = None
    further: Result | None = None


def nothing(story: Story) -> None:
    """Wants nothing of a story but its claims."""


def bring_up_to_date(
    store: Store,
    slug: str,
    workers: Workers = ALONE,
    further: Callable[[Story], Result] = nothing,  # type: ignore[assignment]  # Result is then None
) -> Brought[Result]:
    """Infers the dates and makes the claims of a story whose articles have changed; else does nothing.

    Args:
        store: an open store.
        slug: the story's.
        workers: who compares.
        further: what else is wanted of the story where it is made: a pure function at the top of a module.
    """
    brought: Brought[Result] = Brought({})

    def is_current(session: Session) -> bool:
        return shelf.state(session, slug) == claims.reconciled_state(session, slug)

    while not store.read(is_current):  # until nobody else has added or removed articles meanwhile
        dated = {**brought.dated, **_settle_dates(store, slug)}
        brought = Brought(dated, *_reconcile(store, slug, workers, further))
    return brought


def _reconcile(
    store: Store, slug: str, workers: Workers, further: Callable[[Story], Result]
) -> tuple[str, Result]:
    """Makes a story's claims, which are whole only where its articles have not changed in the meantime.

    Returns:
        The state of its articles, and what else was wanted of it.
    """

    def load(session: Session) -> tuple[str, str, list[Article], tuple[Decision, ...]]:
        title = shelf.find(session, slug).title
        articles = loading.load_articles(session, slug)
        return shelf.state(session, slug), title, articles, decisions.decisions_of(session, slug)

    state, *told = store.read(load)
    story, found = workers.run(claimed, slug, *told, further)
    del told  # the texts of a large story are no longer needed while it is written
    claims.put_in_parts(store, story, state)
    return state, found


def _settle_dates(store: Store, slug: str) -> dict[str, Article]:
    """Infers the dates of a story's articles that have none; where one changes, the facts are found again."""

    def changed(session: Session) -> list[Article]:
        before = {dated.key: dated.published for dated in dates.dates_of(session, slug) if dated.open}
        if not before:
            return []
        days = infer(dates.dates_of(session, slug), dates.texts_of(session, slug))
        moved = {key: day for key, day in days.items() if day != before[key]}
        return [
            replace(
                article,
                published=moved[article.key],
                date_basis="inferred" if moved[article.key] else "unknown",
            )
            for article in dates.articles_of(session, slug, moved)
        ]

    settled: dict[str, Article] = {}
    articles = store.read(changed)
    for start in range(0, len(articles), BATCH):
        read = [
            guarded(article.source, partial(with_facts, article))
            for article in articles[start : start + BATCH]
        ]
        fresh = [article for article in read if isinstance(article, Article)]
        write_part(store, partial(dates.put_dates, slug=slug, articles=fresh))
        settled |= {article.key: article for article in fresh}
    return settled
