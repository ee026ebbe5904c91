"""Every fact of a story in a table: by kind, by words, sorted; beside it the sentence of the one under the cursor."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical
from textual.content import Content
from textual.widgets import Input, Static

from briefings.facts import Kind
from briefings.stories import Story
from tui.copying import copied_fact
from tui.fact_rows import FactRow, fact_rows, kinds_of, matching, ordered
from tui.keymap import BACK, COPY, HELP, QUIET_QUIT
from tui.messages import ArticleWanted
from tui.screens.story_page import StoryPage
from tui.widgets.kind_bar import ALL, KindBar
from tui.widgets.search_line import SearchLine
from tui.widgets.source_pane import SourcePane
from tui.widgets.table import Column, Table
from tui.wording import QUIET, counted, plain, short_date, standing_glyph

if TYPE_CHECKING:
    from datetime import date

    from briefings.compose.briefing import Briefing

KIND = Column("kind", 10)
COLUMNS = (Column("value"), Column("what"), Column("outlet", 12), Column("date", 8))
NO_FACTS = Content.assemble(
    ("No facts were found in the articles of this story.\n\n", "bold"),
    ("  3 ", "bold $text-accent"),
    "  lists its articles, and adds more",
)
NO_MATCH = Content.assemble(
    ("No fact matches.\n\n", "bold"),
    ("  esc ", "bold $text-accent"),
    "  shows all facts again",
)


class FactsScreen(StoryPage):
    """The table, and the source of the row under the cursor.

    Args:
        story: the story.
        words: what to search for at first.
    """

    PAGE = "facts"
    CSS_PATH = "facts.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "source", "Source", id="facts.source", tooltip="Read the fact in its article"),
        Binding(
            "right,l", "turn_kind(1)", "Kind", key_display="← →", id="facts.kind", tooltip="Show another kind"
        ),
        Binding(
            "left,h",
            "turn_kind(-1)",
            "Kind before",
            id="facts.kind.last",
            show=False,
            tooltip="Go back a kind",
        ),
        Binding("slash", "search", "Search", key_display="/", id="facts.search", tooltip="Search the facts"),
        Binding("s", "sort", "Sort", id="facts.sort", tooltip="Sort by the next column"),
        Binding(
            "r", "reverse", "Reverse", id="facts.reverse", show=False, tooltip="Sort the other way round"
        ),
        COPY,
        HELP,
        BACK,
        QUIET_QUIT,
    ]

    def __init__(self, story: Story, words: str = "") -> None:
        super().__init__(story)
        self._words = self._first_words = words
        self._kind: Kind | None = None
        self._order = ("", False)
        self._rows = fact_rows(story)

    def body(self) -> ComposeResult:
        """Kinds, search line, table and source."""
        yield from self.top(self._note())
        yield KindBar()
        with Container(id="spread"):
            with Vertical(id="list"):
                yield SearchLine(self._words)
                yield Table[FactRow](COLUMNS, self._cells, id="facts")
                yield Static(id="empty")
            yield SourcePane(id="source")

    def on_mount(self) -> None:
        """Shows all facts, or those searched for."""
        self._table.focus()
        self._draw()

    async def show(self, story: Story, briefing: Briefing) -> None:
        """Shows the facts of the story as they are now."""
        await super().show(story, briefing)
        self._rows = fact_rows(story)
        self.note(self._note())
        self._draw(self._table.cursor)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What is typed into the search line is no key."""
        return not isinstance(self.focused, Input) if action == "search" else True

    def action_source(self) -> None:
        """Opens the article at the fact under the cursor."""
        if row := self._table.current:
            self.post_message(ArticleWanted(row.passage))

    def action_copy(self) -> None:
        """Sends the fact and where it stands to the clipboard."""
        if row := self._table.current:
            self.copy(copied_fact(row.article, row.fact))

    def action_turn_kind(self, step: int) -> None:
        """Shows the next kind, round at the ends."""
        names = [None, *kinds_of(self._rows)]
        self._kind = names[(names.index(self._kind) + step) % len(names)]
        self._draw()

    def action_search(self) -> None:
        """Opens the line to search in."""
        self.query_one(SearchLine).open()

    def action_sort(self) -> None:
        """Sorts by the next column; after the last as the facts stand in the articles."""
        names = ["", *(column.name for column in self._columns)]
        column = self._order[0] if self._order[0] in names else ""
        self._sort(names[(names.index(column) + 1) % len(names)], backwards=False)

    def action_reverse(self) -> None:
        """Sorts the other way round."""
        if self._order[0]:
            self._sort(self._order[0], not self._order[1])

    def action_back(self) -> None:
        """Shows again what was shown at first where that was narrowed; else closes the page."""
        if self._kind is None and self._words == self._first_words:
            super().action_back()
            return
        self._kind, self._words = None, self._first_words
        self.query_one(SearchLine).fill(self._first_words)
        self._draw()

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
        self.action_turn_kind(event.by)

    @on(Table.Reached)
    def _reached(self) -> None:
        row = self._table.current
        pane = self.query_one(SourcePane)
        pane.display = row is not None
        if row:
            pane.show([row.passage], row.standing)

    @on(Table.Chosen)
    def _chosen(self) -> None:
        self.action_source()

    @on(Table.HeadingChosen)
    def _heading_chosen(self, event: Table.HeadingChosen) -> None:
        self._sort(event.column, backwards=self._order == (event.column, False))

    def _sort(self, column: str, backwards: bool) -> None:
        self._order = (column, backwards)
        self._draw()

    def _draw(self, cursor: int = 0) -> None:
        rows = ordered(matching(self._rows, self._kind, self._words), *self._order)
        self.query_one(KindBar).show(cast(dict[str, int], kinds_of(self._rows)), self._kind or ALL)
        self._table.show(rows, self._columns, self._order, cursor)
        empty = self.query_one("#empty", Static)
        self._table.display, empty.display = bool(rows), not rows
        empty.update(NO_MATCH if self._rows else NO_FACTS)

    @property
    def _columns(self) -> tuple[Column, ...]:
        """Without the kind where all rows are of one; an event's value tells what it is."""
        if self._kind == "event":
            return tuple(column for column in COLUMNS if column.name != "what")
        return COLUMNS if self._kind else (KIND, *COLUMNS)

    def _cells(self, row: FactRow) -> Sequence[Content]:
        fact, article = row.fact, row.article
        glyph = standing_glyph(row.standing) if row.standing else " "
        cells = {
            "kind": plain(fact.kind, QUIET),
            "value": Content.assemble((f"{glyph} ", QUIET), plain(row.value, "bold")),
            "what": plain(fact.what or fact.quote),
            "outlet": plain(article.label, QUIET),
            "date": plain(short_date(article.published, self._latest), QUIET),
        }
        return [cells[column.name] for column in self._columns]

    @property
    def _latest(self) -> date | None:
        return self.story.as_of

    def _note(self) -> str:
        return f"{counted(len(self._rows), 'fact')} · {counted(len(self.story.articles), 'article')}"

    @property
    def _table(self) -> Table[FactRow]:
        return cast("Table[FactRow]", self.query_one(Table))
