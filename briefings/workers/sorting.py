"""Articles to claims, as a worker is asked for it: pure, without a store."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefings.reconcile.story import reconcile
from briefings.stories import Article, Decision, Story


def claimed(slug: str, title: str, articles: Sequence[Article], decisions: Sequence[Decision]) -> Story:
    """The story its articles tell, but without them: whoever asks has them, and they would be sent back."""
    return replace(reconcile(slug, title, articles, decisions), articles=())
