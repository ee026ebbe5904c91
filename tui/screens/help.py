"""The keys of the screen below, drawn from its bindings."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import ActiveBinding, Binding, BindingType
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Footer, Static

from tui.widgets.scrolling import Scrolling
from tui.wording import QUIET

KEY_COLUMN = 16


class HelpScreen(ModalScreen[None]):
    """A table of keys.

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
            yield Static(self._table(), id="help-keys")
        yield Footer(show_command_palette=False)

    def _table(self) -> Content:
        keys: dict[str, list[str]] = {}
        words: dict[str, str] = {}
        for active in self.bindings.values():
            binding = active.binding
            if binding.system or not (binding.tooltip or binding.show):
                continue
            keys.setdefault(binding.action, []).append(self.app.get_key_display(binding))
            words[binding.action] = binding.tooltip or binding.description
        rows = [_row(list(dict.fromkeys(shown)), words[action]) for action, shown in keys.items()]
        return Content("\n").join(rows)


def _row(keys: list[str], words: str) -> Content:
    names = "  ".join(keys)
    return Content.assemble((f"{names:<{KEY_COLUMN}}", "bold $text-accent"), (words, QUIET))
