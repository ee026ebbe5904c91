"""What trainees say about answers and questions; an instructor accepts or refuses it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical
from textual.content import Content
from textual.widgets import Static

from tui.instructing_messages import AppealDecided, AppealsAsked, AppealsRead, RefusedHere, SentenceWanted
from tui.keymap import BACK, HELP, QUIET_QUIT
from tui.question_words import key_words, sentence_words
from tui.screens.desk_page import DeskPage
from tui.widgets.table import Column, Table
from tui.widgets.words_pane import WordsPane
from tui.wording import QUIET, counted, plain, verdict_words

if TYPE_CHECKING:
    from quiz_bank.learning.appeals import PendingAppeal
    from quiz_bank.learning.gradebook import Asked

COLUMNS = (Column("trainee", 12), Column("says", 11), Column("answer", 16), Column("question"))
SAYS = {"right": "I was right", "report": "bad one"}
#: kind of appeal -> what accepting does, what refusing does
MEANING = {
    "right": ("the answer is right for everybody", "the grader's verdict counts again"),
    "report": ("the question is retired", "the question stays"),
}
NOTHING = Content.assemble(
    ("Nobody waits for a decision.\n\n", "bold"),
    ("“I was right” and reports of bad questions come here; they count for the trainee at once.", QUIET),
)


class AppealsScreen(DeskPage):
    """The appeals of all stories, oldest first, and beside them what the one under the cursor is about."""

    PAGE = "appeals"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "decide(True)", "Accept", id="appeals.accept", tooltip="The trainee is right"),
        Binding("x", "decide(False)", "Refuse", id="appeals.refuse", tooltip="The grader is right"),
        Binding("enter", "source", "Source", id="appeals.source", tooltip="Read the sentence in its article"),
        HELP,
        BACK,
        QUIET_QUIT,
    ]

    def __init__(self, slug: str | None, title: str) -> None:
        super().__init__(slug, title)
        self._asked: Mapping[str, Asked] = {}
        self._busy = False

    @property
    def heading(self) -> str:
        """Appeals of all stories are decided together."""
        return "Appeals"

    def body(self) -> ComposeResult:
        """Table and pane."""
        yield from self.top()
        yield Static(id="empty")
        with Container(id="spread"):
            with Vertical(id="list"):
                yield Table(COLUMNS, _cells, id="appeals")
            yield WordsPane(id="pane")

    def on_mount(self) -> None:
        """Asks for the appeals."""
        self._table.focus()
        self.post_message(AppealsAsked(self))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """One decision at a time, about an appeal."""
        if action not in ("decide", "source"):
            return True
        has_row = self.is_mounted and self._table.current is not None
        return has_row and not (self._busy and action == "decide")

    def action_decide(self, accepted: bool) -> None:
        """Has the decision kept."""
        if appeal := self._table.current:
            self._wait(True)
            self.post_message(AppealDecided(self, appeal.id, accepted))

    def action_source(self) -> None:
        """Opens the article at the sentence."""
        appeal = self._table.current
        if appeal and (asked := self._asked.get(appeal.question)):
            self.post_message(SentenceWanted(asked))

    @on(AppealsRead)
    def _show(self, event: AppealsRead) -> None:
        self._wait(False)
        self._asked = event.asked
        self._table.show(list(event.appeals), COLUMNS, ("", False), self._table.cursor)
        self.notice(None if event.appeals else NOTHING)
        self.note(f"{counted(len(event.appeals), 'appeal')} to decide" if event.appeals else "")

    @on(RefusedHere)
    def _refused(self) -> None:
        self._wait(False)

    @on(Table.Reached)
    def _reached(self) -> None:
        appeal = self._table.current
        self.query_one(WordsPane).show(self._paragraphs(appeal) if appeal else ())
        self.refresh_bindings()

    @on(Table.Chosen)
    def _row_chosen(self) -> None:
        self.action_source()

    def _paragraphs(self, appeal: PendingAppeal) -> Iterable[Content]:
        asked = self._asked.get(appeal.question)
        said = f"“{appeal.answer}”" if appeal.answer else "nothing"
        yield Content.assemble(
            plain(asked.ask if asked else appeal.ask, "bold"), "\n", key_words(asked) if asked else ""
        )
        yield Content.assemble(
            plain(f"{appeal.trainee} answered {said}:"),
            " ",
            verdict_words(appeal.verdict),
            " ",
            plain(f"({appeal.reason})", QUIET),
        )
        yield Content.assemble(("remark: ", QUIET), plain(appeal.remark)) if appeal.remark else Content("")
        accept, refuse = MEANING[appeal.kind]
        yield Content.assemble(("a ", "bold $text-accent"), accept, ("   x ", "bold $text-accent"), refuse)
        if asked:
            yield sentence_words(asked)

    def _wait(self, busy: bool) -> None:
        self._busy = busy
        self.refresh_bindings()

    @property
    def _table(self) -> Table[PendingAppeal]:
        return cast("Table[PendingAppeal]", self.query_one(Table))


def _cells(appeal: PendingAppeal) -> Sequence[Content]:
    return (
        plain(appeal.trainee),
        plain(SAYS[appeal.kind], QUIET),
        plain(appeal.answer or "–", "bold"),
        plain(appeal.ask),
    )
