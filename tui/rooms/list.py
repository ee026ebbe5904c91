"""The rooms one can go into."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from quiz_bank.rooms.rooms import RoomCard
from quiz_bank.rooms.state import Phase
from tui.keymap import BACK, HELP
from tui.rooms.messages import OpenWanted, RoomsWanted, RoomWanted, Way
from tui.screens.page import Page
from tui.widgets.masthead import Masthead
from tui.widgets.rows import Row, Rows
from tui.wording import QUIET, counted, plain

FRESH = 3.0  # seconds between two looks at the list
EMPTY = "No room is open. It shows here as soon as one is."
EMPTY_HOST = Content.assemble(
    "No room is open.\n\n",
    ("  o ", "bold $text-accent"),
    "  opens one: one question to all, answers, the source",
)


class RoomRow(Row):
    """One room: its code, what it is about, who hosts it and where it stands."""

    DEFAULT_CSS = """
    RoomRow { height: 2; margin-bottom: 1; }
    """

    def __init__(self, card: RoomCard) -> None:
        super().__init__()
        self.card = card

    def render(self) -> Content:
        """Two lines."""
        card = self.card
        waiting = card.phase is Phase.LOBBY
        stands = "not started yet" if waiting else f"question {card.number + 1} of {card.questions}"
        return Content.assemble(
            (card.code, "bold $text-accent"),
            "  ",
            plain(card.title, "bold"),
            "\n",
            plain(f"hosted by {card.host} · {counted(card.players, 'player')} · {stands}", QUIET),
        )


class RoomsScreen(Page):
    """The list; looks for new rooms by itself."""

    CSS_PATH = "list.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "join('play')", "Join", id="rooms.join", tooltip="Join the room, or host it again"),
        Binding("w", "join('watch')", "Look on", id="rooms.watch", tooltip="Look on without answering"),
        Binding(
            "v", "join('projector')", "Projector", id="rooms.projector", tooltip="The view for everybody"
        ),
        Binding("o", "open", "Open a room", id="rooms.open", tooltip="Open a room of your own"),
        HELP,
        BACK,
    ]

    def __init__(self, cards: Sequence[RoomCard], may_open: bool) -> None:
        super().__init__()
        self.cards = list(cards)
        self.may_open = may_open

    def body(self) -> ComposeResult:
        """The rooms."""
        yield Masthead("Rooms")
        yield Static(id="notice", markup=False)
        yield Rows(id="rooms")

    async def on_mount(self) -> None:
        """Shows them."""
        self.set_interval(FRESH, self._look_again)
        await self._show()

    def on_screen_resume(self) -> None:
        """Looks again when the page comes back."""
        self.post_message(RoomsWanted(again=True))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Joining needs a room, opening one the right to."""
        if action == "join":
            return bool(self.cards)
        return self.may_open if action == "open" else True

    async def show(self, cards: Sequence[RoomCard], may_open: bool) -> None:
        """Shows the rooms as they are now; the cursor stays on its room."""
        if (list(cards), may_open) != (self.cards, self.may_open):
            self.cards, self.may_open = list(cards), may_open
            await self._show()

    async def _show(self) -> None:
        rows = self.query_one("#rooms", Rows)
        current = rows.current
        code = current.card.code if isinstance(current, RoomRow) else ""
        await rows.remove_children()
        await rows.mount(*(RoomRow(card) for card in self.cards))
        notice = self.query_one("#notice", Static)
        notice.display = not self.cards
        notice.update(EMPTY_HOST if self.may_open else EMPTY)
        codes = [card.code for card in self.cards]
        rows.focus_row(codes.index(code) if code in codes else 0)
        self.refresh_bindings()

    def _look_again(self) -> None:
        if self.is_current:
            self.post_message(RoomsWanted(again=True))

    @on(Row.Chosen)
    def _chosen(self) -> None:
        self.action_join("play")

    def action_join(self, way: Way) -> None:
        """Goes into the room under the cursor."""
        row = self.query_one("#rooms", Rows).current
        if isinstance(row, RoomRow):
            self.post_message(RoomWanted(row.card.code, way))

    def action_open(self) -> None:
        """Asks for the form of a new room."""
        self.post_message(OpenWanted())

    def action_back(self) -> None:
        """Goes back."""
        self.dismiss()
