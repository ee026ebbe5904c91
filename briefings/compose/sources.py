"""The list of sources at a briefing's end."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from briefings.compose.briefing import Line, Section
from briefings.compose.labels import entry
from briefings.stories import Story


def source_list(story: Story, labels: Mapping[str, str], sections: Sequence[Section]) -> tuple[Section, ...]:
    """What each mark stands for, in the articles' order; nothing where the briefing has no lines."""
    if not sections:
        return ()
    cited = {mark.article_key for section in sections for line in section.lines for mark in line.sources}
    lines = tuple(
        Line(entry(article, labels[article.key]), (), "", 0, ())
        for article in story.articles
        if article.key in cited
    )
    return (Section("sources", lines),) if lines else ()
