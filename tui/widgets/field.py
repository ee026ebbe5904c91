"""A line of a form: its label, a place to type, and below it what is wrong with what was typed."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Input, Static

from tui.widgets.clean_input import CleanInput
from tui.wording import plain

LONGEST = 4096  # characters; the longest path of the usual systems


class Field(Vertical):
    """One field of a form.

    Args:
        label: what belongs into it.
        value: what is in it at first.
        hint: shown while it is empty.
        id: its id.
    """

    DEFAULT_CSS = """
    Field {
        height: auto;
        margin-bottom: 1;
        Horizontal { height: 1; }
        .label { width: 10; color: $text-muted; }
        CleanInput { width: 1fr; &.-textual-compact { background: $foreground 8%; } }
        .wrong { display: none; height: auto; margin-left: 10; }
    }
    """

    def __init__(self, label: str, value: str = "", hint: str = "", id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._label = label
        self._input = CleanInput(LONGEST, value, hint)

    def compose(self) -> ComposeResult:
        """Label and input on a line, the fault below."""
        with Horizontal():
            yield Static(self._label, classes="label", markup=False)
            yield self._input
        yield Static(classes="wrong")

    @property
    def value(self) -> str:
        """What was typed, without blanks around it."""
        return self._input.value.strip()

    def fill(self, value: str) -> None:
        """Puts a value in the place of what is there."""
        self._input.value = value

    def enter(self) -> None:
        """Puts the cursor here."""
        self._input.focus()

    def say(self, fault: str) -> None:
        """Says what is wrong; nothing, when the text is empty."""
        wrong = self.query_one(".wrong", Static)
        wrong.display = bool(fault)
        wrong.update(Content.assemble(("✗ ", "bold $text-error"), plain(fault)) if fault else "")

    @on(Input.Changed)
    def _typing(self) -> None:
        self.say("")
