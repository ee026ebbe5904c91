"""A line to search in, which is there only while it is used."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input, Static

from tui.widgets.clean_input import CleanInput

LONGEST = 200  # characters; no one searches for a longer text


class SearchInput(CleanInput):
    """An input whose ``enter`` shows in the footer."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", "Done", id="search.leave", tooltip="Go to what was found"),
    ]


class SearchLine(Horizontal):
    """``/ words``: hidden while it is empty and has not the focus; what is typed comes as ``Input.Changed``.

    Args:
        words: what is in it at first.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "leave", "Down", id="search.down", show=False, tooltip="Go to what was found"),
        Binding("escape", "drop", "Clear", id="search.drop", tooltip="Search for nothing"),
        Binding("f1", "app.help", "Help", id="search.help", tooltip="Show the keys of this line"),
    ]
    DEFAULT_CSS = """
    SearchLine {
        display: none;
        height: 1;
        margin: 0 2 1 2;
        .sign { width: 2; color: $text-accent; }
        CleanInput { width: 1fr; }
        &.-open { display: block; }
    }
    """

    @dataclass
    class Left(Message):
        """The words are as they should be; the focus is to go elsewhere."""

    def __init__(self, words: str = "") -> None:
        super().__init__()
        self._input = SearchInput(LONGEST, words, "search")
        self.set_class(bool(words), "-open")

    def compose(self) -> ComposeResult:
        """A stroke and the place to type."""
        yield Static("/", classes="sign", markup=False)
        yield self._input

    def open(self) -> None:
        """Shows the line and puts the cursor there."""
        self.add_class("-open")
        self._input.focus()

    def fill(self, words: str) -> None:
        """Puts words in the place of what is there; hides the line where there are none."""
        self._input.value = words
        self.set_class(bool(words), "-open")

    @on(Input.Submitted)
    def action_leave(self) -> None:
        """Keeps the words."""
        self.set_class(bool(self._input.value.strip()), "-open")
        self.post_message(self.Left())

    def action_drop(self) -> None:
        """Drops the words."""
        self.fill("")
        self.post_message(self.Left())
