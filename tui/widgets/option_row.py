"""One option of a question that is answered by choosing."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from tui.widgets.rows import Row
from tui.wording import QUIET, plain


class OptionRow(Row):
    """An option behind its number.

    Args:
        number: the digit that chooses it.
        text: the option.
    """

    DEFAULT_CSS = """
    OptionRow {
        layout: horizontal;
        .number { width: 3; height: 1; }
        .words { width: 1fr; height: auto; }
    }
    """

    def __init__(self, number: int, text: str) -> None:
        super().__init__()
        self.number = number
        self.text = text

    def judge(self, glyph: str) -> None:
        """Puts a glyph in the number's place: what came of the option."""
        self.query_one(".number", Static).update(Content(glyph))

    def compose(self) -> ComposeResult:
        """The number in its own column."""
        yield Static(Content.styled(str(self.number), QUIET), classes="number")
        yield Static(plain(self.text), classes="words")
