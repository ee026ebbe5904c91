"""Articles to claims, as a worker is asked for it: pure, without a store."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

from briefings.collecting import without_collecting
from briefings.reconcile.story import reconcile
from briefings.stories import Article, Decision, Story

Result = TypeVar("Result")


@without_collecting()
def claimed(
    slug: str,
    title: str,
    articles: Sequence[Article],
    decisions: Sequence[Decision],
    further: Callable[[Story], Result],
) -> tuple[Story, Result]:
    """The story its articles tell, and what else is wanted of it, while it is at hand.

    It comes without its articles: whoever asks has them, and they would be sent back.
    """
    story = reconcile(slug, title, articles, decisions)
    return replace(story, articles=()), further(story)
