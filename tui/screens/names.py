"""The names of a story with their spellings, and pairs that may be one name: a person decides."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, cast, get_args

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from briefings.stories import Name, NameKind, Story, Suggestion
from tui.fact_rows import quoted
from tui.keymap import BACK, HELP, QUIT
from tui.messages import DecisionAsked, DecisionKept, DecisionRefused, FactsOfWanted
from tui.screens.story_page import StoryPage
from tui.widgets.table import Column, Table
from tui.wording import QUIET, counted, one_line, plain

if TYPE_CHECKING:
    from briefings.compose.briefing import Briefing

Entry = Suggestion | Name
KINDS: tuple[NameKind, ...] = get_args(NameKind)
COLUMNS = (Column("kind", 8), Column("name", 28), Column("also written"))
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
        """The table of names, and below it the whole of the row under the cursor."""
        yield from self.top(self._note())
        yield Static(EMPTY, id="empty")
        yield Table[Entry](COLUMNS, _cells, id="names")
        yield Static(id="whole")

    def on_mount(self) -> None:
        """Starts at the first name."""
        self._draw()

    async def show(self, story: Story, briefing: Briefing) -> None:
        """Shows the names as they are now; the cursor stays where it is."""
        await super().show(story, briefing)
        self.note(self._note())
        self._draw(self._table.cursor)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what is undecided can be decided, one at a time; only a name has facts."""
        entry = self._table.current if self.is_mounted else None
        if action == "decide":
            return isinstance(entry, Suggestion) and not self._busy
        return isinstance(entry, Name) if action == "facts" else True

    @on(Table.Reached)
    def _reached(self) -> None:
        entry = self._table.current
        self.query_one("#whole", Static).update(_whole(entry) if entry else "")
        self.refresh_bindings()

    def _draw(self, cursor: int = 0) -> None:
        names = sorted(self.story.names, key=lambda name: (KINDS.index(name.kind), -len(name.forms)))
        entries: list[Entry] = [*self.story.suggestions, *names]
        self.query_one("#empty").display = not entries
        self._table.display = bool(entries)
        self._table.show(entries, COLUMNS, ("", False), cursor)
        if entries:
            self._table.focus()

    def _note(self) -> str:
        open_ = len(self.story.suggestions)
        undecided = f" · {open_:,} to decide" if open_ else ""
        return f"{counted(len(self.story.names), 'name')}{undecided}"

    def action_facts(self) -> None:
        """Asks for the facts that name it."""
        entry = self._table.current
        if isinstance(entry, Name):
            self.post_message(FactsOfWanted(self.story, quoted(entry.forms)))

    def action_decide(self, joined: bool) -> None:
        """Has the decision kept; every page of the story follows it."""
        entry = self._table.current
        if isinstance(entry, Suggestion):
            self._wait(True)
            self.post_message(DecisionAsked(self, self.story.slug, entry.first, entry.second, joined))

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

    @property
    def _table(self) -> Table[Entry]:
        return cast("Table[Entry]", self.query_one(Table))


def _cells(entry: Entry) -> Sequence[Content]:
    """Kind, name and spellings; of a pair both names and why they may be one."""
    if isinstance(entry, Suggestion):
        pair = Content.assemble(plain(entry.first, "bold"), (" = ", QUIET), plain(entry.second, "bold"))
        return Content.styled("? one", "$text-warning"), pair, plain(entry.why, QUIET)
    others = [form for form in entry.forms if form != entry.canonical]
    return plain(entry.kind, QUIET), plain(entry.canonical, "bold"), plain(", ".join(others))


def _whole(entry: Entry) -> Content:
    """Everything about the row, however long."""
    if isinstance(entry, Suggestion):
        return Content.assemble(
            plain(f"Are {entry.first} and {entry.second} one name?"), "  ", plain(entry.why, QUIET)
        )
    spellings = counted(len(entry.forms), "spelling").replace(" ", "\N{NO-BREAK SPACE}")
    return Content.assemble(plain(", ".join(entry.forms)), (f"  {spellings}", QUIET))
