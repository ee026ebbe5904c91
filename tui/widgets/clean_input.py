"""A flat input of one line that holds nothing but printable characters, typed or pasted."""

from __future__ import annotations

from textual.events import Paste
from textual.geometry import Offset
from textual.widgets import Input

from tui.widgets.cursor_holder import CursorHolder


class CleanInput(Input, CursorHolder):
    """One line for text from outside.

    Args:
        longest: the most characters it takes.
        value: what is in it at first.
        placeholder: shown while it is empty.
        id: its id.
    """

    DEFAULT_CSS = """
    CleanInput {
        height: 1;
        border: none;
        padding: 0;
        background: $surface;
        &:focus { border: none; background-tint: $foreground 5%; }
        &.-textual-compact { background: transparent; }
    }
    """

    def __init__(self, longest: int, value: str = "", placeholder: str = "", id: str | None = None) -> None:  # noqa: A002
        super().__init__(value, placeholder, id=id, compact=True, max_length=longest, select_on_focus=False)
        self.longest = longest

    @property
    def cursor_screen_offset(self) -> Offset:
        """The cell that is drawn as the cursor, also at the end of the text, where an ``Input`` names the next."""
        return super().cursor_screen_offset - Offset(int(self.cursor_at_end), 0)

    @property
    def cursor_cell(self) -> Offset:
        """Where the next letter goes."""
        return self.cursor_screen_offset

    def on_paste(self, event: Paste) -> None:
        """Takes all lines of what is pasted, as one."""
        event.prevent_default()
        event.stop()
        text = " ".join(event.text.expandtabs(1).splitlines())
        if self.selection.is_empty:
            self.insert_text_at_cursor(text)
        else:
            self.replace(text, *self.selection)

    def replace(self, text: str, start: int, end: int) -> None:
        """Takes typed or pasted text without control characters, as much as fits."""
        room = self.longest - len(self.value) + (end - start)
        shown = "".join(char for char in text[: self.longest] if char.isprintable())
        super().replace(shown[: max(room, 0)], start, end)
