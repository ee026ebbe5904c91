"""One question: what it asks, a place for the answer, hints, how sure one is, and the feedback."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from quiz_bank.questions import Question
from quiz_bank.session import Attempt
from tui.widgets.answer_input import AnswerInput
from tui.widgets.answer_rows import AnswerRows, MatchRows, PickRows, rows_for
from tui.widgets.feedback import Feedback
from tui.widgets.scrolling import Scrolling
from tui.wording import QUIET, plain

CONFIDENCE = ("a guess", "I think so", "I am sure")
MIDDLE = 1  # of those three


class QuestionSheet(Scrolling):
    """Scrolls once there is something to read; while answering, the keys belong to the answer.

    It never has the focus itself: Textual would style everything in it anew.

    Attributes:
        rows: the lines the question is answered with; None where the answer is typed.
    """

    DEFAULT_CSS = """
    QuestionSheet {
        height: 1fr;
        margin: 0 2;
        & > * { max-width: 92; }
        Static { height: auto; }
        #ask { margin-bottom: 1; }
        #typed { height: 1; margin-bottom: 1; }
        #prompt { width: 2; color: $text-accent; text-style: bold; }
        #lines { height: auto; margin-bottom: 1; }
        #lines .how { margin-bottom: 1; }
        #lines .legend { margin-top: 1; }
        #sure { height: auto; margin-bottom: 1; }
        #sure .how { text-style: bold; }
        #hint { margin-bottom: 1; }
        #status { margin-bottom: 1; }
    }
    """

    def __init__(self, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, can_focus=False)
        self.rows: AnswerRows | None = None

    def compose(self) -> ComposeResult:
        """Everything a question may need, most of it hidden."""
        yield Static(id="header")
        yield Static(id="ask")
        with Horizontal(id="typed"):
            yield Static("›", id="prompt", markup=False)
            yield AnswerInput(id="answer")
        yield Vertical(id="lines")
        yield Static(id="hint")
        with Vertical(id="sure"):
            yield Static("How sure are you?", classes="how", markup=False)
            yield PickRows(CONFIDENCE, id="confidence")
        yield Static(id="status")
        yield Feedback()

    async def ask(self, question: Question, again: bool) -> None:
        """Shows a question with an empty answer; ``again`` where it was missed before."""
        mark = Content.styled("↻ again  ", "bold") if again else Content("")
        self.query_one("#header", Static).update(Content.assemble(mark, plain(question.header, QUIET)))
        self.query_one("#ask", Static).update(plain(question.ask, "bold"))
        self.query_one(Feedback).display = False
        self._put("#hint", "")
        self.say("")
        await self._mount_rows(question)
        self.query_one(AnswerInput).clear()
        self.scroll_home(animate=False)
        self.open()

    async def _mount_rows(self, question: Question) -> None:
        lines = self.query_one("#lines", Vertical)
        self.rows = rows_for(question)
        lines.display = self.rows is not None
        self.query_one("#typed").display = self.rows is None
        await lines.remove_children()
        if self.rows is not None:
            if self.rows.HOW:
                await lines.mount(Static(Content.styled(self.rows.HOW, QUIET), classes="how"))
            await lines.mount(self.rows)
            if isinstance(self.rows, MatchRows):
                await lines.mount(Static(self.rows.legend, classes="legend"))

    def open(self) -> None:
        """Opens the place for the answer and puts the cursor there."""
        self.query_one("#sure").display = False
        answer = self.query_one(AnswerInput)
        answer.disabled = answer.locked = False
        if self.rows is None:
            answer.focus()
        else:
            self.rows.disabled = False
            self.rows.focus_row(self.rows.at)

    def hold(self) -> None:
        """Lets nothing more into the answer while it is being stored."""
        self.query_one("#sure").display = False
        self.query_one(AnswerInput).locked = True

    def close(self) -> None:
        """Closes the place for the answer."""
        self.query_one("#sure").display = False
        self.query_one(AnswerInput).disabled = True
        if self.rows is not None:
            self.rows.disabled = True

    def ask_confidence(self) -> None:
        """Asks how sure one is of the answer, which can no longer be changed."""
        self.close()
        sure = self.query_one("#sure")
        sure.display = True
        self.query_one("#confidence", PickRows).focus_row(MIDDLE)
        self.call_after_refresh(sure.scroll_visible, animate=False)

    def tell(self, attempt: Attempt) -> None:
        """Shows the feedback to an attempt that is kept."""
        self.say("")
        self._put("#hint", "")
        self.close()
        if self.rows is not None and attempt.answer:
            self.rows.judge(attempt.question)
        feedback = self.query_one(Feedback)
        feedback.show(attempt)
        feedback.display = True
        feedback.focus(scroll_visible=False)
        self.call_after_refresh(feedback.scroll_visible, animate=False, top=False)

    def hint(self, words: str) -> None:
        """Shows a hint, which stays while an answer is made."""
        self._put("#hint", Content.assemble(("Hint  ", "bold"), plain(words)))

    def say(self, words: Content | str) -> None:
        """Shows a line on how it goes; none, when it is empty."""
        self._put("#status", words)

    def _put(self, selector: str, words: Content | str) -> None:
        part = self.query_one(selector, Static)
        part.display = bool(words)
        part.update(words)
