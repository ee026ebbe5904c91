"""The host's screen: a lobby, then question, close, reveal, next, until the end."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from quiz_bank.rooms.events import Kind
from quiz_bank.rooms.state import Phase, Room
from quiz_bank.rooms.watch import Watch
from tui.keymap import HELP
from tui.rooms.kick import KickScreen
from tui.rooms.messages import DeedAsked, RoomRefused
from tui.rooms.projector import ProjectorScreen
from tui.rooms.room_page import RoomPage
from tui.rooms.views import host_view
from tui.wording import QUIET, plain

END_AGAIN = Content.styled("Press x again to end the room for everybody.", "bold $text-warning")
NO_PLAYERS = Content.styled(
    "Nobody is in the room yet; enter again starts all the same.", "bold $text-warning"
)
NO_MORE = Content.styled("That was the last question: x ends the room.", QUIET)

#: phases in which an action may be taken
_ACTIONS: Mapping[str, tuple[Phase, ...]] = {
    "start": (Phase.LOBBY,),
    "close": (Phase.ASKING,),
    "reveal": (Phase.CLOSED,),
    "next": (Phase.REVEALED, Phase.SKIPPED),
    "pause": (Phase.ASKING,),
    "resume": (Phase.ASKING,),
    "skip": (Phase.ASKING, Phase.CLOSED),
}


class HostScreen(RoomPage):
    """Steers a room. The room goes on without it: who hosts comes back by joining.

    Args:
        room: where it stands.
        me: the host's login.
        watch: tells when it moves.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "start", "Start", id="host.start", tooltip="Ask the first question"),
        Binding("enter", "close", "Close", id="host.close", tooltip="Take no more answers"),
        Binding(
            "enter", "reveal", "Reveal", id="host.reveal", tooltip="Show the answer and how all answered"
        ),
        Binding("enter", "next", "Next", id="host.next", tooltip="Ask the next question"),
        Binding("p", "pause", "Pause", id="host.pause", tooltip="Stop the time"),
        Binding("p", "resume", "Go on", id="host.resume", tooltip="Let the time run on"),
        Binding("s", "skip", "Skip", id="host.skip", tooltip="Drop this question; it does not count"),
        Binding("t", "kick", "Take out", id="host.kick", tooltip="Take somebody out of the room, for good"),
        Binding("v", "projector", "Projector", id="host.projector", tooltip="Show the view for everybody"),
        Binding("x", "end", "End", id="host.end", tooltip="End the room for everybody"),
        HELP,
        Binding("escape", "leave", "Back", id="host.leave", tooltip="Go back; the room stays open"),
    ]

    def __init__(self, room: Room, me: str, watch: Watch) -> None:
        super().__init__(room, me, watch)
        self._ending = False
        self._starting = False

    def body(self) -> ComposeResult:
        """The sheet, and a line for what goes wrong."""
        yield from super().body()
        yield Static(id="status", markup=False)

    def on_mount(self) -> None:
        """Lets the sheet be scrolled."""
        self.query_one("#sheet").focus()

    def view(self) -> Content:
        """The room as its host sees it."""
        return host_view(self.room)

    def changed(self, before: Room) -> None:
        """Each phase has its own keys; who is told away from another of her screens is at this one."""
        if before.host_here and not self.room.host_here:
            self._do("joined")
        if (before.phase, before.paused_at) != (self.room.phase, self.room.paused_at):
            self._say(NO_MORE if self._is_over else Content(""))
            self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What the phase allows."""
        if action in ("pause", "resume") and (self.room.paused_at is None) != (action == "pause"):
            return False
        if action == "next" and self.room.is_last:
            return False
        if action in ("end", "kick"):
            return self.room.phase is not Phase.ENDED
        return self.room.phase in _ACTIONS[action] if action in _ACTIONS else True

    def action_start(self) -> None:
        """Asks the first question; with nobody there only when it is asked for twice."""
        if not any(each.plays and each.here for each in self.room.players.values()) and not self._starting:
            self._starting = True
            self._say(NO_PLAYERS)
            return
        self.action_next()

    def action_next(self) -> None:
        """Asks the next question."""
        self._do("question", n=self.room.number + 1)

    def action_close(self) -> None:
        """Takes no more answers."""
        self._do("closed", n=self.room.number)

    def action_reveal(self) -> None:
        """Shows the answer to everybody."""
        self._do("revealed", n=self.room.number)

    def action_skip(self) -> None:
        """Drops the question."""
        self._do("skipped", n=self.room.number)

    def action_pause(self) -> None:
        """Stops the time."""
        self._do("paused")

    def action_resume(self) -> None:
        """Lets the time run on."""
        self._do("resumed")

    def action_kick(self) -> None:
        """Asks who is to be taken out."""

        def take_out(login: str | None) -> None:
            if login is not None:
                self._do("kicked", who=login)

        self.app.push_screen(KickScreen(self.room), take_out)

    def action_projector(self) -> None:
        """Shows the projector's view on top."""
        self.app.push_screen(ProjectorScreen(self.room, self.me, self._watch))

    def action_end(self) -> None:
        """Ends the room, when it is asked for twice; at once after the last question."""
        if self._ending or self._is_over:
            self._do("ended")
        else:
            self._ending = True
            self._say(END_AGAIN)

    def action_leave(self) -> None:
        """Goes back; the room stays open, and players see that it waits."""
        if self.room.phase is not Phase.ENDED:
            self.app.post_message(DeedAsked(self.app, self.room.code, "left"))
        self.dismiss()

    @property
    def _is_over(self) -> bool:
        return self.room.is_last and self.room.phase in (Phase.REVEALED, Phase.SKIPPED)

    @on(RoomRefused)
    def _refused(self, event: RoomRefused) -> None:
        self._say(Content.assemble(("✗ ", "bold $text-error"), plain(str(event.error))))

    def _do(self, kind: Kind, **body: Any) -> None:
        self._ending = self._starting = False
        self.post_message(DeedAsked(self, self.room.code, kind, body))

    def _say(self, words: Content) -> None:
        self.query_one("#status", Static).update(words, layout=False)
