"""The part of the app behind the quiz: start, answers kept, results."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from textual import on
from textual.message import Message

from briefings.errors import BriefingError
from tui import messages
from tui.desk import Desk
from tui.pages.desk_app import DeskApp, Failed

if TYPE_CHECKING:
    from briefings.stories import Story
    from quiz_bank.questions import Mode
    from quiz_bank.session import Quiz


@dataclass
class QuizReady(Message):
    """A quiz to start."""

    story: Story
    quiz: Quiz


class QuizPages(DeskApp):
    """Handlers for the quiz and its results."""

    @on(messages.QuizWanted)
    def _choose_mode(self, event: messages.QuizWanted) -> None:
        from tui.screens.quiz_start import QuizStartScreen

        def start(mode: Mode | None) -> None:
            if mode is not None:
                self.ask("page", partial(self._start_quiz, event.slug, mode))

        self.push_screen(QuizStartScreen(event.title), start)

    def _start_quiz(self, slug: str, mode: Mode, desk: Desk) -> Message:
        quiz = desk.start(slug, mode=mode)
        if not quiz.total:
            return Failed(BriefingError("this story has no questions yet", "add articles to it"))
        return QuizReady(desk.story(slug), quiz)

    @on(messages.RetryWanted)
    def _retry(self, event: messages.RetryWanted) -> None:
        from quiz_bank.session import Quiz

        self.pop_screen()
        self.post_message(QuizReady(event.story, Quiz(event.questions)))

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

        self.serve(event.sender, "record", record, partial(messages.AnswerRefused, event.attempt))

    @on(messages.QuizEnded)
    def _show_results(self, event: messages.QuizEnded) -> None:
        """Results in place of the quiz; home again where nothing was answered."""
        from tui.screens.results import ResultsScreen

        if event.quiz.attempts:
            self.switch_screen(ResultsScreen(event.story, event.quiz))
        else:
            self.pop_screen()
