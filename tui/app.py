"""The app: its pages over one desk; what it does for each is in ``tui/pages``."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Sequence
from pathlib import PurePath
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import ActiveBinding, Binding, BindingType
from textual.message import Message
from textual.screen import Screen

from tui.config import Config, read_config
from tui.desk import Desk
from tui.keymap import HELP, KEY_NAMES
from tui.legible import legible
from tui.pages.articles import ArticlePages
from tui.pages.desk_app import Failed
from tui.pages.home import HomePages, StoriesRead
from tui.pages.instructing import InstructingPages
from tui.pages.quizzes import QuizPages, sitting_of
from tui.pages.reach import ReachPages
from tui.quiz_messages import SittingReady
from tui.rooms.pages import RoomPages
from tui.screens.home import HomeScreen
from tui.wording import one_line

if TYPE_CHECKING:
    from textual.command import Provider

    from briefings.compose.briefing import Briefing
    from briefings.stories import Story
    from quiz_bank.session import Quiz


def _page_commands() -> type[Provider]:
    """The palette's commands, imported when it is opened."""
    from tui.palette import PageCommands

    return PageCommands


class BriefingApp(HomePages, ArticlePages, QuizPages, InstructingPages, ReachPages, RoomPages):
    """Pages over one trainee's desk.

    Args:
        open_desk: opens the desk; called in a thread once the first page is painted.
        compose_briefing: makes the briefing of a story.
        quiz: a quiz to begin with.
        writes_files: whether whoever sits at it may write files here; not so from another machine.
        config: what was set.
        notices: what of the settings could not be used.
        first: what is asked for as soon as there is a desk.
    """

    TITLE = "briefing"
    CSS_PATH: ClassVar[list[str | PurePath]] = ["app.tcss", "screens/home.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [HELP]
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {_page_commands}

    def __init__(
        self,
        open_desk: Callable[[], Desk],
        compose_briefing: Callable[[Story], Briefing] | None = None,
        quiz: Quiz | None = None,
        writes_files: bool = False,
        config: Config = Config(),  # noqa: B008  # frozen: sharing it is safe
        notices: Sequence[str] = (),
        first: Message | None = None,
    ) -> None:
        super().__init__(open_desk, compose_briefing, writes_files, config)
        self._quiz = quiz
        self._first = first
        self.notices = tuple(notices)

    def get_default_screen(self) -> Screen[None]:
        """Home, so that nothing else is painted first."""
        return HomeScreen()

    def opening(self, desk: Desk) -> Iterator[Message]:
        """The stories, then the quiz to begin with, or what else is asked for first."""
        yield StoriesRead(desk.stories())
        if self._quiz is not None:
            yield SittingReady(sitting_of(desk, self._quiz))
        if self._first is not None:
            yield self._first

    def get_css_variables(self) -> dict[str, str]:
        """The colours of the theme, those of words legible on it."""
        self.theme_variables = legible(super().get_css_variables())
        return self.theme_variables

    def get_key_display(self, binding: Binding) -> str:
        """Keys by the names that are printed on them."""
        return KEY_NAMES.get(binding.key) or super().get_key_display(binding)

    def action_help(self) -> None:
        """Shows the keys of the screen on top."""
        from tui.screens.help import HelpScreen

        self.push_screen(HelpScreen(self.screen.active_bindings), self._do_chosen)

    async def _do_chosen(self, active: ActiveBinding | None) -> None:
        """Does what was clicked in the help."""
        if active is not None:
            await self.run_action(active.binding.action, active.node)

    @on(Failed)
    def _say_failure(self, event: Failed) -> None:
        home = self.home
        if event.fatal and home is not None:
            home.show_failure(event.error)
        else:
            self.notify(one_line(str(event.error)), severity="error", markup=False)


def run(db: str | None, trainee: str | None, quiz: Quiz | None = None, first: Message | None = None) -> None:
    """Runs the app on a store until it is left; with a quiz, or something else asked for first, starts there.

    Args:
        db: the store's path or address, None for the default.
        trainee: the name answers are kept under, None for that of the settings, else the login name.
        quiz: a quiz to begin with.
        first: what is asked for as soon as there is a desk.
    """
    config, notices = read_config()

    def open_desk() -> Desk:
        from quiz_bank import desk
        from tui.pace import pace_of

        opened = desk.open_desk(db, trainee or config.name)
        opened.pace = pace_of(config)
        gc.freeze()  # the collector need not go over all that was imported whenever a long history is read
        return opened

    app = BriefingApp(open_desk, quiz=quiz, writes_files=True, config=config, notices=notices, first=first)
    try:
        app.run()
    finally:
        app.hang_up()
        app.close_desk()
