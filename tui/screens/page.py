"""What every page shares: a footer, room for a pane where it is wide, and a notice where it is too small."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.reactive import Reactive
from textual.screen import Screen
from textual.widget import Widget

from tui.widgets.cursor_holder import CursorHolder
from tui.widgets.key_footer import KeyFooter
from tui.widgets.too_small import SMALLEST, TooSmall

WIDE = 100
ROOMY = 30


class Page(Screen[None]):
    """A screen of the app; a subclass says in ``body`` what is between the top and the footer.

    It has the class ``-wide`` from 100 columns on, ``-thin`` below 60 columns, ``-flat`` below 16 lines and
    ``-roomy`` from 30 lines on.
    """

    LEADS_ON: ClassVar[bool] = True  # whether progress, search and settings open from here
    HORIZONTAL_BREAKPOINTS = [(0, "-thin"), (SMALLEST[0], "-narrow"), (WIDE, "-wide")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-flat"), (SMALLEST[1], "-tall"), (ROOMY, "-roomy")]  # noqa: RUF012
    DEFAULT_CSS = """
    Page {
        layers: default notice;
        &.-thin TooSmall { display: block; }
        &.-flat TooSmall { display: block; }
    }
    """

    # Textual's screens repaint whole at each move of the focus; here the rows themselves show where it is.
    focused: Reactive[Widget | None] = Reactive(None, repaint=False)

    def _watch_focused(self) -> None:
        """Leaves the footer to be brought up to date once the move is painted, as Textual does again by itself."""

    def body(self) -> ComposeResult:
        """The widgets of the page."""
        yield from ()

    def compose(self) -> ComposeResult:
        """The body, the footer, and the notice that hides both when there is no room."""
        yield from self.body()
        yield KeyFooter()
        yield TooSmall()

    def on_screen_resume(self) -> None:
        """Takes the terminal's cursor back to where the focus is when what was above is closed."""
        if isinstance(self.focused, CursorHolder):
            self.call_after_refresh(self.focused.carry_cursor)

    @property
    def is_wide(self) -> bool:
        """Whether there is room for a pane beside the page."""
        return self.has_class("-wide")
