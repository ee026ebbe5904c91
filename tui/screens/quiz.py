"""One quiz on a screen: answering, then feedback, question after question.

An answer is graded, sent to be stored, and only when it is stored is anything said about it.
"""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Input, Static

from briefings.errors import BriefingError
from briefings.stories import Story
from quiz_bank.session import Attempt, Phase, Quiz
from tui.keymap import HELP
from tui.messages import AnswerGraded, AnswerRefused, AnswerStored, ArticleWanted, QuizEnded
from tui.passages import passage_of_source
from tui.screens.page import Page
from tui.widgets.answer_input import AnswerInput
from tui.widgets.feedback import Feedback
from tui.widgets.masthead import Masthead
from tui.widgets.option_row import OptionRow
from tui.widgets.progress_line import ProgressLine
from tui.widgets.rows import Row, Rows
from tui.widgets.scrolling import Scrolling
from tui.wording import QUIET, plain

SAVING = Content.styled("Saving your answer …", QUIET)
NO_ANSWER = Content.styled("Type an answer first, or skip the question with ctrl+o.", QUIET)


class QuizScreen(Page):
    """Asks the questions of a quiz.

    Args:
        story: the story, for the articles behind the questions.
        quiz: the quiz, at its first question.
    """

    CSS_PATH = "quiz.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "answer", "Check", id="quiz.answer", tooltip="Answer with the marked option"),
        *(
            Binding(
                str(at),
                f"pick({at})",
                "Pick",
                show=False,
                id=f"quiz.pick.{at}",
                tooltip=f"Answer with option {at}",
            )
            for at in range(1, 7)
        ),
        Binding("enter,space", "next", "Next", id="quiz.next", tooltip="Go on to the next question"),
        Binding("s", "source", "Source", id="quiz.source", tooltip="Show the sentence in its article"),
        Binding("ctrl+o", "skip", "Skip", id="quiz.skip", tooltip="Leave this question unanswered"),
        HELP,
        Binding("escape", "stop", "End", id="quiz.stop", tooltip="End the quiz; your answers stay"),
    ]

    def __init__(self, story: Story, quiz: Quiz) -> None:
        super().__init__()
        self.story = story
        self.quiz = quiz
        self._saving = False
        self._refused: Attempt | None = None

    def body(self) -> ComposeResult:
        """The question, a place for the answer, and what is said about it."""
        yield Masthead(self.story.title)
        yield ProgressLine(id="progress")
        with Scrolling(id="sheet", can_focus=False):
            yield Static(id="header")
            yield Static(id="ask")
            with Horizontal(id="typed"):
                yield Static("›", id="prompt", markup=False)
                yield AnswerInput(id="answer")
            yield Rows(id="options")
            yield Static(id="status")
            yield Feedback()

    async def on_mount(self) -> None:
        """Asks the first question."""
        await self._ask()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Each phase has its own keys; while an answer is being stored there are none."""
        answering = self.quiz.phase is Phase.ANSWERING
        if action in ("answer", "pick"):
            return answering and not self._saving and self.quiz.current.mode == "choice"
        if action in ("next", "source"):
            return self.quiz.phase is Phase.FEEDBACK
        if action == "skip":
            return answering and not self._saving
        if action == "stop":
            return None if self._saving else True
        return True

    async def _ask(self) -> None:
        """Shows the current question with an empty answer."""
        question = self.quiz.current
        choosing = question.mode == "choice"
        self._refused = None
        self.query_one(Masthead).note = f"question {self.quiz.number} of {self.quiz.total}"
        self.query_one(ProgressLine).show(self._progress(), self.quiz.total)
        self.query_one("#header", Static).update(plain(question.header, QUIET))
        self.query_one("#ask", Static).update(plain(question.ask, "bold"))
        self.query_one(Feedback).display = False
        self.query_one("#typed").display = not choosing
        options = self.query_one("#options", Rows)
        options.display = choosing
        await options.remove_children()
        await options.mount(*(OptionRow(at, text) for at, text in enumerate(question.options, 1) if choosing))
        self.query_one(AnswerInput).clear()
        self._let_answer()
        self._say("")

    def _let_answer(self) -> None:
        """Opens the place for the answer and puts the cursor there."""
        self._saving = False
        answer, options = self.query_one(AnswerInput), self.query_one("#options", Rows)
        answer.disabled = options.disabled = False
        self.query_one("#sheet", Scrolling).can_focus = False
        if self.quiz.current.mode == "choice":
            options.focus_row(0)
        else:
            answer.focus()
        self.refresh_bindings()

    @on(Input.Submitted)
    def _typed(self, event: Input.Submitted) -> None:
        event.stop()
        self._submit(event.value)

    @on(Input.Changed)
    def _typing(self) -> None:
        """Takes back the call for an answer; what was not saved stays said."""
        if self._refused is None:
            self._say("")

    @on(Row.Chosen)
    def _chosen(self, event: Row.Chosen) -> None:
        if isinstance(event.row, OptionRow):
            self._submit(str(event.row.number))

    def action_answer(self) -> None:
        """Answers with the option under the cursor."""
        row = self.query_one("#options", Rows).current
        if isinstance(row, OptionRow):
            self._submit(str(row.number))

    def action_pick(self, number: int) -> None:
        """Answers with the option of that number."""
        if number <= len(self.quiz.current.options):
            self.query_one("#options", Rows).focus_row(number - 1)
            self._submit(str(number))

    def _submit(self, answer: str) -> None:
        """Grades the answer and asks for it to be stored; the same answer again keeps its first grading."""
        if self._saving or self.quiz.phase is not Phase.ANSWERING:
            return
        if not answer.strip():
            self._say(NO_ANSWER)
            return
        try:
            attempt = self.quiz.grade(answer)
        except BriefingError as error:
            self._say(
                Content.assemble(
                    ("✗ this question cannot be judged: ", "bold $text-error"), plain(str(error))
                )
            )
            return
        if self._refused is not None and self._refused.answer == attempt.answer:
            attempt = self._refused
        self._saving = True
        self.query_one(AnswerInput).disabled = True
        self.query_one("#options", Rows).disabled = True
        self._say(SAVING)
        self.refresh_bindings()
        self.post_message(AnswerGraded(self, attempt))

    @on(AnswerStored)
    def _stored(self, event: AnswerStored) -> None:
        self._saving = False
        self.quiz.keep(event.attempt)
        self._say("")
        self.query_one(ProgressLine).show(self._progress(), self.quiz.total)
        for row in self.query(OptionRow):
            row.judge(event.attempt)
        feedback, sheet = self.query_one(Feedback), self.query_one("#sheet", Scrolling)
        feedback.show(event.attempt)
        feedback.display = True
        sheet.can_focus = True
        sheet.focus()
        self.refresh_bindings()

    @on(AnswerRefused)
    def _kept_nothing(self, event: AnswerRefused) -> None:
        self._refused = event.attempt
        self._let_answer()
        self._say(
            Content.assemble(
                ("✗ answer NOT saved: ", "bold $text-error"),
                plain(str(event.error)),
                (" (enter tries again)", QUIET),
            )
        )

    async def action_next(self) -> None:
        """Goes on from feedback."""
        self.quiz.advance()
        await self._go_on()

    async def action_skip(self) -> None:
        """Leaves the question unanswered."""
        self.quiz.skip()
        await self._go_on()

    async def _go_on(self) -> None:
        if self.quiz.phase is Phase.DONE:
            self.post_message(QuizEnded(self.story, self.quiz))
        else:
            await self._ask()

    def action_stop(self) -> None:
        """Ends the quiz."""
        self.quiz.stop()
        self.post_message(QuizEnded(self.story, self.quiz))

    def action_source(self) -> None:
        """Shows the article of the question on show at the answer."""
        for source in self.quiz.current.sources[:1]:
            if passage := passage_of_source(self.story, source):
                self.post_message(ArticleWanted(passage))

    def _say(self, words: Content | str) -> None:
        status = self.query_one("#status", Static)
        status.display = bool(words)
        status.update(words)

    def _progress(self) -> list[str]:
        verdicts: dict[str, str] = {
            attempt.question.id: attempt.verdict.verdict for attempt in self.quiz.attempts
        }
        verdicts |= {question.id: "skipped" for question in self.quiz.skipped}
        done = [verdicts[question.id] for question in self.quiz.questions if question.id in verdicts]
        return done if self.quiz.phase is Phase.FEEDBACK else [*done, "current"]
