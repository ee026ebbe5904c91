"""The line above a question: who printed it and when, so that a reader can place it."""

from __future__ import annotations

from briefings.compose.datewords import in_words
from briefings.stories import Article

UNNAMED = "undated report"
_MOST_CHARACTERS = 60  # of a title


def header(article: Article, told: str = "", titled: bool = True) -> str:
    """``AP via DW, 3 November 2017``: outlet and agency, else the title, never the name of a file.

    Parts that are not known are left out; a text of which nothing is known is an ``undated report``, and one
    of which only the day is known a ``report of 3 November 2017``.

    Args:
        article: the article asked about.
        told: a sentence of it that places the question, shown after the rest; empty where none is needed.
        titled: whether the title may be shown; not where it tells the answer.
    """
    twice = told == " ".join((article.title or "").split())  # the title places the question by itself
    label = _publisher(article, titled and not twice)
    day = in_words(article.published) if article.published else ""
    if not label:
        line = f"report of {day}" if day else UNNAMED
    else:
        line = f"{label}, {day}" if day else label
    if twice and not label and not day and told:
        return f"“{told}”"
    return f"{line}: “{told}”" if told else line


def _publisher(article: Article, titled: bool) -> str:
    outlet, agency = article.outlet, article.agency
    if outlet and agency and agency != outlet:
        return f"{agency} via {outlet}"
    return outlet or agency or (_title(article.title) if titled else "")


def _title(title: str | None) -> str:
    """The title in quotation marks, cut at a word where it is long."""
    words = " ".join((title or "").split())
    if len(words) > _MOST_CHARACTERS:
        words = words[:_MOST_CHARACTERS].rpartition(" ")[0] + "…"
    return f"“{words}”" if words else ""
