"""The names of a story with their spellings, and pairs that may be one name: a person decides."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from briefings.stories import NameKind, Story
from tui.fact_rows import quoted
from tui.keymap import BACK, HELP, QUIT
from tui.messages import DecisionAsked, DecisionKept, DecisionRefused, FactsOfWanted
from tui.screens.story_page import StoryPage
from tui.widgets.name_row import NameRow, SuggestionRow
from tui.widgets.rows import Row, Rows
from tui.wording import counted, one_line, plain

if TYPE_CHECKING:
    from briefings.compose.briefing import Briefing

HEADINGS: dict[NameKind, str] = {"place": "PLACES", "person": "PEOPLE", "group": "GROUPS"}
ONE_OR_TWO = "ONE NAME OR TWO?"
DECIDING = "Sorting the story again …"
EMPTY = Content.assemble(
    ("No name was found in the articles of this story.\n\n", "bold"),
    ("  3 ", "bold $text-accent"),
    "  lists its articles, and adds more",
)


class NamesScreen(StoryPage):
    """What is undecided first, then every name.

    Args:
        story: the story.
    """

    PAGE = "names"
    CSS_PATH = "names.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "facts", "Facts", id="names.facts", tooltip="List the facts that name it"),
        Binding("o", "decide(True)", "One name", id="names.join", tooltip="The two are one: join them"),
        Binding(
            "a", "decide(False)", "Two names", id="names.part", tooltip="The two are not one: keep apart"
        ),
        HELP,
        BACK,
        QUIT,
    ]

    def __init__(self, story: Story) -> None:
        super().__init__(story)
        self._busy = False

    def body(self) -> ComposeResult:
        """The names under their headings."""
        yield from self.top(self._note())
        with Rows(id="names"):
            yield from self._lines()

    def _note(self) -> str:
        open_ = len(self.story.suggestions)
        undecided = f" · {open_:,} to decide" if open_ else ""
        return f"{counted(len(self.story.names), 'name')}{undecided}"

    def _lines(self) -> Iterator[Widget]:
        if not (self.story.names or self.story.suggestions):
            yield Static(EMPTY, classes="empty")
        if self.story.suggestions:
            yield Static(ONE_OR_TWO, classes="heading", markup=False)
            yield from map(SuggestionRow, self.story.suggestions)
        for kind, heading in HEADINGS.items():
            names = [name for name in self.story.names if name.kind == kind]
            if names:
                yield Static(plain(heading), classes="heading")
                yield from map(NameRow, sorted(names, key=lambda name: -len(name.forms)))

    def on_mount(self) -> None:
        """Starts at the first name."""
        self.query_one(Rows).focus_row(0)

    async def show(self, story: Story, briefing: Briefing) -> None:
        """Shows the names as they are now; the cursor stays where it is."""
        await super().show(story, briefing)
        rows = self.query_one(Rows)
        at = rows.rows.index(rows.current) if rows.current else 0
        await rows.remove_children()
        await rows.mount(*self._lines())
        self.note(self._note())
        rows.focus_row(at)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what is undecided can be decided, one at a time; only a name has facts."""
        row = self.query_one(Rows).current if self.is_mounted else None
        if action == "decide":
            return isinstance(row, SuggestionRow) and not self._busy
        return isinstance(row, NameRow) if action == "facts" else True

    @on(Row.Reached)
    def _reached(self) -> None:
        self.refresh_bindings()

    @on(Row.Chosen)
    def action_facts(self) -> None:
        """Asks for the facts that name it."""
        row = self.query_one(Rows).current
        if isinstance(row, NameRow):
            self.post_message(FactsOfWanted(self.story, quoted(row.name_shown.forms)))

    def action_decide(self, joined: bool) -> None:
        """Has the decision kept; every page of the story follows it."""
        row = self.query_one(Rows).current
        if isinstance(row, SuggestionRow):
            found = row.suggestion
            self._wait(True)
            self.post_message(DecisionAsked(self, self.story.slug, found.first, found.second, joined))

    @on(DecisionKept)
    def _kept(self) -> None:
        self._wait(False)

    @on(DecisionRefused)
    def _refused(self, event: DecisionRefused) -> None:
        self._wait(False)
        self.notify(one_line(str(event.error)), severity="error", markup=False)

    def _wait(self, busy: bool) -> None:
        self._busy = busy
        self.note(DECIDING if busy else self._note())
        self.refresh_bindings()
