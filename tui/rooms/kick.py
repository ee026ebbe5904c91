"""Asks the host whom to take out of the room."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from quiz_bank.rooms.state import Player, Room
from tui.rooms.wording import name_of
from tui.widgets.key_footer import KeyFooter
from tui.widgets.rows import Row, Rows
from tui.wording import QUIET, plain


class PlayerRow(Row):
    """Somebody in the room."""

    def __init__(self, room: Room, player: Player) -> None:
        super().__init__()
        self.player = player
        how = ("   looks on" if player.watching else "") + ("" if player.here else "   has left")
        self.words = Content.assemble(plain(name_of(room, player)), (how, QUIET))

    def render(self) -> Content:
        """Her name."""
        return self.words


class KickScreen(ModalScreen["str | None"]):
    """A small panel; gives a login, or None when left.

    Args:
        room: where it stands.
    """

    CSS_PATH = "kick.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "take_out", "Take out", id="kick.take", tooltip="Take out who is under the cursor"),
        Binding("escape", "dismiss", "Back", id="kick.back", tooltip="Go back; everybody stays"),
    ]

    def __init__(self, room: Room) -> None:
        super().__init__()
        self.room = room

    def compose(self) -> ComposeResult:
        """Everybody who can be taken out."""
        players = [each for each in self.room.players.values() if not each.kicked]
        with Vertical(id="panel"):
            yield Static("Take out of the room", id="panel-title", markup=False)
            note = "Who is taken out cannot come back." if players else "Nobody is in the room."
            yield Static(note, id="panel-note", markup=False)
            with Rows(id="players"):
                for player in players:
                    yield PlayerRow(self.room, player)
        yield KeyFooter(show_command_palette=False)

    def on_mount(self) -> None:
        """Starts at the first."""
        self.query_one(Rows).focus_row(0)

    @on(Row.Chosen)
    def action_take_out(self) -> None:
        """Gives back who is under the cursor."""
        row = self.query_one(Rows).current
        if isinstance(row, PlayerRow):
            self.dismiss(row.player.login)
