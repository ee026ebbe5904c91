"""How a quiz went: the score by kind, each miss with its right answer and sentence, and what comes next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from quiz_bank.desk import KindScore
from quiz_bank.session import REPORTED, SKIPPED, Attempt, is_right
from tui.exporting import ROUND_FORMATS, write_round
from tui.keymap import COPY, HELP, QUIT
from tui.messages import HomeWanted, WriteWanted
from tui.pages.desk_app import DeskApp
from tui.quiz_messages import NextRead, NextRefused, NextWanted, RetryWanted, SittingReady
from tui.round_text import copied_misses
from tui.screens.page import Page
from tui.sittings import Sitting
from tui.widgets.feedback import source_sentence, verdict_of
from tui.widgets.masthead import Masthead
from tui.widgets.right_answer import answer_words
from tui.widgets.score_table import ScoreTable
from tui.widgets.scrolling import Scrolling
from tui.wording import QUIET, VERDICTS, counted, plain

if TYPE_CHECKING:
    from quiz_bank.learning.schedule import DueList

READING = "Looking up what comes next …"
DAYS_TOLD = 3


class ResultsScreen(Page):
    """The results of one quiz.

    Args:
        sitting: the quiz, and what it was about.
        is_over: whether all of it was answered; else it can be gone on with.
    """

    CSS_PATH = "results.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter,escape", "back", "Home", key_display="enter", id="results.back", tooltip="Go back home"
        ),
        Binding("c", "go_on", "Go on", id="results.continue", tooltip="Go on with the questions left"),
        Binding("r", "retry", "Retry misses", id="results.retry", tooltip="Ask again what was not correct"),
        Binding("w", "write", "Write", id="results.write", tooltip="Write this round to a file"),
        replace(COPY, tooltip="Copy the score and what was missed, with sentences and sources"),
        HELP,
        QUIT,
    ]

    def __init__(self, sitting: Sitting, is_over: bool) -> None:
        super().__init__()
        self.sitting = sitting
        self.quiz = sitting.quiz
        self.is_over = is_over

    @property
    def misses(self) -> list[Attempt]:
        """The first answers that were not correct, in order; bad questions left out."""
        return [each for each in self.quiz.attempts if not is_right(each) and each.verdict.rule != REPORTED]

    @property
    def sure_misses(self) -> list[Attempt]:
        """Those of which the trainee was sure."""
        return [each for each in self.misses if each.confidence == "sure"]

    def body(self) -> ComposeResult:
        """Score, table, misses, those first that seemed sure."""
        sure = self.sure_misses
        yield Masthead("Results", self.sitting.title)
        with Scrolling(id="sheet"):
            yield Static(self._score(), id="score")
            yield ScoreTable()
            yield Static(Content.styled(READING, QUIET), id="next")
            yield from self._section("You were sure, and wrong", sure)
            yield from self._section("To learn", [each for each in self.misses if each not in sure])

    def on_mount(self) -> None:
        """Fills the table and asks what comes next."""
        self.query_one(ScoreTable).show(scores_by_kind(self.quiz.attempts))
        self.query_one("#sheet").focus()
        self.post_message(NextWanted(self, self.sitting, self.is_over))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing is offered that there is none of."""
        offered = {
            "retry": bool(self.misses),
            "go_on": not self.is_over,
            "write": isinstance(self.app, DeskApp) and self.app.writes_files,
        }
        return offered.get(action, True)

    @on(NextRead)
    def _tell_next(self, event: NextRead) -> None:
        told = next_words(event.due, datetime.now(UTC).date())
        waits = "The round waits: c goes on with it." if not self.is_over else ""
        words = Content.assemble(("Next  ", QUIET), plain(" ".join(filter(None, (waits, told)))))
        self.query_one("#next", Static).update(words)

    @on(NextRefused)
    def _tell_failure(self, event: NextRefused) -> None:
        words = Content.assemble(("✗ ", "bold $text-error"), plain(str(event.error)))
        self.query_one("#next", Static).update(words)

    def action_back(self) -> None:
        """Asks for home."""
        self.post_message(HomeWanted())

    def action_go_on(self) -> None:
        """Goes on with the quiz."""
        self.post_message(SittingReady(self.sitting))

    def action_retry(self) -> None:
        """Asks for a quiz of the misses."""
        self.post_message(RetryWanted(self.sitting, tuple(attempt.question for attempt in self.misses)))

    def action_write(self) -> None:
        """Asks for the file to write the round to."""
        name = f"{self.sitting.slug or 'all-stories'}-round.md"
        write = partial(write_round, quiz=self.quiz, title=self.sitting.title)
        self.post_message(WriteWanted("Write this round", name, ROUND_FORMATS, write, "y copies it"))

    def action_copy(self) -> None:
        """Sends score and misses to the terminal's clipboard; whether it took them, no terminal tells."""
        self.app.copy_to_clipboard(copied_misses(self.quiz, self.sitting.title))
        self.notify("Sent to the clipboard", timeout=2, markup=False)

    def _score(self) -> Content:
        answered = len(self.quiz.attempts)
        parts = [Content.styled(f"{self.quiz.count('correct')} of {answered} correct", "bold")]
        parts += _tally(self.quiz.attempts)
        if unanswered := self.quiz.total - answered:
            parts.append(Content.styled(f"{unanswered} not asked yet", QUIET))
        if returns := len(self.quiz.returns):
            parts.append(
                Content.styled(f"↻ {counted(returns, 'answer')} on the way back, not counted", QUIET)
            )
        return Content("   ").join(parts)

    def _section(self, title: str, missed: Sequence[Attempt]) -> Iterator[Widget]:
        if missed:
            yield Static(title, classes="heading", markup=False)
        for attempt in missed:
            question = attempt.question
            yield Static(plain(question.ask, "bold"), classes="asked")
            yield Static(self._miss(attempt))
            for source in question.sources[:1]:
                yield Static(source_sentence(source), classes="sentence")

    def _miss(self, attempt: Attempt) -> Content:
        said = Content.assemble(("  you: ", QUIET), plain(attempt.answer)) if attempt.answer else Content("")
        mended = any(each.question.id == attempt.question.id and is_right(each) for each in self.quiz.returns)
        return Content.assemble(
            verdict_of(attempt),
            said,
            ("   answer: ", QUIET),
            plain(answer_words(attempt.question), "bold"),
            ("   ↻ right when it came back" if mended else "", QUIET),
        )


def _tally(attempts: Sequence[Attempt]) -> Iterator[Content]:
    """How many were close, wrong, skipped; none of what there was none of."""
    given = Counter(each.verdict.verdict for each in attempts if each.answer)
    for verdict in ("close", "wrong"):
        glyph, word, style = VERDICTS[verdict]
        if count := given[verdict]:
            yield Content.styled(f"{glyph} {count} {word.lower()}", style)
    if skipped := sum(each.verdict.rule == SKIPPED for each in attempts):
        yield Content.styled(f"– {skipped} skipped", "bold")


def scores_by_kind(attempts: Sequence[Attempt]) -> list[KindScore]:
    """The first answers of a quiz counted by kind of question, in alphabetical order; bad questions left out."""
    counted_ones = [each for each in attempts if each.verdict.rule != REPORTED]
    tally = Counter((attempt.question.kind, attempt.verdict.verdict) for attempt in counted_ones)
    return [
        KindScore(kind, tally[kind, "correct"], tally[kind, "close"], tally[kind, "wrong"])
        for kind in sorted({kind for kind, _ in tally})
    ]


def next_words(due: DueList, today: date) -> str:
    """What is due now, what comes up on the next days, how much is new."""
    now = len(due.due)
    later = [each for each in due.forecast if each.due and each.day > today][:DAYS_TOLD]
    parts = [
        f"{counted(now, 'fact')} due now: r at Home reviews them." if now else "Nothing more is due now."
    ]
    if later:
        days = ", ".join(f"{each.due:,} {_day_words(each.day, today)}" for each in later)
        parts.append(f"Coming up: {days}.")
    if due.new:
        parts.append(f"{counted(due.new, 'fact')} still new.")
    return " ".join(parts)


def _day_words(day: date, today: date) -> str:
    return "tomorrow" if day == today + timedelta(days=1) else f"on {day:%A} {day.day} {day:%B}"
