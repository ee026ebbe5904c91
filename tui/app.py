"""The app: opens the desk behind the first paint, runs its work in threads, and moves between the pages."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import PurePath
from typing import TYPE_CHECKING, ClassVar, Protocol

from textual import on
from textual.app import App
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.screen import Screen
from textual.worker import get_current_worker

from briefings.errors import BriefingError
from tui import messages
from tui.keymap import HELP, KEY_NAMES
from tui.screens.home import HomeScreen
from tui.wording import one_line

if TYPE_CHECKING:
    from textual.message_pump import MessagePump

    from briefings.compose.briefing import Briefing
    from briefings.stories import Story
    from quiz_bank.desk import KindScore, StoryCard
    from quiz_bank.questions import Mode
    from quiz_bank.session import Attempt, Quiz


class Desk(Protocol):
    """What the app needs of ``quiz_bank.desk.Desk``; every method may block."""

    def stories(self) -> list[StoryCard]:
        """Every story, newest first."""

    def story(self, slug: str) -> Story:
        """One story."""

    def start(self, slug: str, *, limit: int = 10, mode: Mode = "type") -> Quiz:
        """A quiz on a story."""

    def record(self, attempt: Attempt) -> None:
        """Keeps an answer."""

    def scores(self, slug: str) -> Sequence[KindScore]:
        """The latest answers by kind."""

    def load_sample(self) -> StoryCard:
        """Adds the sample story."""

    def close(self) -> None:
        """Lets go of the store."""


class BriefingApp(App[None]):
    """Pages over one trainee's desk.

    Args:
        open_desk: opens the desk; called in a thread once the first page is painted.
        compose_briefing: makes the briefing of a story.
    """

    TITLE = "briefing"
    CSS_PATH: ClassVar[list[str | PurePath]] = ["app.tcss", "screens/home.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [HELP]

    @dataclass
    class StoriesRead(Message):
        """The stories as they are now."""

        cards: list[StoryCard]

    @dataclass
    class ScoresRead(Message):
        """The scores of a story."""

        slug: str
        scores: Sequence[KindScore]

    @dataclass
    class BriefingRead(Message):
        """A story and its briefing."""

        story: Story
        briefing: Briefing

    @dataclass
    class QuizReady(Message):
        """A quiz to start."""

        story: Story
        quiz: Quiz

    @dataclass
    class Failed(Message):
        """Something could not be done; ``fatal`` where there is no desk to work at."""

        error: BriefingError
        fatal: bool = False

    def __init__(
        self,
        open_desk: Callable[[], Desk],
        compose_briefing: Callable[[Story], Briefing] | None = None,
        quiz: Quiz | None = None,
    ) -> None:
        super().__init__()
        self._open_desk = open_desk
        self._compose_briefing = compose_briefing or _compose
        self._quiz = quiz
        self._desk: Desk | None = None

    def get_default_screen(self) -> Screen[None]:
        """Home, so that nothing else is painted first."""
        return HomeScreen()

    def on_mount(self) -> None:
        """Opens the desk once Home is painted."""
        self.call_after_refresh(self.run_worker, self._open, thread=True, group="open", description="open")

    def close_desk(self) -> None:
        """Lets go of the store, if it was opened."""
        if self._desk is not None:
            self._desk.close()

    def get_key_display(self, binding: Binding) -> str:
        """Keys by the names that are printed on them."""
        return KEY_NAMES.get(binding.key) or super().get_key_display(binding)

    def action_help(self) -> None:
        """Shows the keys of the screen on top."""
        from tui.screens.help import HelpScreen

        self.push_screen(HelpScreen(self.screen.active_bindings))

    def _open(self) -> None:
        try:
            self._desk = self._open_desk()
            self.post_message(self.StoriesRead(self._desk.stories()))
            if self._quiz is not None:
                self.post_message(self.QuizReady(self._desk.story(self._quiz.current.story), self._quiz))
        except BriefingError as error:
            self.post_message(self.Failed(error, fatal=True))

    def _ask(self, group: str, job: Callable[[Desk], Message]) -> None:
        """Does a job at the desk in a thread and posts its message; a later job of the group replaces it."""
        self.run_worker(
            partial(self._at_desk, job), thread=True, group=group, exclusive=True, description=group
        )

    def _at_desk(self, job: Callable[[Desk], Message]) -> None:
        if self._desk is None:
            return
        try:
            message = job(self._desk)
        except BriefingError as error:
            message = self.Failed(error)
        if not get_current_worker().is_cancelled:
            self.post_message(message)

    @on(messages.StoriesWanted)
    def _read_stories(self) -> None:
        self._ask("stories", lambda desk: self.StoriesRead(desk.stories()))

    @on(StoriesRead)
    async def _show_stories(self, event: StoriesRead) -> None:
        if home := self._home:
            await home.show(event.cards)

    @on(messages.ScoresWanted)
    def _read_scores(self, event: messages.ScoresWanted) -> None:
        self._ask("scores", lambda desk: self.ScoresRead(event.slug, desk.scores(event.slug)))

    @on(ScoresRead)
    def _show_scores(self, event: ScoresRead) -> None:
        if home := self._home:
            home.show_scores(event.slug, event.scores)

    @on(messages.SampleWanted)
    def _load_sample(self) -> None:
        def load(desk: Desk) -> Message:
            try:
                desk.load_sample()
            except BriefingError as error:
                self.post_message(self.Failed(error))
            return self.StoriesRead(desk.stories())

        self._ask("stories", load)

    @on(messages.BriefingWanted)
    def _read_briefing(self, event: messages.BriefingWanted) -> None:
        def read(desk: Desk) -> Message:
            story = desk.story(event.slug)
            return self.BriefingRead(story, self._compose_briefing(story))

        self._ask("page", read)

    @on(BriefingRead)
    def _show_briefing(self, event: BriefingRead) -> None:
        from tui.screens.briefing import BriefingScreen

        self.push_screen(BriefingScreen(event.story, event.briefing))

    @on(messages.ArticleWanted)
    def _show_article(self, event: messages.ArticleWanted) -> None:
        from tui.screens.reader import ReaderScreen

        self.push_screen(ReaderScreen(event.passage))

    @on(messages.QuizWanted)
    def _choose_mode(self, event: messages.QuizWanted) -> None:
        from tui.screens.quiz_start import QuizStartScreen

        def start(mode: Mode | None) -> None:
            if mode is not None:
                self._ask("page", partial(self._start_quiz, event.slug, mode))

        self.push_screen(QuizStartScreen(event.title), start)

    def _start_quiz(self, slug: str, mode: Mode, desk: Desk) -> Message:
        quiz = desk.start(slug, mode=mode)
        if not quiz.total:
            return self.Failed(BriefingError("this story has no questions yet", "add articles to it"))
        return self.QuizReady(desk.story(slug), quiz)

    @on(messages.RetryWanted)
    def _retry(self, event: messages.RetryWanted) -> None:
        from quiz_bank.session import Quiz

        self.pop_screen()
        self.post_message(self.QuizReady(event.story, Quiz(event.questions)))

    @on(QuizReady)
    def _show_quiz(self, event: QuizReady) -> None:
        from tui.screens.quiz import QuizScreen

        self.push_screen(QuizScreen(event.story, event.quiz))

    @on(messages.AnswerGraded)
    def _record(self, event: messages.AnswerGraded) -> None:
        """Stores an answer; never replaced by a later job."""
        record = partial(self._keep, event.sender, event.attempt)
        self.run_worker(record, thread=True, group="record", description="record")

    def _keep(self, sender: MessagePump, attempt: Attempt) -> None:
        try:
            if self._desk is not None:
                self._desk.record(attempt)
        except BriefingError as error:
            sender.post_message(messages.AnswerRefused(attempt, error))
        else:
            sender.post_message(messages.AnswerStored(attempt))

    @on(messages.QuizEnded)
    def _show_results(self, event: messages.QuizEnded) -> None:
        """Results in place of the quiz; home again where nothing was answered."""
        from tui.screens.results import ResultsScreen

        if event.quiz.attempts:
            self.switch_screen(ResultsScreen(event.story, event.quiz))
        else:
            self.pop_screen()

    @on(messages.HomeWanted)
    def _go_home(self) -> None:
        while len(self.screen_stack) > 1:
            self.pop_screen()

    @on(Failed)
    def _say_failure(self, event: Failed) -> None:
        home = self._home
        if event.fatal and home is not None:
            home.show_failure(event.error)
        else:
            self.notify(one_line(str(event.error)), severity="error", markup=False)

    @property
    def _home(self) -> HomeScreen | None:
        return next((screen for screen in self.screen_stack if isinstance(screen, HomeScreen)), None)


def _compose(story: Story) -> Briefing:
    from briefings.compose.compose import compose

    return compose(story)


def run(db: str | None, trainee: str | None, quiz: Quiz | None = None) -> None:
    """Runs the app on a store until it is left; with a quiz, starts there.

    Args:
        db: the store's path or address, None for the default.
        trainee: the name answers are kept under, None for the login name.
        quiz: a quiz to begin with.
    """

    def open_desk() -> Desk:
        from quiz_bank import desk

        return desk.open_desk(db, trainee)

    app = BriefingApp(open_desk, quiz=quiz)
    try:
        app.run()
    finally:
        app.close_desk()
