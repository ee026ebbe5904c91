"""Asks for the file a briefing is to be written to."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget

from tui.messages import WriteAsked, WriteDone, WriteRefused
from tui.screens.form import FormScreen
from tui.widgets.field import Field
from tui.wording import one_line

if TYPE_CHECKING:
    from briefings.compose.briefing import Briefing
    from briefings.stories import Story


class WriteScreen(FormScreen[None]):
    """One field; a file that is there is written over when ``enter`` is pressed again.

    Args:
        story: the story.
        briefing: what was composed from it.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "save", "Write", priority=True, id="write.save", tooltip="Write the file"),
    ]

    def __init__(self, story: Story, briefing: Briefing) -> None:
        super().__init__("Write the briefing", "The name's end chooses the format: .md  .txt  .html  .json")
        self._story = story
        self._briefing = briefing
        self._refused = ""

    def fields(self) -> Iterator[Widget]:
        """The file."""
        yield Field("File", f"{self._story.slug}.md", "briefing.md", id="file")

    def action_save(self) -> None:
        """Has the file written."""
        name = self.query_one("#file", Field).value
        path = Path(name or ".").expanduser()
        self.wait("Writing …")
        again = name == self._refused
        self.post_message(WriteAsked(self, path, self._story, self._briefing, replace=again))

    @on(WriteDone)
    def _done(self, event: WriteDone) -> None:
        self.notify(one_line(f"Written to {event.path.absolute()}"), markup=False)
        self.dismiss(None)

    @on(WriteRefused)
    def _not_done(self, event: WriteRefused) -> None:
        self._refused = self.query_one("#file", Field).value
        self.refuse(event.error)
