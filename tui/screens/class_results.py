"""How the class did: each question, each trainee, each kind of answer in a table, and what it hides beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, ClassVar, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical
from textual.content import Content
from textual.widgets import Static

from tui.class_records import View
from tui.exporting import RESULT_FORMATS, write_results
from tui.figures import percent, seconds, signed
from tui.instructing_messages import ResultsAsked, ResultsRead, SentenceWanted
from tui.keymap import BACK, HELP, QUIET_QUIT
from tui.messages import WriteWanted
from tui.question_words import item_words, said_words, score_words, trainee_words
from tui.screens.desk_page import DeskPage
from tui.widgets.kind_bar import KindBar
from tui.widgets.table import Column, Table
from tui.widgets.words_pane import WordsPane
from tui.wording import QUIET, counted, plain

if TYPE_CHECKING:
    from quiz_bank.learning.gradebook import Asked, Gradebook
    from quiz_bank.learning.items import Item, Tally, Trainee

FIGURES = (Column("right", 7), Column("tries", 7), Column("time", 6), Column("said", 6))
PARTS = Column("parts", 7)
NAMES: dict[View, Column] = {
    "items": Column("question"),
    "trainees": Column("trainee"),
    "kinds": Column("kind"),
}
LABELS: dict[View, str] = {"items": "questions", "trainees": "trainees", "kinds": "kinds"}
NOTHING = Content.assemble(
    ("Nothing was answered here yet.\n\n", "bold"),
    ("What trainees answer in quizzes, reviews and rooms comes here. ", QUIET),
    ("a", "bold $text-accent"),
    (" shows all stories.", QUIET),
)


@dataclass(frozen=True)
class ResultRow:
    """A question, a trainee or a kind with its counts; one of the first two is None, or both."""

    name: str
    tally: Tally
    item: Item | None = None
    asked: Asked | None = None
    trainee: Trainee | None = None


def result_rows(book: Gradebook, view: View) -> list[ResultRow]:
    """The rows of a view, as ``class_results`` orders them."""
    if view == "items":
        rows = ((item, book.asked.get(item.question)) for item in book.results.items)
        return [
            ResultRow(asked.ask if asked else item.question, item.tally, item, asked) for item, asked in rows
        ]
    if view == "trainees":
        return [ResultRow(each.name, each.tally, trainee=each) for each in book.results.trainees]
    return [ResultRow(kind, tally) for kind, tally in book.results.kinds.items()]


def _known(value: float | None) -> float:
    """For sorting: what is not known comes last."""
    return float("inf") if value is None else value


ORDERS: dict[str, Callable[[ResultRow], float | str]] = {
    "right": lambda row: _known(row.tally.facility),
    "tries": lambda row: row.tally.first_tries,
    "parts": lambda row: _known(row.item.discrimination if row.item else None),
    "time": lambda row: _known(row.tally.median_ms),
    "said": lambda row: -(row.tally.overrides + row.tally.reports),
    "question": lambda row: row.name.casefold(),
    "trainee": lambda row: row.name.casefold(),
    "kind": lambda row: row.name,
}


class ClassResultsScreen(DeskPage):
    """Three views of the same answers; only first tries count as right or not."""

    PAGE = "results"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "right,l", "turn(1)", "View", key_display="← →", id="class.view", tooltip="Show another view"
        ),
        Binding(
            "left,h", "turn(-1)", "View before", id="class.view.last", show=False, tooltip="Go back a view"
        ),
        Binding("s", "sort", "Sort", id="class.sort", tooltip="Sort by the next column"),
        Binding(
            "r", "reverse", "Reverse", id="class.reverse", show=False, tooltip="Sort the other way round"
        ),
        Binding("a", "widen", "All stories", id="class.widen", tooltip="All stories, or the one again"),
        Binding("w", "write", "Write", id="class.write", tooltip="Write this view to a file: .csv .jsonl"),
        Binding(
            "enter",
            "source",
            "Source",
            id="class.source",
            show=False,
            tooltip="Read the question's sentence",
        ),
        HELP,
        BACK,
        QUIET_QUIT,
    ]

    def __init__(self, slug: str | None, title: str) -> None:
        super().__init__(slug, title)
        self._scope = slug
        self._view: View = "items"
        self._order = ("", False)
        self._book: Gradebook | None = None

    @property
    def heading(self) -> str:
        """The story, or all of them."""
        return self.story_title if self._scope else "All stories"

    def body(self) -> ComposeResult:
        """Views, table and pane."""
        yield from self.top()
        yield KindBar()
        yield Static(id="empty")
        with Container(id="spread"):
            with Vertical(id="list"):
                yield Table(self._columns, self._cells, id="results")
            yield WordsPane(id="pane")

    def on_mount(self) -> None:
        """Asks for the results."""
        self._table.focus()
        self.post_message(ResultsAsked(self, self._scope))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Files are written only where that is allowed and there is something; only a story can be widened."""
        from tui.pages.desk_app import DeskApp

        if action == "write":
            is_allowed = isinstance(self.app, DeskApp) and self.app.writes_files
            return is_allowed and self._book is not None and bool(self._book.results.items)
        return self.slug is not None if action == "widen" else True

    def action_turn(self, step: int) -> None:
        """Shows the next view, round at the ends."""
        views = list(NAMES)
        self._view = views[(views.index(self._view) + step) % len(views)]
        self._order = ("", False)
        self._draw()

    def action_sort(self) -> None:
        """Sorts by the next column; after the last as at first."""
        names = ["", *(column.name for column in self._columns)]
        self._order = (names[(names.index(self._order[0]) + 1) % len(names)], False)
        self._draw()

    def action_reverse(self) -> None:
        """Sorts the other way round."""
        if self._order[0]:
            self._order = (self._order[0], not self._order[1])
            self._draw()

    def action_widen(self) -> None:
        """Shows the answers of all stories, or of the one again."""
        self._scope = None if self._scope else self.slug
        self.post_message(ResultsAsked(self, self._scope))

    def action_write(self) -> None:
        """Asks where to write the view."""
        if self._book is not None:
            name = f"{self._scope or 'all-stories'}-{LABELS[self._view]}.csv"
            write = partial(write_results, book=self._book, view=self._view)
            instead = "on the server: briefing results --csv"
            self.post_message(WriteWanted("Write the results", name, RESULT_FORMATS, write, instead))

    def action_source(self) -> None:
        """Opens the article at the sentence of the question."""
        row = self._table.current
        if row is not None and row.asked is not None:
            self.post_message(SentenceWanted(row.asked))

    @on(ResultsRead)
    def _show(self, event: ResultsRead) -> None:
        self._book = event.book
        self._draw()
        self.refresh_bindings()

    @on(KindBar.Turned)
    def _turned(self, event: KindBar.Turned) -> None:
        self.action_turn(event.by)

    @on(Table.Reached)
    def _reached(self) -> None:
        row = self._table.current
        self.query_one(WordsPane).show(_paragraphs(row) if row else ())

    @on(Table.Chosen)
    def _row_chosen(self) -> None:
        self.action_source()

    @on(Table.HeadingChosen)
    def _heading_chosen(self, event: Table.HeadingChosen) -> None:
        self._order = (event.column, self._order == (event.column, False))
        self._draw()

    def _draw(self) -> None:
        if self._book is None:
            return
        results = self._book.results
        bar = self.query_one(KindBar)
        counts = (results.items, results.trainees, results.kinds)
        bar.kinds = {LABELS[view]: len(found) for view, found in zip(NAMES, counts, strict=True)}
        bar.current = LABELS[self._view]
        bar.refresh()
        rows = result_rows(self._book, self._view)
        column, backwards = self._order
        if column:
            rows.sort(key=ORDERS[column], reverse=backwards)
        self._table.show(rows, self._columns, self._order)
        self.notice(None if rows else NOTHING)
        tries = sum(tally.first_tries for tally in results.kinds.values())
        self.note(f"{counted(tries, 'first answer')}" if rows else "")

    def _cells(self, row: ResultRow) -> Sequence[Content]:
        tally = row.tally
        said = tally.overrides + tally.reports
        cells = {
            "right": Content.styled(f"{percent(tally.facility):>5}", "bold"),
            "tries": Content.styled(f"{tally.first_tries:>5,}", QUIET),
            "parts": Content.styled(f"{signed(row.item.discrimination) if row.item else '':>5}", QUIET),
            "time": Content.styled(f"{seconds(tally.median_ms):>5}", QUIET),
            "said": Content.styled(f"! {said}", "$text-warning") if said else Content(""),
        }
        name = plain(row.name)
        return [cells.get(column.name, name) for column in self._columns]

    @property
    def _columns(self) -> tuple[Column, ...]:
        """A name, and the figures; how well it parts trainees only of a question."""
        right, tries, *rest = FIGURES
        parts = (PARTS,) if self._view == "items" else ()
        return (right, tries, *parts, *rest, NAMES[self._view])

    @property
    def _table(self) -> Table[ResultRow]:
        return cast("Table[ResultRow]", self.query_one(Table))


def _paragraphs(row: ResultRow) -> Iterable[Content]:
    if row.item is not None:
        return item_words(row.item, row.asked)
    if row.trainee is not None:
        return trainee_words(row.trainee)
    return plain(row.name, "bold"), score_words(row.tally), said_words(row.tally)
