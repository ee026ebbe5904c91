"""Where an answer is typed: one line, no letter shortcuts."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType

from tui.widgets.clean_input import CleanInput

LONGEST = 300  # a longer answer is never right


class AnswerInput(CleanInput):
    """An input whose ``enter`` shows in the footer.

    Attributes:
        locked: whether it takes no change for a while; unlike a disabled one it keeps the focus, so that the
            footer, which costs more to build than all else, is left as it is.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", "Check", id="answer.check", tooltip="Check this answer"),
    ]

    def __init__(self, id: str | None = None) -> None:  # noqa: A002
        super().__init__(LONGEST, id=id)
        self.locked = False

    def replace(self, text: str, start: int, end: int) -> None:
        """Takes text, unless it is locked."""
        if not self.locked:
            super().replace(text, start, end)
