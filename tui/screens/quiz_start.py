"""How a quiz is to be taken, asked before it starts: typed answers or a choice."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Footer, Static

from tui.keymap import HELP
from tui.widgets.rows import Row, Rows
from tui.wording import QUIET, plain

if TYPE_CHECKING:
    from quiz_bank.questions import Mode

LENGTH = 10
MODES: tuple[tuple[Mode, str, str], ...] = (
    ("type", "Type the answer", "recall it, as you would have to in the field"),
    ("choice", "Choose the answer", "recognise it among a few"),
)


class ModeRow(Row):
    """One way of answering."""

    DEFAULT_CSS = """
    ModeRow { height: 2; margin-bottom: 1; }
    """

    def __init__(self, mode: Mode, name: str, remark: str) -> None:
        super().__init__()
        self.mode = mode
        self.words = Content.assemble((name, "bold"), "\n", (remark, QUIET))

    def render(self) -> Content:
        """Its name and a remark."""
        return self.words


class QuizStartScreen(ModalScreen["Mode | None"]):
    """A small panel; gives the way of answering, or None when left.

    Args:
        title: the story's title.
    """

    CSS_PATH = "quiz_start.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "start", "Start", id="start.start", tooltip="Start the quiz"),
        Binding(
            "m,tab", "change_mode", "Other way", id="start.mode", tooltip="Change between typing and choosing"
        ),
        HELP,
        Binding("escape", "dismiss", "Back", id="start.back", tooltip="Go back without a quiz"),
    ]

    def __init__(self, title: str) -> None:
        super().__init__()
        self.story_title = title

    def compose(self) -> ComposeResult:
        """The story and the two ways."""
        with Vertical(id="panel"):
            yield Static(plain(self.story_title, "bold"), id="panel-title")
            yield Static(f"{LENGTH} questions, those due first", id="panel-note", markup=False)
            with Rows(id="modes"):
                for mode, name, remark in MODES:
                    yield ModeRow(mode, name, remark)
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Starts at the first way."""
        self.query_one(Rows).focus_row(0)

    def action_change_mode(self) -> None:
        """Goes to the other way of answering."""
        rows = self.query_one(Rows)
        current = rows.current
        rows.focus_row((rows.rows.index(current) + 1) % len(MODES) if current else 0)

    @on(Row.Chosen)
    def action_start(self) -> None:
        """Gives back the way under the cursor."""
        row = self.query_one(Rows).current
        if isinstance(row, ModeRow):
            self.dismiss(row.mode)
