"""One line of a briefing: a glyph for its standing, its words, and its source marks."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from tui.passages import Passage
from tui.widgets.rows import Row
from tui.wording import QUIET, standing_glyph

BEGINS = "-"  # a line under a heading that says what it rests on


class BriefingLine(Row):
    """A line that can be asked where it comes from.

    Args:
        words: the line with its source marks.
        standing: what it rests on, in words; may be empty.
        passages: where it stands, best first.
        under: whether it stands under a heading that says what it rests on.
    """

    DEFAULT_CSS = """
    BriefingLine {
        layout: horizontal;
        .glyph { width: 2; height: 1; }
        .words { width: 1fr; height: auto; }
    }
    """

    def __init__(
        self, words: Content, standing: str, passages: Sequence[Passage], under: bool = False
    ) -> None:
        super().__init__()
        self.glyph = BEGINS if under else standing_glyph(standing)
        self.words = words
        self.standing = standing
        self.passages = tuple(passages)

    def compose(self) -> ComposeResult:
        """The glyph in its own column, so that the words stay flush."""
        yield Static(Content.styled(self.glyph, QUIET), classes="glyph")
        yield Static(self.words, classes="words")
