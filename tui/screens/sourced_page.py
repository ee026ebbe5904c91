"""What the pages of lines share: rows, and a pane with the sentence that the row under the cursor rests on."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType

from tui.keymap import COPY
from tui.messages import ArticleWanted
from tui.passages import Passage
from tui.screens.story_page import StoryPage
from tui.widgets.rows import Row
from tui.widgets.source_pane import SourcePane

SHEET = "sourced_page.tcss"


class SourcedPage(StoryPage):
    """Rows in ``#lines`` and a ``SourcePane``, both in ``#spread``.

    The pane is beside the rows on a wide screen, below them when asked for. A subclass says in ``reached`` what
    it is to show.
    """

    CSS_PATH = SHEET
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter", "source", "Source", id="lines.source", tooltip="Show the sentence; again, its article"
        ),
        Binding(
            "n", "turn(1)", "Next source", id="lines.next", show=False, tooltip="Show the line's next source"
        ),
        Binding(
            "N", "turn(-1)", "Last source", id="lines.last", show=False, tooltip="Show the source before"
        ),
        COPY,
    ]

    def reached(self, row: Row) -> None:
        """The cursor came to a row."""

    @on(Row.Reached)
    def _reached(self, event: Row.Reached) -> None:
        self.reached(event.row)

    @on(Row.Chosen)
    def action_source(self) -> None:
        """Shows the sentence where it is not on show yet; else the article around it."""
        if not self.is_wide and not self.has_class("-asked"):
            self.add_class("-asked")
            self.call_after_refresh(self._keep_line_in_sight)
        elif self.passage is not None:
            self.post_message(ArticleWanted(self.passage))

    def action_turn(self, step: int) -> None:
        """Goes through the sources of the line."""
        self.query_one(SourcePane).turn(step)

    def action_back(self) -> None:
        """Closes the pane that was asked for; then the page."""
        if self.has_class("-asked"):
            self.remove_class("-asked")
        else:
            super().action_back()

    @property
    def passage(self) -> Passage | None:
        """The passage on show."""
        return self.query_one(SourcePane).passage

    def _keep_line_in_sight(self) -> None:
        if self.focused is not None:
            self.focused.scroll_visible(animate=False)
