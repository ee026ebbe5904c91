"""One story on the home page: its title, what is due, and its counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from tui.widgets.drawn_row import DrawnRow
from tui.wording import QUIET, counted, long_date, plain, split_line

if TYPE_CHECKING:
    from quiz_bank.desk import StoryCard


LINES = 3  # of a row, the blank below it included


class StoryRow(DrawnRow):
    """Two lines on a story.

    Args:
        card: the story's counts.
    """

    DEFAULT_CSS = """
    StoryRow { height: 2; margin-bottom: 1; }
    """

    def __init__(self, card: StoryCard) -> None:
        super().__init__()
        self.card = card

    def draw(self, width: int) -> Content:
        """Title and what is due, then the counts."""
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
