"""What the small forms share: a panel of fields that waits while what was asked for is done."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import ClassVar, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Static

from briefings.errors import BriefingError
from briefings.reading.dating import parse_given
from tui.widgets.field import Field
from tui.widgets.key_footer import KeyFooter
from tui.wording import QUIET, plain

Outcome = TypeVar("Outcome")


class FormScreen(ModalScreen[Outcome]):
    """A panel; a subclass says what is in it, and what ``save`` does.

    Args:
        title: what the form is for.
        note: a remark below the title.
    """

    CSS_PATH = "form.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "app.focus_next", "Next field", id="form.next", tooltip="Go to the next field"),
        Binding("f1", "app.help", "Help", id="form.help", tooltip="Show the keys of this form"),
        Binding("escape", "cancel", "Cancel", id="form.cancel", tooltip="Go back; nothing is changed"),
    ]

    def __init__(self, title: str, note: str) -> None:
        super().__init__()
        self._title = title
        self._note = note
        self.busy = False

    def fields(self) -> Iterator[Widget]:
        """The fields of the form."""
        yield from ()

    def compose(self) -> ComposeResult:
        """Title, note, fields, and a line for how it goes."""
        with Vertical(id="panel"):
            yield Static(plain(self._title, "bold"), id="panel-title")
            yield Static(self._note, id="panel-note", markup=False)
            yield from self.fields()
            yield Static(id="status")
        yield KeyFooter(show_command_palette=False)

    def on_mount(self) -> None:
        """Starts at the first field."""
        self.query(Field).first().enter()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing can be changed or taken back while it is being done."""
        return not self.busy if action in ("save", "cancel") else True

    def action_cancel(self) -> None:
        """Closes the form."""
        self.dismiss(None)

    def wait(self, words: str) -> None:
        """Shuts the form while the work goes on, and says so."""
        self._let(busy=True)
        self.say(Content.styled(words, QUIET))

    def refuse(self, error: BriefingError) -> None:
        """Says why it could not be done; everything typed stays, to be mended."""
        self._let(busy=False)
        self.say(Content.assemble(("✗ ", "bold $text-error"), plain(str(error))))
        self.query(Field).first().enter()

    def say(self, words: Content) -> None:
        """Shows a line below the fields."""
        status = self.query_one("#status", Static)
        status.display = bool(words)
        status.update(words)

    def day(self, field: Field) -> date | None:
        """The date in a field, None where it is empty.

        Raises:
            BriefingError: there is no date in it; the field says so.
        """
        try:
            return parse_given(field.value) if field.value else None
        except BriefingError as error:
            field.say(str(error))
            field.enter()
            raise

    def _let(self, busy: bool) -> None:
        self.busy = busy
        for field in self.query(Field):
            field.disabled = busy
        self.refresh_bindings()
