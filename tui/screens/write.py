"""Asks for the file that something is to be written to."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget

from tui.messages import WriteAsked, WriteDone, WriteRefused, WriteWanted
from tui.screens.form import FormScreen
from tui.widgets.field import Field
from tui.wording import one_line


class WriteScreen(FormScreen[None]):
    """One field; a file that is there is written over when ``enter`` is pressed again.

    Args:
        wanted: what is to be written, and what writes it.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "save", "Write", priority=True, id="write.save", tooltip="Write the file"),
    ]

    def __init__(self, wanted: WriteWanted) -> None:
        super().__init__(wanted.title, f"The name's end chooses the format: {'  '.join(wanted.suffixes)}")
        self._wanted = wanted
        self._refused = ""

    def fields(self) -> Iterator[Widget]:
        """The file."""
        yield Field("File", self._wanted.name, self._wanted.name, id="file")

    def action_save(self) -> None:
        """Has the file written."""
        name = self.query_one("#file", Field).value
        path = Path(name or ".").expanduser()
        self.wait("Writing …")
        self.post_message(WriteAsked(self, path, self._wanted.write, replace=name == self._refused))

    @on(WriteDone)
    def _done(self, event: WriteDone) -> None:
        self.notify(one_line(f"Written to {event.path.absolute()}"), markup=False)
        self.dismiss(None)

    @on(WriteRefused)
    def _not_done(self, event: WriteRefused) -> None:
        self._refused = self.query_one("#file", Field).value
        self.refuse(event.error)
