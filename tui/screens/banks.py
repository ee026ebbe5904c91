"""The banks that are kept, and what is wrong in each as ``briefing bank check`` tells it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical
from textual.content import Content
from textual.events import Resize
from textual.widgets import Static

from tui.instructing_messages import BankKept, BankRemoved, BanksAsked, BanksRead, DeskPageWanted
from tui.keymap import BACK, HELP, QUIET_QUIT
from tui.screens.desk_page import DeskPage
from tui.widgets.table import Column, Table
from tui.widgets.words_pane import WordsPane
from tui.wording import QUIET, counted, one_line, plain

if TYPE_CHECKING:
    from quiz_bank.bank_shelf import BankCard
    from quiz_bank.formats.faults import Fault

COLUMNS = (
    Column("bank", 16),
    Column("story", 14),
    Column("questions", 9),
    Column("faults", 7),
    Column("title"),
)
MARGIN = 8  # cells before the line of a fault
MOST_FAULTS = 100  # in the pane; the command tells them all
NO_BANKS = Content.assemble(
    ("No banks here yet.\n\n", "bold"),
    "A bank is a text file of your own questions. Begin one with\n",
    ("  briefing bank new > mine.toml\n", "bold $text-accent"),
    "and keep it with\n",
    ("  briefing bank add mine.toml", "bold $text-accent"),
)
ADD_HERE = Content.assemble("\nor here with  ", ("a", "bold $text-accent"))
FROM_AFAR = Content("\non the machine that serves you.")


class BanksScreen(DeskPage):
    """The banks, and beside them the faults of the one under the cursor; changed files are read again first."""

    PAGE = "banks"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "add", "Add", id="banks.add", tooltip="Keep a bank from a file"),
        Binding(
            "x", "remove", "Remove", id="banks.remove", tooltip="Take it out of the quizzes; its file stays"
        ),
        Binding(
            "enter", "questions", "Questions", id="banks.questions", tooltip="Decide about its questions"
        ),
        Binding(
            "r",
            "read",
            "Read again",
            id="banks.read",
            show=False,
            tooltip="Read the files again that changed",
        ),
        HELP,
        BACK,
        QUIET_QUIT,
    ]

    def __init__(self, slug: str | None, title: str) -> None:
        super().__init__(slug, title)
        self._faults: Mapping[str, Sequence[Fault]] = {}
        self._to_remove = ""

    @property
    def heading(self) -> str:
        """Banks may be about any story."""
        return "Banks"

    def body(self) -> ComposeResult:
        """Table and pane."""
        yield from self.top()
        yield Static(id="empty")
        with Container(id="spread"):
            with Vertical(id="list"):
                yield Table(COLUMNS, _cells, id="banks")
            yield WordsPane(id="pane")

    def on_mount(self) -> None:
        """Asks for the banks."""
        self._table.focus()
        self.action_read()

    def on_resize(self, event: Resize) -> None:
        """Cuts the lines of faults anew."""
        self._reached()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A file is added only from the machine it lies on."""
        if action == "add":
            return self._adds
        return (
            self.is_mounted and self._table.current is not None if action in ("remove", "questions") else True
        )

    def action_read(self) -> None:
        """Asks for the banks as their files are now."""
        self.post_message(BanksAsked(self))

    def action_add(self) -> None:
        """Asks for a file."""
        from tui.screens.bank_form import BankScreen

        self.app.push_screen(BankScreen(), self._added)

    def action_questions(self) -> None:
        """Asks for the questions kept beside those of the bank."""
        if card := self._table.current:
            title = self.story_title if card.story == self.slug else card.title
            self.post_message(DeskPageWanted("questions", card.story, title))

    def action_remove(self) -> None:
        """Takes the bank under the cursor out when asked twice."""
        card = self._table.current
        if card is None:
            return
        if self._to_remove != card.slug:
            self._to_remove = card.slug
            self.notify(
                f"x again removes {one_line(card.slug)}; its file and what was answered stay", markup=False
            )
            return
        self.post_message(BankRemoved(self, card.slug))

    @on(BanksRead)
    def _show(self, event: BanksRead) -> None:
        self._faults = event.faults
        self._table.show(list(event.banks), COLUMNS, ("", False), self._table.cursor)
        self.notice(None if event.banks else NO_BANKS + (ADD_HERE if self._adds else FROM_AFAR))
        self.note(counted(len(event.banks), "bank") if event.banks else "")

    @on(Table.Reached)
    def _reached(self) -> None:
        self._to_remove = ""
        card = self._table.current
        self.query_one(WordsPane).show(self._paragraphs(card) if card else ())
        self.refresh_bindings()

    @on(Table.Chosen)
    def _row_chosen(self) -> None:
        self.action_questions()

    def _added(self, kept: BankKept | None) -> None:
        if kept is not None:
            self.notify(
                f"{counted(kept.questions, 'question')} kept, {counted(len(kept.faults), 'fault')}",
                markup=False,
            )
            self.action_read()

    def _paragraphs(self, card: BankCard) -> Iterable[Content]:
        gone = "" if card.is_there else "  (gone; what was kept is asked)"
        yield Content.assemble(plain(card.title, "bold"), "\n", plain(f"{card.path}{gone}", QUIET))
        width = self.query_one(WordsPane).content_size.width
        yield from fault_words(self._faults.get(card.slug, ()), width)

    @property
    def _adds(self) -> bool:
        """Whether files can be reached from here."""
        from tui.pages.desk_app import DeskApp

        return isinstance(self.app, DeskApp) and self.app.writes_files

    @property
    def _table(self) -> Table[BankCard]:
        return cast("Table[BankCard]", self.query_one(Table))


def fault_words(faults: Sequence[Fault], width: int) -> Iterable[Content]:
    """Each fault with its line and a caret under what is meant, the hint below.

    Args:
        faults: of one bank; its file's name is left out.
        width: cells there are for a line; a longer one is shown around what is meant.
    """
    from quiz_bank.formats.faults import rendered

    if not faults:
        yield Content.styled("Nothing is wrong in it.", QUIET)
    for fault in faults[:MOST_FAULTS]:
        told = str(replace(fault, path="line")).replace(":", " ", 1)
        _, *lines = rendered(_cut(replace(fault, hint=""), width - MARGIN)).split("\n")
        hint = f"        {fault.hint}" if fault.hint else ""
        yield Content("\n".join(_printable(line) for line in (told, *lines, hint) if line))
    if len(faults) > MOST_FAULTS:
        yield Content.styled(f"… and {len(faults) - MOST_FAULTS:,} more: briefing bank check", QUIET)


def _cut(fault: Fault, room: int) -> Fault:
    """The fault with as much of its line as there is room for, what is meant in the middle."""
    if len(fault.source) <= room or room <= 0:
        return fault
    first = max(0, fault.column - 1 - room // 2)
    return replace(fault, source=fault.source[first : first + room], column=fault.column - first)


def _printable(line: str) -> str:
    return "".join(char if char.isprintable() else "\ufffd" for char in line)


def _cells(card: BankCard) -> Sequence[Content]:
    faults = Content.styled(f"✗ {card.faults}", "$text-error") if card.faults else Content.styled("✓", QUIET)
    return (
        plain(card.slug, "bold"),
        plain(card.story, QUIET),
        plain(f"{card.questions:,}"),
        faults,
        plain(card.title if card.is_there else f"(gone) {card.title}"),
    )
