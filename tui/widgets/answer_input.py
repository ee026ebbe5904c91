"""Where an answer is typed: one line, no letter shortcuts, nothing but printable characters."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widgets import Input

LONGEST = 300  # a longer answer is never right


class AnswerInput(Input):
    """A flat input whose ``enter`` shows in the footer."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", "Check", id="answer.check", tooltip="Check this answer"),
    ]
    DEFAULT_CSS = """
    AnswerInput {
        height: 1;
        border: none;
        padding: 0;
        background: $surface;
        &:focus { border: none; background-tint: $foreground 5%; }
        &.-textual-compact { background: transparent; }
    }
    """

    def __init__(self, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, compact=True, max_length=LONGEST, select_on_focus=False)

    def replace(self, text: str, start: int, end: int) -> None:
        """Takes typed or pasted text without control characters, as much as fits."""
        room = LONGEST - len(self.value) + (end - start)
        shown = "".join(char for char in text[:LONGEST] if char.isprintable())
        super().replace(shown[: max(room, 0)], start, end)
