"""A player's screen: wait, answer, see what became of it; the same without an answer for who looks on."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.geometry import Size
from textual.reactive import Reactive
from textual.widgets import Input, Static

from quiz_bank.rooms.state import Phase, Room
from quiz_bank.rooms.watch import Watch
from tui.rooms.messages import AnswerSent, DeedAsked, RoomRefused
from tui.rooms.room_page import RoomPage, Sheet
from tui.rooms.views import player_view
from tui.widgets.answer_input import LONGEST
from tui.widgets.clean_input import CleanInput
from tui.wording import QUIET, plain

SAVING = Content.styled("Sending your answer …", QUIET)
NO_ANSWER = Content.styled("Type an answer first.", QUIET)
TYPE_IT = Content.styled("Type your answer and press enter.", QUIET)
CHOOSE_IT = Content.styled("Type the number of your answer and press enter.", QUIET)


class SendInput(CleanInput):
    """Where an answer is typed; ``enter`` shows in the footer.

    It is never disabled and keeps the focus: a disabled one would have the page styled and its footer built anew in
    every session of a class at once. While nothing can be answered it is shut and takes no letters.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", "Send", id="room.send", tooltip="Send this answer; it cannot be changed"),
    ]

    #: Textual lays the page out at each letter; a line of one row that scrolls sideways takes the same place always
    virtual_size = Reactive(Size(0, 0), layout=False)

    shut = True

    def on_mount(self) -> None:
        """Does not blink: a blinking cursor is most of what an idle session costs. Any answer is valid."""
        self.cursor_blink = False
        self.validate_on = set()

    def replace(self, text: str, start: int, end: int) -> None:
        """Takes typed or pasted text while it is open."""
        if not self.shut:
            super().replace(text, start, end)


class PlayerScreen(RoomPage):
    """One player in a room.

    Args:
        room: where it stands.
        me: her login.
        watch: tells when it moves.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(key, f"scroll('{key}')", "Scroll", show=False, id=f"room.{key}", tooltip=f"Scroll {way}")
            for key, way in (
                ("up", "up"),
                ("down", "down"),
                ("pageup", "a page up"),
                ("pagedown", "a page down"),
            )
        ),
        Binding("f1", "app.help", "Help", id="room.help", tooltip="Show the keys of this screen"),
        Binding(
            "escape", "leave", "Leave", id="room.leave", tooltip="Leave the room; you can come back to it"
        ),
    ]

    def __init__(self, room: Room, me: str, watch: Watch) -> None:
        super().__init__(room, me, watch)
        self._status = Content("")
        self._sending = False

    def body(self) -> ComposeResult:
        """The sheet, and below it the place for the answer."""
        yield from super().body()
        with Horizontal(id="typed"):
            yield Static("›", id="prompt", markup=False)
            yield SendInput(LONGEST, id="answer")

    def on_mount(self) -> None:
        """Opens the place for the answer where there is something to answer."""
        player = self.room.players.get(self.me)
        plays = player is not None and player.plays
        self.query_one("#typed").display = plays
        self._let_answer(clear=True)
        self.query_one(SendInput if plays else "#sheet").focus()

    @property
    def may_answer(self) -> bool:
        """Whether the question on show waits for an answer from here."""
        room, player = self.room, self.room.players.get(self.me)
        is_open = room.phase is Phase.ASKING and room.paused_at is None
        is_mine = player is not None and player.plays and player.since <= room.number
        return is_open and is_mine and self.me not in room.given and not self._sending

    def view(self) -> Content:
        """The room as this player sees it."""
        return player_view(self.room, self.me, self._status)

    def sees(self, room: Room) -> object:
        """Not who else has answered, before it is revealed: with a class that would be most of all moves."""
        crowd = room.phase in (Phase.LOBBY, Phase.REVEALED, Phase.ENDED)
        return (
            (room.phase, room.number, room.paused_at, room.closes_at, room.host_here),
            (room.players.get(self.me), room.given.get(self.me)),
            (room.players, room.answers) if crowd else None,
        )

    def changed(self, before: Room) -> None:
        """A new question clears what was typed; any change opens or shuts the place for the answer.

        Who is told gone from another of her sessions is still in this one, and says so.
        """
        was, player = before.players.get(self.me), self.room.players.get(self.me)
        if was is not None and player is not None and was.here and not (player.here or player.kicked):
            body = {"name": player.name, "watching": player.watching}
            self.post_message(DeedAsked(self, self.room.code, "joined", body))
        is_new = before.number != self.room.number
        is_kept = self.me in self.room.given and self.me not in before.given
        if is_new or is_kept:
            self._sending = False
        self._let_answer(clear=is_new or is_kept)

    def _let_answer(self, clear: bool = False) -> None:
        box = self.query_one(SendInput)
        if clear:
            box.value = ""
            question = self.room.question
            self._status = CHOOSE_IT if question is not None and question.options else TYPE_IT
        box.shut = not self.may_answer

    @on(Input.Submitted)
    def _send(self, event: Input.Submitted) -> None:
        event.stop()
        if not self.may_answer:
            return
        if not event.value.strip():
            self._say(NO_ANSWER)
            return
        self._sending = True
        self._let_answer()
        self._say(SAVING)
        self.post_message(AnswerSent(self, self.room.code, self.room.number, event.value))

    @on(RoomRefused)
    def _refused(self, event: RoomRefused) -> None:
        self._sending = False
        self._let_answer()
        again = " (enter tries again)" if self.may_answer else ""
        said = ("✗ answer NOT kept: ", "bold $text-error"), plain(str(event.error)), (again, QUIET)
        self._say(Content.assemble(*said))

    def _say(self, words: Content) -> None:
        self._status = words
        self.paint()

    def action_scroll(self, key: str) -> None:
        """Scrolls what is above the answer, which has the focus."""
        sheet = self.query_one(Sheet)
        moves = {
            "up": sheet.action_scroll_up,
            "down": sheet.action_scroll_down,
            "pageup": sheet.action_page_up,
            "pagedown": sheet.action_page_down,
        }
        moves[key]()

    def action_leave(self) -> None:
        """Leaves the room, and goes back."""
        if self.room.phase is not Phase.ENDED:
            self.app.post_message(DeedAsked(self.app, self.room.code, "left"))
        self.dismiss()
