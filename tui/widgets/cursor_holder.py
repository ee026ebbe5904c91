"""A widget that takes the terminal's cursor along, which is what screen readers and magnifiers follow."""

from __future__ import annotations

from textual.geometry import Offset, Region
from textual.widget import Widget

ONE_CELL = Region(0, 0, 1, 1)


class CursorHolder(Widget):
    """While it has the focus, the terminal's cursor is where it says, also once it has found its place."""

    @property
    def cursor_cell(self) -> Offset:
        """The cell of the screen that the cursor belongs in."""
        return self.content_region.offset

    def carry_cursor(self) -> None:
        """Moves the terminal's cursor here, unless the focus is elsewhere by now, or another page on top."""
        if not self.is_attached or self.app.screen.focused is not self:
            return
        if self.app.cursor_position != self.cursor_cell:
            self.app.cursor_position = self.cursor_cell
            self.refresh(ONE_CELL)  # the cursor is moved with the next paint only

    def on_focus(self) -> None:
        """Takes the cursor with the next paint, and again after it where something scrolls to show the focus."""
        self.carry_cursor()
        if any(each.max_scroll_y for each in self.ancestors if isinstance(each, Widget)):
            self.call_after_refresh(self.carry_cursor)

    def on_resize(self) -> None:
        """Takes it along when the widget gets another place."""
        self.call_after_refresh(self.carry_cursor)
