"""The part of the app that holds the desk: opens it behind the first paint and runs work at it in threads."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from textual.app import App
from textual.events import Event, Key
from textual.message import Message
from textual.worker import Worker, get_current_worker

from briefings.errors import BriefingError
from tui.config import Config
from tui.desk import Desk
from tui.screens.home import HomeScreen
from tui.widgets.key_footer import KeyFooter

if TYPE_CHECKING:
    from textual.message_pump import MessagePump

    from briefings.compose.briefing import Briefing
    from briefings.stories import Story

PAGE = "page"  # the group of jobs that end with another page
SOON = 0.1  # seconds; a page that opens sooner needs no word about it


@dataclass
class Failed(Message):
    """Something could not be done; ``fatal`` where there is no desk to work at."""

    error: BriefingError
    fatal: bool = False


class DeskApp(App[None]):
    """An app over one trainee's desk.

    While a page is being read or made, the foot of the one on show says so, and what is typed waits for the new one;
    ``escape`` gives it up.

    Args:
        open_desk: opens the desk; called in a thread once the first page is painted.
        compose_briefing: makes the briefing of a story.
        writes_files: whether whoever sits at it may write files here; not so from another machine.
        config: what was set.
    """

    def __init__(
        self,
        open_desk: Callable[[], Desk],
        compose_briefing: Callable[[Story], Briefing] | None = None,
        writes_files: bool = False,
        config: Config = Config(),  # noqa: B008  # frozen: sharing it is safe
    ) -> None:
        super().__init__()
        self.config = config
        self.writes_files = writes_files
        self._open_desk = open_desk
        self.compose_briefing = compose_briefing or _compose
        self._desk: Desk | None = None
        self._held: list[Key] = []

    def on_mount(self) -> None:
        """Opens the desk once Home is painted."""
        self.call_after_refresh(self.run_worker, self._open, thread=True, group="open", description="open")

    def opening(self, desk: Desk) -> Iterable[Message]:
        """What is told first of a desk that was just opened; called in a thread."""
        return ()

    def close_desk(self) -> None:
        """Lets go of the store, if it was opened."""
        if self._desk is not None:
            self._desk.close()

    def ask(self, group: str, job: Callable[[Desk], Message]) -> None:
        """Does a job at the desk in a thread and posts its message; a later job of the group replaces it."""
        self.run_worker(
            partial(self._at_desk, job), thread=True, group=group, exclusive=True, description=group
        )
        if group == PAGE:
            self.set_timer(SOON, self._tell_opening)

    @property
    def is_opening(self) -> bool:
        """Whether a page was asked for and is not there yet."""
        return any(worker.group == PAGE and not worker.is_finished for worker in self.workers)

    async def on_event(self, event: Event) -> None:
        """Holds keys back for the page that is being opened."""
        if not isinstance(event, Key) or event.is_forwarded or event.key == "ctrl+q" or not self.is_opening:
            await super().on_event(event)
        elif event.key == "escape":
            self._held.clear()
            self.workers.cancel_group(self, PAGE)
        else:
            self._held.append(event)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Gives the keys that were held back to the page that is there now."""
        if event.worker.group != PAGE or self.is_opening:
            return
        for screen in self.screen_stack:
            for footer in screen.query(KeyFooter):
                footer.opening = False
        held, self._held = self._held, []
        if held:
            self.screen.call_after_refresh(self._type, held)

    def _type(self, held: Iterable[Key]) -> None:
        for each in held:
            self.post_message(Key(each.key, each.character))

    def _tell_opening(self) -> None:
        if self.is_opening:
            for footer in self.screen.query(KeyFooter):
                footer.opening = True

    def serve(
        self,
        sender: MessagePump,
        group: str,
        job: Callable[[Desk], Message],
        refusal: Callable[[BriefingError], Message],
    ) -> None:
        """Does a job that is never dropped in a thread; its message, or the refusal, goes to who asked."""

        def work() -> None:
            if self._desk is None:
                return
            try:
                sender.post_message(job(self._desk))
            except BriefingError as error:
                sender.post_message(refusal(error))

        self.run_worker(work, thread=True, group=group, description=group)

    @property
    def home(self) -> HomeScreen | None:
        """Home, while it is somewhere on the stack."""
        return next((screen for screen in self.screen_stack if isinstance(screen, HomeScreen)), None)

    def _open(self) -> None:
        try:
            self._desk = self._open_desk()
            for message in self.opening(self._desk):
                self.post_message(message)
        except BriefingError as error:
            self.post_message(Failed(error, fatal=True))

    def _at_desk(self, job: Callable[[Desk], Message]) -> None:
        if self._desk is None:
            return
        try:
            message = job(self._desk)
        except BriefingError as error:
            message = Failed(error)
        if not get_current_worker().is_cancelled:
            self.post_message(message)


def _compose(story: Story) -> Briefing:
    from briefings.compose.compose import compose

    return compose(story)
