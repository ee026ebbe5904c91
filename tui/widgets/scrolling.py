"""A part of a page that scrolls by keyboard, letters included."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType
from textual.containers import VerticalScroll

from tui.keymap import SCROLLS


class Scrolling(VerticalScroll):
    """A vertical scroll that also goes by ``j k g G``."""

    BINDINGS: ClassVar[list[BindingType]] = [*SCROLLS]
    DEFAULT_CSS = """
    Scrolling { scrollbar-size-vertical: 1; }
    """
