"""Asks for the file that results of a class are to be written to."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget

from tui.instructing_messages import ExportAsked, ExportDone, RefusedHere
from tui.screens.form import FormScreen
from tui.widgets.field import Field
from tui.wording import one_line

if TYPE_CHECKING:
    from quiz_bank.learning.gradebook import Gradebook
    from tui.class_records import View


class ExportScreen(FormScreen[None]):
    """One field; a file that is there is written over when ``enter`` is pressed again.

    Args:
        book: the results.
        view: which of them.
        name: the file's name at first.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "save", "Write", priority=True, id="export.save", tooltip="Write the file"),
    ]

    def __init__(self, book: Gradebook, view: View, name: str) -> None:
        super().__init__("Write the results", "The name's end chooses the format: .csv  .jsonl")
        self._book = book
        self._view = view
        self._suggested = name
        self._refused = ""

    def fields(self) -> Iterator[Widget]:
        """The file."""
        yield Field("File", self._suggested, "results.csv", id="file")

    def action_save(self) -> None:
        """Has the file written."""
        name = self.query_one("#file", Field).value
        self.wait("Writing …")
        path = Path(name or ".").expanduser()
        self.post_message(ExportAsked(self, path, self._book, self._view, replace=name == self._refused))

    @on(ExportDone)
    def _done(self, event: ExportDone) -> None:
        self.notify(one_line(f"Written to {event.path.absolute()}"), markup=False)
        self.dismiss(None)

    @on(RefusedHere)
    def _not_done(self, event: RefusedHere) -> None:
        self._refused = self.query_one("#file", Field).value
        self.refuse(event.error)
