"""One option of a question that is answered by choosing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from tui.widgets.rows import Row
from tui.wording import QUIET, VERDICTS, plain

if TYPE_CHECKING:
    from quiz_bank.session import Attempt


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

    def compose(self) -> ComposeResult:
        """The number in its own column."""
        yield Static(Content.styled(str(self.number), QUIET), classes="number")
        yield Static(plain(self.text), classes="words")

    def judge(self, attempt: Attempt) -> None:
        """Marks the option that was right, and the one that was chosen instead."""
        verdict = attempt.verdict.verdict if self.text == attempt.answer else ""
        if self.text == attempt.question.answer:
            verdict = "correct"
        if verdict in VERDICTS:
            glyph, _, style = VERDICTS[verdict]
            self.query_one(".number", Static).update(Content.styled(glyph, style))
