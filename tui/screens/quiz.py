"""One quiz on a screen: answering, then feedback, question after question.

An answer is graded, sent to be stored, and only when it is stored is anything said about it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Input

from briefings.errors import BriefingError
from quiz_bank.session import CONFIDENCES, AppealKind, Attempt, Phase
from tui.keymap import HELP
from tui.messages import ArticleWanted
from tui.passages import Passage, passage_of_source
from tui.quiz_messages import (
    AnswerGraded,
    AnswerRefused,
    AnswerStored,
    AppealMade,
    AppealRefused,
    AppealStored,
    QuizLeft,
)
from tui.screens.page import Page
from tui.sittings import Sitting
from tui.widgets.answer_rows import AnswerRows
from tui.widgets.masthead import Masthead
from tui.widgets.progress_line import ProgressLine
from tui.widgets.question_sheet import QuestionSheet
from tui.wording import QUIET, plain

PATIENCE = 0.2  # seconds that a store may take before it is told
SAVING = Content.styled("Saving your answer …", QUIET)
NO_ANSWER = Content.styled("Type an answer first, or skip the question with ctrl+o.", QUIET)
NOTHING_CHOSEN = Content.styled("Choose something first, or skip the question with ctrl+o.", QUIET)
NO_HINT = "there is none for this question"
REPORTED_NOW = "Reported; your instructor sees it, and it does not come back."

#: action -> the phase it belongs to
_ANSWERING = frozenset(("hint", "skip", "stop"))
_FEEDBACK = frozenset(("next", "source", "overrule", "undo", "report", "leave"))


class QuizScreen(Page):
    """Asks the questions of a quiz.

    Args:
        sitting: the quiz, at the question it stands at, and what it is about.
        confidence: whether it asks how sure one is before it judges an answer.
    """

    LEADS_ON = False
    CSS_PATH = "quiz.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space", "next", "Next", id="quiz.next", tooltip="Go on to the next question"),
        Binding("s", "source", "Source", id="quiz.source", tooltip="Show the sentence in its article"),
        Binding(
            "o",
            "overrule",
            "I was right",
            id="quiz.right",
            tooltip="Count it as correct; your instructor sees it",
        ),
        Binding("u", "undo", "Undo", id="quiz.undo", tooltip="Take your answer back and give another"),
        Binding("e", "report", "Report", id="quiz.report", tooltip="Report a bad question"),
        Binding("ctrl+t", "hint", "Hint", id="quiz.hint", tooltip="Help with this question"),
        Binding("ctrl+o", "skip", "Skip", id="quiz.skip", tooltip="Go on without an answer"),
        HELP,
        Binding("escape", "stop", "End", id="quiz.stop", tooltip="End here; your answers stay"),
        Binding(
            "escape",
            "reconsider",
            "Back",
            id="quiz.reconsider",
            tooltip="Go back to your answer to change it",
        ),
        Binding("escape", "leave", "End", show=False, id="quiz.leave", tooltip="End here; your answers stay"),
    ]

    def __init__(self, sitting: Sitting, confidence: bool = False) -> None:
        super().__init__()
        self.sitting = sitting
        self.quiz = sitting.quiz
        self.confidence = confidence
        self._saving = False
        self._graded: Attempt | None = None  # waits for how sure she is
        self._refused: Attempt | None = None

    @property
    def sheet(self) -> QuestionSheet:
        """The part that asks and tells."""
        return self.query_one(QuestionSheet)

    def body(self) -> ComposeResult:
        """How far one is, and the question."""
        yield Masthead(self.sitting.title)
        yield ProgressLine(id="progress")
        yield QuestionSheet(id="sheet")

    async def on_mount(self) -> None:
        """Asks the question it stands at."""
        await self._ask()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Each phase has its own keys; while something is being stored there are none."""
        if action in _ANSWERING:
            if self.quiz.phase is not Phase.ANSWERING:
                return False
            return self._graded is None
        if action == "reconsider":
            return self._graded is not None
        if action in _FEEDBACK:
            return self.quiz.phase is Phase.FEEDBACK and not self._saving and self._is_open(action)
        return True

    def _is_open(self, action: str) -> bool:
        """Whether what a key of the feedback does makes sense for the latest answer.

        An option that was picked cannot be right in other words; a bad question can still be reported.
        """
        last = self.quiz.last
        if action == "overrule":
            is_typed = last is not None and bool(last.answer) and last.question.mode == "type"
            return is_typed and last is not None and last.verdict.verdict != "correct"
        if action == "source":
            return self._passage() is not None
        return True

    async def _ask(self) -> None:
        """Shows the current question with an empty answer."""
        self._refused = self._graded = None
        self._saving = False
        self._show_progress()
        await self.sheet.ask(self.quiz.current, self.quiz.is_return)
        self.refresh_bindings()

    def _show_progress(self) -> None:
        again = "again · " if self.quiz.is_return else ""
        self.query_one(Masthead).note = f"{again}question {self.quiz.number} of {self.quiz.total}"
        self.query_one(ProgressLine).show(self.quiz)

    @on(Input.Submitted)
    def _typed(self, event: Input.Submitted) -> None:
        event.stop()
        self._submit(event.value, "")

    @on(Input.Changed)
    def _typing(self) -> None:
        """Takes back the call for an answer; what was not saved stays said."""
        if self._refused is None:
            self.sheet.say("")

    @on(AnswerRows.Given)
    def _given(self, event: AnswerRows.Given) -> None:
        if self._graded is None:
            self._submit(event.graded, event.kept)
        elif event.rows.id == "confidence":
            attempt = replace(self._graded, confidence=CONFIDENCES[int(event.graded) - 1])
            self._graded = None
            self._keep(attempt)

    def _submit(self, answer: str, kept: str) -> None:
        """Grades the answer; the same answer again keeps its first grading."""
        if self._saving or self.quiz.phase is not Phase.ANSWERING or self._graded is not None:
            return
        if not answer.strip():
            self.sheet.say(NOTHING_CHOSEN if self.sheet.rows else NO_ANSWER)
            return
        try:
            attempt = self.quiz.grade(answer)
        except BriefingError as error:
            self.sheet.say(_failure("this question cannot be judged: ", error))
            return
        attempt = replace(attempt, answer=kept or attempt.answer)
        if self._refused is not None and self._refused.answer == attempt.answer:
            attempt = self._refused
        elif self.confidence:
            self._graded = attempt
            self.sheet.ask_confidence()
            self.refresh_bindings()
            return
        self._keep(attempt)

    def _keep(self, attempt: Attempt) -> None:
        """Asks for an attempt to be stored."""
        self._saving = True
        self.sheet.hold()
        self.set_timer(PATIENCE, self._say_saving)
        self.post_message(AnswerGraded(self, attempt))

    def _say_saving(self) -> None:
        if self._saving:
            self.sheet.say(SAVING)

    @on(AnswerStored)
    def _stored(self, event: AnswerStored) -> None:
        self._saving = False
        self.quiz.keep(event.attempt)
        self._show_feedback()

    def _show_feedback(self) -> None:
        if (last := self.quiz.last) is not None:
            self._show_progress()
            self.sheet.tell(last)
            self.refresh_bindings()

    @on(AnswerRefused)
    def _kept_nothing(self, event: AnswerRefused) -> None:
        self._refused = event.attempt
        self._saving = False
        self.sheet.open()
        key = "enter" if event.attempt.answer else "ctrl+o"
        said = Content.styled(f" ({key} tries again)", QUIET)
        self.sheet.say(Content.assemble(_failure("answer NOT saved: ", event.error), said))
        self.refresh_bindings()

    async def action_next(self) -> None:
        """Goes on from feedback."""
        self.quiz.advance()
        if self.quiz.phase is Phase.DONE:
            self.post_message(QuizLeft(self.sitting, is_over=True))
        else:
            await self._ask()

    def action_skip(self) -> None:
        """Leaves the question unanswered; it counts as missed."""
        if self._saving:
            return
        again = self._refused
        self._keep(again if again is not None and not again.answer else self.quiz.give_up())

    def action_hint(self) -> None:
        """Shows a hint; the answer counts as helped."""
        self.sheet.hint(self.quiz.hint() or NO_HINT)

    def action_overrule(self) -> None:
        """Has the latest answer count as correct."""
        self._appeal("right")

    def action_undo(self) -> None:
        """Takes the latest answer back."""
        self._appeal("undo")

    def action_report(self) -> None:
        """Asks for a remark on the question."""
        from tui.screens.report import ReportScreen

        def report(remark: str | None) -> None:
            if remark is not None:
                self._appeal("report", remark)

        self.app.push_screen(ReportScreen(self.quiz.current.ask), report)

    def _appeal(self, kind: AppealKind, text: str = "") -> None:
        appeal = self.quiz.appeal(kind, text)
        if appeal is not None and not self._saving:
            self._saving = True
            self.refresh_bindings()
            self.post_message(AppealMade(self, appeal))

    @on(AppealStored)
    async def _heed(self, event: AppealStored) -> None:
        self._saving = False
        self.quiz.heed(event.appeal)
        if event.appeal.kind == "undo":
            await self._ask()
        else:
            self._show_feedback()
        if event.appeal.kind == "report":
            self.sheet.say(Content.styled(f"! {REPORTED_NOW}", "bold"))

    @on(AppealRefused)
    def _not_heeded(self, event: AppealRefused) -> None:
        self._saving = False
        self.sheet.say(_failure("NOT saved: ", event.error))
        self.refresh_bindings()

    def action_stop(self) -> None:
        """Ends here, once what is being stored is stored."""
        if not self._saving:
            self.post_message(QuizLeft(self.sitting, is_over=False))

    def action_reconsider(self) -> None:
        """Goes back from how sure one is to the answer."""
        self._graded = None
        self.sheet.open()
        self.refresh_bindings()

    def action_leave(self) -> None:
        """Ends here, with what was said about the latest answer."""
        self.quiz.advance()
        self.post_message(QuizLeft(self.sitting, is_over=self.quiz.phase is Phase.DONE))

    def action_source(self) -> None:
        """Shows the article of the question on show at the answer."""
        if passage := self._passage():
            self.post_message(ArticleWanted(passage))

    def _passage(self) -> Passage | None:
        """Where the answer stands, in whichever story has the article."""
        for source in self.quiz.current.sources[:1]:
            found = (passage_of_source(story, source) for story in self.sitting.stories)
            return next((passage for passage in found if passage), None)
        return None


def _failure(what: str, error: BriefingError) -> Content:
    return Content.assemble((f"✗ {what}", "bold $text-error"), plain(str(error)))
