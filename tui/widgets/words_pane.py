"""A pane of words beside a table, which scrolls where they are more than it holds."""

from __future__ import annotations

from collections.abc import Iterable

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static


class WordsPane(VerticalScroll, can_focus=False):
    """Paragraphs about the row under the cursor."""

    def compose(self) -> ComposeResult:
        """One text."""
        yield Static()

    def show(self, paragraphs: Iterable[Content], gap: str = "\n\n") -> None:
        """Shows the paragraphs that hold anything, from the first line."""
        self.query_one(Static).update(Content(gap).join(each for each in paragraphs if each))
        self.scroll_home(animate=False)
