"""A remark on a question that is a bad one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget

from tui.screens.form import FormScreen
from tui.widgets.field import Field

NOTE = "Your instructor sees it. The question does not come back in this round."


class ReportScreen(FormScreen[str]):
    """Gives the remark, which may be empty, or None when left.

    Args:
        ask: the question.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "save", "Report", priority=True, id="report.save", tooltip="Report this question"),
    ]

    def __init__(self, ask: str) -> None:
        super().__init__(ask, NOTE)

    def fields(self) -> Iterator[Widget]:
        """The remark."""
        yield Field("Remark", hint="what is wrong with it; may stay empty", id="remark")

    def action_save(self) -> None:
        """Gives back the remark."""
        self.dismiss(self.query_one("#remark", Field).value)
