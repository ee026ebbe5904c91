"""What the instructor's pages share: the keys that lead from each to the others, and a table beside a pane."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from briefings.errors import BriefingError
from tui.instructing_messages import DeskPageWanted, InstructorPage, RefusedHere
from tui.screens.page import Page
from tui.widgets.masthead import Masthead
from tui.widgets.page_bar import PageBar
from tui.widgets.words_pane import WordsPane
from tui.wording import one_line, plain

READING = "Reading …"
STEP = 3  # lines the pane scrolls at a key


def _page(key: str, name: str, tooltip: str) -> Binding:
    page = name.casefold()
    return Binding(key, f"page('{page}')", name, id=f"desk.{page}", show=False, tooltip=tooltip)


DESK_PAGES = [
    _page("1", "Questions", "Decide about the questions of the story"),
    _page("2", "Appeals", "Decide on what trainees say about answers"),
    _page("3", "Results", "See how the class did"),
    _page("4", "Banks", "See the banks and what is wrong in them"),
]


class DeskPage(Page):
    """A page of the instructor; a subclass has a table in ``#list`` and a ``WordsPane``.

    Args:
        slug: the story it was opened from, None for none.
        title: that story's title.
    """

    CSS_PATH = "desk_page.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        *DESK_PAGES,
        Binding(
            "J,shift+down",
            "scroll_pane(1)",
            "Read on",
            id="desk.pane.down",
            show=False,
            tooltip="Scroll what is beside the table",
        ),
        Binding(
            "K,shift+up",
            "scroll_pane(-1)",
            "Read back",
            id="desk.pane.up",
            show=False,
            tooltip="Scroll it back",
        ),
    ]
    PAGE: ClassVar[InstructorPage]

    def __init__(self, slug: str | None, title: str) -> None:
        super().__init__()
        self.slug = slug
        self.story_title = title

    def top(self) -> ComposeResult:
        """Title and note, and the instructor's pages."""
        yield Masthead(self.heading, READING)
        yield PageBar(self.PAGE, DESK_PAGES)

    @property
    def heading(self) -> str:
        """What the page is about."""
        return self.story_title or "All stories"

    def note(self, words: str) -> None:
        """Puts another note at the right of the title."""
        masthead = self.query_one(Masthead)
        masthead.title, masthead.note = self.heading, words

    def notice(self, words: Content | None) -> None:
        """Shows words in the place of the table; the table again for None."""
        empty = self.query_one("#empty", Static)
        empty.display = words is not None
        empty.update(words or "")
        self.query_one("#spread").display = words is None

    def action_page(self, name: InstructorPage) -> None:
        """Asks for another page of the instructor."""
        if name != self.PAGE:
            self.post_message(DeskPageWanted(name, self.slug, self.story_title))

    def action_scroll_pane(self, lines: int) -> None:
        """Scrolls what is said of the row under the cursor."""
        self.query_one(WordsPane).scroll_relative(y=lines * STEP, animate=False)

    def action_back(self) -> None:
        """Closes the page."""
        self.dismiss()

    @on(RefusedHere)
    def say_refusal(self, event: RefusedHere) -> None:
        """Says why it could not be done; where nothing is on show yet, in its place."""
        self.say(event.error)

    def say(self, error: BriefingError) -> None:
        """Shows an error for a while; for good where the page still waits for what it shows."""
        if self.query_one(Masthead).note == READING:
            self.note("")
            self.notice(Content.assemble(("✗ ", "bold $text-error"), plain(str(error))))
        else:
            self.notify(one_line(str(error)), severity="error", markup=False)
