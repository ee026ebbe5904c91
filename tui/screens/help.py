"""The keys of the screen below, drawn from its bindings."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import ActiveBinding, Binding, BindingType
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.widgets.key_footer import KeyFooter
from tui.widgets.scrolling import Scrolling
from tui.wording import QUIET


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
        yield KeyFooter(show_command_palette=False)

    def _table(self) -> Content:
        keys: dict[str, list[str]] = {}
        words: dict[str, str] = {}
        for binding in sorted(
            (active.binding for active in self.bindings.values()), key=lambda each: not each.show
        ):
            if binding.system or not (binding.tooltip or binding.show):
                continue
            keys.setdefault(binding.action, []).append(self.app.get_key_display(binding))
            words[binding.action] = binding.tooltip or binding.description
        names = {action: "  ".join(dict.fromkeys(shown)) for action, shown in keys.items()}
        widest = max(map(len, names.values()), default=0)
        return Content("\n").join(
            Content.assemble((f"{name:<{widest}}", "bold $text-accent"), ("   " + words[action], QUIET))
            for action, name in names.items()
        )
