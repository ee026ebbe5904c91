"""Search: sentences and names by words, found while one types; each opens where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Input, Static

from tui.copying import copied_found
from tui.keymap import COPY, HELP
from tui.messages import FactsOfNameWanted, PassageWanted, SearchAsked, SearchDone, SearchRefused
from tui.screens.page import Page
from tui.widgets.clean_input import CleanInput
from tui.widgets.found_row import NameRow, PassageRow
from tui.widgets.masthead import Masthead
from tui.widgets.rows import Row, Rows
from tui.wording import QUIET, counted, plain

if TYPE_CHECKING:
    from briefings.store.search import Found

LONGEST = 200  # characters, as many as the store looks at
PAUSE = 0.15  # seconds without a key before the store is asked
MOST_ROWS = 60
HOW = Content.assemble(
    ("Type words; what holds all of them is found as you type.\n\n", "bold"),
    ("Another spelling of a name finds it as well. The last word may be unfinished.", QUIET),
)
NOTHING = Content.assemble(
    ("Nothing holds all these words.\n\n", "bold"),
    ("Fewer words find more, and so does a part of one.", QUIET),
)
NOTHING_HERE = Content.assemble(NOTHING, ("\n\n  ctrl+t ", "bold $text-accent"), "  searches all stories")


class SearchScreen(Page):
    """A line to type in, and what was found below it.

    Args:
        slug: the story to search in; None for all.
        title: the story's title.
    """

    CSS_PATH = "search.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "Open", id="found.open", tooltip="Read it in its article"),
        Binding(
            "ctrl+t", "widen", "All stories", id="found.widen", tooltip="Search all stories, or one again"
        ),
        Binding("slash", "type", "Words", key_display="/", id="found.type", tooltip="Change the words"),
        COPY,
        HELP,
        Binding("escape", "dismiss", "Back", id="found.back", tooltip="Go back to the page before"),
    ]

    def __init__(self, slug: str | None, title: str) -> None:
        super().__init__(name="search")
        self._slug = self._scope = slug
        self._title = title
        self._words = ""
        self._pause: Timer | None = None

    def body(self) -> ComposeResult:
        """The line, and the rows."""
        yield Masthead("Search", self._where)
        yield SearchWords(LONGEST, placeholder="words or a name", id="words")
        yield Static(HOW, id="notice")
        yield Rows(id="found")

    def on_mount(self) -> None:
        """Lets one type at once."""
        self.query_one("#words").focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What is typed is no key; a search in all stories has nothing to widen."""
        if action == "widen":
            return self._slug is not None
        return not isinstance(self.focused, Input) if action in ("open", "type", "copy") else True

    def action_type(self) -> None:
        """Goes back to the words."""
        self.query_one("#words").focus()

    def action_widen(self) -> None:
        """Searches in all stories, or in the one again."""
        self._scope = None if self._scope else self._slug
        self.query_one(Masthead).note = self._where
        self._ask()

    @on(Row.Chosen)
    def action_open(self) -> None:
        """Opens the sentence in its article, or the facts that name it."""
        row = self.query_one(Rows).current
        if isinstance(row, PassageRow):
            found = row.passage
            start = found.sentence.start
            spans = tuple((start + a, start + b) for a, b in found.marks)
            self.post_message(PassageWanted(found.story, found.article, start, found.sentence.end, spans))
        elif isinstance(row, NameRow):
            self.post_message(FactsOfNameWanted(row.slug, row.name_found.forms))

    def action_copy(self) -> None:
        """Sends the sentence and where it stands to the clipboard."""
        row = self.query_one(Rows).current
        if isinstance(row, PassageRow):
            self.app.copy_to_clipboard(copied_found(row.passage))
            self.notify("Sent to the clipboard", timeout=2, markup=False)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        if self._pause is not None:
            self._pause.stop()
        self._pause = self.set_timer(PAUSE, self._ask)

    @on(Input.Submitted)
    def _enter_rows(self) -> None:
        self.query_one(Rows).focus_row(0)

    def _ask(self) -> None:
        self._words = self.query_one("#words", SearchWords).value.strip()
        self.post_message(SearchAsked(self, self._words, self._scope))

    @on(SearchDone)
    async def _show(self, event: SearchDone) -> None:
        if event.words != self._words:
            return  # what is wanted now is on its way
        rows = self.query_one(Rows)
        await rows.remove_children()
        found = list(_rows(event.found))
        await rows.mount(*found[:MOST_ROWS])
        notice = self.query_one("#notice", Static)
        notice.update(self._notice(event))
        self.query_one(Masthead).note = self._where

    @on(SearchRefused)
    def _refused(self, event: SearchRefused) -> None:
        self.query_one("#notice", Static).update(
            Content.assemble(("✗ ", "bold $text-error"), plain(str(event.error)))
        )

    def _notice(self, event: SearchDone) -> Content:
        """How much was found; else what to do."""
        found = event.found
        if not event.words:
            return HOW
        if not (found.names or found.passages):
            return NOTHING_HERE if self._scope else NOTHING
        articles = len({passage.article for passage in found.passages})
        facts = sum(len(passage.facts) for passage in found.passages)
        parts = [
            counted(len(found.names), "name") if found.names else "",
            f"{counted(len(found.passages), 'sentence')} in {counted(articles, 'article')}"
            if articles
            else "",
            f"{counted(facts, 'fact')} in these" if facts else "",
        ]
        return Content.styled(" · ".join(filter(None, parts)), QUIET)

    @property
    def _where(self) -> str:
        return f"in {self._title}" if self._scope else "in all stories"


class SearchWords(CleanInput):
    """The line to type in; the arrow goes down to what was found."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", "Results", id="found.leave", tooltip="Go to what was found"),
        Binding("down,tab", "submit", "Down", id="found.down", show=False, tooltip="Go to what was found"),
        Binding("f1", "app.help", "Help", id="found.help", tooltip="Show the keys of this page"),
    ]


def _rows(found: Found) -> Iterator[Widget]:
    """Names first, then the sentences of the best articles."""
    for slug, name in found.names:
        yield NameRow(slug, name)
    for passage in found.passages:
        yield PassageRow(passage)
