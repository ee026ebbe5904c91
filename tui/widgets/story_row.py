"""One story on the home page: its title, what is due, and its counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from tui.widgets.rows import Row
from tui.wording import QUIET, counted, long_date, plain, split_line

if TYPE_CHECKING:
    from quiz_bank.desk import StoryCard


LINES = 3  # of a row, the blank below it included


class StoryRow(Row):
    """Two lines on a story.

    Args:
        card: the story's counts.
    """

    DEFAULT_CSS = """
    StoryRow { height: 2; margin-bottom: 1; text-wrap: nowrap; text-overflow: clip; }
    """

    def __init__(self, card: StoryCard) -> None:
        super().__init__()
        self.card = card
        self._drawn: tuple[int, Content] | None = None  # for a width; painted again at each move of the focus

    def render(self) -> Content:
        """Title and what is due, then the counts."""
        width = self.content_size.width
        if self._drawn is None or self._drawn[0] != width:
            self._drawn = width, self._draw(width)
        return self._drawn[1]

    def _draw(self, width: int) -> Content:
        title = split_line(plain(self.card.title, "bold"), _due(self.card), width)
        return Content.assemble(title, "\n", _counts(self.card).truncate(width, ellipsis=True))


def _due(card: StoryCard) -> Content:
    if not card.questions:
        return Content.styled("no questions", QUIET)
    new = Content.styled(f" · {card.new:,} new", QUIET) if card.new else Content("")
    if not card.due:
        return Content.assemble(("✓ nothing due", "$text-success"), new)
    return Content.assemble((f"{card.due:,}", "bold $text-accent"), (" due", "$text-accent"), new)


def _counts(card: StoryCard) -> Content:
    parts = [
        counted(card.articles, "article"),
        counted(card.facts, "fact"),
        counted(card.questions, "question"),
    ]
    if card.as_of:
        parts.append(f"as of {long_date(card.as_of)}")
    return Content.styled(" · ".join(parts), QUIET)
