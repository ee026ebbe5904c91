"""The questions of a story and of its banks in one table: an instructor approves, rewords, retires them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, ClassVar, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical
from textual.content import Content
from textual.events import Resize
from textual.widgets import Input, Static

from quiz_bank.curation import Action
from tui.instructing_messages import (
    EditAsked,
    EditKept,
    HistoryAsked,
    HistoryRead,
    QuestionsAsked,
    QuestionsRead,
    SentenceWanted,
)
from tui.keymap import BACK, HELP, QUIET_QUIT
from tui.question_rows import QuestionRow, kinds_of, matching, ordered, states_of
from tui.question_words import history_words, key_words, sentence_words
from tui.screens.desk_page import DeskPage
from tui.widgets.kind_bar import ALL, KindBar
from tui.widgets.search_line import SearchLine
from tui.widgets.table import Column, Table
from tui.widgets.words_pane import WordsPane
from tui.wording import QUIET, counted, plain

if TYPE_CHECKING:
    from textual.timer import Timer

    from quiz_bank.library import History

REST = 0.15  # seconds the cursor stays on a question before its history is read
STATE, KIND, ORIGIN = Column("state", 10), Column("kind", 10), Column("from", 14)
ASK, ANSWER = Column("question"), Column("answer", 18)
GLYPHS = {"new": "·", "approved": "✓", "changed": "!", "retired": "✗"}
STATE_STYLES = {"approved": "$text-success", "changed": "$text-warning", "retired": "$text-error"}
NO_QUESTIONS = Content.assemble(
    ("No questions here.\n\n", "bold"),
    "Articles give them, and banks:\n",
    ("  4 ", "bold $text-accent"),
    "  lists the banks, and adds more",
)
NO_MATCH = Content.assemble(
    ("No question matches.\n\n", "bold"),
    ("  esc ", "bold $text-accent"),
    "  shows all questions again",
)
SAID = {
    "approve": "Approved",
    "retire": "Retired: nobody is asked it any more",
    "restore": "Restored: it is asked again",
    "reword": "Reworded for everybody",
    "add-spelling": "One more spelling is right for everybody",
    "drop-spelling": "That spelling is right no more",
}
#: what a decision changes at once, before the questions are read again
AT_ONCE: dict[Action, dict[str, Any]] = {
    "approve": {"approved": True, "changed": False},
    "retire": {"retired": True, "changed": False},
    "restore": {"retired": False, "changed": False},
}


class QuestionsScreen(DeskPage):
    """The table, and beside it key, sentence and history of the question under the cursor."""

    PAGE = "questions"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "decide('approve')", "Approve", id="questions.approve", tooltip="Sign the question"),
        Binding("x", "decide('retire')", "Retire", id="questions.retire", tooltip="Ask it no more"),
        Binding("x", "decide('restore')", "Restore", id="questions.restore", tooltip="Ask it again"),
        Binding("e", "reword", "Reword", id="questions.reword", tooltip="Ask in other words"),
        Binding(
            "plus",
            "respell",
            "Spelling",
            key_display="+",
            id="questions.spelling",
            tooltip="Add a spelling that is right for everybody",
        ),
        Binding(
            "minus",
            "despell",
            "Drop spelling",
            key_display="-",
            show=False,
            id="questions.spelling.drop",
            tooltip="Take an added spelling away",
        ),
        Binding(
            "enter", "source", "Source", id="questions.source", show=False, tooltip="Read it in its article"
        ),
        Binding(
            "space",
            "mark",
            "Mark",
            id="questions.mark",
            show=False,
            tooltip="Mark it, to decide about several at once",
        ),
        Binding(
            "right,l",
            "turn_state(1)",
            "State",
            key_display="← →",
            id="questions.state",
            show=False,
            tooltip="Show another state",
        ),
        Binding(
            "left,h",
            "turn_state(-1)",
            "State before",
            id="questions.state.last",
            show=False,
            tooltip="Go back a state",
        ),
        Binding(
            "v", "turn_kind", "Kind", id="questions.kind", show=False, tooltip="Show another kind of answer"
        ),
        Binding(
            "slash",
            "search",
            "Search",
            key_display="/",
            id="questions.search",
            show=False,
            tooltip="Search the questions",
        ),
        Binding("s", "sort", "Sort", id="questions.sort", show=False, tooltip="Sort by the next column"),
        HELP,
        BACK,
        QUIET_QUIT,
    ]

    def __init__(self, slug: str | None, title: str) -> None:
        super().__init__(slug, title)
        self._rows: list[QuestionRow] = []
        self._state: str | None = None
        self._kind: str | None = None
        self._words = ""
        self._order = ("", False)
        self._marked: set[str] = set()
        self._history: History | None = None
        self._resting: Timer | None = None
        self._has_read = False

    def body(self) -> ComposeResult:
        """States, search line, table and pane."""
        yield from self.top()
        yield KindBar()
        yield SearchLine()
        yield Static(id="empty")
        with Container(id="spread"):
            with Vertical(id="list"):
                yield Table[QuestionRow](self._columns, self._cells, id="questions")
            yield WordsPane(id="pane")

    def on_mount(self) -> None:
        """Asks for the questions."""
        self._table.focus()
        self.post_message(QuestionsAsked(self, self.slug))

    def on_resize(self, event: Resize) -> None:
        """Shows as many columns as there is room for."""
        self._draw()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What is retired can only be restored, and the other way round; what is typed is no key."""
        row = self._table.current if self.is_mounted else None
        if action == "decide":
            is_retired = row is not None and row.state == "retired"
            return row is not None and is_retired == (parameters[0] == "restore")
        if action == "despell" and (row is None or not row.curated.curation.spellings):
            return False
        if action in ("despell", "reword", "respell", "source", "mark"):
            return row is not None and not isinstance(self.focused, Input)
        return not isinstance(self.focused, Input) if action == "search" else True

    def action_decide(self, action: Action) -> None:
        """Has a decision kept, about the marked questions or the one under the cursor."""
        self.post_message(EditAsked(self, self._chosen, action))

    def action_reword(self) -> None:
        """Asks for other words."""
        from tui.screens.question_form import RewordScreen

        if row := self._table.current:
            self.app.push_screen(RewordScreen(row), self._formed)

    def action_respell(self) -> None:
        """Asks for a spelling."""
        from tui.screens.question_form import SpellingScreen

        if row := self._table.current:
            self.app.push_screen(SpellingScreen(row), self._formed)

    def action_despell(self) -> None:
        """Asks which of the added spellings is right no more."""
        from tui.screens.question_form import DropSpellingScreen

        if row := self._table.current:
            self.app.push_screen(DropSpellingScreen(row), self._formed)

    def action_source(self) -> None:
        """Opens the article at the sentence."""
        if row := self._table.current:
            self.post_message(SentenceWanted(row.asked))

    def action_mark(self) -> None:
        """Marks the question, or takes the mark away, and goes on to the next."""
        if row := self._table.current:
            self._marked ^= {row.id}
            self._draw(self._table.cursor + 1)

    def action_turn_state(self, step: int) -> None:
        """Shows the next state, round at the ends."""
        names = [None, *states_of(self._rows)]
        at = names.index(self._state) if self._state in names else 0
        self._state = names[(at + step) % len(names)]
        self._draw()

    def action_turn_kind(self) -> None:
        """Shows the next kind of answer; after the last all of them."""
        names = [None, *kinds_of(self._rows)]
        at = names.index(self._kind) if self._kind in names else 0
        self._kind = names[(at + 1) % len(names)]
        self._draw()

    def action_search(self) -> None:
        """Opens the line to search in."""
        self.query_one(SearchLine).open()

    def action_sort(self) -> None:
        """Sorts by the next column; after the last as they are asked."""
        names = ["", *(column.name for column in self._columns)]
        at = names.index(self._order[0]) if self._order[0] in names else 0
        self._order = (names[(at + 1) % len(names)], False)
        self._draw()

    def action_back(self) -> None:
        """Shows all again where that was narrowed, takes marks away; else closes the page."""
        if not (self._state or self._kind or self._words or self._marked):
            super().action_back()
            return
        self._state = self._kind = None
        self._words = ""
        self._marked = set()
        self.query_one(SearchLine).fill("")
        self._draw()

    @on(QuestionsRead)
    def _show(self, event: QuestionsRead) -> None:
        self._has_read = True
        current = self._table.current
        self._rows = [QuestionRow(each) for each in event.questions]
        self._marked &= {row.id for row in self._rows}
        self._draw(self._table.cursor, current.id if current else "")

    @on(EditKept)
    def _kept(self, event: EditKept) -> None:
        self._marked = set()
        self._rows = [_decided(row, event.action) if row.id in event.questions else row for row in self._rows]
        self._draw(self._table.cursor)
        self.notify(SAID[event.action], timeout=2, markup=False)
        self.post_message(QuestionsAsked(self, self.slug))

    @on(HistoryRead)
    def _show_history(self, event: HistoryRead) -> None:
        self._history = event.history
        self._show_pane()

    @on(Input.Changed)
    def _searched(self, event: Input.Changed) -> None:
        if event.value != self._words:
            self._words = event.value
            self._draw()

    @on(SearchLine.Left)
    def _left_search(self) -> None:
        self._table.focus()

    @on(KindBar.Turned)
    def _turned(self, event: KindBar.Turned) -> None:
        self.action_turn_state(event.by)

    @on(Table.Reached)
    def _reached(self) -> None:
        self._show_pane()
        self.refresh_bindings()
        if self._resting is not None:
            self._resting.stop()
        if self._table.current:
            self._resting = self.set_timer(REST, self._ask_for_history)

    @on(Table.Chosen)
    def _row_chosen(self) -> None:
        self.action_source()

    @on(Table.HeadingChosen)
    def _heading_chosen(self, event: Table.HeadingChosen) -> None:
        self._order = (event.column, self._order == (event.column, False))
        self._draw()

    def _ask_for_history(self) -> None:
        if row := self._table.current:
            self.post_message(HistoryAsked(self, row.id))

    def _formed(self, kept: EditKept | None) -> None:
        if kept is not None:
            self.post_message(kept)

    def _draw(self, cursor: int = 0, current: str = "") -> None:
        """Shows the rows that match, the cursor on the question ``current`` where it is among them."""
        found = matching(self._rows, self._state, self._kind, self._words)
        rows = ordered(found, *self._order)
        self.query_one(KindBar).show(states_of(self._rows), self._state or ALL)
        at = next((place for place, row in enumerate(rows) if row.id == current), cursor)
        self._table.show(rows, self._columns, self._order, at)
        if self._rows:
            self.notice(None if rows else NO_MATCH)
            self.note(self._summary(rows))
        elif self._has_read:
            self.notice(NO_QUESTIONS)
            self.note("")

    def _show_pane(self) -> None:
        row = self._table.current
        self.query_one(WordsPane).show(self._paragraphs(row) if row else ())

    def _paragraphs(self, row: QuestionRow) -> Iterable[Content]:
        asked = row.asked
        yield Content.assemble(plain(asked.ask, "bold"), "\n", key_words(asked))
        yield sentence_words(asked)
        if self._history is not None and self._history.question == row.id:
            yield history_words(self._history)

    def _cells(self, row: QuestionRow) -> Sequence[Content]:
        mark = "●" if row.id in self._marked else GLYPHS[row.state]
        style = STATE_STYLES.get(row.state, QUIET)
        cells = {
            "state": Content.styled(f"{mark} {row.state}", style),
            "kind": plain(row.kind, QUIET),
            "question": plain(row.asked.ask, QUIET if row.state == "retired" else ""),
            "answer": plain(row.asked.answer, "bold"),
            "from": plain(row.origin, QUIET),
        }
        return [cells[column.name] for column in self._table.columns]

    def _summary(self, rows: Sequence[QuestionRow]) -> str:
        parts = (
            f"{len(self._marked):,} marked" if self._marked else "",
            self._kind or "",
            counted(len(rows), "question"),
        )
        return " · ".join(filter(None, parts))

    @property
    def _chosen(self) -> list[str]:
        """The marked questions in the order they are shown, else the one under the cursor."""
        marked = [row.id for row in self._rows if row.id in self._marked]
        return marked or [row.id for row in (self._table.current,) if row]

    @property
    def _columns(self) -> tuple[Column, ...]:
        """The kind only where it is not chosen; the source where there is room."""
        wide = self.size.width >= 140
        kind = (KIND,) if wide or (not self._kind and not self.is_wide) else ()
        return (STATE, *kind, ASK, ANSWER, *((ORIGIN,) if wide else ()))

    @property
    def _table(self) -> Table[QuestionRow]:
        return cast("Table[QuestionRow]", self.query_one(Table))


def _decided(row: QuestionRow, action: Action) -> QuestionRow:
    """The row as it is after a decision."""
    curation = replace(row.curated.curation, **AT_ONCE.get(action, {}))
    return QuestionRow(replace(row.curated, curation=curation))
