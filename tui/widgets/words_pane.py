"""A pane of words beside a table, which scrolls where they are more than it holds."""

from __future__ import annotations

from collections.abc import Iterable

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.events import Resize
from textual.widgets import Static

AIRY = 14  # lines of a pane that has room for blank ones


class WordsPane(VerticalScroll, can_focus=False):
    """Paragraphs about the row under the cursor."""

    def __init__(self, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._paragraphs: tuple[Content, ...] = ()

    def compose(self) -> ComposeResult:
        """One text."""
        yield Static()

    def show(self, paragraphs: Iterable[Content]) -> None:
        """Shows the paragraphs that hold anything, from the first line."""
        self._paragraphs = tuple(each for each in paragraphs if each)
        self._draw()
        self.scroll_home(animate=False)

    def on_resize(self, event: Resize) -> None:
        """Leaves blank lines between paragraphs where there is room for them."""
        self._draw()

    def _draw(self) -> None:
        gap = "\n\n" if self.size.height >= AIRY else "\n"
        self.query_one(Static).update(Content(gap).join(self._paragraphs))
