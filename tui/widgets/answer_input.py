"""Where an answer is typed: one line, no letter shortcuts."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType

from tui.widgets.clean_input import CleanInput

LONGEST = 300  # a longer answer is never right


class AnswerInput(CleanInput):
    """An input whose ``enter`` shows in the footer."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", "Check", id="answer.check", tooltip="Check this answer"),
    ]

    def __init__(self, id: str | None = None) -> None:  # noqa: A002
        super().__init__(LONGEST, id=id)
