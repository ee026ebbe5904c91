"""The app: opens the desk behind the first paint, runs its work in threads, and moves between the pages."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import PurePath
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import App
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.screen import Screen
from textual.worker import get_current_worker

from briefings.errors import BriefingError
from tui import messages
from tui.desk import Desk
from tui.keymap import HELP, KEY_NAMES
from tui.screens.home import HomeScreen
from tui.wording import one_line

if TYPE_CHECKING:
    from textual.message_pump import MessagePump

    from briefings.compose.briefing import Briefing
    from briefings.ingest import Added, Report
    from briefings.stories import Story
    from quiz_bank.desk import KindScore, StoryCard
    from quiz_bank.questions import Mode
    from quiz_bank.session import Quiz
    from tui.screens.articles import ArticlesScreen
    from tui.screens.briefing import BriefingScreen


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
    class ArticlesRead(Message):
        """A story whose articles are to be listed."""

        story: Story

    @dataclass
    class StoryChanged(Message):
        """A story as it is after its articles changed, and its new briefing."""

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

    def _serve(
        self,
        sender: MessagePump,
        group: str,
        job: Callable[[Desk], Message],
        refusal: Callable[[BriefingError], Message],
    ) -> None:
        """Does a job that is never dropped in a thread; its message, or the refusal, goes to who asked."""

        def serve() -> None:
            if self._desk is None:
                return
            try:
                sender.post_message(job(self._desk))
            except BriefingError as error:
                sender.post_message(refusal(error))

        self.run_worker(serve, thread=True, group=group, description=group)

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

    @on(messages.StoryArticlesWanted)
    def _read_articles(self, event: messages.StoryArticlesWanted) -> None:
        self._ask("page", lambda desk: self.ArticlesRead(desk.story(event.slug)))

    @on(messages.ArticlesWanted)
    @on(ArticlesRead)
    def _show_articles(self, event: messages.ArticlesWanted | ArticlesRead) -> None:
        from tui.screens.articles import ArticlesScreen

        self.push_screen(ArticlesScreen(event.story))

    @on(messages.AddWanted)
    def _ask_what_to_add(self, event: messages.AddWanted) -> None:
        from tui.screens.add import AddScreen

        self.push_screen(AddScreen(event.story), self._show_added)

    def _show_added(self, report: Report | None) -> None:
        from tui.screens.added import AddedScreen

        if report is not None:
            self._refresh(report.slug)
            self.push_screen(AddedScreen(report))

    @on(messages.AddAsked)
    def _add(self, event: messages.AddAsked) -> None:
        def told(entry: Added, done: int, total: int) -> None:
            event.sender.post_message(messages.AddMoved(entry.source, done, total))

        def add(desk: Desk) -> Message:
            from briefings.reading.articles import Given

            report = desk.add([event.source], event.story, Given(published=event.published), told)
            refused = [entry.problem for entry in report.added if entry.problem]
            if len(refused) == len(report.added) == 1:
                raise refused[0]
            return messages.AddDone(report)

        self._serve(event.sender, "add", add, messages.AddRefused)

    @on(messages.EditWanted)
    def _ask_what_is_right(self, event: messages.EditWanted) -> None:
        from tui.screens.edit import EditScreen

        self.push_screen(EditScreen(event.slug, event.article))

    @on(messages.CorrectionAsked)
    def _correct(self, event: messages.CorrectionAsked) -> None:
        def correct(desk: Desk) -> Message:
            desk.set_article(event.slug, event.key, event.outlet, event.published)
            self.post_message(self._changed(event.slug, desk))
            return messages.Corrected()

        self._serve(event.sender, "correct", correct, messages.CorrectionRefused)

    def _refresh(self, slug: str) -> None:
        """Has the pages below show a story as it is now, if any is on show."""
        if any(screen.story.slug == slug for screen in self._story_screens):
            self._ask("refresh", partial(self._changed, slug))

    def _changed(self, slug: str, desk: Desk) -> StoryChanged:
        story = desk.story(slug)
        return self.StoryChanged(story, self._compose_briefing(story))

    @on(StoryChanged)
    async def _show_change(self, event: StoryChanged) -> None:
        from tui.screens.briefing import BriefingScreen

        for screen in self._story_screens:
            if screen.story.slug != event.story.slug:
                continue
            if isinstance(screen, BriefingScreen):
                await screen.show(event.story, event.briefing)
            else:
                await screen.show(event.story)

    @property
    def _story_screens(self) -> list[BriefingScreen | ArticlesScreen]:
        from tui.screens.articles import ArticlesScreen
        from tui.screens.briefing import BriefingScreen

        return [each for each in self.screen_stack if isinstance(each, (BriefingScreen, ArticlesScreen))]

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

        def record(desk: Desk) -> Message:
            desk.record(event.attempt)
            return messages.AnswerStored(event.attempt)

        self._serve(event.sender, "record", record, partial(messages.AnswerRefused, event.attempt))

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
