"""The keys of the screen below, drawn from its bindings; a click on a line does what its key does."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import ActiveBinding, Binding, BindingType
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.widgets.key_footer import KeyFooter
from tui.widgets.key_table import KeyTable
from tui.widgets.scrolling import Scrolling


class HelpScreen(ModalScreen["ActiveBinding | None"]):
    """A table of keys; gives the binding that was clicked, or None when left.

    Args:
        bindings: the bindings in force on the screen below, by key.
    """

    CSS_PATH = "help.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "escape,question_mark,f1,q",
            "dismiss",
            "Back",
            key_display="esc",
            id="help.back",
            tooltip="Close the help",
        ),
    ]

    def __init__(self, bindings: Mapping[str, ActiveBinding]) -> None:
        super().__init__()
        self.bindings = dict(bindings)

    def compose(self) -> ComposeResult:
        """A panel with one line a key."""
        with Scrolling(id="help"):
            yield Static("Keys of this screen", id="help-title", markup=False)
            yield KeyTable(self.bindings.values())
        yield KeyFooter(show_command_palette=False)

    @on(KeyTable.Chosen)
    def _chosen(self, event: KeyTable.Chosen) -> None:
        self.dismiss(event.active)
