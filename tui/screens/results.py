"""How a quiz went: the score by kind, and each miss with its right answer and sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from briefings.stories import Story
from quiz_bank.desk import KindScore
from quiz_bank.session import Attempt, Quiz
from tui.keymap import HELP, QUIT
from tui.messages import HomeWanted, RetryWanted
from tui.screens.page import Page
from tui.widgets.feedback import source_sentence
from tui.widgets.masthead import Masthead
from tui.widgets.score_table import ScoreTable
from tui.widgets.scrolling import Scrolling
from tui.wording import QUIET, VERDICTS, plain, verdict_words


class ResultsScreen(Page):
    """The results of one quiz.

    Args:
        story: the story it was about.
        quiz: the quiz, ended.
    """

    CSS_PATH = "results.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter,escape", "back", "Home", key_display="enter", id="results.back", tooltip="Go back home"
        ),
        Binding("r", "retry", "Retry misses", id="results.retry", tooltip="Ask again what was not correct"),
        HELP,
        QUIT,
    ]

    def __init__(self, story: Story, quiz: Quiz) -> None:
        super().__init__()
        self.story = story
        self.quiz = quiz

    @property
    def misses(self) -> list[Attempt]:
        """The attempts that were not correct, in order."""
        return [attempt for attempt in self.quiz.attempts if attempt.verdict.verdict != "correct"]

    def body(self) -> ComposeResult:
        """Score, table, misses."""
        yield Masthead("Results", self.story.title)
        with Scrolling(id="sheet"):
            yield Static(self._score(), id="score")
            yield ScoreTable()
            if self.misses:
                yield Static("To learn", classes="heading", markup=False)
                yield from self._misses()

    def on_mount(self) -> None:
        """Fills the table."""
        self.query_one(ScoreTable).show(scores_by_kind(self.quiz.attempts))
        self.query_one("#sheet").focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is nothing to retry where nothing was missed."""
        return bool(self.misses) if action == "retry" else True

    def action_back(self) -> None:
        """Asks for home."""
        self.post_message(HomeWanted())

    def action_retry(self) -> None:
        """Asks for a quiz of the misses."""
        self.post_message(RetryWanted(self.story, tuple(attempt.question for attempt in self.misses)))

    def _score(self) -> Content:
        answered = len(self.quiz.attempts)
        parts = [Content.styled(f"{self.quiz.count('correct')} of {answered} correct", "bold")]
        for verdict in ("close", "wrong"):
            glyph, word, style = VERDICTS[verdict]
            if count := self.quiz.count(verdict):
                parts.append(Content.styled(f"{glyph} {count} {word.lower()}", style))
        if unanswered := self.quiz.total - answered:
            parts.append(Content.styled(f"{unanswered} not answered", QUIET))
        return Content("   ").join(parts)

    def _misses(self) -> Iterator[Widget]:
        for attempt in self.misses:
            question = attempt.question
            yield Static(plain(question.ask, "bold"), classes="asked")
            yield Static(
                Content.assemble(
                    verdict_words(attempt.verdict.verdict),
                    ("  you: ", QUIET),
                    plain(attempt.answer),
                    ("   answer: ", QUIET),
                    plain(question.answer, "bold"),
                )
            )
            for source in question.sources[:1]:
                yield Static(source_sentence(source), classes="sentence")


def scores_by_kind(attempts: list[Attempt]) -> list[KindScore]:
    """The verdicts of a quiz counted by kind of question, in alphabetical order."""
    tally = Counter((attempt.question.kind, attempt.verdict.verdict) for attempt in attempts)
    return [
        KindScore(kind, tally[kind, "correct"], tally[kind, "close"], tally[kind, "wrong"])
        for kind in sorted({kind for kind, _ in tally})
    ]
