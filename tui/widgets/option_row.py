"""One line of an answer that is given by choosing: its number or mark, and its words."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from tui.widgets.rows import Row
from tui.wording import QUIET, VERDICTS, plain


class OptionRow(Row):
    """An option behind its number.

    Args:
        number: the digit that chooses it, from 1.
        text: the option.
    """

    DEFAULT_CSS = """
    OptionRow {
        layout: horizontal;
        .number { width: 4; height: 1; }
        .words { width: 1fr; height: auto; }
    }
    """

    def __init__(self, number: int, text: str) -> None:
        super().__init__()
        self.number = number
        self.text = text
        self._number = Static(Content.styled(str(number), QUIET), classes="number")
        self._words = Static(plain(text), classes="words")

    def compose(self) -> ComposeResult:
        """The number in its own column."""
        yield self._number
        yield self._words

    def say(self, words: Content) -> None:
        """Shows other words."""
        self._words.update(words)

    def tick(self, ticked: bool) -> None:
        """Shows a box before the number's place, ticked or empty."""
        self._number.update(Content.styled("[x]" if ticked else "[ ]", "bold" if ticked else QUIET))

    def mark(self, verdict: str) -> None:
        """Shows the glyph of a verdict in place of the number; any other word leaves it."""
        if verdict in VERDICTS:
            glyph, _, style = VERDICTS[verdict]
            self._number.update(Content.styled(glyph, style))
