"""The line at the top of a page: where one is at the left, a figure or date at the right."""

from __future__ import annotations

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from tui.wording import QUIET, plain, split_line


class Masthead(Widget):
    """One line: a title and a note.

    Args:
        title: what the page shows.
        note: a short remark at the right edge.
    """

    DEFAULT_CSS = """
    Masthead { height: 3; padding: 1 2; }
    """

    title: reactive[str] = reactive("")
    note: reactive[str] = reactive("")

    def __init__(self, title: str, note: str = "") -> None:
        super().__init__()
        self.set_reactive(Masthead.title, title)
        self.set_reactive(Masthead.note, note)

    def render(self) -> Content:
        """Title and note, as wide as the page; a long note leaves a third of it to the title."""
        width = self.content_size.width
        title = plain(self.title, "bold")
        note = plain(self.note, QUIET).truncate(
            max(width - min(title.cell_length, width // 3) - 2, 1), ellipsis=True
        )
        return split_line(title, note, width)
