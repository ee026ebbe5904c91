"""Asks for the file of a bank, and says what is wrong in it where nothing of it can be used."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget

from tui.instructing_messages import BankAdded, BankKept, RefusedHere
from tui.screens.form import FormScreen
from tui.widgets.field import Field
from tui.wording import plain

NOTE = "Questions with a fault wait until the file is mended; it is read again whenever it changes."


class BankScreen(FormScreen[BankKept]):
    """One field; gives what was kept."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "save", "Add", priority=True, id="bank.save", tooltip="Keep the bank"),
    ]

    def __init__(self) -> None:
        super().__init__("Add a bank", NOTE)

    def fields(self) -> Iterator[Widget]:
        """The file."""
        yield Field("File", "", "mine.toml", id="file")

    def action_save(self) -> None:
        """Has it kept."""
        name = self.query_one("#file", Field).value
        if name:
            self.wait("Reading it …")
            self.post_message(BankAdded(self, Path(name).expanduser()))

    @on(BankKept)
    def _kept(self, event: BankKept) -> None:
        if event.questions:
            self.dismiss(event)
            return
        first = f" The first fault: {event.faults[0]}" if event.faults else ""
        self._let(busy=False)
        self.say(
            Content.assemble(("✗ ", "bold $text-error"), plain(f"No question of it can be used.{first}"))
        )
        self.query(Field).first().enter()

    @on(RefusedHere)
    def _refused(self, event: RefusedHere) -> None:
        self.refuse(event.error)
