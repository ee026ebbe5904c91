"""The line above a question: who printed it and when, so that a reader can place it."""

from __future__ import annotations

from briefings.stories import Article
from quiz_bank.generate.wording import prose_date


def header(article: Article) -> str:
    """``AP via DW, 3 November 2017``; the agency and the date only where they are known."""
    label = article.label
    if article.agency and article.outlet and article.agency != article.outlet:
        label = f"{article.agency} via {article.outlet}"
    return f"{label}, {prose_date(article.published)}" if article.published else label
