"""What a quiz is to be like, asked before it starts; a round that broke off is offered first."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.keymap import HELP
from tui.quiz_messages import SetupRead, SetupRefused, SetupWanted
from tui.sittings import Choices, From, Setup
from tui.widgets.key_footer import KeyFooter
from tui.widgets.rows import Row, Rows
from tui.widgets.setting_row import KindRow, SettingRow, StartRow
from tui.wording import QUIET, counted, plain

if TYPE_CHECKING:
    from quiz_bank.questions import Mode

LENGTHS = (5, 10, 15, 20, 30, 50)
MODES: tuple[tuple[Mode, str], ...] = (
    ("type", "typed: recall them"),
    ("choice", "chosen: recognise them"),
)
ALL_KINDS = "Ask for  (space changes a line, x all of them)"


class QuizStartScreen(ModalScreen["Choices | None"]):
    """A panel; gives what was chosen, or None when left.

    Args:
        setup: what there is to choose from.
        length, mode: what is proposed.
    """

    CSS_PATH = "quiz_start.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "start", "Start", id="start.start", tooltip="Start the quiz, or go on with it"),
        Binding(
            "space,right,l", "change(1)", "Change", id="start.change", tooltip="Take the next value of a line"
        ),
        Binding(
            "left,h",
            "change(-1)",
            "Back",
            show=False,
            id="start.change.back",
            tooltip="Take the value before",
        ),
        Binding(
            "m",
            "change_mode",
            "Type or choose",
            id="start.mode",
            tooltip="Change between typing and choosing",
        ),
        Binding("x", "tick_all", "All kinds", show=False, id="start.all", tooltip="Tick all kinds, or none"),
        HELP,
        Binding("escape", "dismiss", "Back", id="start.back", tooltip="Go back without a quiz"),
    ]

    def __init__(self, setup: Setup, length: int = 10, mode: Mode = "type") -> None:
        super().__init__()
        self.setup = setup
        self.lengths = sorted({*LENGTHS, length})
        self._length = self.lengths.index(length)
        self._mode = [value for value, _ in MODES].index(mode)
        self._waits = False

    @property
    def sources(self) -> list[tuple[From, str, str]]:
        """Where the questions may come from: what it is, a bank's name, how it is told."""
        banks = ((name, f"bank: {title}") for name, title in self.setup.banks.items())
        return [
            ("story", "", "this story, due ones first"),
            ("review", "", "what is due, then new facts"),
            ("due", "", "only what is due"),
            *(("bank", name, told) for name, told in banks),
        ]

    def compose(self) -> ComposeResult:
        """The story and what can be chosen."""
        with Vertical(id="panel"):
            yield Static(id="panel-title")
            yield Static(id="panel-note")
            yield Rows(id="settings")
        yield KeyFooter(show_command_palette=False)

    async def on_mount(self) -> None:
        """Shows what there is."""
        await self._show()

    async def _show(self) -> None:
        setup = self.setup
        self.query_one("#panel-title", Static).update(plain(setup.title, "bold"))
        self._note(
            f"{counted(sum(setup.kinds.values()), 'question')} · {setup.due:,} due · {setup.new:,} new"
        )
        rows = self.query_one("#settings", Rows)
        await rows.remove_children()
        await rows.mount(*self._starts(), *self._settings())
        if setup.kinds:
            await rows.mount(
                Static(Content.styled(ALL_KINDS, QUIET), classes="heading"),
                *(KindRow(kind, count) for kind, count in setup.kinds.items()),
            )
        self._waits = False
        rows.focus_row(0)

    def _starts(self) -> list[Row]:
        waiting = self.setup.waiting
        if waiting is None:
            return [StartRow("Start", "")]
        told = f"{waiting.answered} of {waiting.total} answered"
        return [StartRow("Go on", told, goes_on=True), StartRow("Start anew", "closes that round")]

    def _settings(self) -> list[Row]:
        setup = self.setup
        sources = [told for _, _, told in self.sources]
        rows: list[Row] = [
            SettingRow("Answers", [told for _, told in MODES], self._mode, "mode"),
            SettingRow("Questions", [str(length) for length in self.lengths], self._length, "length"),
            SettingRow("From", sources, 0, "source"),
        ]
        if len(setup.stories) > 1:
            titles, at = list(setup.stories.values()), list(setup.stories).index(setup.slug)
            rows.append(SettingRow("Story", titles, at, "story"))
        return rows

    def action_change(self, step: int) -> None:
        """Changes the line under the cursor."""
        row = self.query_one("#settings", Rows).current
        if isinstance(row, KindRow):
            row.tick(not row.ticked)
        elif isinstance(row, SettingRow):
            self._turn(row, step)

    def action_change_mode(self) -> None:
        """Changes between typing and choosing."""
        self._turn(self.query_one("#mode", SettingRow), 1)

    def action_tick_all(self) -> None:
        """Ticks all kinds, or none where all are."""
        kinds = list(self.query(KindRow))
        ticked = not all(row.ticked for row in kinds)
        for row in kinds:
            row.tick(ticked)

    def _turn(self, row: SettingRow, step: int) -> None:
        if self._waits:
            return
        row.turn(step)
        if row.id == "mode":
            self._mode = row.at
        elif row.id == "length":
            self._length = row.at
        elif row.id == "story":
            self._waits = True
            self._note("Looking up …")
            self.post_message(SetupWanted(self, list(self.setup.stories)[row.at]))

    @on(SetupRead)
    async def _read(self, event: SetupRead) -> None:
        event.stop()  # the app opens a panel for it
        self.setup = event.setup
        await self._show()

    @on(SetupRefused)
    def _refused(self, event: SetupRefused) -> None:
        self._waits = False
        self._note(f"✗ {event.error}")

    @on(Row.Chosen)
    def _clicked(self, event: Row.Chosen) -> None:
        """A click starts on the lines that start, and changes the others."""
        if isinstance(event.row, StartRow):
            self._start(event.row)
        else:
            self.action_change(1)

    def action_start(self) -> None:
        """Starts with what is chosen; goes on with the round where its line is under the cursor."""
        row = self.query_one("#settings", Rows).current
        self._start(row if isinstance(row, StartRow) else None)

    def _start(self, row: StartRow | None) -> None:
        kinds = list(self.query(KindRow))
        ticked = tuple(each.kind for each in kinds if each.ticked)
        if self._waits:
            return
        if kinds and not ticked:
            self._note("Tick a kind: space ticks the line, x all of them.")
            return
        source, bank, _ = self.sources[self.query_one("#source", SettingRow).at]
        self.dismiss(
            Choices(
                self.setup.slug,
                row is not None and row.goes_on,
                MODES[self._mode][0],
                self.lengths[self._length],
                () if len(ticked) == len(kinds) else ticked,
                source,
                bank,
            )
        )

    def _note(self, words: str) -> None:
        self.query_one("#panel-note", Static).update(plain(words))
