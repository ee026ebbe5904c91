"""A part of a page that scrolls by keyboard, letters included."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType
from textual.containers import VerticalScroll

from tui.keymap import SCROLLS
from tui.widgets.cursor_holder import CursorHolder


class Scrolling(VerticalScroll, CursorHolder):
    """A vertical scroll that also goes by ``j k g G``."""

    BINDINGS: ClassVar[list[BindingType]] = [*SCROLLS]
    DEFAULT_CSS = """
    Scrolling { scrollbar-size-vertical: 1; }
    """

    def action_scroll_down(self) -> None:
        """Goes down one line, at once, so that a key held down loses no step."""
        self.scroll_relative(y=1, animate=False, immediate=True)

    def action_scroll_up(self) -> None:
        """Goes up one line, at once."""
        self.scroll_relative(y=-1, animate=False, immediate=True)
